// SPDX-License-Identifier: Apache-2.0
#include "identity/user.h"

#include <algorithm>

#include "base/text.h"

namespace enact::identity {
namespace {

constexpr std::size_t kLongestEmail = 254;  // RFC 5321
constexpr std::size_t kLongestName = 120;

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7f;
}

// Characters that would end the address inside a message's header, or make it two.
bool is_out_of_place(char c) {
  return is_control(c) || std::string_view(" \"(),:;<>[\\]").find(c) != std::string_view::npos;
}

bool looks_like_a_domain(std::string_view domain) {
  const auto labels = base::split(domain, '.');
  return labels.size() > 1 && std::none_of(labels.begin(), labels.end(), [](const auto& label) {
           return label.empty() || label.front() == '-' || label.back() == '-';
         });
}

}  // namespace

base::Result<std::string> email_address(std::string_view typed) {
  const auto email = base::lower(base::trim(typed));
  if (email.empty()) return base::invalid("email", "Please give an e-mail address.");
  const auto parts = base::split(email, '@');
  if (email.size() > kLongestEmail || parts.size() != 2 || parts[0].empty() ||
      !looks_like_a_domain(parts[1]) || std::any_of(email.begin(), email.end(), is_out_of_place) ||
      base::invalid_utf8(email))
    return base::invalid("email",
                         "This is not an e-mail address. It should look like ana@example.org.");
  return email;
}

base::Result<std::string> person_name(std::string_view typed) {
  const std::string name(base::trim(typed));
  if (name.empty()) return base::invalid("name", "Please give a name.");
  if (name.size() > kLongestName)
    return base::invalid("name", "A name may have at most 120 characters.");
  if (std::any_of(name.begin(), name.end(), is_control) || base::invalid_utf8(name))
    return base::invalid("name", "A name is one line of ordinary letters.");
  return name;
}

}  // namespace enact::identity
