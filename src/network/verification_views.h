// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "network/questions.h"
#include "network/verifications.h"
#include "web/view.h"

namespace enact::network {

// Sets `verifications`, each with its day, who, how and note.
void show_verifications(web::View& view, const std::vector<Verification>& all);

// Sets `questions`: who was asked, when, and what came back.
void show_questions(web::View& view, const std::vector<Question>& all);

// Sets `last_word`, "Still right on 3 May 2026, says Ana Brandt", where somebody said so, and
// `freshness`, "fresh".
void show_last_word(web::View& view,
                    const std::vector<Verification>& all,
                    Thing thing,
                    std::string_view kind,
                    base::Day today);

}  // namespace enact::network
