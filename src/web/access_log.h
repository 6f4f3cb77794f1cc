// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <string_view>

#include "web/request.h"

namespace enact::web {

struct Outcome {
  int status = 0;
  std::size_t bytes = 0;
  std::chrono::microseconds took{0};
};

// One line for each request: at debug where all went well, because at thousands a second the log
// would be the most expensive part, else at info.
void log_request(const Request& request, const Outcome& outcome);

// The first segment of a path ("plays"), which names a part of the program. "-" where it may be
// something that a person typed: the rest of a path, and any path that the program does not know.
std::string_view loggable_part(std::string_view path, int status);

}  // namespace enact::web
