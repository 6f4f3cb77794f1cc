// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace enact::web {

// What a line of Markdown will make the parser do, seen without parsing. Where it cannot be seen
// exactly the guess is on the costly side. Lines come without their line ends.

// At least the number of lists and quotes that stand open in a line which opens one: each is a
// mark in this line or, for a list, two columns of indentation. 0 for a line that opens none.
std::size_t depth_of(std::string_view line);

// A line that ends a block for the parser too: nothing, or nothing but quote marks. Further in
// than three columns a quote mark can be text.
bool ends_block(std::string_view line);

// Characters at which the parser looks far ahead or back.
bool is_mark(char c);

// The most "www." and "@" in one word: at each the parser measures the word to its end.
int longest_address_chain(std::string_view line);

// A line that may be the second of a table: at each the parser reads its block again.
bool is_table_rule(std::string_view line);

}  // namespace enact::web
