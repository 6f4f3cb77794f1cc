// SPDX-License-Identifier: Apache-2.0
#include "web/templates.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <thread>

namespace enact::web {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// What a constructor or a call throws, in words.
template <class Work>
std::string complaint(Work work) {
  try {
    work();
  } catch (const std::exception& error) {
    return error.what();
  }
  return "none";
}

template <std::size_t N>
Templates templates_of(const std::array<base::Asset, N>& files,
                       const std::filesystem::path& folder = {}) {
  return Templates({{"room", files}}, folder);
}

TEST(Templates, NameTheFileThatDoesNotParse) {
  const std::array open{base::Asset{"pages/a.html", "{{#x}}never closed"}};
  EXPECT_THAT(complaint([&] { templates_of(open); }), HasSubstr("room/a.html cannot be read"));
  const std::array unknown{base::Asset{"pages/a.html", "{{>_none}}"}};
  EXPECT_THAT(complaint([&] { templates_of(unknown); }), HasSubstr("no partial _none"));
  const std::array cut{base::Asset{"pages/a.html", "{{>_none"}};
  EXPECT_THAT(complaint([&] { templates_of(cut); }), HasSubstr("room/a.html"));
  const std::array circle{base::Asset{"pages/a.html", "{{>_a}}"},
                          base::Asset{"pages/_a.html", "x{{>_a}}"}};
  EXPECT_THAT(complaint([&] { templates_of(circle); }), HasSubstr("includes itself"));
}

TEST(Templates, AreNotFoundUnderAnotherName) {
  const std::array files{base::Asset{"pages/a.html", "x"}, base::Asset{"pages/_part.html", "y"},
                         base::Asset{"sql/a.sql", "z"}, base::Asset{"pages/a.md", "z"}};
  const auto templates = templates_of(files);
  EXPECT_THAT(templates.names(), ElementsAre("room/a.html"));
  for (const auto* name : {"b.html", "_part.html", "a.md"})
    EXPECT_THAT(complaint([&] { templates.render("room", name, {}); }), HasSubstr("no template"));
}

TEST(Templates, EscapeTextAndTakeSafeHtmlAsItStands) {
  const std::array files{base::Asset{"pages/a.html", "<p title=\"{{t}}\">{{t}}{{{h}}}</p>"}};
  View view;
  view.set("t", "<b>\"&'").set("h", SafeHtml::made_by_us("<i>x</i>"));
  const auto html = templates_of(files).render("room", "a.html", view).text();
  EXPECT_EQ(html.find("<b>"), std::string::npos);
  EXPECT_THAT(html, HasSubstr("<i>x</i></p>"));
  EXPECT_EQ(html.find("\"\""), std::string::npos) << html;
}

TEST(Templates, DoNotReadATextOfTheViewAsATemplate) {
  const std::array files{base::Asset{"pages/a.html", "{{t}}"}};
  View view;
  view.set("t", "{{secret}}").set("secret", "s");
  EXPECT_EQ(templates_of(files).render("room", "a.html", view).text(), "{{secret}}\n");
}

TEST(Templates, TakePartialsOfEveryRoom) {
  const std::array one{base::Asset{"pages/a.html", "<{{>_part}}>"}};
  const std::array two{base::Asset{"pages/_part.html", "{{#list}}{{name}},{{/list}}\n"}};
  const Templates templates({{"one", one}, {"two", two}});
  View x, y, view;
  view.set("list", std::vector<View>{x.set("name", "x"), y.set("name", "y")});
  EXPECT_EQ(templates.render("one", "a.html", view).text(), "<x,y,>\n");
}

TEST(Templates, ComplainOfAMissingNameOnlyWhenStrict) {
  const std::array files{base::Asset{"pages/a.html", "a{{missing}}b"}};
  auto templates = templates_of(files);
  EXPECT_EQ(templates.render("room", "a.html", {}).text(), "ab\n");
  templates.be_strict();
  EXPECT_THAT(complaint([&] { templates.render("room", "a.html", {}); }),
              HasSubstr("room/a.html: the view has no \"missing\""));
}

TEST(Templates, AreReplacedByThoseOfTheOperator) {
  const auto folder = std::filesystem::temp_directory_path() / "enact_templates_test";
  std::filesystem::create_directories(folder / "room");
  std::ofstream(folder / "room" / "a.html") << "ours {{>_part}}";
  const std::array files{base::Asset{"pages/a.html", "theirs"},
                         base::Asset{"pages/_part.html", "x"}};
  EXPECT_EQ(templates_of(files, folder).render("room", "a.html", {}).text(), "ours x\n");
  std::filesystem::remove_all(folder);
}

TEST(Templates, ServeManyThreadsAtOnce) {
  const std::array files{base::Asset{"pages/a.html", "{{#l}}{{n}}{{/l}}"}};
  const auto templates = templates_of(files);
  std::array<int, 4> wrong{};
  std::vector<std::thread> threads;
  for (auto& count : wrong)
    threads.emplace_back([&templates, &count, name = std::to_string(&count - wrong.data())] {
      View item, view;
      view.set("l", std::vector<View>(50, item.set("n", name)));
      std::string expected;
      for (int i = 0; i < 50; ++i) expected += name;
      for (int i = 0; i < 200; ++i)
        if (templates.render("room", "a.html", view).text() != expected + "\n") ++count;
    });
  for (auto& thread : threads) thread.join();
  EXPECT_THAT(wrong, testing::Each(0));
}

}  // namespace
}  // namespace enact::web
