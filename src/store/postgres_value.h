// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "store/value.h"

namespace enact::store {

// PostgreSQL's text form of a value, and back. `type` is the type's number in pg_type, which the
// server never changes.
std::string postgres_text(const Value& value);
Value postgres_value(std::uint32_t type, std::string_view text);

// Appends a cell of COPY's text format.
void append_copy_cell(std::string& line, const Value& value);

}  // namespace enact::store
