// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace enact::exchange {

// The description of the API (OpenAPI 3.1) as it stands at `root`, "https://host/hsds".
std::string openapi_json(std::string_view root);

}  // namespace enact::exchange
