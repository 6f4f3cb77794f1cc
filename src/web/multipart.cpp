// SPDX-License-Identifier: Apache-2.0
#include "web/multipart.h"

#include <fmt/core.h>

#include <algorithm>

#include "base/text.h"
#include "web/http_text.h"

namespace enact::web {
namespace {

using base::invalid;

constexpr std::size_t kLongestBoundary = 70;                     // RFC 2046 section 5.1.1
constexpr std::size_t kLongestPartHead = std::size_t{8} * 1024;  // as the head of a whole request

bool is_boundary(std::string_view text) {
  constexpr std::string_view kMarks = "'()+_,-./:=? ";
  return !text.empty() && text.size() <= kLongestBoundary && text.back() != ' ' &&
         std::all_of(text.begin(), text.end(), [&](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                  kMarks.find(c) != std::string_view::npos;
         });
}

// Reads a quoted string after its first quote and leaves `text` behind the last one. Only quotes
// and backslashes can be escaped: some browsers send "C:\folder\file" as it stands.
std::optional<std::string> read_quoted(std::string_view& text) {
  std::string value;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') {
      text.remove_prefix(i + 1);
      return value;
    }
    if (text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == '"' || text[i + 1] == '\\')) ++i;
    value += text[i];
  }
  return std::nullopt;
}

// How browsers write a quote and line ends in a name (HTML, "multipart/form-data encoding").
std::string unescaped(std::string name) {
  for (const auto& [from, to] : {std::pair{"%22", "\""}, {"%0D", "\r"}, {"%0A", "\n"}})
    name = base::replace_all(std::move(name), from, to);
  return name;
}

// Fills all but the content. False: the part does not say which field it is.
bool read_part_head(std::string_view head, Part& part) {
  bool named = false;
  for (const auto line : base::lines(head)) {
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const auto name = base::trim(line.substr(0, colon));
    const auto value = base::trim(line.substr(colon + 1));
    if (equal_ignoring_case(name, "content-type")) {
      part.content_type = value;
    } else if (equal_ignoring_case(name, "content-disposition") && !named) {
      const auto kind = base::trim(value.substr(0, value.find(';')));
      auto field = header_parameter(value, "name");
      if (!equal_ignoring_case(kind, "form-data") || !field) return false;
      part.name = unescaped(std::move(*field));
      part.file_name = header_parameter(value, "filename");
      if (part.file_name) part.file_name = unescaped(std::move(*part.file_name));
      named = true;
    }
  }
  return named;
}

base::Failure cut_off() {
  return invalid("", "The form did not arrive whole. Send it again.");
}

}  // namespace

std::optional<std::string> header_parameter(std::string_view header, std::string_view name) {
  header.remove_prefix(std::min(header.find(';'), header.size()));
  while (!header.empty()) {
    header.remove_prefix(1);  // the semicolon
    const auto end = std::min(header.find_first_of(";="), header.size());
    const auto key = base::trim(header.substr(0, end));
    header.remove_prefix(end);
    if (header.empty() || header.front() == ';') continue;
    header.remove_prefix(1);
    std::optional<std::string> value;
    if (const auto rest = base::trim(header); rest.starts_with('"')) {
      header = rest.substr(1);
      value = read_quoted(header);
      if (!value) return std::nullopt;
      header.remove_prefix(std::min(header.find(';'), header.size()));
    } else {
      const auto stop = std::min(header.find(';'), header.size());
      value = base::trim(header.substr(0, stop));
      header.remove_prefix(stop);
    }
    if (equal_ignoring_case(key, name)) return value;
  }
  return std::nullopt;
}

base::Result<std::vector<Part>> parse_multipart(std::string_view content_type,
                                                std::string_view body,
                                                std::size_t most_parts) {
  const auto boundary = header_parameter(content_type, "boundary");
  if (!boundary || !is_boundary(*boundary))
    return invalid("", "The form's boundary is missing or malformed. Send the form again.");
  // A boundary holds no CR, so a failed comparison never has to go back: the search is linear.
  const std::string delimiter = "\r\n--" + *boundary;

  auto at = body.starts_with(std::string_view(delimiter).substr(2)) ? std::size_t{0}
                                                                    : body.find(delimiter);
  if (at == std::string_view::npos) return cut_off();
  body.remove_prefix(at == 0 && !body.starts_with('\r') ? delimiter.size() - 2
                                                        : at + delimiter.size());
  std::vector<Part> parts;
  while (!body.starts_with("--")) {
    body.remove_prefix(std::min(body.find_first_not_of(" \t"), body.size()));
    if (!body.starts_with("\r\n")) return cut_off();
    // The head may be empty, hence the search from the line end before it.
    const auto head = body.substr(0, kLongestPartHead).find("\r\n\r\n");
    if (head == std::string_view::npos) return cut_off();
    if (parts.size() == most_parts)
      return invalid("", fmt::format("The form has more than {} fields. Send it in smaller pieces.",
                                     most_parts));
    Part part;
    if (!read_part_head(body.substr(2, head), part))
      return invalid("", "A part of the form does not say which field it is. Send the form again.");
    body.remove_prefix(head + 2);
    // An empty content shares its CRLF with the end of the head.
    const auto end = body.find(delimiter);
    if (end == std::string_view::npos) return cut_off();
    part.content = end < 2 ? std::string_view{} : body.substr(2, end - 2);
    body.remove_prefix(end + delimiter.size());
    parts.push_back(std::move(part));
  }
  return parts;
}

}  // namespace enact::web
