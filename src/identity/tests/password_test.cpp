// SPDX-License-Identifier: Apache-2.0
#include "identity/password.h"

#include <gtest/gtest.h>

#include "identity/common_passwords.h"

namespace enact::identity {
namespace {

bool may_be_chosen(std::string_view password) {
  return check_new_password(password, {"Ana Duarte", "ana.duarte@lakeside.example"}).has_value();
}

TEST(Password, LengthIsCountedInCharacters) {
  EXPECT_FALSE(may_be_chosen("gr8 owl"));
  EXPECT_TRUE(may_be_chosen("gr8 owls"));
  EXPECT_FALSE(may_be_chosen("żółć ćm"));
  EXPECT_TRUE(may_be_chosen("żółć ćma"));
  std::string longest;
  for (int i = 0; i < 128; ++i) longest += "ż ";
  EXPECT_TRUE(may_be_chosen(longest));
  EXPECT_FALSE(may_be_chosen(longest + "x"));
}

TEST(Password, NeedsNoDigitsNorSigns) {
  EXPECT_TRUE(may_be_chosen("four wet otters sing"));
  EXPECT_TRUE(may_be_chosen("bluelanternfog"));
}

TEST(Password, WhatIsTriedFirstIsRefused) {
  for (const auto* password : {"password",
                               "Password1",
                               "P@ssw0rd!",
                               "p4$$w0rd2024",
                               "12345678",
                               "123456789",
                               "87654321",
                               "11111111",
                               "aaaaaaaa",
                               "qwertyui",
                               "Qwerty123",
                               "1q2w3e4r",
                               "zxcvbnm1",
                               "iloveyou",
                               "sunshine99",
                               "letmein123",
                               "!!dragon!!",
                               "baseball2",
                               "abcabcabc",
                               "testtest",
                               "19990412",
                               "welcome2024!",
                               "correcthorsebatterystaple",
                               "makebelieve",
                               "Trustno1"})
    EXPECT_FALSE(may_be_chosen(password)) << password;
}

TEST(Password, CommonWordsInLongerSentencesAreFine) {
  for (const auto* password : {"summer comes late", "dragonflies over reeds", "my dog eats maths",
                               "passwordless is nicer"})
    EXPECT_TRUE(may_be_chosen(password)) << password;
}

TEST(Password, OnesOwnNameAndAddressAreRefused) {
  for (const auto* password :
       {"anaduarte", "Ana.Duarte1", "duarteana2024", "lakeside!", "ana@lakeside", "Lakeside2025"})
    EXPECT_FALSE(may_be_chosen(password)) << password;
  EXPECT_TRUE(may_be_chosen("duarte rows at dawn"));
}

TEST(Password, IsCheckedAgainstItsHash) {
  const auto hash = hash_password("four wet otters sing");
  EXPECT_TRUE(hash.starts_with("$argon2id$"));
  EXPECT_NE(hash, hash_password("four wet otters sing"));
  EXPECT_TRUE(is_password("four wet otters sing", hash));
  EXPECT_FALSE(is_password("four wet otters sin", hash));
  EXPECT_FALSE(is_password("", hash));
}

TEST(Password, NothingOpensAnAccountWithoutOne) {
  EXPECT_FALSE(is_password("", ""));
  EXPECT_FALSE(is_password("four wet otters sing", ""));
}

TEST(Password, IsNotCutOff) {
  const std::string head(250, 'x');
  const auto hash = hash_password(head + "abcdef");
  EXPECT_FALSE(is_password(head + "abcdeg", hash));
  EXPECT_FALSE(is_password(head, hash));
}

}  // namespace
}  // namespace enact::identity
