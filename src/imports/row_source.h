// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imports/table_file.h"

namespace enact::imports {

// Where the rows of a TableFile come from.
class RowSource {
 public:
  virtual ~RowSource() = default;
  virtual bool next(TableRow& row) = 0;
  virtual void rewind() = 0;
};

// What one kind of file was opened to.
struct Opened {
  TableFacts facts;
  std::vector<std::string> header;
  std::unique_ptr<RowSource> rows;
};

}  // namespace enact::imports
