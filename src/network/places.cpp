// SPDX-License-Identifier: Apache-2.0
#include "network/places.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/date.h"
#include "base/text.h"

namespace enact::network {
namespace {

constexpr std::string_view kBetween = " | ";
constexpr std::string_view kEnded = "ended";  // nobody knows when

bool is_same_work(const Place& a, const Place& b) {
  return a.org == b.org && a.role == b.role;
}

// Whether both may have begun on the same day, as far as is known.
bool may_begin_alike(const Place& a, const Place& b) {
  return a.from == b.from || a.from.empty() || b.from.empty();
}

std::string since_words(const Place& place) {
  return place.from.empty() ? std::string("no day that is known")
                            : base::partial_date_words(place.from);
}

// Whether `said` begins anew after `ended`, for certain.
bool is_later(const Place& said, const Place& ended) {
  if (said.from.empty() || ended.until.empty()) return false;
  const auto both = std::min(said.from.size(), ended.until.size());
  return said.from.substr(0, both) >= ended.until.substr(0, both);
}

bool is_among(const std::vector<Place>& places, const Place& place) {
  return std::find(places.begin(), places.end(), place) != places.end();
}

// What is on record, on its way to what it will be.
class Record {
 public:
  Record(std::vector<Place> known, const std::vector<Place>& said) : places_(std::move(known)) {
    for (const auto& place : places_) is_settled_.push_back(is_among(said, place));
  }

  base::Result<void> add(const Place& said) {
    if (is_among(places_, said) || goes_on(said)) return {};
    for (std::size_t at = 0; at < is_settled_.size(); ++at) {
      const auto& each = places_[at];
      if (is_settled_[at] || !each.has_ended || !is_same_work(each, said)) continue;
      if (said.has_ended && !may_begin_alike(each, said)) continue;
      if (said.has_ended && each.until == said.until) return {};
      if (!said.has_ended && is_later(said, each)) continue;
      const auto when = each.until.empty() ? std::string("on a day that is not known")
                                           : base::partial_date_words(each.until);
      return base::invalid("places",
                           fmt::format("On record as {} until {}. A file cannot change or take "
                                       "back an end; where it began anew, say from when.",
                                       said.role, when));
    }
    for (const auto& each : places_)
      if (!said.has_ended && !each.has_ended && is_same_work(each, said))
        return base::invalid("places",
                             fmt::format("As {} since {} already, and since {} here. End the one "
                                         "before first.",
                                         said.role, since_words(each), since_words(said)));
    places_.push_back(said);
    return {};
  }

  std::vector<Place> places() && { return std::move(places_); }

 private:
  // Whether it is the work that goes on there, or its end.
  bool goes_on(const Place& said) {
    for (std::size_t at = 0; at < is_settled_.size(); ++at) {
      auto& open = places_[at];
      if (is_settled_[at] || open.has_ended || !is_same_work(open, said)) continue;
      if (!may_begin_alike(open, said)) continue;
      const auto from = open.from;
      open = said;
      if (open.from.empty()) open.from = from;
      is_settled_[at] = true;
      return true;
    }
    return false;
  }

  std::vector<Place> places_;
  std::vector<bool> is_settled_;  // of those on record: the file says what becomes of it
};

}  // namespace

Place place_of(const Affiliation& affiliation) {
  return {affiliation.org, affiliation.role, affiliation.from, affiliation.until,
          affiliation.has_ended};
}

std::string text_of(std::vector<Place> places) {
  std::sort(places.begin(), places.end());
  std::vector<std::string> lines;
  for (const auto& place : places)
    lines.push_back(fmt::format(
        "{} | {} | {} | {}", place.org, place.role, place.from,
        place.has_ended && place.until.empty() ? kEnded : std::string_view(place.until)));
  return base::join(lines, "\n");
}

std::vector<Place> places_from(std::string_view text) {
  std::vector<Place> places;
  for (const auto line : base::lines(text)) {
    // A role may hold the sign itself, organizations and dates never do.
    const auto first = line.find(kBetween), last = line.rfind(kBetween);
    if (first == line.npos || last <= first) continue;
    const auto middle = line.rfind(kBetween, last - 1);
    if (middle == line.npos || middle <= first) continue;
    Place place;
    place.org = line.substr(0, first);
    place.role = line.substr(first + kBetween.size(), middle - first - kBetween.size());
    place.from = line.substr(middle + kBetween.size(), last - middle - kBetween.size());
    place.until = line.substr(last + kBetween.size());
    place.has_ended = !place.until.empty();
    if (place.until == kEnded) place.until.clear();
    places.push_back(std::move(place));
  }
  return places;
}

base::Result<std::vector<Place>> joined(std::vector<Place> known, const std::vector<Place>& said) {
  Record record(std::move(known), said);
  for (const auto& place : said)
    if (auto added = record.add(place); !added) return tl::unexpected(added.error());
  return std::move(record).places();
}

}  // namespace enact::network
