// SPDX-License-Identifier: Apache-2.0
#include "network/vcard.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "base/text.h"

namespace enact::network {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

Card ana() {
  Card card;
  card.uid = "https://playbook.example.org/people/ana";
  card.name = "Ana Maria Duarte";
  card.organization = "Riverbend; Robots, Ltd";
  card.role = "Director";
  card.email = "ana@example.org";
  card.phone = "+1 (412) 555-0100";
  card.revised = "2026-11-22T09:30:00.123Z";
  return card;
}

std::string unfolded(const std::string& text) {
  return base::replace_all(text, "\r\n ", "");
}

TEST(Card, SaysTheSameInBothVersionsInTheirOwnWords) {
  const auto v4 = card_text(ana(), CardVersion::v4), v3 = card_text(ana(), CardVersion::v3);
  EXPECT_THAT(
      v4, AllOf(testing::StartsWith("BEGIN:VCARD\r\nVERSION:4.0\r\n"), HasSubstr("KIND:individual"),
                HasSubstr("N:Duarte;Ana Maria;;;"), HasSubstr("ORG:Riverbend\\; Robots\\, Ltd"),
                HasSubstr("TEL;VALUE=uri;TYPE=work:tel:+1-412-555-0100"),
                HasSubstr("REV:20261122T093000Z"), testing::EndsWith("END:VCARD\r\n")));
  EXPECT_THAT(v3, AllOf(HasSubstr("VERSION:3.0"), Not(HasSubstr("KIND")),
                        HasSubstr("EMAIL;TYPE=INTERNET:ana@example.org"),
                        HasSubstr("TEL;TYPE=work:+1 (412) 555-0100"),
                        HasSubstr("REV:2026-11-22T09:30:00Z")));
}

TEST(Card, DialsOnlyWhatIsANumber) {
  auto card = ana();
  for (const auto* phone : {"412 555 0100", "+1 412 555 0100 ext. 3", "ask Ben"}) {
    card.phone = phone;
    EXPECT_THAT(card_text(card, CardVersion::v4), HasSubstr("TEL;TYPE=work:" + std::string(phone)));
  }
}

TEST(Card, OfAnOrganizationSaysSo) {
  Card card;
  card.kind = Card::Kind::organization;
  card.name = "Lake College";
  card.city = "Erie";
  EXPECT_THAT(card_text(card, CardVersion::v4),
              AllOf(HasSubstr("KIND:org"), HasSubstr("FN:Lake College"),
                    HasSubstr("ORG:Lake College"), HasSubstr("ADR;TYPE=work:;;;Erie;;;")));
  EXPECT_EQ(card_version_named("2.1"), std::nullopt);
  EXPECT_EQ(card_version_named("3.0"), CardVersion::v3);
}

RC_GTEST_PROP(Card, FoldsAnyTextAt75BytesBetweenCharactersAndBack, ()) {
  const auto letters = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
      "a", " ", "\xC3\xA9", "\xE6\xBC\xA2", "\xF0\x9F\x91\xA9", ",", ";", "\\", "\n"));
  Card card;
  for (const auto& letter : letters) card.note += letter;
  card.name = "X";
  const auto text = card_text(card, CardVersion::v4);
  for (const auto line : base::lines(text)) {
    RC_ASSERT(line.size() <= 75U);
    RC_ASSERT(!base::invalid_utf8(line));
  }
  std::string wanted;
  for (const auto& letter : letters)
    wanted += letter == "\n" ? "\\n" : letter.find_first_of(",;\\") == 0 ? "\\" + letter : letter;
  if (!wanted.empty())
    RC_ASSERT(unfolded(text).find("NOTE:" + wanted + "\r\n") != std::string::npos);
}

}  // namespace
}  // namespace enact::network
