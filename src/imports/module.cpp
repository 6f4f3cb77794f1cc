// SPDX-License-Identifier: Apache-2.0
#include "app/module.h"

#include "imports/assets.h"

namespace enact::imports {

// Tables and templates only: routes, jobs and commands are plugged in by the room that has targets
// for them (imports.h).
const app::Module& module() {
  static const app::Module m{.name = "imports", .assets = assets};
  return m;
}

}  // namespace enact::imports
