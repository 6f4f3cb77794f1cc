// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "network/facts.h"
#include "network/form_views.h"
#include "store/database.h"

namespace enact::network {

// What stands in a form of facts: as it was posted, else what is known.
struct FactsDraft {
  std::map<std::string, std::string> written;  // by field
  std::string source;
  std::string as_of;
};

// The fields that are asked for: not retired, and of this kind of organization.
std::vector<Field> asked_facts(store::Reader& reader,
                               Thing thing,
                               std::string_view kind,
                               std::string_view workspace);

// The field of the form, called "fact-<field>".
Input fact_input(const Field& field, std::string value);

// The facts that the form changes, or all that is wrong with it.
base::Result<std::vector<Fact>> changed_facts(const std::vector<Field>& asked,
                                              const FactsByField& known,
                                              const FactsDraft& draft);

}  // namespace enact::network
