// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.h"

namespace enact::base {

// A JSON value (RFC 8259). Objects keep the order in which members were set, so that the same
// value always gives the same text.
class Json {
 public:
  using Array = std::vector<Json>;
  using Object = std::vector<std::pair<std::string, Json>>;

  Json() = default;  // null
  Json(std::string text) : value_(std::move(text)) {}
  Json(std::string_view text) : value_(std::string(text)) {}
  Json(const char* text) : value_(std::string(text)) {}
  Json(bool truth) : value_(truth) {}
  Json(int number) : value_(std::int64_t{number}) {}
  Json(std::int64_t number) : value_(number) {}
  Json(long long number) : value_(static_cast<std::int64_t>(number)) {}
  Json(double number) : value_(number) {}
  Json(Array array) : value_(std::move(array)) {}
  Json(Object object) : value_(std::move(object)) {}

  static Json object() { return Json(Object{}); }
  static Json array() { return Json(Array{}); }

  // On an object, or null, which becomes one. A member of that name is replaced.
  Json& set(std::string name, Json value);
  Json& add(Json value);  // on an array, or null, which becomes one

  bool is_null() const { return std::holds_alternative<std::monostate>(value_); }
  bool is_text() const { return std::holds_alternative<std::string>(value_); }
  bool is_array() const { return std::holds_alternative<Array>(value_); }
  bool is_object() const { return std::holds_alternative<Object>(value_); }
  const Json& operator[](std::string_view name) const;  // null where there is no such member
  std::string text(std::string_view otherwise = {}) const;
  std::int64_t integer(std::int64_t otherwise = 0) const;
  bool truth() const;
  const Array& items() const;     // empty for anything but an array
  const Object& members() const;  // empty for anything but an object

  std::string dump(int indent = -1) const;
  static Result<Json> parse(std::string_view text);  // nested at most 64 deep

 private:
  friend struct JsonAccess;
  std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object> value_;
};

}  // namespace enact::base
