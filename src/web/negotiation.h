// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace enact::web {

// Whether Accept-Encoding allows gzip (RFC 9110 section 12.5.3). A refusal ("gzip;q=0") counts, a
// preference among those allowed does not.
bool accepts_gzip(std::string_view accept_encoding);

// A strong entity tag (RFC 9110 section 8.8.3), quotes included, from the SHA-256 of the bytes.
std::string entity_tag(std::string_view bytes);

// The tag of the gzip form of what `tag` names. A strong tag promises the same bytes, so the two
// forms cannot share one.
std::string gzip_tag(std::string_view tag);

// The tag in If-None-Match that names what the client already has: `tag`, or its gzip form, which
// holds the same content. Compared weakly, as RFC 9110 section 13.1.2 asks, because proxies make
// tags weak. "*" gives `tag`; empty where none matches.
std::string_view matching_tag(std::string_view if_none_match, std::string_view tag);

}  // namespace enact::web
