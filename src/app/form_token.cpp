// SPDX-License-Identifier: Apache-2.0
#include "app/form_token.h"

#include "base/digest.h"

namespace enact::app {
namespace {

std::string combined(std::string_view text, std::string_view pad) {
  std::string result(text);
  for (std::size_t i = 0; i < result.size(); ++i)
    result[i] = static_cast<char>(result[i] ^ pad[i % pad.size()]);
  return result;
}

}  // namespace

std::string masked_token(std::string_view token) {
  if (token.empty()) return {};
  const auto pad = base::random_bytes(token.size());
  return base::base64url(pad + combined(token, pad));
}

bool is_token(std::string_view sent, std::string_view token) {
  const auto bytes = base::from_base64url(sent);
  if (token.empty() || bytes.size() != 2 * token.size()) return false;
  const std::string_view all = bytes;
  return base::equal_in_constant_time(
      combined(all.substr(token.size()), all.substr(0, token.size())), token);
}

}  // namespace enact::app
