// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "identity/audit.h"
#include "store/database.h"

namespace enact::playbook {

// What one ecosystem writes beside the hub's text of an item, for itself.
struct LocalNote {
  std::string workspace;
  std::string item;
  std::string text;
  std::string html;
  long long seen_revision = 0;  // of the hub's text, when it was last written or looked at
  std::string written_by_name;
  std::string written_at;
  long long version = 0;
};

std::optional<LocalNote> find_local_note(store::Reader& reader,
                                         std::string_view workspace,
                                         std::string_view item);

// `based_on` is the version the writer saw, 0 for a new note; a conflict when it has moved on.
base::Result<void> write_local_note(store::Writer& writer,
                                    const LocalNote& note,
                                    long long based_on,
                                    const identity::Event& by);

// The ecosystem has seen the hub's text up to this revision.
void mark_seen(store::Writer& writer,
               std::string_view workspace,
               std::string_view item,
               long long revision);

}  // namespace enact::playbook
