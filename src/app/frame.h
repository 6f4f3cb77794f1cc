// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "app/visit.h"
#include "web/safe_html.h"

namespace enact::app {

// The whole page around `content`: head, navigation, search, account, footer.
std::string framed(const Visit& visit, const web::SafeHtml& content, const PageOptions& options);

// The address of a bundled file ("enact.css"), which holds its digest and so may be kept for ever.
std::string asset_url(std::string_view name);

}  // namespace enact::app
