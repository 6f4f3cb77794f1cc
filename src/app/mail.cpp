// SPDX-License-Identifier: Apache-2.0
#include "app/mail.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <cstring>
#include <memory>
#include <stdexcept>

#include "app/mail_message.h"
#include "app/queries.h"
#include "base/id.h"
#include "base/text.h"

namespace enact::app {
namespace {

using State = StoredMail::State;

struct CloseCurl {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Curl = std::unique_ptr<CURL, CloseCurl>;
using CurlList = std::unique_ptr<curl_slist, CloseCurl>;

Curl open_curl() {
  static const auto ready = curl_global_init(CURL_GLOBAL_DEFAULT);
  Curl handle(ready == CURLE_OK ? curl_easy_init() : nullptr);
  if (!handle) throw std::runtime_error("libcurl cannot be started");
  return handle;
}

template <class T>
void set(const Curl& handle, CURLoption option, T value) {
  if (curl_easy_setopt(handle.get(), option, value) != CURLE_OK)
    throw std::runtime_error(fmt::format("libcurl refuses option {}", static_cast<int>(option)));
}

// The host's part after the path's slash is what we greet the server with; without one curl would
// tell the name of this machine.
std::string greeting_url(const SmtpConfig& smtp) {
  const auto host = smtp.url.find("://") + 3;
  const auto slash = smtp.url.find('/', host);
  if (slash != std::string::npos && slash + 1 < smtp.url.size()) return smtp.url;
  return fmt::format("{}/{}", smtp.url.substr(0, slash), domain_of(smtp.from));
}

void aim(const Curl& handle, const SmtpConfig& smtp) {
  set(handle, CURLOPT_NOSIGNAL, 1L);
  set(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  set(handle, CURLOPT_URL, greeting_url(smtp).c_str());
  // A password never goes out unencrypted. Without one, encryption is used where it is offered.
  set(handle, CURLOPT_USE_SSL,
      static_cast<long>(smtp.user.empty() ? CURLUSESSL_TRY : CURLUSESSL_ALL));
  if (smtp.user.empty()) return;
  set(handle, CURLOPT_USERNAME, smtp.user.c_str());
  set(handle, CURLOPT_PASSWORD, smtp.password.c_str());
}

struct Upload {
  std::string_view left;
};

std::size_t read_upload(char* to, std::size_t size, std::size_t count, void* upload) {
  auto& left = static_cast<Upload*>(upload)->left;
  const auto take = std::min(left.size(), size * count);
  std::memcpy(to, left.data(), take);
  left.remove_prefix(take);
  return take;
}

struct Outcome {
  bool is_sent = false;
  bool is_final = false;  // trying again would change nothing
  std::string reason;
};

Outcome outcome_of(CURLcode code, const Curl& handle) {
  if (code == CURLE_OK) return {.is_sent = true, .is_final = true, .reason = ""};
  long answer = 0;
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &answer);
  // 550 to 554 speak of this address or message; other failures of the server or the way to it.
  const bool is_refused = answer >= 550 && answer <= 554;
  if (is_refused)
    return {.is_final = true, .reason = fmt::format("The mail server refused it ({}).", answer)};
  return {.reason = fmt::format("The mail server did not take it: {} ({}).",
                                curl_easy_strerror(code), answer)};
}

Outcome send_by_smtp(const SmtpConfig& smtp, const MailMessage& message) {
  const auto handle = open_curl();
  aim(handle, smtp);
  const CurlList to(curl_slist_append(nullptr, message.to.c_str()));
  if (!to) throw std::bad_alloc();
  const auto text = rfc5322(message);
  Upload upload{text};
  set(handle, CURLOPT_CONNECTTIMEOUT_MS, 10'000L);
  set(handle, CURLOPT_TIMEOUT_MS, 60'000L);
  set(handle, CURLOPT_MAIL_FROM, message.from.c_str());
  set(handle, CURLOPT_MAIL_RCPT, to.get());
  set(handle, CURLOPT_READFUNCTION, &read_upload);
  set(handle, CURLOPT_READDATA, &upload);
  set(handle, CURLOPT_UPLOAD, 1L);
  return outcome_of(curl_easy_perform(handle.get()), handle);
}

State state_named(std::string_view name) {
  for (const auto state : {State::sent, State::failed, State::kept}) {
    if (name_of(state) == name) return state;
  }
  return State::queued;
}

StoredMail from_row(const store::Row& row) {
  StoredMail mail;
  mail.to = row.text("to_address");
  mail.to_name = row.text("to_name");
  mail.subject = row.text("subject");
  mail.text = row.text("body");
  mail.id = row.text("id");
  mail.state = state_named(row.text("state"));
  mail.reason = row.text("reason");
  mail.tries = static_cast<int>(row.integer("tries"));
  mail.created_at = row.text("created_at");
  mail.sent_at = row.text("sent_at");
  return mail;
}

void note(Services& services, const StoredMail& mail, State state, const std::string& reason) {
  const auto now = services.clock.now().iso();
  services.db.write([&](store::Writer& writer) {
    writer.run(sql::note_mail,
               {{"id", mail.id},
                {"state", name_of(state)},
                {"reason", reason},
                {"tried", state != State::kept},
                {"sent_at", state == State::sent ? std::optional(now) : std::nullopt}});
  });
}

base::Result<void> send_stored(const base::Json& payload, Services& services) {
  const auto row = services.db.read([&](store::Reader& reader) {
    return reader.one(sql::find_mail, {{"id", payload["mail"].text()}});
  });
  if (!row) return {};
  const auto mail = from_row(*row);
  if (mail.state != State::queued) return {};
  const auto& smtp = services.config.smtp;
  if (smtp.url.empty()) {
    note(services, mail, State::kept, "");
    return {};
  }
  const auto outcome = send_by_smtp(smtp, {.id = mail.id,
                                           .from = smtp.from,
                                           .from_name = services.network_name(),
                                           .to = mail.to,
                                           .to_name = mail.to_name,
                                           .subject = mail.subject,
                                           .text = mail.text,
                                           .date = services.clock.now()});
  if (outcome.is_sent) {
    note(services, mail, State::sent, "");
    return {};
  }
  const bool is_over = outcome.is_final || mail.tries + 1 >= kMostTries;
  note(services, mail, is_over ? State::failed : State::queued, outcome.reason);
  if (outcome.is_final) return {};
  return base::conflict(outcome.reason);
}

}  // namespace

void send(store::Writer& writer, const Mail& mail, base::Instant now) {
  const bool can_be_sent = is_mail_address(mail.to);
  const auto id = base::new_id();
  writer.run(sql::add_mail, {{"id", id},
                             {"to_address", mail.to},
                             {"to_name", mail.to_name},
                             {"subject", mail.subject},
                             {"body", mail.text},
                             {"state", name_of(can_be_sent ? State::queued : State::failed)},
                             {"reason", can_be_sent ? "" : "This is no mail address."},
                             {"now", now.iso()}});
  if (can_be_sent) enqueue(writer, "mail.send", base::Json::object().set("mail", id), now);
}

Job mail_job() {
  return {.kind = "mail.send", .run = send_stored};
}

Job forget_mail_job() {
  const auto forget = [](const base::Json&, Services& services) -> base::Result<void> {
    const auto before = services.clock.now() - kMailKept;
    services.db.write([&](store::Writer& writer) {
      writer.run(sql::forget_mail, {{"before", before.iso()}});
    });
    return {};
  };
  return {.kind = "mail.forget", .run = forget, .every = std::chrono::hours(24)};
}

std::string_view name_of(State state) {
  switch (state) {
    case State::queued:
      return "queued";
    case State::sent:
      return "sent";
    case State::failed:
      return "failed";
    case State::kept:
      break;
  }
  return "kept";
}

std::vector<StoredMail> outbox(store::Reader& reader, int limit) {
  std::vector<StoredMail> found;
  for (const auto& row : reader.all(sql::newest_mail, {{"limit", limit}}))
    found.push_back(from_row(row));
  return found;
}

long long mail_count(store::Reader& reader, State state) {
  for (const auto& row : reader.all(sql::mail_counts)) {
    if (row.text("state") == name_of(state)) return row.integer("messages");
  }
  return 0;
}

base::Result<void> try_mail_server(const SmtpConfig& smtp) {
  const auto handle = open_curl();
  aim(handle, smtp);
  set(handle, CURLOPT_CONNECTTIMEOUT_MS, 3'000L);
  set(handle, CURLOPT_TIMEOUT_MS, 5'000L);
  // NOOP instead of curl's own HELP, which some servers answer with an error.
  set(handle, CURLOPT_CUSTOMREQUEST, "NOOP");
  set(handle, CURLOPT_NOBODY, 1L);
  const auto code = curl_easy_perform(handle.get());
  if (code == CURLE_OK) return {};
  return base::conflict(curl_easy_strerror(code));
}

}  // namespace enact::app
