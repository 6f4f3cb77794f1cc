// SPDX-License-Identifier: Apache-2.0
#include "admissions/pasted.h"

#include <algorithm>
#include <set>

#include "base/plain_text.h"
#include "base/text.h"

namespace enact::admissions {
namespace {

constexpr std::string_view kAround = " \t,;<>\"'()";

std::string_view stripped(std::string_view text) {
  const auto first = text.find_first_not_of(kAround);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kAround) - first + 1);
}

PastedLine line_from(std::string_view text, int number) {
  PastedLine line{.number = number, .name = {}, .email = {}};
  const auto at = text.find('@');
  if (at == std::string_view::npos) {
    line.name = base::one_line(stripped(text));
    return line;
  }
  const auto before = text.find_last_of(kAround, at);
  const auto first = before == std::string_view::npos ? 0 : before + 1;
  const auto last = std::min(text.find_first_of(kAround, at), text.size());
  line.email = base::one_line(base::lower(text.substr(first, last - first)));
  const auto name = stripped(text.substr(0, first));
  line.name = base::one_line(name.empty() ? stripped(text.substr(last)) : name);
  if (line.name.empty()) line.name = line.email;
  return line;
}

}  // namespace

std::vector<PastedLine> read_lines(std::string_view text) {
  std::vector<PastedLine> lines;
  std::set<std::string> seen;
  int number = 0;
  for (const auto raw : base::lines(text)) {
    ++number;
    auto line = line_from(raw, number);
    if (line.name.empty()) continue;
    const auto key = line.email.empty() ? "name:" + base::lower(line.name) : line.email;
    if (seen.insert(key).second) lines.push_back(std::move(line));
  }
  return lines;
}

KnownPeople::KnownPeople(std::vector<network::Person> people) : people_(std::move(people)) {
  for (std::size_t i = 0; i < people_.size(); ++i) {
    if (!people_[i].email.empty()) by_email_.emplace_back(base::lower(people_[i].email), i);
    by_name_.emplace_back(base::lower(people_[i].name), i);
  }
  std::sort(by_email_.begin(), by_email_.end());
  std::sort(by_name_.begin(), by_name_.end());
}

std::vector<std::size_t> KnownPeople::all_of(const Index& index, std::string_view key) {
  std::vector<std::size_t> found;
  auto at = std::lower_bound(index.begin(), index.end(), key,
                             [](const auto& entry, std::string_view k) { return entry.first < k; });
  for (; at != index.end() && at->first == key; ++at) found.push_back(at->second);
  return found;
}

const network::Person* KnownPeople::find(std::string_view id) const {
  const auto found = std::find_if(people_.begin(), people_.end(),
                                  [&](const network::Person& p) { return p.id == id; });
  return found != people_.end() ? &*found : nullptr;
}

Match KnownPeople::match(const PastedLine& line) const {
  if (!line.email.empty()) {
    auto people = all_of(by_email_, line.email);
    if (!people.empty()) {
      const bool is_plain = people.size() == 1;
      return {.people = std::move(people), .is_plain = is_plain};
    }
  }
  auto people = all_of(by_name_, base::lower(line.name));
  const bool is_plain =
      people.size() == 1 && (line.email.empty() || people_[people.front()].email.empty());
  return {.people = std::move(people), .is_plain = is_plain};
}

}  // namespace enact::admissions
