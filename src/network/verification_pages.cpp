// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "network/form_views.h"
#include "network/network.h"
#include "network/pages.h"
#include "network/people.h"
#include "network/questions.h"
#include "network/scopes.h"
#include "network/verification_views.h"
#include "network/verifications.h"

namespace enact::network {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;

struct About {
  Subject subject;
  std::string name;
  std::string url;
};

base::Result<About> about(store::Reader& reader, const Visit& visit, Thing thing) {
  if (thing == Thing::person) {
    const auto person = find_person_record(reader, visit.id());
    if (!person) return base::not_found("There is nobody at this address.");
    return About{{thing, person->id}, person->name, "/people/" + person->id};
  }
  const auto org = find_org(reader, visit.id());
  if (!org) return base::not_found("There is no organization at this address.");
  return About{{thing, org->id}, org->name, "/orgs/" + org->id};
}

std::vector<Input> check_inputs(const Verification& draft) {
  std::vector<Choice> hows;
  for (const auto how : kHowsByHand)
    hows.push_back({std::string(name_of(how)), std::string(words_of(how))});
  return {{.name = "how",
           .label = "How I know",
           .value = std::string(name_of(draft.how)),
           .is_optional = false,
           .control = Input::Control::choice,
           .choices = std::move(hows)},
          {.name = "said_on",
           .label = "On",
           .value = draft.said_on,
           .is_optional = false,
           .type = "date"},
          {.name = "note", .label = "Note", .value = draft.note}};
}

std::vector<web::View> addressee_views(const std::vector<Addressee>& all) {
  std::vector<web::View> views;
  for (const auto& to : all) views.emplace_back().set("to_name", to.name).set("to_email", to.email);
  return views;
}

// Which of the page's two forms has faults.
struct Trouble {
  const base::Error* check = nullptr;
  const base::Error* ask = nullptr;

  const base::Error* any() const { return check != nullptr ? check : ask; }
};

Answer record_page(Visit& visit, Thing thing, const Verification& draft, Trouble trouble) {
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    const auto record = about(reader, visit, thing);
    if (!record) return tl::unexpected(record.error());
    const auto& viewer = visit.viewer;
    web::View view;
    show_inputs(view, check_inputs(draft), trouble.check);
    if (trouble.ask != nullptr) app::show_faults(view, {}, trouble.ask);
    view.set("name", record->name)
        .set("url", record->url)
        .set("section_name", thing == Thing::person ? "People" : "Network")
        .set("section_url", thing == Thing::person ? "/people" : "/network")
        .set("may_check", identity::meets(viewer, Needs::contributor, visit.scope))
        .set("may_ask", identity::meets(viewer, Needs::lead, visit.scope))
        .set("lasts", kQuestionLasts.count());
    view.set_list("addressees", addressee_views(addressees(reader, record->subject)));
    show_verifications(view, verifications_of(reader, record->subject));
    show_questions(view, questions_about(reader, record->subject));
    return Filled{"verification.html",
                  std::move(view),
                  {.title = "Is it still right? " + record->name,
                   .status = trouble.any() != nullptr ? status_of(*trouble.any()) : 200,
                   .section = "network"}};
  }));
}

// GET /orgs/{id}/still-right, /people/{id}/still-right
template <Thing thing>
Answer show_record(Visit& visit) {
  return record_page(visit, thing, {.said_on = visit.today().iso()}, {});
}

// POST .../still-right: I checked it
template <Thing thing>
Answer check(Visit& visit) {
  const auto& form = visit.form();
  const Verification draft{
      .said_on = form.text("said_on"),
      .how = how_named(form.text("how")).value_or(Verification::How::looked_up),
      .said_by = visit.viewer.name,
      .note = form.text("note")};
  const auto noted = visit.services.db.write([&](store::Writer& writer) {
    return verify(writer, {thing, visit.id()}, draft, visit.today(), visit.event());
  });
  if (!noted && noted.error().kind == base::Error::Kind::not_found)
    return tl::unexpected(noted.error());
  if (!noted) return record_page(visit, thing, draft, {.check = &noted.error()});
  return app::redirect_with_notice(
      visit, fmt::format("/{}/{}", thing == Thing::person ? "people" : "orgs", visit.id()),
      "Noted: it is still right.");
}

// POST .../still-right/ask
template <Thing thing>
Answer ask(Visit& visit) {
  const auto email = visit.form().text("to");
  std::string asked;
  const auto sent = visit.services.db.write([&](store::Writer& writer) -> base::Result<void> {
    Addressee to{.name = email, .email = email, .person = {}};
    for (const auto& known : addressees(writer, {thing, visit.id()}))
      if (known.email == email) to = known;
    asked = to.name;
    return ask_whether_right(writer, visit.services, {thing, visit.id()}, to, visit.event());
  });
  if (!sent)
    return record_page(visit, thing, {.said_on = visit.today().iso()}, {.ask = &sent.error()});
  return app::redirect_with_notice(
      visit,
      fmt::format("/{}/{}/still-right", thing == Thing::person ? "people" : "orgs", visit.id()),
      fmt::format("The question is on its way to {}.", asked));
}

}  // namespace

void verification_routes(app::Routes& routes) {
  const auto person = [](Needs needs) { return scopes::person(needs); };
  routes.get("/orgs/{id}/still-right", Needs::participant, scopes::org(),
             show_record<Thing::organization>);
  routes.post("/orgs/{id}/still-right", Needs::contributor, scopes::org(),
              check<Thing::organization>);
  routes.post("/orgs/{id}/still-right/ask", Needs::lead, scopes::org(), ask<Thing::organization>);
  routes.get("/people/{id}/still-right", Needs::participant, person(Needs::participant),
             show_record<Thing::person>);
  routes.post("/people/{id}/still-right", Needs::contributor, person(Needs::contributor),
              check<Thing::person>);
  routes.post("/people/{id}/still-right/ask", Needs::lead, person(Needs::lead), ask<Thing::person>);
}

}  // namespace enact::network
