// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "app/assets.h"
#include "base/date.h"
#include "identity/assets.h"
#include "identity/audit.h"
#include "network/assets.h"
#include "network/org.h"
#include "network/person.h"
#include "support/database.h"

namespace enact::network {

// This room and those under it on a database of their own.
struct World {
  explicit World(support::Backend backend)
      : db(backend,
           {.rooms = {{"identity", identity::assets()},
                      {"app", app::assets()},
                      {"network", assets()}}}) {}

  identity::Event by(std::string name) const {
    identity::Event event;
    event.actor = "user-" + name;
    event.actor_name = std::move(name);
    event.at = now;
    return event;
  }

  template <class Work>
  auto read(Work work) {
    return db->read(work);
  }
  template <class Work>
  auto write(Work work) {
    return db->write(work);
  }

  support::TestDatabase db;
  base::Instant now = *base::Instant::parse("2026-11-22T09:30:00.000Z");
};

inline OrgRecord org_of(std::string kind, std::string name, std::string parent = "") {
  OrgRecord org;
  org.kind = std::move(kind);
  org.name = std::move(name);
  org.parent = std::move(parent);
  return org;
}

inline PersonRecord person_called(std::string name) {
  PersonRecord person;
  person.name = std::move(name);
  return person;
}

inline Affiliation affiliation_at(std::string org, std::string person, std::string role) {
  Affiliation affiliation;
  affiliation.org = std::move(org);
  affiliation.person = std::move(person);
  affiliation.role = std::move(role);
  return affiliation;
}

}  // namespace enact::network
