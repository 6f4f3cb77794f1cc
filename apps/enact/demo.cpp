// SPDX-License-Identifier: Apache-2.0
#include "demo.h"

#include <fmt/format.h>

#include "accounts/accounts.h"
#include "app/site.h"
#include "base/text.h"
#include "demo_admissions.h"
#include "demo_directory.h"
#include "demo_duplicates.h"
#include "demo_introductions.h"
#include "demo_people.h"
#include "demo_programs.h"
#include "demo_runs.h"
#include "demo_sites.h"
#include "demo_still_right.h"
#include "identity/access.h"
#include "identity/password.h"
#include "identity/users.h"
#include "network/affiliations.h"
#include "network/people.h"
#include "playbook/items.h"
#include "playbook/transfer.h"
#include "shipped_playbook/assets.h"

namespace enact {
namespace {

using identity::Role;

// The cast. Invented, all of them; their ecosystems are real, their doings are not.
const std::vector<DemoPerson>& cast() {
  static const std::vector<DemoPerson> people{
      {"Hana Okoye", "hana", Role::hub, "", "be-stem", "Ecosystem strand lead"},
      {"Rui Tavares", "rui", Role::reviewer, "", "be-stem", "Reviewer"},
      {"Rosa Lind", "rosa", Role::researcher, "", "be-stem", "Researcher"},
      {"Ana Duarte", "ana", Role::ecosystem_lead, "pittsburgh", "pittsburgh", "Ecosystem lead"},
      {"Ben Ashby", "ben", Role::member, "pittsburgh", "pittsburgh", "Communications"},
      {"Nia Brooks", "nia", Role::ecosystem_lead, "nyc", "nyc", "Ecosystem lead"},
      {"Caleb Stone", "caleb", Role::ecosystem_lead, "chicago", "chicago", "Ecosystem lead"},
      {"Mira Solano", "mira", Role::ecosystem_lead, "california", "california", "Ecosystem lead"},
      {"Tess Yazzie", "tess", Role::ecosystem_lead, "arizona", "arizona", "Ecosystem lead"},
      {"Omar Haddad", "omar", Role::ecosystem_lead, "new-jersey", "new-jersey", "Ecosystem lead"},
      {"Lena Kovac", "lena", Role::ecosystem_lead, "neostem", "neostem", "Ecosystem lead"},
      {"Ada Whitlock", "ada", Role::admissions_partner, "pittsburgh", "pittsburgh",
       "Admissions liaison"},
  };
  return people;
}

identity::Event by_demo(base::Instant at) {
  identity::Event event;
  event.actor = "command";
  event.actor_name = "enact demo";
  event.at = at;
  return event;
}

base::Result<void> load_shipped_playbook(app::Services& services, base::Instant at) {
  const auto checked = playbook::check_files(playbook::files_of(shipped_playbook::assets()));
  if (!checked) return tl::unexpected(checked.error());
  const auto imported = services.db.write([&](store::Writer& writer) {
    return playbook::import_playbook(writer, *checked, by_demo(at));
  });
  if (!imported) return tl::unexpected(imported.error());
  return {};
}

base::Result<void> add_person_record(store::Writer& writer,
                                     const DemoPerson& who,
                                     const identity::Event& by) {
  network::PersonRecord record;
  record.name = who.name;
  record.email = who.email();
  record.make_believe = true;
  const auto person = network::add_person(writer, record, by);
  if (!person) return tl::unexpected(person.error());
  network::Affiliation place;
  place.person = person->id;
  place.org = who.works_at;
  place.role = who.job;
  place.from = "2024";
  const auto begun = network::begin_affiliation(writer, place, by);
  if (!begun) return tl::unexpected(begun.error());
  return {};
}

// One hash for everybody: making a dozen would take a second.
base::Result<void> add_cast(app::Services& services, base::Instant at) {
  const auto hash = identity::hash_password(accounts::kDemoPassword);
  return services.db.write([&](store::Writer& writer) -> base::Result<void> {
    for (const auto& who : cast()) {
      const auto user = identity::add_user(
          writer, {.email = who.email(), .name = who.name, .password_hash = hash}, by_demo(at));
      if (!user) return tl::unexpected(user.error());
      identity::give_role(writer, *user,
                          {.role = who.role, .org = who.role_at, .workspace = who.role_at},
                          by_demo(at));
      if (auto added = add_person_record(writer, who, by_demo(at)); !added) return added;
    }
    return {};
  });
}

enum class Holds { nothing, demo, a_network };

Holds what_it_holds(app::Services& services) {
  return services.db.read([](store::Reader& reader) {
    if (app::is_demo(reader)) return Holds::demo;
    const bool is_used =
        playbook::find_item(reader, playbook::item_id(playbook::Kind::cover, "")) ||
        !identity::all_users(reader).empty();
    return is_used ? Holds::a_network : Holds::nothing;
  });
}

}  // namespace

base::Result<void> seed_demo(app::Services& services, std::ostream& out) {
  const auto holds = what_it_holds(services);
  if (holds == Holds::demo) return {};
  if (holds == Holds::a_network)
    return base::conflict(
        "This database holds a real network, and the demo would open its messages to everybody. "
        "Name another file: enact demo --database demo.db");
  services.db.write([](store::Writer& writer) { app::mark_as_demo(writer); });
  const auto now = services.clock.now();
  out << "Loading the playbook and a make-believe network...\n" << std::flush;
  // The playbook was there before anybody enacted it.
  if (auto loaded = load_shipped_playbook(services, now - std::chrono::hours(24 * 400)); !loaded)
    return loaded;
  if (auto added = add_cast(services, now - std::chrono::hours(24 * 390)); !added) return added;
  if (auto added = seed_demo_directory(services); !added) return added;
  if (auto added = seed_demo_introductions(services); !added) return added;
  if (auto added = seed_demo_still_right(services); !added) return added;
  if (auto added = seed_demo_admissions(services); !added) return added;
  if (auto added = seed_demo_programs(services); !added) return added;
  if (auto added = seed_demo_duplicates(services); !added) return added;
  if (auto added = seed_demo_people(services); !added) return added;
  if (auto added = seed_demo_sites(services); !added) return added;
  return seed_demo_runs(services, cast());
}

void describe_demo(const app::Services& services, std::ostream& out) {
  out << fmt::format(
      "\nA make-believe network to try everything in. Open {}\n"
      "and sign in with any of these, password {}\n\n",
      services.config.public_url, accounts::kDemoPassword);
  for (const auto& who : cast())
    if (who.role != Role::ecosystem_lead || who.handle == std::string("ana"))
      out << fmt::format("  {:28} {}\n", who.email(), identity::words_for(who.role));
  out << "\nStop with Ctrl-C. Start again to go on where you were.\n" << std::flush;
}

}  // namespace enact
