// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "web/safe_html.h"

namespace enact::identity {

// `text` as a QR code: one inline SVG, dark on white in any colour scheme, since cameras want it
// so. `title` is read out in its place. Throws std::length_error over 1,000 bytes.
web::SafeHtml qr_svg(std::string_view text, std::string_view title);

}  // namespace enact::identity
