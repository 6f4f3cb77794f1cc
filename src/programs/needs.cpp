// SPDX-License-Identifier: Apache-2.0
#include "programs/needs.h"

#include <fmt/format.h>

#include "base/id.h"
#include "base/text.h"
#include "network/network.h"
#include "programs/checks.h"
#include "programs/plans.h"
#include "programs/queries.h"

namespace enact::programs {
namespace {

constexpr std::size_t kMostWords = 3;  // that the queries look for

Need need_from(const store::Row& row) {
  return {.id = row.text("id"),
          .workspace = row.text("workspace"),
          .program = row.text("program"),
          .program_name = row.text("program_name"),
          .kind = kind_named(row.text("kind")).value_or(Kind::other),
          .what = row.text("what"),
          .amount = static_cast<int>(row.integer("amount")),
          .needed_from = row.text("needed_from"),
          .needed_by = row.text("needed_by"),
          .urgency = static_cast<Urgency>(row.integer("urgency")),
          .state = need_state_named(row.text("state")).value_or(NeedState::open),
          .state_since = row.text("state_since"),
          .noted_by_name = row.text("noted_by_name"),
          .noted_on = row.text("noted_on"),
          .version = row.integer("version")};
}

identity::Event about(identity::Event by, const Need& need, std::string verb) {
  by.verb = std::move(verb);
  by.subject_kind = "need";
  by.subject_id = need.id;
  by.subject_name = need.what;
  by.org = need.workspace;
  return by;
}

}  // namespace

std::vector<std::string> like_words(std::string_view words) {
  std::vector<std::string> patterns;
  for (const auto part : base::split(words, ' ')) {
    if (part.empty() || patterns.size() == kMostWords) continue;
    std::string escaped;
    for (const char c : base::lower(part)) {
      if (c == '%' || c == '_' || c == '!') escaped += '!';
      escaped += c;
    }
    patterns.push_back("%" + escaped + "%");
  }
  patterns.resize(kMostWords, "%");
  return patterns;
}

std::optional<Need> find_need(store::Reader& reader, std::string_view id) {
  const auto row = reader.one(sql::find_need, {{"id", id}});
  return row ? std::optional(need_from(*row)) : std::nullopt;
}

std::vector<Need> needs(store::Reader& reader,
                        const NeedFilter& filter,
                        std::size_t from,
                        std::size_t most) {
  const auto words = like_words(filter.words);
  std::vector<Need> found;
  for (const auto& row : reader.all(sql::page_of_needs, {{"workspace", filter.workspace},
                                                         {"state", filter.state},
                                                         {"kind", filter.kind},
                                                         {"program", filter.program},
                                                         {"w1", words[0]},
                                                         {"w2", words[1]},
                                                         {"w3", words[2]},
                                                         {"from", from},
                                                         {"most", most}}))
    found.push_back(need_from(row));
  return found;
}

std::map<NeedState, int> count_needs(store::Reader& reader, const NeedFilter& filter) {
  const auto words = like_words(filter.words);
  std::map<NeedState, int> counts;
  for (const auto& row : reader.all(sql::count_needs, {{"workspace", filter.workspace},
                                                       {"kind", filter.kind},
                                                       {"program", filter.program},
                                                       {"w1", words[0]},
                                                       {"w2", words[1]},
                                                       {"w3", words[2]}}))
    if (const auto state = need_state_named(row.text("state")))
      counts[*state] = static_cast<int>(row.integer("number"));
  return counts;
}

Wanted wanted(store::Reader& reader, const Need& need) {
  Wanted wanted{.kind = need.kind,
                .what = need.what,
                .amount = need.amount,
                .from = base::Day::parse(need.needed_from),
                .by = base::Day::parse(need.needed_by)};
  for (const auto& row : reader.all(sql::place_of, {{"program", need.program}}))
    (row.text("field") == "city" ? wanted.place.city : wanted.place.state) = row.text("value");
  return wanted;
}

base::Result<Need> note_need(store::Writer& writer, Need need, identity::Event by) {
  if (auto wrong = refused(faults_of(need)); !wrong) return tl::unexpected(wrong.error());
  const auto program = network::find_org(writer, need.program);
  if (!program) return base::not_found("There is no such program.");
  need.id = base::new_id();
  writer.run(sql::insert_need, {{"id", need.id},
                                {"workspace", need.workspace},
                                {"program", need.program},
                                {"kind", name_of(need.kind)},
                                {"what", need.what},
                                {"amount", need.amount},
                                {"needed_from", need.needed_from},
                                {"needed_by", need.needed_by},
                                {"urgency", static_cast<int>(need.urgency)},
                                {"today", by.at.day().iso()},
                                {"words", base::lower(need.what + " " + program->name)},
                                {"by", by.actor},
                                {"by_name", by.actor_name}});
  auto event = about(std::move(by), need, "programs.need.noted");
  event.after = base::Json::object().set("kind", name_of(need.kind)).set("what", need.what);
  identity::record(writer, event);
  return *find_need(writer, need.id);
}

base::Result<void> move_need(store::Writer& writer, const NeedMove& move, identity::Event by) {
  const auto need = find_need(writer, move.need);
  if (!need) return base::not_found("There is no such need.");
  const std::string note(base::trim(move.note));
  if (note.size() > kLongestText) return base::invalid("note", "Keep the note shorter.");
  if (auto allowed = check_move(need->state, move.to, note); !allowed) return allowed;
  const auto moved = writer.run(sql::move_need, {{"id", need->id},
                                                 {"state", name_of(move.to)},
                                                 {"today", by.at.day().iso()},
                                                 {"version", move.version}});
  if (moved != 1)
    return base::conflict(
        "Somebody changed this need while you were writing. Nothing of theirs was changed; look at "
        "it and choose again.");
  keep_move(writer, "need", need->id, {std::string(name_of(move.to)), note}, by);
  auto event = about(std::move(by), *need, "programs.need.moved");
  event.before = base::Json::object().set("state", name_of(need->state));
  event.after = base::Json::object().set("state", name_of(move.to)).set("note", note);
  identity::record(writer, event);
  return {};
}

}  // namespace enact::programs
