// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/csv.h"

namespace enact::network {

const base::CsvRow& people_columns();

}  // namespace enact::network
