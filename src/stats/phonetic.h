// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace enact::stats {

// Codes that names with a like sound share, for blocking. Only the letters A to Z in either case
// count; a name without any has the empty code.

// American Soundex as the National Archives use it: h and w do not separate two letters of the same
// group, vowels do. "Robert" and "Rupert" are R163.
std::string soundex(std::string_view name);

// New York State Identification and Intelligence System (Taft 1970), cut to its six letters. It
// keeps apart more names than Soundex does: "Knight" and "Night" are NAGT.
std::string nysiis(std::string_view name);

}  // namespace enact::stats
