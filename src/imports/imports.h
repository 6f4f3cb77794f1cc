// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/command.h"
#include "app/job.h"
#include "app/routes.h"
#include "imports/cell.h"
#include "imports/contact_cell.h"
#include "imports/date_cell.h"
#include "imports/grade_cell.h"
#include "imports/html_text.h"
#include "imports/number_cell.h"
#include "imports/place_cell.h"
#include "imports/table_file.h"
#include "imports/target.h"

// The public face of the room: how a room above lets its things be imported. Other rooms include
// this header alone.
namespace enact::imports {

// What the room that has things to import says of them. The room that is plugged in (app::Module)
// hands the same setup to the three functions below, and keeps it as long as the program lives.
struct Setup {
  std::vector<const Target*> targets;
  // What an ecosystem is called, nothing where there is none of that id. Called inside a read.
  std::function<std::optional<std::string>(store::Reader&, const std::string& org)> org_name =
      [](store::Reader&, const std::string& org) { return org; };
};

// /imports and everything under it. Who contributes to an ecosystem imports for it; for no
// ecosystem, which is the whole network, the hub.
void add_routes(app::Routes& routes, const Setup& setup);

// Planning, committing and undoing beside the server, and the forgetting of files.
std::vector<app::Job> jobs(const Setup& setup);

// `enact import FILE`, `enact imports list`, `enact imports undo ID`.
std::vector<app::Command> commands(const Setup& setup);

// When two records of a target become one: the rows of files that were about `from` are about `to`,
// so that a decision of then is remembered. What was moved comes back as a journal.
base::Json move_record(store::Writer& writer,
                       std::string_view target,
                       std::string_view from,
                       std::string_view to);
// And back, given that journal. A row that was planned anew meanwhile stays as it is.
void move_record_back(store::Writer& writer,
                      const base::Json& journal,
                      std::string_view from,
                      std::string_view to);

}  // namespace enact::imports
