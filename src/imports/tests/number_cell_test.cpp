// SPDX-License-Identifier: Apache-2.0
#include "imports/number_cell.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace enact::imports {
namespace {

using testing::HasSubstr;

constexpr const char* kQualifiers[] = {"exactly", "about",     "at least", "more than",
                                       "at most", "less than", "between"};
constexpr const char* kUnits[] = {"", "$", "%"};

std::string read(std::string_view cell, NumberStyle style = NumberStyle::point) {
  const auto amount = read_amount(cell, style);
  if (!amount) return amount.error().message;
  const auto& value = amount->value;
  auto text = fmt::format("{} {}", kQualifiers[int(value.qualifier)], value.number);
  if (value.upper != value.number) text += fmt::format("..{}", value.upper);
  return text + kUnits[int(value.unit)];
}

TEST(Amount, IsReadAsPeopleWriteIt) {
  const std::pair<const char*, const char*> cells[] = {
      {"1200", "exactly 1200"},
      {" 1", "exactly 1"},
      {"-2", "exactly -2"},
      {"1,200.50", "exactly 1200.5"},
      {"$29,682 ", "exactly 29682$"},
      {"6.40%", "exactly 6.4%"},
      {"(500)", "exactly -500"},
      {"-$1.5 million", "exactly -1500000$"},
      {".5", "exactly 0.5"},
      {"25k", "exactly 25000"},
      {"about 300", "about 300"},
      {"~300", "about 300"},
      {"at least 8", "at least 8"},
      {"8+", "at least 8"},
      {"$50 or Less", "at most 50$"},
      {"More Than $50", "more than 50$"},
      {"up to 1,000", "at most 1000"},
      {"<5", "less than 5"},
      {"100-120", "between 100..120"},
      {"100 to 120", "between 100..120"},
      {"$1,000 – $2,000", "between 1000..2000$"},
      {"between 5 and 10", "between 5..10"},
      {"-5 to 5", "between -5..5"},
  };
  for (const auto& [cell, expected] : cells) EXPECT_EQ(read(cell), expected) << cell;
}

TEST(Amount, IsReadInTheStyleThatIsStated) {
  EXPECT_EQ(read("1.200,50", NumberStyle::comma), "exactly 1200.5");
  EXPECT_EQ(read("1.200", NumberStyle::comma), "exactly 1200");
  EXPECT_EQ(read("1.200"), "exactly 1.2");
  EXPECT_THAT(read("1.200,50"), HasSubstr("the other way round"));
  EXPECT_THAT(read("12,50"), HasSubstr("the other way round"));
}

TEST(Amount, IsRefusedRatherThanGuessed) {
  for (const auto* cell :
       {"",        "many", "1,20,000", "1 200", "12a",   "--5",      "5-",
        "120-100", "$",    "%",        "$5%",   "1.2.3", "1,,000",   "at least 5 or less",
        "5-6-7",   "1e9",  "NULL",     "Free",  "0x10",  "$5 to 6%", "1;2",
        "inf",     "nan"})
    EXPECT_FALSE(read_amount(cell)) << cell << " -> " << read(cell);
}

TEST(Count, IsAWholeNumberFromZeroOn) {
  EXPECT_EQ(read_count("1,200").value().value, 1200);
  EXPECT_EQ(read_count("10017.0").value().value, 10017);
  for (const auto* cell : {"-2", "1.5", "8+", "$5", "about 3", "5%", "99999999999999999999"})
    EXPECT_FALSE(read_count(cell)) << cell;
}

RC_GTEST_PROP(Amount, IsWhatWasWritten, ()) {
  const auto cents = *rc::gen::inRange<std::int64_t>(-1'000'000'000, 1'000'000'000);
  const auto text =
      fmt::format("{}{}.{:02}", cents < 0 ? "-" : "", std::abs(cents) / 100, std::abs(cents) % 100);
  const auto amount = read_amount(text);
  RC_ASSERT(amount.has_value());
  RC_ASSERT(std::abs(amount->value.number * 100 - double(cents)) < 0.001);
}

}  // namespace
}  // namespace enact::imports
