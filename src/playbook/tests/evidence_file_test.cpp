// SPDX-License-Identifier: Apache-2.0
#include "playbook/evidence_file.h"

#include <gtest/gtest.h>

namespace enact::playbook {
namespace {

constexpr std::string_view kPng = "\x89PNG\r\n\x1a\nrest";

TEST(EvidenceFile, IsKnownByItsEndingAndItsFirstBytes) {
  EXPECT_EQ(evidence_type("plan.pdf", "%PDF-1.7 ..."), "application/pdf");
  EXPECT_EQ(evidence_type("Photo.PNG", kPng), "image/png");
  EXPECT_EQ(evidence_type("notes.txt", "Grüße"), "text/plain; charset=utf-8");
  const std::string docx = std::string("PK\x03\x04", 4) + "....word/document.xml";
  EXPECT_TRUE(evidence_type("report.docx", docx));
  const std::string odt = std::string("PK\x03\x04", 4) + std::string(26, '.') +
                          "mimetypeapplication/vnd.oasis.opendocument.text";
  EXPECT_TRUE(evidence_type("report.odt", odt));
}

TEST(EvidenceFile, IsRefusedWhereTheNameSaysSomethingElse) {
  EXPECT_FALSE(evidence_type("photo.png", "<script>alert(1)</script>"));
  EXPECT_FALSE(evidence_type("plan.pdf", kPng));
  EXPECT_FALSE(evidence_type("notes.txt", "\xFF\xFE\x41"));
  EXPECT_FALSE(evidence_type("report.docx", "PK\x03\x04 but a jar"));
}

TEST(EvidenceFile, IsRefusedWhereABrowserMightRunIt) {
  for (const auto* name : {"page.html", "drawing.svg", "run.exe", "macro.docm", "noending", ".htm"})
    EXPECT_FALSE(evidence_type(name, "text")) << name;
}

TEST(EvidenceFile, IsRefusedWhenItIsEmptyOrTooLarge) {
  EXPECT_FALSE(evidence_type("a.txt", ""));
  EXPECT_TRUE(evidence_type("a.txt", std::string(kLargestEvidence, 'a')));
  const auto large = evidence_type("a.txt", std::string(kLargestEvidence + 1, 'a'));
  ASSERT_FALSE(large);
  EXPECT_EQ(large.error().field, "evidence_file");
}

TEST(EvidenceUrl, IsOnTheWeb) {
  EXPECT_TRUE(check_evidence_url("https://example.org/page?a=b#c"));
  EXPECT_TRUE(check_evidence_url("HTTP://example.org"));
  for (const auto* url : {"javascript:alert(1)", "example.org", "https://", "https:///x",
                          "https://a b", "https://a\"b", "data:text/html,x", "ftp://example.org"})
    EXPECT_FALSE(check_evidence_url(url)) << url;
}

TEST(SizeWords, AreForPeople) {
  EXPECT_EQ(size_words(812), "812 bytes");
  EXPECT_EQ(size_words(86'016), "84 KB");
  EXPECT_EQ(size_words(1'300'000), "1.2 MB");
}

}  // namespace
}  // namespace enact::playbook
