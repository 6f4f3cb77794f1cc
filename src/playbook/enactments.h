// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "identity/audit.h"
#include "store/database.h"

// A play is an enacted one where somebody did it and told of it: a run was written up and its
// vignette is published now. Always computed from these, never typed in.
namespace enact::playbook {

struct Enactment {
  std::string run;
  std::string workspace;
  std::string org_name;
  std::string vignette;  // item id
  std::string title;     // of the vignette
  std::string when;      // partial date; empty where nobody knows
  std::string source;    // of the vignette
  bool is_told = false;  // came with the playbook, not done here
};

// Oldest first, so that the first one is who did it first. What the playbook told without a date
// stands before everything, since it happened before the playbook was there.
std::vector<Enactment> enactments(store::Reader& reader, std::string_view play);

struct EnactedPlay {
  long long ecosystems = 0;  // different ones
  std::string first_workspace;
  std::string first_org_name;
  std::string first_when;  // partial date, or empty
};

// Every enacted play by item id, in one query; a play that is not here is aspirational.
using EnactedPlays = std::map<std::string, EnactedPlay, std::less<>>;
EnactedPlays enacted_plays(store::Reader& reader);

// How many runs of a play are planned or in progress, in all ecosystems together.
long long runs_under_way(store::Reader& reader, std::string_view play);

// A vignette that came with the playbook: a run that was told, not done here. Telling the same
// again changes nothing; telling it otherwise changes the run.
struct TellRun {
  std::string vignette;  // item id
  std::string play;      // item id
  std::string workspace;
  std::string title;
  std::string when;    // partial date; empty where nobody knows
  std::string source;  // where the account is from
};
base::Result<void> tell(store::Writer& writer, const TellRun& told, const identity::Event& by);

// Takes that run away again; nothing where there is none.
void untell(store::Writer& writer, std::string_view vignette, const identity::Event& by);

// To be called when a vignette is published: the run whose story it is becomes a written-up one.
base::Result<void> on_vignette_published(store::Writer& writer,
                                         std::string_view vignette,
                                         const identity::Event& by);

}  // namespace enact::playbook
