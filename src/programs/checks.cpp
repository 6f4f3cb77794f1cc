// SPDX-License-Identifier: Apache-2.0
#include "programs/checks.h"

#include <fmt/format.h>

#include "base/text.h"

namespace enact::programs {
namespace {

constexpr int kMostNumber = 1'000'000;

}  // namespace

void Faults::add(std::string_view field, std::string_view message) {
  faults_.push_back({.field = std::string(field), .message = std::string(message), .file = {}});
}

void Faults::add(const base::Error& error) {
  if (error.faults.empty()) return add(error.field, error.message);
  faults_.insert(faults_.end(), error.faults.begin(), error.faults.end());
}

void Faults::text(std::string_view field,
                  std::string_view text,
                  std::size_t longest,
                  std::string_view when_empty) {
  if (base::trim(text).empty()) return add(field, when_empty);
  length(field, text, longest);
}

void Faults::length(std::string_view field, std::string_view text, std::size_t longest) {
  if (text.size() > longest)
    add(field, fmt::format("This is {} characters long. Keep it to {}.", text.size(), longest));
}

void Faults::day(std::string_view field, std::string_view text) {
  if (!text.empty() && !base::Day::parse(text))
    add(field, "Write the day as year, month, day: 2026-05-14.");
}

void Faults::past_day(std::string_view field, std::string_view text, base::Day today) {
  const auto day = base::Day::parse(text);
  if (!day) return add(field, "Write the day as year, month, day: 2026-05-14.");
  if (*day > today) add(field, "This day has not come yet. Give the day on which it happened.");
}

void Faults::number(std::string_view field, int number) {
  if (number < 0 || number > kMostNumber)
    add(field, "Write a number from 1 to 1,000,000, or leave it empty.");
}

void Faults::order(std::string_view field,
                   std::string_view first,
                   std::string_view then,
                   std::string_view when_wrong) {
  const auto a = base::Day::parse(first), b = base::Day::parse(then);
  if (a && b && *b < *a) add(field, when_wrong);
}

base::Result<void> refused(std::vector<base::Fault> faults) {
  if (faults.empty()) return {};
  return base::invalid(std::move(faults));
}

}  // namespace enact::programs
