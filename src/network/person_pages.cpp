// SPDX-License-Identifier: Apache-2.0
#include "network/person_pages.h"

#include <fmt/format.h>

#include "base/text.h"
#include "network/affiliations.h"
#include "network/cards.h"
#include "network/duplicates_view.h"
#include "network/facts_view.h"
#include "network/forms.h"
#include "network/network.h"
#include "network/org_choice.h"
#include "network/pages.h"
#include "network/people.h"
#include "network/plain_text.h"
#include "network/scopes.h"
#include "network/verification_views.h"

namespace enact::network {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;

// What was wrong with the form for one affiliation, or for a new one.
struct Trouble {
  const base::Error* error = nullptr;
  std::string ending;  // id of the affiliation that was to end
};

web::View affiliation_view(const Visit& visit,
                           store::Reader& reader,
                           const Affiliation& affiliation,
                           const Trouble& trouble) {
  const bool is_in_trouble = trouble.error != nullptr && trouble.ending == affiliation.id;
  web::View view;
  view.set("affiliation", affiliation.id)
      .set("org", affiliation.org_name)
      .set("org_url", "/orgs/" + affiliation.org)
      .set("role", affiliation.role)
      .set("action",
           fmt::format("/people/{}/affiliations/{}/end", affiliation.person, affiliation.id))
      .set("is_current", affiliation.is_current())
      .set("until", is_in_trouble ? visit.form().text("until") : visit.today().iso())
      .set("may_end",
           affiliation.is_current() && identity::meets(visit.viewer, Needs::contributor,
                                                       workspace_of(reader, affiliation.org)));
  view.set_maybe("span", span_words(affiliation));
  view.set_maybe("until_error", is_in_trouble ? trouble.error->message : std::string());
  return view;
}

Answer person_page(Visit& visit,
                   const Affiliation& draft,
                   const OrgField& org,
                   const Trouble& trouble) {
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    const auto person = find_person_record(reader, visit.id());
    if (!person) return base::not_found("There is nobody at this address.");
    std::vector<web::View> current, former;
    for (const auto& affiliation : affiliations_of(reader, person->id))
      (affiliation.is_current() ? current : former)
          .push_back(affiliation_view(visit, reader, affiliation, trouble));
    std::vector<web::View> note;
    for (const auto& paragraph : paragraphs(person->note))
      note.emplace_back().set("text", paragraph);

    web::View view;
    show_inputs(view, affiliation_inputs(draft, org), trouble.error);
    view.set("name", person->name)
        .set("url", "/people/" + person->id)
        .set("is_make_believe", person->make_believe)
        .set("is_adding", trouble.error != nullptr && trouble.ending.empty())
        .set("may_edit", identity::meets(visit.viewer, Needs::contributor, visit.scope));
    view.set_maybe("email", person->email).set_maybe("phone", person->phone);
    view.set_maybe("left_out_of_card", left_out_of_card(reader, person->id));
    view.set_list("note", std::move(note));
    view.set_list("current", std::move(current)).set_list("former", std::move(former));
    show_last_word(view, verifications_of(reader, {Thing::person, person->id}), Thing::person, {},
                   visit.today());
    show_record_pages(view, visit, app::RecordPage::Record::person, {});
    show_doubles(view, reader, visit, {Thing::person, person->id});
    show_facts(view, reader, {Thing::person, person->id}, visit.scope,
               Audience::those_who_take_part);
    return Filled{"person.html",
                  std::move(view),
                  {.title = person->name,
                   .status = trouble.error != nullptr ? status_of(*trouble.error) : 200,
                   .section = "network"}};
  }));
}

// GET /people/{id}.vcf
Answer show_card(Visit& visit) {
  const auto card = visit.services.db.read([&](store::Reader& reader) {
    return card_of_person(reader, visit.id(), visit.services.config.public_url);
  });
  if (!card) return base::not_found("There is nobody at this address.");
  return cards_response(visit, {*card}, base::slug(card->name) + ".vcf");
}

// GET /people/{id}
Answer show_person(Visit& visit) {
  if (auto moved = moved_for_good(visit, Thing::person)) return *moved;
  if (visit.request.format == "vcf") return show_card(visit);
  return person_page(visit, {}, {}, {});
}

Answer edit_page(Visit& visit, const PersonRecord& draft, const base::Error* error) {
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    const auto stored = find_person_record(reader, visit.id());
    if (!stored) return base::not_found("There is nobody at this address.");
    const auto inputs = person_inputs(draft);
    const bool is_stale = error != nullptr && error->kind == base::Error::Kind::conflict;
    web::View view;
    show_inputs(view, inputs, error);
    show_theirs(view, inputs, person_inputs(*stored));
    view.set("is_stale", is_stale)
        .set("stale_by", name_or_somebody(stored->updated_by))
        .set("version", is_stale ? stored->version : draft.version)
        .set("action", "/people/" + stored->id + "/edit")
        .set("back", "/people/" + stored->id)
        .set("back_name", stored->name)
        .set("heading", "Edit " + stored->name)
        .set("standing", "Read by those who take part in the ecosystem only.")
        .set("crumb", "Edit")
        .set("button", is_stale ? "Save mine in place of theirs" : "Save the changes");
    return Filled{"form.html",
                  std::move(view),
                  {.title = "Edit " + stored->name,
                   .status = error != nullptr ? status_of(*error) : 200,
                   .section = "network"}};
  }));
}

// GET /people/{id}/edit
Answer edit(Visit& visit) {
  const auto person = visit.services.db.read(
      [&](store::Reader& reader) { return find_person_record(reader, visit.id()); });
  if (!person) return base::not_found("There is nobody at this address.");
  return edit_page(visit, *person, nullptr);
}

// POST /people/{id}/edit
Answer change(Visit& visit) {
  auto draft = person_draft(visit.form());
  draft.id = visit.id();
  const auto changed =
      visit.services.db.write([&](store::Writer& writer) -> base::Result<PersonRecord> {
        const auto stored = find_person_record(writer, draft.id);
        if (!stored) return base::not_found("There is nobody at this address.");
        draft.make_believe = stored->make_believe;  // made up once is made up for good
        return change_person(writer, draft, visit.event());
      });
  if (!changed) return edit_page(visit, draft, &changed.error());
  return app::redirect_with_notice(visit, "/people/" + changed->id, "Saved.");
}

// POST /people/{id}/affiliations
Answer begin_here(Visit& visit, Directory& directory) {
  auto draft = affiliation_draft(visit.form());
  draft.person = visit.id();
  const auto org = posted_org(visit, directory, "org", Needs::contributor);
  draft.org = org.id;
  const auto begun =
      visit.services.db.write([&](store::Writer& writer) -> base::Result<Affiliation> {
        if (org.is_open()) return open_field("org", org);
        if (auto reach = check_reach(writer, visit, draft); !reach)
          return tl::unexpected(reach.error());
        return begin_affiliation(writer, draft, visit.event());
      });
  if (!begun) return person_page(visit, draft, org, {.error = &begun.error(), .ending = {}});
  return app::redirect_with_notice(visit, "/people/" + visit.id(), "Recorded.");
}

// POST /people/{id}/affiliations/{affiliation}/end
Answer end_here(Visit& visit) {
  const auto ended = visit.services.db.write([&](store::Writer& writer) {
    return end_affiliation(writer, visit.id("affiliation"), visit.form().text("until"),
                           visit.event());
  });
  if (!ended && ended.error().kind == base::Error::Kind::conflict)
    return tl::unexpected(ended.error());
  if (!ended)
    return person_page(visit, {}, {}, {.error = &ended.error(), .ending = visit.id("affiliation")});
  return app::redirect_with_notice(visit, "/people/" + visit.id(), "The end is recorded.");
}

}  // namespace

void person_routes(app::Routes& routes, const SharedDirectory& directory) {
  routes.get("/people/{id}", Needs::participant, scopes::person(Needs::participant), show_person,
             {.formats = {"vcf"}});
  routes.get("/people/{id}/edit", Needs::contributor, scopes::person(Needs::contributor), edit);
  routes.post("/people/{id}/edit", Needs::contributor, scopes::person(Needs::contributor), change);
  routes.post("/people/{id}/affiliations", Needs::contributor, scopes::person(Needs::contributor),
              with(directory, begin_here));
  routes.post("/people/{id}/affiliations/{affiliation}/end", Needs::contributor,
              scopes::affiliation(), end_here);
}

}  // namespace enact::network
