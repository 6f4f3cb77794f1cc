// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/routes.h"

namespace enact::exchange {

void routes(app::Routes& routes);

}  // namespace enact::exchange
