// SPDX-License-Identifier: Apache-2.0
#include "app/config.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <unistd.h>

#include <fstream>

#include "app/setting.h"

namespace enact::app {
namespace {

using Pairs = std::map<std::string, std::string>;

// A configuration file that is gone at the end of the test.
class Toml {
 public:
  explicit Toml(const std::string& text)
      : path_(std::filesystem::temp_directory_path() /
              ("enact_config_" + std::to_string(::getpid()) + ".toml")) {
    std::ofstream(path_) << text;
  }
  ~Toml() { std::filesystem::remove(path_); }
  Toml(const Toml&) = delete;
  Toml& operator=(const Toml&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

base::Result<Config> load(const std::string& toml,
                          const Pairs& environment = {},
                          const Pairs& flags = {}) {
  const Toml file(toml);
  return load_config(file.path(), ConfigFile::required, environment, flags);
}

TEST(Config, HasDefaultsWithoutAnySource) {
  const auto config = load_config("/nowhere/enact.toml", ConfigFile::optional, {}, {});
  ASSERT_TRUE(config);
  EXPECT_EQ(config->database, "enact.db");
  EXPECT_EQ(config->public_url, "http://127.0.0.1:8080");
  EXPECT_FALSE(config->is_secure());
}

TEST(Config, IsRefusedWhenItsFileWasAskedForAndIsNotThere) {
  const auto config = load_config("/nowhere/enact.toml", ConfigFile::required, {}, {});
  ASSERT_FALSE(config);
  EXPECT_EQ(config.error().faults.front().file, "/nowhere/enact.toml");
  EXPECT_EQ(config.error().message, "There is no such file.");
}

TEST(Config, TakesTheEnvironmentOverTheFileAndFlagsOverBoth) {
  const auto config =
      load("port = 1\nworkers = 2\ndatabase = 'a.db'\n[smtp]\nurl = 'smtp://a'\n",
           {{"ENACT_WORKERS", "3"}, {"ENACT_DATABASE", "b.db"}}, {{"database", "c.db"}});
  ASSERT_TRUE(config);
  EXPECT_EQ(config->port, 1);
  EXPECT_EQ(config->workers, 3);
  EXPECT_EQ(config->database, "c.db");
  EXPECT_EQ(config->smtp.url, "smtp://a");
}

TEST(Config, ReportsAllFaultsAtOnceWithTheirLines) {
  const auto config = load("databse = 'x'\nport = 'high'\nworkers = 0\n\n[smtp]\nur = 'smtp://a'\n",
                           {{"ENACT_LOG_LEVEL", "loud"}});
  ASSERT_FALSE(config);
  const auto& faults = config.error().faults;
  ASSERT_EQ(faults.size(), 5U);
  EXPECT_EQ(faults[0].message,
            "The environment variable ENACT_LOG_LEVEL should be debug, info, warning, error or "
            "off.");
  EXPECT_EQ(faults[1].line, 1);
  EXPECT_EQ(faults[1].message, "There is no setting 'databse'. Did you mean 'database'?");
  EXPECT_EQ(faults[2].line, 2);
  EXPECT_EQ(faults[2].message, "'port' should be a whole number without quotes.");
  EXPECT_EQ(faults[3].line, 3);
  EXPECT_EQ(faults[3].message, "'workers' should be between 1 and 256.");
  EXPECT_EQ(faults[4].line, 6);
  EXPECT_EQ(faults[4].message, "There is no setting 'smtp.ur'. Did you mean 'smtp.url'?");
}

TEST(Config, NamesNoNeighbourWhereNoneIsNear) {
  const auto config = load("colour_of_the_roof = 'red'\n");
  ASSERT_FALSE(config);
  EXPECT_EQ(config.error().message,
            "There is no setting 'colour_of_the_roof'. `enact serve --help` lists them all.");
}

TEST(Config, NamesTheLineThatIsNoToml) {
  const auto config = load("port = 1\nworkers = = 2\n");
  ASSERT_FALSE(config);
  EXPECT_EQ(config.error().faults.front().line, 2);
}

TEST(Config, PublicUrlIsAHostWithoutAPath) {
  for (const auto* bad : {"playbook.example.org", "ftp://x", "https://", "https://a/b",
                          "https://a?b", "https://u@a", "https://a b", "javascript:alert(1)"})
    EXPECT_FALSE(load("", {}, {{"public_url", bad}})) << bad;
  const auto config = load("", {}, {{"public_url", "https://playbook.example.org/"}});
  ASSERT_TRUE(config);
  EXPECT_EQ(config->public_url, "https://playbook.example.org");
  EXPECT_TRUE(config->is_secure());
}

TEST(Config, RefusesValuesThatCannotWork) {
  const std::vector<std::pair<std::string, std::string>> bad{{"address", "example.org"},
                                                             {"port", "0"},
                                                             {"port", "65536"},
                                                             {"port", "8080x"},
                                                             {"trusted_proxies", "nginx"},
                                                             {"smtp.url", "mail:25"},
                                                             {"smtp.url", "smtp://u:p@x"},
                                                             {"smtp.from", "a@b@c"},
                                                             {"smtp.from", "a\r\nBcc: b@c"},
                                                             {"demo", "yes please"},
                                                             {"assets", "/nowhere"}};
  for (const auto& [name, value] : bad)
    EXPECT_FALSE(load("", {}, {{name, value}})) << name << " " << value;
}

TEST(Config, ListsAreArraysInTheFileAndCommasElsewhere) {
  const auto config = load("trusted_proxies = ['10.0.0.1', '::1']\n");
  ASSERT_TRUE(config);
  EXPECT_EQ(config->trusted_proxies, (std::vector<std::string>{"10.0.0.1", "::1"}));
  const auto other = load("", {{"ENACT_TRUSTED_PROXIES", "10.0.0.1, ::1"}});
  ASSERT_TRUE(other);
  EXPECT_EQ(other->trusted_proxies, config->trusted_proxies);
}

TEST(Config, EverySettingHasAVariableAndAFlagOfItsOwn) {
  std::vector<std::string> names;
  for (const auto& setting : settings()) {
    EXPECT_FALSE(setting.help.empty());
    names.push_back(environment_name(setting.name));
    names.push_back(flag_name(setting.name));
  }
  std::sort(names.begin(), names.end());
  EXPECT_EQ(std::adjacent_find(names.begin(), names.end()), names.end());
  EXPECT_EQ(environment_name("smtp.url"), "ENACT_SMTP_URL");
  EXPECT_EQ(flag_name("public_url"), "--public-url");
}

RC_GTEST_PROP(Config, NeverFallsOverWhateverTheFileHolds, (const std::string& text)) {
  const auto config = load(text);
  if (!config) RC_ASSERT(!config.error().faults.empty());
}

}  // namespace
}  // namespace enact::app
