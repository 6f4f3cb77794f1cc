// SPDX-License-Identifier: Apache-2.0
#include "web/form.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/text.h"

namespace enact::web {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

constexpr std::string_view kUrlencoded = "application/x-www-form-urlencoded";

base::Result<Form> parsed(std::string_view body) {
  return Form::parse(kUrlencoded, body);
}

std::string part(const std::string& head, const std::string& content) {
  return "--b\r\n" + head + "\r\n\r\n" + content + "\r\n";
}

std::string text_part(const std::string& name, const std::string& content) {
  return part("Content-Disposition: form-data; name=\"" + name + "\"", content);
}

base::Result<Form> parsed_parts(const std::string& parts) {
  return Form::parse("multipart/form-data; boundary=b", parts + "--b--\r\n");
}

TEST(Form, RefusesWhatIsNoForm) {
  const auto form = Form::parse("application/json", "{}");

  ASSERT_FALSE(form);
  EXPECT_THAT(form.error().message, HasSubstr("multipart/form-data"));
}

TEST(Form, IsEmptyWhenNothingWasPosted) {
  EXPECT_TRUE(Form::parse("", ""));
  EXPECT_FALSE(Form::parse("", "a=1"));
  EXPECT_TRUE(parsed("")->fields().empty());
}

TEST(Form, KeepsTheOrderOfItsFields) {
  EXPECT_THAT(parsed("b=2&a=1&b=3")->fields(),
              ElementsAre(Pair("b", "2"), Pair("a", "1"), Pair("b", "3")));
}

TEST(Form, DecodesPlusAndPercentInNamesAndValues) {
  const auto form = parsed("full+name=Ana%20L%C3%B3pez&a%3Db=%26");

  ASSERT_TRUE(form);
  EXPECT_EQ(form->text("full name"), "Ana L\u00f3pez");
  EXPECT_EQ(form->text("a=b"), "&");
}

TEST(Form, ReadsAFieldWithoutValueAsEmpty) {
  const auto form = parsed("&agree&note=&&=x");

  ASSERT_TRUE(form);
  EXPECT_THAT(form->fields(), ElementsAre(Pair("agree", ""), Pair("note", ""), Pair("", "x")));
  EXPECT_TRUE(form->has("agree"));
  EXPECT_FALSE(form->has("absent"));
}

TEST(Form, TrimsTextAndLeavesRawAsTyped) {
  const auto form = parsed("note=+two+words%0A&note=+again+");

  ASSERT_TRUE(form);
  EXPECT_EQ(form->text("note"), "two words");
  EXPECT_EQ(form->raw("note"), " two words\n");
  EXPECT_THAT(form->all("note"), ElementsAre("two words", "again"));
  EXPECT_EQ(form->text("absent"), "");
}

TEST(Form, MakesEveryLineEndLf) {
  EXPECT_EQ(parsed("a=1%0D%0A2%0D3%0A4")->raw("a"), "1\n2\n3\n4");
  EXPECT_EQ(parsed_parts(text_part("a", "1\r\n2\r3"))->raw("a"), "1\n2\n3");
}

TEST(Form, NamesEveryFieldThatIsNotUtf8) {
  const auto form = parsed("title=ok&first=%FF&second=%C3%28&third=a%00b");

  ASSERT_FALSE(form);
  ASSERT_EQ(form.error().faults.size(), 3U);
  EXPECT_EQ(form.error().field, "first");
  EXPECT_EQ(form.error().faults[1].field, "second");
  EXPECT_EQ(form.error().faults[2].field, "third");
  EXPECT_THAT(form.error().message, HasSubstr("\"first\""));
  EXPECT_THAT(form.error().message, HasSubstr("Type it again"));
}

TEST(Form, DoesNotRepeatANameThatIsNotUtf8) {
  const auto form = parsed("%FF=1");

  ASSERT_FALSE(form);
  EXPECT_EQ(form.error().field, "");
  EXPECT_FALSE(base::invalid_utf8(form.error().message));
}

TEST(Form, HoldsAThousandFieldsAndNoMore) {
  std::string body = "a=1";
  for (std::size_t i = 1; i < Form::kMostFields; ++i) body += "&a=1";
  EXPECT_TRUE(parsed(body));
  EXPECT_FALSE(parsed(body + "&a=1"));

  std::string parts;
  for (std::size_t i = 0; i < Form::kMostFields; ++i) parts += text_part("a", "1");
  EXPECT_TRUE(parsed_parts(parts));
  EXPECT_FALSE(parsed_parts(parts + text_part("a", "1")));
}

TEST(Form, HoldsTheTextsAndFilesOfAMultipartBody) {
  const auto form =
      parsed_parts(text_part("title", "A play") +
                   part("Content-Disposition: form-data; name=\"file\"; filename=\"plays.csv\"\r\n"
                        "Content-Type: text/csv",
                        "a,b\r\n1,2\r\n"));

  ASSERT_TRUE(form);
  EXPECT_THAT(form->fields(), ElementsAre(Pair("title", "A play")));
  ASSERT_EQ(form->uploads().size(), 1U);
  EXPECT_EQ(form->uploads()[0].field, "file");
  EXPECT_EQ(form->uploads()[0].file_name, "plays.csv");
  EXPECT_EQ(form->uploads()[0].content_type, "text/csv");
  EXPECT_EQ(form->uploads()[0].content, "a,b\r\n1,2\r\n") << "a file keeps its bytes";
}

TEST(Form, TakesAnyBytesInAFile) {
  const std::string bytes("\xFF\0\r\n--\r\n", 8);
  const auto form =
      parsed_parts(part("Content-Disposition: form-data; name=\"f\"; filename=\"x\"", bytes));

  ASSERT_TRUE(form);
  EXPECT_EQ(form->uploads().at(0).content, bytes);
}

TEST(Form, LeavesOutAFileFieldWhereNothingWasChosen) {
  const auto form =
      parsed_parts(part("Content-Disposition: form-data; name=\"f\"; filename=\"\"", ""));

  ASSERT_TRUE(form);
  EXPECT_TRUE(form->uploads().empty());
}

TEST(Form, ShowsAFileNameWithoutFoldersAndControlMarks) {
  const auto name_of = [](const std::string& sent) {
    const auto form = parsed_parts(
        part("Content-Disposition: form-data; name=\"f\"; filename=\"" + sent + "\"", "x"));
    return form ? form->uploads().at(0).file_name : form.error().message;
  };

  EXPECT_EQ(name_of("C:\\Users\\ana\\plays.csv"), "plays.csv");
  EXPECT_EQ(name_of("../../etc/passwd"), "passwd");
  EXPECT_EQ(name_of("a\tb%0D%0Ac\x7F.csv"), "abc.csv");
  EXPECT_EQ(name_of("say %22hi%22.csv"), "say \"hi\".csv");
  EXPECT_EQ(name_of("say \\\"hi\\\".csv"), "say \"hi\".csv");
  EXPECT_EQ(name_of("cod\u202Etxt.exe"), "codtxt.exe") << "no turned writing direction";
  EXPECT_EQ(name_of("r\u00e9sum\u00e9.pdf"), "r\u00e9sum\u00e9.pdf");
  EXPECT_EQ(name_of("bad\xFF.csv"), "bad\uFFFD.csv");
}

RC_GTEST_PROP(Form, ReadsBackWhatWasEncoded, ()) {
  const auto text = rc::gen::container<std::string>(rc::gen::inRange('\x20', '\x7F'));
  const auto pairs = *rc::gen::container<std::vector<std::pair<std::string, std::string>>>(
      rc::gen::pair(rc::gen::nonEmpty(text), text));
  std::string body;
  for (const auto& [name, value] : pairs)
    body += (body.empty() ? "" : "&") + base::url_encode(name) + "=" + base::url_encode(value);

  const auto form = parsed(body);

  RC_ASSERT(form.has_value());
  RC_ASSERT(form->fields() == pairs);
}

RC_GTEST_PROP(Form, NeverAcceptsAMultipartBodyThatIsCutOff, ()) {
  const auto whole = text_part("a", "1") +
                     part("Content-Disposition: form-data; name=\"f\"; filename=\"x\"", "content") +
                     "--b--";
  const auto length = *rc::gen::inRange(std::size_t{0}, whole.size());

  RC_ASSERT(!Form::parse("multipart/form-data; boundary=b", whole.substr(0, length)));
}

}  // namespace
}  // namespace enact::web
