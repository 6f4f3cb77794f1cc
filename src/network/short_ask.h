// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "network/introduction_mail.h"

namespace enact::network {

// What stands in the places of the toolkit's message.
struct AskNames {
  std::string introducer;
  std::string via;  // or empty
  std::string target;
  std::string office;  // where the target is: "Lakeview College Admissions", or empty
  std::string ecosystem;
  std::string asker;
  std::string asker_email;
};

// The toolkit's document about which the form is filled in.
inline constexpr const char* kShortAsk = "short-ask";

// The message of the toolkit's short ask that speaks of [person], with names in its places; a text
// of our own where the document has none, such as in a network with another playbook.
AskText short_ask(std::string_view markdown, const AskNames& names);

}  // namespace enact::network
