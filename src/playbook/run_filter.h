// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "identity/role.h"
#include "network/network.h"
#include "playbook/run.h"
#include "store/database.h"
#include "web/request.h"

// Which runs a board or timeline shows: what the address asks for, within what the person may see.
namespace enact::playbook {

// Stands in the address, so that it can be shared. Empty is no filter.
struct RunFilter {
  std::string ecosystem;
  std::string cohort;
  std::string strategy;  // slug, "4"
  std::string play;      // slug, "4-1"
  std::string owner;     // "me" or a user id
  std::optional<RunState> state;

  static base::Result<RunFilter> parse(const web::Request& request);

  // "/board?ecosystem=lakeside&state=done"
  std::string address(std::string_view path) const;
  bool is_empty() const { return address("").empty(); }
};

// The ecosystems whose runs are looked at, by cohort and name.
struct RunScope {
  std::vector<network::Org> ecosystems;
  bool is_everything = false;  // all that there are

  bool has(std::string_view ecosystem) const;
  std::string name_of(std::string_view ecosystem) const;
};

// The cohorts that ecosystems are of, in their order, each once.
std::vector<std::string> cohorts_of(const std::vector<network::Org>& ecosystems);

// The ecosystems whose runs this person may see: their own; all of them for who reads across.
RunScope visible_scope(store::Reader& reader, const identity::Viewer& viewer);

// Those of them that the filter leaves. Somebody else's ecosystem is forbidden.
base::Result<RunScope> scope_of(store::Reader& reader,
                                const identity::Viewer& viewer,
                                const RunFilter& filter);

// The parameters of the queries that read runs: `path` is the narrowest way to them.
struct RunSelection {
  std::string path;            // cell, owner, play, ecosystem, ecosystems
  std::string workspace;       // the only one, where there is only one
  std::string workspaces;      // "|lakeside|foothills|"
  bool is_everywhere = false;  // all ecosystems, so that none has to be looked for
  std::string strategy;        // item id
  std::string play;            // item id
  std::string owner;           // user id

  // Whether the kept counts can count it.
  bool is_of_cells() const { return play.empty() && owner.empty(); }
};
RunSelection selection_of(const RunFilter& filter,
                          const RunScope& scope,
                          const identity::Viewer& viewer);

}  // namespace enact::playbook
