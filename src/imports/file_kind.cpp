// SPDX-License-Identifier: Apache-2.0
#include "imports/file_kind.h"

#include <algorithm>

#include "base/text.h"

namespace enact::imports {
namespace {

struct Sign {
  std::string_view begin;
  std::string_view sentence;
};

constexpr std::string_view kWorkbook =
    "This is an Excel workbook or another zipped file. Open it, choose \"Save as\", then \"CSV "
    "UTF-8\", and bring that file.";
constexpr std::string_view kOldWorkbook =
    "This is an Excel workbook of the old kind or another Office file. Open it, choose \"Save "
    "as\", then \"CSV UTF-8\", and bring that file.";
constexpr std::string_view kPicture =
    "This is a picture. What is needed is a table, such as a "
    "spreadsheet saved as \"CSV UTF-8\".";
constexpr std::string_view kPacked = "This file is compressed. Unpack it and bring what is in it.";
constexpr std::string_view kWebPage =
    "This is a web page or XML, whatever its name says. Open it in a spreadsheet, choose \"Save "
    "as\", then \"CSV UTF-8\", and bring that file.";

constexpr Sign kSigns[] = {
    {"PK\x03\x04", kWorkbook},
    {"PK\x05\x06", kWorkbook},
    {"\xD0\xCF\x11\xE0", kOldWorkbook},
    {"%PDF-",
     "This is a PDF, from which tables cannot be read. Ask for the spreadsheet behind it."},
    {"{\\rtf",
     "This is a text document (RTF). Save its table from a spreadsheet as \"CSV UTF-8\"."},
    {"SQLite format 3", "This is a database file. Export the table from it as CSV."},
    {"\x1F\x8B", kPacked},
    {"BZh", kPacked},
    {"7z\xBC\xAF", kPacked},
    {"Rar!", kPacked},
    {"\x89PNG", kPicture},
    {"\xFF\xD8\xFF", kPicture},
    {"GIF8", kPicture},
};

constexpr Sign kTextSigns[] = {
    {"<", kWebPage},
    {"begin:vcalendar", "This is a calendar (iCalendar), not a table of rows."},
};

// `key:` or `key: value`, perhaps after `- `; a name of letters, digits, blanks and -_.
bool is_yaml_line(std::string_view line) {
  if (line.starts_with("- ")) line.remove_prefix(2);
  const auto colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) return false;
  if (colon + 1 < line.size() && line[colon + 1] != ' ') return false;
  const auto name = line.substr(0, colon);
  return name.size() <= 60 && std::all_of(name.begin(), name.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '-' || c == '_' || c == '.' || c == ' ' || c == '"' || c == '\'';
         });
}

bool begins_like_yaml(std::string_view text) {
  constexpr int kLines = 4;  // that must look like it, or as many as there are
  int seen = 0;
  bool has_name = false;
  while (!text.empty() && seen < kLines) {
    auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    const bool is_indented = line.starts_with(' ');
    line = base::trim(line);
    if (line.empty() || line.starts_with('#')) continue;
    if (seen == 0 && (line == "---" || line.starts_with("--- ") || line.starts_with("%YAML")))
      return true;
    if (line == "---" && has_name) return true;
    ++seen;
    if (is_yaml_line(line)) {
      has_name = true;
    } else if (!(line == "-" || line.starts_with("- ") || (is_indented && has_name))) {
      return false;
    }
  }
  return has_name;
}

// An opening bracket and then what may stand behind it, so that a CSV header such as "[id],name"
// is not taken for it.
bool begins_like_json(std::string_view text) {
  text = base::trim(text.substr(0, 4096));
  if (text.empty() || (text.front() != '[' && text.front() != '{')) return false;
  const auto rest = base::trim(text.substr(1));
  constexpr std::string_view kInList = "[{\"]-0123456789tfn";
  constexpr std::string_view kInObject = "\"}";
  const auto next = text.front() == '[' ? kInList : kInObject;
  return rest.empty() || next.find(rest.front()) != std::string_view::npos;
}

}  // namespace

std::optional<std::string> why_no_table(std::string_view bytes) {
  for (const auto& sign : kSigns)
    if (bytes.starts_with(sign.begin)) return std::string(sign.sentence);
  const auto text = base::lower(base::trim(bytes.substr(0, 1024)));
  for (const auto& sign : kTextSigns)
    if (text.starts_with(sign.begin)) return std::string(sign.sentence);
  // A text has no NUL and few other signs below the space.
  const auto head = bytes.substr(0, 8192);
  const auto strange = std::count_if(head.begin(), head.end(), [](char c) {
    return c >= 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v';
  });
  if (strange * 50 > std::ssize(head))
    return "This is not a text file. Save the sheet as \"CSV UTF-8\" and bring that file.";
  return std::nullopt;
}

Format detect_format(std::string_view text) {
  const auto head = base::trim(text.substr(0, 256));
  if (base::lower(head.substr(0, 11)) == "begin:vcard") return Format::vcard;
  if (begins_like_json(text)) return Format::json;
  return begins_like_yaml(text.substr(0, std::size_t{16} << 10)) ? Format::yaml : Format::csv;
}

}  // namespace enact::imports
