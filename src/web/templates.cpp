// SPDX-License-Identifier: Apache-2.0
#include "web/templates.h"

#include <fmt/format.h>

#include <fstream>
#include <kainjow/mustache.hpp>
#include <map>
#include <sstream>
#include <stdexcept>

#include "base/text.h"
#include "web/template_check.h"

namespace enact::web {
namespace {

namespace mustache = kainjow::mustache;

void fill(mustache::data& object, const View& view);

// The library copies whatever it is given, and a list once more for each level around it; so lists
// are put in empty and filled where they stand. None of these objects was made const.
void fill_list(mustache::data& object, const std::string& name, const std::vector<View>& list) {
  object.set(name, mustache::data(mustache::data::type::list));
  auto& items = const_cast<mustache::list&>(object.get(name)->list_value());
  items.reserve(list.size());
  for (const auto& view : list) {
    items.emplace_back(mustache::data::type::object);
    fill(items.back(), view);
  }
}

void fill(mustache::data& object, const View& view) {
  for (const auto& [name, value] : view.items()) {
    if (const auto* text = std::get_if<std::string>(&value))
      object.set(name, *text);
    else if (const auto* html = std::get_if<SafeHtml>(&value))
      object.set(name, html->text());
    else if (const auto* truth = std::get_if<bool>(&value))
      object.set(name, mustache::data(*truth ? mustache::data::type::bool_true
                                             : mustache::data::type::bool_false));
    else
      fill_list(object, name, std::get<std::vector<View>>(value));
  }
}

mustache::data data_of(const View& view) {
  mustache::data data{mustache::data::type::object};
  fill(data, view);
  return data;
}

// The library makes a node of every space, so indentation would cost more than the tags do.
std::string without_indentation(std::string_view text) {
  std::string result;
  for (const auto line : base::lines(text)) {
    const auto start = line.find_first_not_of(' ');
    if (start == std::string_view::npos) continue;
    result += line.substr(start);
    result += '\n';
  }
  return result;
}

// Puts the text of partials in place of {{>_name}}: the library would parse them at each use.
std::string with_partials(std::string text, const std::map<std::string, std::string>& partials) {
  constexpr int kMost = 200;  // more can only be a partial that holds itself
  for (int n = 0; n < kMost; ++n) {
    const auto at = text.find("{{>");
    if (at == std::string::npos) return text;
    const auto end = text.find("}}", at);
    const std::string name(base::trim(std::string_view(text).substr(at + 3, end - at - 3)));
    const auto found = partials.find(name);
    if (found == partials.end()) throw std::runtime_error("there is no partial " + name);
    std::string_view part = found->second;
    if (part.ends_with('\n')) part.remove_suffix(1);
    text.replace(at, end + 2 - at, part);
  }
  throw std::runtime_error("a partial includes itself");
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

}  // namespace

struct Templates::Parsed {
  struct One {
    std::string text;
    // Rendering is not const in the library, though it changes nothing unless a lambda fails, and
    // we use none; so one parsed template serves all threads.
    mutable mustache::mustache program;
  };
  std::map<std::string, One, std::less<>> by_name;
};

Templates::Templates(const std::vector<RoomPages>& rooms,
                     const std::filesystem::path& override_folder)
    : parsed_(std::make_unique<Parsed>()) {
  std::map<std::string, std::string> pages, partials;
  for (const auto& room : rooms)
    for (const auto& asset : room.assets) {
      if (!asset.path.starts_with("pages/") || !asset.path.ends_with(".html")) continue;
      const std::string file(asset.path.substr(6));
      const auto instead = override_folder / room.room / file;
      const bool is_replaced = !override_folder.empty() && std::filesystem::exists(instead);
      const auto text =
          without_indentation(is_replaced ? read_file(instead) : std::string(asset.content));
      if (file.starts_with('_'))
        partials[file.substr(0, file.size() - 5)] = text;
      else
        pages[fmt::format("{}/{}", room.room, file)] = text;
    }
  for (const auto& [name, text] : pages) {
    try {
      auto whole = with_partials(text, partials);
      mustache::mustache program(whole);
      if (!program.is_valid()) throw std::runtime_error(program.error_message());
      parsed_->by_name.emplace(name, Parsed::One{std::move(whole), std::move(program)});
    } catch (const std::runtime_error& error) {
      throw std::runtime_error(
          fmt::format("The template {} cannot be read: {}", name, error.what()));
    }
  }
}

Templates::~Templates() = default;

SafeHtml Templates::render(std::string_view room, std::string_view name, const View& view) const {
  const auto full_name = fmt::format("{}/{}", room, name);
  const auto found = parsed_->by_name.find(full_name);
  if (found == parsed_->by_name.end()) throw std::logic_error("no template " + full_name);
  if (strict_)
    if (const auto fault = template_fault(found->second.text, view); !fault.empty())
      throw std::logic_error(fmt::format("{}: {}", full_name, fault));
  std::string html;
  html.reserve(found->second.text.size() * 2);
  found->second.program.render(data_of(view), [&](const std::string& piece) { html += piece; });
  return SafeHtml::made_by_us(std::move(html));
}

std::vector<std::string> Templates::names() const {
  std::vector<std::string> names;
  for (const auto& [name, one] : parsed_->by_name) names.push_back(name);
  return names;
}

}  // namespace enact::web
