// SPDX-License-Identifier: Apache-2.0
#include "programs/matching.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "base/text.h"

namespace enact::programs {
namespace {

constexpr int kSameKind = 40;
constexpr int kSharedWord = 10;
constexpr int kMostWords = 3;  // that earn points
constexpr int kSameCity = 20;
constexpr int kSameState = 10;
constexpr int kFreeThen = 15;
constexpr int kEnough = 10;
constexpr int kConfirmed = 5;
constexpr int kOtherState = -10;
constexpr int kTooLittle = -15;
constexpr int kPromisedToOthers = -10;
constexpr std::chrono::days kFresh{365};
constexpr std::size_t kShortestWord = 4;

// Words that say nothing about what is meant.
constexpr std::array kPlain{
    "with",     "that",    "this",     "from",    "have",    "need",   "needs", "some",  "more",
    "over",     "each",    "week",     "weeks",   "month",   "months", "year",  "years", "hour",
    "hours",    "people",  "students", "student", "program", "their",  "them",  "they",  "three",
    "four",     "five",    "could",    "would",   "about",   "once",   "when",  "also",  "free",
    "somebody", "someone", "help",     "after",   "before"};

std::set<std::string> words_in(std::string_view text) {
  std::set<std::string> words;
  std::string word;
  const auto close = [&] {
    const bool is_plain = std::find(kPlain.begin(), kPlain.end(), word) != kPlain.end();
    // "labs" and "lab" are one word, as far as this needs to know.
    if (word.size() > kShortestWord && word.back() == 's') word.pop_back();
    if (word.size() >= kShortestWord && !is_plain) words.insert(word);
    word.clear();
  };
  for (const char c : base::lower(text)) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
    if (is_letter)
      word += c;
    else
      close();
  }
  close();
  return words;
}

using Words = std::set<std::string>;

std::vector<std::string> shared_words(const Words& wanted, const Offered& offered) {
  const auto words = words_in(offered.what);
  std::vector<std::string> shared;
  std::set_intersection(wanted.begin(), wanted.end(), words.begin(), words.end(),
                        std::back_inserter(shared));
  return shared;
}

bool is_same(std::string_view a, std::string_view b) {
  return !a.empty() && base::lower(base::trim(a)) == base::lower(base::trim(b));
}

void look_at_words(bool is_same_kind, std::vector<std::string> shared, Fit& fit) {
  if (is_same_kind) {
    fit.points += kSameKind;
    fit.reasons.emplace_back("same kind");
  }
  if (shared.empty()) return;
  if (shared.size() > kMostWords) shared.resize(kMostWords);
  fit.points += static_cast<int>(shared.size()) * kSharedWord;
  fit.reasons.push_back(fmt::format("both say “{}”", base::join(shared, "”, “")));
}

void look_at_place(const Wanted& wanted, const Offered& offered, Fit& fit) {
  if (!is_tied_to_a_place(offered.kind)) return;
  const auto& [state, city] = offered.place;
  const bool is_other_state =
      !wanted.place.state.empty() && !state.empty() && !is_same(state, wanted.place.state);
  if (!is_other_state && is_same(city, wanted.place.city)) {
    fit.points += kSameCity;
    fit.reasons.push_back("in the same city, " + city);
  } else if (is_other_state) {
    fit.points += kOtherState;
    fit.doubts.push_back("in another state, " + state);
  } else if (is_same(state, wanted.place.state)) {
    fit.points += kSameState;
    fit.reasons.push_back(city.empty() ? "in the same state" : "in the same state, in " + city);
  } else if (state.empty() && city.empty()) {
    fit.doubts.emplace_back("where it is was not said");
  }
}

// "in March 2027" where that says it, else from when until when.
std::string span_words(const Wanted& wanted) {
  const auto month = [](base::Day day) { return base::partial_date_words(day.iso().substr(0, 7)); };
  if (wanted.from && wanted.by && month(*wanted.from) == month(*wanted.by))
    return "in " + month(*wanted.by);
  if (wanted.from && wanted.by)
    return fmt::format("from {} to {}", wanted.from->words(), wanted.by->words());
  if (wanted.by) return "by " + wanted.by->words();
  return "from " + wanted.from->words();
}

void look_at_time(const Wanted& wanted, const Offered& offered, base::Day today, Fit& fit) {
  const auto earliest = wanted.from ? std::max(*wanted.from, today) : today;
  if (offered.until && *offered.until < earliest)
    fit.obstacle = "it was offered until " + offered.until->words();
  else if (offered.from && wanted.by && *offered.from > *wanted.by)
    fit.obstacle = "it is free only from " + offered.from->words();
  else if (!wanted.from && !wanted.by)
    return;  // any time will do
  else if (!offered.from && !offered.until)
    fit.doubts.emplace_back("when it is free was not said");
  else if (wanted.by && offered.until && *offered.until < *wanted.by && wanted.from)
    fit.doubts.push_back("free only until " + offered.until->words());
  else if (wanted.from && offered.from && *offered.from > *wanted.from)
    fit.doubts.push_back("free only from " + offered.from->words());
  else {
    fit.points += kFreeThen;
    fit.reasons.push_back("free " + span_words(wanted));
  }
}

void look_at_amount(const Wanted& wanted, const Offered& offered, Fit& fit) {
  const auto left = left_of(offered);
  if (left && *left <= 0) {
    fit.obstacle = offered.capacity == 1 ? "it is promised to somebody else"
                                         : fmt::format("all {} are promised", offered.capacity);
    return;
  }
  if (left && *left < wanted.amount) {
    fit.points += kTooLittle;
    fit.doubts.push_back(fmt::format("{} of the {} that are needed", *left, wanted.amount));
    return;
  }
  if (offered.promises == 0) {
    fit.points += kEnough;
    fit.reasons.emplace_back("not promised to anybody else");
  } else if (left) {
    fit.points += kEnough;
    fit.reasons.push_back(fmt::format("{} of {} not promised yet", *left, offered.capacity));
  } else {
    fit.points += kPromisedToOthers;
    fit.doubts.push_back("promised to " + base::counted(offered.promises, "other", "others") +
                         " too");
  }
}

void look_at_age(const Offered& offered, base::Day today, Fit& fit) {
  if (!offered.confirmed_on) {
    fit.doubts.emplace_back("never confirmed");
  } else if (*offered.confirmed_on + kFresh < today) {
    fit.doubts.push_back("last confirmed " + base::relative_words(*offered.confirmed_on, today));
  } else {
    fit.points += kConfirmed;
    fit.reasons.push_back("confirmed " + base::relative_words(*offered.confirmed_on, today));
  }
}

Fit fit_of(const Wanted& wanted,
           const Offered& offered,
           std::vector<std::string> shared,
           base::Day today) {
  Fit fit{.id = offered.id};
  look_at_words(wanted.kind == offered.kind, std::move(shared), fit);
  look_at_place(wanted, offered, fit);
  look_at_time(wanted, offered, today, fit);
  if (fit.is_possible()) look_at_amount(wanted, offered, fit);
  look_at_age(offered, today, fit);
  return fit;
}

}  // namespace

std::string Fit::words() const {
  auto all = reasons;
  for (const auto& doubt : doubts) all.push_back("but " + doubt);
  return base::join(all, ", ");
}

std::optional<int> left_of(const Offered& offered) {
  if (offered.capacity == 0) return std::nullopt;
  return std::max(0, offered.capacity - offered.promised);
}

Fit fit(const Wanted& wanted, const Offered& offered, base::Day today) {
  return fit_of(wanted, offered, shared_words(words_in(wanted.what), offered), today);
}

std::vector<Fit> fits(const Wanted& wanted, const std::vector<Offered>& all, base::Day today) {
  const auto words = words_in(wanted.what);
  std::vector<Fit> found;
  for (const auto& offered : all) {
    auto shared = shared_words(words, offered);
    const bool is_open = wanted.kind == Kind::other || offered.kind == Kind::other;
    if (wanted.kind == offered.kind || (is_open && !shared.empty()))
      found.push_back(fit_of(wanted, offered, std::move(shared), today));
  }
  std::sort(found.begin(), found.end(), [](const Fit& a, const Fit& b) {
    return std::tuple(!a.is_possible(), -a.points, a.id) <
           std::tuple(!b.is_possible(), -b.points, b.id);
  });
  return found;
}

}  // namespace enact::programs
