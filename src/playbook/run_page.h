// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "app/routes.h"
#include "app/visit.h"
#include "base/result.h"

// The page of one run.
namespace enact::playbook {

// The ecosystem whose run the address names.
app::Scope of_run();

// Everything about the run. With an error: its faults at the top and beside the fields, and what
// was typed given back. Errors that no page of ours can show are passed on.
base::Result<web::Response> run_page(app::Visit& visit, const base::Error* error = nullptr);

// Back to the run with a notice, or the page again with what is wrong.
base::Result<web::Response> back_to_run(app::Visit& visit,
                                        const base::Result<void>& done,
                                        std::string_view notice);

// Runs `verb(writer, event by the viewer)` as one transaction.
template <class Verb>
base::Result<void> in_one_write(app::Visit& visit, Verb verb) {
  return visit.services.db.write(
      [&](store::Writer& writer) -> base::Result<void> { return verb(writer, visit.event()); });
}

}  // namespace enact::playbook
