// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "identity/audit.h"
#include "programs/asset.h"
#include "programs/matching.h"
#include "programs/need.h"
#include "store/database.h"

// The directory of assets: who in an ecosystem offers what.
namespace enact::programs {

struct AssetFilter {
  std::string workspace;
  std::string kind;  // empty: all
  std::string words;
  bool is_retired = false;  // those that are no longer offered
};

std::optional<Asset> find_asset(store::Reader& reader, std::string_view id);
std::vector<Asset> find_assets(store::Reader& reader,
                               const AssetFilter& filter,
                               std::size_t from,
                               std::size_t most);
// By kind, whatever kind the filter asks for.
std::map<Kind, int> count_assets(store::Reader& reader, const AssetFilter& filter);

// Those that the rules of matching should look at for a need.
std::vector<Asset> assets_for(store::Reader& reader, const Need& need);
Offered offered(const Asset& asset);

// `asset.offered_by` is looked up among organizations, and people of the ecosystem.
base::Result<Asset> add_asset(store::Writer& writer, Asset asset, identity::Event by);
base::Result<Asset> change_asset(store::Writer& writer, Asset asset, identity::Event by);

// That it is still offered as it stands; brings one back that was retired.
base::Result<void> confirm_asset(store::Writer& writer, std::string_view id, identity::Event by);
base::Result<void> retire_asset(store::Writer& writer, std::string_view id, identity::Event by);

}  // namespace enact::programs
