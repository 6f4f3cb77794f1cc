// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "network/facts.h"
#include "store/database.h"
#include "web/view.h"

namespace enact::network {

enum class Audience { everybody, those_who_take_part };

// Sets `topics`, each with its `facts`: what the audience may read of what is known, in the words
// of the ecosystem.
void show_facts(web::View& view,
                store::Reader& reader,
                const Subject& subject,
                std::string_view workspace,
                Audience audience);

}  // namespace enact::network
