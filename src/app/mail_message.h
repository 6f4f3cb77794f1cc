// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/date.h"

namespace enact::app {

// What stands on the envelope and in the header of a message.
struct MailMessage {
  std::string id;  // unique; becomes the Message-ID
  std::string from;
  std::string from_name;
  std::string to;
  std::string to_name;
  std::string subject;
  std::string text;
  base::Instant date;
};

// The message as RFC 5322 wants it, with CRLF line ends: ASCII only, text in UTF-8 as base64,
// names and subject as RFC 2047 words. No value can add a header, whatever it holds.
std::string rfc5322(const MailMessage& message);

// A single address that may be handed to a mail server: one "@", no space, control character,
// bracket, quote, comma, semicolon or backslash.
bool is_mail_address(std::string_view text);

std::string_view domain_of(std::string_view address);  // "example.org"

}  // namespace enact::app
