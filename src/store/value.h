// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace enact::store {

// What a column or a parameter can hold. Days and instants are ISO text, truths are 0 and 1.
using Value = std::variant<std::monostate, std::int64_t, double, std::string>;

// A parameter of a query, written {"name", value} at the call.
struct Param {
  Param(std::string_view param, std::string text) : name(param), value(std::move(text)) {}
  Param(std::string_view param, std::string_view text) : name(param), value(std::string(text)) {}
  Param(std::string_view param, const char* text) : name(param), value(std::string(text)) {}
  Param(std::string_view param, bool truth) : name(param), value(std::int64_t{truth}) {}
  Param(std::string_view param, int number) : name(param), value(std::int64_t{number}) {}
  Param(std::string_view param, std::int64_t number) : name(param), value(number) {}
  Param(std::string_view param, long long number) : name(param), value(std::int64_t{number}) {}
  Param(std::string_view param, std::size_t n) : name(param), value(static_cast<std::int64_t>(n)) {}
  Param(std::string_view param, double number) : name(param), value(number) {}
  Param(std::string_view param, std::nullopt_t) : name(param) {}
  template <class T>
  Param(std::string_view param, const std::optional<T>& maybe) : name(param) {
    if (maybe) value = Param(param, *maybe).value;
  }

  std::string_view name;
  Value value;
};

using Params = std::initializer_list<Param>;

// One row of an answer. Asking for a column that the query does not have is a programming error
// and throws std::logic_error with the names; a null reads as empty text or zero.
class Row {
 public:
  using Names = std::shared_ptr<const std::vector<std::string>>;

  Row(Names names, std::vector<Value> values)
      : names_(std::move(names)), values_(std::move(values)) {}

  std::string text(std::string_view column) const;
  std::int64_t integer(std::string_view column) const;
  double number(std::string_view column) const;
  bool truth(std::string_view column) const { return integer(column) != 0; }
  bool is_null(std::string_view column) const;
  std::optional<std::string> maybe_text(std::string_view column) const;

  const Value& value(std::string_view column) const;
  const std::vector<std::string>& names() const { return *names_; }
  const std::vector<Value>& values() const { return values_; }

 private:
  Names names_;
  std::vector<Value> values_;
};

using Rows = std::vector<Row>;

}  // namespace enact::store
