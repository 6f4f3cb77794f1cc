// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace enact::web {

// One part of a multipart/form-data body (RFC 7578), nothing about it checked or cleaned.
struct Part {
  std::string name;
  std::optional<std::string> file_name;  // set where the part is a file
  std::string content_type;
  std::string_view content;  // looks into the body
};

// Takes time in proportion to the body. `content_type` is the request's header, with the boundary.
// Errors: no or a malformed boundary, a body that is cut off, a part without a name, more than
// `most_parts`.
base::Result<std::vector<Part>> parse_multipart(std::string_view content_type,
                                                std::string_view body,
                                                std::size_t most_parts);

// What follows `name`= in a header such as "form-data; name=\"a\"; filename=b", without quotes.
std::optional<std::string> header_parameter(std::string_view header, std::string_view name);

}  // namespace enact::web
