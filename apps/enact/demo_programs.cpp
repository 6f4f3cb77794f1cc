// SPDX-License-Identifier: Apache-2.0
#include "demo_programs.h"

#include <fmt/format.h>

#include <string_view>
#include <vector>

#include "network/network.h"
#include "programs/check_ins.h"
#include "programs/matches.h"
#include "programs/needs.h"
#include "programs/overview.h"
#include "programs/plans.h"

namespace enact {
namespace {

using base::Result;
using programs::Kind;
using programs::Side;
using programs::StepState;

constexpr const char* kHere = "pittsburgh";

// The make-believe network as of so many days ago.
struct Then {
  base::Instant now;

  std::string day(int ago) const { return (now.day() + std::chrono::days(-ago)).iso(); }
  identity::Event by(std::string name, int ago) const {
    identity::Event event;
    event.actor = "command";
    event.actor_name = std::move(name);
    event.at = now - std::chrono::hours(24 * ago);
    return event;
  }
};

programs::Whose whose(store::Reader& reader, std::string_view program) {
  return {kHere, std::string(program), network::org_name(reader, program)};
}

struct DemoStep {
  std::string_view title;
  std::string_view owner;
  Side side = Side::ecosystem;
  int due_in = 30;
  StepState state = StepState::open;
  std::string_view reason = {};
};
struct DemoPlan {
  std::string_view program;
  std::string_view goal;
  std::vector<DemoStep> steps;
  std::string_view agreed_by = {};
};

const std::vector<DemoPlan>& plans() {
  using enum StepState;
  static const std::vector<DemoPlan> all{
      {"riverbend-robotics",
       "Every junior has talked with an admissions officer by May",
       {{"Invite two admissions officers to the spring showcase", "Ana Duarte", Side::ecosystem,
         20},
        {"Write a page on what students build", "Ivo Marsh", Side::program, -12},
        {"Ask Lakeview College for a visit", "Ben Ashby", Side::ecosystem, -40, done},
        {"Count who applies where", "Ivo Marsh", Side::program, 60}},
       "Ivo Marsh"},
      {"hilltop-health",
       "Twelve students shadow somebody in a clinic",
       {{"Find four clinics", "Ana Duarte", Side::ecosystem, -30, done},
        {"Clear the forms with parents", "Program director", Side::program, -14, done},
        {"Rent a van", "Program director", Side::program, -20, dropped,
         "The clinics are on the bus line."}},
       "Program director"},
      {"allegheny-field",
       "The summer has a second group of sixteen",
       {{"Find a second site", "Ana Duarte", Side::ecosystem, 45},
        {"Hire two field leaders", "Program director", Side::program, 90}}},
  };
  return all;
}

Result<void> add_plan(store::Writer& writer, const DemoPlan& plan, const Then& then) {
  const auto program = whose(writer, plan.program);
  const auto by = then.by("Ana Duarte", 80);
  if (auto added = programs::add_goal(writer, program, plan.goal, by); !added) return added;
  const auto goal = programs::whole_plan(writer, kHere, plan.program)->goals.front().id;
  for (const auto& wanted : plan.steps) {
    programs::Step step{.goal = goal, .title = std::string(wanted.title), .side = wanted.side};
    step.owner_name = wanted.owner;
    step.due_on = then.day(-wanted.due_in);
    if (auto added = programs::add_step(writer, program, step, by); !added) return added;
  }
  const auto whole = *programs::whole_plan(writer, kHere, plan.program);
  for (std::size_t i = 0; i < plan.steps.size(); ++i)
    if (auto moved = programs::move_step(
            writer, {whole.steps[i].id, plan.steps[i].state, std::string(plan.steps[i].reason), 1},
            then.by("Ana Duarte", 20));
        !moved)
      return moved;
  if (plan.agreed_by.empty()) return {};
  return programs::note_agreement(writer, program,
                                  {.name = std::string(plan.agreed_by), .agreed_on = then.day(75)},
                                  then.by("Ana Duarte", 75));
}

struct DemoCheckIn {
  std::string_view program;
  int ago;
  programs::CheckIn::How how;
  std::string_view said;
  int next_in = 0;  // days after; 0: as usual
};

const std::vector<DemoCheckIn>& check_ins() {
  using enum programs::CheckIn::How;
  static const std::vector<DemoCheckIn> all{
      {"riverbend-robotics", 41, call,
       "The new robots came. Nobody has written the page about the students yet."},
      {"riverbend-robotics", 75, visit,
       "Twenty-one of twenty-four students stay on. Agreed the plan."},
      {"hilltop-health", 9, meeting, "All forms are in; the first clinic begins in two weeks.", 35},
      {"allegheny-field", 24, call, "The ranger can take a second group if we find a site."},
      {"north-shore-genes", 66, mail,
       "Between two directors. Write again when the new one is there."},
  };
  return all;
}

Result<void> add_check_in(store::Writer& writer, const DemoCheckIn& wanted, const Then& then) {
  programs::WholeCheckIn whole;
  whole.check_in = {.workspace = kHere,
                    .program = std::string(wanted.program),
                    .happened_on = then.day(wanted.ago),
                    .who = "Ana Duarte",
                    .how = wanted.how,
                    .said = std::string(wanted.said)};
  if (wanted.next_in > 0) whole.check_in.next_by = then.day(wanted.ago - wanted.next_in);
  return programs::log_check_in(writer, whose(writer, wanted.program), whole,
                                then.by("Ana Duarte", wanted.ago));
}

struct DemoNeed {
  std::string_view program;
  Kind kind;
  std::string_view what;
  int amount;
  int by_in;  // days from now; 0: any time
  programs::Urgency urgency;
};

const std::vector<DemoNeed>& wanted() {
  using enum programs::Urgency;
  static const std::vector<DemoNeed> all{
      {"riverbend-robotics", Kind::people, "Two engineers as judges of the showcase", 2, 25,
       urgent},
      {"allegheny-field", Kind::space, "A site by a creek for a second group", 16, 120, soon},
      {"hilltop-health", Kind::space, "A classroom on Saturdays", 20, 60, soon},
      {"hilltop-health", Kind::funding, "Bus fares for twelve students", 600, 0, soon},
      {"code-by-the-bridge", Kind::data, "Which schools have no computing class", 0, 0, whenever},
  };
  return all;
}

std::vector<programs::Asset> given(const Then& then) {
  std::vector<programs::Asset> all(5);
  all[0] = {
      .kind = Kind::space, .what = "Classroom with 30 seats", .offered_by = "Lakeview College"};
  all[0].state = "PA";
  all[0].city = "Pittsburgh";
  all[0].free_until = then.day(-200);
  all[0].capacity = 30;
  all[0].unit = "seats";
  all[0].conditions = "Saturdays, with a key from the porter.";
  all[0].contact = "Dora Quill";
  all[0].confirmed_on = then.day(30);
  all[1] = {.kind = Kind::people,
            .what = "Retired engineers as mentors and judges",
            .offered_by = "Golden Wrench Society"};
  all[1].state = "PA";
  all[1].city = "Pittsburgh";
  all[1].free_from = then.day(300);
  all[1].capacity = 6;
  all[1].unit = "people";
  all[1].contact = "Sal Finch, 412-555-0134";
  all[1].confirmed_on = then.day(90);
  all[2] = {.kind = Kind::funding,
            .what = "Small grants for fares and food",
            .offered_by = "Three Rivers Fund"};
  all[2].capacity = 2000;
  all[2].unit = "dollars";
  all[2].confirmed_on = then.day(500);
  all[3] = {
      .kind = Kind::training, .what = "Workshop on asking for money", .offered_by = "Ben Ashby"};
  all[3].city = "Pittsburgh";
  all[3].state = "PA";
  all[4] = {.kind = Kind::space, .what = "Wet lab", .offered_by = "Mill Street Museum"};
  all[4].city = "Pittsburgh";
  all[4].state = "PA";
  all[4].free_until = then.day(15);
  all[4].capacity = 20;
  all[4].unit = "students";
  all[4].confirmed_on = then.day(200);
  return all;
}

// The classroom is agreed, the money was given, and the judges are still to be asked.
Result<void> add_matches(store::Writer& writer, const Then& then) {
  using State = programs::MatchState;
  struct DemoMatch {
    std::string_view need, asset;
    int amount;
    State state;
    std::string_view outcome;
  };
  constexpr DemoMatch kAll[] = {
      {"classroom", "classroom", 20, State::agreed, ""},
      {"fares", "fares", 600, State::worked_out, "Paid in one sum. All twelve came each time."}};
  for (const auto& wish : kAll) {
    const auto need = programs::needs(
        writer, {.workspace = kHere, .state = "", .words = std::string(wish.need)}, 0, 1);
    const auto asset =
        programs::find_assets(writer, {.workspace = kHere, .words = std::string(wish.asset)}, 0, 1);
    if (need.empty() || asset.empty()) return base::not_found("The demo's needs do not match.");
    auto match = programs::offer(writer, {need.front().id, asset.front().id, wish.amount},
                                 then.by("Ana Duarte", 15));
    if (!match) return tl::unexpected(match.error());
    const auto moved = programs::move_match(
        writer, {match->id, wish.state, std::string(wish.outcome), match->version},
        then.by("Ana Duarte", 5));
    if (!moved) return tl::unexpected(moved.error());
  }
  return {};
}

Result<void> add_needs_and_assets(store::Writer& writer, const Then& then) {
  int ago = 60;
  for (const auto& wish : wanted()) {
    programs::Need need{.workspace = kHere,
                        .program = std::string(wish.program),
                        .kind = wish.kind,
                        .what = std::string(wish.what)};
    need.amount = wish.amount;
    if (wish.by_in > 0) need.needed_by = then.day(-wish.by_in);
    need.urgency = wish.urgency;
    if (auto noted = programs::note_need(writer, need, then.by("Ana Duarte", ago -= 10)); !noted)
      return tl::unexpected(noted.error());
  }
  for (auto& asset : given(then)) {
    asset.workspace = kHere;
    if (auto added = programs::add_asset(writer, asset, then.by("Ben Ashby", 30)); !added)
      return tl::unexpected(added.error());
  }
  return add_matches(writer, then);
}

}  // namespace

Result<void> seed_demo_programs(app::Services& services) {
  const Then then{services.clock.now()};
  return services.db.write([&](store::Writer& writer) -> Result<void> {
    for (const auto& plan : plans())
      if (auto added = add_plan(writer, plan, then); !added) return added;
    for (const auto& check_in : check_ins())
      if (auto added = add_check_in(writer, check_in, then); !added) return added;
    if (auto added = add_needs_and_assets(writer, then); !added) return added;
    return programs::set_rhythm(writer, "three-rivers-math", 0, then.by("Ana Duarte", 80));
  });
}

}  // namespace enact
