// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "identity/audit.h"
#include "network/field.h"
#include "store/database.h"

namespace enact::network {

// What the facts are about.
struct Subject {
  Thing thing = Thing::organization;
  std::string id;
};

using FactsByField = std::map<std::string, Fact, std::less<>>;

FactsByField facts_of(store::Reader& reader, const Subject& subject);
Fact fact_from(const store::Row& row);

// Those that have the value in the field, by id: whose IPEDS unit is it?
std::vector<std::string> subjects_with(store::Reader& reader,
                                       std::string_view field,
                                       std::string_view value);

// Notes each fact in place of what was known; one with an empty value is forgotten. Values are as
// kept_value() gives them. `version` is that of the form: when somebody saved since, a conflict
// naming who. Says how many facts changed; the subject's version counts up when any did.
base::Result<int> note_facts(store::Writer& writer,
                             const Subject& subject,
                             const std::vector<Fact>& facts,
                             std::int64_t version,
                             identity::Event by);

// Keeps one fact, or forgets it when its value is empty, and nothing more: for an import, which
// counts up the subject's version and notes the change once for all of its facts.
void keep_fact(store::Writer& writer,
               const Subject& subject,
               const Field& field,
               const Fact& fact,
               const identity::Event& by);

}  // namespace enact::network
