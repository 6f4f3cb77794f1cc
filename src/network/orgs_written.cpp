// SPDX-License-Identifier: Apache-2.0
#include "network/orgs_written.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "network/many.h"
#include "network/queries.h"

namespace enact::network {
namespace {

template <class Map>
std::vector<std::string> unknown_of(const std::vector<std::string>& asked, const Map& known) {
  std::vector<std::string> unknown;
  for (const auto& each : asked)
    if (!each.empty() && !known.contains(each)) unknown.push_back(each);
  std::sort(unknown.begin(), unknown.end());
  unknown.erase(std::unique(unknown.begin(), unknown.end()), unknown.end());
  return unknown;
}

base::Result<std::string> only_one(const std::vector<std::string>& found,
                                   const std::string& written,
                                   std::string_view what) {
  if (found.size() == 1) return found.front();
  const auto shown = base::shorten(written, 80);
  if (found.empty())
    return base::invalid("org", fmt::format("There is no organization {} \"{}\" on record. Add it "
                                            "or import the organizations first.",
                                            what, shown));
  return base::invalid("org", fmt::format("More than one organization {} \"{}\". Write the last "
                                          "part of the address of its page, such as {}.",
                                          what, shown, found.front()));
}

}  // namespace

OrgStandings standing_of(store::Reader& reader, const std::vector<std::string>& orgs) {
  OrgStandings all;
  if (orgs.empty()) return all;
  for (const auto& row : reader.all(sql::standing_of_orgs, {{"ids", json_list(orgs)}}))
    all.emplace(row.text("id"), OrgStanding{row.text("name"), row.text("workspace")});
  return all;
}

void OrgsWritten::look_up(store::Reader& reader,
                          const std::vector<std::string>& words,
                          const std::vector<std::string>& numbers) {
  std::vector<std::string> found;
  if (const auto asked = unknown_of(words, by_words_); !asked.empty()) {
    for (const auto& each : asked) by_words_[each];
    for (const auto& row : reader.all(sql::orgs_of_words, {{"words", json_list(asked)}}))
      by_words_[row.text("written")].push_back(found.emplace_back(row.text("id")));
  }
  if (const auto asked = unknown_of(numbers, by_number_); !asked.empty()) {
    for (const auto& each : asked) by_number_[each];
    for (const auto& row : reader.all(sql::orgs_of_numbers, {{"numbers", json_list(asked)}}))
      by_number_[row.text("written")].push_back(found.emplace_back(row.text("id")));
  }
  look_up_standing(reader, found);
}

void OrgsWritten::look_up_standing(store::Reader& reader, const std::vector<std::string>& orgs) {
  for (auto& [org, standing] : standing_of(reader, unknown_of(orgs, standings_)))
    standings_.emplace(org, std::move(standing));
}

// An id is meant before a name that is spelled alike.
base::Result<std::string> OrgsWritten::by_words(const std::string& words) const {
  const auto& found = by_words_.at(words);
  if (std::find(found.begin(), found.end(), words) != found.end()) return words;
  return only_one(found, words, "called");
}

base::Result<std::string> OrgsWritten::by_number(const std::string& number) const {
  return only_one(by_number_.at(number), number, "with the number");
}

const OrgStanding& OrgsWritten::standing(const std::string& org) const {
  static const OrgStanding nothing;
  const auto found = standings_.find(org);
  return found == standings_.end() ? nothing : found->second;
}

}  // namespace enact::network
