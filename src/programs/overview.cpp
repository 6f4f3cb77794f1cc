// SPDX-License-Identifier: Apache-2.0
#include "programs/overview.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "base/text.h"
#include "network/network.h"
#include "programs/needs.h"
#include "programs/offers.h"
#include "programs/queries.h"

namespace enact::programs {
namespace {

int rhythm_in(const store::Row& row) {
  return row.is_null("rhythm_days") ? kUsualRhythm : static_cast<int>(row.integer("rhythm_days"));
}

int number(const store::Row& row, std::string_view column) {
  return static_cast<int>(row.integer(column));
}

using ByProgram = std::map<std::string, Supported*, std::less<>>;

// Runs a query of counts, and hands each row over with the program that it is of.
template <class Use>
void each(store::Reader& reader,
          const store::Query& query,
          store::Params params,
          const ByProgram& by_program,
          Use&& use) {
  for (const auto& row : reader.all(query, params))
    if (const auto found = by_program.find(row.text("program")); found != by_program.end())
      use(*found->second, row);
}

// Fills in the counts of those of `all` that `only` names; all of them where it is empty.
void count(store::Reader& reader,
           std::string_view workspace,
           std::string_view only,
           base::Day today,
           std::vector<Supported>& all) {
  ByProgram by_program;
  for (auto& one : all) by_program[one.program] = &one;
  each(reader, sql::last_check_ins, {{"workspace", workspace}, {"program", only}}, by_program,
       [](Supported& one, const store::Row& row) {
         one.standing.last_check_in = base::Day::parse(row.text("happened_on"));
         one.standing.next_by = base::Day::parse(row.text("next_by"));
       });
  each(reader, sql::plans_in, {{"workspace", workspace}, {"program", only}}, by_program,
       [](Supported& one, const store::Row& row) {
         one.standing.has_plan = true;
         one.is_agreed = row.integer("agreements") > 0;
       });
  each(reader, sql::step_counts,
       {{"workspace", workspace}, {"program", only}, {"today", today.iso()}}, by_program,
       [](Supported& one, const store::Row& row) {
         one.standing.steps = number(row, "steps");
         one.standing.done = number(row, "done");
         one.standing.overdue = number(row, "overdue");
         one.standing.overdue_since = base::Day::parse(row.text("overdue_since"));
       });
  each(reader, sql::need_counts, {{"workspace", workspace}, {"program", only}}, by_program,
       [](Supported& one, const store::Row& row) {
         one.standing.open_needs = number(row, "open_needs");
         one.standing.urgent_needs = number(row, "urgent_needs");
         one.standing.urgent_since = base::Day::parse(row.text("urgent_since"));
       });
}

bool is_in_use(const std::vector<Supported>& all) {
  return std::any_of(all.begin(), all.end(),
                     [](const Supported& one) { return one.standing.last_check_in.has_value(); });
}

}  // namespace

std::vector<Supported> overview(store::Reader& reader,
                                std::string_view workspace,
                                base::Day today) {
  std::vector<Supported> all;
  for (const auto& row : reader.all(sql::programs_in, {{"workspace", workspace}}))
    all.push_back({.program = row.text("id"),
                   .name = row.text("name"),
                   .region = row.text("region"),
                   .standing = {.rhythm_days = rhythm_in(row)}});
  count(reader, workspace, "", today, all);
  std::stable_sort(all.begin(), all.end(), [&](const Supported& a, const Supported& b) {
    const auto place = [&](const Standing& standing) {
      return std::pair(calls_of(standing, today).size(), days_waited(standing, today).value_or(-1));
    };
    return place(a.standing) > place(b.standing);
  });
  return all;
}

std::optional<Supported> supported(store::Reader& reader,
                                   std::string_view workspace,
                                   std::string_view program,
                                   base::Day today) {
  const auto org = network::find_org(reader, program);
  if (!org || org->kind != "pcsp") return std::nullopt;
  std::vector<Supported> one{{.program = org->id, .name = org->name, .region = org->region}};
  if (const auto row = reader.one(sql::rhythm_of, {{"program", program}}))
    one.front().standing.rhythm_days = rhythm_in(*row);
  count(reader, workspace, program, today, one);
  return one.front();
}

SupportCount count_of(const std::vector<Supported>& all, base::Day today) {
  SupportCount count;
  for (const auto& one : all) {
    const auto& standing = one.standing;
    if (standing.rhythm_days > 0) {
      ++count.programs;
      ++(is_check_in_due(standing, today) ? count.due : count.heard);
    }
    count.agreed += one.is_agreed ? 1 : 0;
    count.open_needs += standing.open_needs;
    count.steps += standing.steps;
    count.done += standing.done;
    count.overdue += standing.overdue;
  }
  return count;
}

std::string check_in_standing(store::Reader& reader,
                              const std::string& workspace,
                              base::Day today) {
  const auto all = overview(reader, workspace, today);
  if (!is_in_use(all)) return {};
  const auto count = count_of(all, today);
  return fmt::format("{} of {} checked in with as planned, {} open", count.heard,
                     base::counted(count.programs, "program", "programs"),
                     base::counted(count.open_needs, "need", "needs"));
}

std::vector<app::Waiting> waiting_programs(store::Reader& reader,
                                           const std::string& workspace,
                                           base::Day today) {
  const auto all = overview(reader, workspace, today);
  std::vector<app::Waiting> waiting;
  if (!is_in_use(all)) return waiting;
  for (const auto& one : all)
    if (const auto calls = calls_of(one.standing, today); !calls.empty())
      waiting.push_back({one.name, "/orgs/" + one.program + "/plan", base::join(calls, ", ")});
  return waiting;
}

std::string plan_standing(store::Reader& reader, const std::string& workspace, base::Day today) {
  const auto all = overview(reader, workspace, today);
  const auto count = count_of(all, today);
  if (count.steps == 0) return {};
  auto words = fmt::format("{} of {} agreed to a plan, {} of {} done", count.agreed,
                           base::counted(std::ssize(all), "program", "programs"), count.done,
                           base::counted(count.steps, "step", "steps"));
  if (count.overdue > 0) words += fmt::format(", {} overdue", count.overdue);
  return words;
}

std::string need_standing(store::Reader& reader, const std::string& workspace) {
  auto counts = count_needs(reader, {.workspace = workspace});
  if (counts.empty()) return {};
  return fmt::format("{} open, {} matched, {} met",
                     base::counted(counts[NeedState::open], "need", "needs"),
                     counts[NeedState::matched], counts[NeedState::met]);
}

std::string asset_standing(store::Reader& reader, const std::string& workspace) {
  int all = 0;
  for (const auto& [kind, count] : count_assets(reader, {.workspace = workspace})) all += count;
  if (all == 0) return {};
  return base::counted(all, "thing", "things") + " offered in the region";
}

base::Result<void> set_rhythm(store::Writer& writer,
                              const std::string& program,
                              int days,
                              identity::Event by) {
  if (days < 0 || days > kLongestRhythm)
    return base::invalid("rhythm_days",
                         fmt::format("Write the days between two check-ins, at most {}; 0 when "
                                     "nobody checks in with it.",
                                     kLongestRhythm));
  writer.run(
      sql::keep_rhythm,
      {{"program", program}, {"rhythm_days", days}, {"by", by.actor_name}, {"now", by.at.iso()}});
  by.verb = "programs.rhythm.set";
  by.subject_kind = "organization";
  by.subject_id = program;
  by.subject_name = network::org_name(writer, program);
  by.after = base::Json::object().set("rhythm_days", days);
  identity::record(writer, by);
  return {};
}

}  // namespace enact::programs
