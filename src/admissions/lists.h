// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "admissions/prospect.h"
#include "base/result.h"
#include "identity/audit.h"
#include "store/database.h"

namespace enact::admissions {

// Whom an ecosystem wants to win for one event.
struct ProspectList {
  std::string id;
  std::string workspace;
  std::string name;         // "Virtual happy hour, May 2023"
  std::string held_on;      // day, or empty
  std::string whereabouts;  // room, or address of the meeting
  std::string words;        // what the invitation says
  std::int64_t version = 0;
  Sums sums = {};  // filled by lists_in
};

constexpr std::size_t kMostProspects = 5000;

std::vector<ProspectList> lists_in(store::Reader& reader, std::string_view workspace);
std::optional<ProspectList> find_list(store::Reader& reader, std::string_view id);

// By name, with whether each wants no e-mail.
std::vector<Prospect> prospects_of(store::Reader& reader, std::string_view list);
std::optional<Prospect> find_prospect(store::Reader& reader, std::string_view id);

base::Result<ProspectList> make_list(store::Writer& writer, ProspectList draft, identity::Event by);
base::Result<void> change_list(store::Writer& writer, ProspectList draft, identity::Event by);

// Adds those who are not on the list yet: the same person, organization, or address. Says how many
// were added.
base::Result<std::size_t> add_prospects(store::Writer& writer,
                                        std::string_view list,
                                        const std::vector<Prospect>& drafts,
                                        identity::Event by);

// Which prospects an act is about.
using Chosen = std::function<bool(const Prospect&)>;

// Marks those chosen; how many they were. Choosing nobody is a fault.
base::Result<std::size_t> mark_prospects(store::Writer& writer,
                                         std::string_view list,
                                         const Chosen& chosen,
                                         const Marking& marking,
                                         identity::Event by);

// Takes those off the list who were put on it by mistake; who was invited stays.
base::Result<std::size_t> take_off(store::Writer& writer,
                                   std::string_view list,
                                   const Chosen& chosen,
                                   identity::Event by);

// Keeps a prospect that was changed.
void keep_prospect(store::Writer& writer, const Prospect& prospect);

// The commitment came of this prospect, if it is of the ecosystem.
void came_of(store::Writer& writer,
             std::string_view prospect,
             std::string_view commitment,
             std::string_view workspace,
             const identity::Event& by);

// An event about a list, for those who record one.
identity::Event about(identity::Event by, const ProspectList& list, std::string verb);

// "30 invited, 12 said yes, 10 came, 3 commitments" over all lists; empty when there is none.
std::string prospects_standing(store::Reader& reader, const std::string& workspace);

}  // namespace enact::admissions
