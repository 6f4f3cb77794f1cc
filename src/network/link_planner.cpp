// SPDX-License-Identifier: Apache-2.0
#include "network/link_planner.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/date.h"
#include "base/text.h"
#include "network/affiliations.h"
#include "network/link_target.h"
#include "network/network.h"
#include "network/plain_text.h"
#include "network/queries.h"

namespace enact::network {
namespace {

using imports::Candidate;
using imports::Match;

// Of pairs that may be meant no more are offered.
constexpr std::size_t kMostPairs = 9;

void add_fault(Candidate& row, std::string field, std::string message) {
  row.faults.push_back(
      {.field = std::move(field), .message = std::move(message), .file = {}, .line = row.line});
}

// "ana-2" of "Ana Duarte (ana-2)", as the sheets of a map write a name that is there twice.
std::string id_behind(const std::string& written) {
  const auto open = written.rfind('(');
  if (open == std::string::npos || !written.ends_with(")")) return {};
  return written.substr(open + 1, written.size() - open - 2);
}

bool is_on_record(store::Reader& reader, const LinkPlace& place) {
  return reader
      .one(sql::find_link_between, {{"workspace", place.workspace},
                                    {"kind", name_of(place.kind)},
                                    {"from_id", place.from},
                                    {"to_id", place.to}})
      .has_value();
}

}  // namespace

void LinkPlanner::judge(store::Reader& reader, std::span<Candidate> rows) {
  for (auto& row : rows) judge(reader, row);
}

void LinkPlanner::judge(store::Reader& reader, Candidate& row) const {
  // Two people are meant to know each other where nothing else is said.
  if (row.values.text("kind").empty())
    row.values.set("kind", std::string(name_of(LinkKind::knows)));
  const auto kind = *link_kind_named(row.values.text("kind"));
  row.label =
      fmt::format("{} {} {}", row.values.text("from"), words_of(kind), row.values.text("to"));
  const auto from = ends(reader, row, "from", from_of(kind));
  const auto to = ends(reader, row, "to", to_of(kind));
  for (const auto* field : {"since", "last_contact"})
    if (const auto& date = row.values.text(field); !date.empty() && !base::is_partial_date(date))
      add_fault(row, field, "Write the date as 2021, 2021-07 or 2021-07-27.");
  if (row.faults.empty()) match(reader, row, kind, from, to);
}

LinkPlanner::End LinkPlanner::end(store::Reader& reader,
                                  Thing thing,
                                  const std::string& id,
                                  std::string name) const {
  End found{.id = id, .name = std::move(name), .workspace = {}};
  const auto workspaces = thing == Thing::person
                              ? workspaces_of_person(reader, id, Which::any)
                              : std::vector<std::string>{workspace_of(reader, id)};
  found.is_ours = std::find(workspaces.begin(), workspaces.end(), on_.org) != workspaces.end();
  if (!workspaces.empty()) found.workspace = workspaces.front();
  return found;
}

// All that may be meant, those of the ecosystem first.
std::vector<LinkPlanner::End> LinkPlanner::ends(store::Reader& reader,
                                                Candidate& row,
                                                const char* field,
                                                Thing thing) const {
  const auto written = one_line(row.values.text(field));
  std::vector<End> found;
  const auto look = [&](const store::Query& query, const char* parameter,
                        const std::string& words) {
    if (words.empty() || !found.empty()) return;
    for (const auto& one : reader.all(query, {{parameter, words}}))
      found.push_back(end(reader, thing, one.text("id"), one.text("name")));
  };
  const bool is_person = thing == Thing::person;
  const auto& by_name = is_person ? sql::people_written_like : sql::orgs_written_like;
  if (is_person && written.find('@') != std::string::npos)
    look(sql::people_with_email, "email", written);
  look(by_name, "written", written);
  look(by_name, "written", id_behind(written));
  const auto exact =
      std::find_if(found.begin(), found.end(), [&](const End& one) { return one.id == written; });
  if (exact != found.end()) found = {*exact};
  if (found.empty())
    add_fault(row, field,
              fmt::format("There is no {} called \"{}\" on record. Add it first.",
                          network::name_of(thing), base::shorten(written, 80)));
  std::stable_sort(found.begin(), found.end(),
                   [](const End& a, const End& b) { return a.is_ours > b.is_ours; });
  return found;
}

void LinkPlanner::match(store::Reader& reader,
                        Candidate& row,
                        LinkKind kind,
                        const std::vector<End>& from,
                        const std::vector<End>& to) const {
  const bool is_plain = from.size() == 1 && to.size() == 1;
  for (const auto& a : from)
    for (const auto& b : to) {
      if (a.id == b.id || row.matches.size() == kMostPairs) continue;
      // Somebody notes what concerns their own ecosystem.
      if (!on_.org.empty() && !a.is_ours && !b.is_ours) continue;
      LinkPlace place{on_.org.empty() ? a.workspace : on_.org, kind, a.id, b.id};
      const LinkPlace turned{place.workspace, kind, b.id, a.id};
      if (kind == LinkKind::knows && is_on_record(reader, turned)) place = turned;
      if (is_plain) row.new_record = id_of(place);
      if (is_plain && !is_on_record(reader, place)) {
        row.values.set("from", place.from);
        row.values.set("to", place.to);
        if (place.workspace.empty())
          add_fault(row, "from", "It belongs to no ecosystem, so none can know it. Choose one.");
        return;
      }
      row.matches.push_back(
          {id_of(place),
           fmt::format("{} ({}) {} {} ({})", a.name, a.id, words_of(kind), b.name, b.id),
           is_plain ? "the same two" : "the same names", Match::Strength::certain});
    }
  if (row.matches.empty())
    return add_fault(row, "from",
                     from.front().id == to.front().id
                         ? "The other end must be somebody else."
                         : "Neither of the two is of this ecosystem, which notes its own only.");
  if (!is_plain && row.matches.size() == 1) row.matches.front().strength = Match::Strength::likely;
  // Which two are meant is said by the match.
  row.values.erase("from");
  row.values.erase("to");
}

}  // namespace enact::network
