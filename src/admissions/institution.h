// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "identity/audit.h"
#include "store/database.h"

// What is known of an institution beside its commitments: its offices, the programs that it houses,
// how it reads applications, and what an ecosystem means to do next there.
namespace enact::admissions {

struct Contact {
  std::string person;
  std::string name;
  std::string role;
};

// The institution itself, an admissions office or a department.
struct Office {
  std::string id;
  std::string name;
  std::string kind_label;
  std::string priorities;  // "a; b"
  std::vector<Contact> contacts;
};

// The institution first, then admissions offices, then departments. Contacts are personal data:
// only for those who take part.
enum class Contacts { hidden, shown };
std::vector<Office> offices_of(store::Reader& reader, std::string_view org, Contacts contacts);

struct Program {
  std::string id;
  std::string name;
};

// Programs that are part of the institution, or that it is noted to house as `viewer` may see it.
std::vector<Program> programs_housed(store::Reader& reader,
                                     std::string_view org,
                                     std::string_view workspace,
                                     std::string_view viewer);
std::vector<Program> programs_in(store::Reader& reader, std::string_view workspace);

// What a note says something about. Never change the names: in the database.
enum class Topic { reading, deadlines, who_decides, other };
inline constexpr std::array kTopics{Topic::reading, Topic::deadlines, Topic::who_decides,
                                    Topic::other};
std::string_view name_of(Topic topic);
std::string_view words_of(Topic topic);  // "How it reads STEM experience"
std::optional<Topic> topic_named(std::string_view name);

// How an office works, as of a day. One that is no longer so stays, and says since when.
struct ProcessNote {
  std::string id;
  std::string workspace;
  std::string org;
  std::string org_name;
  Topic topic = Topic::reading;
  std::string words;
  std::string source;
  std::string as_of;  // partial date
  std::string noted_by;
  std::string superseded_by;
  std::string superseded_at;

  bool is_current() const { return superseded_at.empty(); }
};

// Of the institution and its offices, the newest first.
std::vector<ProcessNote> notes_at(store::Reader& reader,
                                  std::string_view org,
                                  std::string_view workspace);
std::optional<ProcessNote> find_note(store::Reader& reader, std::string_view id);
base::Result<void> note_process(store::Writer& writer, ProcessNote draft, identity::Event by);
base::Result<void> supersede_note(store::Writer& writer, std::string_view note, identity::Event by);

// What is to be done next.
struct Plan {
  std::string id;
  std::string workspace;
  std::string org;
  std::string what;
  std::string due_on;  // day, or empty
  std::string noted_by;
};

// Those not done yet, the earliest first.
std::vector<Plan> plans_at(store::Reader& reader, std::string_view org, std::string_view workspace);
std::optional<Plan> find_plan(store::Reader& reader, std::string_view id);
base::Result<void> plan_next(store::Writer& writer, Plan draft, identity::Event by);
base::Result<void> finish_plan(store::Writer& writer, std::string_view plan, identity::Event by);

}  // namespace enact::admissions
