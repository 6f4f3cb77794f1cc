// SPDX-License-Identifier: Apache-2.0
#include "playbook/run_involved.h"

#include <algorithm>
#include <chrono>

#include "base/id.h"
#include "network/network.h"
#include "playbook/queries.h"
#include "playbook/run_record.h"

namespace enact::playbook {
namespace {

constexpr std::size_t kLongestName = 120;
constexpr std::size_t kLongestPart = 300;
constexpr std::size_t kMostOffered = 300;  // organizations; others are typed
constexpr std::chrono::days kAhead{1};     // somebody east of our clock may already have tomorrow

Involved involved_from(const store::Row& row) {
  return {.id = row.text("id"),
          .kind = row.text("kind") == name_of(InvolvedKind::organization)
                      ? InvolvedKind::organization
                      : InvolvedKind::person,
          .ref = row.text("ref"),
          .name = row.text("name"),
          .part = row.text("part"),
          .consent = consent_named(row.text("consent")).value_or(Consent::not_asked),
          .consent_on = base::Day::parse(row.text("consent_on")),
          .consent_how = row.text("consent_how")};
}

base::Json told(const Involved& involved) {
  auto json = base::Json::object();
  json.set("kind", name_of(involved.kind)).set("name", involved.name);
  if (involved.is_person()) json.set("consent", name_of(involved.consent));
  if (!involved.consent_how.empty()) json.set("how", involved.consent_how);
  return json;
}

// The one that has this name; nobody where several share it.
std::string ref_of(store::Reader& reader, const Run& run, const Involve& who) {
  if (who.kind == InvolvedKind::organization) {
    const auto org = network::org_called(reader, who.name);
    return org ? org->id : std::string();
  }
  if (who.kind != InvolvedKind::person) return {};
  std::string ref;
  for (const auto& person : network::people_of(reader, run.workspace)) {
    if (person.name != who.name) continue;
    if (!ref.empty()) return {};  // two of one name
    ref = person.id;
  }
  return ref;
}

base::Result<Involved> find_involved(store::Reader& reader,
                                     std::string_view run,
                                     std::string_view id) {
  const auto row = reader.one(sql::find_run_involved, {{"run", run}, {"id", id}});
  if (!row) return base::not_found("They are not on the list of this run any more.");
  return involved_from(*row);
}

}  // namespace

std::string_view name_of(InvolvedKind kind) {
  return kind == InvolvedKind::organization ? "organization" : "person";
}

std::string_view name_of(Consent consent) {
  // Never change: in the database.
  constexpr std::string_view kNames[] = {"not_asked", "given", "refused"};
  return kNames[static_cast<int>(consent)];
}

std::string_view words_for(Consent consent) {
  constexpr std::string_view kWords[] = {"Not asked yet", "Agrees to be named",
                                         "Does not want to be named"};
  return kWords[static_cast<int>(consent)];
}

std::optional<Consent> consent_named(std::string_view name) {
  for (const auto consent : {Consent::not_asked, Consent::given, Consent::refused})
    if (name_of(consent) == name) return consent;
  return std::nullopt;
}

std::vector<Involved> involved_in(store::Reader& reader, std::string_view run) {
  std::vector<Involved> all;
  for (const auto& row : reader.all(sql::involved_in_run, {{"run", run}}))
    all.push_back(involved_from(row));
  return all;
}

std::vector<Known> known_to(store::Reader& reader, std::string_view workspace) {
  std::vector<Known> known;
  for (const auto& person : network::people_of(reader, workspace))
    known.push_back({InvolvedKind::person, person.id, person.name});
  for (const auto& org : network::orgs_in(reader, workspace, kMostOffered))
    known.push_back({InvolvedKind::organization, org.id, org.name});
  return known;
}

base::Result<void> involve(store::Writer& writer,
                           std::string_view run_id,
                           const Involve& who,
                           const identity::Event& by) {
  const auto run = run_at_work(writer, run_id);
  if (!run) return tl::unexpected(run.error());
  if (who.name.empty() || who.name.size() > kLongestName)
    return base::invalid("involved_name", "Give a name of 1 to 120 letters.");
  if (who.part.size() > kLongestPart)
    return base::invalid("involved_part", "That is too long; put the details into a note.");
  const auto there = involved_in(writer, run_id);
  if (std::any_of(there.begin(), there.end(),
                  [&](const Involved& i) { return i.kind == who.kind && i.name == who.name; }))
    return base::invalid("involved_name", who.name + " is on the list already.");
  writer.run(sql::insert_run_involved, {{"id", base::new_id()},
                                        {"run", run->id},
                                        {"kind", name_of(who.kind)},
                                        {"ref", ref_of(writer, *run, who)},
                                        {"name", who.name},
                                        {"part", who.part},
                                        {"by", by.actor_name},
                                        {"now", by.at.iso()}});
  touch_run(writer, *run, by.at);
  auto after = base::Json::object();
  after.set("kind", name_of(who.kind)).set("name", who.name).set("part", who.part);
  record_run_event(writer, *run, {"involved", {}, std::move(after)}, by);
  return {};
}

base::Result<void> record_consent(store::Writer& writer,
                                  std::string_view run_id,
                                  const GiveConsent& given,
                                  const identity::Event& by) {
  const auto run = run_at_work(writer, run_id);
  if (!run) return tl::unexpected(run.error());
  const auto before = find_involved(writer, run_id, given.involved);
  if (!before) return tl::unexpected(before.error());
  if (!before->is_person())
    return base::conflict("Only people are asked whether they may be named.");
  if (given.consent == Consent::given && given.how.empty())
    return base::invalid("consent_how", "Say how they agreed, such as \"by e-mail\".");
  if (given.how.size() > kLongestPart)
    return base::invalid("consent_how", "That is too long; put the details into a note.");
  if (given.on > by.at.day() + kAhead)
    return base::invalid("consent_on", "This day is still to come.");
  auto after = *before;
  after.consent = given.consent;
  after.consent_how = given.how;
  after.consent_on.reset();
  if (given.consent != Consent::not_asked) after.consent_on = given.on;
  std::optional<std::string> on;
  if (after.consent_on) on = after.consent_on->iso();
  writer.run(sql::set_run_consent, {{"run", run->id},
                                    {"id", after.id},
                                    {"consent", name_of(after.consent)},
                                    {"consent_on", on},
                                    {"consent_how", after.consent_how}});
  touch_run(writer, *run, by.at);
  record_run_event(writer, *run, {"consent_recorded", told(*before), told(after)}, by);
  return {};
}

base::Result<void> remove_involved(store::Writer& writer,
                                   std::string_view run_id,
                                   std::string_view id,
                                   const identity::Event& by) {
  const auto run = run_at_work(writer, run_id);
  if (!run) return tl::unexpected(run.error());
  const auto involved = find_involved(writer, run_id, id);
  if (!involved) return tl::unexpected(involved.error());
  writer.run(sql::remove_run_involved, {{"run", run->id}, {"id", involved->id}});
  touch_run(writer, *run, by.at);
  record_run_event(writer, *run, {"involved_removed", told(*involved), {}}, by);
  return {};
}

}  // namespace enact::playbook
