// SPDX-License-Identifier: Apache-2.0
#include "app/search.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "app/assets.h"
#include "app/search_marks.h"
#include "app/search_words.h"
#include "base/text.h"
#include "store/backup.h"
#include "support/database.h"

namespace enact::app {
namespace {

class Search : public testing::TestWithParam<support::Backend> {
 protected:
  void add(const SearchEntry& entry) {
    database_->write([&](store::Writer& writer) { index_entry(writer, entry); });
  }
  SearchAnswer ask(const SearchRequest& request) {
    return database_->read([&](store::Reader& reader) { return search(reader, request); });
  }
  std::vector<std::string> found(const std::string& words) {
    std::vector<std::string> urls;
    for (const auto& hit : ask({.words = words}).hits) urls.push_back(hit.url);
    return urls;
  }

  support::TestDatabase database_{GetParam(), {.rooms = {{"app", assets()}}}};
};

INSTANTIATE_TEST_SUITE_P(, Search, testing::ValuesIn(support::backends()), support::backend_name);

SearchEntry play(const std::string& id, const std::string& title, const std::string& body) {
  return {.kind = "play",
          .id = id,
          .url = "/plays/" + id,
          .title = title,
          .body = body,
          .audience = ""};
}

using Urls = std::vector<std::string>;

TEST_P(Search, FindsWordsInTitleAndBodyWithTitlesFirst) {
  add(play("1", "Convene the partners", "Talk about admissions and more admissions."));
  add(play("2", "Admissions as a team", "Convene them early."));
  add(play("3", "Something else", "Nothing of the kind."));
  EXPECT_EQ(found("admissions"), (Urls{"/plays/2", "/plays/1"}));
  EXPECT_EQ(found("convene admissions").size(), 2U);
  EXPECT_EQ(found("CONVENE").size(), 2U);
  EXPECT_TRUE(found("convene somewhere").empty());
}

TEST_P(Search, FindsOtherFormsOfAWordAndItsBeginnings) {
  add(play("1", "Sharing data with colleges", "It was evaluated."));
  for (const auto* words : {"share data", "college", "coll", "shar", "sharin", "evaluating",
                            "evaluatio", "data sharing", "co"})
    EXPECT_EQ(found(words), Urls{"/plays/1"}) << words;
  EXPECT_TRUE(found("coll data").empty()) << "only the last word may be cut short";
}

TEST_P(Search, FindsPhrasesOnlyAsTheyStand) {
  add(play("1", "Data sharing agreement", ""));
  add(play("2", "Sharing an agreement on data", ""));
  EXPECT_EQ(found("\"data sharing\""), Urls{"/plays/1"});
  EXPECT_EQ(found("“data sharing” agreement"), Urls{"/plays/1"});
  EXPECT_EQ(found("data sharing").size(), 2U);
}

TEST_P(Search, ForgetsTheWordsOfAnEntryThatChangedOrWent) {
  add(play("1", "Old title", "old body"));
  add(play("1", "New title", "new body"));
  EXPECT_TRUE(found("old").empty());
  EXPECT_EQ(found("new"), Urls{"/plays/1"});
  database_->write([](store::Writer& writer) { remove_entry(writer, "play", "1"); });
  EXPECT_TRUE(found("new").empty());
  database_->write([](store::Writer& writer) { remove_entry(writer, "play", "1"); });
}

TEST_P(Search, ShowsWorkspacesOnlyToTheirPeople) {
  auto ours = play("1", "Draft of ours", "");
  ours.audience = "chicago";
  add(ours);
  add(play("2", "Draft for all", ""));
  EXPECT_EQ(found("draft"), Urls{"/plays/2"});
  EXPECT_EQ(ask({.words = "draft", .audiences = {"boston"}}).total, 1);
  EXPECT_EQ(ask({.words = "draft", .audiences = {"chicago", "boston"}}).total, 2);
  EXPECT_EQ(ask({.words = "draft", .audiences = {"chic\"ago", ""}}).total, 1);
}

TEST_P(Search, KeepsToAKindAndPages) {
  for (int i = 0; i < 45; ++i)
    add(play(std::to_string(i), "Meeting", "number " + std::to_string(i)));
  auto person = play("ana", "Meeting", "");
  person.kind = "person";
  add(person);
  EXPECT_EQ(ask({.words = "meeting", .kind = "person"}).total, 1);
  const auto last = ask({.words = "meeting", .kind = "play", .page = 3});
  EXPECT_EQ(last.total, 45);
  EXPECT_EQ(last.hits.size(), 5U);
  const auto past = ask({.words = "meeting", .page = 9});
  EXPECT_EQ(past.total, 46);
  EXPECT_TRUE(past.hits.empty());
}

TEST_P(Search, CountsExactlyUpToAThousand) {
  database_->write([](store::Writer& writer) {
    for (int i = 0; i < 1001; ++i) index_entry(writer, play(std::to_string(i), "Meeting", "hello"));
  });
  auto answer = ask({.words = "hello"});
  EXPECT_EQ(answer.total, 1000);
  EXPECT_TRUE(answer.total_is_at_least);
  database_->write([](store::Writer& writer) { remove_entry(writer, "play", "7"); });
  answer = ask({.words = "hello"});
  EXPECT_EQ(answer.total, 1000);
  EXPECT_FALSE(answer.total_is_at_least);
}

TEST_P(Search, MarksWhatItFoundAndEscapesTheRest) {
  add(play("1", "Plays & <b>plans</b>", "A <script>plan</script> for \x02 Tuesday"));
  const auto hit = ask({.words = "plans"}).hits.at(0);
  EXPECT_EQ(hit.title.text(), "Plays &amp; &lt;b&gt;<mark>plans</mark>&lt;/b&gt;");
  EXPECT_NE(hit.excerpt.text().find("<mark>plan</mark>"), std::string::npos) << hit.excerpt.text();
  EXPECT_EQ(hit.excerpt.text().find("<script"), std::string::npos);
}

TEST_P(Search, NeverFailsOnWhatAPersonMayType) {
  add(play("1", "It's a C++ play: 100% (really) naïve", "emoji 😀 and post-secondary"));
  const std::string nul("a\0b", 3);
  for (const std::string& words : {std::string("\""),
                                   std::string("\"\"\""),
                                   std::string("*"),
                                   std::string("AND OR NOT"),
                                   std::string("NEAR(a b, 2)"),
                                   std::string("title : x"),
                                   std::string("' or 1=1 --"),
                                   std::string("a:* & !b | (c <-> d)"),
                                   std::string("\\"),
                                   std::string("-"),
                                   nul,
                                   std::string("\xff\xfe"),
                                   std::string("😀"),
                                   std::string("😀*"),
                                   std::string("...."),
                                   std::string("the"),
                                   std::string("the and of"),
                                   std::string(100'000, 'x'),
                                   std::string("·"),
                                   std::string("ˆ"),
                                   std::string("中文"),
                                   std::string("{a} ^b"),
                                   std::string("\"open phrase")})
    ask({.words = words, .kind = words});
  EXPECT_EQ(found("it's a c++ play"), Urls{"/plays/1"});
  EXPECT_EQ(found("naïve"), Urls{"/plays/1"});
  EXPECT_EQ(found("post-secondary"), Urls{"/plays/1"});
  EXPECT_EQ(found("100%"), Urls{"/plays/1"});
  ask({.words = "play", .page = -1, .per_page = -5});
  ask({.words = "play", .page = 2'000'000'000, .per_page = 2'000'000'000});
}

TEST_P(Search, NeverFailsOnAnyText) {
  rc::check([&](const std::string& words) { ask({.words = words, .kind = words}); });
}

TEST_P(Search, FindsTheSameAfterABackupIsRestored) {
  if (GetParam() == support::Backend::sqlite_memory) GTEST_SKIP() << "has no file to copy";
  add(play("1", "Data sharing", "agreement"));
  add(play("2", "Gone", "agreement"));
  database_->write([](store::Writer& writer) { remove_entry(writer, "play", "2"); });
  const auto file = std::filesystem::temp_directory_path() /
                    ("enact_search_" + std::to_string(::getpid()) + ".db");
  std::filesystem::remove(file);
  ASSERT_TRUE(store::backup(*database_, file));
  support::TestDatabase other(GetParam(),
                              {.rooms = {{"app", assets()}}, .schema = support::Schema::empty});
  const auto restored = store::restore(*other, file, base::Instant());
  std::filesystem::remove(file);
  ASSERT_TRUE(restored) << restored.error().message;
  const auto answer = other->read(
      [](store::Reader& reader) { return search(reader, {.words = "agreement sharing"}); });
  ASSERT_EQ(answer.total, 1);
  EXPECT_EQ(answer.hits[0].url, "/plays/1");
}

std::string shown(const std::string& typed) {
  std::string text;
  for (const auto& term : search_terms(typed))
    text += "[" + term.text + (term.is_prefix ? "*" : "") + "]";
  return text;
}

TEST(SearchWords, AreWordsAndPhrases) {
  EXPECT_EQ(shown("data sharing"), "[data][sharing*]");
  EXPECT_EQ(shown("data sharing "), "[data][sharing]");
  EXPECT_EQ(shown("\"data sharing\""), "[data sharing]");
  EXPECT_EQ(shown("say \"data shar"), "[say][data shar*]");
  EXPECT_EQ(shown("a–b… c"), "[a][b][c]");
  EXPECT_EQ(shown("x"), "[x]");
  EXPECT_EQ(shown("\"' OR *:()"), "[OR]");
}

TEST(SearchMarks, StandRoundAllFormsOfTheWords) {
  const SearchMarks marks(search_terms("sharing \"data plan\" coll"));
  EXPECT_EQ(marks.whole("Shared data, planned with colleges & shards").text(),
            "<mark>Shared</mark> <mark>data</mark>, <mark>planned</mark> with "
            "<mark>colleges</mark> &amp; shards");
}

TEST(SearchMarks, ExcerptIsWhereTheMostWordsStand) {
  const SearchMarks marks(search_terms("needle thread "));
  std::string text = "A needle first. ";
  for (int i = 0; i < 100; ++i) text += "hay ";
  const auto html = marks.excerpt(text + "needle\n and <thread> here.").text();
  EXPECT_EQ(html,
            "… hay hay hay hay hay hay <mark>needle</mark> and &lt;<mark>thread</mark>&gt; here.");
  EXPECT_TRUE(marks.excerpt(text).text().starts_with("A <mark>needle</mark> first. hay"));
  EXPECT_TRUE(marks.excerpt(text).text().ends_with("hay …"));
  EXPECT_EQ(marks.excerpt("").text(), "");
  EXPECT_EQ(marks.excerpt("?!").text(), "?!");
}

TEST(SearchMarks, NeverLoseOrAddText) {
  rc::check([](const std::string& words, const std::string& text) {
    auto html = SearchMarks(search_terms(words)).whole(text).text();
    for (const auto* mark : {"<mark>", "</mark>"}) html = base::replace_all(html, mark, "");
    RC_ASSERT(html == base::escape_html(text));
    SearchMarks(search_terms(words)).excerpt(text);
  });
}

TEST(SearchWords, HoldNothingThatADatabaseWouldRead) {
  EXPECT_EQ(fts5_words(search_terms("a\"b' c")), "\"a\" AND \"b c\"");
  EXPECT_EQ(tsquery_words(search_terms("it's co")), "'it' & 's' & 'co':*");
  EXPECT_EQ(fts5_words(search_terms("admissio")), "(\"admissio\"* OR \"admiss\"*)");
}

}  // namespace
}  // namespace enact::app
