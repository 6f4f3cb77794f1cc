// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <functional>
#include <string>

namespace enact::base {

// A strong id: `struct PlayTag; using PlayId = base::Id<PlayTag>;`. Ids are made by the program,
// so that one schema serves both databases, or are readable slugs that a network chose.
template <class Tag>
struct Id {
  std::string value;

  auto operator<=>(const Id&) const = default;
  bool empty() const { return value.empty(); }
};

// 25 characters of [0-9a-z], unique, and sorting by when they were made: by the millisecond between
// processes, in exact order within one (a UUID version 7, RFC 9562, in base 36).
std::string new_id();

}  // namespace enact::base

template <class Tag>
struct std::hash<enact::base::Id<Tag>> {
  std::size_t operator()(const enact::base::Id<Tag>& id) const {
    return std::hash<std::string>{}(id.value);
  }
};
