// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <cmath>
#include <numbers>
#include <string>

#include "stats/comparators.h"

namespace enact::stats {
namespace {

constexpr std::size_t kYearDigits = 4, kMonthDigits = 6, kDateDigits = 8;  // yyyy, yyyymm, yyyymmdd

// The digits of a date; empty for a text that is none.
std::string date_digits(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9')
      digits += c;
    else if (c != '-')
      return {};
  }
  const bool is_date =
      digits.size() == kYearDigits || digits.size() == kMonthDigits || digits.size() == kDateDigits;
  return is_date ? digits : std::string{};
}

std::string day_and_month_swapped(const std::string& digits) {
  return digits.substr(0, kYearDigits) + digits.substr(kMonthDigits) +
         digits.substr(kYearDigits, kMonthDigits - kYearDigits);
}

bool share_start(const std::string& a, const std::string& b, std::size_t digits) {
  return a.size() >= digits && b.size() >= digits && a.compare(0, digits, b, 0, digits) == 0;
}

double radians(double degrees) {
  return degrees * std::numbers::pi / 180;
}

}  // namespace

double date_similarity(std::string_view text_a, std::string_view text_b) {
  if (text_a == text_b) return kSameDate;
  const auto a = date_digits(text_a);
  const auto b = date_digits(text_b);
  if (a.empty() || b.empty()) return 0;
  if (a == b) return kSameDate;
  if (a.size() == kDateDigits && b.size() == kDateDigits) {
    if (day_and_month_swapped(a) == b) return kDayMonthSwapped;
    if (osa_distance(a, b) == 1) return kOneDigitOff;
  }
  if (share_start(a, b, kMonthDigits)) return kSameMonth;
  return share_start(a, b, kYearDigits) ? kSameYear : 0;
}

std::optional<Place> place_of(std::string_view text) {
  Place place{};
  const char* end = text.data() + text.size();
  const auto latitude = std::from_chars(text.data(), end, place.latitude);
  if (latitude.ec != std::errc{} || latitude.ptr == end || *latitude.ptr != ',')
    return std::nullopt;
  const auto longitude = std::from_chars(latitude.ptr + 1, end, place.longitude);
  if (longitude.ec != std::errc{} || longitude.ptr != end) return std::nullopt;
  const bool on_earth = std::abs(place.latitude) <= 90 && std::abs(place.longitude) <= 180;
  return on_earth ? std::optional(place) : std::nullopt;
}

double distance_km(const Place& a, const Place& b) {
  constexpr double kEarthRadiusKm = 6371;
  const double north = std::sin(radians(b.latitude - a.latitude) / 2);
  const double east = std::sin(radians(b.longitude - a.longitude) / 2);
  const double haversine =
      north * north + std::cos(radians(a.latitude)) * std::cos(radians(b.latitude)) * east * east;
  return 2 * kEarthRadiusKm * std::asin(std::sqrt(std::min(1.0, haversine)));
}

double nearness(std::string_view a, std::string_view b) {
  constexpr double kFartherThanAny = 40000;
  const auto place_a = place_of(a);
  const auto place_b = place_of(b);
  return place_a && place_b ? -distance_km(*place_a, *place_b) : -kFartherThanAny;
}

}  // namespace enact::stats
