// SPDX-License-Identifier: Apache-2.0
#include "imports/vcard_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "base/json.h"
#include "base/text.h"
#include "imports/code_pages.h"
#include "imports/encoding.h"
#include "imports/record_table.h"

namespace enact::imports {
namespace {

constexpr int kMostOfAKind = 3;

// A line of a card, with those that go on with it: EMAIL;TYPE=work:ana@example.org
struct Property {
  std::string name;  // in capitals, without the group before a dot
  std::vector<std::string> parameters;
  std::string value;

  bool has(std::string_view parameter) const {
    return std::find(parameters.begin(), parameters.end(), parameter) != parameters.end();
  }
};

std::string upper(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return result;
}

// Up to the first of `mark` that stands in no quotes and behind no backslash.
std::size_t end_of(std::string_view text, char mark) {
  bool is_quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && !is_quoted) {
      ++i;
      continue;
    }
    if (text[i] == '"') is_quoted = !is_quoted;
    if (text[i] == mark && !is_quoted) return i;
  }
  return text.size();
}

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// "=C3=A9" (RFC 2045), as version 2.1 writes what is not ASCII.
std::string from_quoted_printable(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '=' && i + 2 < text.size() ? digit_of(text[i + 1]) : -1;
    const int low = high >= 0 ? digit_of(text[i + 2]) : -1;
    if (low < 0) {
      result += text[i];
      continue;
    }
    result += static_cast<char>(high * 16 + low);
    i += 2;
  }
  if (base::invalid_utf8(result)) decode(result, Encoding::windows_1252);
  return result;
}

std::string unescaped(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      result += text[i];
      continue;
    }
    const char next = text[++i];
    result += next == 'n' || next == 'N' ? '\n' : next;
  }
  return std::string(base::trim(result));
}

// The parts of "Duarte;Ana;;;", in which a semicolon behind a backslash is none.
std::vector<std::string> parts_of(std::string_view value) {
  std::vector<std::string> parts;
  for (;;) {
    // Quotes mean nothing in a value.
    std::size_t end = 0;
    while (end < value.size() && value[end] != ';') end += value[end] == '\\' ? 2U : 1U;
    end = std::min(end, value.size());
    parts.push_back(unescaped(value.substr(0, end)));
    if (end == value.size()) return parts;
    value.remove_prefix(end + 1);
  }
}

// Lines one after another, with those that go on with a line joined to it.
class Lines {
 public:
  explicit Lines(std::string_view text) : rest_(text) {}

  bool next(std::string& line, int& number) {
    if (rest_.empty()) return false;
    line = std::string(take());
    number = number_;
    const bool is_printable =
        upper(line.substr(0, end_of(line, ':'))).find("QUOTED-PRINTABLE") != std::string::npos;
    while (!rest_.empty()) {
      if (is_printable && line.ends_with('=')) {
        line.pop_back();
        line += take();
      } else if (rest_.front() == ' ' || rest_.front() == '\t') {
        line += take().substr(1);
      } else {
        break;
      }
    }
    return true;
  }

 private:
  std::string_view take() {
    auto line = rest_.substr(0, rest_.find('\n'));
    rest_.remove_prefix(std::min(line.size() + 1, rest_.size()));
    ++number_;
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
  }

  std::string_view rest_;
  int number_ = 0;
};

Property property_of(std::string_view line) {
  Property property;
  const auto colon = end_of(line, ':');
  auto head = line.substr(0, colon);
  const auto value = line.substr(std::min(colon + 1, line.size()));
  const auto name_end = end_of(head, ';');
  auto name = head.substr(0, name_end);
  if (const auto dot = name.rfind('.'); dot != std::string_view::npos) name.remove_prefix(dot + 1);
  property.name = upper(base::trim(name));
  head.remove_prefix(std::min(name_end + 1, head.size()));
  while (!head.empty()) {
    const auto end = end_of(head, ';');
    property.parameters.push_back(upper(base::trim(head.substr(0, end))));
    head.remove_prefix(std::min(end + 1, head.size()));
  }
  const bool is_printable =
      property.has("ENCODING=QUOTED-PRINTABLE") || property.has("QUOTED-PRINTABLE");
  property.value = is_printable ? from_quoted_printable(value) : std::string(value);
  return property;
}

struct Column {
  std::string_view property;
  std::string_view column;
};

// What is one text.
constexpr std::array kTexts{
    Column{"FN", "name"},           Column{"EMAIL", "email"},   Column{"TEL", "phone"},
    Column{"TITLE", "role"},        Column{"ROLE", "function"}, Column{"URL", "web page"},
    Column{"NOTE", "note"},         Column{"UID", "uid"},       Column{"CATEGORIES", "categories"},
    Column{"NICKNAME", "nickname"}, Column{"KIND", "kind"}};

constexpr std::array<std::string_view, 2> kNames{"family name", "given name"};
// The first two, a post-office box and a room, come before the street.
constexpr std::array<std::string_view, 7> kAddress{"post-office box", "room",     "street", "city",
                                                   "state",           "zip code", "country"};

// A card as it grows.
class CardRecord {
 public:
  void add(const Property& property) {
    const auto& value = property.value;
    if (property.name == "N") return put_parts(parts_of(value), kNames);
    if (property.name == "ADR") return put_parts(parts_of(value), kAddress);
    if (property.name == "ORG") return put("organization", base::join(filled(value), ", "));
    for (const auto& text : kTexts)
      if (property.name == text.property) return put(std::string(text.column), text_of(property));
  }

  // The name as it is shown, else put together from its parts; an organization's card may have
  // nothing but that.
  base::Json finish() {
    if (!cells_.contains("name")) {
      const auto given = cells_["given name"], family = cells_["family name"];
      auto name = given + (given.empty() || family.empty() ? "" : " ") + family;
      if (name.empty()) name = cells_["organization"];
      if (name.empty()) return {};
      cells_["name"] = name;
    }
    auto json = base::Json::object();
    json.set("name", cells_["name"]);
    for (const auto& column : order_)
      if (column != "name" && !cells_[column].empty()) json.set(column, cells_[column]);
    return json;
  }

 private:
  static std::vector<std::string> filled(std::string_view value) {
    auto parts = parts_of(value);
    std::erase(parts, "");
    return parts;
  }

  static std::string text_of(const Property& property) {
    auto text = unescaped(property.value);
    if (property.name == "TEL" && base::lower(text.substr(0, 4)) == "tel:") text.erase(0, 4);
    return text;
  }

  void put(const std::string& column, const std::string& text) {
    if (text.empty()) return;
    auto name = column;
    for (int i = 2; cells_.contains(name); ++i) {
      if (i > kMostOfAKind) return;
      name = fmt::format("{} {}", column, i);
    }
    cells_[name] = text;
    order_.push_back(name);
  }

  template <std::size_t size>
  void put_parts(const std::vector<std::string>& parts,
                 const std::array<std::string_view, size>& columns) {
    for (std::size_t i = 0; i < std::min(parts.size(), size); ++i)
      put(std::string(columns[i]), parts[i]);
  }

  std::map<std::string, std::string> cells_;
  std::vector<std::string> order_;
};

}  // namespace

base::Result<Opened> open_vcards(std::string_view text,
                                 Encoding encoding,
                                 const TableLimits& limits) {
  RecordTable table(limits);
  Lines lines(text);
  std::string line;
  int number = 0, begun = 0;
  bool is_in_card = false;
  CardRecord card;
  const auto give_up = [&](std::string fault) {
    table.add_unreadable("BEGIN:VCARD", begun, std::move(fault));
  };
  while (lines.next(line, number)) {
    const auto said = upper(base::trim(line));
    if (said == "BEGIN:VCARD") {
      if (is_in_card) give_up("This card has no end.");
      is_in_card = true;
      begun = number;
      card = {};
    } else if (is_in_card && said == "END:VCARD") {
      is_in_card = false;
      const auto record = card.finish();
      if (record.is_null())
        give_up("This card has no name.");
      else if (!table.add(record, begun))
        return base::invalid("", table.fault());
    } else if (is_in_card) {
      card.add(property_of(line));
    }
  }
  if (is_in_card) give_up("This card has no end.");
  if (table.is_unreadable())
    return base::invalid("",
                         "No contact card in this file can be read: each has to begin with "
                         "BEGIN:VCARD, to have a name, and to end with END:VCARD.");
  return std::move(table).finish(Format::vcard, encoding, {});
}

}  // namespace enact::imports
