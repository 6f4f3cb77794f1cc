// SPDX-License-Identifier: Apache-2.0
#include "admissions/asking.h"

#include <fmt/format.h>

#include <chrono>

#include "admissions/commitments.h"
#include "admissions/institution.h"
#include "app/mail.h"
#include "base/digest.h"
#include "base/json.h"
#include "base/plain_text.h"
#include "base/text.h"
#include "identity/user.h"
#include "network/network.h"

namespace enact::admissions {
namespace {

constexpr std::string_view kPurpose = "admissions-still-so";
constexpr std::chrono::days kLasts{30};
constexpr std::size_t kMostWords = 300;  // with the rest of the sentence they fit a plan

base::Failure gone() {
  return base::not_found("The commitment that it was about is not there any more.");
}

// What was noted, as a sentence for whom it is about.
std::string words_about(const Commitment& commitment) {
  auto words = fmt::format("{}: {}, {}, {} since {}.", commitment.org_name, commitment.kind_label,
                           scope_words(commitment), base::lower(words_of(commitment.state)),
                           base::partial_date_words(commitment.state_since));
  return commitment.details.empty() ? words : words + "\n" + commitment.details;
}

std::string mail_text(const Question& question,
                      const Commitment& commitment,
                      std::string_view ecosystem,
                      std::string_view url,
                      base::Instant now) {
  return fmt::format(
      "Dear {},\n\n"
      "{} of {} asks whether this is still so:\n\n"
      "{}\n\n"
      "This address opens a page on which you say yes, or what is different. You need no "
      "account:\n\n"
      "{}\n\n"
      "The link is for you alone. It works once, until {}. If you do not know what this is about, "
      "leave it be: nothing happens.\n",
      question.name, question.asked_by, ecosystem, words_about(commitment), url,
      (now + kLasts).day().words());
}

identity::Event by_link(const Question& question, base::Instant now) {
  identity::Event by;
  by.actor = "link:" + question.name;
  by.actor_name = question.name;
  by.at = now;
  return by;
}

}  // namespace

base::Result<void> ask_whether_still_so(store::Writer& writer,
                                        const app::Services& services,
                                        std::string_view id,
                                        std::string_view typed_name,
                                        std::string_view typed_email,
                                        const identity::Event& by) {
  const auto commitment = find_commitment(writer, id);
  if (!commitment) return gone();
  if (commitment->state == State::ended)
    return base::conflict("It has ended, so there is nothing to ask.");
  const auto name = identity::person_name(base::one_line(typed_name));
  const auto email = identity::email_address(typed_email);
  std::vector<base::Fault> faults;
  if (!name) faults.push_back({.field = "ask_name", .message = name.error().message, .file = {}});
  if (!email)
    faults.push_back({.field = "ask_email", .message = email.error().message, .file = {}});
  else if (network::who_refuses_email(writer, {{.person = {}, .address = *email}}).front())
    faults.push_back({.field = "ask_email",
                      .message = "They said that they want no e-mail from us. Ask in another way.",
                      .file = {}});
  if (!faults.empty()) return base::invalid(std::move(faults));
  const Question question{commitment->id, *name, *email, by.actor_name};
  const auto url =
      services.config.public_url + "/still-so/" + sign_question(services.signer, question, by.at);
  app::send(writer,
            {.to = question.email,
             .to_name = question.name,
             .subject = fmt::format("Is this still so at {}?", commitment->institution_name),
             .text = mail_text(question, *commitment,
                               network::org_name(writer, commitment->workspace), url, by.at)},
            by.at);
  auto event = by;
  event.verb = "admissions.commitment.asked";
  event.subject_kind = "commitment";
  event.subject_id = commitment->id;
  event.subject_name = fmt::format("{}: {}", commitment->org_name, commitment->kind_label);
  event.org = commitment->workspace;
  event.after = base::Json::object().set("name", question.name).set("email", question.email);
  identity::record(writer, event);
  return {};
}

std::string sign_question(const identity::Signer& signer,
                          const Question& question,
                          base::Instant now) {
  base::Json payload;
  payload.set("commitment", question.commitment).set("name", question.name);
  payload.set("email", question.email).set("asked_by", question.asked_by);
  payload.set("nonce", base::random_token().substr(0, 8));  // the same question twice: two links
  return signer.sign(kPurpose, payload.dump(), now + kLasts);
}

base::Result<Question> read_question(const identity::Signer& signer,
                                     std::string_view token,
                                     base::Instant now) {
  const auto text = signer.verify(kPurpose, token, now);
  if (!text) return tl::unexpected(text.error());
  const auto payload = base::Json::parse(*text);
  if (!payload) return tl::unexpected(payload.error());
  const auto& json = *payload;
  return Question{.commitment = json["commitment"].text(),
                  .name = json["name"].text(),
                  .email = json["email"].text(),
                  .asked_by = json["asked_by"].text()};
}

base::Result<void> answer_question(store::Writer& writer,
                                   const Question& question,
                                   std::string_view token,
                                   const Said& said,
                                   base::Instant now) {
  const auto words = base::one_line(said.words);
  if (said.answer != "yes" && said.answer != "no")
    return base::invalid("answer", "Say whether it is still so.");
  if (said.answer == "no" && words.empty())
    return base::invalid("words", "Say in a sentence what is different.");
  if (words.size() > kMostWords) return base::invalid("words", "Say it in 300 characters.");
  const auto commitment = find_commitment(writer, question.commitment);
  if (!commitment) return gone();
  if (auto first = identity::use_once(writer, token, now); !first) return first;
  const auto by = by_link(question, now);
  if (said.answer == "yes" && commitment->state != State::ended)
    return take_step(writer, commitment->id,
                     {.state = commitment->state,
                      .said_on = now.day().iso(),
                      .evidence = fmt::format("{} answered our question by e-mail: yes. {}",
                                              question.name, words)},
                     commitment->review_on, commitment->version, by);
  auto event = by;
  event.org = commitment->workspace;
  return plan_next(
      writer,
      {.workspace = commitment->workspace,
       .org = commitment->org,
       .what = base::shorten(fmt::format("{} on “{}”: {}", question.name,
                                         base::shorten(commitment->kind_label, 100), words),
                             490),
       .due_on = now.day().iso()},
      event);
}

}  // namespace enact::admissions
