// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace enact::stats {

// What words of names stand for, as data: {"univ", "university"}, {"cmu", "carnegie mellon
// university"}. A short form that is given twice may stand for either ({"st", "saint"}, {"st",
// "street"}); one that stands for "" is left out ({"the", ""}).
class Abbreviations {
 public:
  Abbreviations() = default;
  explicit Abbreviations(const std::vector<std::pair<std::string, std::string>>& table);

  // Every way to read a name: its words in lower case (ASCII), without punctuation and written out,
  // sorted. "St. Mary's Univ" is {marys saint university} or {marys street university}. Words that
  // leave more than 16 ways are read in the first way only.
  std::vector<std::vector<std::string>> readings(std::string_view name) const;

 private:
  using Words = std::vector<std::string>;
  std::unordered_map<std::string, std::vector<Words>> meanings_;
};

// Twice the words that two names share, over all words of both: 1 when they are the same words in
// any order. Of several readings the pair that agrees best counts.
double token_dice(std::string_view a, std::string_view b, const Abbreviations& abbreviations = {});

}  // namespace enact::stats
