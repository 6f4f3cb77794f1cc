// SPDX-License-Identifier: Apache-2.0
#include "demo_introductions.h"

#include <fmt/format.h>

#include <map>

#include "base/text.h"
#include "identity/users.h"
#include "network/affiliations.h"
#include "network/facts.h"
#include "network/introduction_mail.h"
#include "network/introductions.h"
#include "network/links.h"
#include "network/orgs.h"
#include "network/people.h"

namespace enact {
namespace {

using network::Standing;

constexpr const char* kEcosystem = "pittsburgh";
constexpr const char* kInvented = "Invented for this demo";

template <class T>
base::Result<void> done(const base::Result<T>& result) {
  if (!result) return tl::unexpected(result.error());
  return {};
}

// What Ana did so many days ago, in the transaction that makes her past.
class Past {
 public:
  Past(store::Writer& writer, app::Services& services) : writer_(writer), services_(services) {
    by_.actor_name = "Ana Duarte";
    by_.actor = identity::find_user_by_email(writer, "ana@enact.example")->id;
    by_.org = kEcosystem;
    for (const auto& person : network::all_people(writer)) ids_[person.name] = person.id;
  }

  base::Result<void> org(const std::string& id,
                         const std::string& name,
                         const std::string& kind,
                         const std::string& parent) {
    network::OrgRecord record;
    record.id = id;
    record.name = name;
    record.kind = kind;
    record.parent = parent;
    record.about = "Make-believe, invented for this demo.";
    record.source = kInvented;
    const auto added = network::add_org(writer_, record, ago(60));
    if (!added || !parent.empty()) return done(added);
    return done(network::note_facts(writer_, {network::Thing::organization, id},
                                    {{.field = "state", .value = "PA", .source = kInvented}},
                                    added->version, ago(60)));
  }

  base::Result<void> person(const std::string& name,
                            const std::string& at,
                            const std::string& role) {
    network::PersonRecord record;
    record.name = name;
    record.email = base::lower(name.substr(0, name.find(' '))) + "@enact.example";
    record.make_believe = true;
    const auto added = network::add_person(writer_, record, ago(60));
    if (!added) return done(added);
    ids_[name] = added->id;
    network::Affiliation place;
    place.person = added->id;
    place.org = at;
    place.role = role;
    return done(network::begin_affiliation(writer_, place, ago(60)));
  }

  base::Result<void> knows(const std::string& a,
                           const std::string& b,
                           network::Strength strength,
                           const std::string& last) {
    network::Link link;
    link.from = {network::Thing::person, ids_.at(a)};
    link.to = {network::Thing::person, ids_.at(b)};
    link.strength = strength;
    link.last_contact = last;
    return note(link);
  }

  base::Result<void> houses(const std::string& org,
                            const std::string& part,
                            network::LinkKind kind) {
    network::Link link;
    link.kind = kind;
    link.from = {network::Thing::organization, org};
    link.to = {network::Thing::organization, part};
    return note(link);
  }

  base::Result<void> asked(const std::string& introducer,
                           const std::string& target,
                           int days,
                           const std::vector<std::pair<Standing, int>>& then,
                           network::AskText by_mail = {}) {
    network::AskDraft draft;
    draft.workspace = kEcosystem;
    draft.way = {.introducer = ids_.at(introducer), .via = {}, .target = ids_.at(target)};
    if (by_mail.text.empty()) draft.asked_by = network::Introduction::AskedBy::told;
    draft.subject = std::move(by_mail.subject);
    draft.text = std::move(by_mail.text);
    draft.asker_email = "ana@enact.example";
    const auto made = network::ask_for_introduction(writer_, services_, draft, ago(days));
    if (!made) return done(made);
    for (const auto& [standing, moved] : then)
      if (auto done = network::move_introduction(
              writer_, services_, made->id,
              {.to = standing, .party = network::Party::asker, .note = {}}, ago(moved));
          !done)
        return done;
    return {};
  }

 private:
  base::Result<void> note(network::Link link) {
    link.workspace = kEcosystem;
    link.source = kInvented;
    return done(network::note_link(writer_, link, ago(50)));
  }
  identity::Event ago(int days) const {
    auto by = by_;
    by.at = services_.clock.now() - std::chrono::hours(24 * days);
    return by;
  }

  store::Writer& writer_;
  app::Services& services_;
  identity::Event by_;
  std::map<std::string, std::string> ids_;
};

}  // namespace

base::Result<void> seed_demo_introductions(app::Services& services) {
  using enum network::Strength;
  return services.db.write([&](store::Writer& writer) -> base::Result<void> {
    Past past(writer, services);
    for (const auto& happened : {
             past.org("millstone-college", "Millstone College", "college", ""),
             past.org("millstone-admissions", "Millstone College Admissions", "admissions-office",
                      "millstone-college"),
             past.person("Petra Lund", "millstone-college", "Professor of physics"),
             past.person("Otto Reyes", "millstone-admissions", "Reader"),
             past.person("Wanda Pell", "millstone-admissions", "Director"),
             past.person("Ravi Sen", "hilltop-health", "Coordinator"),
             past.knows("Ana Duarte", "Petra Lund", know_well, "2026-10"),
             past.knows("Petra Lund", "Otto Reyes", work_together, "2026-09"),
             past.knows("Petra Lund", "Wanda Pell", have_met, "2025-11"),
             past.knows("Ivo Marsh", "Otto Reyes", have_met, "2024"),
             past.knows("Ravi Sen", "Wanda Pell", work_together, "2026-05"),
             past.knows("Ben Ashby", "Ravi Sen", work_together, "2026-11"),
             past.houses("millstone-college", "north-shore-genes", network::LinkKind::houses),
             past.houses("millstone-college", "hilltop-health", network::LinkKind::funds),
             past.asked("Petra Lund", "Otto Reyes", 20, {}),
             past.asked(
                 "Ravi Sen", "Otto Reyes", 3, {},
                 {"Would you introduce me to Otto Reyes?",
                  "Hi Ravi,\n\nyou know Otto Reyes at Millstone. Would you introduce us? Two "
                  "lines to both of us are enough.\n\nThank you,\nAna"}),
             past.asked("Ravi Sen", "Wanda Pell", 9, {{Standing::made, 6}}),
             past.asked("Petra Lund", "Wanda Pell", 48,
                        {{Standing::made, 44}, {Standing::met, 40}}),
             past.asked("Ivo Marsh", "Otto Reyes", 30, {{Standing::declined, 28}}),
         })
      if (!happened) return happened;
    return {};
  });
}

}  // namespace enact
