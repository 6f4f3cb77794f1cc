// SPDX-License-Identifier: Apache-2.0
#include "network/vcard.h"

#include <algorithm>

#include "base/text.h"

namespace enact::network {
namespace {

constexpr std::size_t kLongestLine = 75;  // bytes, without the line end

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '\r') continue;
    if (c == '\n') {
      result += "\\n";
      continue;
    }
    if (c == '\\' || c == ',' || c == ';') result += '\\';
    result += c;
  }
  return result;
}

bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// Cuts between characters, never within one.
void append_line(std::string& card, std::string_view line) {
  std::size_t room = kLongestLine;
  while (line.size() > room) {
    auto cut = room;
    while (cut > 1 && continues_character(line[cut])) --cut;
    card.append(line.substr(0, cut)).append("\r\n ");
    line.remove_prefix(cut);
    room = kLongestLine - 1;  // behind the blank
  }
  card.append(line).append("\r\n");
}

// What a program can dial: digits, and what people put between them. "ext. 3" is no such thing.
std::string tel_uri(std::string_view phone) {
  std::string digits;
  for (const char c : phone) {
    if (c >= '0' && c <= '9')
      digits += c;
    else if (c == '+' && digits.empty())
      digits += c;
    else if (std::string_view(" -().").find(c) == std::string_view::npos)
      return {};
    else if (!digits.empty() && digits.back() != '-' && digits.back() != '+')
      digits += '-';
  }
  while (digits.ends_with('-')) digits.pop_back();
  // A local number is a URI only with its country (RFC 3966).
  return digits.starts_with('+') ? "tel:" + digits : std::string();
}

// "Duarte;Ana": the last word is taken for the family name, as most address books do.
std::string structured_name(const Card& card) {
  if (card.kind == Card::Kind::organization) return escaped(card.name) + ";;;;";
  const auto space = card.name.rfind(' ');
  if (space == std::string::npos) return ";" + escaped(card.name) + ";;;";
  return escaped(card.name.substr(space + 1)) + ";" + escaped(card.name.substr(0, space)) + ";;;";
}

// "20261122T093000Z" in version 4, "2026-11-22T09:30:00Z" in version 3.
std::string revision(std::string_view instant, CardVersion version) {
  if (instant.size() < 19) return {};
  auto text = std::string(instant.substr(0, 19)) + "Z";
  if (version == CardVersion::v4) std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  return text;
}

}  // namespace

std::optional<CardVersion> card_version_named(std::string_view text) {
  if (text == "3" || text == "3.0") return CardVersion::v3;
  if (text == "4" || text == "4.0") return CardVersion::v4;
  return std::nullopt;
}

std::string card_text(const Card& card, CardVersion version) {
  const bool is_v4 = version == CardVersion::v4;
  std::string text;
  const auto put = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) append_line(text, std::string(name) + ":" + value);
  };
  put("BEGIN", "VCARD");
  put("VERSION", is_v4 ? "4.0" : "3.0");
  put("PRODID", "-//Enact//Enact//EN");
  if (is_v4) put("KIND", card.kind == Card::Kind::organization ? "org" : "individual");
  put("UID", card.uid);
  put("FN", escaped(card.name));
  put("N", structured_name(card));
  put("ORG", escaped(card.kind == Card::Kind::organization ? card.name : card.organization));
  put("TITLE", escaped(card.role));
  put(is_v4 ? "EMAIL;TYPE=work" : "EMAIL;TYPE=INTERNET", escaped(card.email));
  const auto uri = is_v4 ? tel_uri(card.phone) : std::string();
  if (!uri.empty())
    put("TEL;VALUE=uri;TYPE=work", uri);
  else
    put("TEL;TYPE=work", escaped(card.phone));
  if (!(card.street + card.city + card.state + card.zip).empty())
    put("ADR;TYPE=work", ";;" + escaped(card.street) + ";" + escaped(card.city) + ";" +
                             escaped(card.state) + ";" + escaped(card.zip) + ";");
  put("URL", card.url);
  put("NOTE", escaped(card.note));
  put("REV", revision(card.revised, version));
  put("END", "VCARD");
  return text;
}

}  // namespace enact::network
