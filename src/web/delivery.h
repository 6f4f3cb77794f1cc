// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "web/request.h"
#include "web/response.h"

namespace enact::web {

// The last step before the socket, the same for every response, errors included: the security
// headers (docs/decisions and OWASP ASVS 5.0 V3.4), Cache-Control, ETag and 304 Not Modified
// (RFC 9110 section 13), gzip for text over 860 bytes when the client accepts it, no body for HEAD.
Response deliver(const Request& request, Response response);

// Compresses and tags a body once, so that deliver() does not do so again.
std::shared_ptr<const KeptBody> keep_body(std::string plain);

std::string gzip(std::string_view bytes, int level = 6);

}  // namespace enact::web
