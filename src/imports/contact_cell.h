// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "imports/cell.h"

namespace enact::imports {

// A web address with its scheme, http or https only. "www.x.org/a", plainly a host, gets https://
// and a warning.
Read<std::string> read_url(std::string_view cell);

// "ana@example.org", also as "mailto:" or, with a warning, as "Ana <ana@example.org>". The host is
// lower case, what stands before it is kept as it is.
Read<std::string> read_email(std::string_view cell);

struct Phone {
  std::string number;     // "718-625-1400"
  std::string extension;  // "13", or empty
};

// A number of the United States, however it is spaced: "(718) 449-5000 x 2237", "+1 718.625.1400",
// "7186251400". More digits than ten are refused: they may be an extension glued on.
Read<Phone> read_phone(std::string_view cell);

}  // namespace enact::imports
