// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "app/assets.h"
#include "identity/access.h"
#include "identity/assets.h"
#include "identity/users.h"
#include "network/assets.h"
#include "network/network.h"
#include "playbook/assets.h"
#include "playbook/items.h"
#include "playbook/runs.h"
#include "support/database.h"

namespace enact::playbook {

// A small network with one strategy of two plays: Ana leads Lakeside and Ben is a member there;
// Hilltop is the other ecosystem.
class RunWorld : public testing::TestWithParam<support::Backend> {
 protected:
  using Run = playbook::Run;  // not the test's own

  template <class Work>
  auto write(Work work) {
    return database->write(work);
  }
  template <class Work>
  auto read(Work work) {
    return database->read(work);
  }

  RunWorld()
      : database(GetParam(),
                 {.rooms = {{"identity", identity::assets()},
                            {"app", app::assets()},
                            {"network", network::assets()},
                            {"playbook", assets()}}}) {
    by.actor = "system";
    by.actor_name = "The program";
    by.at = base::Instant(base::Instant::Point(
        std::chrono::sys_days{std::chrono::year{2026} / 5 / 14} + std::chrono::hours(9)));
    write([&](store::Writer& writer) {
      const auto orgs = network::import_orgs(writer,
                                             "id,name,short_name,kind,parent,region,cohort,joined,"
                                             "about,priorities,source,as_of\n"
                                             "lakeside,Lakeside,,ecosystem,,,1,,,,,\n"
                                             "hilltop,Hilltop,,ecosystem,,,1,,,,,\n"
                                             "museum,Museum of Boats,,museum,lakeside,,,,,,,\n",
                                             by);
      EXPECT_TRUE(orgs) << orgs.error().message;
      publish_text(writer,
                   "---\nkind: purpose\nid: reach\ntitle: Reach\nposition: \"1\"\n---\n\nWhy.\n");
      publish_text(writer,
                   "---\nkind: strategy\nid: \"4\"\npurpose: reach\ntitle: Spread the word\n"
                   "summary: Tell them.\n---\n\nWhy.\n");
      publish_text(writer,
                   "---\nkind: play\nid: \"4-1\"\nstrategy: \"4\"\ntitle: Use your channels\n"
                   "summary: Those you have.\nweeks: \"8\"\n---\n\n## Why\n\nBecause.\n\n"
                   "## What you do\n\n1. **List** them.\n2. Give each one job.\n3. Tell.\n");
      publish_text(writer,
                   "---\nkind: play\nid: \"4-2\"\nstrategy: \"4\"\ntitle: Lead with results\n"
                   "summary: Say why.\n---\n\n## What you do\n\n1. Choose.\n");
      ana = user(writer, "Ana Duarte", "ana@lakeside.example");
      ben = user(writer, "Ben Okafor", "ben@lakeside.example");
      identity::give_role(writer, ana, {identity::Role::ecosystem_lead, "lakeside", "lakeside"},
                          by);
      identity::give_role(writer, ben, {identity::Role::member, "lakeside", "lakeside"}, by);
    });
  }

  identity::User user(store::Writer& writer, const std::string& name, const std::string& email) {
    const auto added =
        identity::add_user(writer, {.email = email, .name = name, .password_hash = ""}, by);
    EXPECT_TRUE(added);
    return *added;
  }

  void publish_text(store::Writer& writer, const std::string& text) {
    const auto saved = save_draft(writer, {.text = text, .based_on = 0, .note = ""}, by);
    ASSERT_TRUE(saved) << saved.error().message;
    const auto published = publish(writer, saved->item, saved->number, by);
    ASSERT_TRUE(published) << published.error().message;
  }

  identity::Event as(const identity::User& who) const {
    auto event = by;
    event.actor = who.id;
    event.actor_name = who.name;
    return event;
  }

  Run begin(const std::string& play = "plays/4-1", const std::string& workspace = "lakeside") {
    const auto run = write([&](store::Writer& writer) {
      return enact_play(writer, {.play = play, .workspace = workspace}, as(ana));
    });
    EXPECT_TRUE(run) << run.error().message;
    return *run;
  }

  Run begin_and_finish() {
    const auto run = begin();
    const auto done = write([&](store::Writer& writer) {
      return start_run(writer, run.id, as(ana)).and_then([&](const Run&) {
        return finish_run(writer, run.id, as(ana));
      });
    });
    EXPECT_TRUE(done) << done.error().message;
    return *done;
  }

  Run now(const std::string& id) {
    return *read([&](store::Reader& reader) { return find_run(reader, id); });
  }

  support::TestDatabase database;
  identity::Event by;
  identity::User ana, ben;
};

}  // namespace enact::playbook
