// SPDX-License-Identifier: Apache-2.0
#include "web/client_address.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <stdexcept>

#include "base/text.h"
#include "web/http_text.h"

namespace enact::web {
namespace {

// What the limit per address counts by.
std::string group(std::string_view canonical) {
  in6_addr v6{};
  std::string address(canonical);
  if (inet_pton(AF_INET6, address.c_str(), &v6) != 1) return address;
  return std::string(reinterpret_cast<const char*>(&v6), 8);
}

}  // namespace

std::string canonical_address(std::string_view text) {
  const std::string address(text.substr(0, text.find('%')));  // without an IPv6 zone
  std::array<char, INET6_ADDRSTRLEN> shown{};
  in_addr v4{};
  if (inet_pton(AF_INET, address.c_str(), &v4) == 1)
    return inet_ntop(AF_INET, &v4, shown.data(), shown.size());
  in6_addr v6{};
  if (inet_pton(AF_INET6, address.c_str(), &v6) != 1) return {};
  if (IN6_IS_ADDR_V4MAPPED(&v6)) {
    std::memcpy(&v4, &v6.s6_addr[12], sizeof v4);
    return inet_ntop(AF_INET, &v4, shown.data(), shown.size());
  }
  return inet_ntop(AF_INET6, &v6, shown.data(), shown.size());
}

TrustedProxies::TrustedProxies(const std::vector<std::string>& addresses) {
  for (const auto& text : addresses) {
    addresses_.push_back(canonical_address(text));
    if (addresses_.back().empty())
      throw std::runtime_error("The trusted proxy \"" + text + "\" is not an IP address.");
  }
}

bool TrustedProxies::trusts(std::string_view canonical) const {
  return std::find(addresses_.begin(), addresses_.end(), canonical) != addresses_.end();
}

void TrustedProxies::identify(Request& request, std::string_view peer) const {
  request.remote_address = peer;
  request.secure = false;
  if (!trusts(peer)) return;

  std::vector<std::string_view> hops;
  for (const auto& [name, value] : request.headers) {
    if (name == "x-forwarded-for")
      for (const auto hop : base::split(value, ',')) hops.push_back(base::trim(hop));
    if (name == "x-forwarded-proto")
      request.secure = equal_ignoring_case(base::trim(base::split(value, ',').back()), "https");
  }
  // Each proxy appends whom it saw, so only the end of the list is known to be true: the last
  // address that is no proxy of ours.
  for (auto hop = hops.rbegin(); hop != hops.rend(); ++hop) {
    const auto address = canonical_address(*hop);
    if (address.empty()) return;
    request.remote_address = address;
    if (!trusts(address)) return;
  }
}

bool AddressCounts::enter(std::string_view canonical) {
  if (most_ == 0) return false;
  auto& count = counts_[group(canonical)];
  if (count == most_) return false;
  ++count;
  return true;
}

void AddressCounts::leave(std::string_view canonical) {
  const auto found = counts_.find(group(canonical));
  if (found != counts_.end() && --found->second == 0) counts_.erase(found);
}

}  // namespace enact::web
