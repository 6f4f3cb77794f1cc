// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "admissions/commitment_form.h"
#include "admissions/commitments.h"
#include "admissions/institution.h"
#include "admissions/lists.h"
#include "admissions/pages.h"
#include "admissions/scopes.h"
#include "base/plain_text.h"
#include "base/text.h"
#include "network/network.h"

namespace enact::admissions {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;

// Which of the page's forms has faults.
enum class Form { none, note, commitment, plan };
struct Trouble {
  Form form = Form::none;
  const base::Error* error = nullptr;
};

std::string address(const Visit& visit) {
  return fmt::format("/orgs/{}/admissions{}", visit.id(), ecosystem_part(visit));
}

std::vector<web::View> office_views(const std::vector<Office>& offices) {
  std::vector<web::View> views;
  for (const auto& office : offices) {
    std::vector<web::View> contacts;
    for (const auto& contact : office.contacts)
      contacts.emplace_back()
          .set("name", contact.name)
          .set("url", "/people/" + contact.person)
          .set("role", contact.role);
    auto& view = views.emplace_back();
    view.set("name", office.name)
        .set("url", "/orgs/" + office.id)
        .set("kind", office.kind_label)
        .set_maybe("priorities", office.priorities);
    view.set_list("contacts", std::move(contacts));
  }
  return views;
}

web::View note_view(const ProcessNote& note, const Visit& visit) {
  web::View view;
  view.set("topic", words_of(note.topic))
      .set("org", note.org_name)
      .set("words", note.words)
      .set("source", note.source)
      .set("by", note.noted_by)
      .set("action", fmt::format("/admissions/notes/{}/superseded", note.id))
      .set("may_supersede", identity::meets(visit.viewer, Needs::contributor, note.workspace))
      .set("superseded_by", note.superseded_by);
  set_date(view, "as_of", note.as_of);
  set_date(view, "superseded", note.superseded_at.substr(0, 10));
  return view;
}

void show_notes(web::View& view, store::Reader& reader, const Visit& visit) {
  std::vector<web::View> current, earlier;
  for (const auto& note : notes_at(reader, visit.id(), visit.scope))
    (note.is_current() ? current : earlier).push_back(note_view(note, visit));
  view.set_list("notes", std::move(current)).set_list("earlier_notes", std::move(earlier));
}

void show_plans(web::View& view, store::Reader& reader, const Visit& visit) {
  std::vector<web::View> views;
  for (const auto& plan : plans_at(reader, visit.id(), visit.scope)) {
    auto& item = views.emplace_back();
    item.set("what", plan.what)
        .set("by", plan.noted_by)
        .set("action", fmt::format("/admissions/plans/{}/done", plan.id))
        .set("is_late", !plan.due_on.empty() && plan.due_on < visit.today().iso())
        .set("may_finish", identity::meets(visit.viewer, Needs::contributor, plan.workspace));
    set_date(item, "due", plan.due_on);
  }
  view.set_list("plans", std::move(views));
}

// What the ecosystem agreed here, and what others show to all.
void show_commitments(web::View& view, store::Reader& reader, const Visit& visit) {
  std::vector<web::View> own, others;
  for (const auto& commitment : commitments_at(reader, visit.id(), visit.scope)) {
    auto item = commitment_view(commitment, visit.today());
    const bool is_own = visit.scope.empty() || commitment.workspace == visit.scope;
    item.set("ecosystem", network::org_name(reader, commitment.workspace));
    (is_own ? own : others).push_back(std::move(item));
  }
  view.set_list("commitments", std::move(own)).set_list("of_others", std::move(others));
}

void show_note_form(web::View& view, const Visit& visit, const std::vector<Office>& offices) {
  const auto& form = visit.form();
  std::vector<web::View> topics, at;
  for (const auto topic : kTopics)
    add_option(topics, name_of(topic), words_of(topic), form.text("topic"));
  for (const auto& office : offices) add_option(at, office.id, office.name, form.text("org"));
  view.set("topics", std::move(topics))
      .set("note_offices", std::move(at))
      .set("words", form.raw("words"))
      .set("source", form.text("source"))
      .set("as_of", form.has("as_of") ? form.text("as_of") : visit.today().iso().substr(0, 7));
  view.set("what", form.text("what")).set("due_on", form.text("due_on"));
}

Answer institution_page(Visit& visit, const Trouble& trouble) {
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    const auto org = network::find_org(reader, visit.id());
    if (!org) return base::not_found("There is no organization at this address.");
    const bool sees_people =
        identity::meets(visit.viewer, Needs::participant, network::workspace_of(reader, org->id));
    const auto offices =
        offices_of(reader, org->id, sees_people ? Contacts::shown : Contacts::hidden);
    std::vector<web::View> housed;
    for (const auto& program : programs_housed(reader, org->id, visit.scope, visit.viewer.user_id))
      housed.emplace_back().set("name", program.name).set("url", "/orgs/" + program.id);
    web::View view;
    show_choice(view, reader, visit, fmt::format("/orgs/{}/admissions", org->id));
    view.set("name", org->name)
        .set("url", "/orgs/" + org->id)
        .set("offices", office_views(offices))
        .set("sees_people", sees_people)
        .set("action", fmt::format("/orgs/{}/admissions", org->id))
        .set("is_note_open", trouble.form == Form::note)
        .set("is_plan_open", trouble.form == Form::plan)
        .set("is_commitment_open",
             trouble.form == Form::commitment || !visit.request.query_value("prospect").empty())
        .set("may_edit", !visit.scope.empty() &&
                             identity::meets(visit.viewer, Needs::contributor, visit.scope));
    view.set_list("housed", std::move(housed));
    show_commitments(view, reader, visit);
    show_notes(view, reader, visit);
    show_plans(view, reader, visit);
    show_note_form(view, visit, offices);
    auto form =
        trouble.form == Form::commitment ? posted_commitment(visit.form()) : CommitmentForm{};
    if (form.prospect.empty()) form.prospect = visit.request.query_value("prospect");
    show_commitment_form(view, reader, form, visit.scope, visit.today());
    std::vector<web::View> at;
    for (const auto& office : offices) add_option(at, office.id, office.name, form.commitment.org);
    view.set("commitment_offices", std::move(at));
    auto fields = kCommitmentFields;
    for (const auto* field : {"org", "words", "source", "as_of", "what", "due_on"})
      fields.emplace_back(field);
    app::show_faults(view, fields, trouble.error);
    return Filled{"institution.html",
                  std::move(view),
                  {.title = org->name + " and admissions",
                   .status = trouble.error != nullptr ? status_of(*trouble.error) : 200,
                   .section = "admissions"}};
  }));
}

// GET /orgs/{id}/admissions
Answer show_institution(Visit& visit) {
  return institution_page(visit, {});
}

// The office that the form names, if it is part of this institution.
std::string office_in(store::Reader& reader, const Visit& visit) {
  const auto wanted = visit.form().text("org");
  for (const auto& office : offices_of(reader, visit.id(), Contacts::hidden))
    if (office.id == wanted) return wanted;
  return {};
}

// POST /orgs/{id}/admissions/notes
Answer add_note(Visit& visit) {
  const auto& form = visit.form();
  const auto noted = visit.services.db.write([&](store::Writer& writer) {
    return note_process(writer,
                        {.workspace = visit.scope,
                         .org = office_in(writer, visit),
                         .topic = topic_named(form.text("topic")).value_or(Topic::other),
                         .words = form.raw("words"),
                         .source = form.text("source"),
                         .as_of = form.text("as_of")},
                        visit.event());
  });
  if (!noted) return institution_page(visit, {Form::note, &noted.error()});
  return app::redirect_with_notice(visit, address(visit), "Noted.");
}

// POST /orgs/{id}/admissions/commitments
Answer add(Visit& visit) {
  const auto posted = posted_commitment(visit.form());
  const auto added =
      visit.services.db.write([&](store::Writer& writer) -> base::Result<Commitment> {
        auto draft = posted.commitment;
        draft.workspace = visit.scope;
        draft.org = office_in(writer, visit);
        auto kept = add_commitment(writer, draft, posted.step, visit.event());
        if (kept && !posted.prospect.empty())
          came_of(writer, posted.prospect, kept->id, visit.scope, visit.event());
        return kept;
      });
  if (!added) return institution_page(visit, {Form::commitment, &added.error()});
  return app::redirect_with_notice(visit, "/commitments/" + added->id, "Noted.");
}

// POST /orgs/{id}/admissions/plans
Answer add_plan(Visit& visit) {
  const auto planned = visit.services.db.write([&](store::Writer& writer) {
    return plan_next(writer,
                     {.workspace = visit.scope,
                      .org = visit.id(),
                      .what = visit.form().text("what"),
                      .due_on = visit.form().text("due_on")},
                     visit.event());
  });
  if (!planned && planned.error().kind == base::Error::Kind::not_found)
    return tl::unexpected(planned.error());
  if (!planned) return institution_page(visit, {Form::plan, &planned.error()});
  return app::redirect_with_notice(visit, address(visit), "Noted.");
}

// POST /admissions/notes/{id}/superseded
Answer supersede(Visit& visit) {
  auto org = visit.services.db.write([&](store::Writer& writer) -> base::Result<std::string> {
    if (auto done = supersede_note(writer, visit.id(), visit.event()); !done)
      return tl::unexpected(done.error());
    return find_note(writer, visit.id())->org;
  });
  if (!org) return tl::unexpected(org.error());
  return app::redirect_with_notice(
      visit, fmt::format("/orgs/{}/admissions{}", *org, ecosystem_part(visit)),
      "It stays on record as no longer so.");
}

// POST /admissions/plans/{id}/done
Answer finish(Visit& visit) {
  auto org = visit.services.db.write([&](store::Writer& writer) -> base::Result<std::string> {
    if (auto done = finish_plan(writer, visit.id(), visit.event()); !done)
      return tl::unexpected(done.error());
    return find_plan(writer, visit.id())->org;
  });
  if (!org) return tl::unexpected(org.error());
  return app::redirect_with_notice(
      visit, fmt::format("/orgs/{}/admissions{}", *org, ecosystem_part(visit)), "Done.");
}

}  // namespace

void institution_routes(app::Routes& routes) {
  const auto writes = network::ecosystem_scope(Needs::contributor);
  routes.get("/orgs/{id}/admissions", Needs::reader, scopes::own_or_all(), show_institution);
  routes.post("/orgs/{id}/admissions/notes", Needs::contributor, writes, add_note);
  routes.post("/orgs/{id}/admissions/commitments", Needs::contributor, writes, add);
  routes.post("/orgs/{id}/admissions/plans", Needs::contributor, writes, add_plan);
  routes.post("/admissions/notes/{id}/superseded", Needs::contributor, scopes::note(), supersede);
  routes.post("/admissions/plans/{id}/done", Needs::contributor, scopes::plan(), finish);
}

}  // namespace enact::admissions
