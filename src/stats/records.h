// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "stats/texts.h"

namespace enact::stats {

using Row = std::uint32_t;

// A table of texts, kept by column. Every row has a key, which no other row has. An empty text is a
// missing value. Texts are compared as they are: whoever fills the table folds case, strips what
// does not matter, and joins the parts of a value that is compared as a whole ("40.44,-79.99").
class Records {
 public:
  struct Column {
    std::string name;
    Texts texts;
    std::vector<Texts::Number> numbers;  // of each row

    std::string_view operator[](Row row) const { return texts[numbers[row]]; }
  };

  explicit Records(const std::vector<std::string>& columns);

  // `values` in the order of the columns. Refuses a key that is there already, and a row with more
  // or fewer values than there are columns; nothing is added then.
  base::Result<void> add(std::string_view key, std::span<const std::string_view> values);

  std::size_t size() const { return keys_.size(); }
  std::string_view key(Row row) const { return key_texts_[keys_[row]]; }
  const std::vector<Column>& columns() const { return columns_; }
  const Column* find_column(std::string_view name) const;

  // The rows of `a` and then those of `b`, with the columns of `a`; a column that `b` lacks is
  // missing in its rows. A key of `a` may also be one of `b`.
  static Records joined(const Records& a, const Records& b);

 private:
  std::vector<Column> columns_;
  Texts key_texts_;
  std::vector<Texts::Number> keys_;
};

}  // namespace enact::stats
