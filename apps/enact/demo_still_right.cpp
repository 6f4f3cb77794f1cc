// SPDX-License-Identifier: Apache-2.0
#include "demo_still_right.h"

#include "identity/users.h"
#include "network/facts.h"
#include "network/network.h"
#include "network/orgs.h"
#include "network/questions.h"
#include "network/verifications.h"

namespace enact {
namespace {

using How = network::Verification::How;

identity::Event by_ana(store::Reader& reader, base::Instant now) {
  identity::Event event;
  const auto ana = identity::find_user_by_email(reader, "ana@enact.example");
  event.actor = ana ? ana->id : "command";
  event.actor_name = "Ana Duarte";
  event.org = "pittsburgh";
  event.at = now;
  return event;
}

base::Result<void> vouch(store::Writer& writer, base::Instant now) {
  struct Word {
    std::string_view org;
    int days_ago;
    How how;
    std::string note;
  };
  const Word words[] = {{"riverbend-robotics", 21, How::spoke, "On the telephone with Ivo Marsh"},
                        {"hilltop-health", 200, How::wrote, ""},
                        {"lakeview-college", 400, How::looked_up, "Its web page"},
                        {"three-rivers-math", 700, How::looked_up, ""}};
  for (const auto& word : words) {
    const auto day = now.day() + std::chrono::days(-word.days_ago);
    auto noted = network::verify(
        writer, {network::Thing::organization, std::string(word.org)},
        {.said_on = day.iso(), .how = word.how, .said_by = "Ana Duarte", .note = word.note},
        now.day(), by_ana(writer, now));
    if (!noted) return noted;
  }
  return {};
}

// The lab's office is asked; the mail waits in the outbox, and its link can be tried.
base::Result<void> ask(store::Writer& writer, const app::Services& services, base::Instant now) {
  const network::Subject lab{network::Thing::organization, "north-shore-genes"};
  const auto record = network::find_record(writer, lab.id);
  if (!record) return base::not_found("The demo has no North Shore Genes.");
  const auto noted = network::note_facts(writer, lab,
                                         {{.field = "email",
                                           .value = "office@north-shore-genes.example",
                                           .source = "Invented for this demo",
                                           .as_of = {}}},
                                         record->version, by_ana(writer, now));
  if (!noted) return tl::unexpected(noted.error());
  return network::ask_whether_right(writer, services, lab,
                                    {record->name, "office@north-shore-genes.example", {}},
                                    by_ana(writer, now));
}

}  // namespace

base::Result<void> seed_demo_still_right(app::Services& services) {
  const auto now = services.clock.now();
  return services.db.write([&](store::Writer& writer) -> base::Result<void> {
    if (auto vouched = vouch(writer, now); !vouched) return vouched;
    return ask(writer, services, now);
  });
}

}  // namespace enact
