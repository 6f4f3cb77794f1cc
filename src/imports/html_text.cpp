// SPDX-License-Identifier: Apache-2.0
#include "imports/html_text.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "base/text.h"
#include "imports/encoding.h"

namespace enact::imports {
namespace {

struct Entity {
  std::string_view name;
  std::string_view text;
};

// Those that people's editors write; HTML has two thousand more, which are kept as they stand.
constexpr Entity kEntities[] = {
    {"amp", "&"},    {"lt", "<"},     {"gt", ">"},     {"quot", "\""},  {"apos", "'"},
    {"nbsp", " "},   {"ensp", " "},   {"emsp", " "},   {"thinsp", " "}, {"zwnj", ""},
    {"ndash", "–"},  {"mdash", "—"},  {"hellip", "…"}, {"bull", "•"},   {"middot", "·"},
    {"lsquo", "‘"},  {"rsquo", "’"},  {"ldquo", "“"},  {"rdquo", "”"},  {"sbquo", "‚"},
    {"laquo", "«"},  {"raquo", "»"},  {"copy", "©"},   {"reg", "®"},    {"trade", "™"},
    {"deg", "°"},    {"frac12", "½"}, {"frac14", "¼"}, {"frac34", "¾"}, {"times", "×"},
    {"cent", "¢"},   {"pound", "£"},  {"euro", "€"},   {"sect", "§"},   {"para", "¶"},
    {"iexcl", "¡"},  {"iquest", "¿"}, {"aacute", "á"}, {"eacute", "é"}, {"iacute", "í"},
    {"oacute", "ó"}, {"uacute", "ú"}, {"ntilde", "ñ"}, {"uuml", "ü"},   {"ouml", "ö"},
    {"auml", "ä"},   {"agrave", "à"}, {"egrave", "è"}, {"ccedil", "ç"}, {"ecirc", "ê"},
    {"Aacute", "Á"}, {"Eacute", "É"}, {"Iacute", "Í"}, {"Oacute", "Ó"}, {"Uacute", "Ú"},
    {"Ntilde", "Ñ"}, {"shy", ""},     {"rarr", "→"},   {"larr", "←"},   {"minus", "−"},
};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::optional<std::string> numbered(std::string_view digits) {
  const bool is_hex = digits.starts_with('x') || digits.starts_with('X');
  if (is_hex) digits.remove_prefix(1);
  if (digits.empty() || digits.size() > 7) return std::nullopt;
  std::uint32_t value = 0;
  for (const char c : digits) {
    const auto lower = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
    if (lower >= '0' && lower <= '9')
      value = value * (is_hex ? 16 : 10) + static_cast<std::uint32_t>(lower - '0');
    else if (is_hex && lower >= 'a' && lower <= 'f')
      value = value * 16 + static_cast<std::uint32_t>(lower - 'a' + 10);
    else
      return std::nullopt;
  }
  std::string text;
  if (value == 0xA0) return " ";
  const bool is_control = (value < ' ' && value != '\n' && value != '\t') ||
                          (value >= 0x7F && value < 0xA0) || value == 0xAD;
  if (!is_control) append_utf8(text, value);
  return text;
}

// The entity at the start of a text that begins with "&", and its length; a length of 0 is none.
std::pair<std::string, std::size_t> entity(std::string_view text) {
  constexpr std::size_t kLongest = 10;
  const auto end = text.substr(0, kLongest + 2).find(';');
  if (end == std::string_view::npos) return {{}, 0};
  const auto name = text.substr(1, end - 1);
  if (name.starts_with('#')) {
    auto character = numbered(name.substr(1));
    return character ? std::pair(*character, end + 1) : std::pair(std::string(), std::size_t{0});
  }
  for (const auto& each : kEntities)
    if (each.name == name) return {std::string(each.text), end + 1};
  return {{}, 0};
}

// "<p", "</p", "<!", but not "< 5".
bool begins_tag(std::string_view text) {
  if (text.size() < 2 || text[0] != '<') return false;
  if (text[1] == '/') return text.size() > 2 && is_letter(text[2]);
  return is_letter(text[1]) || text[1] == '!' || text[1] == '?';
}

// The length of the tag or comment at the start of a text; 0 is none. A tag that never ends is
// none: "x <y" is a text.
std::size_t tag_length(std::string_view text) {
  if (!begins_tag(text)) return 0;
  if (text.starts_with("<!--")) {
    const auto end = text.find("-->", 4);
    return end == std::string_view::npos ? text.size() : end + 3;
  }
  char quote = 0;
  for (std::size_t at = 1; at < text.size(); ++at) {
    const char c = text[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if ((c == '"' || c == '\'') && text[at - 1] == '=') {
      quote = c;
    } else if (c == '>') {
      return at + 1;
    }
  }
  return 0;
}

std::string tag_name(std::string_view tag) {
  const std::size_t begin = tag.starts_with("</") ? 2 : 1;
  auto end = begin;
  while (end < tag.size() && (is_letter(tag[end]) || (tag[end] >= '0' && tag[end] <= '9'))) ++end;
  return base::lower(tag.substr(begin, end - begin));
}

bool is_one_of(std::string_view name, std::string_view names) {
  for (const auto each : base::split(names, ' '))
    if (each == name) return true;
  return false;
}

void begin_line(std::string& text) {
  while (text.ends_with(' ') || text.ends_with('\t')) text.pop_back();
  if (!text.empty() && !text.ends_with('\n')) text += '\n';
}

void apply(std::string_view tag, std::string_view name, std::string& text) {
  constexpr std::string_view kBlocks =
      "p div ul ol li table tr h1 h2 h3 h4 h5 h6 blockquote section article header footer pre hr";
  if (name == "br") {
    text += '\n';
  } else if (name == "td" || name == "th") {
    if (!text.empty() && !text.ends_with(' ') && !text.ends_with('\n')) text += ' ';
  } else if (is_one_of(name, kBlocks)) {
    begin_line(text);
    if (name == "li" && !tag.starts_with("</")) text += "- ";
  }
}

// At most one empty line, no blanks at the ends of lines.
std::string tidied(std::string_view text) {
  std::string result;
  int empty = 0;
  for (const auto line : base::split(text, '\n')) {
    auto end = line.size();
    while (end > 0 && (line[end - 1] == ' ' || line[end - 1] == '\r' || line[end - 1] == '\t'))
      --end;
    empty = end == 0 ? empty + 1 : 0;
    if (empty > 1) continue;
    result.append(line.substr(0, end)) += '\n';
  }
  return std::string(base::trim(result));
}

}  // namespace

bool looks_like_html(std::string_view text) {
  for (std::size_t at = 0; (at = text.find_first_of("<&", at)) != std::string_view::npos; ++at) {
    const auto rest = text.substr(at, 2'000);
    if (rest.front() == '<' ? tag_length(rest) > 0 : entity(rest).second > 0) return true;
  }
  return false;
}

std::string text_of_html(std::string_view html) {
  if (!looks_like_html(html)) return std::string(html);
  std::string text;
  bool has_tags = false;
  bool no_more_tags = false;  // once one did not end, what follows is within its quotes
  for (std::size_t at = 0; at < html.size();) {
    const auto rest = html.substr(at);
    if (rest.front() == '&') {
      const auto [character, length] = entity(rest);
      text += length > 0 ? character : "&";
      at += std::max<std::size_t>(length, 1);
      continue;
    }
    const auto length = rest.front() == '<' && !no_more_tags ? tag_length(rest) : 0;
    if (length == 0) {
      no_more_tags = no_more_tags || begins_tag(rest);
      text += rest.front();
      ++at;
      continue;
    }
    has_tags = true;
    at += length;
    const auto name = tag_name(rest.substr(0, length));
    const bool is_hidden = (name == "script" || name == "style") && !rest.starts_with("</");
    if (is_hidden) {
      const auto lower = base::lower(html.substr(at));
      const auto end = lower.find("</" + name);
      at = end == std::string::npos ? html.size() : at + end;
    }
    apply(rest.substr(0, length), name, text);
  }
  return has_tags ? tidied(text) : text;
}

}  // namespace enact::imports
