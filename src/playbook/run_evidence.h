// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "identity/audit.h"
#include "store/database.h"

namespace enact::playbook {

// What shows that it happened: an address or a file.
struct RunEvidence {
  std::string id;
  std::string title;
  std::string url;  // of a link; empty for a file
  std::string file_name;
  std::string content_type;
  long long size = 0;  // bytes of a file
  std::string added_by_name;
  base::Instant added_at;

  bool is_file() const { return url.empty(); }
};

std::vector<RunEvidence> run_evidence(store::Reader& reader, std::string_view run);

struct EvidenceFile {
  RunEvidence facts;
  std::string content;
};
std::optional<EvidenceFile> find_evidence_file(store::Reader& reader,
                                               std::string_view run,
                                               std::string_view id);

// A link is http or https; without a title it shows its address.
struct AddLink {
  std::string title;
  std::string url;
};
base::Result<void> add_evidence(store::Writer& writer,
                                std::string_view run,
                                const AddLink& link,
                                const identity::Event& by);

// At most 5 MB, of a kind in evidence_file.h. Without a title it shows its name.
struct AddFile {
  std::string title;
  std::string file_name;
  std::string content;
};
base::Result<void> add_evidence(store::Writer& writer,
                                std::string_view run,
                                const AddFile& file,
                                const identity::Event& by);

base::Result<void> remove_evidence(store::Writer& writer,
                                   std::string_view run,
                                   std::string_view id,
                                   const identity::Event& by);

}  // namespace enact::playbook
