// SPDX-License-Identifier: Apache-2.0
#include "base/id.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>

#include "base/digest.h"

namespace enact::base {
namespace {

// Milliseconds, then a counter within one: what one process makes sorts in the order in which it
// was made (RFC 9562, section 6.2, method 1).
constexpr int kCounterBits = 12;

std::uint64_t next_tick(std::uint64_t now) {
  static std::atomic<std::uint64_t> last{0};
  std::uint64_t before = last.load();
  std::uint64_t tick = 0;
  do {
    tick = std::max(now, before + 1);
  } while (!last.compare_exchange_weak(before, tick));
  return tick;
}

}  // namespace

std::string new_id() {
  constexpr int kLength = 25;  // 36^25 > 2^128
  const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(
                                std::chrono::system_clock::now().time_since_epoch())
                                .count();
  const auto time = next_tick(static_cast<std::uint64_t>(milliseconds) << kCounterBits);
  std::array<unsigned char, 16> bytes{};
  const std::string random = random_bytes(8);
  for (int i = 0; i < 6; ++i)
    bytes[static_cast<std::size_t>(i)] =
        static_cast<unsigned char>(time >> (40 + kCounterBits - 8 * i));
  bytes[6] = static_cast<unsigned char>(0x70 | ((time >> 8) & 0x0f));
  bytes[7] = static_cast<unsigned char>(time);
  std::copy(random.begin(), random.end(), bytes.begin() + 8);
  bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3f) | 0x80);

  __extension__ using Wide = unsigned __int128;
  Wide number = 0;
  for (unsigned char byte : bytes) number = (number << 8) | byte;
  std::string text(kLength, '0');
  for (auto digit = text.rbegin(); digit != text.rend(); ++digit) {
    *digit = "0123456789abcdefghijklmnopqrstuvwxyz"[static_cast<int>(number % 36)];
    number /= 36;
  }
  return text;
}

}  // namespace enact::base
