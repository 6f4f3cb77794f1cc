// SPDX-License-Identifier: Apache-2.0
#include "network/person_target.h"

#include <fmt/format.h>

#include "network/assets.h"
#include "network/fields.h"
#include "network/own_fields.h"
#include "network/people_kept.h"
#include "network/people_written.h"
#include "network/person_fields.h"
#include "network/person_planner.h"
#include "network/places.h"
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

std::string places_of(const WholePerson& person) {
  std::vector<Place> places;
  for (const auto& affiliation : person.affiliations) places.push_back(place_of(affiliation));
  return text_of(std::move(places));
}

class PersonTarget : public imports::Target {
 public:
  explicit PersonTarget(std::vector<imports::Field> fields) : fields_(std::move(fields)) {}

  std::string_view name() const override { return "people"; }
  std::string_view label() const override { return "People"; }
  std::string_view singular() const override { return "person"; }
  std::string_view plural() const override { return "people"; }
  const std::vector<imports::Field>& fields() const override { return fields_; }
  std::unique_ptr<const imports::Target> of_ecosystem(store::Reader& reader,
                                                      std::string_view org) const override {
    return std::make_unique<PersonTarget>(
        with_own_fields(person_fields(), network::fields(reader, Thing::person, org)));
  }
  std::vector<imports::Identity> identities() const override {
    std::vector<imports::Identity> all{{"id"}};
    for (const auto* number : kNumbers) all.push_back({number});
    all.push_back({kNumberInSource});
    all.push_back({"email"});
    all.push_back({"name"});
    return all;
  }
  bool is_certain(const imports::Identity& identity) const override {
    return identity != imports::Identity{"name"};
  }
  base::Assets mappings() const override {
    static const std::vector<base::Asset> ours = [] {
      std::vector<base::Asset> found;
      for (const auto& asset : assets())
        if (asset.path.starts_with("mappings/people-")) found.push_back(asset);
      return found;
    }();
    return ours;
  }
  std::string url_of(std::string_view id) const override { return fmt::format("/people/{}", id); }

  std::unique_ptr<imports::Planner> planner(store::Reader& reader,
                                            const Occasion& on) const override {
    return std::make_unique<PersonPlanner>(reader, on);
  }

  std::string state(store::Reader& reader) const override {
    return std::to_string(reader.one(sql::change_number)->integer("number"));
  }

  std::vector<Stored> load(store::Reader& reader, std::span<const std::string> ids) const override {
    std::vector<Stored> all;
    for (const auto& [id, person] : whole_people(reader, {ids.begin(), ids.end()})) {
      Stored stored{id, person.record.version, person.record.name, {}};
      write_columns(stored.values, person.record);
      stored.values.set(kPlaces, places_of(person));
      for (const auto& [field, fact] : person.facts)
        if (imports::find_field(*this, field) != nullptr) stored.values.set(field, fact.value);
      all.push_back(std::move(stored));
    }
    return all;
  }

  // Places come on top of those on record, and an id never changes.
  base::Result<Values> fitted(const Stored* stored, Values said) const override {
    if (stored != nullptr) said.erase("id");
    if (!said.has(kPlaces)) return said;
    auto known =
        stored != nullptr ? places_from(stored->values.text(kPlaces)) : std::vector<Place>();
    auto places = joined(std::move(known), places_from(said.text(kPlaces)));
    if (!places) return tl::unexpected(places.error());
    said.set(kPlaces, text_of(*std::move(places)));
    return said;
  }

  std::vector<Refusal> create(store::Writer& writer,
                              std::span<const NewRecord> records,
                              const Occasion& on) const override {
    return add_people(writer, records, on);
  }
  std::vector<Refusal> update(store::Writer& writer,
                              std::span<const RecordChange> changes,
                              const Occasion& on) const override {
    return change_people(writer, changes, on);
  }
  std::vector<Refusal> restore(store::Writer& writer,
                               std::span<const RecordChange> changes,
                               const Occasion& on) const override {
    return give_people_back(writer, changes, on);
  }
  std::vector<Refusal> remove(store::Writer& writer,
                              std::span<const RecordVersion> records,
                              const Occasion&) const override {
    return remove_people(writer, records);
  }

 private:
  std::vector<imports::Field> fields_;
};

}  // namespace

const imports::Target& person_target() {
  static const PersonTarget target(person_fields());
  return target;
}

}  // namespace enact::network
