// SPDX-License-Identifier: Apache-2.0
#include "imports/refusals.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "imports/numbers.h"

namespace enact::imports {
namespace {

constexpr std::size_t kMostNamed = 10;

}  // namespace

void Refusals::add(std::string label, std::string why) {
  ++count_;
  if (named_.size() < kMostNamed)
    named_.push_back(fmt::format("{} ({})", base::shorten(label, 80), base::shorten(why, 120)));
}

void Refusals::add(const std::vector<Refusal>& refused, const std::vector<PlannedRow>& rows) {
  for (const auto& refusal : refused) {
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const PlannedRow& each) {
      return each.record == refusal.record;
    });
    const bool has_label = row != rows.end() && !row->label.empty();
    add(has_label ? row->label : refusal.record, refusal.why);
    records_.push_back(refusal.record);
  }
}

std::string Refusals::sentence(const Target& target, std::string_view outcome) const {
  auto names = base::join(named_, "; ");
  if (count_ > named_.size())
    names += fmt::format("; and {} more", grouped(static_cast<long long>(count_ - named_.size())));
  return fmt::format(
      "{} in the way: {}. {}",
      counted(target, static_cast<long long>(count_)) + (count_ == 1 ? " stands" : " stand"), names,
      outcome);
}

}  // namespace enact::imports
