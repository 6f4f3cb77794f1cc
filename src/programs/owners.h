// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"

namespace enact::programs {

// Who has a step to do, or offers something.
struct Owner {
  std::string name;
  std::string thing;  // "user", "person", "organization" or empty: nobody on record
  std::string id;
};

// Whom a step may be given to: those who may come in, and those on record at the program.
std::vector<Owner> owners_at(store::Reader& reader,
                             std::string_view workspace,
                             std::string_view program);

// The one of them that is called so, else somebody on record in the ecosystem, else the name alone.
Owner owner_called(store::Reader& reader,
                   std::string_view workspace,
                   std::string_view program,
                   std::string_view name);

// The organization, or the person of the ecosystem, that is called so; else the name alone.
Owner giver_called(store::Reader& reader, std::string_view workspace, std::string_view name);

}  // namespace enact::programs
