// SPDX-License-Identifier: Apache-2.0
#include "network/person.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "network/plain_text.h"

namespace enact::network {
namespace {

using base::Fault;

constexpr std::size_t kLongestLine = 200;
constexpr std::size_t kLongestNote = 20'000;
constexpr std::string_view kDateSentence =
    "Write the date as 2021, 2021-07 or 2021-07-27, as much of it as you know.";

Fault fault(std::string field, std::string_view message) {
  return {.field = std::move(field), .message = std::string(message), .file = {}};
}

void no_longer_than(std::size_t most,
                    std::string field,
                    std::string_view text,
                    std::vector<Fault>& faults) {
  if (text.size() > most)
    faults.push_back(
        fault(std::move(field),
              fmt::format("This is longer than {} characters; say it more briefly.", most)));
}

bool looks_like_email(std::string_view text) {
  const auto at = text.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
         text.find('@', at + 1) == std::string_view::npos &&
         std::none_of(text.begin(), text.end(), [](char c) {
           return c == ' ' || c == ',' || c == ';' || c == '<' || c == '>' || c == '"';
         });
}

// Whether `a` is later than `b` in the parts that both have.
bool is_later(std::string_view a, std::string_view b) {
  const auto common = std::min(a.size(), b.size());
  return a.substr(0, common) > b.substr(0, common);
}

}  // namespace

PersonRecord tidied(PersonRecord person) {
  for (auto* line : {&person.id, &person.name, &person.email, &person.phone})
    *line = one_line(*line);
  person.note = several_lines(person.note);
  return person;
}

bool says_the_same(const PersonRecord& a, const PersonRecord& b) {
  const auto all = [](const PersonRecord& p) {
    return std::tie(p.id, p.name, p.email, p.phone, p.note, p.make_believe);
  };
  return all(a) == all(b);
}

std::vector<Fault> faults_of(const PersonRecord& person) {
  std::vector<Fault> faults;
  if (person.name.empty()) faults.push_back(fault("name", "Give the person a name."));
  if (!person.email.empty() && !looks_like_email(person.email))
    faults.push_back(fault("email", "An e-mail address looks like ana@example.org."));
  no_longer_than(kLongestLine, "name", person.name, faults);
  no_longer_than(kLongestLine, "email", person.email, faults);
  no_longer_than(kLongestLine, "phone", person.phone, faults);
  no_longer_than(kLongestNote, "note", person.note, faults);
  return faults;
}

base::Json to_json(const PersonRecord& person) {
  auto json = base::Json::object();
  json.set("name", person.name).set("email", person.email).set("phone", person.phone);
  json.set("note", person.note).set("make_believe", person.make_believe);
  return json;
}

Affiliation tidied(Affiliation affiliation) {
  for (auto* line : {&affiliation.person, &affiliation.org, &affiliation.role, &affiliation.from,
                     &affiliation.until})
    *line = one_line(*line);
  return affiliation;
}

std::vector<Fault> faults_of(const Affiliation& affiliation) {
  std::vector<Fault> faults;
  if (affiliation.org.empty()) faults.push_back(fault("org", "Say at which organization."));
  if (affiliation.role.empty())
    faults.push_back(fault("role", "Say as what, such as Program director."));
  no_longer_than(kLongestLine, "role", affiliation.role, faults);
  if (!affiliation.from.empty() && !base::is_partial_date(affiliation.from))
    faults.push_back(fault("from", kDateSentence));
  return faults;
}

std::vector<Fault> faults_of_end(const Affiliation& affiliation, base::Day today) {
  if (!base::is_partial_date(affiliation.until)) return {fault("until", kDateSentence)};
  if (is_later(affiliation.until, today.iso()))
    return {fault("until", "This day is still to come. Record the end once it is there.")};
  if (!affiliation.from.empty() && is_later(affiliation.from, affiliation.until))
    return {fault("until", fmt::format("The end cannot come before the beginning, {}.",
                                       base::partial_date_words(affiliation.from)))};
  return {};
}

base::Json to_json(const Affiliation& affiliation) {
  auto json = base::Json::object();
  json.set("person", affiliation.person).set("org", affiliation.org);
  json.set("role", affiliation.role).set("from", affiliation.from).set("until", affiliation.until);
  json.set("ended", affiliation.has_ended);
  return json;
}

std::string span_words(const Affiliation& affiliation) {
  const auto from = base::partial_date_words(affiliation.from);
  const auto until = base::partial_date_words(affiliation.until);
  if (affiliation.is_current()) return from.empty() ? "" : "since " + from;
  if (until.empty()) return from.empty() ? "formerly" : "from " + from;
  return from.empty() ? "until " + until : from + " to " + until;
}

}  // namespace enact::network
