// SPDX-License-Identifier: Apache-2.0
#include "imports/contact_cell.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace enact::imports {
namespace {

using testing::HasSubstr;

std::string url(std::string_view cell) {
  const auto read = read_url(cell);
  return read ? read->value : read.error().message;
}

std::string email(std::string_view cell) {
  const auto read = read_email(cell);
  return read ? read->value : read.error().message;
}

std::string phone(std::string_view cell) {
  const auto read = read_phone(cell);
  if (!read) return read.error().message;
  return read->value.number + (read->value.extension.empty() ? "" : " x" + read->value.extension);
}

TEST(Url, GetsItsSchemeOnlyWhenItIsPlainlyAHost) {
  EXPECT_EQ(url("www.example.org/a?b=c#d"), "https://www.example.org/a?b=c#d");
  EXPECT_EQ(read_url("www.example.org").value().warning,
            "\"www.example.org\" is read with https:// before it.");
  EXPECT_EQ(url(" HTTP://Example.org/A "), "http://Example.org/A");
  EXPECT_EQ(url("https://example.org:8443/x"), "https://example.org:8443/x");
  EXPECT_EQ(url("catalog.example.edu:8080/x"), "https://catalog.example.edu:8080/x");
  EXPECT_EQ(url("https://web.archive.org/web/2020/http://example.org/"),
            "https://web.archive.org/web/2020/http://example.org/");
}

TEST(Url, IsRefusedWhenItRunsSomethingOrNamesNoHost) {
  for (const auto* cell : {"",
                           "javascript:alert(1)",
                           "JavaScript:alert(1)",
                           "java\tscript:alert(1)",
                           "data:text/html,x",
                           "vbscript:x",
                           "ftp://example.org",
                           "file:///etc/passwd",
                           "//example.org",
                           "none",
                           "n/a",
                           "see website",
                           "http://",
                           "https://localhost/",
                           "http://user@example.org/",
                           "https://example.org\" onclick=\"x",
                           "ana@example.org",
                           "http:///x",
                           "http://a..org",
                           "javascript:alert(1)//www.example.org",
                           "www.a.org, www.b.org",
                           "http://-a.org",
                           "1.2",
                           "http://a.org,http://b.org",
                           "example.org:x",
                           "http://a.org:99999999/",
                           "<b>a.org</b>"})
    EXPECT_FALSE(read_url(cell)) << cell << " -> " << url(cell);
}

TEST(Email, IsOneAddress) {
  EXPECT_EQ(email(" ana.diaz+x@Example.ORG "), "ana.diaz+x@example.org");
  EXPECT_EQ(email("mailto:ana@example.org"), "ana@example.org");
  EXPECT_EQ(email("Ana Diaz <ana@example.org>"), "ana@example.org");
  EXPECT_THAT(read_email("Ana Diaz <ana@example.org>").value().warning,
              HasSubstr("without the name"));
  for (const auto* cell :
       {"", "ana", "ana@", "@example.org", "ana@example", "a b@example.org", "a@b@example.org",
        "ana@example.org, bo@example.org", "ana@example.org bo@example.org", ".ana@example.org",
        "ana..x@example.org", "ana@exam_ple.org", "ana@example.org\nbcc: x@example.org",
        "<ana@example.org", "ana at example.org"})
    EXPECT_FALSE(read_email(cell)) << cell << " -> " << email(cell);
}

TEST(Phone, IsReadHoweverItIsSpaced) {
  for (const auto* cell : {"718-625-1400", "(718) 625-1400", "718.625.1400", "7186251400",
                           "+1 718 625 1400", "1-718-625-1400", "718/625-1400"})
    EXPECT_EQ(phone(cell), "718-625-1400") << cell;
}

TEST(Phone, KeepsAnExtensionApart) {
  EXPECT_EQ(phone("718-625-1400 ext. 13"), "718-625-1400 x13");
  EXPECT_EQ(phone("(718) 449-5000 x 2237"), "718-449-5000 x2237");
  EXPECT_EQ(phone("718-625-1400 Extension: 13"), "718-625-1400 x13");
  EXPECT_THAT(phone("71862514002237"),
              HasSubstr("has 14 digits. If the last ones are an extension"));
  EXPECT_THAT(phone("718-625-1400 ext. Ana"), HasSubstr("extension that is not a number"));
}

TEST(Phone, IsRefusedRatherThanGuessed) {
  for (const auto* cell : {"", "625-1400", "718-625-140", "1-800-FLOWERS", "+44 20 7946 0000",
                           "718-625-1400 or 718-625-1401", "018-625-1400", "718-125-1400", "-2",
                           "718-625-1400; 718-625-1401", "call Ana"})
    EXPECT_FALSE(read_phone(cell)) << cell << " -> " << phone(cell);
  EXPECT_THAT(phone("625-1400"), HasSubstr("no area code"));
}

}  // namespace
}  // namespace enact::imports
