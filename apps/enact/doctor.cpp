// SPDX-License-Identifier: Apache-2.0
#include "doctor.h"

#include <fmt/format.h>

#include <filesystem>
#include <ostream>

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

// Links and sessions run out by the clock, so a wrong one locks everybody out.
Diagnosis clock(app::Services& services) {
  const auto now = services.clock.now();
  const auto built = *base::Day::parse("2026-11-01");
  if (now.day() < built)
    return {Verdict::wrong, "Clock", "it says " + now.words() + ", before this program was made",
            "Set the machine's clock, best by NTP."};
  return {Verdict::fine, "Clock", now.words(), ""};
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
  all.push_back(clock(services));
  if (readable) {
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
