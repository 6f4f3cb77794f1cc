// SPDX-License-Identifier: Apache-2.0
#include "outreach/pages.h"

#include <fmt/format.h>

namespace enact::outreach {

std::string cut_words(const Criterion& cut) {
  return fmt::format("{}: {} {}", cut.label, words_of(cut.rule), cut.threshold);
}

std::string_view name_of(Verdict verdict) {
  constexpr std::string_view kNames[] = {"meets", "fails", "unknown"};
  return kNames[static_cast<std::size_t>(verdict)];
}

}  // namespace enact::outreach
