// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "imports/cell.h"

namespace enact::imports {

// Grades of school: -1 is pre-kindergarten, 0 kindergarten, 12 the last one.
struct Grades {
  int lowest = 0;
  int highest = 0;
};

// "9", "9th", "Grade 9", "K-5", "9th-12th", "grades 6 to 8", "6 and up", "PK,K,1,2",
// "Kindergarten". Refused with the reason: names of kinds of school, whose grades differ from place
// to place
// ("Elem/MS"), ages, and dates that a spreadsheet made of grades ("20-May").
Read<Grades> read_grades(std::string_view cell);

}  // namespace enact::imports
