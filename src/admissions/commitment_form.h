// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "admissions/commitment.h"
#include "store/database.h"
#include "web/form.h"
#include "web/view.h"

namespace enact::admissions {

// What a form says of a commitment and of its state.
struct CommitmentForm {
  Commitment commitment;
  Step step;
  std::string prospect;  // of which it came, or empty
};

// The fields that may have a fault of their own.
inline const std::vector<std::string> kCommitmentFields{"kind",  "details", "programs", "review_on",
                                                        "state", "said_on", "evidence", "reason"};

CommitmentForm posted_commitment(const web::Form& form);

// Sets what pages/_commitment_fields.html and _step_fields.html show. The programs to choose from
// are those of the ecosystem.
void show_commitment_form(web::View& view,
                          store::Reader& reader,
                          const CommitmentForm& form,
                          std::string_view workspace,
                          base::Day today);

}  // namespace enact::admissions
