// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "identity/audit.h"
#include "outreach/criterion.h"
#include "store/database.h"

namespace enact::outreach {

struct CriteriaSet {
  std::string workspace;  // whose it is; empty: the network's
  int version = 0;        // 0: there is none yet
  int goal = 8;           // how many candidates there should be
  std::vector<Criterion> criteria;
  std::string made_by;
  std::string made_at;
};

// The newest criteria of the ecosystem, else the network's, else none.
CriteriaSet criteria_for(store::Reader& reader, std::string_view workspace);

// Keeps `draft` as the next version. `draft.version` is that of the form: a conflict when somebody
// saved since. Of a form that showed the network's criteria, an ecosystem's own begin with version
// 0.
base::Result<CriteriaSet> save_criteria(store::Writer& writer,
                                        CriteriaSet draft,
                                        identity::Event by);

// Criteria as CSV: key,label,kind,field,rule,threshold,weight,levels,source, with the levels one a
// line in their cell. Every fault names its line.
base::Result<std::vector<Criterion>> read_criteria(std::string_view csv);
std::string write_criteria(const std::vector<Criterion>& criteria);

}  // namespace enact::outreach
