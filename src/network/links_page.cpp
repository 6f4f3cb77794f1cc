// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/text.h"
#include "network/form_views.h"
#include "network/links.h"
#include "network/network.h"
#include "network/pages.h"
#include "network/people.h"
#include "network/scopes.h"
#include "network/written_name.h"

namespace enact::network {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;

std::string url_of(const Subject& subject) {
  return (subject.thing == Thing::person ? "/people/" : "/orgs/") + subject.id;
}

// What the form holds: a link of this subject whose other end is still a name.
struct Draft {
  Link link;
  std::string other;
};

Draft draft_of(const Visit& visit, const Subject& subject) {
  const auto& form = visit.form();
  Draft draft;
  auto& link = draft.link;
  link.kind = link_kind_named(form.text("kind")).value_or(LinkKind::knows);
  link.from = subject;
  link.to.thing = to_of(link.kind);
  draft.other = form.text("to");
  const auto strength = base::to_integer(form.text("strength")).value_or(1);
  link.strength = strength == 3   ? Strength::know_well
                  : strength == 2 ? Strength::work_together
                                  : Strength::have_met;
  link.from_date = form.text("from_date");
  link.last_contact = form.text("last_contact");
  link.is_private = form.text("is_private") == "yes";
  link.note = form.text("note");
  link.workspace = visit.scope;
  return draft;
}

std::vector<Input> inputs_of(const Draft& draft) {
  using enum Input::Control;
  const auto& link = draft.link;
  const bool is_person = link.from.thing == Thing::person;
  std::vector<Choice> kinds;
  for (const auto kind : kLinkKinds)
    if (from_of(kind) == link.from.thing)
      kinds.push_back({std::string(name_of(kind)), std::string(words_of(kind))});
  std::vector<Input> inputs{
      {.name = "kind",
       .label = "How",
       .value = std::string(name_of(link.kind)),
       .is_optional = false,
       .control = choice,
       .choices = std::move(kinds)},
      {.name = "to",
       .label = "Whom or what",
       .value = draft.other,
       .help = is_person ? "A person's name as it stands on record; of sits on, the organization's."
                         : "The organization's name as it stands on record.",
       .is_optional = false}};
  if (is_person)
    inputs.push_back({.name = "strength",
                      .label = "How well",
                      .value = std::to_string(static_cast<int>(link.strength)),
                      .is_optional = false,
                      .control = choice,
                      .choices = {{"1", std::string(words_of(Strength::have_met))},
                                  {"2", std::string(words_of(Strength::work_together))},
                                  {"3", std::string(words_of(Strength::know_well))}}});
  inputs.push_back({.name = "from_date", .label = "Since", .value = link.from_date});
  if (is_person)
    inputs.push_back(
        {.name = "last_contact", .label = "Last in touch", .value = link.last_contact});
  inputs.push_back({.name = "note", .label = "Note", .value = link.note});
  inputs.push_back({.name = "is_private",
                    .label = "Who may see and use it",
                    .value = link.is_private ? "yes" : "no",
                    .is_optional = false,
                    .control = choice,
                    .choices = {{"no", "Those who take part"}, {"yes", "Only I"}}});
  return inputs;
}

web::View link_view(const Link& link, const Subject& seen_from, bool may_edit) {
  const bool is_forward = link.from.thing == seen_from.thing && link.from.id == seen_from.id;
  const auto& other = is_forward ? link.to : link.from;
  web::View view;
  view.set("link", link.id)
      .set("words", is_forward ? words_of(link.kind) : words_back_of(link.kind))
      .set("other", is_forward ? link.to_name : link.from_name)
      .set("other_url", url_of(other))
      .set("is_between_people", link.kind == LinkKind::knows)
      .set("strength", words_of(link.strength))
      .set("is_private", link.is_private)
      .set("has_ended", link.has_ended)
      .set("may_end", may_edit && !link.has_ended);
  view.set_maybe("note", link.note);
  set_date(view, "since", link.from_date);
  set_date(view, "last_contact", link.last_contact);
  set_date(view, "until", link.until_date);
  return view;
}

Subject subject_of(const Visit& visit, Thing thing) {
  return {thing, visit.id()};
}

std::optional<std::string> name_of(store::Reader& reader, const Subject& subject) {
  if (subject.thing == Thing::organization) {
    const auto org = find_org(reader, subject.id);
    return org ? std::optional(org->name) : std::nullopt;
  }
  const auto person = find_person_record(reader, subject.id);
  return person ? std::optional(person->name) : std::nullopt;
}

Answer links_page(Visit& visit, const Draft& draft, const base::Error* error) {
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    const auto& subject = draft.link.from;
    const auto name = name_of(reader, subject);
    if (!name) return base::not_found("There is nothing on record at this address.");
    const bool may_edit = identity::meets(visit.viewer, Needs::contributor, visit.scope);
    std::vector<web::View> links;
    for (const auto& link : links_of(reader, subject))
      if (link.is_seen_by(visit.viewer.user_id))
        links.push_back(link_view(link, subject, may_edit));
    web::View view;
    show_inputs(view, inputs_of(draft), error);
    view.set("name", *name)
        .set("url", url_of(subject))
        .set("section_name", subject.thing == Thing::person ? "People" : "Network")
        .set("section_url", subject.thing == Thing::person ? "/people" : "/network")
        .set("today", visit.today().iso())
        .set("may_edit", may_edit);
    view.set_list("links", std::move(links));
    return Filled{"links.html",
                  std::move(view),
                  {.title = "Connections of " + *name,
                   .status = error != nullptr ? status_of(*error) : 200,
                   .section = "network"}};
  }));
}

Draft empty_draft(const Subject& subject) {
  Draft draft;
  draft.link.kind = subject.thing == Thing::person ? LinkKind::knows : LinkKind::houses;
  draft.link.from = subject;
  return draft;
}

template <Thing thing>
Answer show_links(Visit& visit) {
  return links_page(visit, empty_draft(subject_of(visit, thing)), nullptr);
}

template <Thing thing>
Answer note(Visit& visit) {
  auto draft = draft_of(visit, subject_of(visit, thing));
  const auto noted = visit.services.db.write([&](store::Writer& writer) -> base::Result<Link> {
    const auto other = id_written(writer, draft.link.to.thing, draft.other, "to");
    if (!other) return tl::unexpected(other.error());
    draft.link.to.id = *other;
    return note_link(writer, draft.link, visit.event());
  });
  if (!noted && noted.error().kind == base::Error::Kind::not_found)
    return tl::unexpected(noted.error());
  if (!noted) return links_page(visit, draft, &noted.error());
  return app::redirect_with_notice(visit, url_of(draft.link.from) + "/links", "Noted.");
}

template <Thing thing>
Answer end(Visit& visit) {
  const auto subject = subject_of(visit, thing);
  const auto ended = visit.services.db.write([&](store::Writer& writer) -> base::Result<void> {
    const auto link = find_link(writer, visit.id("link"));
    if (!link || (link->from.id != subject.id && link->to.id != subject.id))
      return base::not_found("This is not on record.");
    return end_link(writer, link->id, visit.form().text("until"), visit.event());
  });
  if (!ended && ended.error().kind == base::Error::Kind::invalid)
    return links_page(visit, empty_draft(subject), &ended.error());
  if (!ended) return tl::unexpected(ended.error());
  return app::redirect_with_notice(visit, url_of(subject) + "/links", "The end is recorded.");
}

}  // namespace

void links_routes(app::Routes& routes) {
  const auto& org = scopes::org();
  routes.get("/orgs/{id}/links", Needs::participant, org, show_links<Thing::organization>);
  routes.post("/orgs/{id}/links", Needs::contributor, org, note<Thing::organization>);
  routes.post("/orgs/{id}/links/{link}/end", Needs::contributor, org, end<Thing::organization>);
  routes.get("/people/{id}/links", Needs::participant, scopes::person(Needs::participant),
             show_links<Thing::person>);
  routes.post("/people/{id}/links", Needs::contributor, scopes::person(Needs::contributor),
              note<Thing::person>);
  routes.post("/people/{id}/links/{link}/end", Needs::contributor,
              scopes::person(Needs::contributor), end<Thing::person>);
}

}  // namespace enact::network
