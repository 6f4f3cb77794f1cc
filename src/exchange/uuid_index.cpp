// SPDX-License-Identifier: Apache-2.0
#include "exchange/uuid_index.h"

#include <fmt/format.h>

#include "base/text.h"
#include "exchange/queries.h"
#include "exchange/uuid.h"

namespace enact::exchange {
namespace {

constexpr std::size_t kPiece = 2'000;

}  // namespace

// A program may be run by itself, by whom a fact names, or by what it belongs to.
void UuidIndex::add(const std::string& org, const std::string& parent) {
  orgs_[uuid_of("service", org)] = org;
  orgs_[uuid_of("organization", org)] = org;
  orgs_[uuid_of("organization", "of:" + org)] = org;
  if (!parent.empty()) orgs_[uuid_of("organization", parent)] = parent;
}

void UuidIndex::fill(store::Reader& reader) {
  std::string after;
  for (;;) {
    const auto rows = reader.all(sql::listed_ids_after, {{"after", after}, {"most", kPiece}});
    if (rows.empty()) return;
    for (const auto& row : rows) add(row.text("id"), row.text("parent"));
    after = rows.back().text("id");
  }
}

void UuidIndex::refresh(store::Reader& reader) {
  // The number first: what changes meanwhile is read once more.
  const auto row = reader.one(sql::directory_number);
  const auto number = row ? row->integer("number") : 0;
  if (number == number_) return;
  if (number_ == 0)
    fill(reader);
  else
    for (const auto& changed : reader.all(sql::listed_ids_changed_since, {{"number", number_}}))
      add(changed.text("id"), changed.text("parent"));
  number_ = number;
}

std::optional<std::string> UuidIndex::org_of(store::Reader& reader,
                                             std::string_view kind,
                                             std::string_view uuid) {
  const auto wanted = base::lower(uuid);
  const std::lock_guard lock(mutex_);
  refresh(reader);
  const auto found = orgs_.find(wanted);
  if (found == orgs_.end()) return std::nullopt;
  const bool is_kind =
      uuid_of(kind, found->second) == wanted || uuid_of(kind, "of:" + found->second) == wanted;
  return is_kind ? std::optional(found->second) : std::nullopt;
}

}  // namespace enact::exchange
