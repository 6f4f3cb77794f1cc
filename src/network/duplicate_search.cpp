// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "base/id.h"
#include "network/duplicate_plan.h"
#include "network/duplicates.h"
#include "network/queries.h"
#include "stats/explanation.h"
#include "stats/linkage.h"

namespace enact::network {
namespace {

constexpr int kPiece = 5'000;
constexpr std::size_t kMostKept = 20'000;  // more than anybody will ever look at
constexpr std::size_t kWrittenAtOnce = 500;

constexpr std::string_view kJob = "network.duplicates";  // never change: in the queue

void add(stats::Records& records, const std::string& id, const std::vector<std::string>& values) {
  const std::vector<std::string_view> views(values.begin(), values.end());
  (void)records.add(id, views);  // an id is there once
}

std::string* trait(OrgTraits& org, std::string_view field) {
  if (field == "city") return &org.city;
  if (field == "zip") return &org.zip;
  if (field == "phone") return &org.phone;
  if (field == "email") return &org.email;
  return field == "ipeds" ? &org.ipeds : nullptr;
}

// A piece of the directory; the last id of it, or empty at the end.
std::string read_orgs(store::Reader& reader, const std::string& after, stats::Records& records) {
  std::map<std::string, OrgTraits> orgs;
  for (const auto& row : reader.all(sql::orgs_to_compare, {{"after", after}, {"most", kPiece}}))
    orgs.emplace(row.text("id"), OrgTraits{.name = row.text("name"),
                                           .kind = row.text("kind"),
                                           .url = row.text("url"),
                                           .email = {},
                                           .phone = {},
                                           .city = row.text("region"),
                                           .zip = {},
                                           .ipeds = {}});
  if (orgs.empty()) return {};
  for (const auto& row : reader.all(
           sql::facts_to_compare, {{"first", orgs.begin()->first}, {"last", orgs.rbegin()->first}}))
    if (const auto org = orgs.find(row.text("subject")); org != orgs.end())
      if (auto* value = trait(org->second, row.text("field"))) *value = row.text("value");
  for (const auto& [id, org] : orgs) add(records, id, traits_of(org));
  return orgs.rbegin()->first;
}

std::string read_people(store::Reader& reader, const std::string& after, stats::Records& records) {
  std::map<std::string, PersonTraits> people;
  for (const auto& row : reader.all(sql::people_to_compare, {{"after", after}, {"most", kPiece}}))
    people.emplace(row.text("id"), PersonTraits{.name = row.text("name"),
                                                .email = row.text("email"),
                                                .phone = row.text("phone"),
                                                .orgs = {}});
  if (people.empty()) return {};
  for (const auto& row :
       reader.all(sql::orgs_of_people_to_compare,
                  {{"first", people.begin()->first}, {"last", people.rbegin()->first}}))
    if (const auto person = people.find(row.text("person")); person != people.end())
      person->second.orgs.push_back(row.text("org"));
  for (const auto& [id, person] : people) add(records, id, traits_of(person));
  return people.rbegin()->first;
}

stats::Records read_all(store::Database& db, Thing thing) {
  stats::Records records(duplicate_columns(thing));
  std::string after;
  do {
    after = db.read([&](store::Reader& reader) {
      return thing == Thing::person ? read_people(reader, after, records)
                                    : read_orgs(reader, after, records);
    });
  } while (!after.empty());
  return records;
}

struct Found {
  std::string one, other, words;
  double bits = 0;
};

std::vector<Found> found_in(const stats::Records& records,
                            const stats::Linkage& linkage,
                            const stats::LinkagePlan& plan) {
  std::vector<Found> found;
  for (std::size_t i = 0; i < std::min(linkage.pairs.size(), kMostKept); ++i) {
    const auto& pair = linkage.pairs[i];
    std::string a(records.key(pair.a)), b(records.key(pair.b));
    if (b < a) std::swap(a, b);
    found.push_back({std::move(a), std::move(b),
                     stats::explain(linkage.evidence_of(i), plan.comparisons), pair.bits});
  }
  return found;
}

// A piece at a time, so that nobody who saves something waits for all of them.
void keep(store::Database& db,
          Thing thing,
          const std::vector<Found>& found,
          const std::string& round,
          base::Instant now) {
  for (std::size_t from = 0; from < found.size(); from += kWrittenAtOnce)
    db.write([&](store::Writer& writer) {
      for (std::size_t i = from; i < std::min(found.size(), from + kWrittenAtOnce); ++i)
        writer.run(sql::keep_duplicate, {{"id", base::new_id()},
                                         {"thing", name_of(thing)},
                                         {"one", found[i].one},
                                         {"other", found[i].other},
                                         {"bits", found[i].bits},
                                         {"words", found[i].words},
                                         {"round", round},
                                         {"now", now.iso()}});
    });
}

}  // namespace

void look_for_duplicates(store::Database& db, Thing thing, base::Instant now) {
  const auto records = read_all(db, thing);
  const auto plan = duplicate_plan(thing, records.size());
  std::vector<Found> found;
  std::string message;
  if (records.size() > 1) {
    const auto linkage = stats::dedupe(records, plan);
    if (linkage)
      found = found_in(records, *linkage, plan);
    else
      message = stats::sentence(linkage.error());
  }
  const auto round = base::new_id();
  keep(db, thing, found, round, now);
  db.write([&](store::Writer& writer) {
    writer.run(sql::forget_open_duplicates, {{"thing", name_of(thing)}, {"round", round}});
    writer.run(sql::keep_duplicate_search, {{"thing", name_of(thing)},
                                            {"round", round},
                                            {"now", now.iso()},
                                            {"records", records.size()},
                                            {"pairs", found.size()},
                                            {"message", message}});
  });
}

app::Job duplicates_job() {
  return {.kind = std::string(kJob),
          .run = [](const base::Json& payload, app::Services& services) -> base::Result<void> {
            for (const auto thing : {Thing::organization, Thing::person})
              if (payload["of"].is_null() || payload["of"].text() == name_of(thing))
                look_for_duplicates(services.db, thing, services.clock.now());
            return {};
          },
          .every = std::chrono::minutes(60 * 24)};
}

void enqueue_look(store::Writer& writer, Thing thing, base::Instant now) {
  app::enqueue(writer, std::string(kJob), base::Json::object().set("of", name_of(thing)), now);
}

}  // namespace enact::network
