// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace enact::admissions {

// Somebody whom an ecosystem wants to win for an event: a person or office of the directory, or a
// plain name.
struct Prospect {
  std::string id;
  std::string list;
  std::string person;  // id, or empty
  std::string org;     // id, or empty
  std::string name;
  std::string email;       // of a plain name
  std::string through;     // who suggested them
  std::string invited_on;  // day, or empty
  std::string invited_by;  // "e-mail", "telephone"
  std::int64_t mails = 0;  // invitations that this program sent
  std::string reply;       // yes, maybe, no, or empty: none yet
  std::string replied_on;
  std::string attended;    // yes, no, or empty: nobody noted it
  std::string contact_on;  // day on which they became a contact, or empty
  std::string commitment;  // that came of it, or empty
  std::string no_mail_on;  // day on which they asked for no more mail, or empty

  // Filled by reading.
  std::string org_name;
  std::string address;   // where mail reaches them, or empty
  bool refuses = false;  // they said that they want no e-mail from us

  bool may_be_written_to() const { return !refuses && !address.empty(); }
};

// A part of a list that a page shows, and that is acted on.
enum class Group { all, not_invited, no_answer, yes, maybe, no, came, no_mail };
inline constexpr std::array kGroups{Group::all,  Group::not_invited, Group::no_answer,
                                    Group::yes,  Group::maybe,       Group::no,
                                    Group::came, Group::no_mail};
std::string_view name_of(Group group);     // "no_answer": in addresses
std::string_view words_of(Group group);    // "No answer yet"
Group group_named(std::string_view name);  // all, where there is no such group
bool belongs_to(const Prospect& prospect, Group group);

// What can be marked for many at once.
enum class Mark { invited, yes, maybe, no, came, missed, contact, commitment };
inline constexpr std::array kMarks{Mark::invited, Mark::yes,    Mark::maybe,   Mark::no,
                                   Mark::came,    Mark::missed, Mark::contact, Mark::commitment};
std::string_view name_of(Mark mark);
std::string_view words_of(Mark mark);  // "Came"
std::optional<Mark> mark_named(std::string_view name);

struct Marking {
  Mark mark = Mark::invited;
  std::string on;          // day
  std::string by_what;     // of an invitation: "telephone"
  std::string commitment;  // that came of it
};

// All that is wrong with a marking.
std::vector<base::Fault> faults_of(const Marking& marking, base::Day today);
// The prospect as it is after it. A first invitation and a first contact keep their day.
Prospect marked(Prospect prospect, const Marking& marking);

struct Sums {
  long long prospects = 0;
  long long invited = 0;
  long long yes = 0;
  long long maybe = 0;
  long long no = 0;
  long long came = 0;
  long long contacts = 0;
  long long commitments = 0;

  Sums& operator+=(const Sums& other);
};
Sums sums_of(const std::vector<Prospect>& prospects);

// "30 invited, 12 said yes, 10 came, 3 commitments"; empty for an empty list.
std::string words_of(const Sums& sums);

}  // namespace enact::admissions
