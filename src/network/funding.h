// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/json.h"
#include "base/result.h"

namespace enact::network {

// Money that an organization has from somebody. Its end is recorded; it is never removed.
struct Funding {
  std::string id;
  std::string org;
  std::string funder;       // an organization on record, or empty
  std::string funder_name;  // as it is shown
  std::string amount;       // base/amount.h, in dollars: "about 50000"
  std::string award;        // the funder's number
  std::string from_date;    // partial dates
  std::string until_date;
  std::string source;
  std::string as_of;
  std::int64_t version = 0;
  std::string noted_by;
  std::string noted_at;
  bool has_ended = false;
};

// The same as it is kept, or everything that is wrong with it. `funder_name` is what was typed.
base::Result<Funding> tidied(Funding funding);

// Whether it stops within twelve months of `today`. What is over, or has no end, does not.
bool ends_soon(const Funding& funding, base::Day today);

// "50000 dollars", "about 50000 dollars"; empty where it is not known.
std::string amount_words(const Funding& funding);

base::Json to_json(const Funding& funding);

}  // namespace enact::network
