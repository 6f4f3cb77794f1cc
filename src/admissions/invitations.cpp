// SPDX-License-Identifier: Apache-2.0
#include "admissions/invitations.h"

#include <fmt/format.h>

#include <chrono>

#include "app/mail.h"
#include "base/json.h"
#include "base/plain_text.h"
#include "base/text.h"
#include "network/network.h"

namespace enact::admissions {
namespace {

constexpr std::string_view kPurpose = "admissions-rsvp";
constexpr std::chrono::days kLasts{90};

base::Instant end_of_link(const ProspectList& list, base::Instant now) {
  const auto day = base::Day::parse(list.held_on);
  if (!day || day->days() <= now.day().days()) return now + kLasts;
  return base::Instant(base::Instant::Point(day->days())) + std::chrono::days(2);
}

std::string mail_text(const Prospect& prospect,
                      const Invitation& invitation,
                      std::string_view url,
                      std::string_view from) {
  return fmt::format(
      "Dear {},\n\n"
      "{}\n\n"
      "This address opens a page on which you say whether you come. You need no account:\n\n"
      "{}\n\n"
      "The link is for you alone. On the same page you can say that you want no more e-mail from "
      "{}.\n",
      prospect.name, invitation.text, url, from);
}

}  // namespace

Addressees addressees(const std::vector<Prospect>& prospects, const Chosen& chosen) {
  Addressees all;
  for (const auto& p : prospects) {
    if (!chosen(p)) continue;
    auto& group = p.refuses           ? all.refuse
                  : p.address.empty() ? all.without
                  : p.mails > 0       ? all.again
                                      : all.first;
    group.push_back(p);
  }
  return all;
}

std::vector<base::Fault> faults_of(const Invitation& invitation) {
  std::vector<base::Fault> faults;
  if (invitation.subject.empty() || invitation.subject.size() > 200)
    faults.push_back({.field = "subject",
                      .message = "Give the message a subject of at most 200 characters.",
                      .file = {}});
  if (invitation.text.empty() || invitation.text.size() > 8000)
    faults.push_back({.field = "text",
                      .message = "Write what you invite them to, in at most 8,000 characters.",
                      .file = {}});
  return faults;
}

Invitation proposed_invitation(const ProspectList& list, std::string_view ecosystem_name) {
  Invitation invitation;
  invitation.subject = fmt::format("An invitation from {}", ecosystem_name);
  invitation.text = list.words.empty()
                        ? fmt::format("we would like to invite you to {}.", list.name)
                        : list.words;
  const auto day = base::Day::parse(list.held_on);
  if (day) invitation.text += "\n\nWhen: " + day->words();
  if (!list.whereabouts.empty())
    invitation.text += (day ? "\n" : "\n\n") + std::string("Where: ") + list.whereabouts;
  return invitation;
}

base::Result<std::size_t> send_invitations(store::Writer& writer,
                                           const app::Services& services,
                                           std::string_view list_id,
                                           const Chosen& chosen,
                                           const Invitation& draft,
                                           identity::Event by) {
  const auto list = find_list(writer, list_id);
  if (!list) return base::not_found("There is no such list.");
  Invitation invitation{.subject = base::one_line(draft.subject),
                        .text = base::several_lines(draft.text),
                        .repeat = draft.repeat};
  if (auto faults = faults_of(invitation); !faults.empty()) return base::invalid(std::move(faults));
  auto all = addressees(prospects_of(writer, list_id), chosen);
  auto to = std::move(all.first);
  if (invitation.repeat == Repeat::as_well) to.insert(to.end(), all.again.begin(), all.again.end());
  if (to.empty())
    return base::invalid("rows",
                         "Nobody of those ticked can be written to: they had an invitation "
                         "already, want no e-mail, or have no address.");
  const auto from = network::org_name(writer, list->workspace);
  auto ids = base::Json::array();
  for (auto& prospect : to) {
    const auto url = services.config.public_url + "/rsvp/" +
                     sign_reply_link(services.signer, prospect, *list, by.at);
    app::send(writer,
              {.to = prospect.address,
               .to_name = prospect.name,
               .subject = invitation.subject,
               .text = mail_text(prospect, invitation, url, from)},
              by.at);
    ++prospect.mails;
    const Marking invited{
        .mark = Mark::invited, .on = by.at.day().iso(), .by_what = "e-mail", .commitment = {}};
    keep_prospect(writer, marked(prospect, invited));
    ids.add(prospect.id);
  }
  auto event = about(std::move(by), *list, "admissions.list.invited");
  event.after =
      base::Json::object().set("subject", invitation.subject).set("prospects", std::move(ids));
  identity::record(writer, event);
  return to.size();
}

std::string sign_reply_link(const identity::Signer& signer,
                            const Prospect& prospect,
                            const ProspectList& list,
                            base::Instant now) {
  base::Json payload;
  payload.set("prospect", prospect.id);
  return signer.sign(kPurpose, payload.dump(), end_of_link(list, now));
}

base::Result<Prospect> read_reply_link(store::Reader& reader,
                                       const identity::Signer& signer,
                                       std::string_view token,
                                       base::Instant now) {
  const auto text = signer.verify(kPurpose, token, now);
  if (!text) return tl::unexpected(text.error());
  const auto payload = base::Json::parse(*text);
  if (!payload) return tl::unexpected(payload.error());
  auto prospect = find_prospect(reader, (*payload)["prospect"].text());
  if (!prospect) return base::not_found("The invitation that it was for is not there any more.");
  return *std::move(prospect);
}

base::Result<void> reply_by_link(store::Writer& writer,
                                 const Prospect& prospect,
                                 const Reply& reply,
                                 base::Instant now) {
  const bool answers = reply.answer == "yes" || reply.answer == "maybe" || reply.answer == "no";
  if (!answers && !reply.wants_no_mail)
    return base::invalid("answer", "Say whether you come: yes, maybe or no.");
  const auto list = find_list(writer, prospect.list);
  if (!list) return base::not_found("The invitation that it was for is not there any more.");
  const auto stored = find_prospect(writer, prospect.id);
  if (!stored) return base::not_found("The invitation that it was for is not there any more.");
  auto changed = *stored;
  const auto today = now.day().iso();
  if (answers) {
    changed.reply = reply.answer;
    changed.replied_on = today;
  }
  const bool refuses_now = reply.wants_no_mail && !stored->refuses;
  if (refuses_now) changed.no_mail_on = today;
  keep_prospect(writer, changed);
  identity::Event by;
  by.actor = "link:" + prospect.name;
  by.actor_name = prospect.name;
  by.at = now;
  if (refuses_now && !stored->person.empty())
    if (auto noted = network::note_email_refusal(writer, stored->person,
                                                 "said so on the page of an invitation", by);
        !noted)
      return noted;
  auto event = about(by, *list, "admissions.invitation.answered");
  event.before = base::Json::object().set("reply", stored->reply);
  event.after = base::Json::object()
                    .set("prospect", prospect.id)
                    .set("reply", changed.reply)
                    .set("wants_no_mail", reply.wants_no_mail);
  identity::record(writer, event);
  return {};
}

}  // namespace enact::admissions
