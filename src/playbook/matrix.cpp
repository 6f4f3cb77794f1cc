// SPDX-License-Identifier: Apache-2.0
#include "playbook/matrix.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace enact::playbook {
namespace {

// Where each id stands; one that is new is added by `add`.
template <class Add>
std::size_t index_of(std::map<std::string, std::size_t, std::less<>>& places,
                     const std::string& id,
                     Add add) {
  const auto [found, is_new] = places.emplace(id, places.size());
  if (is_new) add();
  return found->second;
}

}  // namespace

long long RunTally::all() const {
  return std::accumulate(runs_.begin(), runs_.end(), 0LL);
}

Matrix make_matrix(std::vector<Heading> strategies,
                   std::vector<network::Org> ecosystems,
                   const std::vector<RunCount>& counts) {
  Matrix matrix{.strategies = std::move(strategies), .rows = {}, .totals = {}, .total = {}};
  std::map<std::string, std::size_t, std::less<>> columns, rows;
  for (const auto& strategy : matrix.strategies) columns.emplace(strategy.id, columns.size());
  for (auto& ecosystem : ecosystems) {
    rows.emplace(ecosystem.id, rows.size());
    matrix.rows.push_back({.ecosystem = std::move(ecosystem), .cells = {}, .total = {}});
  }
  for (const auto& count : counts) {
    const auto column = index_of(columns, count.strategy, [&] {
      matrix.strategies.push_back(Outline().heading(count.strategy));
    });
    const auto row = index_of(rows, count.workspace, [&] {
      matrix.rows.push_back({.ecosystem = {.id = count.workspace, .name = count.workspace},
                             .cells = {},
                             .total = {}});
    });
    auto& cells = matrix.rows[row].cells;
    if (cells.size() <= column) cells.resize(column + 1);
    if (matrix.totals.size() <= column) matrix.totals.resize(column + 1);
    for (auto* tally :
         {&cells[column], &matrix.rows[row].total, &matrix.totals[column], &matrix.total})
      tally->add(count.state, count.runs);
  }
  for (auto& row : matrix.rows) row.cells.resize(matrix.strategies.size());
  matrix.totals.resize(matrix.strategies.size());
  return matrix;
}

Matrix matrix(store::Reader& reader, const Outline& outline, std::string_view cohort) {
  auto ecosystems = network::ecosystems(reader);
  auto counts = run_counts(reader);
  if (!cohort.empty()) {
    std::erase_if(ecosystems, [&](const network::Org& org) { return org.cohort != cohort; });
    std::erase_if(counts, [&](const RunCount& count) {
      return std::none_of(ecosystems.begin(), ecosystems.end(),
                          [&](const network::Org& org) { return org.id == count.workspace; });
    });
  }
  return make_matrix(outline.strategies(), std::move(ecosystems), counts);
}

}  // namespace enact::playbook
