// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "imports/target.h"
#include "store/database.h"

namespace enact::imports {

// A kind of thing that only tests import: members of a club, in one table. A member is known by
// number or by e-mail address, and perhaps by name.
class Members : public Target {
 public:
  static constexpr std::size_t kLongestName = 200;

  // The table, as a room of its own.
  static store::RoomSql room();

  std::string_view name() const override { return "members"; }
  std::string_view label() const override { return "Members"; }
  std::string_view singular() const override { return "member"; }
  std::string_view plural() const override { return "members"; }
  const std::vector<Field>& fields() const override;
  std::vector<Identity> identities() const override { return {{"number"}, {"email"}}; }
  base::Assets mappings() const override;

  std::unique_ptr<Planner> planner(store::Reader& reader, const Occasion& on) const override;
  std::string state(store::Reader& reader) const override;
  std::vector<Stored> load(store::Reader& reader, std::span<const std::string> ids) const override;

  std::vector<Refusal> create(store::Writer& writer,
                              std::span<const NewRecord> records,
                              const Occasion& on) const override;
  std::vector<Refusal> update(store::Writer& writer,
                              std::span<const RecordChange> changes,
                              const Occasion& on) const override;
  std::vector<Refusal> remove(store::Writer& writer,
                              std::span<const RecordVersion> records,
                              const Occasion& on) const override;
};

// Every member, by number and name, without what every writing changes.
std::vector<Values> all_members(store::Reader& reader);

// As a person would change or add one by hand.
std::string add_member(store::Writer& writer, const Values& values);
void change_member(store::Writer& writer, const std::string& id, const Values& values);

// A member's id by e-mail address.
std::string member_with(store::Reader& reader, const std::string& email);

}  // namespace enact::imports
