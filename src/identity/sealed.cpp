// SPDX-License-Identifier: Apache-2.0
#include "identity/sealed.h"

#include <sodium.h>

#include <stdexcept>

#include "base/digest.h"

namespace enact::identity {
namespace {

constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;

const unsigned char* bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

unsigned char* bytes(std::string& text) {
  return reinterpret_cast<unsigned char*>(text.data());
}

std::string key_for(const Signer& signer, std::string_view purpose) {
  if (sodium_init() < 0) throw std::runtime_error("libsodium did not start");
  auto key = base::from_base64url(signer.derive("seal", purpose));
  if (key.size() != crypto_aead_xchacha20poly1305_ietf_KEYBYTES)
    throw std::logic_error("a derived key has the wrong length");
  return key;
}

}  // namespace

std::string seal(const Signer& signer,
                 std::string_view purpose,
                 std::string_view context,
                 std::string_view plain) {
  const auto key = key_for(signer, purpose);
  const auto nonce = base::random_bytes(kNonce);
  std::string cipher(plain.size() + kTag, '\0');
  unsigned long long size = 0;
  crypto_aead_xchacha20poly1305_ietf_encrypt(
      bytes(cipher), &size, bytes(plain), plain.size(), bytes(context), context.size(), nullptr,
      bytes(std::string_view(nonce)), bytes(std::string_view(key)));
  cipher.resize(size);
  return base::base64url(nonce + cipher);
}

std::optional<std::string> unseal(const Signer& signer,
                                  std::string_view purpose,
                                  std::string_view context,
                                  std::string_view sealed) {
  const auto all = base::from_base64url(sealed);
  if (all.size() < kNonce + kTag) return std::nullopt;
  const auto key = key_for(signer, purpose);
  const auto cipher = std::string_view(all).substr(kNonce);
  std::string plain(cipher.size() - kTag, '\0');
  unsigned long long size = 0;
  const int opened = crypto_aead_xchacha20poly1305_ietf_decrypt(
      bytes(plain), &size, nullptr, bytes(cipher), cipher.size(), bytes(context), context.size(),
      bytes(std::string_view(all)), bytes(std::string_view(key)));
  if (opened != 0) return std::nullopt;
  plain.resize(size);
  return plain;
}

}  // namespace enact::identity
