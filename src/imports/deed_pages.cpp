// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/text.h"
#include "imports/deciding.h"
#include "imports/jobs.h"
#include "imports/journal.h"
#include "imports/numbers.h"
#include "imports/pages.h"

namespace enact::imports {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;
using Done = base::Result<void>;

std::string address_of(const Import& import) {
  return "/imports/" + import.id;
}

base::Failure too_late(const Import& import) {
  return base::conflict(fmt::format(
      "That is not possible any more: the import {}. Reload its page.", words_for(import.state)));
}

// The page of rows that the form stood on.
std::string same_page(const Visit& visit, const Import& import) {
  return fmt::format("{}?show={}&page={}", address_of(import),
                     base::url_encode(visit.form().text("show")),
                     base::to_integer(visit.form().text("page")).value_or(1));
}

// POST /imports/{id}/decide
Answer decide_rows(Visit& visit, const Setup& setup) {
  const auto opened = open(visit, setup);
  if (!opened) return tl::unexpected(opened.error());
  const auto& import = opened->import;
  constexpr std::string_view kRow = "row-";
  std::vector<Decision> decisions;
  for (const auto& [name, value] : visit.form().fields()) {
    if (!name.starts_with(kRow)) continue;
    const auto position = base::to_integer(std::string_view(name).substr(kRow.size()));
    if (!position) continue;
    if (auto decision = decision_from(*position, value)) decisions.push_back(*std::move(decision));
  }
  const auto done = visit.services.db.write([&](store::Writer& writer) -> Done {
    for (const auto& decision : decisions)
      if (auto settled = decide(writer, import, opened->target, decision, deed_of(visit)); !settled)
        return settled;
    return {};
  });
  if (!done) return tl::unexpected(done.error());
  return app::redirect_with_notice(
      visit, same_page(visit, import),
      decisions.empty() ? "Nothing was decided yet."
                        : rows_words(static_cast<long long>(decisions.size())) + " decided.");
}

// POST /imports/{id}/decide-alike
Answer decide_together(Visit& visit, const Setup& setup) {
  const auto opened = open(visit, setup);
  if (!opened) return tl::unexpected(opened.error());
  const auto answer = answer_named(visit.form().text("answer"));
  auto question = Question::none;
  for (const auto each : {Question::two_matches, Question::likely_match, Question::same_record})
    if (name_of(each) == visit.form().text("question")) question = each;
  if (!answer || question == Question::none)
    return base::invalid("answer", "Choose what to do with these rows.");
  const auto settled = visit.services.db.write([&](store::Writer& writer) {
    return decide_alike(writer, opened->import, opened->target, question, *answer, deed_of(visit));
  });
  if (!settled) return tl::unexpected(settled.error());
  return app::redirect_with_notice(visit, address_of(opened->import),
                                   rows_words(*settled) + " decided.");
}

// Moves the import on in one transaction with the job that does the work.
template <class Step>
Answer step(Visit& visit, const Setup& setup, Step take) {
  const auto opened = open(visit, setup);
  if (!opened) return tl::unexpected(opened.error());
  const bool is_done =
      visit.services.db.write([&](store::Writer& writer) { return take(writer, opened->import); });
  if (!is_done) return too_late(opened->import);
  return web::redirect(address_of(opened->import));
}

// POST /imports/{id}/plan
Answer plan_again(Visit& visit, const Setup& setup) {
  return step(visit, setup, [&](store::Writer& writer, const Import& import) {
    if (!ask_for_plan(writer, import.id, visit.now())) return false;
    enqueue_plan(writer, import.id, visit.now());
    return true;
  });
}

// POST /imports/{id}/commit
Answer commit(Visit& visit, const Setup& setup) {
  const auto seen = base::to_integer(visit.form().text("plan_version"));
  return step(visit, setup, [&](store::Writer& writer, Import import) {
    // What somebody decided after the page was shown is not what this person looked at.
    import.plan_version = seen.value_or(-1);
    if (!ask_for_commit(writer, import, visit.now())) return false;
    enqueue_commit(writer, import.id, deed_of(visit));
    return true;
  });
}

// POST /imports/{id}/undo
Answer undo(Visit& visit, const Setup& setup) {
  return step(visit, setup, [&](store::Writer& writer, const Import& import) {
    if (!ask_for_undo(writer, import.id, visit.now())) return false;
    enqueue_undo(writer, import.id, deed_of(visit),
                 visit.form().has("leave_changed") ? ChangedSince::leave : ChangedSince::refuse);
    return true;
  });
}

// POST /imports/{id}/cancel
Answer give_up(Visit& visit, const Setup& setup) {
  const auto opened = open(visit, setup);
  if (!opened) return tl::unexpected(opened.error());
  const bool is_done = visit.services.db.write(
      [&](store::Writer& writer) { return cancel(writer, opened->import.id, visit.now()); });
  if (!is_done) return too_late(opened->import);
  return app::redirect_with_notice(visit, "/imports", "The import is given up; nothing went in.");
}

}  // namespace

void deed_routes(app::Routes& routes, const Setup& setup) {
  const auto add = [&](const char* pattern, Answer (*handler)(Visit&, const Setup&)) {
    routes.post(pattern, Needs::contributor, scopes::import(),
                [&setup, handler](Visit& visit) { return handler(visit, setup); });
  };
  add("/imports/{id}/decide", decide_rows);
  add("/imports/{id}/decide-alike", decide_together);
  add("/imports/{id}/plan", plan_again);
  add("/imports/{id}/commit", commit);
  add("/imports/{id}/undo", undo);
  add("/imports/{id}/cancel", give_up);
}

}  // namespace enact::imports
