// SPDX-License-Identifier: Apache-2.0
#include "app/module.h"

#include "exchange/assets.h"
#include "exchange/commands.h"
#include "exchange/pages.h"

namespace enact::exchange {

const app::Module& module() {
  static const app::Module m{
      .name = "exchange", .assets = assets, .routes = routes, .commands = commands};
  return m;
}

}  // namespace enact::exchange
