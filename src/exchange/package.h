// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

#include "base/date.h"
#include "base/temporary_file.h"
#include "store/database.h"

namespace enact::exchange {

// The whole directory of programs as an HSDS tabular data package: a zip file of a CSV file for
// each table, and datapackage.json. Memory stays the same however many programs there are.
struct Package {
  std::shared_ptr<const base::TemporaryFile> file;
  std::size_t services = 0;
};
Package make_package(store::Reader& reader, std::string_view network, base::Instant now);

}  // namespace enact::exchange
