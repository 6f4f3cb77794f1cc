// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "network/facts.h"
#include "network/facts_form.h"
#include "network/forms.h"
#include "network/orgs.h"
#include "network/pages.h"
#include "network/people.h"
#include "network/plain_text.h"
#include "network/scopes.h"

namespace enact::network {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;

// What the facts are about, as the form needs it.
struct About {
  Subject subject;
  std::string name;
  std::string kind;  // of an organization
  std::string url;
  std::string workspace;  // whose own fields are asked for too
  std::int64_t version = 0;
  std::string updated_by;
};

base::Result<About> about(store::Reader& reader, const Visit& visit, Thing thing) {
  if (thing == Thing::person) {
    const auto person = find_person_record(reader, visit.id());
    if (!person) return base::not_found("There is nobody at this address.");
    return About{{thing, person->id}, person->name,      {}, "/people/" + person->id, visit.scope,
                 person->version,     person->updated_by};
  }
  const auto org = find_record(reader, visit.id());
  if (!org) return base::not_found("There is no organization at this address.");
  return About{{thing, org->id}, org->name,    org->kind,      "/orgs/" + org->id,
               visit.scope,      org->version, org->updated_by};
}

Answer form_page(Visit& visit, Thing thing, const FactsDraft* draft, const base::Error* error) {
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    const auto subject = about(reader, visit, thing);
    if (!subject) return tl::unexpected(subject.error());
    const auto known = facts_of(reader, subject->subject);
    std::vector<Input> ours, theirs;
    for (const auto& field :
         asked_facts(reader, subject->subject.thing, subject->kind, subject->workspace)) {
      const auto fact = known.find(field.id);
      const auto stored = fact != known.end() ? fact->second.value : std::string();
      const auto written = draft != nullptr ? draft->written.find(field.id)->second : stored;
      ours.push_back(fact_input(field, written));
      theirs.push_back(fact_input(field, stored));
    }
    const bool is_stale = error != nullptr && error->kind == base::Error::Kind::conflict;
    web::View view;
    show_theirs(view, ours, is_stale ? theirs : ours);
    ours.push_back({.name = "source",
                    .label = "Where you know it from",
                    .value = draft != nullptr ? draft->source : "",
                    .help = "Goes with every fact that you change here."});
    ours.push_back({.name = "as_of",
                    .label = "Of when it is",
                    .value = draft != nullptr ? draft->as_of : "",
                    .help = "As much as you know: 2021, 2021-07 or 2021-07-27."});
    show_inputs(view, ours, error);
    view.set("is_stale", is_stale)
        .set("stale_by", is_stale ? name_or_somebody(subject->updated_by) : "")
        .set("version", draft != nullptr && !is_stale ? visit.form().text("version")
                                                      : std::to_string(subject->version))
        .set("action", subject->url + "/facts")
        .set("back", subject->url)
        .set("back_name", subject->name)
        .set("heading", "Facts about " + subject->name)
        .set("standing", "Leave empty what you do not know: unknown is not the same as no.")
        .set("crumb", "Facts")
        .set("button", is_stale ? "Save mine in place of theirs" : "Save the facts");
    return Filled{"form.html",
                  std::move(view),
                  {.title = "Facts about " + subject->name,
                   .status = error != nullptr ? status_of(*error) : 200,
                   .section = "network"}};
  }));
}

Answer save(Visit& visit, Thing thing) {
  FactsDraft draft{
      .written = {}, .source = visit.form().text("source"), .as_of = visit.form().text("as_of")};
  const auto version = base::to_integer(visit.form().text("version")).value_or(0);
  std::string url;
  const auto saved = visit.services.db.write([&](store::Writer& writer) -> base::Result<int> {
    const auto subject = about(writer, visit, thing);
    if (!subject) return tl::unexpected(subject.error());
    url = subject->url;
    const auto asked =
        asked_facts(writer, subject->subject.thing, subject->kind, subject->workspace);
    for (const auto& field : asked) draft.written[field.id] = visit.form().text("fact-" + field.id);
    const auto facts = changed_facts(asked, facts_of(writer, subject->subject), draft);
    if (!facts) return tl::unexpected(facts.error());
    return note_facts(writer, subject->subject, *facts, version, visit.event());
  });
  if (!saved && url.empty()) return tl::unexpected(saved.error());
  if (!saved) return form_page(visit, thing, &draft, &saved.error());
  return app::redirect_with_notice(
      visit, url,
      *saved == 0 ? "Nothing was changed." : base::counted(*saved, "fact", "facts") + " noted.");
}

template <Thing thing>
Answer show_form(Visit& visit) {
  return form_page(visit, thing, nullptr, nullptr);
}

template <Thing thing>
Answer save_form(Visit& visit) {
  return save(visit, thing);
}

}  // namespace

void facts_routes(app::Routes& routes) {
  routes.get("/orgs/{id}/facts", Needs::lead, scopes::org(), show_form<Thing::organization>);
  routes.post("/orgs/{id}/facts", Needs::lead, scopes::org(), save_form<Thing::organization>);
  routes.get("/people/{id}/facts", Needs::contributor, scopes::person(Needs::contributor),
             show_form<Thing::person>);
  routes.post("/people/{id}/facts", Needs::contributor, scopes::person(Needs::contributor),
              save_form<Thing::person>);
}

}  // namespace enact::network
