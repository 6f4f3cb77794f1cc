// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "identity/audit.h"
#include "programs/matching.h"
#include "programs/need.h"
#include "store/database.h"

namespace enact::programs {

// Which needs of an ecosystem a list shows.
struct NeedFilter {
  std::string workspace;
  std::string state = "waiting";  // open or matched; or one state; or empty: all
  std::string kind;               // empty: all
  std::string program;            // empty: all
  std::string words;
};

std::optional<Need> find_need(store::Reader& reader, std::string_view id);

// Open ones first, and of those the most urgent, then the oldest.
std::vector<Need> needs(store::Reader& reader,
                        const NeedFilter& filter,
                        std::size_t from,
                        std::size_t most);
// By state, whatever state the filter asks for.
std::map<NeedState, int> count_needs(store::Reader& reader, const NeedFilter& filter);

// What the rules of matching want to know of it.
Wanted wanted(store::Reader& reader, const Need& need);

base::Result<Need> note_need(store::Writer& writer, Need need, identity::Event by);

struct NeedMove {
  std::string need;
  NeedState to = NeedState::open;
  std::string note;
  std::int64_t version = 0;
};
base::Result<void> move_need(store::Writer& writer, const NeedMove& move, identity::Event by);

// For `like`: each of the first three words with "%" around it, and what stands for any.
std::vector<std::string> like_words(std::string_view words);

}  // namespace enact::programs
