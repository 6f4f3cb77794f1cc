// SPDX-License-Identifier: Apache-2.0
#include "doctor.h"

#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <ostream>

#include "app/health.h"
#include "app/job.h"
#include "app/mail.h"
#include "app/module.h"
#include "base/text.h"
#include "store/backup.h"
#include "store/migrate.h"

namespace enact {
namespace {

using app::Diagnosis;
using Verdict = Diagnosis::Verdict;

std::string_view words_for(Verdict verdict) {
  constexpr std::string_view kWords[] = {"fine", "look", "WRONG"};
  return kWords[static_cast<int>(verdict)];
}

Diagnosis schema(app::Services& services) {
  const auto state = store::schema_state(services.db);
  if (!state)
    return {Verdict::wrong, "Schema", state.error().message,
            "Use the version of the program that this database belongs to."};
  if (!state->pending.empty())
    return {Verdict::wrong, "Schema",
            base::counted(std::ssize(state->pending), "migration waits", "migrations wait"),
            "Make a backup, then run: enact migrate"};
  return {Verdict::fine, "Schema", "up to date", ""};
}

std::vector<Diagnosis> database(app::Services& services) {
  const auto faults = store::check_integrity(services.db);
  const bool is_sqlite = services.db.backend() == store::Backend::sqlite;
  if (faults.empty())
    return {{Verdict::fine, "Database", is_sqlite ? "SQLite, intact" : "PostgreSQL, answers", ""}};
  std::vector<Diagnosis> found;
  for (const auto& fault : faults)
    found.push_back({Verdict::wrong, "Database", fault,
                     "Stop the server, keep a copy of the file, and restore the last backup."});
  return found;
}

Diagnosis disk(const app::Config& config) {
  constexpr std::uintmax_t kLittle = 1ull << 30;
  const auto folder = std::filesystem::absolute(
      config.database.find("://") == std::string::npos ? config.database : std::string("."));
  std::error_code error;
  const auto space = std::filesystem::space(folder.parent_path(), error);
  if (error)
    return {Verdict::wrong, "Disk", "the folder of the database cannot be read",
            "Check the path and who owns it."};
  const auto free = fmt::format("{:.1f} GB free", double(space.available) / double(1 << 30));
  if (space.available < kLittle)
    return {Verdict::worrying, "Disk", free, "Make room: writing stops when the disk is full."};
  return {Verdict::fine, "Disk", free, ""};
}

Diagnosis mail(const app::Config& config) {
  if (config.smtp.url.empty())
    return {Verdict::worrying, "Mail", "no mail server is set; messages stay in the outbox",
            "Set smtp.url and smtp.from in enact.toml."};
  if (const auto answers = app::try_mail_server(config.smtp); !answers)
    return {Verdict::wrong, "Mail", answers.error().message,
            "Check smtp.url, smtp.user and smtp.password in enact.toml."};
  if (config.smtp.from == app::SmtpConfig().from)
    return {Verdict::worrying, "Mail", "messages come from " + config.smtp.from,
            "Set smtp.from to an address of your own; others refuse mail from localhost."};
  return {Verdict::fine, "Mail", "the mail server answers", ""};
}

Diagnosis address(const app::Config& config) {
  const bool is_public = config.address != "127.0.0.1" && config.address != "::1";
  if (is_public && !config.is_secure())
    return {Verdict::worrying, "Address",
            "open to other machines, and public_url does not begin with https://",
            "Put a proxy with TLS in front and set public_url and trusted_proxies."};
  return {Verdict::fine, "Address", config.public_url, ""};
}

// When the program was built, as its file says.
base::Instant built() {
  std::error_code error;
  const auto time = std::filesystem::last_write_time("/proc/self/exe", error);
  if (error) return {};
  return base::Instant(
      std::chrono::floor<std::chrono::milliseconds>(std::chrono::file_clock::to_sys(time)));
}

// Links and sessions run out by the clock, so a wrong one locks everybody out.
Diagnosis clock(app::Services& services) {
  constexpr auto kTolerance = std::chrono::seconds(30);
  const std::string advice = "Set the machine's clock, best by NTP.";
  const auto now = services.clock.now();
  if (now < built())
    return {Verdict::wrong, "Clock", "it says " + now.words() + ", before this program was built",
            advice};
  const auto theirs =
      services.db.read([](store::Reader& reader) { return app::database_time(reader); });
  if (!theirs || *theirs < now - kTolerance || now + kTolerance < *theirs)
    return {Verdict::wrong, "Clock",
            fmt::format("here it is {}, on the database server {}", now.iso(),
                        theirs ? theirs->iso() : "unknown"),
            advice};
  return {Verdict::fine, "Clock", now.words(), ""};
}

std::vector<Diagnosis> failed_jobs(app::Services& services) {
  const auto failed =
      services.db.read([](store::Reader& reader) { return app::failed_jobs(reader); });
  if (failed.empty()) return {{Verdict::fine, "Jobs", "none was given up", ""}};
  std::vector<Diagnosis> found;
  for (const auto& each : failed)
    found.push_back({Verdict::worrying, "Jobs",
                     fmt::format("{} of {} given up: {}", each.jobs, each.kind, each.failure),
                     "They were tried five times and are not tried again; mend what they name."});
  return found;
}

Diagnosis failed_mail(app::Services& services) {
  const auto failed = services.db.read([](store::Reader& reader) {
    return app::mail_count(reader, app::StoredMail::State::failed);
  });
  if (failed > 0)
    return {Verdict::worrying, "Outbox",
            base::counted(failed, "message could not be sent", "messages could not be sent"),
            "Open the outbox as the hub: each says why."};
  return {Verdict::fine, "Outbox", "no message failed", ""};
}

}  // namespace

base::Result<void> run_doctor(const app::CommandLine& line, app::Services& services) {
  std::vector<Diagnosis> all = database(services);
  all.push_back(schema(services));
  const bool readable = all.back().verdict == Verdict::fine;
  all.push_back(disk(services.config));
  all.push_back(mail(services.config));
  all.push_back(address(services.config));
  if (readable) {
    all.push_back(clock(services));
    for (auto& found : failed_jobs(services)) all.push_back(std::move(found));
    all.push_back(failed_mail(services));
    for (const auto* module : app::modules())
      if (module->doctor != nullptr)
        for (auto& found : module->doctor(services)) all.push_back(std::move(found));
  }
  long long wrong = 0;
  for (const auto& found : all) {
    line.out << fmt::format("{:6} {:12} {}\n", words_for(found.verdict), found.what, found.finding);
    if (!found.advice.empty()) line.out << fmt::format("{:20}{}\n", "", found.advice);
    if (found.verdict == Verdict::wrong) ++wrong;
  }
  if (wrong > 0)
    return base::conflict(base::counted(wrong, "thing is", "things are") + " wrong; see above.");
  return {};
}

}  // namespace enact
