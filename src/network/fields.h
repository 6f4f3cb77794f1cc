// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "identity/audit.h"
#include "network/field.h"
#include "store/database.h"

namespace enact::network {

// The fields of everybody and those of the ecosystem, in the order of pages, retired ones too. The
// ecosystem's own labels are in place.
std::vector<Field> fields(store::Reader& reader, Thing thing, std::string_view workspace);

std::optional<Field> find_field(store::Reader& reader, std::string_view id);

// A new field of the network (no workspace) or of an ecosystem. It gets an id made from its label.
base::Result<Field> add_field(store::Writer& writer, Field draft, identity::Event by);

// Words it anew; thing, workspace and shape stay, since facts have been noted.
base::Result<void> change_field(store::Writer& writer, Field draft, identity::Event by);

// What the ecosystem calls a field of everybody's; an empty label takes that back.
base::Result<void> label_field(store::Writer& writer,
                               std::string_view field,
                               std::string_view workspace,
                               std::string_view label,
                               identity::Event by);

}  // namespace enact::network
