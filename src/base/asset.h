// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace enact::base {

// A file compiled into the program: its path inside the room that it belongs to
// ("sql/plays.sql", "pages/play.html") and its bytes, which live as long as the program.
struct Asset {
  std::string_view path;
  std::string_view content;
};

using Assets = std::span<const Asset>;

}  // namespace enact::base
