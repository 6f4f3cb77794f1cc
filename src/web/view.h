// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "web/safe_html.h"

namespace enact::web {

// What a template is filled with: names for texts (escaped when written), SafeHtml, truths, and
// lists or parts, which are views again. A section sees the names of the views around it.
class View {
 public:
  using Item = std::pair<std::string, std::variant<std::string, SafeHtml, bool, std::vector<View>>>;

  View& set(std::string_view name, std::string text);
  View& set(std::string_view name, std::string_view text) { return set(name, std::string(text)); }
  View& set(std::string_view name, const char* text) { return set(name, std::string(text)); }
  View& set(std::string_view name, SafeHtml html);
  View& set(std::string_view name, bool truth);
  View& set(std::string_view name, long long number) { return set(name, std::to_string(number)); }
  View& set(std::string_view name, int number) { return set(name, std::to_string(number)); }
  View& set(std::string_view name, long number) { return set(name, std::to_string(number)); }
  View& set(std::string_view name, std::size_t number) { return set(name, std::to_string(number)); }
  View& set(std::string_view name, std::vector<View> list);
  View& set(std::string_view name, View part);

  // Sets `name` to the text and `has_<name>` to whether there is one.
  View& set_maybe(std::string_view name, std::string text);
  // Sets `name` to the list and `has_<name>` to whether it holds anything.
  View& set_list(std::string_view name, std::vector<View> list);

  const Item* find(std::string_view name) const;
  const std::vector<Item>& items() const { return items_; }

 private:
  Item& slot(std::string_view name);
  std::vector<Item> items_;
};

}  // namespace enact::web
