// SPDX-License-Identifier: Apache-2.0
#include "network/introductions.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/id.h"
#include "base/text.h"
#include "network/introduction_mail.h"
#include "network/people.h"
#include "network/permissions.h"
#include "network/plain_text.h"
#include "network/queries.h"

namespace enact::network {
namespace {

Introduction introduction_from(const store::Row& row) {
  return {.id = row.text("id"),
          .workspace = row.text("workspace"),
          .asker = row.text("asker"),
          .asker_name = row.text("asker_name"),
          .asker_person = row.text("asker_person"),
          .introducer = row.text("introducer"),
          .via = row.text("via"),
          .target = row.text("target"),
          .is_private = row.truth("is_private"),
          .asked_by = row.text("asked_by") == "told" ? Introduction::AskedBy::told
                                                     : Introduction::AskedBy::email,
          .asked_on = row.text("asked_on"),
          .introducer_name = row.text("introducer_name"),
          .via_name = row.text("via_name"),
          .target_name = row.text("target_name"),
          .standing = standing_named(row.text("state")).value_or(Standing::asked),
          .steps = static_cast<int>(row.integer("steps")),
          .since = base::Instant::parse(row.text("since")).value_or(base::Instant())};
}

// False when somebody else said something in between.
bool add_step(store::Writer& writer,
              std::string_view introduction,
              const IntroductionStep& step,
              const identity::Event& by) {
  return writer.run(sql::insert_introduction_step, {{"introduction", introduction},
                                                    {"number", step.number},
                                                    {"state", name_of(step.standing)},
                                                    {"party", name_of(step.party)},
                                                    {"by", by.actor},
                                                    {"by_name", by.actor_name},
                                                    {"now", by.at.iso()},
                                                    {"note", step.note},
                                                    {"is_correction", step.is_correction}}) == 1;
}

// What only the asker may see is not told to those who read the record.
void record(store::Writer& writer,
            const Introduction& introduction,
            std::string verb,
            Standing now,
            identity::Event by) {
  by.verb = std::move(verb);
  by.subject_kind = "introduction";
  by.subject_id = introduction.id;
  by.org = introduction.workspace;
  if (!introduction.is_private) {
    by.subject_name =
        fmt::format("{} to {}", introduction.introducer_name, introduction.target_name);
    by.after = base::Json::object().set("state", name_of(now));
  }
  identity::record(writer, by);
}

std::string no_mail_to(store::Reader& reader, const PersonRecord& person) {
  if (person.email.empty())
    return fmt::format("No e-mail address of {} is on record. Add it, or ask in person.",
                       person.name);
  const auto history = permissions_of(reader, person.id);
  const auto* said = standing_on(history, Channel::email);
  if (said != nullptr && said->answer == Permission::Answer::no)
    return fmt::format("{} does not want e-mail from us. Ask in person instead.", person.name);
  return {};
}

std::vector<base::Fault> faults_of(store::Reader& reader,
                                   const AskDraft& draft,
                                   const PersonRecord& introducer,
                                   base::Day today) {
  std::vector<base::Fault> faults;
  const auto add = [&](std::string field, std::string message) {
    if (!message.empty())
      faults.push_back({.field = std::move(field), .message = std::move(message), .file = {}});
  };
  add("asked_by", refusal_of(reader, draft.way.introducer));
  add("asked_by", refusal_of(reader, draft.way.target));
  if (!draft.way.via.empty()) add("asked_by", refusal_of(reader, draft.way.via));
  if (const auto asked = asked_lately(reader, introducer.id, today);
      asked.is_often() && !draft.knows_how_often)
    add("often", fmt::format("{} {} Tick that you want to ask all the same, or choose another way.",
                             introducer.name + ":", words_of(asked)));
  if (draft.asked_by == Introduction::AskedBy::told) return faults;
  add("asked_by", no_mail_to(reader, introducer));
  constexpr std::size_t kMostText = 5'000;
  if (draft.subject.empty()) add("subject", "Write what the message is about.");
  if (draft.subject.size() > 200) add("subject", "Say it in 200 characters.");
  if (draft.text.empty()) add("text", "Write what you ask.");
  if (draft.text.size() > kMostText) add("text", "A short ask has 5,000 characters at most.");
  return faults;
}

}  // namespace

std::optional<Introduction> find_introduction(store::Reader& reader, std::string_view id) {
  const auto row = reader.one(sql::find_introduction, {{"id", id}});
  return row ? std::optional(introduction_from(*row)) : std::nullopt;
}

std::vector<Introduction> introductions_of(store::Reader& reader,
                                           std::string_view workspace,
                                           std::string_view user) {
  std::vector<Introduction> all;
  for (const auto& row :
       reader.all(sql::introductions_of_workspace, {{"workspace", workspace}, {"viewer", user}}))
    all.push_back(introduction_from(row));
  return all;
}

std::vector<IntroductionStep> steps_of(store::Reader& reader, std::string_view introduction) {
  std::vector<IntroductionStep> steps;
  for (const auto& row : reader.all(sql::introduction_steps, {{"introduction", introduction}}))
    steps.push_back({.number = static_cast<int>(row.integer("number")),
                     .standing = standing_named(row.text("state")).value_or(Standing::asked),
                     .party = party_named(row.text("party")).value_or(Party::colleague),
                     .by_id = row.text("by_id"),
                     .by_name = row.text("by_name"),
                     .at = base::Instant::parse(row.text("at")).value_or(base::Instant()),
                     .note = row.text("note"),
                     .is_correction = row.truth("is_correction")});
  return steps;
}

AskedLately asked_lately(store::Reader& reader, std::string_view person, base::Day today) {
  const auto after = base::Day(today.days() - kAskedLately);
  const auto row =
      reader.one(sql::introductions_asked_of, {{"person", person}, {"after", after.iso()}});
  return {.times = static_cast<int>(row->integer("times")), .last_on = row->text("last_on")};
}

std::string words_of(const AskedLately& asked) {
  if (asked.times == 0) return "Not asked in the last 90 days.";
  const auto last = base::partial_date_words(asked.last_on);
  if (asked.times == 1) return fmt::format("Asked once in the last 90 days, on {}.", last);
  return fmt::format("Asked {} times in the last 90 days, last on {}.", asked.times, last);
}

std::string refusal_of(store::Reader& reader, std::string_view person) {
  const auto history = permissions_of(reader, person);
  const auto* said = standing_on(history, Channel::introduction);
  if (said == nullptr || said->answer == Permission::Answer::yes) return {};
  const auto record = find_person_record(reader, person);
  return fmt::format("{} does not want to be part of introductions, said on {}.",
                     record ? record->name : std::string(person),
                     base::partial_date_words(said->said_on));
}

std::optional<std::string> person_with_email(store::Reader& reader, std::string_view email) {
  if (email.empty()) return std::nullopt;
  const auto found = reader.all(sql::people_with_email, {{"email", email}});
  return found.size() == 1 ? std::optional(found.front().text("id")) : std::nullopt;
}

std::string asked_already(store::Reader& reader, std::string_view workspace, const WayToAsk& way) {
  const auto open = reader.one(
      sql::introductions_over,
      {{"workspace", workspace}, {"introducer", way.introducer}, {"target", way.target}});
  return open ? open->text("asked_on") : std::string();
}

base::Result<Introduction> ask_for_introduction(store::Writer& writer,
                                                const app::Services& services,
                                                const AskDraft& typed,
                                                const identity::Event& by) {
  auto draft = typed;
  draft.subject = one_line(draft.subject);
  draft.text = several_lines(draft.text);
  const auto introducer = find_person_record(writer, draft.way.introducer);
  const auto target = find_person_record(writer, draft.way.target);
  if (!introducer || !target) return base::not_found("There is nobody at this address.");
  if (auto faults = faults_of(writer, draft, *introducer, by.at.day()); !faults.empty())
    return base::invalid(std::move(faults));
  if (const auto day = asked_already(writer, draft.workspace, draft.way); !day.empty())
    return base::invalid(
        "asked_by", fmt::format("{} was asked to introduce {} on {} already.", introducer->name,
                                target->name, base::partial_date_words(day)));
  const auto id = base::new_id();
  writer.run(sql::insert_introduction,
             {{"id", id},
              {"workspace", draft.workspace},
              {"asker", by.actor},
              {"asker_name", by.actor_name},
              {"asker_person", person_with_email(writer, draft.asker_email).value_or("")},
              {"introducer", introducer->id},
              {"via", draft.way.via},
              {"target", target->id},
              {"is_private", draft.is_private},
              {"asked_by", name_of(draft.asked_by)},
              {"asked_on", by.at.day().iso()},
              {"now", by.at.iso()}});
  add_step(writer, id, {.number = 1, .by_id = {}, .by_name = {}, .at = by.at, .note = {}}, by);
  const auto introduction = find_introduction(writer, id);
  record(writer, *introduction, "network.introduction.asked", Standing::asked, by);
  if (draft.asked_by == Introduction::AskedBy::email)
    mail_ask(writer, services, *introduction, {draft.subject, draft.text}, by.at);
  return *introduction;
}

base::Result<void> move_introduction(store::Writer& writer,
                                     const app::Services& services,
                                     std::string_view id,
                                     const Move& move,
                                     const identity::Event& by) {
  auto introduction = find_introduction(writer, id);
  if (!introduction) return base::not_found("There is no such introduction.");
  if (auto may = may_move(introduction->standing, move.party, move.to); !may) return may;
  const IntroductionStep step{.number = introduction->steps + 1,
                              .standing = move.to,
                              .party = move.party,
                              .by_id = {},
                              .by_name = {},
                              .at = by.at,
                              .note = base::shorten(one_line(move.note), 500)};
  if (!add_step(writer, id, step, by))
    return base::conflict("Somebody has just said how it went. Look again.");
  introduction->standing = move.to;
  record(writer, *introduction, "network.introduction.moved", move.to, by);
  mail_move(writer, services, *introduction, move.party, by);
  return {};
}

base::Result<void> correct_introduction(store::Writer& writer,
                                        std::string_view id,
                                        Standing to,
                                        std::string_view why,
                                        const identity::Event& by) {
  const auto introduction = find_introduction(writer, id);
  if (!introduction) return base::not_found("There is no such introduction.");
  if (introduction->standing == to)
    return base::invalid("to", "It stands there already: choose what is right.");
  const auto reason = one_line(why);
  if (reason.empty()) return base::invalid("why", "Say what was wrong, in a sentence.");
  if (reason.size() > 500) return base::invalid("why", "Say it in 500 characters.");
  const IntroductionStep step{.number = introduction->steps + 1,
                              .standing = to,
                              .party = Party::colleague,
                              .by_id = {},
                              .by_name = {},
                              .at = by.at,
                              .note = reason,
                              .is_correction = true};
  if (!add_step(writer, id, step, by))
    return base::conflict("Somebody has just said how it went. Look again.");
  record(writer, *introduction, "network.introduction.corrected", to, by);
  return {};
}

std::string introductions_standing(store::Reader& reader, const std::string& workspace) {
  const auto all = introductions_of(reader, workspace, "");
  if (all.empty()) return {};
  const auto at = [&](Standing standing) {
    return std::count_if(all.begin(), all.end(),
                         [&](const auto& one) { return one.standing == standing; });
  };
  const auto met = at(Standing::met);
  auto words = fmt::format("{} asked, {} made, {} met", all.size(), at(Standing::made) + met, met);
  if (const auto declined = at(Standing::declined); declined > 0)
    words += fmt::format(", {} rather not", declined);
  return words;
}

}  // namespace enact::network
