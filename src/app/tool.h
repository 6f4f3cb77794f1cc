// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"

namespace enact::app {

// A page on which what a play asks for can be done at once. A play names its tools by id; rooms
// that have some add them to Services when they start.
struct Tool {
  std::string id;     // "candidates": in front matter, so it never changes
  std::string label;  // "Candidate programs"
  std::string path;   // of the page; it takes `?ecosystem=`
  // How far the ecosystem has come with it: "5 of 8 candidates in the running". It stands on a run
  // of the play as evidence. Empty when nothing was done yet.
  std::function<std::string(store::Reader&, const std::string& ecosystem)> standing;

  std::string url(std::string_view ecosystem) const;
};

// The one of that id, or nothing.
const Tool* find_tool(const std::vector<Tool>& tools, std::string_view id);

}  // namespace enact::app
