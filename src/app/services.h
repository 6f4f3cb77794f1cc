// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/config.h"
#include "app/reference.h"
#include "app/tool.h"
#include "base/clock.h"
#include "identity/session.h"
#include "identity/signer.h"
#include "store/database.h"
#include "web/metrics.h"
#include "web/templates.h"

namespace enact::app {

// What a domain room is given to work with. Made once in main and lent to everybody; holds no
// state of its own, since several processes may serve one database.
struct Services {
  const Config& config;
  store::Database& db;
  const base::Clock& clock;
  const web::Templates& templates;
  const identity::Signer& signer;
  const identity::Sessions& sessions;
  web::Metrics& metrics;

  // The ecosystem that an organization belongs to (itself for an ecosystem, "" for none). The
  // room that knows organizations fills this in when it starts.
  std::function<std::string(store::Reader&, const std::string& org)> workspace_of =
      [](store::Reader&, const std::string& org) { return org; };

  // The Markdown of a document of the toolkit as the ecosystem uses it: its own copy, else what is
  // published; "" where there is none. The room that knows the toolkit fills this in.
  std::function<std::string(
      store::Reader&, const std::string& document, const std::string& ecosystem)>
      toolkit_text =
          [](store::Reader&, const std::string&, const std::string&) { return std::string(); };

  // The pages on which plays are done; rooms add theirs when they start.
  std::vector<Tool> tools = {};
  // And those about one organization or person each.
  std::vector<RecordPage> record_pages = {};
  // Where rooms hold the ids of organizations and people, in the order in which a merge moves them.
  std::vector<Reference> references = {};

  // What the network is called, read now; a visit has it already. Not from inside a read or write.
  std::string network_name() const;
};

}  // namespace enact::app
