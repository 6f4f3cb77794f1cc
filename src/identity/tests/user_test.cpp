// SPDX-License-Identifier: Apache-2.0
#include "identity/user.h"

#include <gtest/gtest.h>

namespace enact::identity {
namespace {

TEST(EmailAddress, IsKeptInLowerCaseWithoutSpaceAround) {
  EXPECT_EQ(email_address("  Ana.Duarte@Lakeside.Example ").value(), "ana.duarte@lakeside.example");
}

TEST(EmailAddress, WhatIsNoneIsRefused) {
  for (const auto* typed :
       {"", "ana", "ana@", "@lakeside.example", "ana@lakeside", "ana@@lakeside.example",
        "ana@lakeside..example", "ana@-lakeside.example", "ana lopez@lakeside.example",
        "ana@lakeside.example\nBcc: all@lakeside.example", "<ana@lakeside.example>",
        "ana@lakeside.example,ben@lakeside.example", "ana@lakeside.example\xff"}) {
    const auto email = email_address(typed);
    ASSERT_FALSE(email) << typed;
    EXPECT_EQ(email.error().field, "email");
  }
  EXPECT_FALSE(email_address(std::string(250, 'a') + "@b.example"));
}

TEST(PersonName, IsOneLine) {
  EXPECT_EQ(person_name(" Zoë  O’Brien ").value(), "Zoë  O’Brien");
  EXPECT_FALSE(person_name("  "));
  EXPECT_FALSE(person_name("Ana\nDuarte"));
  EXPECT_FALSE(person_name(std::string(121, 'a')));
}

}  // namespace
}  // namespace enact::identity
