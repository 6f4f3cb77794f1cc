// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "imports/table_file.h"

namespace enact::imports {

// The character that one byte stands for, U+FFFD where it stands for none. Windows-1252 or Mac
// Roman.
char32_t character_of(char byte, Encoding encoding);

// Windows-1252 or Mac Roman, for a text that is not UTF-8.
Encoding likely_code_page(std::string_view bytes);

}  // namespace enact::imports
