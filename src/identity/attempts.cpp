// SPDX-License-Identifier: Apache-2.0
#include "identity/attempts.h"

#include <arpa/inet.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "base/digest.h"
#include "base/id.h"
#include "base/text.h"
#include "identity/queries.h"

namespace enact::identity {
namespace {

constexpr std::size_t kMostPerAddress = 30;

// The first 64 bits of an IPv6 address, or the address itself; also when it is an IPv4 address in
// IPv6's clothes, which all share those bits.
std::string network_of(std::string_view address) {
  in6_addr parsed{};
  const std::string text(address);
  if (inet_pton(AF_INET6, text.c_str(), &parsed) != 1 || IN6_IS_ADDR_V4MAPPED(&parsed)) return text;
  std::array<unsigned char, sizeof parsed> bytes{};
  std::memcpy(bytes.data(), &parsed, sizeof parsed);
  std::string prefix;
  for (std::size_t i = 0; i < 8; ++i) prefix += fmt::format("{:02x}", bytes[i]);
  return prefix + "::/64";
}

base::Failure come_back(base::Instant at, base::Instant now) {
  const auto wait = std::chrono::ceil<std::chrono::minutes>(at.point() - now.point()).count();
  return base::too_many(
      fmt::format("There were too many attempts. Please try again in {}.",
                  base::counted(std::max<long long>(wait, 1), "minute", "minutes")));
}

}  // namespace

AttemptLimit limit_of_address(std::string_view kind, std::string_view remote_address) {
  return {fmt::format("{} from {}", kind, network_of(remote_address)), kMostPerAddress};
}

AttemptLimit limit_of_account(std::string_view kind, std::string_view account) {
  return {fmt::format("{} of {}", kind, base::sha256_hex(account))};
}

base::Result<std::vector<std::string>> count_attempt(store::Writer& writer,
                                                     std::span<const AttemptLimit> limits,
                                                     base::Instant now) {
  std::optional<base::Instant> free_at;
  for (const auto& limit : limits) {
    writer.one(sql::take_turn, {{"name", limit.bucket}});
    const auto row = writer.one(sql::limiting_attempt, {{"bucket", limit.bucket},
                                                        {"since", (now - kAttemptWindow).iso()},
                                                        {"offset", limit.most - 1}});
    if (!row) continue;
    const auto made = base::Instant::parse(row->text("made_at")).value_or(now);
    free_at = std::max(free_at.value_or(now), made + kAttemptWindow);
  }
  if (free_at) return come_back(*free_at, now);

  std::vector<std::string> ids;
  for (const auto& limit : limits) {
    ids.push_back(base::new_id());
    writer.run(sql::add_attempt,
               {{"id", ids.back()}, {"bucket", limit.bucket}, {"made_at", now.iso()}});
  }
  return ids;
}

void forgive(store::Writer& writer, const std::vector<std::string>& attempts) {
  for (const auto& id : attempts) writer.run(sql::forgive_attempt, {{"id", id}});
}

void forgive_all(store::Writer& writer, const AttemptLimit& limit) {
  writer.run(sql::forgive_attempts, {{"bucket", limit.bucket}});
}

void tidy(store::Writer& writer, base::Instant now) {
  constexpr std::chrono::hours kDay{24};
  writer.run(sql::forget_attempts, {{"before", (now - kDay).iso()}});
  writer.run(sql::forget_links, {{"before", (now - kDay * 30).iso()}});
  writer.run(sql::forget_sessions, {{"before", (now - kDay * 90).iso()}});
}

}  // namespace enact::identity
