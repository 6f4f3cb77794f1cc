// SPDX-License-Identifier: Apache-2.0
#include "web/client_address.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace enact::web {
namespace {

Request with_headers(Fields headers) {
  Request request;
  request.headers = std::move(headers);
  return request;
}

TEST(ClientAddress, HasOneForm) {
  EXPECT_EQ(canonical_address("10.0.0.1"), "10.0.0.1");
  EXPECT_EQ(canonical_address("::ffff:10.0.0.1"), "10.0.0.1");
  EXPECT_EQ(canonical_address("2001:DB8:0:0::1"), "2001:db8::1");
  EXPECT_EQ(canonical_address("fe80::1%eth0"), "fe80::1");
  for (const auto* nonsense : {"", "10.0.0", "10.0.0.1:80", "unknown", "10.0.0.1 "})
    EXPECT_EQ(canonical_address(nonsense), "") << nonsense;
}

TEST(TrustedProxies, MustBeAddresses) {
  EXPECT_THROW(TrustedProxies({"proxy.example.org"}), std::runtime_error);
}

TEST(TrustedProxies, AStrangersWordIsNotTaken) {
  auto request = with_headers({{"x-forwarded-for", "1.2.3.4"}, {"x-forwarded-proto", "https"}});

  TrustedProxies({"10.0.0.1"}).identify(request, "10.0.0.2");

  EXPECT_EQ(request.remote_address, "10.0.0.2");
  EXPECT_FALSE(request.secure);
}

TEST(TrustedProxies, OnlyTheEndOfTheListIsBelieved) {
  const TrustedProxies proxies({"10.0.0.1", "10.0.0.2"});
  auto request = with_headers({{"x-forwarded-for", "6.6.6.6, 1.2.3.4"},
                               {"x-forwarded-for", "::ffff:10.0.0.2"},
                               {"x-forwarded-proto", "HTTPS"}});

  proxies.identify(request, "10.0.0.1");

  EXPECT_EQ(request.remote_address, "1.2.3.4");
  EXPECT_TRUE(request.secure);
}

TEST(TrustedProxies, NonsenseInTheListEndsIt) {
  const TrustedProxies proxies({"10.0.0.1", "10.0.0.2"});
  auto request = with_headers({{"x-forwarded-for", "1.2.3.4, unknown, 10.0.0.2"}});
  proxies.identify(request, "10.0.0.1");
  EXPECT_EQ(request.remote_address, "10.0.0.2");

  auto none = with_headers({{"x-forwarded-proto", "https, http"}});
  proxies.identify(none, "10.0.0.1");
  EXPECT_EQ(none.remote_address, "10.0.0.1");
  EXPECT_FALSE(none.secure);
}

TEST(AddressCounts, BoundEachAddressAlone) {
  AddressCounts counts(2);
  EXPECT_TRUE(counts.enter("10.0.0.1"));
  EXPECT_TRUE(counts.enter("10.0.0.1"));
  EXPECT_FALSE(counts.enter("10.0.0.1"));
  EXPECT_TRUE(counts.enter("10.0.0.2"));
  counts.leave("10.0.0.1");
  EXPECT_TRUE(counts.enter("10.0.0.1"));
}

TEST(AddressCounts, TakeTheAddressesOfOneCustomerTogether) {
  AddressCounts counts(1);
  EXPECT_TRUE(counts.enter("2001:db8:1:1::1"));
  EXPECT_FALSE(counts.enter("2001:db8:1:1:ffff::2"));
  EXPECT_TRUE(counts.enter("2001:db8:1:2::1"));
}

}  // namespace
}  // namespace enact::web
