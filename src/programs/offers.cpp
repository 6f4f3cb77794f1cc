// SPDX-License-Identifier: Apache-2.0
#include "programs/offers.h"

#include "base/id.h"
#include "base/text.h"
#include "programs/checks.h"
#include "programs/needs.h"
#include "programs/owners.h"
#include "programs/queries.h"

namespace enact::programs {
namespace {

Asset asset_from(const store::Row& row) {
  return {.id = row.text("id"),
          .workspace = row.text("workspace"),
          .kind = kind_named(row.text("kind")).value_or(Kind::other),
          .what = row.text("what"),
          .offered_by = row.text("offered_by"),
          .offered_thing = row.text("offered_thing"),
          .offered_id = row.text("offered_id"),
          .state = row.text("state"),
          .city = row.text("city"),
          .free_from = row.text("free_from"),
          .free_until = row.text("free_until"),
          .capacity = static_cast<int>(row.integer("capacity")),
          .unit = row.text("unit"),
          .conditions = row.text("conditions"),
          .contact = row.text("contact"),
          .confirmed_on = row.text("confirmed_on"),
          .retired_on = row.text("retired_on"),
          .added_by_name = row.text("added_by_name"),
          .version = row.integer("version"),
          .promised = static_cast<int>(row.integer("promised")),
          .promises = static_cast<int>(row.integer("promises"))};
}

identity::Event about(identity::Event by, const Asset& asset, std::string verb) {
  by.verb = std::move(verb);
  by.subject_kind = "asset";
  by.subject_id = asset.id;
  by.subject_name = asset.what;
  by.org = asset.workspace;
  return by;
}

std::string words_of(const Asset& asset) {
  return base::lower(
      base::join({asset.what, asset.offered_by, asset.city, asset.state, asset.conditions}, " "));
}

void find_giver(store::Reader& reader, Asset& asset) {
  const auto giver = giver_called(reader, asset.workspace, asset.offered_by);
  asset.offered_by = giver.name;
  asset.offered_thing = giver.thing;
  asset.offered_id = giver.id;
}

base::Json to_json(const Asset& asset) {
  return base::Json::object()
      .set("what", asset.what)
      .set("offered_by", asset.offered_by)
      .set("capacity", asset.capacity);
}

}  // namespace

std::optional<Asset> find_asset(store::Reader& reader, std::string_view id) {
  const auto row = reader.one(sql::find_asset, {{"id", id}});
  return row ? std::optional(asset_from(*row)) : std::nullopt;
}

std::vector<Asset> find_assets(store::Reader& reader,
                               const AssetFilter& filter,
                               std::size_t from,
                               std::size_t most) {
  const auto words = like_words(filter.words);
  std::vector<Asset> found;
  for (const auto& row : reader.all(sql::page_of_assets, {{"workspace", filter.workspace},
                                                          {"kind", filter.kind},
                                                          {"retired", filter.is_retired},
                                                          {"w1", words[0]},
                                                          {"w2", words[1]},
                                                          {"w3", words[2]},
                                                          {"from", from},
                                                          {"most", most}}))
    found.push_back(asset_from(row));
  return found;
}

std::map<Kind, int> count_assets(store::Reader& reader, const AssetFilter& filter) {
  const auto words = like_words(filter.words);
  std::map<Kind, int> counts;
  for (const auto& row : reader.all(sql::count_assets, {{"workspace", filter.workspace},
                                                        {"retired", filter.is_retired},
                                                        {"w1", words[0]},
                                                        {"w2", words[1]},
                                                        {"w3", words[2]}}))
    if (const auto kind = kind_named(row.text("kind")))
      counts[*kind] = static_cast<int>(row.integer("number"));
  return counts;
}

std::vector<Asset> assets_for(store::Reader& reader, const Need& need) {
  std::vector<Asset> found;
  for (const auto& row :
       reader.all(sql::assets_for, {{"workspace", need.workspace}, {"kind", name_of(need.kind)}}))
    found.push_back(asset_from(row));
  return found;
}

Offered offered(const Asset& asset) {
  return {.id = asset.id,
          .kind = asset.kind,
          .what = asset.what,
          .place = {asset.state, asset.city},
          .from = base::Day::parse(asset.free_from),
          .until = base::Day::parse(asset.free_until),
          .capacity = asset.capacity,
          .promised = asset.promised,
          .promises = asset.promises,
          .confirmed_on = base::Day::parse(asset.confirmed_on)};
}

base::Result<Asset> add_asset(store::Writer& writer, Asset asset, identity::Event by) {
  if (auto wrong = refused(faults_of(asset, by.at.day())); !wrong)
    return tl::unexpected(wrong.error());
  find_giver(writer, asset);
  asset.id = base::new_id();
  writer.run(sql::insert_asset, {{"id", asset.id},
                                 {"workspace", asset.workspace},
                                 {"kind", name_of(asset.kind)},
                                 {"what", asset.what},
                                 {"offered_by", asset.offered_by},
                                 {"offered_thing", asset.offered_thing},
                                 {"offered_id", asset.offered_id},
                                 {"state", asset.state},
                                 {"city", asset.city},
                                 {"free_from", asset.free_from},
                                 {"free_until", asset.free_until},
                                 {"capacity", asset.capacity},
                                 {"unit", asset.unit},
                                 {"conditions", asset.conditions},
                                 {"contact", asset.contact},
                                 {"confirmed_on", asset.confirmed_on},
                                 {"words", words_of(asset)},
                                 {"by_name", by.actor_name},
                                 {"now", by.at.iso()}});
  auto event = about(std::move(by), asset, "programs.asset.added");
  event.after = to_json(asset);
  identity::record(writer, event);
  return *find_asset(writer, asset.id);
}

base::Result<Asset> change_asset(store::Writer& writer, Asset asset, identity::Event by) {
  const auto before = find_asset(writer, asset.id);
  if (!before) return base::not_found("There is no such asset.");
  if (auto wrong = refused(faults_of(asset, by.at.day())); !wrong)
    return tl::unexpected(wrong.error());
  asset.workspace = before->workspace;
  find_giver(writer, asset);
  const auto changed = writer.run(sql::change_asset, {{"id", asset.id},
                                                      {"kind", name_of(asset.kind)},
                                                      {"what", asset.what},
                                                      {"offered_by", asset.offered_by},
                                                      {"offered_thing", asset.offered_thing},
                                                      {"offered_id", asset.offered_id},
                                                      {"state", asset.state},
                                                      {"city", asset.city},
                                                      {"free_from", asset.free_from},
                                                      {"free_until", asset.free_until},
                                                      {"capacity", asset.capacity},
                                                      {"unit", asset.unit},
                                                      {"conditions", asset.conditions},
                                                      {"contact", asset.contact},
                                                      {"confirmed_on", asset.confirmed_on},
                                                      {"words", words_of(asset)},
                                                      {"version", asset.version}});
  if (changed != 1)
    return base::conflict(
        "Somebody changed this while you were writing. Nothing of theirs was changed; what you "
        "wrote is below.");
  auto event = about(std::move(by), asset, "programs.asset.changed");
  event.before = to_json(*before);
  event.after = to_json(asset);
  identity::record(writer, event);
  return *find_asset(writer, asset.id);
}

base::Result<void> confirm_asset(store::Writer& writer, std::string_view id, identity::Event by) {
  const auto asset = find_asset(writer, id);
  if (!asset) return base::not_found("There is no such asset.");
  writer.run(sql::confirm_asset, {{"id", id}, {"today", by.at.day().iso()}});
  identity::record(writer, about(std::move(by), *asset, "programs.asset.confirmed"));
  return {};
}

base::Result<void> retire_asset(store::Writer& writer, std::string_view id, identity::Event by) {
  const auto asset = find_asset(writer, id);
  if (!asset) return base::not_found("There is no such asset.");
  writer.run(sql::retire_asset, {{"id", id}, {"today", by.at.day().iso()}});
  identity::record(writer, about(std::move(by), *asset, "programs.asset.retired"));
  return {};
}

}  // namespace enact::programs
