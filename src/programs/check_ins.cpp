// SPDX-License-Identifier: Apache-2.0
#include "programs/check_ins.h"

#include <fmt/format.h>

#include "base/id.h"
#include "programs/checks.h"
#include "programs/needs.h"
#include "programs/queries.h"

namespace enact::programs {
namespace {

// The faults of one of several, with `-which` after the name of each field.
void add_faults(Faults& faults,
                const std::vector<base::Fault>& of_one,
                std::string_view before,
                std::string_view which) {
  for (const auto& fault : of_one)
    faults.add(fmt::format("{}{}-{}", before, fault.field, which), fault.message);
}

base::Result<void> check(store::Reader& reader, const WholeCheckIn& whole, base::Day today) {
  Faults faults;
  for (const auto& fault : faults_of(whole.check_in, today)) faults.add(fault.field, fault.message);
  for (std::size_t i = 0; i < whole.needs.size(); ++i)
    add_faults(faults, faults_of(whole.needs[i]), "need_", std::to_string(i + 1));
  for (const auto& move : whole.moves) {
    const auto step = find_step(reader, move.step);
    if (!step || step->workspace != whole.check_in.workspace ||
        step->program != whole.check_in.program)
      return base::not_found("There is no such step in this plan.");
    if (auto allowed = check_move(step->state, move.to, move.reason); !allowed)
      faults.add("reason-" + move.step, allowed.error().message);
  }
  return refused(std::move(faults).all());
}

}  // namespace

std::vector<CheckIn> check_ins_of(store::Reader& reader, const Whose& whose, std::size_t most) {
  std::vector<CheckIn> found;
  for (const auto& row :
       reader.all(sql::check_ins_of,
                  {{"workspace", whose.workspace}, {"program", whose.program}, {"most", most}}))
    found.push_back({.id = row.text("id"),
                     .workspace = whose.workspace,
                     .program = whose.program,
                     .happened_on = row.text("happened_on"),
                     .who = row.text("who"),
                     .spoke_with = row.text("spoke_with"),
                     .how = check_in_how_named(row.text("how")).value_or(CheckIn::How::call),
                     .said = row.text("said"),
                     .next_by = row.text("next_by"),
                     .logged_by_name = row.text("logged_by_name")});
  return found;
}

base::Result<void> log_check_in(store::Writer& writer,
                                const Whose& whose,
                                const WholeCheckIn& whole,
                                const identity::Event& by) {
  if (auto wrong = check(writer, whole, by.at.day()); !wrong) return wrong;
  const auto& check_in = whole.check_in;
  const auto id = base::new_id();
  writer.run(sql::insert_check_in, {{"id", id},
                                    {"workspace", whose.workspace},
                                    {"program", whose.program},
                                    {"happened_on", check_in.happened_on},
                                    {"who", check_in.who},
                                    {"spoke_with", check_in.spoke_with},
                                    {"how", name_of(check_in.how)},
                                    {"said", check_in.said},
                                    {"next_by", check_in.next_by},
                                    {"by", by.actor},
                                    {"by_name", by.actor_name},
                                    {"now", by.at.iso()}});
  identity::Event event = by;
  event.verb = "programs.check_in.logged";
  event.subject_kind = "check_in";
  event.subject_id = id;
  event.subject_name = whose.program_name;
  event.org = whose.workspace;
  event.after = base::Json::object()
                    .set("program", whose.program)
                    .set("happened_on", check_in.happened_on)
                    .set("how", name_of(check_in.how));
  identity::record(writer, event);
  for (const auto& need : whole.needs)
    if (auto noted = note_need(writer, need, by); !noted) return tl::unexpected(noted.error());
  for (const auto& move : whole.moves)
    if (auto moved = move_step(writer, move, by); !moved) return moved;
  return {};
}

}  // namespace enact::programs
