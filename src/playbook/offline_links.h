// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace enact::playbook {

// Address on the site -> file in the folder: "/plays/4-1" -> "plays/4-1.html".
using OfflineFiles = std::map<std::string, std::string, std::less<>>;

// A page of the site as a file at `here` ("plays/4-1.html"): links to other files of the folder
// are made relative, links to what only a server can answer become plain words, and what belongs
// to a running site (sign-in, forms) is left out.
std::string offline_page(std::string_view html, std::string_view here, const OfflineFiles& files);

}  // namespace enact::playbook
