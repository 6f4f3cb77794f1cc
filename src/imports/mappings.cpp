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
  const auto name = one_line(mapping.name);
  if (name.empty()) return base::invalid("mapping_name", "Give the mapping a name.");
  if (name.size() > kLongestName)
    return base::invalid("mapping_name", "A mapping's name has at most 80 letters.");
  auto named = mapping;
  named.name = name;
  const auto json = to_json(named);
  const auto kept = writer.one(sql::save_mapping, {{"id", base::new_id()},
                                                   {"org", org},
                                                   {"target", mapping.target},
                                                   {"name", name},
                                                   {"mapping", json.dump()},
                                                   {"by", by.actor_name},
                                                   {"now", by.at.iso()}});
  by.verb = "imports.mapping.saved";
  by.subject_kind = "mapping";
  by.subject_id = kept->text("id");
  by.subject_name = name;
  by.after = json;
  identity::record(writer, by);
  return {};
}

}  // namespace enact::imports
