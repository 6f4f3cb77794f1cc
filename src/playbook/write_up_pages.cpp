// SPDX-License-Identifier: Apache-2.0
#include "app/visit.h"
#include "playbook/editor.h"
#include "playbook/item_views.h"
#include "playbook/run_forms.h"
#include "playbook/run_page.h"
#include "playbook/run_pages.h"
#include "playbook/run_views.h"

namespace enact::playbook {
namespace {

using app::Visit;
using Answer = base::Result<web::Response>;

// What the page shows instead of the stored story: what was just typed, and what is wrong with it.
struct Typed {
  HandIn told;
  const base::Error* error = nullptr;
};

void set_story_fields(web::View& view, const Story& story, const base::Error* error) {
  view.set("title", story.title)
      .set("summary", story.summary)
      .set("when", story.when)
      .set("source", story.source)
      .set("text", story.body)
      .set("preview", preview_of(story.body));
  app::show_faults(view, {"title", "summary", "when", "text"}, error);
}

void set_where_it_stands(web::View& view, const Visit& visit, const Run& run, const WriteUp& now) {
  const bool is_done = run.state == RunState::done;
  const bool is_published = run.state == RunState::written_up;
  const auto& revision = now.revision;
  view.set("is_too_early", !is_done && !is_published)
      .set("may_finish", run.state == RunState::in_progress)
      .set("is_waiting", is_done && now.is_waiting())
      .set("is_published", is_published)
      .set("is_returned", is_done && now.is_returned())
      .set("may_edit", is_done && !now.is_waiting())
      .set("may_contribute", identity::meets(visit.viewer, web::Needs::contributor, visit.scope))
      .set("has_story", revision.has_value())
      .set("story_url", run.vignette.empty() ? "" : address_of(run.vignette))
      .set("handed_in_words", revision ? day_words(revision->made_at) : "")
      .set("reviewer", revision ? revision->reviewer_name : "")
      .set("comment", revision ? revision->review_comment : "");
}

// Somebody else saved: their text beside what was typed, which now stands on top of theirs.
void set_theirs(web::View& view, const WriteUp& now, const Typed& typed) {
  const bool is_stale = typed.error != nullptr && now.based_on != typed.told.based_on;
  view.set("is_stale", is_stale && now.revision)
      .set("theirs_by", now.revision ? now.revision->made_by_name : "")
      .set("theirs", now.story.body);
}

void set_write_up(
    web::View& view, Visit& visit, store::Reader& reader, const Run& run, const Typed* typed) {
  const auto now = write_up_of(reader, run);
  const auto* error = typed != nullptr ? typed->error : nullptr;
  set_where_it_stands(view, visit, run, now);
  set_people(view, visit, reader, {.back = "write-up", .error = nullptr});
  set_story_fields(view, typed != nullptr ? typed->told.story : now.story, error);
  set_theirs(view, now, typed != nullptr ? *typed : Typed{.told = {.story = {}, .based_on = 0}});
  view.set("based_on", now.based_on).set("is_dirty", typed != nullptr);
  // Nothing typed is lost where the run moved on meanwhile: the fields stay open.
  if (error != nullptr) view.set("may_edit", true);
}

Answer write_up_page(Visit& visit, const Typed* typed = nullptr) {
  web::View view;
  app::PageOptions options;
  options.section = "board";
  if (typed != nullptr && typed->error != nullptr)
    options.status = typed->error->kind == base::Error::Kind::conflict ? 409 : 422;
  const bool is_there = visit.services.db.read([&](store::Reader& reader) {
    const auto run = find_run(reader, visit.id());
    if (!run || run->is_told()) return false;
    options.title = "Write up: " + run->title;
    options.purpose = set_run_head(view, reader, *run);
    set_write_up(view, visit, reader, *run, typed);
    return true;
  });
  if (!is_there)
    return base::not_found("There is no such run to write up. It may be told by a vignette.");
  return app::page(visit, "playbook", "run_write_up.html", std::move(view), std::move(options));
}

Answer show_write_up(Visit& visit) {
  return write_up_page(visit);
}

Answer hand_in(Visit& visit) {
  Typed typed{.told = story_form(visit.form())};
  if (visit.form().has("preview")) return write_up_page(visit, &typed);
  const auto run = visit.services.db.write([&](store::Writer& writer) {
    return hand_in_story(writer, visit.id(), typed.told, visit.event());
  });
  if (run)
    return app::redirect_with_notice(visit, "/runs/" + visit.id(),
                                     "Handed in. The hub reviews the story and publishes it.");
  if (run.error().kind == base::Error::Kind::not_found) return tl::unexpected(run.error());
  typed.error = &run.error();
  return write_up_page(visit, &typed);
}

}  // namespace

void write_up_routes(app::Routes& routes) {
  using web::Needs;
  routes.get("/runs/{id}/write-up", Needs::contributor, of_run(), show_write_up);
  routes.post("/runs/{id}/write-up", Needs::contributor, of_run(), hand_in);
}

}  // namespace enact::playbook
