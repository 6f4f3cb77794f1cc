// SPDX-License-Identifier: Apache-2.0
#include "program.h"

#include <fmt/format.h>

#include <filesystem>

#include "app/assets.h"
#include "app/module.h"
#include "base/log.h"
#include "base/text.h"
#include "identity/assets.h"
#include "store/migrate.h"
#include "web/assets.h"

namespace enact {
namespace {

std::vector<store::RoomSql> all_sql() {
  std::vector<store::RoomSql> rooms{{"identity", identity::assets()}, {"app", app::assets()}};
  for (const auto* module : app::modules()) rooms.push_back({module->name, module->assets()});
  return rooms;
}

std::vector<web::RoomPages> all_pages() {
  std::vector<web::RoomPages> pages{{"web", web::assets()}};
  for (const auto* module : app::modules()) pages.push_back({module->name, module->assets()});
  return pages;
}

base::LogLevel level_named(const std::string& name) {
  if (name == "debug") return base::LogLevel::debug;
  if (name == "warning") return base::LogLevel::warning;
  if (name == "error") return base::LogLevel::error;
  if (name == "off") return base::LogLevel::off;
  return base::LogLevel::info;
}

}  // namespace

base::Result<void> require_database(const app::Config& config) {
  std::error_code ignored;
  if (config.database.find("://") != std::string::npos ||
      std::filesystem::exists(config.database, ignored))
    return {};
  return base::not_found(fmt::format(
      "There is no database {} here. Name another with --database, or make it: enact migrate",
      config.database));
}

Program::Program(app::Config config) : config_(std::move(config)) {
  base::set_log_level(level_named(config_.log_level));
  database_ = store::Database::open({.url = config_.database,
                                     .rooms = all_sql(),
                                     .connections = static_cast<std::size_t>(config_.workers)});
  templates_ = std::make_unique<web::Templates>(all_pages(), config_.assets);
}

base::Result<void> Program::prepare(Schema schema) {
  const auto state = store::schema_state(*database_);
  if (!state && schema == Schema::made_if_empty) return tl::unexpected(state.error());
  const bool is_ready = state && state->pending.empty();
  if (!is_ready && schema == Schema::made_if_empty) {
    if (!state->empty)
      return base::conflict(fmt::format(
          "This database was made by an older version; {} wait. Make a backup (enact backup FILE), "
          "then run: enact migrate",
          base::counted(std::ssize(state->pending), "migration", "migrations")));
    if (auto done = store::migrate(*database_, clock_.now()); !done)
      return tl::unexpected(done.error());
  }
  if (is_ready || schema == Schema::made_if_empty)
    load_secrets();
  else
    signer_ = std::make_unique<identity::Signer>("");
  sessions_ = std::make_unique<identity::Sessions>(*database_, *signer_);
  services_ = std::make_unique<app::Services>(app::Services{.config = config_,
                                                            .db = *database_,
                                                            .clock = clock_,
                                                            .templates = *templates_,
                                                            .signer = *signer_,
                                                            .sessions = *sessions_,
                                                            .metrics = metrics_});
  for (const auto* module : app::modules())
    if (module->start != nullptr) module->start(*services_);
  return {};
}

void Program::load_secrets() {
  database_->check_queries();
  signer_ = std::make_unique<identity::Signer>(identity::Signer::load(*database_));
}

}  // namespace enact
