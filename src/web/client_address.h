// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "web/request.h"

namespace enact::web {

// An IP address in its one canonical form ("::ffff:10.0.0.1" is "10.0.0.1"); empty for anything
// that is no address.
std::string canonical_address(std::string_view text);

// Proxies that stand in front of the server.
class TrustedProxies {
 public:
  // Throws std::runtime_error with a sentence when one is no IP address.
  explicit TrustedProxies(const std::vector<std::string>& addresses);

  bool trusts(std::string_view canonical) const;

  // Sets remote_address and secure of a request that came from `peer` (canonical): from
  // X-Forwarded-For and -Proto where the peer is trusted, from the peer alone where it is not.
  void identify(Request& request, std::string_view peer) const;

 private:
  std::vector<std::string> addresses_;
};

// Counts connections by address, IPv6 by its /64, which is what one customer has.
class AddressCounts {
 public:
  explicit AddressCounts(std::size_t most) : most_(most) {}

  bool enter(std::string_view canonical);  // false: that one has enough
  void leave(std::string_view canonical);

 private:
  std::size_t most_;
  std::unordered_map<std::string, std::size_t> counts_;
};

}  // namespace enact::web
