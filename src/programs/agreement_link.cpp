// SPDX-License-Identifier: Apache-2.0
#include "programs/agreement_link.h"

#include <fmt/format.h>

#include <chrono>

#include "app/mail.h"
#include "base/digest.h"
#include "base/json.h"
#include "identity/user.h"
#include "network/network.h"
#include "programs/checks.h"

namespace enact::programs {
namespace {

constexpr std::string_view kPurpose = "plan-agreement";  // never change: in links that are out
constexpr std::chrono::days kLasts{30};

std::string mail_text(store::Reader& reader,
                      const AgreementLink& link,
                      const Whose& whose,
                      std::string_view url,
                      base::Instant now) {
  return fmt::format(
      "Dear {},\n\n"
      "{} asks you to look at the plan that {} and {} made for this year: what you want to be "
      "different, and who does what about it until when.\n\n"
      "This address opens the plan. You can agree to it there, and you need no account:\n\n"
      "{}\n\n"
      "The link is for you alone. It works once, until {}. If something is not as you meant it, "
      "answer {} before you agree.\n",
      link.name, link.asked_by, whose.program_name, network::org_name(reader, whose.workspace), url,
      (now + kLasts).day().words(), link.asked_by);
}

}  // namespace

std::string sign_agreement_link(const identity::Signer& signer,
                                const AgreementLink& link,
                                base::Instant now) {
  base::Json payload;
  payload.set("workspace", link.workspace).set("program", link.program);
  payload.set("name", link.name).set("asked_by", link.asked_by);
  payload.set("nonce", base::random_token().substr(0, 8));  // the same question twice: two links
  return signer.sign(kPurpose, payload.dump(), now + kLasts);
}

base::Result<AgreementLink> read_agreement_link(const identity::Signer& signer,
                                                std::string_view token,
                                                base::Instant now) {
  const auto text = signer.verify(kPurpose, token, now);
  if (!text) return tl::unexpected(text.error());
  const auto payload = base::Json::parse(*text);
  if (!payload) return tl::unexpected(payload.error());
  const auto& json = *payload;
  return AgreementLink{.workspace = json["workspace"].text(),
                       .program = json["program"].text(),
                       .name = json["name"].text(),
                       .asked_by = json["asked_by"].text()};
}

base::Result<void> ask_for_agreement(store::Writer& writer,
                                     const app::Services& services,
                                     const Whose& whose,
                                     const AskForAgreement& ask,
                                     const identity::Event& by) {
  Faults faults;
  const auto name = identity::person_name(ask.name);
  if (!name) faults.add("ask_name", name.error().message);
  const auto email = identity::email_address(ask.email);
  if (!email) faults.add("ask_email", email.error().message);
  const auto plan = find_plan(writer, whose.workspace, whose.program);
  if (!plan || steps_of(writer, plan->id).empty())
    faults.add("ask_name", "Write down a step first, so that there is something to agree to.");
  if (auto wrong = refused(std::move(faults).all()); !wrong) return wrong;

  const AgreementLink link{whose.workspace, whose.program, *name, by.actor_name};
  const auto url =
      services.config.public_url + "/agree/" + sign_agreement_link(services.signer, link, by.at);
  app::send(writer,
            {.to = *email,
             .to_name = *name,
             .subject = fmt::format("The plan for {}: do you agree?", whose.program_name),
             .text = mail_text(writer, link, whose, url, by.at)},
            by.at);
  identity::Event event = by;
  event.verb = "programs.agreement.asked";
  event.subject_kind = "plan";
  event.subject_id = whose.program;
  event.subject_name = whose.program_name;
  event.org = whose.workspace;
  event.after = base::Json::object().set("name", *name);
  identity::record(writer, event);
  return {};
}

base::Result<void> agree_by_link(store::Writer& writer,
                                 const AgreementLink& link,
                                 const LinkAgreement& agreement,
                                 base::Instant now) {
  const auto plan = find_plan(writer, link.workspace, link.program);
  if (!plan) return base::not_found("The plan that it was for is not there any more.");
  if (plan->version != agreement.plan_version)
    return base::invalid("remark",
                         "The plan was changed while you read it. Read it once more below.");
  if (auto first = identity::use_once(writer, agreement.token, now); !first) return first;
  identity::Event by;
  by.actor = "link:" + link.name;
  by.actor_name = link.name;
  by.at = now;
  return note_agreement(writer, {link.workspace, link.program, plan->program_name},
                        {.name = link.name,
                         .agreed_on = now.day().iso(),
                         .how = Agreement::How::link,
                         .remark = agreement.remark},
                        by);
}

}  // namespace enact::programs
