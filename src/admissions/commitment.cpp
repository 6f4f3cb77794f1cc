// SPDX-License-Identifier: Apache-2.0
#include "admissions/commitment.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/plain_text.h"
#include "base/text.h"

namespace enact::admissions {
namespace {

constexpr std::size_t kMostWords = 4000;

bool is_day(const std::string& text) {
  return base::Day::parse(text).has_value();
}

}  // namespace

std::string_view name_of(State state) {
  constexpr std::string_view kNames[] = {"discussed", "agreed", "in_force", "ended"};
  return kNames[static_cast<std::size_t>(state)];
}

std::string_view words_of(State state) {
  constexpr std::string_view kWords[] = {"Discussed", "Agreed", "In force", "Ended"};
  return kWords[static_cast<std::size_t>(state)];
}

std::string_view mark_of(State state) {
  constexpr std::string_view kMarks[] = {"planned", "in-progress", "enacted", "set-aside"};
  return kMarks[static_cast<std::size_t>(state)];
}

std::optional<State> state_named(std::string_view name) {
  for (const auto state : kStates)
    if (name_of(state) == name) return state;
  return std::nullopt;
}

Commitment tidied(Commitment commitment) {
  commitment.details = base::several_lines(commitment.details);
  commitment.review_on = base::one_line(commitment.review_on);
  if (commitment.for_all) commitment.programs.clear();
  std::sort(commitment.programs.begin(), commitment.programs.end());
  commitment.programs.erase(std::unique(commitment.programs.begin(), commitment.programs.end()),
                            commitment.programs.end());
  return commitment;
}

Step tidied(Step step) {
  step.said_on = base::one_line(step.said_on);
  step.evidence = base::one_line(step.evidence);
  step.reason = base::one_line(step.reason);
  return step;
}

std::vector<base::Fault> faults_of(const Commitment& commitment) {
  std::vector<base::Fault> faults;
  if (commitment.kind.empty())
    faults.push_back({.field = "kind", .message = "Choose what they would do.", .file = {}});
  if (commitment.kind == "other" && commitment.details.empty())
    faults.push_back({.field = "details", .message = "Say in words what it is.", .file = {}});
  if (commitment.details.size() > kMostWords)
    faults.push_back({.field = "details", .message = "Say it in 4,000 characters.", .file = {}});
  if (!commitment.for_all && commitment.programs.empty())
    faults.push_back({.field = "programs",
                      .message = "Tick the programs that it is for, or all of them.",
                      .file = {}});
  if (!commitment.review_on.empty() && !is_day(commitment.review_on))
    faults.push_back({.field = "review_on", .message = "Write the day as 2027-05-14.", .file = {}});
  return faults;
}

std::vector<base::Fault> faults_of(std::optional<State> from, const Step& step, base::Day today) {
  std::vector<base::Fault> faults;
  const auto day = base::Day::parse(step.said_on);
  if (!day)
    faults.push_back({.field = "said_on", .message = "Write the day as 2026-05-14.", .file = {}});
  else if (*day > today)
    faults.push_back({.field = "said_on",
                      .message = "This day is still to come. Write when it was said.",
                      .file = {}});
  if (from == State::ended && step.state == State::ended)
    faults.push_back(
        {.field = "state", .message = "It ended already. Choose another state.", .file = {}});
  else if (from == step.state && step.evidence.empty())
    faults.push_back({.field = "evidence",
                      .message = fmt::format("Say what shows that it is still {}: the address of a "
                                             "page or document, or who said so and where.",
                                             base::lower(words_of(step.state))),
                      .file = {}});
  else if (step.state == State::in_force && step.evidence.empty())
    faults.push_back({.field = "evidence",
                      .message = "Say what shows that it is in force: the address of a page or "
                                 "document, or who said so and where.",
                      .file = {}});
  if (step.state == State::ended && step.reason.empty())
    faults.push_back({.field = "reason", .message = "Say why it ended.", .file = {}});
  if (from && step.state < *from && step.reason.empty())
    faults.push_back(
        {.field = "reason",
         .message = fmt::format("Say why it is {} again.", base::lower(words_of(step.state))),
         .file = {}});
  if (std::max(step.evidence.size(), step.reason.size()) > kMostWords)
    faults.push_back({.field = "evidence", .message = "Say it in 4,000 characters.", .file = {}});
  return faults;
}

base::Json to_json(const Commitment& commitment) {
  auto programs = base::Json::array();
  for (const auto& program : commitment.programs) programs.add(program);
  return base::Json::object()
      .set("org", commitment.org)
      .set("kind", commitment.kind)
      .set("details", commitment.details)
      .set("for_all", commitment.for_all)
      .set("programs", std::move(programs))
      .set("review_on", commitment.review_on);
}

base::Json to_json(const Step& step) {
  return base::Json::object()
      .set("state", name_of(step.state))
      .set("said_on", step.said_on)
      .set("evidence", step.evidence)
      .set("reason", step.reason);
}

std::string scope_words(const Commitment& commitment) {
  if (commitment.for_all) return "for all programs";
  return "for " + base::counted(commitment.program_count, "program", "programs");
}

bool is_link(std::string_view text) {
  return (text.starts_with("https://") || text.starts_with("http://")) &&
         text.find_first_of(" \"<>") == std::string_view::npos;
}

}  // namespace enact::admissions
