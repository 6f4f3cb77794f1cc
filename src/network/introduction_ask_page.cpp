// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "app/visit.h"
#include "base/text.h"
#include "network/affiliations.h"
#include "network/form_views.h"
#include "network/introductions.h"
#include "network/network.h"
#include "network/our_ways.h"
#include "network/pages.h"
#include "network/people.h"
#include "network/short_ask.h"

namespace enact::network {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;

// What the address or the form asks for.
std::string asked(const Visit& visit, std::string_view name) {
  return visit.request.form ? visit.form().text(name) : visit.request.query_value(name);
}

constexpr const char* kNoWay =
    "No way leads there over this person any more. Look again at who can introduce us.";

std::string office_of(store::Reader& reader, const std::string& person) {
  for (const auto& affiliation : affiliations_of(reader, person))
    if (affiliation.is_current()) return affiliation.org_name;
  return {};
}

std::string name_of_person(store::Reader& reader, const std::string& id) {
  const auto person = find_person_record(reader, id);
  return person ? person->name : std::string();
}

AskText prefilled(store::Reader& reader, const Visit& visit, const WayToAsk& way) {
  const auto toolkit = visit.services.toolkit_text(reader, kShortAsk, visit.scope);
  return short_ask(toolkit, {.introducer = name_of_person(reader, way.introducer),
                             .via = name_of_person(reader, way.via),
                             .target = name_of_person(reader, way.target),
                             .office = office_of(reader, way.target),
                             .ecosystem = org_name(reader, visit.scope),
                             .asker = visit.viewer.name,
                             .asker_email = visit.viewer.email});
}

std::vector<Input> inputs_of(const AskDraft& draft, const std::string& email) {
  using enum Input::Control;
  return {{.name = "asked_by",
           .label = "How",
           .value = std::string(name_of(draft.asked_by)),
           .help = email.empty() ? "No e-mail address is on record: ask in person, or add it first."
                                 : "It goes to " + email + ", and you get a note of it.",
           .is_optional = false,
           .control = choice,
           .choices = {{"email", "Send this e-mail"},
                       {"told", "I have asked already, in person or by telephone"}}},
          {.name = "subject", .label = "Subject", .value = draft.subject, .is_optional = false},
          {.name = "text",
           .label = "What you ask",
           .value = draft.text,
           .help = "From the toolkit's short ask: make it yours. Links with which they say how it "
                   "went are added beneath.",
           .is_optional = false,
           .control = lines}};
}

Filled ask_page(store::Reader& reader,
                const Visit& visit,
                const AskDraft& draft,
                const base::Error* error) {
  const auto introducer = find_person_record(reader, draft.way.introducer);
  const auto lately = asked_lately(reader, draft.way.introducer, visit.today());
  auto inputs = inputs_of(draft, introducer ? introducer->email : "");
  web::View view;
  show_inputs(view, inputs, error);
  std::string often_error;
  if (error != nullptr)
    for (const auto& fault : error->faults)
      if (fault.field == "often") often_error = fault.message;
  const auto target = name_of_person(reader, draft.way.target);
  view.set("ecosystem", visit.scope)
      .set("ecosystem_name", org_name(reader, visit.scope))
      .set("by", draft.way.introducer)
      .set("to", draft.way.target)
      .set("introducer", introducer ? introducer->name : "")
      .set("target", target)
      .set("back", "/introductions?ecosystem=" + visit.scope)
      .set("asked", words_of(lately))
      .set("is_often", lately.is_often())
      .set("knows_how_often", draft.knows_how_often)
      .set("is_private", draft.is_private);
  view.set_maybe("via", name_of_person(reader, draft.way.via));
  view.set_maybe("often_error", often_error);
  return {"introduction_new.html",
          std::move(view),
          {.title = "Ask for an introduction to " + target,
           .status = error != nullptr ? status_of(*error) : 200,
           .section = "network"}};
}

// The draft without its text, when the viewer may know of the way.
std::optional<AskDraft> draft_for(store::Reader& reader, const Visit& visit) {
  const auto path =
      way_over(reader, visit.viewer, asked(visit, "by"), asked(visit, "to"), visit.today());
  if (!path) return std::nullopt;
  AskDraft draft;
  draft.workspace = visit.scope;
  draft.way = way_to_ask(*path);
  draft.is_private = is_private_to(*path, visit.scope);
  draft.asker_email = visit.viewer.email;
  return draft;
}

// GET /introductions/new?ecosystem=&by=&to=
Answer new_introduction(Visit& visit) {
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    auto draft = draft_for(reader, visit);
    if (!draft) return base::not_found(kNoWay);
    auto text = prefilled(reader, visit, draft->way);
    draft->subject = std::move(text.subject);
    draft->text = std::move(text.text);
    if (const auto introducer = find_person_record(reader, draft->way.introducer);
        introducer && introducer->email.empty())
      draft->asked_by = Introduction::AskedBy::told;
    return ask_page(reader, visit, *draft, nullptr);
  }));
}

// POST /introductions
Answer ask(Visit& visit) {
  const auto draft =
      visit.services.db.read([&](store::Reader& reader) { return draft_for(reader, visit); });
  if (!draft) return base::not_found(kNoWay);
  auto filled = *draft;
  const auto& form = visit.form();
  filled.asked_by =
      form.text("asked_by") == "told" ? Introduction::AskedBy::told : Introduction::AskedBy::email;
  filled.subject = form.text("subject");
  filled.text = form.raw("text");
  filled.knows_how_often = form.text("often") == "yes";
  const auto done = visit.services.db.write([&](store::Writer& writer) {
    return ask_for_introduction(writer, visit.services, filled, visit.event());
  });
  if (done) {
    const bool is_mail = filled.asked_by == Introduction::AskedBy::email;
    return app::redirect_with_notice(
        visit, "/introductions/" + done->id,
        is_mail ? fmt::format("Your message is on its way to {}.", done->introducer_name)
                : std::string("Noted."));
  }
  if (done.error().kind != base::Error::Kind::invalid) return tl::unexpected(done.error());
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    return ask_page(reader, visit, filled, &done.error());
  }));
}

}  // namespace

void introduction_ask_routes(app::Routes& routes) {
  const auto scope = ecosystem_scope(Needs::contributor);
  routes.get("/introductions/new", Needs::contributor, scope, new_introduction);
  routes.post("/introductions", Needs::contributor, scope, ask);
}

}  // namespace enact::network
