// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/command.h"
#include "app/job.h"
#include "app/routes.h"
#include "base/asset.h"

namespace enact::app {

// An entry of the navigation at the top of every page.
struct NavigationItem {
  std::string section;  // matches PageOptions::section
  std::string label;
  std::string url;
  web::Needs needs = web::Needs::nothing;  // shown to whom it opens
  int order = 0;
};

// What `enact doctor` found.
struct Diagnosis {
  enum class Verdict { fine, worrying, wrong } verdict = Verdict::fine;
  std::string what;     // "Disk"
  std::string finding;  // "12 GB free"
  std::string advice;   // what to do; empty when fine
};

// How a domain room plugs in: everything the program needs to know of it.
struct Module {
  std::string_view name;
  base::Assets (*assets)() = nullptr;
  void (*routes)(Routes&) = nullptr;
  std::vector<Command> (*commands)() = nullptr;
  std::vector<Job> (*jobs)() = nullptr;
  std::vector<NavigationItem> navigation = {};
  void (*start)(Services&) = nullptr;                     // once, before anything is served
  std::vector<Diagnosis> (*doctor)(Services&) = nullptr;  // is the room's data as it should be?
};

// All domain rooms, in the order of src/CMakeLists.txt. The build writes this function.
std::span<const Module* const> modules();

}  // namespace enact::app
