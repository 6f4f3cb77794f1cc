// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace enact::imports {

// Whether a text holds tags or entities of HTML.
bool looks_like_html(std::string_view text);

// The words of a piece of HTML: tags dropped, scripts and styles with what is in them; <br>, <p>
// and list items are lines; entities are characters. A text without HTML stays as it is. What comes
// out is plain text: it may hold "<" and is escaped like any other text when it is shown.
std::string text_of_html(std::string_view html);

}  // namespace enact::imports
