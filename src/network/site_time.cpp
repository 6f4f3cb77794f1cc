// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "base/text.h"
#include "network/plain_text.h"
#include "network/site.h"

namespace enact::network {
namespace {

constexpr std::array<std::string_view, 7> kDays{"monday", "tuesday",  "wednesday", "thursday",
                                                "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 7> kShort{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
constexpr std::array<std::string_view, 3> kSeasons{"Summer", "School year", "All year"};

bool is_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0;
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Eats a line from its front. What does not fit stays.
class Line {
 public:
  explicit Line(std::string_view text) : rest_(base::trim(text)) {}

  std::string_view rest() const { return rest_; }

  bool take(std::string_view mark) {
    if (base::lower(rest_.substr(0, mark.size())) != mark) return false;
    rest_ = base::trim(rest_.substr(mark.size()));
    return true;
  }

  // "Mon", "tues", "Wednesdays": three letters at least, so that "T" is nobody's guess.
  std::optional<int> take_day() {
    const auto end = std::find_if_not(rest_.begin(), rest_.end(), is_letter);
    const auto length = static_cast<std::size_t>(end - rest_.begin());
    auto word = base::lower(rest_.substr(0, length));
    if (word.size() > 6 && word.ends_with("days")) word.pop_back();
    for (std::size_t day = 0; day < kDays.size() && word.size() >= 3; ++day) {
      if (!kDays[day].starts_with(word)) continue;
      rest_ = base::trim(rest_.substr(length));
      take(".");
      return static_cast<int>(day) + 1;
    }
    return std::nullopt;
  }

  void skip_spaces() { rest_ = base::trim(rest_); }

  bool take_span() { return take("-") || take("\u2013") || take("to ") || take("until "); }

  std::optional<int> take_number() {
    const auto end = std::find_if_not(rest_.begin(), rest_.end(), is_digit);
    const auto length = static_cast<std::size_t>(end - rest_.begin());
    if (length == 0 || length > 2) return std::nullopt;
    const auto number = base::to_integer(rest_.substr(0, length));
    rest_.remove_prefix(length);
    return static_cast<int>(*number);
  }

 private:
  std::string_view rest_;
};

struct Clock {
  enum class Half { unsaid, morning, afternoon };
  int hour = 0;
  int minute = 0;
  bool has_minutes = false;
  Half half = Half::unsaid;

  bool is_plain() const { return half != Half::unsaid || has_minutes || hour > 12; }
  int minutes() const {
    if (half == Half::unsaid) return hour * 60 + minute;
    return (hour % 12 + (half == Half::afternoon ? 12 : 0)) * 60 + minute;
  }
};

std::optional<Clock> take_clock(Line& line) {
  Clock clock;
  if (line.take("noon")) return Clock{12, 0, true};
  const auto hour = line.take_number();
  if (!hour) return std::nullopt;
  clock.hour = *hour;
  if (line.take(":")) {
    const auto minute = line.take_number();
    if (!minute || *minute > 59) return std::nullopt;
    clock.minute = *minute;
    clock.has_minutes = true;
  }
  line.skip_spaces();
  if (line.take("am") || line.take("a.m."))
    clock.half = Clock::Half::morning;
  else if (line.take("pm") || line.take("p.m."))
    clock.half = Clock::Half::afternoon;
  const bool is_hour =
      clock.half == Clock::Half::unsaid ? clock.hour <= 23 : clock.hour >= 1 && clock.hour <= 12;
  return is_hour ? std::optional(clock) : std::nullopt;
}

std::string kept(int minutes) {
  return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

std::string clock_words(std::string_view kept) {
  const auto hour = base::to_integer(kept.substr(0, 2)).value_or(0);
  return fmt::format("{}{} {}", hour % 12 == 0 ? 12 : hour % 12, kept.substr(2),
                     hour < 12 ? "am" : "pm");
}

base::Failure fault(std::string_view line, std::string_view why) {
  return base::invalid("times", fmt::format("\"{}\": {} Write it like: Mon, Wed 4:00 pm to 6:00 "
                                            "pm, School year.",
                                            base::shorten(line, 60), why));
}

std::vector<int> take_days(Line& line) {
  std::vector<int> days;
  while (const auto day = line.take_day()) {
    const auto last = line.take_span() ? line.take_day() : day;
    if (!last) return {};
    // From Saturday to Monday goes over the end of the week.
    for (int each = *day;; each = each % 7 + 1) {
      days.push_back(each);
      if (each == *last) break;
    }
    while (line.take(",") || line.take("/") || line.take("&") || line.take("and ")) {
    }
  }
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

std::string season_of(std::string_view text) {
  const auto words = one_line(text);
  for (const auto season : kSeasons)
    if (base::lower(season) == base::lower(words)) return std::string(season);
  return words;
}

}  // namespace

base::Result<SiteTime> read_time(std::string_view text) {
  Line line(text);
  SiteTime time;
  time.days = take_days(line);
  if (time.days.empty()) return fault(text, "It does not say on which days.");
  auto begins = take_clock(line);
  if (!begins || !line.take_span()) return fault(text, "It does not say from when until when.");
  const auto finishes = take_clock(line);
  if (!finishes) return fault(text, "It does not say from when until when.");
  // "4-6 pm": what is said once holds for both.
  if (begins->half == Clock::Half::unsaid && finishes->half != Clock::Half::unsaid &&
      begins->hour >= 1 && begins->hour <= 12) {
    begins->half = finishes->half;
    if (begins->minutes() >= finishes->minutes()) begins->half = Clock::Half::morning;
  }
  if (!begins->is_plain() || !finishes->is_plain())
    return fault(text, "It could be morning or afternoon.");
  if (begins->minutes() >= finishes->minutes()) return fault(text, "It ends before it begins.");
  time.begins = kept(begins->minutes());
  time.finishes = kept(finishes->minutes());
  line.take(",");
  time.season = season_of(line.rest());
  if (time.season.size() > 60) return fault(text, "Say the season in 60 characters.");
  return time;
}

std::string words_of(const SiteTime& time) {
  std::vector<std::string> days;
  for (const int day : time.days) days.emplace_back(kShort[static_cast<std::size_t>(day - 1)]);
  auto words = fmt::format("{} {} to {}", base::join(days, ", "), clock_words(time.begins),
                           clock_words(time.finishes));
  if (!time.season.empty()) words += ", " + time.season;
  return words;
}

}  // namespace enact::network
