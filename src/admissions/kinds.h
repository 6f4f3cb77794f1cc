// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "identity/audit.h"
#include "store/database.h"

namespace enact::admissions {

// What an institution can commit to: data of the network, which the hub words.
struct CommitmentKind {
  std::string id;
  std::string label;  // "Waives the application fee"
  std::string help;
};

std::vector<CommitmentKind> kinds(store::Reader& reader);  // in the order of pages
std::optional<CommitmentKind> find_kind(store::Reader& reader, std::string_view id);

// Adds a kind or words one anew.
base::Result<void> save_kind(store::Writer& writer, CommitmentKind kind, identity::Event by);

}  // namespace enact::admissions
