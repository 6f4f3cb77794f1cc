// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace enact::network {

// A contact card, as telephones and mail programs take it (RFC 2426 and RFC 6350).
struct Card {
  enum class Kind { person, organization };

  Kind kind = Kind::person;
  std::string uid;           // an address of ours, for ever
  std::string name;          // of the person or the organization
  std::string organization;  // where the person works
  std::string role;          // "Program director"
  std::string email;
  std::string phone;
  std::string url;
  std::string street, city, state, zip;
  std::string note;
  std::string revised;  // "2026-11-22T09:30:00.000Z"
};

enum class CardVersion { v3, v4 };
// "3", "3.0", "4", "4.0".
std::optional<CardVersion> card_version_named(std::string_view text);

// Lines end with CRLF and are no longer than 75 bytes; the next one goes on behind a blank.
std::string card_text(const Card& card, CardVersion version);

}  // namespace enact::network
