// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace enact::stats {

// Sixty-four bits that look drawn at random and are the same for the same input on every machine:
// the finaliser of splitmix64 (Steele, Lea, Flood 2014).
constexpr std::uint64_t mixed(std::uint64_t bits) {
  bits += 0x9E3779B97F4A7C15u;
  bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9u;
  bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBu;
  return bits ^ (bits >> 31);
}

// FNV-1a of the bytes, mixed. Not for secrets.
constexpr std::uint64_t hash_of(std::string_view text, std::uint64_t seed = 0) {
  std::uint64_t bits = 0xCBF29CE484222325u ^ seed;
  for (const char c : text) bits = (bits ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  return mixed(bits);
}

}  // namespace enact::stats
