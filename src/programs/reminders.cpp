// SPDX-License-Identifier: Apache-2.0
#include "programs/reminders.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/mail.h"
#include "base/text.h"
#include "identity/access.h"
#include "network/network.h"
#include "programs/overview.h"
#include "programs/queries.h"

namespace enact::programs {
namespace {

constexpr std::size_t kMostNamed = 20;

std::string mail_text(const std::vector<Supported>& due,
                      const identity::HeldRole& lead,
                      std::string_view ecosystem,
                      const std::string& site,
                      base::Day today) {
  std::string lines;
  for (std::size_t i = 0; i < std::min(due.size(), kMostNamed); ++i)
    lines += fmt::format("{}: {}\n{}/support/programs/{}/check-in\n\n", due[i].name,
                         check_in_words(due[i].standing, today), site, due[i].program);
  if (due.size() > kMostNamed) lines += fmt::format("And {} more.\n\n", due.size() - kMostNamed);
  return fmt::format(
      "Dear {},\n\n"
      "{} {} waiting to hear from you in {}. Each link opens the form in which you log what was "
      "said.\n\n"
      "{}"
      "All programs:\n{}/support?ecosystem={}\n\n"
      "You get this once a week, when somebody is due. On the page above you can switch it off.\n",
      lead.user_name, base::counted(std::ssize(due), "program", "programs"),
      due.size() == 1 ? "is" : "are", ecosystem, lines, site, lead.org);
}

std::vector<Supported> due_in(store::Reader& reader, const std::string& workspace, base::Day day) {
  auto all = overview(reader, workspace, day);
  std::erase_if(all, [&](const Supported& one) { return !is_check_in_due(one.standing, day); });
  return all;
}

void remind(store::Writer& writer, const app::Services& services, const std::string& workspace) {
  const auto now = services.clock.now();
  const auto due = due_in(writer, workspace, now.day());
  if (due.empty()) return;
  // Whoever writes the day first sends the message; it is only written after a week.
  const auto before = now.day() + (std::chrono::days(1) - kBetweenReminders);
  const auto claimed =
      writer.run(sql::note_reminded,
                 {{"workspace", workspace}, {"today", now.day().iso()}, {"before", before.iso()}});
  if (claimed != 1) return;
  const auto ecosystem = network::org_name(writer, workspace);
  for (const auto& held : identity::held_roles(writer, workspace)) {
    if (held.role != identity::Role::ecosystem_lead || held.org != workspace) continue;
    if (held.user_is_disabled) continue;
    app::send(writer,
              {.to = held.user_email,
               .to_name = held.user_name,
               .subject = fmt::format("To check in with: {}",
                                      base::counted(std::ssize(due), "program", "programs")),
               .text = mail_text(due, held, ecosystem, services.config.public_url, now.day())},
              now);
  }
}

base::Result<void> remind_all(const base::Json&, app::Services& services) {
  std::vector<std::string> workspaces;
  services.db.read([&](store::Reader& reader) {
    for (const auto& row : reader.all(sql::ecosystems_checking_in))
      workspaces.push_back(row.text("workspace"));
  });
  for (const auto& workspace : workspaces)
    services.db.write([&](store::Writer& writer) { remind(writer, services, workspace); });
  return {};
}

}  // namespace

bool is_reminded(store::Reader& reader, std::string_view workspace) {
  const auto row = reader.one(sql::find_reminder, {{"workspace", workspace}});
  return !row || row->truth("is_on");
}

void switch_reminders(store::Writer& writer,
                      const std::string& workspace,
                      bool is_on,
                      identity::Event by) {
  writer.run(sql::switch_reminder, {{"workspace", workspace}, {"is_on", is_on}});
  by.verb = "programs.reminders.switched";
  by.subject_kind = "organization";
  by.subject_id = workspace;
  by.subject_name = network::org_name(writer, workspace);
  by.org = workspace;
  by.after = base::Json::object().set("is_on", is_on);
  identity::record(writer, by);
}

app::Job reminder_job() {
  return {.kind = "programs.remind", .run = remind_all, .every = std::chrono::hours(24)};
}

}  // namespace enact::programs
