// SPDX-License-Identifier: Apache-2.0
#include "made_people.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>
#include <string_view>

#include "stats/random.h"

namespace enact::bench {
namespace {

const std::vector<std::string> kColumns{"first", "last", "middle", "dob", "sex", "zip", "hs"};
enum Field { first, last, middle, dob, sex, zip, hs };
using Person = std::array<std::string, 7>;

// The n-th name of a language with eighteen consonants and five vowels; all are different.
std::string syllables(std::size_t n) {
  constexpr std::string_view kConsonants = "bcdfghjklmnprstvwz";
  constexpr std::string_view kVowels = "aeiou";
  std::string name;
  for (n += 90; n > 0; n /= kConsonants.size() * kVowels.size()) {
    name += kConsonants[n % kConsonants.size()];
    name += kVowels[n / kConsonants.size() % kVowels.size()];
  }
  return name;
}

class Maker {
 public:
  explicit Maker(std::uint64_t seed) : random_(seed, "made people") {}

  bool happens(double often) { return random_.uniform() < often; }
  const Person& any_of(const std::vector<Person>& people) {
    return people[random_.below(people.size())];
  }

  Person person() {
    const bool is_woman = happens(0.5);
    return {syllables(2 * rank(2500) + (is_woman ? 1 : 0)),
            syllables(10'000 + rank(60'000)) + std::string(1, letter()),
            happens(0.8) ? std::string(1, letter()) : std::string{},
            fmt::format("{:04}{:02}{:02}", 1998 + random_.below(8), 1 + random_.below(12),
                        1 + random_.below(28)),
            is_woman ? "f" : "m",
            fmt::format("{:05}", 501 + 11 * rank(9000)),
            fmt::format("{:06}", 10'000 + 247 * rank(4000))};
  }

  Person sibling_of(const Person& other) {
    auto person = this->person();
    for (const auto field : {last, zip, hs}) person[field] = other[field];
    return person;
  }

  // As another clerk would have written it down.
  Person again(Person person) {
    if (happens(0.05)) slip(person[first]);
    if (happens(0.03)) person[first].resize((person[first].size() + 1) / 2);
    if (happens(0.04)) slip(person[last]);
    if (person[sex] == "f" && happens(0.04)) person[last] = this->person()[last];
    if (happens(0.01)) std::swap(person[first], person[last]);
    if (happens(0.3)) person[middle].clear();
    if (happens(0.01))
      person[dob] = person[dob].substr(0, 4) + person[dob].substr(6) + person[dob].substr(4, 2);
    if (happens(0.015)) person[dob][random_.below(8)] = static_cast<char>('0' + random_.below(10));
    if (happens(0.005)) person[dob].clear();
    if (happens(0.25)) person[zip] = this->person()[zip];
    if (happens(0.05)) person[hs].clear();
    return person;
  }

 private:
  char letter() { return static_cast<char>('a' + random_.below(26)); }

  // 0 ... size-1, the lower the more often: with uniform u, size^u is about as Zipf's law has it.
  std::size_t rank(std::size_t size) {
    const double drawn = std::pow(static_cast<double>(size), random_.uniform());
    return std::min(size - 1, static_cast<std::size_t>(drawn * 20) % size);
  }

  // One letter is replaced, left out, put in, or changes places with the next.
  void slip(std::string& word) {
    if (word.size() < 3) return;
    const auto at = random_.below(word.size() - 1);
    switch (random_.below(4)) {
      case 0:
        word[at] = letter();
        return;
      case 1:
        word.erase(at, 1);
        return;
      case 2:
        word.insert(at, 1, letter());
        return;
      default:
        std::swap(word[at], word[at + 1]);
    }
  }

  stats::Random random_;
};

void add(stats::Records& records, const std::string& key, const Person& person) {
  const std::vector<std::string_view> values(person.begin(), person.end());
  if (!records.add(key, values)) throw std::logic_error("two people have one key");
}

}  // namespace

MadePeople made_people(std::size_t rows_of_each, std::uint64_t seed) {
  constexpr std::size_t kInBothOfTen = 6;
  MadePeople made{stats::Records(kColumns), stats::Records(kColumns), {}, {}};
  Maker maker(seed);
  std::vector<Person> people;
  for (std::size_t i = 0; i < rows_of_each; ++i) {
    people.push_back(maker.person());
    made.truth_a.push_back(fmt::format("a{}", i));
    add(made.a, made.truth_a.back(), people.back());
  }
  for (std::size_t i = 0; i < rows_of_each; ++i) {
    const auto key = fmt::format("b{}", i);
    const bool is_in_both = i % 10 < kInBothOfTen;
    const auto person = is_in_both            ? people[i]
                        : maker.happens(0.01) ? maker.sibling_of(maker.any_of(people))
                                              : maker.person();
    made.truth_b.push_back(is_in_both ? made.truth_a[i] : key);
    add(made.b, key, maker.again(person));
  }
  return made;
}

}  // namespace enact::bench
