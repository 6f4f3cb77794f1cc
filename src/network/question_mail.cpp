// SPDX-License-Identifier: Apache-2.0
#include "network/question_mail.h"

#include <fmt/format.h>

#include "base/text.h"
#include "network/affiliations.h"
#include "network/fields.h"
#include "network/network.h"
#include "network/orgs.h"
#include "network/people.h"

namespace enact::network {
namespace {

using Lines = std::vector<std::pair<std::string, std::string>>;

Lines on_record_of_person(store::Reader& reader, const std::string& id) {
  Lines lines;
  const auto person = find_person_record(reader, id);
  if (!person) return lines;
  lines.emplace_back("Name", person->name);
  for (const auto& affiliation : affiliations_of(reader, id))
    if (affiliation.is_current())
      lines.emplace_back("Is", affiliation.role + ", " + affiliation.org_name);
  lines.emplace_back("E-mail", person->email);
  lines.emplace_back("Telephone", person->phone);
  return lines;
}

Lines on_record_of_org(store::Reader& reader, const std::string& id, std::string_view workspace) {
  Lines lines;
  const auto org = find_record(reader, id);
  if (!org) return lines;
  lines.emplace_back("Name", org->name);
  lines.emplace_back("Web page", org->url);
  const auto known = facts_of(reader, {Thing::organization, id});
  for (const auto& field : fields(reader, Thing::organization, workspace)) {
    const auto fact = known.find(field.id);
    if (fact != known.end() && field.is_public)
      lines.emplace_back(field.label, value_words(field, fact->second.value));
  }
  return lines;
}

std::string listed(const Lines& lines) {
  std::string text;
  for (const auto& [label, value] : lines)
    text += fmt::format("  {}: {}\n", label, value.empty() ? "(not known)" : value);
  return text;
}

std::string record_url(const app::Services& services, const Subject& subject) {
  return fmt::format("{}/{}/{}", services.config.public_url,
                     subject.thing == Thing::person ? "people" : "orgs", subject.id);
}

}  // namespace

std::string name_for_mail(store::Reader& reader, const Subject& subject) {
  if (subject.thing == Thing::organization) return org_name(reader, subject.id);
  const auto person = find_person_record(reader, subject.id);
  return person ? person->name : subject.id;
}

Lines on_record(store::Reader& reader, const Subject& subject, std::string_view workspace) {
  auto lines = subject.thing == Thing::person ? on_record_of_person(reader, subject.id)
                                              : on_record_of_org(reader, subject.id, workspace);
  return lines;
}

app::Mail question_mail(store::Reader& reader,
                        const Question& question,
                        std::string_view url,
                        base::Instant now) {
  const auto name = name_for_mail(reader, question.subject);
  const bool is_self = question.subject.thing == Thing::person;
  return {
      .to = question.to_email,
      .to_name = question.to_name,
      .subject = is_self ? "Is what we have about you still right?"
                         : fmt::format("Is what we have about {} still right?", name),
      .text = fmt::format(
          "Dear {},\n\n"
          "{} of {} keeps the directory in which {} stand{} and asks whether this is still "
          "right:\n\n"
          "{}\n"
          "Right or wrong, one click tells us. The page shows all of it, with a button for \"Yes, "
          "all of it is right\" and fields to put right what is not. You need no account:\n\n"
          "{}\n\n"
          "The link is for you alone and works until {}. If you do not want to be asked again, "
          "the same page has a button for that.\n",
          question.to_name, question.asked_by_name, org_name(reader, question.workspace),
          is_self ? "you" : name, is_self ? "" : "s",
          listed(on_record(reader, question.subject, question.workspace)), url,
          (now + kQuestionLasts).day().words())};
}

std::string changes_in_words(store::Reader& reader,
                             const Question& question,
                             const Correction& correction) {
  std::string lines;
  const auto add = [&](std::string_view label, std::string before, std::string after) {
    if (before == after) return;
    if (before.empty()) before = "(not known)";
    if (after.empty()) after = "(taken away)";
    lines += fmt::format("  {}: {} (before: {})\n", label, after, before);
  };
  const auto known = facts_of(reader, question.subject);
  for (const auto& fact : correction.facts) {
    const auto field = find_field(reader, fact.field);
    if (!field) continue;
    const auto before = known.find(fact.field);
    add(field->label,
        before != known.end() ? value_words(*field, before->second.value) : std::string(),
        fact.value.empty() ? std::string() : value_words(*field, fact.value));
  }
  if (question.subject.thing == Thing::person)
    if (const auto person = find_person_record(reader, question.subject.id)) {
      add("E-mail", person->email, correction.email.value_or(person->email));
      add("Telephone", person->phone, correction.phone.value_or(person->phone));
    }
  return lines;
}

app::Mail reply_mail(store::Reader& reader,
                     const app::Services& services,
                     const Question& question,
                     const Answered& answer,
                     std::string_view changes,
                     const identity::User& asker) {
  const auto name = name_for_mail(reader, question.subject);
  const auto changed =
      changes.empty() ? std::string() : fmt::format("Changed, and on record now:\n\n{}\n", changes);
  const auto note =
      answer.note.empty() ? std::string() : fmt::format("They wrote:\n\n  {}\n\n", answer.note);
  return {.to = asker.email,
          .to_name = asker.name,
          .subject = fmt::format("{} answered about {}", question.to_name, name),
          .text = fmt::format(
              "Dear {},\n\n"
              "you asked {} whether what we have about {} is still right. The answer: {}.\n\n"
              "{}{}"
              "The record:\n\n{}\n",
              asker.name, question.to_name, name, words_of(answer.reply), changed, note,
              record_url(services, question.subject))};
}

}  // namespace enact::network
