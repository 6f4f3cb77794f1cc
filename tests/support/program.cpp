// SPDX-License-Identifier: Apache-2.0
#include "support/program.h"

#include "app/assets.h"
#include "app/mail.h"
#include "base/text.h"
#include "identity/access.h"
#include "identity/assets.h"
#include "identity/users.h"
#include "web/assets.h"

namespace enact::support {
namespace {

base::Instant monday() {
  return *base::Instant::parse("2026-05-04T09:00:00.000Z");
}

std::vector<web::RoomPages> all_pages() {
  std::vector<web::RoomPages> pages{{"web", web::assets()}};
  for (const auto* module : app::modules()) pages.push_back({module->name, module->assets()});
  return pages;
}

std::vector<store::RoomSql> with(std::vector<store::RoomSql> rooms,
                                 const std::vector<store::RoomSql>& more) {
  rooms.insert(rooms.end(), more.begin(), more.end());
  return rooms;
}

}  // namespace

std::vector<store::RoomSql> all_room_sql() {
  std::vector<store::RoomSql> rooms{{"identity", identity::assets()}, {"app", app::assets()}};
  for (const auto* module : app::modules()) rooms.push_back({module->name, module->assets()});
  return rooms;
}

Program::Program(Backend backend, Plugs plugs)
    : plugs_(std::move(plugs)),
      database_(backend, {.rooms = with(all_room_sql(), plugs_.rooms)}),
      clock_(monday()) {
  config_.public_url = "http://enact.test";
  templates_ = std::make_unique<web::Templates>(all_pages());
  templates_->be_strict();
  signer_ = std::make_unique<identity::Signer>(identity::Signer::load(*database_));
  sessions_ = std::make_unique<identity::Sessions>(*database_, *signer_);
  services_ = std::make_unique<app::Services>(app::Services{.config = config_,
                                                            .db = *database_,
                                                            .clock = clock_,
                                                            .templates = *templates_,
                                                            .signer = *signer_,
                                                            .sessions = *sessions_,
                                                            .metrics = metrics_});
  app::add_own_routes(router_, *services_);
  app::Routes routes(router_, *services_);
  for (const auto* module : app::modules()) {
    if (module->start != nullptr) module->start(*services_);
    if (module->routes != nullptr && module->name != plugs_.instead_of) module->routes(routes);
  }
  if (plugs_.routes) plugs_.routes(routes);
  dispatcher_ = std::make_unique<app::Dispatcher>(router_, *services_);
}

std::string Program::add_user(const std::string& name,
                              identity::Role role,
                              const std::string& org) {
  return db().write([&](store::Writer& writer) {
    const auto user = identity::add_user(
        writer, {.email = base::slug(name) + "@example.org", .name = name, .password_hash = {}},
        by("test"));
    if (!user) throw std::logic_error(user.error().message);
    const auto workspace = org.empty() ? "" : services_->workspace_of(writer, org);
    identity::give_role(writer, *user, {.role = role, .org = org, .workspace = workspace},
                        by("test"));
    return user->id;
  });
}

void Program::run_jobs() {
  std::vector<app::Job> jobs{app::mail_job()};
  jobs.insert(jobs.end(), plugs_.jobs.begin(), plugs_.jobs.end());
  for (const auto* module : app::modules())
    if (module->jobs != nullptr && module->name != plugs_.instead_of)
      for (auto& job : module->jobs()) jobs.push_back(std::move(job));
  while (app::run_one_job(*services_, jobs)) {
  }
}

identity::Event Program::by(const std::string& user_name) {
  identity::Event event;
  event.actor = base::slug(user_name);
  event.actor_name = user_name;
  event.at = clock_.now();
  return event;
}

}  // namespace enact::support
