// SPDX-License-Identifier: Apache-2.0
#include "admissions/commitment_form.h"

#include <algorithm>

#include "admissions/institution.h"
#include "admissions/kinds.h"
#include "admissions/pages.h"

namespace enact::admissions {

CommitmentForm posted_commitment(const web::Form& form) {
  CommitmentForm posted;
  posted.commitment.org = form.text("org");
  posted.commitment.kind = form.text("kind");
  posted.commitment.details = form.raw("details");
  posted.commitment.programs = form.all("program");
  posted.commitment.for_all = form.text("for") != "some";
  posted.commitment.review_on = form.text("review_on");
  posted.step = {.state = state_named(form.text("state")).value_or(State::discussed),
                 .said_on = form.text("said_on"),
                 .evidence = form.text("evidence"),
                 .reason = form.text("reason"),
                 .noted_by = {},
                 .noted_at = {}};
  posted.prospect = form.text("prospect");
  return posted;
}

void show_commitment_form(web::View& view,
                          store::Reader& reader,
                          const CommitmentForm& form,
                          std::string_view workspace,
                          base::Day today) {
  const auto& commitment = form.commitment;
  std::vector<web::View> kind_options, programs, states;
  add_option(kind_options, "", "Choose", commitment.kind);
  for (const auto& kind : kinds(reader))
    add_option(kind_options, kind.id, kind.label, commitment.kind);
  if (!workspace.empty())
    for (const auto& program : programs_in(reader, workspace)) {
      const bool is_chosen = std::find(commitment.programs.begin(), commitment.programs.end(),
                                       program.id) != commitment.programs.end();
      programs.emplace_back()
          .set("value", program.id)
          .set("label", program.name)
          .set("is_chosen", is_chosen);
    }
  for (const auto state : kStates)
    add_option(states, name_of(state), words_of(state), name_of(form.step.state));
  view.set("kinds", std::move(kind_options))
      .set("details", commitment.details)
      .set("is_for_all", commitment.for_all)
      .set("is_for_some", !commitment.for_all)
      .set("review_on", commitment.review_on)
      .set("states", std::move(states))
      .set("said_on", form.step.said_on.empty() ? today.iso() : form.step.said_on)
      .set("evidence", form.step.evidence)
      .set("reason", form.step.reason)
      .set_maybe("prospect", form.prospect);
  view.set_list("programs", std::move(programs));
}

}  // namespace enact::admissions
