// SPDX-License-Identifier: Apache-2.0
#include "imports/progress_line.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "imports/numbers.h"

namespace enact::imports {
namespace {

constexpr std::chrono::milliseconds kPatience{1'000};
constexpr std::chrono::milliseconds kBetween{200};
constexpr std::int64_t kWidth = 30;

void write(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fflush(stderr);
}

}  // namespace

ProgressLine::ProgressLine(std::string what)
    : what_(std::move(what)), is_terminal_(::isatty(STDERR_FILENO) == 1) {}

ProgressLine::~ProgressLine() {
  if (is_shown_) write("\r\x1b[K");
}

Progress ProgressLine::shown() {
  return [this](std::int64_t done, std::int64_t all) { show(done, all); };
}

void ProgressLine::show(std::int64_t done, std::int64_t all) {
  if (!is_terminal_) return;
  const auto now = Clock::now();
  if (now - last_ < (is_shown_ ? kBetween : kPatience)) return;
  last_ = now;
  is_shown_ = true;
  write("\r\x1b[K" + progress_words(what_, done, all));
}

std::string progress_words(std::string_view what, std::int64_t done, std::int64_t all) {
  const auto most = std::max<std::int64_t>(all, 1);
  const auto part = std::clamp<std::int64_t>(done, 0, most);
  const auto filled = static_cast<std::size_t>(kWidth * part / most);
  std::string bar(filled, '#');
  bar.resize(static_cast<std::size_t>(kWidth), '.');
  return fmt::format("{} [{}] {}%, {} of {}", what, bar, 100 * part / most, grouped(done),
                     rows_words(all));
}

}  // namespace enact::imports
