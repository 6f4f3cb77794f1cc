// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace enact::web {

// Which addresses a text that somebody typed may lead to or show.

// http, https, mailto and tel, and addresses without a scheme.
bool is_allowed_link(std::string_view url);

// On this site only. Any other image would tell its host who reads the page, and the page's
// policy blocks it anyway.
bool is_allowed_image(std::string_view url);

// "https://example.org", "//example.org".
bool leaves_site(std::string_view url);

}  // namespace enact::web
