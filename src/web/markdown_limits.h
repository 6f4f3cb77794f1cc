// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "base/result.h"
#include "web/safe_html.h"

namespace enact::web {

// What keeps the Markdown parser's time and memory in proportion to the text, measured before it
// runs: the parser is quadratic in the length of a block, in the marks of a block, in the depth of
// nesting and in the columns of a table, and it writes out the address of a link as often as the
// text refers to it. The numbers in markdown_limits.cpp were chosen by timing the worst texts that
// tests/markdown_hard_texts.h makes. `text` has LF line ends.
std::optional<base::Fault> over_markdown_limits(std::string_view text,
                                                const MarkdownLimits& limits);

}  // namespace enact::web
