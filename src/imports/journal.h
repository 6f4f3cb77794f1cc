// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "imports/import.h"
#include "store/database.h"

namespace enact::imports {

// The collection of imports: every file that was handed in, and how far it is.

struct NewImport {
  std::string org;
  std::string file_name;
  Mapping mapping;  // its target is what is imported
};

// Keeps the file, in a transaction of its own for each megabyte, so that nobody waits for a large
// one. Refused with a sentence: nothing in it, larger than kMostFileBytes.
inline constexpr std::size_t kMostFileBytes = std::size_t{32} << 20;
base::Result<std::string> begin_import(store::Database& db,
                                       const NewImport& draft,
                                       std::string_view bytes,
                                       const Deed& by);

std::optional<Import> find_import(store::Reader& reader, std::string_view id);

// The newest first, at most kMostListed: those of these ecosystems, and the person's own.
inline constexpr int kMostListed = 200;
std::vector<Import> imports_of(store::Reader& reader,
                               const std::vector<std::string>& orgs,
                               std::string_view user);
std::vector<Import> all_imports(store::Reader& reader);

// Other imports of the same bytes into the same target that went in and were not taken back.
std::vector<Import> imports_of_same_file(store::Reader& reader, const Import& import);

// The bytes, as they were handed in; nothing when they were deleted.
std::optional<std::string> file_of(store::Reader& reader, std::string_view import);

// Deletes the files of imports that are over or went in before `done_before`, and those that nobody
// touched since `left_before`. Says of how many.
std::int64_t forget_files(store::Writer& writer,
                          base::Instant done_before,
                          base::Instant left_before);

// The steps from state to state. Each says whether it took place: whoever comes second, with
// another form or another job, finds the import in another state and changes nothing.
bool set_mapping(store::Writer& writer, const Import& import, const Mapping& mapping);
bool ask_for_plan(store::Writer& writer, std::string_view id, base::Instant now);
bool begin_planning(store::Writer& writer, std::string_view id, std::string_view run);
bool note_progress(store::Writer& writer, const Import& import);  // rows_done of its run
bool finish_planning(store::Writer& writer, const Import& import, base::Instant now);
bool ask_for_commit(store::Writer& writer, const Import& import, base::Instant now);
bool finish_commit(store::Writer& writer, std::string_view id, const Deed& by);
bool ask_for_undo(store::Writer& writer, std::string_view id, base::Instant now);
bool finish_undo(store::Writer& writer, std::string_view id, const Deed& by);
bool cancel(store::Writer& writer, std::string_view id, base::Instant now);

// Back from what was asked for, with the reason.
bool go_back(store::Writer& writer, std::string_view id, State from, std::string_view message);

// Keeps a sentence about what was done.
void say(store::Writer& writer, std::string_view id, std::string_view message);

// The plan was changed by a decision.
void touch_plan(store::Writer& writer, std::string_view id, base::Instant now);

}  // namespace enact::imports
