// SPDX-License-Identifier: Apache-2.0
#include "web/response.h"

#include <gtest/gtest.h>

namespace enact::web {
namespace {

std::string header(const Response& response, std::string_view name) {
  for (const auto& [known, value] : response.headers)
    if (known == name) return value;
  return {};
}

TEST(LocalAddress, IsOneThatNoBrowserTakesForAnotherSite) {
  for (const auto* address : {"", "plays", "//evil.example", "/\\evil.example", "\\/evil.example",
                              "https://evil.example", "javascript:alert(1)", "/\t/evil.example",
                              "/\n/evil.example", "/a\\b", "/a\x7F", " /a", "?q=1", "///"})
    EXPECT_FALSE(is_local_address(address)) << address;
  EXPECT_FALSE(is_local_address(std::string_view("/a\0b", 4)));
  for (const auto* address : {"/", "/plays", "/plays?next=//x", "/plays#top", "/\u00e9", "/a b"})
    EXPECT_TRUE(is_local_address(address)) << address;
}

TEST(Redirect, GoesHomeInPlaceOfAnotherSite) {
  EXPECT_EQ(header(redirect("//evil.example/"), "Location"), "/");
  EXPECT_EQ(header(redirect("/\r\nSet-Cookie: a=b"), "Location"), "/");
}

TEST(Redirect, IsSeenAsANewRequest) {
  const auto response = redirect("/plays/4-2?q=1");

  EXPECT_EQ(response.status, 303);
  EXPECT_EQ(header(response, "Location"), "/plays/4-2?q=1");
}

TEST(Redirect, EncodesWhatAHeaderCannotHold) {
  EXPECT_EQ(header(redirect("/caf\u00e9 1%20"), "Location"), "/caf%C3%A9%201%20");
}

TEST(Response, SaysWhatItHolds) {
  EXPECT_EQ(html("x").type, "text/html; charset=utf-8");
  EXPECT_EQ(text("x", 404).status, 404);
  EXPECT_EQ(json("{}").type, "application/json");
  EXPECT_EQ(csv("a", "plays.csv").type, "text/csv; charset=utf-8");
  EXPECT_EQ(html("x").caching, Caching::none) << "nothing is kept unless somebody says so";
}

TEST(Csv, IsSavedUnderAPlainNameAndTheExactOne) {
  EXPECT_EQ(header(csv("a", "plays 4-2.csv"), "Content-Disposition"),
            "attachment; filename=\"plays 4-2.csv\"");
  EXPECT_EQ(header(csv("a", "caf\u00e9\"\r\n.csv"), "Content-Disposition"),
            "attachment; filename=\"caf_____.csv\"; filename*=UTF-8''caf%C3%A9%22%0D%0A.csv");
}

}  // namespace
}  // namespace enact::web
