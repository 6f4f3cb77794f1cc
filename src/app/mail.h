// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/job.h"
#include "app/services.h"
#include "store/database.h"

namespace enact::app {

struct Mail {
  std::string to;  // "ana@example.org"
  std::string to_name;
  std::string subject;
  std::string text;  // plain text, wrapped by the reader's program; links on lines of their own
};

// Puts a message into the outbox, inside the transaction that it tells of. A job sends it by SMTP;
// where none is configured it stays in the outbox, which the hub (and the demo) can read.
void send(store::Writer& writer, const Mail& mail, base::Instant now);

// The job that sends one message of the outbox, and the one that, once a day, forgets messages
// older than kMailKept: what was written to people is not kept for ever.
Job mail_job();
Job forget_mail_job();
inline constexpr std::chrono::days kMailKept{90};

struct StoredMail : Mail {
  enum class State { queued, sent, failed, kept };  // kept: no mail server was configured

  std::string id;
  State state = State::queued;
  std::string reason;  // why it failed, or why it is not sent yet
  int tries = 0;
  std::string created_at;  // ISO instants; sent_at is empty until it was sent
  std::string sent_at;
};

std::string_view name_of(StoredMail::State state);

// Newest first.
std::vector<StoredMail> outbox(store::Reader& reader, int limit);

// How many messages are in that state.
long long mail_count(store::Reader& reader, StoredMail::State state);

// Whether the mail server answers and greets within a few seconds: a sentence when it does not.
base::Result<void> try_mail_server(const SmtpConfig& smtp);

}  // namespace enact::app
