// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "imports/table_file.h"

namespace enact::imports {

// Collects what is odd in a file, and says it in a few sentences: of each kind the first places
// with line and column, and how many there are in all.
class Warnings {
 public:
  enum class Kind {
    mixed,         // bytes of another encoding
    turned,        // a cell that the guess of the encoding rests on
    nul,           // bytes that no text has
    text_formula,  // ="01", read as the text within
    too_nested,    // a list within lists that no cell could hold
  };

  // `header` must outlive the collection.
  explicit Warnings(const std::vector<std::string>& header) : header_(header) {}

  void note(Kind kind, int line, std::size_t column, std::string_view cell);
  void note_fault(const TableRow& row);
  void say(TableFacts& facts) const;

 private:
  struct Place {
    int line;
    std::size_t column;
    std::string text;
  };
  struct Places {
    std::size_t count = 0;
    std::vector<Place> first;
  };

  std::string message(Kind kind, const Places& places, Encoding encoding) const;

  const std::vector<std::string>& header_;
  std::array<Places, 5> places_;
  Places faults_;
};

}  // namespace enact::imports
