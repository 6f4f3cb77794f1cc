// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "imports/imports.h"
#include "network/link.h"

namespace enact::network {

// Judges the rows of a file of links: which two records a row names, and whether they are connected
// already.
class LinkPlanner : public imports::Planner {
 public:
  explicit LinkPlanner(imports::Occasion on) : on_(std::move(on)) {}
  void judge(store::Reader& reader, std::span<imports::Candidate> rows) override;

 private:
  struct End {
    std::string id;
    std::string name;
    std::string workspace;  // of an organization, or the person's; "" for none or another's
    bool is_ours = false;
  };
  void judge(store::Reader& reader, imports::Candidate& row) const;
  std::vector<End> ends(store::Reader& reader,
                        imports::Candidate& row,
                        const char* field,
                        Thing thing) const;
  End end(store::Reader& reader, Thing thing, const std::string& id, std::string name) const;
  void match(store::Reader& reader,
             imports::Candidate& row,
             LinkKind kind,
             const std::vector<End>& from,
             const std::vector<End>& to) const;

  imports::Occasion on_;
};

}  // namespace enact::network
