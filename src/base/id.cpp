// SPDX-License-Identifier: Apache-2.0
#include "base/id.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>

#include "base/digest.h"

namespace enact::base {

std::string new_id() {
  constexpr int kLength = 25;  // 36^25 > 2^128
  const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(
                                std::chrono::system_clock::now().time_since_epoch())
                                .count();
  std::array<unsigned char, 16> bytes{};
  const std::string random = random_bytes(10);
  for (int i = 0; i < 6; ++i)
    bytes[static_cast<std::size_t>(i)] =
        static_cast<unsigned char>(static_cast<std::uint64_t>(milliseconds) >> (40 - 8 * i));
  std::copy(random.begin(), random.end(), bytes.begin() + 6);
  bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0f) | 0x70);
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
