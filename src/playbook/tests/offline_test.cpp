// SPDX-License-Identifier: Apache-2.0
#include "playbook/offline.h"

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "base/id.h"
#include "base/json.h"
#include "page_world.h"
#include "playbook/offline_links.h"
#include "playbook/transfer.h"

namespace enact::playbook {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

const OfflineFiles kFiles{
    {"/", "index.html"}, {"/plays/1-1", "plays/1-1.html"}, {"/search", "search.html"}};

TEST(OfflinePage, LeadsToFilesOfTheFolderOnly) {
  EXPECT_EQ(offline_page("<a href=\"/plays/1-1#why\">x</a>", "plays/1-2.html", kFiles),
            "<a href=\"../plays/1-1.html#why\">x</a>");
  EXPECT_EQ(offline_page("<a title=\"a/b\" href=\"/\">x</a>", "index.html", kFiles),
            "<a title=\"a/b\" href=\"index.html\">x</a>");
  EXPECT_EQ(offline_page("<a href=\"/history/plays/1-1\">old <b>x</b></a>", "index.html", kFiles),
            "<span>old <b>x</b></span>");
  EXPECT_EQ(offline_page("<a href=\"https://example.org/\">x</a><a href=\"#main\">y</a>",
                         "index.html", kFiles),
            "<a href=\"https://example.org/\">x</a><a href=\"#main\">y</a>");
}

TEST(OfflinePage, HasNoFormsAndScriptsButALinkToTheSearchPage) {
  const auto page = offline_page(
      "<head><link rel=\"alternate\" href=\"/new.atom\"><script src=\"/x.js\"></script></head>"
      "<form role=\"search\" action=\"/search\"><input></form><form method=\"post\"></form>",
      "plays/1-1.html", kFiles);
  EXPECT_EQ(page, "<head></head><a href=\"../search.html\">Search</a>");
}

class OfflineTest : public PageWorld {
 protected:
  OfflineTest() : folder(fs::temp_directory_path() / ("offline_" + base::new_id())) {
    const auto pages = export_offline(program.services(), folder);
    EXPECT_TRUE(pages) << pages.error().message;
    written = pages.value_or(0);
    for (const auto& entry : fs::recursive_directory_iterator(folder))
      if (entry.is_regular_file())
        files.insert(fs::relative(entry.path(), folder).generic_string());
  }
  ~OfflineTest() override { fs::remove_all(folder); }

  std::string content(const std::string& file) {
    std::ifstream in(folder / file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
  }

  fs::path folder;
  long long written = 0;
  std::set<std::string> files;
};

TEST_F(OfflineTest, EveryLinkOfEveryPageLeadsToAFileThatIsThere) {
  static const std::regex link("(?:href|src|action)=\"([^\"#]*)(#[^\"]*)?\"");
  int links = 0;
  for (const auto& file : files) {
    if (!file.ends_with(".html")) continue;
    const auto html = content(file);
    for (std::sregex_iterator at(html.begin(), html.end(), link), end; at != end; ++at) {
      const auto target = (*at)[1].str();
      if (target.empty() || target.starts_with("https://") || target.starts_with("mailto:"))
        continue;
      const auto resolved =
          (fs::path(file).parent_path() / target).lexically_normal().generic_string();
      EXPECT_TRUE(files.contains(resolved)) << file << " leads to " << target;
      ++links;
    }
  }
  EXPECT_GT(links, 50);
}

TEST_F(OfflineTest, EveryItemHasAPageAndTheSearchIsReachedFromEach) {
  for (const auto* file :
       {"index.html", "strategies/1.html", "plays/1-1.html", "vignettes/first-list.html",
        "toolkit/short-ask.html", "definitions/pcsp.html", "search.html", "search/index.js"})
    EXPECT_TRUE(files.contains(file)) << file;
  EXPECT_EQ(written, std::count_if(files.begin(), files.end(),
                                   [](const auto& file) { return file.ends_with(".html"); }));
  EXPECT_THAT(content("plays/1-1.html"), HasSubstr("href=\"../search.html\""));
  EXPECT_THAT(content("search.html"), HasSubstr("src=\"search/search.js\""));
}

TEST_F(OfflineTest, PagesAskNobodyToSignInAndSendNoForms) {
  for (const auto& file : files) {
    if (!file.ends_with(".html")) continue;
    EXPECT_THAT(content(file), Not(HasSubstr("/sign-in"))) << file;
    EXPECT_THAT(content(file), Not(HasSubstr("<form"))) << file;
  }
}

TEST_F(OfflineTest, TheSearchIndexIsAScriptWithAnEntryForEachItem) {
  auto script = content("search/index.js");
  const std::string start = "const searchIndex = ";
  ASSERT_TRUE(script.starts_with(start));
  script = script.substr(start.size(), script.rfind(';') - start.size());
  const auto entries = base::Json::parse(script);
  ASSERT_TRUE(entries);
  std::set<std::string> urls;
  for (const auto& entry : entries->items()) urls.insert(entry["url"].text());
  EXPECT_TRUE(urls.contains("plays/1-2.html"));
  for (const auto& url : urls) EXPECT_TRUE(files.contains(url)) << url;
}

TEST_F(OfflineTest, AFolderThatCannotBeWrittenIsSaid) {
  EXPECT_FALSE(export_offline(program.services(), folder / "index.html"));
}

}  // namespace
}  // namespace enact::playbook
