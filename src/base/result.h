// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace enact::base {

// One fault of a form or a file, where it stands, in words its author can act on.
struct Fault {
  std::string field;    // form field, front matter key or column; may be empty
  std::string message;  // a sentence
  std::string file;     // for files
  int line = 0;         // 1-based; 0 where lines mean nothing
};

// What went wrong, in terms the caller can act on. A broken world (disk, database, bug) is an
// exception instead; see docs/decisions/0003-errors.md.
struct Error {
  enum class Kind { not_found, invalid, conflict, forbidden, too_many };

  Kind kind = Kind::invalid;
  std::string field;          // the form field or file column at fault, or empty
  std::string message;        // a sentence the person at the screen can act on
  std::vector<Fault> faults;  // every fault of a form or file, when there may be several
};

template <class T>
using Result = tl::expected<T, Error>;

using Failure = tl::unexpected<Error>;

Failure not_found(std::string message);
Failure invalid(std::string field, std::string message);
Failure conflict(std::string message);
Failure forbidden(std::string message);
Failure too_many(std::string message);

// All faults at once. `faults` must not be empty; the first one also becomes field and message.
Failure invalid(std::vector<Fault> faults);

}  // namespace enact::base
