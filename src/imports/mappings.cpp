// SPDX-License-Identifier: Apache-2.0
#include "imports/mappings.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "base/id.h"
#include "base/text.h"
#include "imports/plain_words.h"
#include "imports/queries.h"

namespace enact::imports {
namespace {

constexpr std::size_t kLongestName = 80;

base::Result<std::string> checked_name(std::string_view written) {
  auto name = one_line(written);
  if (name.empty()) return base::invalid("mapping_name", "Give the mapping a name.");
  if (name.size() > kLongestName)
    return base::invalid("mapping_name", "A mapping's name has at most 80 letters.");
  return name;
}

SavedMapping saved_from(const store::Row& row) {
  return {.id = row.text("id"),
          .org = row.text("org"),
          .target = row.text("target"),
          .name = row.text("name"),
          .version = row.integer("version"),
          .changed_by = row.text("changed_by"),
          .changed_at = row.text("changed_at")};
}

void record(store::Writer& writer,
            const SavedMapping& mapping,
            std::string verb,
            identity::Event by) {
  by.verb = std::move(verb);
  by.subject_kind = "mapping";
  by.subject_id = mapping.id;
  by.subject_name = mapping.name;
  by.org = mapping.org;
  identity::record(writer, by);
}

// The one that was seen, as long as nobody changed it.
base::Result<SavedMapping> seen(store::Reader& reader, std::string_view id, std::int64_t version) {
  auto stored = find_saved_mapping(reader, id);
  if (!stored) return base::not_found("This mapping was deleted meanwhile.");
  if (stored->version != version)
    return base::conflict(fmt::format("{} changed \"{}\" while you looked at it. Look at it again.",
                                      stored->changed_by, stored->name));
  return *std::move(stored);
}

}  // namespace

std::vector<Mapping> ready_made(const Target& target) {
  std::vector<Mapping> all;
  for (const auto& asset : target.mappings()) {
    auto mapping = base::Json::parse(asset.content).and_then(mapping_from);
    if (!mapping)
      throw std::logic_error(fmt::format("{}: {}", asset.path, mapping.error().message));
    if (mapping->target == target.name()) all.push_back(*std::move(mapping));
  }
  return all;
}

std::vector<NamedMapping> mappings_for(store::Reader& reader,
                                       const Target& target,
                                       std::string_view org) {
  std::vector<NamedMapping> all;
  for (const auto& row : reader.all(sql::mappings_of, {{"org", org}, {"target", target.name()}})) {
    auto mapping = base::Json::parse(row.text("mapping")).and_then(mapping_from);
    if (!mapping) continue;
    mapping->name = row.text("name");
    all.push_back({*std::move(mapping), NamedMapping::Origin::saved, row.text("changed_by")});
  }
  for (auto& mapping : ready_made(target)) {
    const bool is_replaced = std::any_of(all.begin(), all.end(), [&](const NamedMapping& own) {
      return own.mapping.name == mapping.name;
    });
    if (!is_replaced) all.push_back({std::move(mapping), NamedMapping::Origin::ready_made, {}});
  }
  return all;
}

std::optional<Mapping> find_mapping(store::Reader& reader,
                                    const Target& target,
                                    std::string_view org,
                                    std::string_view name) {
  for (auto& named : mappings_for(reader, target, org))
    if (named.mapping.name == name) return std::move(named.mapping);
  return {};
}

base::Result<void> save_mapping(store::Writer& writer,
                                std::string_view org,
                                const Mapping& mapping,
                                identity::Event by) {
  const auto name = checked_name(mapping.name);
  if (!name) return tl::unexpected(name.error());
  auto named = mapping;
  named.name = *name;
  const auto json = to_json(named);
  const auto kept = writer.one(sql::save_mapping, {{"id", base::new_id()},
                                                   {"org", org},
                                                   {"target", mapping.target},
                                                   {"name", *name},
                                                   {"mapping", json.dump()},
                                                   {"by", by.actor_name},
                                                   {"now", by.at.iso()}});
  by.verb = "imports.mapping.saved";
  by.subject_kind = "mapping";
  by.subject_id = kept->text("id");
  by.subject_name = *name;
  by.after = json;
  identity::record(writer, by);
  return {};
}

std::vector<SavedMapping> saved_mappings(store::Reader& reader, std::string_view org) {
  std::vector<SavedMapping> all;
  for (const auto& row : reader.all(sql::saved_mappings, {{"org", org}}))
    all.push_back(saved_from(row));
  return all;
}

std::optional<SavedMapping> find_saved_mapping(store::Reader& reader, std::string_view id) {
  const auto row = reader.one(sql::find_saved_mapping, {{"id", id}});
  return row ? std::optional(saved_from(*row)) : std::nullopt;
}

base::Result<void> rename_mapping(store::Writer& writer,
                                  std::string_view id,
                                  std::string_view name,
                                  std::int64_t version,
                                  identity::Event by) {
  auto stored = seen(writer, id, version);
  if (!stored) return tl::unexpected(stored.error());
  const auto wanted = checked_name(name);
  if (!wanted) return tl::unexpected(wanted.error());
  if (*wanted == stored->name) return {};
  for (const auto& other : saved_mappings(writer, stored->org))
    if (other.target == stored->target && other.name == *wanted)
      return base::invalid("mapping_name", fmt::format("There is another mapping \"{}\". Choose "
                                                       "another name, or delete that one first.",
                                                       *wanted));
  if (writer.run(sql::rename_mapping, {{"id", id},
                                       {"name", *wanted},
                                       {"version", version},
                                       {"by", by.actor_name},
                                       {"now", by.at.iso()}}) != 1)
    return base::conflict("Somebody changed this mapping while you looked at it.");
  by.before = base::Json::object().set("name", stored->name);
  by.after = base::Json::object().set("name", *wanted);
  record(writer, *stored, "imports.mapping.renamed", std::move(by));
  return {};
}

base::Result<void> delete_mapping(store::Writer& writer,
                                  std::string_view id,
                                  std::int64_t version,
                                  identity::Event by) {
  const auto stored = seen(writer, id, version);
  if (!stored) return tl::unexpected(stored.error());
  if (writer.run(sql::delete_mapping, {{"id", id}, {"version", version}}) != 1)
    return base::conflict("Somebody changed this mapping while you looked at it.");
  record(writer, *stored, "imports.mapping.deleted", std::move(by));
  return {};
}

}  // namespace enact::imports
