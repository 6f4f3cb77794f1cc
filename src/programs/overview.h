// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/tool.h"
#include "base/result.h"
#include "identity/audit.h"
#include "programs/attention.h"
#include "store/database.h"

namespace enact::programs {

// A program beside what is known of its support.
struct Supported {
  std::string program;
  std::string name;
  std::string region;
  Standing standing;
  bool is_agreed = false;  // somebody of it agreed to a plan
};

// The programs of the ecosystem: those first of which most calls for somebody, and of these the
// ones that waited longest; then by name. A handful of queries, however many there are.
std::vector<Supported> overview(store::Reader& reader, std::string_view workspace, base::Day today);

// One program; nothing where it is none of the ecosystem's.
std::optional<Supported> supported(store::Reader& reader,
                                   std::string_view workspace,
                                   std::string_view program,
                                   base::Day today);

struct SupportCount {
  int programs = 0;  // that somebody checks in with
  int heard = 0;     // of them, within their rhythm
  int due = 0;
  int agreed = 0;
  int open_needs = 0;
  int steps = 0;
  int done = 0;
  int overdue = 0;
};
SupportCount count_of(const std::vector<Supported>& all, base::Day today);

// For the tools of plays: "5 of 6 programs checked in with as planned, 3 needs open", "4 of 6
// programs agreed to a plan, 12 of 20 steps done, 2 overdue"; empty when nothing was done yet.
std::string check_in_standing(store::Reader& reader, const std::string& workspace, base::Day today);
std::string plan_standing(store::Reader& reader, const std::string& workspace, base::Day today);
// "3 needs open, 2 matched, 8 met"; "12 things offered in the region".
std::string need_standing(store::Reader& reader, const std::string& workspace);
std::string asset_standing(store::Reader& reader, const std::string& workspace);

// What calls for somebody; empty where nobody began to support programs here.
std::vector<app::Waiting> waiting_programs(store::Reader& reader,
                                           const std::string& workspace,
                                           base::Day today);

// Days between two check-ins; 0: nobody checks in. Field rhythm_days.
base::Result<void> set_rhythm(store::Writer& writer,
                              const std::string& program,
                              int days,
                              identity::Event by);

}  // namespace enact::programs
