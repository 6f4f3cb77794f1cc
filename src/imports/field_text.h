// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "imports/cell.h"
#include "imports/date_cell.h"
#include "imports/target.h"

namespace enact::imports {

// The text as a field of this type is written (see FieldType), from what a file wrote; or a
// sentence that says what is wrong with it. Empty stays empty, and what was written by this
// function is read as itself.
Read<std::string> field_text(const Field& field,
                             std::string_view text,
                             std::optional<DateOrder> dates = {});

// Whether a text of this type is at or after `from`: a later day, a larger number. An empty one
// never is.
bool is_from(FieldType type, std::string_view text, std::string_view from);

}  // namespace enact::imports
