// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "support/program.h"

namespace enact::support {

// A small make-believe network with a cast that comes back in every test.
//
//   ecosystems   lakeside (cohort 1, of Lakeside Foundation), hillside (cohort 2)
//   program      robotics-club, part of lakeside
//   strategies   1 "Find programs", 2 "Meet admissions"
//   plays        1-1 "Draw up a list" (enacted: the shipped vignette first-list, by lakeside,
//                2021), 1-2 "Ask a friend" (aspirational), 2-1 "First meeting"
//   toolkit      short-ask; definitions  pcsp, ecosystem
//   people       Ana leads lakeside, Ben is a member there, Cleo leads robotics-club,
//                Dan leads hillside, Hana is the hub, Rui reviews, Rosa researches, Ada works in
//                admissions at hillside
struct World {
  std::string ana, ben, cleo, dan, hana, rui, rosa, ada;  // user ids
};

World make_world(Program& program);

}  // namespace enact::support
