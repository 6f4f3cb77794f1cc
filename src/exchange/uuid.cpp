// SPDX-License-Identifier: Apache-2.0
#include "exchange/uuid.h"

#include <fmt/format.h>

#include "base/digest.h"

namespace enact::exchange {

std::string uuid_of(std::string_view kind, std::string_view id) {
  auto hex = base::sha256_hex(fmt::format("enact:hsds:{}:{}", kind, id)).substr(0, 32);
  hex[12] = '8';  // the version
  const int digit = hex[16] <= '9' ? hex[16] - '0' : hex[16] - 'a' + 10;
  hex[16] = "89ab"[digit % 4];  // the variant of RFC 9562
  const std::string_view all = hex;
  return fmt::format("{}-{}-{}-{}-{}", all.substr(0, 8), all.substr(8, 4), all.substr(12, 4),
                     all.substr(16, 4), all.substr(20, 12));
}

}  // namespace enact::exchange
