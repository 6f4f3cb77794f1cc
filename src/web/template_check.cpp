// SPDX-License-Identifier: Apache-2.0
#include "web/template_check.h"

#include <fmt/format.h>

#include <vector>

#include "base/text.h"

namespace enact::web {
namespace {

struct Tag {
  char kind;  // 'v' text, '{' raw, '#', '^', '/', '!'
  std::string name;
};

std::vector<Tag> tags_of(std::string_view text) {
  std::vector<Tag> tags;
  for (std::size_t at = 0; (at = text.find("{{", at)) != std::string_view::npos;) {
    const bool raw = text.substr(at).starts_with("{{{");
    const auto end = text.find(raw ? "}}}" : "}}", at);
    if (end == std::string_view::npos) break;
    auto inner = text.substr(at + (raw ? 3 : 2), end - at - (raw ? 3 : 2));
    char kind = raw ? '{' : 'v';
    if (!raw && !inner.empty() &&
        std::string_view("#^/!").find(inner[0]) != std::string_view::npos) {
      kind = inner[0];
      inner.remove_prefix(1);
    }
    tags.push_back({kind, std::string(base::trim(inner))});
    at = end + (raw ? 3 : 2);
  }
  return tags;
}

class Checker {
 public:
  explicit Checker(std::vector<Tag> tags) : tags_(std::move(tags)) {}

  std::string run(const View& view) {
    around_.push_back(&view);
    walk(0, tags_.size());
    return fault_;
  }

 private:
  const View::Item* find(const std::string& name) const {
    for (auto view = around_.rbegin(); view != around_.rend(); ++view)
      if (const auto* item = (*view)->find(name)) return item;
    return nullptr;
  }

  // The tag that closes the section opened at `open`.
  std::size_t close_of(std::size_t open, std::size_t end) const {
    int depth = 0;
    for (std::size_t i = open; i < end; ++i) {
      if (tags_[i].kind == '#' || tags_[i].kind == '^') ++depth;
      if (tags_[i].kind == '/' && --depth == 0) return i;
    }
    return end;
  }

  void walk(std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to && fault_.empty(); ++i) {
      const Tag& tag = tags_[i];
      if (tag.kind == '!' || tag.kind == '/') continue;
      const auto* item = find(tag.name);
      if (item == nullptr) {
        fault_ = fmt::format("the view has no \"{}\"", tag.name);
      } else if (tag.kind == 'v' || tag.kind == '{') {
        check_text(tag, *item);
      } else {
        const auto close = close_of(i, to);
        check_section(tag, *item, i + 1, close);
        i = close;
      }
    }
  }

  void check_text(const Tag& tag, const View::Item& item) {
    const bool wants_raw = std::holds_alternative<SafeHtml>(item.second);
    if (!wants_raw && !std::holds_alternative<std::string>(item.second))
      fault_ = fmt::format("\"{}\" is no text", tag.name);
    else if (wants_raw != (tag.kind == '{'))
      fault_ = fmt::format("\"{}\" needs {}", tag.name, wants_raw ? "{{{ }}}" : "{{ }}");
  }

  void check_section(const Tag& tag, const View::Item& item, std::size_t from, std::size_t to) {
    if (const auto* truth = std::get_if<bool>(&item.second)) {
      if (*truth == (tag.kind == '#')) walk(from, to);
    } else if (const auto* list = std::get_if<std::vector<View>>(&item.second)) {
      if (tag.kind == '^' && list->empty()) walk(from, to);
      if (tag.kind == '^') return;
      for (const auto& view : *list) {
        around_.push_back(&view);
        walk(from, to);
        around_.pop_back();
      }
    } else {
      fault_ = fmt::format("\"{}\" opens a section but is a text", tag.name);
    }
  }

  std::vector<Tag> tags_;
  std::vector<const View*> around_;
  std::string fault_;
};

}  // namespace

std::string template_fault(std::string_view text, const View& view) {
  return Checker(tags_of(text)).run(view);
}

}  // namespace enact::web
