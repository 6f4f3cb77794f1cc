// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"
#include "web/needs.h"

namespace enact::app {

// Something that waits for those who work for an ecosystem.
struct Waiting {
  std::string what;  // "Riverbend Robotics Lab"
  std::string url;
  std::string why;  // "1 step overdue"
};

// A page on which what a play asks for can be done at once. A play names its tools by id; rooms
// that have some add them to Services when they start.
struct Tool {
  std::string id;     // "candidates": in front matter, so it never changes
  std::string label;  // "Candidate programs"
  std::string path;   // of the page; it takes `?ecosystem=`
  // How far the ecosystem has come with it: "5 of 8 candidates in the running". It stands on a run
  // of the play as evidence. Empty when nothing was done yet.
  std::function<std::string(store::Reader&, const std::string& ecosystem)> standing;
  // What of it waits for somebody, the most pressing first: it stands on This month.
  std::function<std::vector<Waiting>(store::Reader&, const std::string& ecosystem)> waiting = {};

  std::string url(std::string_view ecosystem) const;
};

// A page of a room about one organization or one person, to which that record's own page leads.
struct RecordPage {
  enum class Record { org, person };
  Record record = Record::org;
  std::vector<std::string> kinds;              // of organizations that have it; empty: all
  std::string label;                           // "Commitments"
  std::string ending;                          // of its address after the record's: "/commitments"
  web::Needs needs = web::Needs::participant;  // shown to whom it opens
};

// The one of that id, or nothing.
const Tool* find_tool(const std::vector<Tool>& tools, std::string_view id);

}  // namespace enact::app
