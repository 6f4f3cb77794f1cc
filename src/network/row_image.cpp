// SPDX-License-Identifier: Apache-2.0
#include "network/row_image.h"

#include <fmt/format.h>

#include <cstdlib>
#include <variant>

namespace enact::network {
namespace {

struct AsJson {
  base::Json operator()(std::monostate) const { return {}; }
  base::Json operator()(std::int64_t number) const { return number; }
  // In its shortest exact digits, apart from texts and whole numbers.
  base::Json operator()(double number) const {
    return base::Json::object().set("number", fmt::format("{}", number));
  }
  base::Json operator()(const std::string& text) const { return text; }
};

}  // namespace

base::Json image_of(const store::Row& row) {
  auto image = base::Json::object();
  for (const auto& name : row.names()) image.set(name, std::visit(AsJson{}, row.value(name)));
  return image;
}

store::Param param(const base::Json& image, std::string_view column) {
  const auto& value = image[column];
  if (value.is_null()) return {column, std::nullopt};
  if (value.is_text()) return {column, value.text()};
  if (value.is_object()) return {column, std::strtod(value["number"].text().c_str(), nullptr)};
  return {column, value.integer()};
}

}  // namespace enact::network
