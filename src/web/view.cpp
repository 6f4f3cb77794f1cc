// SPDX-License-Identifier: Apache-2.0
#include "web/view.h"

#include <algorithm>

namespace enact::web {

View::Item& View::slot(std::string_view name) {
  const auto found = std::find_if(items_.begin(), items_.end(),
                                  [&](const Item& item) { return item.first == name; });
  if (found != items_.end()) return *found;
  return items_.emplace_back(std::string(name), false);
}

View& View::set(std::string_view name, std::string text) {
  slot(name).second = std::move(text);
  return *this;
}

View& View::set(std::string_view name, SafeHtml html) {
  slot(name).second = std::move(html);
  return *this;
}

View& View::set(std::string_view name, bool truth) {
  slot(name).second = truth;
  return *this;
}

View& View::set(std::string_view name, std::vector<View> list) {
  slot(name).second = std::move(list);
  return *this;
}

View& View::set(std::string_view name, View part) {
  std::vector<View> list;
  list.push_back(std::move(part));
  return set(name, std::move(list));
}

View& View::set_maybe(std::string_view name, std::string text) {
  set("has_" + std::string(name), !text.empty());
  return set(name, std::move(text));
}

View& View::set_list(std::string_view name, std::vector<View> list) {
  set("has_" + std::string(name), !list.empty());
  return set(name, std::move(list));
}

const View::Item* View::find(std::string_view name) const {
  const auto found = std::find_if(items_.begin(), items_.end(),
                                  [&](const Item& item) { return item.first == name; });
  return found != items_.end() ? &*found : nullptr;
}

}  // namespace enact::web
