// SPDX-License-Identifier: Apache-2.0
#include "network/verifications.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "base/id.h"
#include "base/text.h"
#include "network/network.h"
#include "network/partial_date.h"
#include "network/people.h"
#include "network/plain_text.h"
#include "network/queries.h"

namespace enact::network {
namespace {

constexpr std::size_t kLongestNote = 2'000;

std::string name_of_subject(store::Reader& reader, const Subject& subject) {
  if (subject.thing == Thing::organization) {
    const auto org = find_org(reader, subject.id);
    return org ? org->name : std::string();
  }
  const auto person = find_person_record(reader, subject.id);
  return person ? person->name : std::string();
}

LastWord last_word_from(const store::Row& row, Thing thing, base::Day today) {
  LastWord word{.id = row.text("id"),
                .name = row.text("name"),
                .kind = row.text("kind"),
                .on = {},
                .asked_at = row.text("asked_at"),
                .freshness = {}};
  const auto said_on = base::Day::parse(row.text("said_on"));
  word.is_vouched = said_on.has_value();
  const auto of = last_day_of(row.text("as_of"));
  word.on = said_on ? *said_on : of ? *of : *base::Day::parse(row.text("noted_on"));
  word.freshness = freshness(thing, word.kind, word.on, today);
  return word;
}

}  // namespace

std::vector<Verification> verifications_of(store::Reader& reader, const Subject& subject) {
  std::vector<Verification> all;
  for (const auto& row : reader.all(sql::verifications_of,
                                    {{"thing", name_of(subject.thing)}, {"subject", subject.id}}))
    all.push_back({.id = row.text("id"),
                   .said_on = row.text("said_on"),
                   .how = how_named(row.text("how")).value_or(Verification::How::looked_up),
                   .said_by = row.text("said_by"),
                   .note = row.text("note")});
  return all;
}

base::Result<void> verify(store::Writer& writer,
                          const Subject& subject,
                          Verification draft,
                          base::Day today,
                          identity::Event by) {
  draft.note = base::shorten(one_line(draft.note), kLongestNote);
  const auto name = name_of_subject(writer, subject);
  if (name.empty()) return base::not_found("There is nothing on record at this address.");
  if (auto faults = faults_of(draft, today); !faults.empty())
    return base::invalid(std::move(faults));
  writer.run(sql::note_verification, {{"id", base::new_id()},
                                      {"thing", name_of(subject.thing)},
                                      {"subject", subject.id},
                                      {"said_on", draft.said_on},
                                      {"how", name_of(draft.how)},
                                      {"said_by", draft.said_by},
                                      {"note", draft.note},
                                      {"by", by.actor},
                                      {"now", by.at.iso()}});
  by.verb = fmt::format("network.{}.verified", name_of(subject.thing));
  by.subject_kind = name_of(subject.thing);
  by.subject_id = subject.id;
  by.subject_name = name;
  auto after = base::Json::object();
  after.set("said_on", draft.said_on).set("how", name_of(draft.how)).set("by", draft.said_by);
  by.after = std::move(after);
  identity::record(writer, by);
  return {};
}

std::vector<LastWord> last_words(store::Reader& reader,
                                 Thing thing,
                                 std::string_view workspace,
                                 base::Day today) {
  std::vector<LastWord> words;
  const auto& query = thing == Thing::person ? sql::people_to_verify : sql::orgs_to_verify;
  for (const auto& row : reader.all(query, {{"workspace", workspace}}))
    words.push_back(last_word_from(row, thing, today));
  std::sort(words.begin(), words.end(), [](const LastWord& a, const LastWord& b) {
    return std::tuple(-a.freshness.staleness, a.on, base::lower(a.name), a.id) <
           std::tuple(-b.freshness.staleness, b.on, base::lower(b.name), b.id);
  });
  return words;
}

}  // namespace enact::network
