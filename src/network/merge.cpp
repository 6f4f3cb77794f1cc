// SPDX-License-Identifier: Apache-2.0
#include "network/merge.h"

#include <tuple>

namespace enact::network {

Stays suggestion(const Statement& kept, const Statement& merged) {
  const auto rank = [](const Statement& s) { return std::tie(s.as_of, s.noted_at); };
  if (kept.value.empty() != merged.value.empty())
    return kept.value.empty() ? Stays::merged : Stays::kept;
  return rank(merged) > rank(kept) ? Stays::merged : Stays::kept;
}

Stays stays_of(const Choices& choices, const Difference& difference) {
  const auto chosen = choices.find(difference.key);
  return chosen != choices.end() ? chosen->second : difference.suggested;
}

const std::vector<Column>& columns_of(Thing thing) {
  static const std::vector<Column> org{
      {"name", "Name"},      {"short_name", "Short name"}, {"kind", "Kind"},
      {"parent", "Part of"}, {"region", "Region"},         {"cohort", "Cohort"},
      {"joined", "Joined"},  {"about", "About"},           {"priorities", "Priorities"},
      {"url", "Web page"},   {"source", "Source"},         {"as_of", "As of"}};
  static const std::vector<Column> person{
      {"name", "Name"}, {"email", "E-mail"}, {"phone", "Telephone"}, {"note", "Note"}};
  return thing == Thing::person ? person : org;
}

base::Json merged_row(Thing thing,
                      const base::Json& kept,
                      const base::Json& merged,
                      const std::vector<Difference>& differences,
                      const Choices& choices) {
  auto row = kept;
  for (const auto& column : columns_of(thing))
    for (const auto& difference : differences)
      if (difference.key == column.name && stays_of(choices, difference) == Stays::merged)
        row.set(std::string(column.name), merged[column.name]);
  // What cannot be: a record that is a part of itself or of what is gone.
  if (thing == Thing::organization) {
    const auto parent = row["parent"].text();
    if (parent == kept["id"].text() || parent == merged["id"].text()) {
      const auto other = kept["parent"].text() == merged["id"].text() ? merged["parent"].text()
                                                                      : kept["parent"].text();
      row.set("parent", other == kept["id"].text() ? std::string() : other);
    }
  }
  return row;
}

Undone undone_row(Thing thing,
                  const base::Json& before,
                  const base::Json& after,
                  const base::Json& now) {
  if (now["version"].integer() == after["version"].integer()) return {before, {}};
  Undone undone{now, {}};
  for (const auto& column : columns_of(thing)) {
    const auto was = before[column.name].text(), became = after[column.name].text();
    if (was == became) continue;
    if (now[column.name].text() == became)
      undone.row.set(std::string(column.name), was);
    else
      undone.left.emplace_back(column.label);
  }
  return undone;
}

}  // namespace enact::network
