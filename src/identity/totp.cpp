// SPDX-License-Identifier: Apache-2.0
#include "identity/totp.h"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <chrono>
#include <stdexcept>

#include "base/digest.h"
#include "base/text.h"

namespace enact::identity {
namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
constexpr std::chrono::seconds kPeriod{30};
constexpr std::uint32_t kModulus = 1'000'000;  // six digits
constexpr std::int64_t kDrift = 1;             // steps that a clock may be off

std::array<unsigned char, 20> hmac_sha1(const std::string& key, std::int64_t counter) {
  std::array<unsigned char, 8> message{};
  for (std::size_t i = 0; i < message.size(); ++i)
    message[message.size() - 1 - i] = static_cast<unsigned char>(counter >> (8 * i));
  std::array<unsigned char, 20> digest{};
  unsigned int size = 0;
  if (HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()), message.data(), message.size(),
           digest.data(), &size) == nullptr ||
      size != digest.size())
    throw std::runtime_error("OpenSSL gave no HMAC-SHA-1");
  return digest;
}

}  // namespace

std::string new_totp_secret() {
  return base32(base::random_bytes(20));
}

std::int64_t totp_step(base::Instant at) {
  return std::chrono::floor<std::chrono::seconds>(at.point()).time_since_epoch() / kPeriod;
}

// RFC 4226 section 5.3.
std::string totp_code(std::string_view secret, std::int64_t step) {
  const auto key = from_base32(secret);
  if (key.empty()) return {};
  const auto digest = hmac_sha1(key, step);
  const std::size_t at = digest.back() & 0x0f;
  const auto truncated = (std::uint32_t{digest[at]} & 0x7f) << 24 |
                         std::uint32_t{digest[at + 1]} << 16 | std::uint32_t{digest[at + 2]} << 8 |
                         std::uint32_t{digest[at + 3]};
  return fmt::format("{:06}", truncated % kModulus);
}

std::optional<std::int64_t> matching_step(std::string_view secret,
                                          std::string_view code,
                                          base::Instant now,
                                          std::int64_t last_step) {
  const auto typed = base::replace_all(std::string(base::trim(code)), " ", "");
  std::optional<std::int64_t> found;
  for (auto step = totp_step(now) - kDrift; step <= totp_step(now) + kDrift; ++step) {
    const auto expected = totp_code(secret, step);
    if (!expected.empty() && base::equal_in_constant_time(expected, typed) && step > last_step)
      found = step;
  }
  return found;
}

std::string totp_address(std::string_view issuer,
                         std::string_view account,
                         std::string_view secret) {
  const auto name = base::url_encode(issuer);
  return fmt::format("otpauth://totp/{}:{}?secret={}&issuer={}&algorithm=SHA1&digits=6&period=30",
                     name, base::url_encode(account), secret, name);
}

std::string in_groups(std::string_view text) {
  std::string grouped;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i > 0 && i % 4 == 0) grouped += ' ';
    grouped += text[i];
  }
  return grouped;
}

std::string base32(std::string_view bytes) {
  std::string text;
  std::uint32_t bits = 0;
  int held = 0;
  for (const char c : bytes) {
    bits = bits << 8 | static_cast<unsigned char>(c);
    for (held += 8; held >= 5; held -= 5) text += kAlphabet[bits >> (held - 5) & 31];
    bits &= (1U << held) - 1;
  }
  if (held > 0) text += kAlphabet[bits << (5 - held) & 31];
  return text;
}

std::string from_base32(std::string_view text) {
  std::string bytes;
  std::uint32_t bits = 0;
  int held = 0;
  for (const char c : text) {
    if (c == ' ' || c == '-') continue;
    const auto value = kAlphabet.find(c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c);
    if (value == std::string_view::npos) return {};
    bits = bits << 5 | static_cast<std::uint32_t>(value);
    held += 5;
    if (held < 8) continue;
    held -= 8;
    bytes += static_cast<char>(bits >> held & 0xff);
    bits &= (1U << held) - 1;
  }
  return bytes;
}

}  // namespace enact::identity
