// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "imports/mapping.h"

namespace enact::imports {

// The text as a field of this type is written (see FieldType), from what a file wrote; or a
// sentence that says what is wrong with it. Empty stays empty.
base::Result<std::string> field_text(const Field& field, std::string_view text, std::optional<DateOrder> dates);

// Whether a text of this type stands at or after `from`: a later day, a larger number.
bool is_from(FieldType type, std::string_view text, std::string_view from);

}  // namespace enact::imports
