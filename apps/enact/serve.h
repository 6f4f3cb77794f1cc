// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <iosfwd>

#include "app/services.h"
#include "base/result.h"

namespace enact {

// Serves until the program is told to stop, then lets requests in flight and the running job
// finish. `announce` is called once the server listens.
base::Result<void> serve(app::Services& services, const std::function<void()>& announce);

}  // namespace enact
