// SPDX-License-Identifier: Apache-2.0
#include "stats/institutions.h"

#include <algorithm>
#include <iterator>
#include <span>

namespace enact::stats {
namespace {

constexpr std::size_t kMostReadings = 16;

// "St. Mary's-Univ" -> st marys univ. A full stop or apostrophe joins ("U.S."), all else separates.
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words(1);
  for (const char c : name) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
    if (c >= 'A' && c <= 'Z')
      words.back() += static_cast<char>(c - 'A' + 'a');
    else if (is_letter)
      words.back() += c;
    else if (c != '.' && c != '\'' && !words.back().empty())
      words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

double dice(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() && b.empty()) return 1;
  std::vector<std::string> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return 2.0 * static_cast<double>(both.size()) / static_cast<double>(a.size() + b.size());
}

}  // namespace

Abbreviations::Abbreviations(const std::vector<std::pair<std::string, std::string>>& table) {
  for (const auto& [shorter, longer] : table)
    for (const auto& word : words_of(shorter)) meanings_[word].push_back(words_of(longer));
}

std::vector<std::vector<std::string>> Abbreviations::readings(std::string_view name) const {
  std::vector<Words> all(1);
  for (const auto& word : words_of(name)) {
    const auto known = meanings_.find(word);
    const auto meanings = known == meanings_.end() ? std::vector<Words>{{word}} : known->second;
    const bool too_many = all.size() * meanings.size() > kMostReadings;
    std::vector<Words> longer;
    for (const auto& meaning : std::span(meanings).first(too_many ? 1 : meanings.size()))
      for (auto reading : all) {
        reading.insert(reading.end(), meaning.begin(), meaning.end());
        longer.push_back(std::move(reading));
      }
    all = std::move(longer);
  }
  for (auto& reading : all) std::sort(reading.begin(), reading.end());
  return all;
}

double token_dice(std::string_view a, std::string_view b, const Abbreviations& abbreviations) {
  const auto readings_b = abbreviations.readings(b);
  double best = 0;
  for (const auto& reading_a : abbreviations.readings(a))
    for (const auto& reading_b : readings_b) best = std::max(best, dice(reading_a, reading_b));
  return best;
}

}  // namespace enact::stats
