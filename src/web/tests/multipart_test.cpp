// SPDX-License-Identifier: Apache-2.0
#include "web/multipart.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace enact::web {
namespace {

using testing::HasSubstr;

constexpr std::string_view kType = "multipart/form-data; boundary=----xyz";

base::Result<std::vector<Part>> parts_of(std::string_view body, std::string_view type = kType) {
  return parse_multipart(type, body, 10);
}

TEST(Multipart, NeedsABoundaryOfOneToSeventyAllowedCharacters) {
  for (const auto& type :
       {std::string("multipart/form-data"), std::string("multipart/form-data; boundary="),
        std::string("multipart/form-data; boundary=\"\""),
        std::string("multipart/form-data; boundary=\"a"),
        std::string("multipart/form-data; boundary=a\rb"),
        std::string("multipart/form-data; boundary=a\xC3\xA9"),
        "multipart/form-data; boundary=" + std::string(71, 'a')}) {
    const auto parts = parts_of("--a--", type);
    ASSERT_FALSE(parts) << type;
    EXPECT_THAT(parts.error().message, HasSubstr("boundary")) << type;
  }
  EXPECT_TRUE(parts_of("--a b--", "multipart/form-data; charset=utf-8; Boundary=\"a b\""));
}

TEST(Multipart, RefusesAPartThatDoesNotNameItsField) {
  for (const auto* head : {"", "Content-Type: text/plain\r\n", "Content-Disposition: form-data\r\n",
                           "Content-Disposition: form-data; name=\"a\r\n",
                           "Content-Disposition: attachment; name=\"a\"\r\n", "no colon\r\n"}) {
    const auto parts = parts_of("------xyz\r\n" + std::string(head) + "\r\nx\r\n------xyz--");
    ASSERT_FALSE(parts) << head;
    EXPECT_THAT(parts.error().message, HasSubstr("which field")) << head;
  }
}

TEST(Multipart, RefusesABodyThatIsNotWhole) {
  for (const auto* body :
       {"", "x", "------xyz", "------xyz-", "------xyz\r\n", "------xyz\r\nContent-Dis",
        "------xyz\r\nContent-Disposition: form-data; name=a\r\n\r\nx",
        "------xyz\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n------xyz",
        "------xyzz\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n------xyz--"})
    EXPECT_FALSE(parts_of(body)) << body;
}

TEST(Multipart, RefusesAPartWithAnEndlessHead) {
  EXPECT_FALSE(parts_of("------xyz\r\nContent-Disposition: form-data; name=a\r\nX: " +
                        std::string(9000, 'x') + "\r\n\r\nx\r\n------xyz--"));
}

TEST(Multipart, SkipsWhatStandsAroundTheParts) {
  const auto parts = parts_of(
      "preamble\r\n------xyz \t\r\ncontent-disposition: FORM-DATA; NAME=a\r\n\r\n1\r\n------xyz--"
      "\r\nepilogue");

  ASSERT_TRUE(parts) << parts.error().message;
  ASSERT_EQ(parts->size(), 1U);
  EXPECT_EQ(parts->at(0).name, "a");
  EXPECT_EQ(parts->at(0).content, "1");
}

TEST(Multipart, KeepsAContentThatLooksLikeABoundaryButIsNone) {
  const auto parts = parts_of(
      "------xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n-----xyz\r\n--\r\n"
      "\r\n------xyz--");

  ASSERT_TRUE(parts);
  EXPECT_EQ(parts->at(0).content, "\r\n-----xyz\r\n--\r\n");
}

TEST(Multipart, ReadsAnEmptyContent) {
  for (const auto* body :
       {"------xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n------xyz--",
        "------xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n------xyz--"}) {
    const auto parts = parts_of(body);
    ASSERT_TRUE(parts) << body;
    EXPECT_EQ(parts->at(0).content, "");
  }
}

TEST(Multipart, TellsAFileFromAText) {
  const auto parts = parts_of(
      "------xyz\r\nContent-Disposition: form-data; name=\"a; filename=b\"\r\n\r\n1\r\n"
      "------xyz\r\nContent-Disposition: form-data; filename=c.txt; name=d\r\n\r\n2\r\n"
      "------xyz--");

  ASSERT_TRUE(parts);
  EXPECT_EQ(parts->at(0).name, "a; filename=b");
  EXPECT_FALSE(parts->at(0).file_name);
  EXPECT_EQ(parts->at(1).file_name, "c.txt");
}

TEST(HeaderParameter, IsTheFirstOfItsName) {
  EXPECT_EQ(header_parameter("text/html; charset=utf-8; charset=x", "charset"), "utf-8");
  EXPECT_EQ(header_parameter("a;b;c = \"d\" ;e=f", "c"), "d");
  EXPECT_EQ(header_parameter("a;b;c = \"d\" ;e=f", "e"), "f");
  EXPECT_EQ(header_parameter("charset=utf-8", "charset"), std::nullopt) << "that is the value";
  EXPECT_EQ(header_parameter("a; xcharset=1", "charset"), std::nullopt);
}

}  // namespace
}  // namespace enact::web
