// SPDX-License-Identifier: Apache-2.0
#include "network/funding.h"

#include <fmt/format.h>

#include <cmath>

#include "base/amount.h"
#include "base/text.h"
#include "network/partial_date.h"
#include "network/plain_text.h"

namespace enact::network {

base::Result<Funding> tidied(Funding funding) {
  std::vector<base::Fault> faults;
  const auto add = [&](std::string field, std::string message) {
    faults.push_back({.field = std::move(field), .message = std::move(message), .file = {}});
  };
  for (auto* line : {&funding.funder_name, &funding.amount, &funding.award, &funding.from_date,
                     &funding.until_date, &funding.source, &funding.as_of})
    *line = one_line(*line);
  if (funding.funder_name.empty()) add("funder", "Write who gives the money.");
  if (funding.funder_name.size() > 200) add("funder", "Say it in 200 characters.");
  if (funding.award.size() > 100) add("award", "Say it in 100 characters.");
  if (const auto amount = base::read_amount(funding.amount))
    funding.amount = base::words_of(*amount);
  else if (!funding.amount.empty())
    add("amount", "Write dollars as a number: 50000, about 50000, 40000 to 50000.");
  for (const auto& [field, date] :
       {std::pair{"from_date", &funding.from_date}, std::pair{"until_date", &funding.until_date},
        std::pair{"as_of", &funding.as_of}})
    if (!date->empty() && !base::is_partial_date(*date))
      add(field, "Write the date as 2021, 2021-07 or 2021-07-27.");
  const auto from = last_day_of(funding.from_date), until = last_day_of(funding.until_date);
  if (from && until && *until < *from && !funding.until_date.starts_with(funding.from_date) &&
      !funding.from_date.starts_with(funding.until_date))
    add("until_date", "It ends before it begins.");
  if (!faults.empty()) return base::invalid(std::move(faults));
  return funding;
}

bool ends_soon(const Funding& funding, base::Day today) {
  if (funding.has_ended) return false;
  const auto until = last_day_of(funding.until_date);
  if (!until || *until < today) return false;
  auto limit = today.date() + std::chrono::months(12);
  if (!limit.ok()) limit = limit.year() / limit.month() / std::chrono::last;
  return *until <= base::Day(limit);
}

std::string amount_words(const Funding& funding) {
  return funding.amount.empty() ? std::string() : funding.amount + " dollars";
}

base::Json to_json(const Funding& funding) {
  auto json = base::Json::object();
  json.set("funder", funding.funder).set("funder_name", funding.funder_name);
  json.set("amount", funding.amount).set("award", funding.award);
  json.set("from_date", funding.from_date).set("until_date", funding.until_date);
  json.set("source", funding.source).set("as_of", funding.as_of);
  return json;
}

}  // namespace enact::network
