// SPDX-License-Identifier: Apache-2.0
#include "app/mail_message.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "base/text.h"

namespace enact::app {
namespace {

// base64 of RFC 2045: padded, unlike the one for addresses.
std::string base64(std::string_view bytes) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const auto left = std::min<std::size_t>(3, bytes.size() - at);
    unsigned group = 0;
    for (std::size_t i = 0; i < 3; ++i)
      group = group << 8U | (i < left ? static_cast<unsigned char>(bytes[at + i]) : 0U);
    for (std::size_t i = 0; i < 4; ++i)
      text += i <= left ? kDigits[group >> (18 - 6 * i) & 63U] : '=';
  }
  return text;
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7f;
}

// A header's text in one line.
std::string one_line(std::string_view text) {
  std::string line(text);
  std::replace_if(line.begin(), line.end(), is_control, ' ');
  return std::string(base::trim(line));
}

// Unstructured header text: as it stands where it is printable ASCII, else RFC 2047 words of at
// most 75 characters, cut between characters.
std::string header_text(std::string_view text) {
  const auto line = one_line(text);
  const bool is_plain =
      line.size() < 60 && line.find("=?") == std::string::npos &&
      std::all_of(line.begin(), line.end(), [](char c) { return c >= ' ' && c <= '~'; });
  if (is_plain) return line;
  constexpr std::size_t kBytesPerWord = 42;
  std::string words;
  for (std::size_t at = 0; at < line.size();) {
    auto end = std::min(at + kBytesPerWord, line.size());
    while (end < line.size() && end > at + 1 &&
           (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80)
      --end;
    if (!words.empty()) words += "\r\n ";
    words += fmt::format("=?utf-8?B?{}?=", base64(std::string_view(line).substr(at, end - at)));
    at = end;
  }
  return words;
}

// "Ana Lopez <ana@example.org>". A name is always quoted or encoded, since a bare one may hold
// characters that mean something there.
std::string mailbox(std::string_view name, std::string_view address) {
  const auto line = one_line(name);
  if (line.empty()) return fmt::format("<{}>", address);
  const auto text = header_text(line);
  if (text != line) return fmt::format("{} <{}>", text, address);
  std::string quoted;
  for (const char c : line) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return fmt::format("\"{}\" <{}>", quoted, address);
}

std::string date_text(base::Instant at) {
  constexpr std::string_view kDays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::string_view kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = at.day();
  const auto date = day.date();
  const std::chrono::hh_mm_ss time(
      std::chrono::floor<std::chrono::seconds>(at.point() - day.days()));
  return fmt::format(
      "{}, {:02} {} {:04} {:02}:{:02}:{:02} +0000",
      kDays[std::chrono::weekday(day.days()).c_encoding()], static_cast<unsigned>(date.day()),
      kMonths[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
      time.hours().count(), time.minutes().count(), time.seconds().count());
}

std::string body_lines(std::string_view text) {
  constexpr std::size_t kWidth = 76;
  // Line ends inside base64 text are those of the canonical form, CRLF (RFC 2045 section 6.8).
  const auto unix_text = base::replace_all(std::string(text), "\r\n", "\n");
  const auto digits = base64(base::replace_all(unix_text, "\n", "\r\n"));
  std::string lines;
  for (std::size_t at = 0; at < digits.size(); at += kWidth)
    lines += digits.substr(at, kWidth) + "\r\n";
  return lines;
}

}  // namespace

std::string rfc5322(const MailMessage& message) {
  return fmt::format(
      "From: {}\r\n"
      "To: {}\r\n"
      "Subject: {}\r\n"
      "Date: {}\r\n"
      "Message-ID: <{}@{}>\r\n"
      "MIME-Version: 1.0\r\n"
      "Content-Type: text/plain; charset=utf-8\r\n"
      "Content-Transfer-Encoding: base64\r\n"
      "Auto-Submitted: auto-generated\r\n"
      "\r\n"
      "{}",
      mailbox(message.from_name, message.from), mailbox(message.to_name, message.to),
      header_text(message.subject), date_text(message.date), one_line(message.id),
      domain_of(message.from), body_lines(message.text));
}

bool is_mail_address(std::string_view text) {
  const auto at = text.find('@');
  if (at == 0 || at == std::string_view::npos || at + 1 == text.size() || text.size() > 254)
    return false;
  if (text.find('@', at + 1) != std::string_view::npos || text.front() == '-') return false;
  return std::none_of(text.begin(), text.end(), [](char c) {
    return is_control(c) || std::string_view(" <>()[],;:\\\"").find(c) != std::string_view::npos;
  });
}

std::string_view domain_of(std::string_view address) {
  const auto at = address.rfind('@');
  return at == std::string_view::npos ? std::string_view("localhost") : address.substr(at + 1);
}

}  // namespace enact::app
