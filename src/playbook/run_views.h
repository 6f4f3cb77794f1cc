// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "app/visit.h"
#include "base/date.h"
#include "base/result.h"
#include "playbook/run.h"
#include "store/database.h"
#include "web/view.h"

// Pieces of the pages of a run, each set by the name of what it shows.
namespace enact::playbook {

// What was typed where a form came back with an error, else what is known.
std::string typed_or(const app::Visit& visit,
                     const base::Error* error,
                     std::string_view field,
                     std::string otherwise);

// What the heads of the run's pages say: run_title, run_url, play_url, play_words, ecosystem,
// mark, state, purpose. Gives the number of the purpose for the page's hue.
int set_run_head(web::View& view, store::Reader& reader, const Run& run);

void set_standing(web::View& view, const Run& run, base::Day today);
void set_steps(web::View& view, const app::Visit& visit, store::Reader& reader, const Run& run);
void set_notes(web::View& view, store::Reader& reader, const Run& run);  // newest first
void set_evidence(web::View& view, store::Reader& reader, const Run& run);
void set_organizations(web::View& view, store::Reader& reader, const Run& run);
void set_story(web::View& view, store::Reader& reader, const Run& run);  // how its write-up stands

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
