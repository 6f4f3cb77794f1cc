// SPDX-License-Identifier: Apache-2.0
#include "network/questions.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/id.h"
#include "base/text.h"
#include "identity/users.h"
#include "network/affiliations.h"
#include "network/network.h"
#include "network/orgs.h"
#include "network/people.h"
#include "network/permissions.h"
#include "network/plain_text.h"
#include "network/queries.h"
#include "network/question_mail.h"
#include "network/verifications.h"

namespace enact::network {
namespace {

constexpr std::string_view kPurpose = "still-right";
constexpr std::size_t kLongestNote = 4'000;

Question question_from(const store::Row& row) {
  return {.id = row.text("id"),
          .subject = {row.text("thing") == "person" ? Thing::person : Thing::organization,
                      row.text("subject")},
          .workspace = row.text("workspace"),
          .to_name = row.text("to_name"),
          .to_email = row.text("to_email"),
          .to_person = row.text("to_person"),
          .asked_by = row.text("asked_by"),
          .asked_by_name = row.text("asked_by_name"),
          .asked_at = row.text("asked_at"),
          .reply = row.is_null("answer") ? std::nullopt : reply_named(row.text("answer")),
          .note = row.text("note"),
          .answered_at = row.is_null("answered_at") ? std::string() : row.text("answered_at")};
}

bool wants_no_questions(store::Reader& reader, const Addressee& to) {
  if (reader.one(sql::question_stopped, {{"email", to.email}})) return true;
  if (to.person.empty()) return false;
  const auto history = permissions_of(reader, to.person);
  const auto* said = standing_on(history, Channel::email);
  return said != nullptr && said->answer == Permission::Answer::no;
}

void add_person(std::vector<Addressee>& all, store::Reader& reader, const std::string& id) {
  const auto person = find_person_record(reader, id);
  if (person && !person->email.empty()) all.push_back({person->name, person->email, person->id});
}

// A question that was sent in the days when its link is open, and has no answer yet.
bool is_waiting(store::Reader& reader,
                const Subject& subject,
                const Addressee& to,
                base::Instant now) {
  const auto asked = questions_about(reader, subject);
  return std::any_of(asked.begin(), asked.end(), [&](const Question& question) {
    return question.to_email == to.email && !question.reply &&
           question.asked_at > (now - kQuestionLasts).iso();
  });
}

// Who answers is on record as what they are: somebody with our link, of this name.
identity::Event event_of(const Question& question, base::Instant now) {
  identity::Event by;
  by.actor = "link:" + question.to_name;
  by.actor_name = question.to_name;
  by.org = question.workspace;
  by.at = now;
  return by;
}

base::Result<void> correct_person(store::Writer& writer,
                                  const Question& question,
                                  const Answered& answer,
                                  const identity::Event& by) {
  auto person = find_person_record(writer, question.subject.id);
  if (!person) return base::not_found("This record is not there any more.");
  person->version = answer.version;
  if (answer.correction.email) person->email = *answer.correction.email;
  if (answer.correction.phone) person->phone = *answer.correction.phone;
  const auto changed = change_person(writer, *person, by);
  if (!changed) return tl::unexpected(changed.error());
  return {};
}

base::Result<void> correct(store::Writer& writer,
                           const Question& question,
                           const Answered& answer,
                           const identity::Event& by) {
  if (answer.correction.email || answer.correction.phone)
    return correct_person(writer, question, answer, by);
  const auto noted =
      note_facts(writer, question.subject, answer.correction.facts, answer.version, by);
  if (!noted) return tl::unexpected(noted.error());
  return {};
}

base::Result<void> stop_mail(store::Writer& writer,
                             const Question& question,
                             const identity::Event& by) {
  if (question.to_person.empty()) return {};
  return note_permission(writer,
                         {.person = question.to_person,
                          .channel = Channel::email,
                          .answer = Permission::Answer::no,
                          .said_on = by.at.day().iso(),
                          .how = "said so on the page of a link in our e-mail"},
                         by.at.day(), by);
}

}  // namespace

std::vector<Addressee> addressees(store::Reader& reader, const Subject& subject) {
  std::vector<Addressee> all;
  if (subject.thing == Thing::person) {
    add_person(all, reader, subject.id);
  } else {
    for (const auto& affiliation : affiliations_at(reader, subject.id))
      if (affiliation.is_current()) add_person(all, reader, affiliation.person);
    const auto facts = facts_of(reader, subject);
    const auto office = facts.find("email");
    const auto org = find_org(reader, subject.id);
    if (office != facts.end() && org) all.push_back({org->name, office->second.value, {}});
  }
  std::erase_if(all, [&](const Addressee& to) { return wants_no_questions(reader, to); });
  return all;
}

std::vector<Question> questions_about(store::Reader& reader, const Subject& subject) {
  std::vector<Question> all;
  for (const auto& row : reader.all(sql::questions_about,
                                    {{"thing", name_of(subject.thing)}, {"subject", subject.id}}))
    all.push_back(question_from(row));
  return all;
}

base::Result<void> ask_whether_right(store::Writer& writer,
                                     const app::Services& services,
                                     const Subject& subject,
                                     const Addressee& to,
                                     const identity::Event& by) {
  const auto can_be_asked = addressees(writer, subject);
  const bool is_known = std::any_of(can_be_asked.begin(), can_be_asked.end(),
                                    [&](const Addressee& a) { return a.email == to.email; });
  if (!is_known)
    return base::invalid("to",
                         "Choose one of those who can be asked. Who said that they want no "
                         "e-mail from us is not among them.");
  if (is_waiting(writer, subject, to, by.at))
    return base::conflict(fmt::format("{} was asked in the last {} days and has not answered yet.",
                                      to.name, kQuestionLasts.count()));
  const Question question{.id = base::new_id(),
                          .subject = subject,
                          .workspace = by.org,
                          .to_name = to.name,
                          .to_email = to.email,
                          .to_person = to.person,
                          .asked_by = by.actor,
                          .asked_by_name = by.actor_name,
                          .asked_at = by.at.iso(),
                          .reply = {},
                          .note = {},
                          .answered_at = {}};
  writer.run(sql::ask_question, {{"id", question.id},
                                 {"thing", name_of(subject.thing)},
                                 {"subject", subject.id},
                                 {"workspace", question.workspace},
                                 {"to_name", to.name},
                                 {"to_email", to.email},
                                 {"to_person", to.person},
                                 {"by", by.actor},
                                 {"by_name", by.actor_name},
                                 {"now", by.at.iso()}});
  const auto url = services.config.public_url + "/still-right/" +
                   services.signer.sign(kPurpose, question.id, by.at + kQuestionLasts);
  app::send(writer, question_mail(writer, question, url, by.at), by.at);
  auto event = by;
  event.verb = fmt::format("network.{}.asked", name_of(subject.thing));
  event.subject_kind = name_of(subject.thing);
  event.subject_id = subject.id;
  event.subject_name = name_for_mail(writer, subject);
  auto after = base::Json::object();
  after.set("to", to.name);
  event.after = std::move(after);
  identity::record(writer, event);
  return {};
}

base::Result<Question> read_question(store::Reader& reader,
                                     const identity::Signer& signer,
                                     std::string_view token,
                                     base::Instant now) {
  const auto id = signer.verify(kPurpose, token, now);
  if (!id) return tl::unexpected(id.error());
  const auto row = reader.one(sql::find_question, {{"id", *id}});
  if (!row) return base::not_found("The question that this link was for is not there any more.");
  return question_from(*row);
}

base::Result<void> answer_question(store::Writer& writer,
                                   const app::Services& services,
                                   const Question& question,
                                   const Answered& answer,
                                   base::Instant now) {
  const auto by = event_of(question, now);
  const auto note = base::shorten(several_lines(answer.note), kLongestNote);
  const auto changes = changes_in_words(writer, question, answer.correction);
  if (answer.reply == Reply::changed) {
    if (answer.correction.is_empty() && note.empty())
      return base::invalid("note",
                           "Nothing was changed yet. Change what is wrong, or say it in "
                           "the last field.");
    const auto corrected =
        answer.correction.is_empty() ? base::Result<void>() : correct(writer, question, answer, by);
    if (!corrected) return corrected;
  }
  // A remark alone leaves open what is right now: that is for whoever asked to see to.
  const bool vouches = answer.reply == Reply::right ||
                       (answer.reply == Reply::changed && !answer.correction.is_empty());
  if (vouches) {
    const auto noted = verify(writer, question.subject,
                              {.said_on = now.day().iso(),
                               .how = Verification::How::answered,
                               .said_by = question.to_name,
                               .note = note},
                              now.day(), by);
    if (!noted) return noted;
  }
  if (answer.reply == Reply::stop)
    if (auto stopped = stop_mail(writer, question, by); !stopped) return stopped;
  writer.run(
      sql::answer_question,
      {{"id", question.id}, {"answer", name_of(answer.reply)}, {"note", note}, {"now", now.iso()}});
  const auto asker = identity::find_user(writer, question.asked_by);
  const bool is_worth_telling = answer.reply != Reply::right || !note.empty();
  if (asker && is_worth_telling)
    app::send(writer, reply_mail(writer, services, question, answer, changes, *asker), now);
  return {};
}

}  // namespace enact::network
