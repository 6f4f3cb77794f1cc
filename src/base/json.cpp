// SPDX-License-Identifier: Apache-2.0
#include "base/json.h"

#include <limits>
#include <nlohmann/json.hpp>

namespace enact::base {

using Library = nlohmann::ordered_json;

// The only two functions that know the library.
struct JsonAccess {
  static Library out(const Json& json) {
    struct Visitor {
      Library operator()(std::monostate) const { return nullptr; }
      Library operator()(bool v) const { return v; }
      Library operator()(std::int64_t v) const { return v; }
      Library operator()(double v) const { return v; }
      Library operator()(const std::string& v) const { return v; }
      Library operator()(const Json::Array& v) const {
        auto array = Library::array();
        for (const auto& item : v) array.push_back(out(item));
        return array;
      }
      Library operator()(const Json::Object& v) const {
        auto object = Library::object();
        for (const auto& [name, value] : v) object[name] = out(value);
        return object;
      }
    };
    return std::visit(Visitor{}, json.value_);
  }

  static Json in(const Library& from) {
    if (from.is_boolean()) return from.get<bool>();
    constexpr auto kMost = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (from.is_number_unsigned() && from.get<std::uint64_t>() > kMost) return from.get<double>();
    if (from.is_number_integer()) return from.get<std::int64_t>();
    if (from.is_number()) return from.get<double>();
    if (from.is_string()) return from.get<std::string>();
    if (from.is_array()) {
      auto array = Json::array();
      for (const auto& item : from) array.add(in(item));
      return array;
    }
    if (from.is_object()) {
      Json::Object object;
      for (const auto& [name, value] : from.items()) object.emplace_back(name, in(value));
      return object;
    }
    return {};
  }
};

Json& Json::set(std::string name, Json value) {
  if (is_null()) value_ = Object{};
  auto& members = std::get<Object>(value_);
  for (auto& [key, held] : members) {
    if (key != name) continue;
    held = std::move(value);
    return *this;
  }
  members.emplace_back(std::move(name), std::move(value));
  return *this;
}

Json& Json::add(Json value) {
  if (is_null()) value_ = Array{};
  std::get<Array>(value_).push_back(std::move(value));
  return *this;
}

const Json& Json::operator[](std::string_view name) const {
  static const Json null;
  for (const auto& [key, value] : members())
    if (key == name) return value;
  return null;
}

std::string Json::text(std::string_view otherwise) const {
  const auto* text = std::get_if<std::string>(&value_);
  return text != nullptr ? *text : std::string(otherwise);
}

std::int64_t Json::integer(std::int64_t otherwise) const {
  const auto* number = std::get_if<std::int64_t>(&value_);
  return number != nullptr ? *number : otherwise;
}

bool Json::truth() const {
  const auto* truth = std::get_if<bool>(&value_);
  return truth != nullptr && *truth;
}

const Json::Array& Json::items() const {
  static const Array none;
  const auto* array = std::get_if<Array>(&value_);
  return array != nullptr ? *array : none;
}

const Json::Object& Json::members() const {
  static const Object none;
  const auto* object = std::get_if<Object>(&value_);
  return object != nullptr ? *object : none;
}

std::string Json::dump(int indent) const {
  return JsonAccess::out(*this).dump(indent, ' ', false, Library::error_handler_t::replace);
}

Result<Json> Json::parse(std::string_view text) {
  constexpr int kDeepest = 64;
  bool too_deep = false;
  const auto guard = [&](int depth, Library::parse_event_t, Library&) {
    too_deep = too_deep || depth > kDeepest;
    return !too_deep;
  };
  const auto parsed = Library::parse(text, guard, false);
  if (too_deep) return invalid("", "This JSON is nested too deeply.");
  if (parsed.is_discarded()) return invalid("", "This is not valid JSON.");
  return JsonAccess::in(parsed);
}

}  // namespace enact::base
