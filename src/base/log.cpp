// SPDX-License-Identifier: Apache-2.0
#include "base/log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "base/clock.h"
#include "base/json.h"

namespace enact::base {
namespace {

spdlog::logger& logger() {
  static const auto instance = [] {
    auto made = spdlog::stderr_logger_mt("enact");
    made->set_pattern("%v");
    return made;
  }();
  return *instance;
}

void write(spdlog::level::level_enum level, std::string_view message, LogFields fields) {
  if (!logger().should_log(level)) return;
  const auto name = spdlog::level::to_string_view(level);
  auto line = Json::object();
  line.set("time", SystemClock().now().iso());
  line.set("level", std::string_view(name.data(), name.size()));
  line.set("message", message);
  for (const auto& [key, value] : fields) line.set(std::string(key), value);
  logger().log(level, "{}", line.dump());
}

}  // namespace

void set_log_level(LogLevel level) {
  constexpr spdlog::level::level_enum kLevels[] = {spdlog::level::debug, spdlog::level::info,
                                                   spdlog::level::warn, spdlog::level::err,
                                                   spdlog::level::off};
  logger().set_level(kLevels[static_cast<int>(level)]);
}

void log_debug(std::string_view message, LogFields fields) {
  write(spdlog::level::debug, message, fields);
}

void log_info(std::string_view message, LogFields fields) {
  write(spdlog::level::info, message, fields);
}

void log_warning(std::string_view message, LogFields fields) {
  write(spdlog::level::warn, message, fields);
}

void log_error(std::string_view message, LogFields fields) {
  write(spdlog::level::err, message, fields);
}

}  // namespace enact::base
