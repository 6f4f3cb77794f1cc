// SPDX-License-Identifier: Apache-2.0
#include "base/result.h"

#include <cassert>

namespace enact::base {
namespace {

Failure failure(Error::Kind kind, std::string message) {
  return tl::unexpected(
      Error{.kind = kind, .field = {}, .message = std::move(message), .faults = {}});
}

}  // namespace

Failure not_found(std::string message) {
  return failure(Error::Kind::not_found, std::move(message));
}

Failure invalid(std::string field, std::string message) {
  return invalid({Fault{.field = std::move(field), .message = std::move(message), .file = {}}});
}

Failure conflict(std::string message) {
  return failure(Error::Kind::conflict, std::move(message));
}

Failure forbidden(std::string message) {
  return failure(Error::Kind::forbidden, std::move(message));
}

Failure too_many(std::string message) {
  return failure(Error::Kind::too_many, std::move(message));
}

Failure invalid(std::vector<Fault> faults) {
  assert(!faults.empty());
  auto field = faults.front().field;
  auto message = faults.front().message;
  return tl::unexpected(Error{.kind = Error::Kind::invalid,
                              .field = std::move(field),
                              .message = std::move(message),
                              .faults = std::move(faults)});
}

}  // namespace enact::base
