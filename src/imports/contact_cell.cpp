// SPDX-License-Identifier: Apache-2.0
#include "imports/contact_cell.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/text.h"

namespace enact::imports {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

base::Failure refuse(std::string_view cell, std::string_view why) {
  return base::invalid("", fmt::format("{} {}", quoted(cell), why));
}

// Names joined by dots, the last one of letters; letters of other scripts count.
bool is_host(std::string_view host) {
  constexpr std::size_t kLongest = 253;
  const auto names = base::split(host, '.');
  if (names.size() < 2 || host.size() > kLongest) return false;
  for (const auto name : names) {
    const bool is_fine = !name.empty() && name.size() <= 63 && name.front() != '-' &&
                         name.back() != '-' && std::all_of(name.begin(), name.end(), [](char c) {
                           return is_letter(c) || is_digit(c) || c == '-' || c < 0;
                         });
    if (!is_fine) return false;
  }
  const auto last = names.back();
  return last.size() >= 2 &&
         (last.starts_with("xn--") || std::none_of(last.begin(), last.end(), is_digit));
}

// The host of an address without its scheme: up to a port, a path, a question or a mark.
std::string_view host_of(std::string_view rest) {
  return rest.substr(0, rest.find_first_of(":/?#"));
}

bool has_good_port(std::string_view rest) {
  rest.remove_prefix(host_of(rest).size());
  if (!rest.starts_with(':')) return true;
  const auto port = rest.substr(1, rest.find_first_of("/?#") - 1);
  return !port.empty() && port.size() <= 5 && std::all_of(port.begin(), port.end(), is_digit);
}

}  // namespace

Read<std::string> read_url(std::string_view cell) {
  constexpr std::size_t kLongest = 2'000;
  const auto text = trimmed(cell);
  if (text.empty() || text.size() > kLongest) return refuse(cell, "is no web address.");
  const bool has_space = std::any_of(text.begin(), text.end(),
                                     [](char c) { return c >= 0 && (c <= ' ' || c == 127); });
  if (has_space || text.find_first_of("<>\"\\^`{|}") != std::string_view::npos)
    return refuse(cell, "is no single web address; it holds a space or a sign that none has.");
  const auto lower = base::lower(text);
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (!lower.starts_with(scheme)) continue;
    const auto rest = text.substr(scheme.size());
    if (host_of(rest).find('@') != std::string_view::npos || !is_host(host_of(rest)) ||
        !has_good_port(rest))
      return refuse(cell, "does not name a host such as www.example.org.");
    if (lower.find("://", scheme.size()) != std::string::npos &&
        (lower.find(",http") != std::string::npos || lower.find(";http") != std::string::npos))
      return refuse(cell, "holds more than one web address.");
    return Reading<std::string>{std::string(scheme) + std::string(rest), {}};
  }
  const auto host = host_of(text);
  const auto colon = text.find(':');
  if (colon != std::string_view::npos && (colon < host.size() + 1) && !has_good_port(text))
    return refuse(cell, "is no web address; it must begin with http:// or https://.");
  if (text.find('@') != std::string_view::npos || text.find("://") != std::string_view::npos ||
      !is_host(host))
    return refuse(cell, "is no web address; it must begin with http:// or https://.");
  return Reading<std::string>{"https://" + std::string(text),
                              fmt::format("{} is read with https:// before it.", quoted(cell))};
}

Read<std::string> read_email(std::string_view cell) {
  constexpr std::size_t kLongest = 254;
  constexpr std::string_view kAtoms = "!#$%&'*+/=?^_`{|}~-.";
  std::string warning;
  auto text = trimmed(cell);
  if (base::lower(text.substr(0, 7)) == "mailto:") text.remove_prefix(7);
  if (text.ends_with('>') && std::count(text.begin(), text.end(), '<') == 1) {
    const auto open = text.find('<');
    if (open > 0)
      warning = fmt::format("{} is read without the name before the address.", quoted(cell));
    text = text.substr(open + 1, text.size() - open - 2);
  }
  const auto at = text.find('@');
  if (at == std::string_view::npos || text.size() > kLongest)
    return refuse(cell, "is no e-mail address.");
  if (text.find('@', at + 1) != std::string_view::npos)
    return refuse(cell, "is not one e-mail address.");
  const auto local = text.substr(0, at);
  const bool is_fine =
      !local.empty() && local.size() <= 64 && local.front() != '.' && local.back() != '.' &&
      local.find("..") == std::string_view::npos &&
      std::all_of(local.begin(), local.end(), [&](char c) {
        return is_letter(c) || is_digit(c) || c < 0 || kAtoms.find(c) != std::string_view::npos;
      });
  if (!is_fine || !is_host(text.substr(at + 1))) return refuse(cell, "is no e-mail address.");
  return Reading<std::string>{std::string(local) + '@' + base::lower(text.substr(at + 1)), warning};
}

Read<Phone> read_phone(std::string_view cell) {
  constexpr std::size_t kLongest = 60;
  const auto text = base::lower(trimmed(cell));
  if (text.empty() || text.size() > kLongest) return refuse(cell, "is no phone number.");
  std::string_view number = text;
  std::string_view extension;
  for (const std::string_view mark : {"extension", "ext.", "ext", "x", "#"}) {
    const auto at = text.find(mark);
    if (at == std::string_view::npos || at == 0) continue;
    number = base::trim(number.substr(0, at));
    extension = base::trim(std::string_view(text).substr(at + mark.size()));
    while (extension.starts_with('.') || extension.starts_with(':'))
      extension = base::trim(extension.substr(1));
    const bool is_fine = !extension.empty() && extension.size() <= 8 &&
                         std::all_of(extension.begin(), extension.end(), is_digit);
    if (!is_fine) return refuse(cell, "has an extension that is not a number.");
    break;
  }
  std::string digits;
  std::copy_if(number.begin(), number.end(), std::back_inserter(digits), is_digit);
  const bool is_spaced = std::all_of(number.begin(), number.end(), [](char c) {
    return is_digit(c) || std::string_view(" ()-./+").find(c) != std::string_view::npos;
  });
  if (!is_spaced) return refuse(cell, "holds more than one phone number, or signs that none has.");
  if (number.rfind('+') != std::string_view::npos &&
      (number.rfind('+') != 0 || !digits.starts_with('1')))
    return refuse(cell, "is not a number of the United States.");
  if (digits.size() == 11 && digits.front() == '1') digits.erase(0, 1);
  if (digits.size() == 7) return refuse(cell, "has no area code.");
  if (digits.size() > 10)
    return refuse(cell, fmt::format("has {} digits. If the last ones are an extension, write "
                                    "\"ext.\" before them.",
                                    digits.size()));
  if (digits.size() < 10) return refuse(cell, "has fewer digits than a phone number.");
  if (digits[0] < '2' || digits[3] < '2')
    return refuse(cell,
                  "is no phone number: neither an area code nor the number behind it begins "
                  "with 0 or 1.");
  return Reading<Phone>{
      {fmt::format("{}-{}-{}", digits.substr(0, 3), digits.substr(3, 3), digits.substr(6)),
       std::string(extension)},
      {}};
}

}  // namespace enact::imports
