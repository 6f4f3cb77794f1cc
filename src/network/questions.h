// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/services.h"
#include "base/result.h"
#include "identity/audit.h"
#include "network/facts.h"
#include "network/verification.h"
#include "store/database.h"

namespace enact::network {

// "Is this still right?", asked of somebody by e-mail. The link in it needs no account: whoever
// holds it may say that the record is right, or put it right, for kQuestionLasts.
struct Question {
  std::string id;
  Subject subject;
  std::string workspace;  // in whose name it was asked
  std::string to_name;
  std::string to_email;
  std::string to_person;  // who was asked, where they are on record
  std::string asked_by;   // user id
  std::string asked_by_name;
  std::string asked_at;  // instant
  std::optional<Reply> reply;
  std::string note;
  std::string answered_at;
};
inline constexpr std::chrono::days kQuestionLasts{30};

// Whom we can ask about a record: the person, or who is at the organization, and its office; those
// left out who do not want e-mail from us or not these questions.
struct Addressee {
  std::string name;
  std::string email;
  std::string person;  // id, or empty
};
std::vector<Addressee> addressees(store::Reader& reader, const Subject& subject);

// The latest first.
std::vector<Question> questions_about(store::Reader& reader, const Subject& subject);

// Puts the question into the outbox. Refused while the same person has not answered the last one.
base::Result<void> ask_whether_right(store::Writer& writer,
                                     const app::Services& services,
                                     const Subject& subject,
                                     const Addressee& to,
                                     const identity::Event& by);

// What the link stands for; a sentence where it is not ours or has run out.
base::Result<Question> read_question(store::Reader& reader,
                                     const identity::Signer& signer,
                                     std::string_view token,
                                     base::Instant now);

// Notes the answer: a word that the record is right, or that these corrections made it so. Whoever
// asked is told by e-mail, unless all was right and nothing else was said.
struct Correction {
  std::vector<Fact> facts;
  std::optional<std::string> email;  // of a person
  std::optional<std::string> phone;

  bool is_empty() const { return facts.empty() && !email && !phone; }
};
struct Answered {
  Reply reply = Reply::right;
  std::string note;
  Correction correction;
  std::int64_t version = 0;  // of the record, as the page showed it
};
base::Result<void> answer_question(store::Writer& writer,
                                   const app::Services& services,
                                   const Question& question,
                                   const Answered& answer,
                                   base::Instant now);

}  // namespace enact::network
