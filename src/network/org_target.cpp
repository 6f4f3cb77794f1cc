// SPDX-License-Identifier: Apache-2.0
#include "network/org_target.h"

#include <fmt/format.h>

#include <map>

#include "app/search.h"
#include "network/assets.h"
#include "network/changes.h"
#include "network/facts.h"
#include "network/fields.h"
#include "network/network.h"
#include "network/org_fields.h"
#include "network/org_planner.h"
#include "network/org_rows.h"
#include "network/orgs.h"
#include "network/own_fields.h"
#include "network/people_index.h"
#include "network/queries.h"

namespace enact::network {
namespace {

using imports::NewRecord;
using imports::Occasion;
using imports::RecordChange;
using imports::RecordVersion;
using imports::Refusal;
using imports::Stored;
using imports::Values;

std::map<std::string, Field> facts_by_id(store::Reader& reader, std::string_view workspace) {
  std::map<std::string, Field> all;
  for (auto& field : fields(reader, Thing::organization, workspace)) {
    auto id = field.id;
    all.emplace(std::move(id), std::move(field));
  }
  return all;
}

// The facts among the values, with the source that the record itself has.
void keep_facts(store::Writer& writer,
                const OrgRecord& org,
                const Values& values,
                const std::map<std::string, Field>& by_id,
                const identity::Event& by) {
  for (const auto& [name, text] : values.items())
    if (const auto field = by_id.find(name); field != by_id.end())
      keep_fact(writer, {Thing::organization, org.id}, field->second,
                {.field = name, .value = text, .source = org.source, .as_of = org.as_of}, by);
}

class OrgTarget : public imports::Target {
 public:
  explicit OrgTarget(std::vector<imports::Field> fields) : fields_(std::move(fields)) {}

  std::string_view name() const override { return "organizations"; }
  std::string_view label() const override { return "Organizations and programs"; }
  std::string_view singular() const override { return "organization"; }
  std::string_view plural() const override { return "organizations"; }
  const std::vector<imports::Field>& fields() const override { return fields_; }
  std::unique_ptr<const imports::Target> of_ecosystem(store::Reader& reader,
                                                      std::string_view org) const override {
    return std::make_unique<OrgTarget>(
        with_own_fields(org_fields(), network::fields(reader, Thing::organization, org)));
  }
  std::vector<imports::Identity> identities() const override {
    return {{"id"}, {"ipeds"}, {"opeid"}, {"other_id"}};
  }
  base::Assets mappings() const override {
    static const std::vector<base::Asset> ours = [] {
      std::vector<base::Asset> found;
      for (const auto& asset : assets())
        if (asset.path.starts_with("mappings/organizations-")) found.push_back(asset);
      return found;
    }();
    return ours;
  }
  std::string url_of(std::string_view id) const override { return fmt::format("/orgs/{}", id); }

  std::unique_ptr<imports::Planner> planner(store::Reader& reader,
                                            const Occasion& on) const override {
    return std::make_unique<OrgPlanner>(reader, on);
  }

  std::string state(store::Reader& reader) const override {
    return std::to_string(reader.one(sql::change_number)->integer("number"));
  }

  std::vector<Stored> load(store::Reader& reader, std::span<const std::string> ids) const override {
    std::vector<Stored> all;
    for (const auto& id : ids) {
      const auto org = find_record(reader, id);
      if (!org) continue;
      Stored stored{id, org->version, org->name, {}};
      write_columns(stored.values, *org);
      const auto known = facts_of(reader, {Thing::organization, id});
      for (const auto& [field, fact] : known)
        if (imports::find_field(*this, field) != nullptr) stored.values.set(field, fact.value);
      all.push_back(std::move(stored));
    }
    return all;
  }

  std::vector<Refusal> create(store::Writer& writer,
                              std::span<const NewRecord> records,
                              const Occasion& on) const override {
    std::vector<Refusal> refused;
    const auto by_id = facts_by_id(writer, on.org);
    for (const auto& record : records) {
      OrgRecord org;
      read_columns(org, record.values);
      org.id = record.id;
      if (org.parent.empty()) org.parent = on.org;
      if (keep_row(writer, org, on.by) == Saving::refused)
        refused.push_back({record.id, "There is already an organization of that id."});
      else
        keep_facts(writer, org, record.values, by_id, on.by);
    }
    return refused;
  }

  std::vector<Refusal> update(store::Writer& writer,
                              std::span<const RecordChange> changes,
                              const Occasion& on) const override {
    std::vector<Refusal> refused;
    const auto by_id = facts_by_id(writer, on.org);
    for (const auto& change : changes) {
      auto org = find_record(writer, change.id);
      const bool is_as_planned = org && org->version == change.version;
      const auto before = is_as_planned ? *org : OrgRecord{};
      const auto was_of = workspace_of(writer, change.id);
      if (is_as_planned) read_columns(*org, change.values);
      if (!is_as_planned || keep_row(writer, *org, on.by) == Saving::refused) {
        refused.push_back({change.id, "Somebody changed it."});
        continue;
      }
      keep_facts(writer, *org, change.values, by_id, on.by);
      if (before.parent != org->parent || before.kind != org->kind)
        reindex_people(writer, {org->id}, {was_of});
    }
    return refused;
  }

  std::vector<Refusal> remove(store::Writer& writer,
                              std::span<const RecordVersion> records,
                              const Occasion&) const override {
    std::vector<Refusal> refused;
    for (const auto& record : records) {
      if (writer.one(sql::org_in_use, {{"org", record.id}})->integer("uses") > 0) {
        refused.push_back({record.id, "Something belongs to it or refers to it by now."});
        continue;
      }
      writer.run(sql::forget_facts_of, {{"thing", name_of(Thing::organization)},
                                        {"subject", record.id},
                                        {"version", record.version}});
      if (writer.run(sql::remove_org, {{"id", record.id}, {"version", record.version}}) != 1) {
        refused.push_back({record.id, "Somebody changed it."});
        continue;
      }
      app::remove_entry(writer, "organization", record.id);
      note_change(writer, Thing::organization, record.id);
    }
    return refused;
  }

 private:
  std::vector<imports::Field> fields_;
};

}  // namespace

const imports::Target& org_target() {
  static const OrgTarget target(org_fields());
  return target;
}

}  // namespace enact::network
