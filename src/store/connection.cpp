// SPDX-License-Identifier: Apache-2.0
#include "store/connection.h"

#include "base/text.h"

namespace enact::store {

void transact(Connection& connection, const std::function<bool(Writer&)>& work) {
  connection.begin();
  try {
    if (!work(connection)) return connection.rollback();
    refuse_spoiled(connection);
    connection.commit();
  } catch (...) {
    connection.rollback();
    throw;
  }
}

void check_all(Connection& connection, const Catalog& catalog) {
  std::vector<std::string> faults;
  for (const auto& query : catalog.all()) {
    try {
      connection.prepare(query);
    } catch (const Failure& failure) {
      faults.emplace_back(failure.what());
    }
  }
  if (!faults.empty()) throw Failure(base::join(faults, "\n"));
}

void refuse_spoiled(const Connection& connection) {
  if (connection.is_spoiled())
    throw Failure("a statement of this transaction failed, so nothing of it was kept");
}

}  // namespace enact::store
