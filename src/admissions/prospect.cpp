// SPDX-License-Identifier: Apache-2.0
#include "admissions/prospect.h"

#include <fmt/format.h>

#include <set>

#include "base/text.h"

namespace enact::admissions {

std::string_view name_of(Group group) {
  constexpr std::string_view kNames[] = {"all",   "not_invited", "no_answer", "yes",
                                         "maybe", "no",          "came",      "no_mail"};
  return kNames[static_cast<std::size_t>(group)];
}

std::string_view words_of(Group group) {
  constexpr std::string_view kWords[] = {"All",   "Not invited", "No answer yet", "Yes",
                                         "Maybe", "No",          "Came",          "Want no e-mail"};
  return kWords[static_cast<std::size_t>(group)];
}

Group group_named(std::string_view name) {
  for (const auto group : kGroups)
    if (name_of(group) == name) return group;
  return Group::all;
}

bool belongs_to(const Prospect& p, Group group) {
  switch (group) {
    case Group::all:
      return true;
    case Group::not_invited:
      return p.invited_on.empty();
    case Group::no_answer:
      return !p.invited_on.empty() && p.reply.empty();
    case Group::yes:
    case Group::maybe:
    case Group::no:
      return p.reply == name_of(group);
    case Group::came:
      return p.attended == "yes";
    case Group::no_mail:
      return p.refuses;
  }
  return false;
}

std::string_view name_of(Mark mark) {
  constexpr std::string_view kNames[] = {"invited", "yes",    "maybe",   "no",
                                         "came",    "missed", "contact", "commitment"};
  return kNames[static_cast<std::size_t>(mark)];
}

std::string_view words_of(Mark mark) {
  constexpr std::string_view kWords[] = {
      "Were invited", "Said yes",     "Said maybe",    "Said no",
      "Came",         "Did not come", "Are a contact", "Led to the commitment"};
  return kWords[static_cast<std::size_t>(mark)];
}

std::optional<Mark> mark_named(std::string_view name) {
  for (const auto mark : kMarks)
    if (name_of(mark) == name) return mark;
  return std::nullopt;
}

std::vector<base::Fault> faults_of(const Marking& marking, base::Day today) {
  std::vector<base::Fault> faults;
  const auto day = base::Day::parse(marking.on);
  if (!day)
    faults.push_back({.field = "on", .message = "Write the day as 2026-05-14.", .file = {}});
  else if (*day > today)
    faults.push_back(
        {.field = "on", .message = "This day is still to come. Write when it was.", .file = {}});
  if (marking.mark == Mark::commitment && marking.commitment.empty())
    faults.push_back({.field = "commitment",
                      .message = "Choose the commitment that they led to. If it is not there yet, "
                                 "note it on the page of the institution.",
                      .file = {}});
  if (marking.by_what.size() > 100)
    faults.push_back({.field = "by_what", .message = "Say it in 100 characters.", .file = {}});
  return faults;
}

Prospect marked(Prospect p, const Marking& marking) {
  switch (marking.mark) {
    case Mark::invited:
      if (p.invited_on.empty()) p.invited_on = marking.on;
      if (!marking.by_what.empty()) p.invited_by = marking.by_what;
      break;
    case Mark::yes:
    case Mark::maybe:
    case Mark::no:
      p.reply = name_of(marking.mark);
      p.replied_on = marking.on;
      break;
    case Mark::came:
      p.attended = "yes";
      break;
    case Mark::missed:
      p.attended = "no";
      break;
    case Mark::contact:
      if (p.contact_on.empty()) p.contact_on = marking.on;
      break;
    case Mark::commitment:
      p.commitment = marking.commitment;
      break;
  }
  return p;
}

Sums& Sums::operator+=(const Sums& other) {
  prospects += other.prospects;
  invited += other.invited;
  yes += other.yes;
  maybe += other.maybe;
  no += other.no;
  came += other.came;
  contacts += other.contacts;
  commitments += other.commitments;
  return *this;
}

Sums sums_of(const std::vector<Prospect>& prospects) {
  Sums sums;
  std::set<std::string_view> commitments;
  for (const auto& p : prospects) {
    ++sums.prospects;
    if (!p.invited_on.empty()) ++sums.invited;
    if (p.reply == "yes") ++sums.yes;
    if (p.reply == "maybe") ++sums.maybe;
    if (p.reply == "no") ++sums.no;
    if (p.attended == "yes") ++sums.came;
    if (!p.contact_on.empty()) ++sums.contacts;
    if (!p.commitment.empty()) commitments.insert(p.commitment);
  }
  sums.commitments = static_cast<long long>(commitments.size());
  return sums;
}

std::string words_of(const Sums& sums) {
  if (sums.prospects == 0) return {};
  std::vector<std::string> words{sums.invited > 0
                                     ? fmt::format("{} invited", sums.invited)
                                     : base::counted(sums.prospects, "prospect", "prospects") +
                                           ", none invited yet"};
  if (sums.yes > 0) words.push_back(fmt::format("{} said yes", sums.yes));
  if (sums.maybe > 0) words.push_back(fmt::format("{} maybe", sums.maybe));
  if (sums.came > 0) words.push_back(fmt::format("{} came", sums.came));
  if (sums.contacts > 0)
    words.push_back(base::counted(sums.contacts, "new contact", "new contacts"));
  if (sums.commitments > 0)
    words.push_back(base::counted(sums.commitments, "commitment", "commitments"));
  return base::join(words, ", ");
}

}  // namespace enact::admissions
