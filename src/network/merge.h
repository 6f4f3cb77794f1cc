// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "network/facts.h"

namespace enact::network {

// Whose value stays, where two records that become one say different things.
enum class Stays { kept, merged };

// A fact, or a column of the record itself, on which the two differ.
struct Difference {
  std::string key;  // "name", or "fact:city"
  std::string label;
  std::string kept;  // in words; empty where nothing is known
  std::string merged;
  std::string kept_from;  // "IPEDS, as of 2024": source and date, where there are any
  std::string merged_from;
  Stays suggested = Stays::kept;
};

using Choices = std::map<std::string, Stays, std::less<>>;  // by key; the others as suggested

// What one of the two says, and how fresh it is.
struct Statement {
  std::string value;
  std::string as_of;  // partial date, or empty
  std::string noted_at;
};

// The more recently sourced of the two stays, and something rather than nothing.
Stays suggestion(const Statement& kept, const Statement& merged);

Stays stays_of(const Choices& choices, const Difference& difference);

// The columns of a record that a person chooses between, as the table calls them, with their
// labels.
struct Column {
  std::string_view name;
  std::string_view label;
};
const std::vector<Column>& columns_of(Thing thing);

// The row of the kept record after a merge: its own with the chosen values of the other.
base::Json merged_row(Thing thing,
                      const base::Json& kept,
                      const base::Json& merged,
                      const std::vector<Difference>& differences,
                      const Choices& choices);

// The row of the kept record when the merge is undone: as it was before where nothing changed
// since. Otherwise each column that the merge changed goes back, and one that somebody changed
// since stays; `left` names those.
struct Undone {
  base::Json row;
  std::vector<std::string> left;  // labels
};
Undone undone_row(Thing thing,
                  const base::Json& before,
                  const base::Json& after,
                  const base::Json& now);

}  // namespace enact::network
