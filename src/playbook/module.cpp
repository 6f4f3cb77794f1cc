// SPDX-License-Identifier: Apache-2.0
#include "app/module.h"

#include "playbook/assets.h"
#include "playbook/commands.h"
#include "playbook/copies.h"
#include "playbook/editing_pages.h"
#include "playbook/finding_pages.h"
#include "playbook/history_pages.h"
#include "playbook/items.h"
#include "playbook/library_pages.h"
#include "playbook/overview_pages.h"
#include "playbook/own_text_pages.h"
#include "playbook/queries.h"
#include "playbook/reading_pages.h"
#include "playbook/run_counts.h"
#include "playbook/run_pages.h"

namespace enact::playbook {
namespace {

void routes(app::Routes& routes) {
  reading_routes(routes);
  library_routes(routes);
  own_text_routes(routes);
  editing_routes(routes);
  history_routes(routes);
  finding_routes(routes);
  run_routes(routes);
  overview_routes(routes);
}

// An ecosystem's own copy goes before the published text, the latest changed first.
std::string toolkit_text(store::Reader& reader,
                         const std::string& document,
                         const std::string& ecosystem) {
  const auto id = item_id(Kind::toolkit, document);
  for (const auto& copy : copies_in(reader, ecosystem))
    if (copy.item == id) return copy.text;
  const auto published = published_document(reader, id);
  return published ? published->body : std::string();
}

void start(app::Services& services) {
  services.toolkit_text = toolkit_text;
  // Who took part in runs, when two organizations or people become one.
  using Record = app::RecordPage::Record;
  services.references.push_back(
      app::reference_of("playbook.involved_orgs", {.record = Record::org,
                                                   .singular = "part in a run",
                                                   .plural = "parts in runs",
                                                   .rows = sql::ids_of_involved_org,
                                                   .move = sql::move_involved}));
  services.references.push_back(
      app::reference_of("playbook.involved_people", {.record = Record::person,
                                                     .singular = "part in a run",
                                                     .plural = "parts in runs",
                                                     .rows = sql::ids_of_involved_person,
                                                     .move = sql::move_involved}));
}

std::vector<app::Diagnosis> doctor(app::Services& services) {
  return {check_run_counts(services)};
}

}  // namespace

const app::Module& module() {
  using web::Needs;
  static const app::Module m{
      .name = "playbook",
      .assets = assets,
      .routes = routes,
      .commands = commands,
      .jobs = nullptr,
      .navigation = {{"month", "This month", "/month", Needs::signed_in, 10},
                     {"playbook", "Playbook", "/playbook", Needs::nothing, 20},
                     {"toolkit", "Toolkit", "/toolkit", Needs::nothing, 30},
                     {"board", "Board", "/board", Needs::signed_in, 50},
                     {"matrix", "Matrix", "/matrix", Needs::analyst, 60},
                     {"account.reviews", "Waiting for review", "/reviews", Needs::reviewer, 70}},
      .start = start,
      .doctor = doctor};
  return m;
}

}  // namespace enact::playbook
