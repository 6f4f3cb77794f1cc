// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/result.h"

namespace enact::identity {

// Somebody who can come in. Never deleted, since the audit names them: disabled.
struct User {
  std::string id;
  std::string email;  // in lower case; what they sign in with
  std::string name;
  bool has_password = false;
  bool has_second_factor = false;
  base::Instant created;
  std::optional<base::Instant> disabled_at;

  bool is_disabled() const { return disabled_at.has_value(); }
};

// The address as we keep it, trimmed and in lower case. Field "email".
base::Result<std::string> email_address(std::string_view typed);

// One line of 1 to 120 characters. Field "name".
base::Result<std::string> person_name(std::string_view typed);

}  // namespace enact::identity
