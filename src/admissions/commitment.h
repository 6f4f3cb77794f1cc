// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/json.h"
#include "base/result.h"

namespace enact::admissions {

// How far a commitment has come. Never change the names: in the database.
enum class State { discussed, agreed, in_force, ended };
inline constexpr std::array kStates{State::discussed, State::agreed, State::in_force, State::ended};

std::string_view name_of(State state);   // "in_force"
std::string_view words_of(State state);  // "In force"
std::string_view mark_of(State state);   // the class of its mark
std::optional<State> state_named(std::string_view name);

// What an institution, or one of its offices, does for the students of programs.
struct Commitment {
  std::string id;
  std::string workspace;  // the ecosystem that agreed it
  std::string org;        // institution or office
  std::string kind;       // id of a CommitmentKind
  std::string details;    // what exactly, in words
  bool for_all = true;    // for every program of the ecosystem; else for `programs`
  std::vector<std::string> programs;
  State state = State::discussed;
  std::string state_since;  // day
  std::string evidence;     // of that state: an address, or words
  std::string reason;
  std::string review_on;  // day, or empty
  bool is_public = false;
  std::int64_t version = 0;

  // Filled by reading.
  std::string org_name;
  std::string institution;  // the college of an office, else the organization itself
  std::string institution_name;
  std::string kind_label;
  int program_count = 0;

  // Whether a visitor may see it.
  bool is_shown_to_all() const { return is_public && state == State::in_force; }
};

// Its next state, as somebody noted it.
struct Step {
  State state = State::discussed;
  std::string said_on;   // day
  std::string evidence;  // of being in force: a page, a document, or who said so in words
  std::string reason;    // of an end, or of a way back
  std::string noted_by;
  std::string noted_at;
};

Commitment tidied(Commitment commitment);
Step tidied(Step step);

// All that is wrong with what a tidied commitment says; its state is for the steps to say.
std::vector<base::Fault> faults_of(const Commitment& commitment);

// What is wrong with going from one state (nothing for a new commitment) to the step's: what is in
// force, or still as it was, needs evidence; an end or a way back needs a reason.
std::vector<base::Fault> faults_of(std::optional<State> from, const Step& step, base::Day today);

base::Json to_json(const Commitment& commitment);
base::Json to_json(const Step& step);

// "for all programs", "for 2 programs".
std::string scope_words(const Commitment& commitment);

// Whether `text` is an address on the web that a page may link to.
bool is_link(std::string_view text);

}  // namespace enact::admissions
