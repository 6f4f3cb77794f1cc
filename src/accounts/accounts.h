// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

// The public face of the room: how people come in and what they may do here. The rules and tables
// are identity's; this room has the pages, the messages and the commands.
namespace enact::accounts {

// The password of every account of a demo network, shown on the sign-in page there. Too common to
// be chosen anywhere else.
inline constexpr std::string_view kDemoPassword = "make-believe-river";

}  // namespace enact::accounts
