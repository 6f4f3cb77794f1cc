// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "app/visit.h"
#include "base/csv.h"
#include "playbook/outline.h"
#include "playbook/run_filter.h"
#include "web/view.h"

// Pieces that This month, the board, the timeline and the matrix share.
namespace enact::playbook {

// How runs are named in a list.
struct RunNames {
  const Outline& outline;
  const RunScope& scope;
  base::Day today;

  bool are_several_ecosystems() const { return scope.ecosystems.size() > 1; }
};

// url, title, purpose, play, owner, ecosystem, and what its date says: is_overdue, is_due,
// is_quiet with due, due_words, quiet.
web::View run_view(const Run& run, const RunNames& names);

// Where a run is read: its page, or the vignette by which it was told.
std::string address_of(const Run& run);

// Whose runs these are: the ecosystem's name, or "3 ecosystems".
std::string scope_words(const app::Visit& visit, const RunScope& scope);

// The links that choose among runs, for _run_filters.html. `path` is the page's own address.
struct FilterLinks {
  std::string_view path;
  const RunFilter& filter;
  const RunScope& visible;  // all that the person may see
  const Outline& outline;
};
void set_filters(web::View& view, const FilterLinks& links);

// "board-2026-11-22.csv".
web::Response csv_file(const base::CsvWriter& csv, std::string_view name, base::Day today);

}  // namespace enact::playbook
