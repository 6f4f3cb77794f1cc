// SPDX-License-Identifier: Apache-2.0
#include "network/org_planner.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "network/facts.h"
#include "network/fields.h"
#include "network/kinds.h"
#include "network/merge_references.h"
#include "network/network.h"
#include "network/org_fields.h"
#include "network/orgs.h"
#include "network/queries.h"
#include "network/written_name.h"

namespace enact::network {
namespace {

using imports::Candidate;
using imports::Match;

void add_fault(Candidate& row, std::string field, std::string message) {
  row.faults.push_back(
      {.field = std::move(field), .message = std::move(message), .file = {}, .line = row.line});
}

void add_match(store::Reader& reader,
               Candidate& row,
               const std::string& found,
               std::string why,
               Match::Strength strength) {
  // A list of before a merge still means the record that stayed.
  const auto id = standing_id(reader, Thing::organization, found);
  const bool is_there = std::any_of(row.matches.begin(), row.matches.end(),
                                    [&](const Match& match) { return match.record == id; });
  const auto org = find_org(reader, id);
  if (is_there || !org) return;
  const auto where = org->parent.empty() ? org->region : org_name(reader, org->parent);
  auto label = where.empty() ? org->name : fmt::format("{}, {}", org->name, where);
  row.matches.push_back({id, std::move(label), std::move(why), strength});
}

}  // namespace

OrgPlanner::OrgPlanner(store::Reader& reader, const imports::Occasion& on)
    : on_(on), kinds_(kinds(reader)) {
  for (auto& field : fields(reader, Thing::organization, on.org)) {
    auto id = field.id;
    facts_.emplace(std::move(id), std::move(field));
  }
}

void OrgPlanner::judge(store::Reader& reader, std::span<Candidate> rows) {
  for (auto& row : rows) {
    row.label = row.values.text("name");
    tidy_kind(row);
    tidy_parent(reader, row);
    tidy_facts(row);
    find(reader, row);
    row.new_record = new_id(reader, row);
    check(reader, row);
  }
}

// By id or by the word that pages use for it.
void OrgPlanner::tidy_kind(Candidate& row) const {
  const auto said = base::lower(row.values.text("kind"));
  if (said.empty()) return;
  for (const auto& kind : kinds_) {
    if (said != base::lower(kind.id) && said != base::lower(kind.label)) continue;
    row.values.set("kind", kind.id);
    return;
  }
  add_fault(row, "kind", fmt::format("The network has no kind \"{}\".", base::shorten(said, 60)));
}

// By id or name; what an ecosystem imports belongs to it unless the row says more.
void OrgPlanner::tidy_parent(store::Reader& reader, Candidate& row) const {
  if (!row.values.text("parent").empty()) {
    const auto id = id_written(reader, Thing::organization, row.values.text("parent"), "parent");
    if (!id) return add_fault(row, "parent", id.error().message);
    row.values.set("parent", *id);
  }
  if (on_.org.empty()) return;
  const auto& parent = row.values.text("parent");
  if (parent.empty()) return;
  if (workspace_of(reader, parent) != on_.org)
    add_fault(row, "parent", "This belongs to another ecosystem. The hub can import it there.");
}

void OrgPlanner::tidy_facts(Candidate& row) const {
  for (const auto& [id, field] : facts_) {
    const auto* said = row.values.find(id);
    if (said == nullptr || said->empty()) continue;
    const auto value = kept_value(field, *said);
    if (value)
      row.values.set(id, *value);
    else
      add_fault(row, id, value.error().message);
  }
}

// The first identity of which the row has every field decides; a name alone is only a guess.
void OrgPlanner::find(store::Reader& reader, Candidate& row) const {
  for (const auto& identity : on_.identify) {
    if (identity.size() != 1 || row.values.text(identity[0]).empty()) continue;
    const auto& value = row.values.text(identity[0]);
    if (identity[0] == "id") {
      add_match(reader, row, value, "the same id", Match::Strength::certain);
    } else if (const auto field = facts_.find(identity[0]); field != facts_.end()) {
      for (const auto& id : subjects_with(reader, field->first, value))
        add_match(reader, row, id, "the same " + field->second.label, Match::Strength::certain);
    }
    if (!row.matches.empty()) return;
  }
  const auto differs = [&](const std::string& org) {
    const auto known = facts_of(reader, {Thing::organization, org});
    for (const auto* number : {"ipeds", "opeid", "other_id"}) {
      const auto fact = known.find(number);
      const auto& said = row.values.text(number);
      if (fact != known.end() && !said.empty() && fact->second.value != said) return true;
    }
    return false;
  };
  const auto same_name = reader.all(sql::orgs_written_like, {{"written", row.values.text("name")}});
  for (const auto& found : same_name)
    if (!differs(found.text("id")) && !is_elsewhere(reader, row, found.text("id")))
      add_match(reader, row, found.text("id"), "the same name", Match::Strength::likely);
  make_certain(reader, row);
}

// Whether both say in which state they are, and it is not the same.
bool OrgPlanner::is_elsewhere(store::Reader& reader, const Candidate& row, const std::string& org) {
  const auto& state = row.values.text("state");
  const auto known = facts_of(reader, {Thing::organization, org});
  const auto fact = known.find("state");
  return !state.empty() && fact != known.end() && fact->second.value != state;
}

// Who has the same name and all else by which the mapping knows organizations, such as the city,
// is the one, if nobody else is.
void OrgPlanner::make_certain(store::Reader& reader, Candidate& row) const {
  for (const auto& identity : on_.identify) {
    if (identity.size() < 2 || identity[0] != "name") continue;
    const auto fits = [&](const Match& match) {
      const auto known = facts_of(reader, {Thing::organization, match.record});
      return std::all_of(identity.begin() + 1, identity.end(), [&](const std::string& field) {
        const auto fact = known.find(field);
        return fact != known.end() && !fact->second.value.empty() &&
               base::lower(fact->second.value) == base::lower(row.values.text(field));
      });
    };
    const auto same = std::find_if(row.matches.begin(), row.matches.end(), fits);
    if (same == row.matches.end() || std::count_if(same + 1, row.matches.end(), fits) > 0) continue;
    auto match = *same;
    match.why = "the same name and place";
    match.strength = Match::Strength::certain;
    row.matches = {std::move(match)};
    return;
  }
}

void OrgPlanner::check(store::Reader& reader, Candidate& row) const {
  for (const auto& match : row.matches)
    if (!on_.org.empty() && workspace_of(reader, match.record) != on_.org)
      return add_fault(row, "name",
                       fmt::format("{} is on record in another ecosystem, which keeps it up to "
                                   "date.",
                                   match.label));
  OrgRecord org;
  const auto stored =
      row.matches.empty() ? std::nullopt : find_record(reader, row.matches.front().record);
  if (stored) org = *stored;
  read_columns(org, row.values);
  org.id = stored ? stored->id : row.new_record;
  if (!stored && org.parent.empty()) org.parent = on_.org;
  org = tidied(std::move(org));
  const bool is_judged = std::any_of(row.faults.begin(), row.faults.end(), [](const auto& fault) {
    return fault.field == "kind" || fault.field == "parent";
  });
  for (auto& fault : faults_of(org, kinds_, line_of(reader, org)))
    if (!is_judged || (fault.field != "kind" && fault.field != "parent"))
      add_fault(row, fault.field, std::move(fault.message));
  for (const auto& [name, text] : [&] {
         imports::Values values;
         write_columns(values, org);
         return values.items();
       }())
    if (row.values.has(name)) row.values.set(name, text);
  if (!stored && !org.parent.empty()) row.values.set("parent", org.parent);
}

// The id that the row asks for, or one made from its name; none twice.
std::string OrgPlanner::new_id(store::Reader& reader, const Candidate& row) {
  auto stem = row.values.text("id");
  if (stem.empty()) stem = base::slug(row.values.text("name"));
  if (stem.empty()) stem = "organization";
  stem.resize(std::min<std::size_t>(stem.size(), 70));
  auto& number = taken_[stem];
  auto id = number == 0 ? stem : fmt::format("{}-{}", stem, number + 1);
  for (++number; !standing_id(reader, Thing::organization, id).empty(); ++number)
    id = fmt::format("{}-{}", stem, number + 1);
  return id;
}

}  // namespace enact::network
