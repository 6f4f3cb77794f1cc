// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace enact::base {

// One line of JSON per entry on standard error: time, level, message, then the fields. Never
// put into a field what a person typed, a name, an address, a token or a query string.
using LogFields = std::initializer_list<std::pair<std::string_view, std::string>>;

enum class LogLevel { debug, info, warning, error, off };

void set_log_level(LogLevel level);

void log_debug(std::string_view message, LogFields fields = {});
void log_info(std::string_view message, LogFields fields = {});
void log_warning(std::string_view message, LogFields fields = {});
void log_error(std::string_view message, LogFields fields = {});

}  // namespace enact::base
