// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/asset.h"
#include "base/result.h"
#include "identity/audit.h"
#include "playbook/document.h"
#include "store/database.h"

namespace enact::playbook {

// A whole playbook as a folder of Markdown files with front matter, so that it can live in git:
// playbook.md, purposes/, strategies/, plays/, vignettes/, soundbites/, toolkit/, definitions/,
// and network/organizations.csv. Path in the folder -> content.
using Files = std::map<std::string, std::string>;

// Reads the .md and .csv files under `folder`. A fault for a folder that is not there.
base::Result<Files> read_folder(const std::filesystem::path& folder);
Files files_of(base::Assets assets);  // a playbook compiled into the program

// Writes each file beside its name and renames it, so that a reader never sees half a file; files
// of items that are no longer in the playbook are not removed.
base::Result<void> write_folder(const std::filesystem::path& folder, const Files& files);

// Everything that is wrong in the folder, each fault with file and line: what cannot be read, ids
// that are taken twice or do not match their file, references to what is not there.
struct CheckedPlaybook {
  std::vector<Document> documents;  // an item stands after its parent
  std::string organizations;        // CSV, or empty
};
base::Result<CheckedPlaybook> check_files(const Files& files);

struct PlaybookImport {
  int created = 0;
  int updated = 0;
  int unchanged = 0;
};

// Publishes all documents in one transaction. An item whose text is the published one already is
// left alone; another becomes a new published revision. Items that the folder does not have stay.
base::Result<PlaybookImport> import_playbook(store::Writer& writer,
                                             const CheckedPlaybook& checked,
                                             const identity::Event& by);

// The published texts, byte for byte as they were imported or saved.
Files export_playbook(store::Reader& reader);

}  // namespace enact::playbook
