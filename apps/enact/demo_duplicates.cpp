// SPDX-License-Identifier: Apache-2.0
#include "demo_duplicates.h"

#include "network/affiliations.h"
#include "network/duplicates.h"
#include "network/facts.h"
#include "network/orgs.h"
#include "network/people.h"

namespace enact {
namespace {

using network::Thing;

identity::Event by(app::Services& services, std::string name) {
  identity::Event event;
  event.actor = "command";
  event.actor_name = std::move(name);
  event.at = services.clock.now();
  return event;
}

base::Result<std::string> add_program(store::Writer& writer,
                                      std::string name,
                                      std::string url,
                                      std::string hours,
                                      std::string as_of,
                                      const identity::Event& event) {
  network::OrgRecord org;
  org.name = std::move(name);
  org.kind = "pcsp";
  org.parent = "pittsburgh";
  org.region = "Pittsburgh";
  org.about = "Make-believe, invented for this demo.";
  org.url = std::move(url);
  org.source = "Invented for this demo";
  org.as_of = as_of;
  const auto added = network::add_org(writer, org, event);
  if (!added) return tl::unexpected(added.error());
  const auto noted = network::note_facts(
      writer, {Thing::organization, added->id},
      {{.field = "city", .value = "Pittsburgh", .source = org.source, .as_of = as_of},
       {.field = "hours", .value = hours, .source = org.source, .as_of = as_of}},
      added->version, event);
  if (!noted) return tl::unexpected(noted.error());
  return added->id;
}

base::Result<void> add_contact(store::Writer& writer,
                               std::string name,
                               std::string phone,
                               std::string role,
                               const std::string& org,
                               const identity::Event& event) {
  network::PersonRecord record;
  record.name = std::move(name);
  record.email = "omar.lindqvist@riverbend.example";
  record.phone = std::move(phone);
  record.make_believe = true;
  const auto person = network::add_person(writer, record, event);
  if (!person) return tl::unexpected(person.error());
  network::Affiliation place;
  place.person = person->id;
  place.org = org;
  place.role = std::move(role);
  const auto begun = network::begin_affiliation(writer, place, event);
  if (!begun) return tl::unexpected(begun.error());
  return {};
}

base::Result<void> add_records(store::Writer& writer, const identity::Event& event) {
  struct Program {
    const char *name, *url, *hours, *as_of;
  };
  constexpr Program kPrograms[] = {
      {"Point State Young Astronomers", "https://astronomers.example.org", "100", "2024"},
      {"Young Astronomers of Point State", "https://www.astronomers.example.org/", "about 120",
       "2026"},
      {"Ohio Valley Code Camp North", "https://codecamp.example.org", "80", "2026"},
      {"Ohio Valley Code Camp South", "https://codecamp.example.org", "80", "2026"}};
  for (const auto& program : kPrograms)
    if (auto added =
            add_program(writer, program.name, program.url, program.hours, program.as_of, event);
        !added)
      return tl::unexpected(added.error());
  if (auto added = add_contact(writer, "Omar Lindqvist", "412 555 0142", "Mentor",
                               "riverbend-robotics", event);
      !added)
    return added;
  return add_contact(writer, "Lindqvist, Omar", "", "Volunteer", "riverbend-robotics", event);
}

}  // namespace

base::Result<void> seed_demo_duplicates(app::Services& services) {
  const auto event = by(services, "Ana Duarte");
  const auto added =
      services.db.write([&](store::Writer& writer) { return add_records(writer, event); });
  if (!added) return added;
  for (const auto thing : {Thing::organization, Thing::person})
    network::look_for_duplicates(services.db, thing, services.clock.now());
  return services.db.write([&](store::Writer& writer) -> base::Result<void> {
    const auto pair = network::duplicate_of(
        writer, Thing::organization, "ohio-valley-code-camp-north", "ohio-valley-code-camp-south");
    if (!pair) return {};
    return network::answer_duplicate(writer, pair->id, network::Duplicate::State::different, event);
  });
}

}  // namespace enact
