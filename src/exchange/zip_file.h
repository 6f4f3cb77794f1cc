// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string_view>

#include "base/date.h"
#include "base/temporary_file.h"

namespace enact::exchange {

// Writes a zip file piece by piece: however long its entries are, no more of them is in memory than
// what is being compressed. The same entries and `made` give the same bytes.
class ZipFile {
 public:
  // Appends to `out`, which must outlive this.
  ZipFile(base::TemporaryFile& out, base::Instant made);
  ~ZipFile();

  void add(std::string_view name, std::string_view content);
  void add(std::string_view name, const base::TemporaryFile& content);

  // Writes the table of contents; without it there is no zip file.
  void finish();

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace enact::exchange
