// SPDX-License-Identifier: Apache-2.0
#include "network/introduction_mail.h"

#include <fmt/format.h>

#include <chrono>

#include "app/mail.h"
#include "base/digest.h"
#include "base/json.h"
#include "identity/users.h"
#include "network/network.h"
#include "network/people.h"
#include "network/permissions.h"

namespace enact::network {
namespace {

constexpr std::string_view kPurpose = "introduction";
constexpr std::chrono::days kLasts{90};

struct Recipient {
  std::string name;
  std::string email;
};

Recipient asker_of(store::Reader& reader, const Introduction& introduction) {
  const auto user = identity::find_user(reader, introduction.asker);
  if (!user || user->is_disabled()) return {};
  return {introduction.asker_name, user->email};
}

bool refused(const std::vector<Permission>& history, Channel channel) {
  const auto* said = standing_on(history, channel);
  return said != nullptr && said->answer == Permission::Answer::no;
}

Recipient target_of(store::Reader& reader, const Introduction& introduction) {
  const auto person = find_person_record(reader, introduction.target);
  const auto history = permissions_of(reader, introduction.target);
  if (!person || refused(history, Channel::email) || refused(history, Channel::introduction))
    return {};
  return {person->name, person->email};
}

// Each answer that is open to the party, on lines of its own.
std::string links(const app::Services& services,
                  const Introduction& introduction,
                  Party party,
                  base::Instant now) {
  std::string text;
  for (const auto to : moves_of(introduction.standing, party)) {
    const AnswerLink link{introduction.id, party, to};
    text += fmt::format("{}:\n{}/introduction/{}\n\n", answer_words(introduction, link),
                        services.config.public_url, sign_answer(services.signer, link, now));
  }
  return text;
}

std::string foot(base::Instant now) {
  return fmt::format(
      "Each link opens a page with one button, and you need no account. They are for you alone, "
      "until {}.\n",
      (now + kLasts).day().words());
}

void send(store::Writer& writer,
          const Recipient& to,
          std::string subject,
          std::string text,
          base::Instant now) {
  if (to.email.empty()) return;
  app::send(
      writer,
      {.to = to.email, .to_name = to.name, .subject = std::move(subject), .text = std::move(text)},
      now);
}

std::string_view news(Standing standing) {
  return standing == Standing::made  ? "The introduction is made"
         : standing == Standing::met ? "You have met"
                                     : "Rather not, this time";
}

}  // namespace

std::string sign_answer(const identity::Signer& signer, const AnswerLink& link, base::Instant now) {
  base::Json payload;
  payload.set("introduction", link.introduction).set("party", name_of(link.party));
  payload.set("to", name_of(link.to)).set("nonce", base::random_token().substr(0, 8));
  return signer.sign(kPurpose, payload.dump(), now + kLasts);
}

base::Result<AnswerLink> read_answer(const identity::Signer& signer,
                                     std::string_view token,
                                     base::Instant now) {
  const auto text = signer.verify(kPurpose, token, now);
  if (!text) return tl::unexpected(text.error());
  const auto payload = base::Json::parse(*text);
  if (!payload) return tl::unexpected(payload.error());
  const auto& json = *payload;
  const auto party = party_named(json["party"].text());
  const auto to = standing_named(json["to"].text());
  if (!party || !to) return base::not_found("This link says nothing that we understand.");
  return AnswerLink{json["introduction"].text(), *party, *to};
}

std::string answer_words(const Introduction& introduction, const AnswerLink& link) {
  const auto& asker = introduction.asker_name;
  const auto& target = introduction.target_name;
  const bool is_asker = link.party == Party::asker;
  switch (link.to) {
    case Standing::made:
      return link.party == Party::introducer
                 ? fmt::format("I have introduced {} to {}", asker, target)
                 : fmt::format("{} has introduced me to {}", introduction.introducer_name, target);
    case Standing::met:
      if (link.party == Party::introducer) return fmt::format("{} and {} have met", asker, target);
      return fmt::format("{} and I have met", is_asker ? target : asker);
    default:
      return is_asker ? "Nothing came of it: close this" : "I would rather not";
  }
}

void mail_ask(store::Writer& writer,
              const app::Services& services,
              const Introduction& introduction,
              const AskText& ask,
              base::Instant now) {
  const auto introducer = find_person_record(writer, introduction.introducer);
  const auto asker = asker_of(writer, introduction);
  send(writer, {introducer->name, introducer->email}, ask.subject,
       fmt::format("{}\n\n--\n{} wrote this for {}.{} One click says how it went:\n\n{}{}",
                   ask.text, introduction.asker_name, org_name(writer, introduction.workspace),
                   asker.email.empty() ? "" : fmt::format(" Answers go to {}.", asker.email),
                   links(services, introduction, Party::introducer, now), foot(now)),
       now);
  send(writer, asker,
       fmt::format("You asked {} to introduce you to {}", introduction.introducer_name,
                   introduction.target_name),
       fmt::format("Dear {},\n\nyour message is on its way to {}. When you hear something, one "
                   "click keeps it on record:\n\n{}{}",
                   asker.name, introduction.introducer_name,
                   links(services, introduction, Party::asker, now), foot(now)),
       now);
}

void mail_move(store::Writer& writer,
               const app::Services& services,
               const Introduction& introduction,
               Party said_by,
               const identity::Event& by) {
  const bool asker_knows = said_by == Party::asker || by.actor == introduction.asker;
  if (!asker_knows) {
    const auto asker = asker_of(writer, introduction);
    const auto next = links(services, introduction, Party::asker, by.at);
    send(writer, asker,
         fmt::format("{}: {} and {}", news(introduction.standing), introduction.introducer_name,
                     introduction.target_name),
         fmt::format("Dear {},\n\n{} says of your wish to meet {}: {}.\n\n{}{}\n"
                     "A word of thanks within a day is the best way to be helped again.\n",
                     asker.name, by.actor_name, introduction.target_name,
                     news(introduction.standing), next, next.empty() ? "" : foot(by.at)),
         by.at);
  }
  if (introduction.standing != Standing::made) return;
  const auto target = target_of(writer, introduction);
  send(
      writer, target,
      fmt::format("{} has introduced {} to you", introduction.introducer_name,
                  introduction.asker_name),
      fmt::format("Dear {},\n\n{} has introduced {} of {} to you. Nothing is asked of you here. If "
                  "you like, one click says how it went:\n\n{}{}",
                  target.name, introduction.introducer_name, introduction.asker_name,
                  org_name(writer, introduction.workspace),
                  links(services, introduction, Party::target, by.at), foot(by.at)),
      by.at);
}

}  // namespace enact::network
