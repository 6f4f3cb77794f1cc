// SPDX-License-Identifier: Apache-2.0
#include "playbook/run_filter.h"

#include <algorithm>

#include "base/text.h"
#include "playbook/document.h"

namespace enact::playbook {

base::Result<RunFilter> RunFilter::parse(const web::Request& request) {
  RunFilter filter{.ecosystem = request.query_value("ecosystem"),
                   .cohort = request.query_value("cohort"),
                   .strategy = request.query_value("strategy"),
                   .play = request.query_value("play"),
                   .owner = request.query_value("owner"),
                   .state = {}};
  const auto state = request.query_value("state");
  filter.state = run_state_named(state);
  if (!state.empty() && !filter.state)
    return base::invalid("state",
                         "A run is planned, in_progress, done, written_up or set_aside; the "
                         "address asks for something else.");
  return filter;
}

std::string RunFilter::address(std::string_view path) const {
  std::string query;
  const auto add = [&](std::string_view name, std::string_view value) {
    if (value.empty()) return;
    query += query.empty() ? '?' : '&';
    query += name;
    query += '=';
    query += base::url_encode(value);
  };
  add("ecosystem", ecosystem);
  add("cohort", cohort);
  add("strategy", strategy);
  add("play", play);
  add("owner", owner);
  if (state) add("state", name_of(*state));
  return std::string(path) + query;
}

bool RunScope::has(std::string_view ecosystem) const {
  return std::any_of(ecosystems.begin(), ecosystems.end(),
                     [&](const network::Org& org) { return org.id == ecosystem; });
}

std::string RunScope::name_of(std::string_view ecosystem) const {
  const auto found = std::find_if(ecosystems.begin(), ecosystems.end(),
                                  [&](const network::Org& org) { return org.id == ecosystem; });
  return found != ecosystems.end() ? found->name : std::string(ecosystem);
}

std::vector<std::string> cohorts_of(const std::vector<network::Org>& ecosystems) {
  std::vector<std::string> known;
  for (const auto& org : ecosystems)
    if (!org.cohort.empty() && std::find(known.begin(), known.end(), org.cohort) == known.end())
      known.push_back(org.cohort);
  return known;
}

RunScope visible_scope(store::Reader& reader, const identity::Viewer& viewer) {
  RunScope scope{.ecosystems = network::ecosystems(reader),
                 .is_everything = identity::meets(viewer, web::Needs::analyst, "")};
  if (scope.is_everything) return scope;
  const auto own = viewer.workspaces();
  std::erase_if(scope.ecosystems, [&](const network::Org& org) {
    return std::find(own.begin(), own.end(), org.id) == own.end();
  });
  return scope;
}

base::Result<RunScope> scope_of(store::Reader& reader,
                                const identity::Viewer& viewer,
                                const RunFilter& filter) {
  auto scope = visible_scope(reader, viewer);
  if (!filter.ecosystem.empty() && !scope.has(filter.ecosystem)) {
    const auto org = network::find_org(reader, filter.ecosystem);
    if (!org || org->kind != "ecosystem")
      return base::not_found("The network has no ecosystem of this name.");
    return base::forbidden(
        "The runs of " + org->name +
        " are for who takes part in it. Ask its lead for an invitation, or look at your own.");
  }
  const auto left_out = std::erase_if(scope.ecosystems, [&](const network::Org& org) {
    return (!filter.ecosystem.empty() && org.id != filter.ecosystem) ||
           (!filter.cohort.empty() && org.cohort != filter.cohort);
  });
  if (left_out > 0) scope.is_everything = false;
  return scope;
}

RunSelection selection_of(const RunFilter& filter,
                          const RunScope& scope,
                          const identity::Viewer& viewer) {
  RunSelection selection;
  if (!filter.strategy.empty()) selection.strategy = item_id(Kind::strategy, filter.strategy);
  if (!filter.play.empty()) selection.play = item_id(Kind::play, filter.play);
  selection.owner = filter.owner == "me" ? viewer.user_id : filter.owner;
  selection.is_everywhere = scope.is_everything;
  selection.workspaces = "|";
  for (const auto& org : scope.ecosystems) selection.workspaces += org.id + "|";
  const bool is_one = scope.ecosystems.size() == 1;
  if (is_one) selection.workspace = scope.ecosystems.front().id;

  if (!selection.owner.empty())
    selection.path = "owner";
  else if (!selection.play.empty())
    selection.path = "play";
  else if (is_one)
    selection.path = selection.strategy.empty() ? "ecosystem" : "cell";
  else
    selection.path = "ecosystems";
  return selection;
}

}  // namespace enact::playbook
