// SPDX-License-Identifier: Apache-2.0
#include "network/merge_history.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/id.h"
#include "base/text.h"
#include "network/merge_references.h"
#include "network/permissions.h"
#include "network/queries.h"
#include "network/row_image.h"

namespace enact::network {
namespace {

using app::Merging;
using app::Moved;
using base::Json;
using Words = std::vector<std::string>;

const std::string& later(const std::string& a, const std::string& b) {
  return a < b ? b : a;
}

// The no that has to be said again: one of the two stands on no, and together it would be a yes.
std::optional<Permission> strict_answer(const std::vector<Permission>& kept,
                                        const std::vector<Permission>& merged,
                                        Channel channel) {
  const auto* a = standing_on(kept, channel);
  const auto* b = standing_on(merged, channel);
  if (a == nullptr || b == nullptr || a->answer == b->answer) return std::nullopt;
  auto no = a->answer == Permission::Answer::no ? *a : *b;
  no.said_on = later(a->said_on, b->said_on);
  no.how = "two records of this person were merged, and one of them said no";
  return no;
}

std::string other_of(const store::Row& pair, const std::string& subject) {
  return pair.text("one") == subject ? pair.text("other") : pair.text("one");
}

std::optional<store::Row> pair_of(store::Reader& reader,
                                  Thing thing,
                                  const std::string& a,
                                  const std::string& b) {
  return reader.one(
      sql::duplicate_of_two,
      {{"thing", name_of(thing)}, {"one", std::min(a, b)}, {"other", std::max(a, b)}});
}

void write_pair(store::Writer& writer, const Json& image) {
  writer.run(sql::forget_duplicate, {param(image, "id")});
  writer.run(sql::insert_duplicate,
             {param(image, "id"), param(image, "thing"), param(image, "one"), param(image, "other"),
              param(image, "bits"), param(image, "words"), param(image, "round"),
              param(image, "found_at"), param(image, "state"), param(image, "decided_by"),
              param(image, "decided_by_name"), param(image, "decided_at")});
}

}  // namespace

Moved move_permissions(store::Writer& writer, const Merging& merging) {
  if (merging.record != app::RecordPage::Record::person) return {};
  const auto kept = permissions_of(writer, merging.kept);
  const auto merged = permissions_of(writer, merging.merged);
  if (merged.empty()) return {};
  auto moved = Json::array(), added = Json::array();
  for (const auto& row : writer.all(sql::ids_of_permissions, {{"record", merging.merged}})) {
    moved.add(row.text("id"));
    writer.run(sql::move_permission,
               {{"id", row.text("id")}, {"from", merging.merged}, {"to", merging.kept}});
  }
  Words words{base::counted(static_cast<long long>(moved.items().size()),
                            "answer about being contacted", "answers about being contacted")};
  for (const auto channel : kChannels) {
    const auto no = strict_answer(kept, merged, channel);
    if (!no) continue;
    const auto id = base::new_id();
    added.add(id);
    writer.run(sql::note_permission, {{"id", id},
                                      {"person", merging.kept},
                                      {"channel", name_of(channel)},
                                      {"answer", "no"},
                                      {"said_on", no->said_on},
                                      {"how", no->how},
                                      {"by", merging.by.actor_name},
                                      {"now", merging.by.at.iso()}});
    words.push_back(
        fmt::format("One of the two said no to {}: that stays in force.", words_of(channel)));
  }
  return {Json::object().set("moved", moved).set("added", added), words};
}

Words move_permissions_back(store::Writer& writer, const Merging& merging, const Json& journal) {
  for (const auto& id : journal["added"].items())
    writer.run(sql::forget_permission, {{"id", id.text()}});
  for (const auto& id : journal["moved"].items())
    writer.run(sql::move_permission,
               {{"id", id.text()}, {"from", merging.kept}, {"to", merging.merged}});
  return {};
}

Moved move_decisions(store::Writer& writer, const Merging& merging) {
  const auto thing = thing_of(merging);
  auto changed = Json::array();
  const auto keep = [&](const std::optional<store::Row>& before, const Json& after) {
    write_pair(writer, after);
    changed.add(
        Json::object().set("before", before ? image_of(*before) : Json()).set("after", after));
  };
  if (const auto pair = pair_of(writer, thing, merging.kept, merging.merged))
    keep(pair, image_of(*pair).set("state", "merged"));
  for (const auto& row :
       writer.all(sql::duplicates_with, {{"thing", name_of(thing)}, {"subject", merging.merged}})) {
    const auto third = other_of(row, merging.merged);
    if (row.text("state") != "different" || third == merging.kept) continue;
    const auto known = pair_of(writer, thing, merging.kept, third);
    if (known && known->text("state") == "different") continue;
    auto carried = image_of(row);
    carried.set("id", known ? known->text("id") : base::new_id())
        .set("one", std::min(merging.kept, third))
        .set("other", std::max(merging.kept, third));
    keep(known, carried);
  }
  return {changed.items().empty() ? Json() : changed, {}};
}

Words move_decisions_back(store::Writer& writer, const Merging&, const Json& journal) {
  for (const auto& each : journal.items()) {
    const auto& after = each["after"];
    const auto now = writer.one(sql::find_duplicate, {param(after, "id")});
    // What somebody said since stays said.
    if (!now || now->text("state") != after["state"].text()) continue;
    if (each["before"].is_null())
      writer.run(sql::forget_duplicate, {param(after, "id")});
    else
      write_pair(writer, each["before"]);
  }
  return {};
}

}  // namespace enact::network
