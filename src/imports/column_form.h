// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "imports/mapping.h"
#include "web/form.h"
#include "web/view.h"

namespace enact::imports {

// The form in which a person says what the columns of a file mean. Column by column it knows what
// most files need; what a mapping says beyond that is kept as it is, as long as nobody chooses
// another field for the column.

// What was posted, on top of the mapping that the form showed.
Mapping mapping_in(const web::Form& form,
                   const Mapping& shown,
                   const Target& target,
                   const std::vector<std::string>& header);

// Sets columns, constants, skips, dates and clears. `samples` has some values of each column;
// `error` is what was wrong with the form.
void show_columns(web::View& view,
                  const Mapping& mapping,
                  const Target& target,
                  const std::vector<std::string>& header,
                  const std::vector<std::vector<std::string>>& samples,
                  const base::Error* error);

}  // namespace enact::imports
