// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "base/json.h"
#include "store/database.h"

// A row as a journal keeps it, so that it can be written again byte for byte.
namespace enact::network {

base::Json image_of(const store::Row& row);

// A column of such an image as a parameter of the query that writes it again.
store::Param param(const base::Json& image, std::string_view column);

}  // namespace enact::network
