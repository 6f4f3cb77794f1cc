// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "store/database.h"

namespace enact::store {

std::unique_ptr<Database> open_sqlite(Options options);

}  // namespace enact::store
