// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "app/routes.h"
#include "app/visit.h"
#include "base/result.h"
#include "playbook/run.h"
#include "store/database.h"
#include "web/view.h"

// The page of one run, and what its neighbours share with it.
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

// What the heads of the run's pages say: title, run_url, play_url, play_words, ecosystem, mark,
// state, purpose. Gives the number of the purpose for the page's hue.
int set_run_head(web::View& view, store::Reader& reader, const Run& run);

// Sets `people`: those involved who are persons, with their consent and the form that records it.
struct PeopleForm {
  std::string back;  // where the forms lead back to: "run" or "write-up"
  const base::Error* error = nullptr;
};
void set_people(web::View& view, app::Visit& visit, store::Reader& reader, const PeopleForm& form);

// What the details form shows: the run's own, or what was typed.
void set_details(web::View& view,
                 app::Visit& visit,
                 store::Reader& reader,
                 const Run& run,
                 const base::Error* error);

}  // namespace enact::playbook
