// SPDX-License-Identifier: Apache-2.0
#include "stats/texts.h"

#include "stats/hash.h"

namespace enact::stats {
namespace {

std::uint32_t tag_of(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash >> 32);
}

}  // namespace

Texts::Texts() : starts_{0, 0}, slots_(64) {}

Texts::Number Texts::intern(std::string_view text) {
  if (text.empty()) return 0;
  const auto hash = hash_of(text);
  Slot* slot = &slot_of(text, hash);
  if (slot->number != 0) return slot->number;
  if (2 * size() >= slots_.size()) {
    grow();
    slot = &slot_of(text, hash);
  }
  const auto number = static_cast<Number>(size());
  bytes_ += text;
  starts_.push_back(bytes_.size());
  *slot = {.tag = tag_of(hash), .number = number};
  return number;
}

// Where the text stands, or the free slot where it would.
Texts::Slot& Texts::slot_of(std::string_view text, std::uint64_t hash) {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    Slot& slot = slots_[at];
    if (slot.number == 0) return slot;
    if (slot.tag == tag_of(hash) && (*this)[slot.number] == text) return slot;
  }
}

void Texts::grow() {
  slots_.assign(2 * slots_.size(), {});
  for (Number number = 1; number < size(); ++number) {
    const auto hash = hash_of((*this)[number]);
    slot_of((*this)[number], hash) = {.tag = tag_of(hash), .number = number};
  }
}

}  // namespace enact::stats
