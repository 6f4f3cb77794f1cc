// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "base/asset.h"

namespace enact::store {

// A named query of a room. The build reads every `-- name: find_play` in src/<room>/sql/*.sql and
// declares `enact::<room>::sql::find_play` in the generated header "<room>/queries.h", so that an
// unknown name does not compile.
struct Query {
  std::string_view room;
  std::string_view name;
};

// A room's sql/ folder. Files that begin with a number are migrations (migrate.h), the others
// hold named queries:
//
//   -- name: find_play
//   select id, title from playbook_plays where id = :id;
//
//   -- name: search_plays [postgres]     replaces search_plays on PostgreSQL
//   ...
//
// One statement each, parameters as `:name`, one text for both databases wherever possible.
struct RoomSql {
  std::string_view room;
  base::Assets assets;
};

}  // namespace enact::store
