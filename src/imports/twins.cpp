// SPDX-License-Identifier: Apache-2.0
#include "imports/twins.h"

#include <algorithm>

#include "base/text.h"
#include "imports/plain_words.h"

namespace enact::imports {
namespace {

// FNV-1a, 64 bits.
class Digest {
 public:
  Digest& add(std::string_view text) {
    for (const char c : text) mix(static_cast<unsigned char>(c));
    mix(0x1F);
    return *this;
  }
  std::uint64_t value() const { return value_; }

 private:
  void mix(unsigned char byte) {
    value_ ^= byte;
    value_ *= 0x100000001B3u;
  }

  std::uint64_t value_ = 0xCBF29CE484222325u;
};

}  // namespace

Twins::Twins(std::vector<Identity> identities, const Target& target, bool repeats)
    : identities_(std::move(identities)), repeats_(repeats) {
  for (const auto& identity : identities_) is_certain_.push_back(target.is_certain(identity));
  for (const auto& field : target.fields())
    if (field.is_gathered) gathered_.push_back(field.name);
}

std::optional<Twins::Earlier> Twins::find_and_keep(const Row& row) {
  Digest cells;
  for (const auto& cell : row.cells) cells.add(cell);
  const auto all = cells.value();
  const auto rest = rest_of(row.values);
  std::vector<std::pair<std::uint64_t, std::size_t>> keys;  // with the identity's number
  constexpr auto kRecord = std::size_t(-1);
  if (!row.record.empty())
    keys.emplace_back(Digest().add("record").add(row.record).value(), kRecord);
  std::size_t best = identities_.size();
  for (std::size_t at = 0; at < identities_.size(); ++at) {
    const auto key = key_of(row.values, at);
    if (!key) continue;
    if (best == identities_.size()) best = at;
    keys.emplace_back(*key, at);
  }
  std::optional<Earlier> earlier;
  for (const auto& [key, identity] : keys) {
    const auto [found, is_new] =
        by_key_.try_emplace(key, Seen{row.position, row.line, best, all, rest});
    if (is_new || earlier || found->second.position == row.position) continue;
    // Rows that both have a better identity are told apart by that.
    const auto& seen = found->second;
    if (identity == kRecord || seen.best == identity || best == identity)
      earlier = Earlier{.position = seen.position,
                        .line = seen.line,
                        .is_alike = seen.all == all,
                        .may_join = seen.rest == rest && (repeats_ || adds_to_a_list(row.values)) &&
                                    (identity == kRecord || is_certain_[identity])};
  }
  return earlier;
}

std::uint64_t Twins::rest_of(const Values& values) const {
  Digest digest;
  for (const auto& [field, text] : values.items()) {
    if (std::find(gathered_.begin(), gathered_.end(), field) != gathered_.end()) continue;
    digest.add(field).add(text);
  }
  return digest.value();
}

bool Twins::adds_to_a_list(const Values& values) const {
  return std::any_of(gathered_.begin(), gathered_.end(),
                     [&](const auto& field) { return !values.text(field).empty(); });
}

std::optional<std::uint64_t> Twins::key_of(const Values& values, std::size_t identity) const {
  Digest digest;
  digest.add(std::to_string(identity));
  for (const auto& field : identities_[identity]) {
    const auto& text = values.text(field);
    if (text.empty()) return {};
    digest.add(base::lower(one_line(text)));
  }
  return digest.value();
}

}  // namespace enact::imports
