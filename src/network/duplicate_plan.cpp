// SPDX-License-Identifier: Apache-2.0
#include "network/duplicate_plan.h"

#include <algorithm>

#include "base/text.h"
#include "network/folding.h"
#include "stats/comparators.h"
#include "stats/institutions.h"

namespace enact::network {
namespace {

using stats::BlockingKey;
using stats::BlockingRule;
using stats::kEqual;
using stats::LinkagePlan;
using stats::TermFrequency;
using Words = std::vector<std::string>;

// In a table of this size every pair is looked at.
constexpr std::size_t kFew = 600;

const stats::Abbreviations& abbreviations() {
  static const stats::Abbreviations table({{"univ", "university"},
                                           {"u", "university"},
                                           {"dept", "department"},
                                           {"ctr", "center"},
                                           {"centre", "center"},
                                           {"inst", "institute"},
                                           {"hs", "high school"},
                                           {"sch", "school"},
                                           {"elem", "elementary"},
                                           {"acad", "academy"},
                                           {"assn", "association"},
                                           {"assoc", "association"},
                                           {"natl", "national"},
                                           {"intl", "international"},
                                           {"prog", "program"},
                                           {"programme", "program"},
                                           {"programs", "program"},
                                           {"sci", "science"},
                                           {"sciences", "science"},
                                           {"tech", "technology"},
                                           {"lab", "laboratory"},
                                           {"labs", "laboratory"},
                                           {"mt", "mount"},
                                           {"ft", "fort"},
                                           {"st", "saint"},
                                           {"st", "street"},
                                           {"co", "county"},
                                           {"comm", "community"},
                                           {"museums", "museum"},
                                           {"and", ""},
                                           {"the", ""},
                                           {"of", ""},
                                           {"for", ""},
                                           {"at", ""},
                                           {"in", ""},
                                           {"inc", ""},
                                           {"llc", ""}});
  return table;
}

// Words that so many names have that sharing one says little.
bool is_common(std::string_view word) {
  static const Words common{"academy",    "association", "center",     "charter",    "college",
                            "community",  "county",      "department", "district",   "education",
                            "elementary", "foundation",  "high",       "institute",  "laboratory",
                            "learning",   "middle",      "museum",     "national",   "program",
                            "public",     "school",      "schools",    "science",    "state",
                            "stem",       "summer",      "technology", "university", "youth"};
  return std::find(common.begin(), common.end(), word) != common.end();
}

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char c : text)
    if (c >= '0' && c <= '9') digits += c;
  return digits;
}

// Ten digits, whatever stands between them and whether the country is named.
std::string phone_of(std::string_view text) {
  const auto digits = digits_of(text);
  return digits.size() >= 10 ? digits.substr(digits.size() - 10) : std::string();
}

// Host and path, without what two people write differently.
std::string web_of(std::string_view url) {
  auto text = base::lower(base::trim(url));
  for (const std::string_view start : {"https://", "http://", "www."})
    if (text.starts_with(start)) text.erase(0, start.size());
  while (!text.empty() && text.back() == '/') text.pop_back();
  return text;
}

double web_likeness(std::string_view a, std::string_view b) {
  return a.substr(0, a.find('/')) == b.substr(0, b.find('/')) ? 1 : 0;
}

double name_likeness(std::string_view a, std::string_view b) {
  return stats::token_dice(a, b, abbreviations());
}

std::string joined(const Words& words) {
  return base::join(words, " ");
}

// The words of a name in one order, written out.
Words plain_words(std::string_view name) {
  const auto readings = abbreviations().readings(folded(name));
  return readings.empty() ? Words{} : readings.front();
}

// The two words that tell most: long and not in every name.
Words telling(Words words) {
  std::stable_sort(words.begin(), words.end(), [](const auto& a, const auto& b) {
    return std::tuple(is_common(a), b.size(), a) < std::tuple(is_common(b), a.size(), b);
  });
  words.resize(std::min<std::size_t>(words.size(), 2));
  return words;
}

bool is_title(std::string_view word) {
  static const Words titles{"dr", "mr", "mrs", "ms", "prof", "jr", "sr", "ii", "iii", "phd", "md"};
  return std::find(titles.begin(), titles.end(), word) != titles.end();
}

double shares_a_word(std::string_view a, std::string_view b) {
  for (const auto word : base::split(a, ' '))
    for (const auto other : base::split(b, ' '))
      if (word == other) return 1;
  return 0;
}

LinkagePlan org_plan() {
  LinkagePlan plan;
  plan.comparisons = {{.column = "name",
                       .similarity = name_likeness,
                       .levels = {{"same name", 1}, {"similar name", 0.7}},
                       .otherwise = "other name",
                       .term_frequency = TermFrequency::adjusted,
                       .guess = {0.6, 0.3, 0.1}},
                      {.column = "web",
                       .similarity = web_likeness,
                       .levels = {{"same web address", kEqual}, {"same web site", 1}},
                       .otherwise = "other web address",
                       .guess = {0.75, 0.15, 0.1}},
                      {.column = "email",
                       .similarity = stats::exact,
                       .levels = {{"same e-mail address", kEqual}},
                       .otherwise = "other e-mail address",
                       .guess = {0.7, 0.3}},
                      {.column = "phone",
                       .similarity = stats::exact,
                       .levels = {{"same telephone", kEqual}},
                       .otherwise = "other telephone",
                       .guess = {0.7, 0.3}},
                      {.column = "city",
                       .similarity = stats::jaro_winkler,
                       .levels = {{"same city", kEqual}, {"similar city", 0.9}},
                       .otherwise = "other city",
                       .guess = {0.85, 0.05, 0.1}},
                      {.column = "ipeds",
                       .similarity = stats::exact,
                       .levels = {{"same IPEDS number", kEqual}},
                       .otherwise = "other IPEDS number",
                       .guess = {0.98, 0.02}},
                      {.column = "kind",
                       .similarity = stats::exact,
                       .levels = {{"", kEqual}},
                       .otherwise = "other kind",
                       .guess = {0.85, 0.15}}};
  const auto whole = [](const char* column) { return BlockingKey::whole(column); };
  plan.rules = {{{whole("words")}},
                {{whole("web")}},
                {{whole("email")}},
                {{whole("phone")}},
                {{whole("ipeds")}},
                {{whole("telling")}},
                {{whole("zip"), whole("first_telling")}},
                {{whole("city"), whole("first_telling")}}};
  plan.training_rules = {plan.rules.begin(), plan.rules.begin() + 6};
  return plan;
}

LinkagePlan person_plan() {
  LinkagePlan plan;
  plan.comparisons = {{.column = "last",
                       .similarity = stats::jaro_winkler,
                       .levels = {{"same last name", kEqual}, {"similar last name", 0.9}},
                       .otherwise = "other last name",
                       .term_frequency = TermFrequency::adjusted,
                       .guess = {0.85, 0.1, 0.05}},
                      {.column = "first",
                       .similarity = stats::jaro_winkler,
                       .levels = {{"same first name", kEqual}, {"similar first name", 0.85}},
                       .otherwise = "other first name",
                       .term_frequency = TermFrequency::adjusted,
                       .guess = {0.75, 0.15, 0.1}},
                      {.column = "email",
                       .similarity = stats::exact,
                       .levels = {{"same e-mail address", kEqual}},
                       .otherwise = "other e-mail address",
                       .guess = {0.7, 0.3}},
                      {.column = "phone",
                       .similarity = stats::exact,
                       .levels = {{"same telephone", kEqual}},
                       .otherwise = "other telephone",
                       .guess = {0.7, 0.3}},
                      {.column = "orgs",
                       .similarity = shares_a_word,
                       .levels = {{"same organization", 1}},
                       .otherwise = "other organizations",
                       .guess = {0.75, 0.25}}};
  const auto whole = [](const char* column) { return BlockingKey::whole(column); };
  plan.rules = {{{whole("email")}},
                {{whole("phone")}},
                {{whole("words")}},
                {{BlockingKey::sound("last"), BlockingKey::first(3, "first")}},
                {{whole("last"), whole("orgs")}}};
  plan.training_rules = {plan.rules.begin(), plan.rules.begin() + 4};
  return plan;
}

}  // namespace

LinkagePlan duplicate_plan(Thing thing, std::size_t records) {
  auto plan = thing == Thing::person ? person_plan() : org_plan();
  if (records <= kFew) {
    plan.rules = {BlockingRule{}};
    plan.training_rules.clear();
  }
  plan.belief = 20;
  plan.least_probability = 0.5;
  return plan;
}

const std::vector<std::string>& duplicate_columns(Thing thing) {
  static const Words org{"name", "web",   "email",   "phone",         "city", "ipeds",
                         "kind", "words", "telling", "first_telling", "zip"};
  static const Words person{"last", "first", "email", "phone", "orgs", "words"};
  return thing == Thing::person ? person : org;
}

std::vector<std::string> traits_of(const OrgTraits& org) {
  const auto words = plain_words(org.name);
  const auto most = telling(words);
  return {folded(org.name),
          web_of(org.url),
          base::lower(base::trim(org.email)),
          phone_of(org.phone),
          folded(org.city),
          org.ipeds,
          org.kind,
          joined(words),
          most.size() == 2 ? joined(most) : std::string(),
          most.empty() ? std::string() : most.front(),
          digits_of(org.zip).substr(0, 5)};
}

std::vector<std::string> traits_of(const PersonTraits& person) {
  auto words = words_in(person.name);
  std::erase_if(words, [](const auto& word) { return is_title(word); });
  // "Duarte, Ana" as it stands in many lists.
  if (words.size() > 1 && person.name.find(',') != std::string::npos &&
      base::split(person.name, ',').size() == 2)
    std::rotate(words.begin(), words.begin() + 1, words.end());
  auto sorted = words;
  std::sort(sorted.begin(), sorted.end());
  return {words.empty() ? std::string() : words.back(),
          words.size() < 2 ? std::string() : words.front(),
          base::lower(base::trim(person.email)),
          phone_of(person.phone),
          joined(person.orgs),
          joined(sorted)};
}

}  // namespace enact::network
