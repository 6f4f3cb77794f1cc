// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "store/connection.h"

namespace enact::store {

// The server or the way to it is gone, before anything was committed: worth another try on a new
// connection.
class ConnectionLost : public Failure {
 public:
  using Failure::Failure;
};

// Another transaction stood in the way (serialisation failure or deadlock): worth another try.
class TryAgain : public Failure {
 public:
  using Failure::Failure;
};

enum class PostgresUse { reading, writing };

// `catalog` must outlive the connection. Throws Failure when the server cannot be reached.
std::unique_ptr<Connection> connect_postgres(const std::string& url,
                                             PostgresUse use,
                                             const Catalog& catalog);

}  // namespace enact::store
