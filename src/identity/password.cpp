// SPDX-License-Identifier: Apache-2.0
#include "identity/password.h"

#include <sodium.h>

#include <array>
#include <mutex>
#include <new>
#include <stdexcept>

#include "base/digest.h"
#include "identity/common_passwords.h"

namespace enact::identity {
namespace {

// Each hash takes 64 MiB, so others wait: a crowd that signs in must not be what fills the memory.
std::mutex& one_at_a_time() {
  static std::mutex mutex;
  return mutex;
}

void start_sodium() {
  static const int started = sodium_init();
  if (started < 0) throw std::runtime_error("libsodium did not start");
}

// Characters, not bytes: every byte but the ones that continue a character.
std::size_t characters(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  return count;
}

}  // namespace

base::Result<void> check_new_password(std::string_view password,
                                      const std::vector<std::string>& own_words) {
  const auto length = characters(password);
  if (length < kShortestPassword)
    return base::invalid("password",
                         "A password needs at least 8 characters. A few words in a row make a good "
                         "one.");
  if (length > kLongestPassword)
    return base::invalid("password", "A password may have at most 256 characters.");
  if (is_common_password(password))
    return base::invalid("password",
                         "This is one of the passwords that are tried first. A few words in a row "
                         "that nobody else would say make a better one.");
  if (is_made_of(password, own_words))
    return base::invalid("password",
                         "This password can be guessed from your name, your e-mail address or the "
                         "name of the network.");
  return {};
}

std::string hash_password(std::string_view password) {
  start_sodium();
  const std::lock_guard turn(one_at_a_time());
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (crypto_pwhash_str(hash.data(), password.data(), password.size(),
                        crypto_pwhash_OPSLIMIT_INTERACTIVE,
                        crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
    throw std::bad_alloc();
  return hash.data();
}

bool is_password(std::string_view password, const std::string& hash) {
  static const std::string nobodys = hash_password(base::random_token());
  const auto& against = hash.empty() ? nobodys : hash;
  const std::lock_guard turn(one_at_a_time());
  const bool fits =
      crypto_pwhash_str_verify(against.c_str(), password.data(), password.size()) == 0;
  return fits && !hash.empty();
}

}  // namespace enact::identity
