// SPDX-License-Identifier: Apache-2.0
#include "playbook/transfer.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include "app/edition.h"
#include "base/text.h"
#include "network/network.h"
#include "playbook/items.h"
#include "playbook/playbook_check.h"
#include "playbook/publishing.h"
#include "playbook/queries.h"
#include "playbook/rendering.h"

namespace enact::playbook {
namespace {

constexpr std::string_view kOrganizations = "network/organizations.csv";
constexpr std::uintmax_t kLargestFile = 4 * 1024 * 1024;

enum class Change { created, updated, unchanged };

base::Result<Change> import_document(store::Writer& writer,
                                     const Document& document,
                                     const std::vector<Term>& terms,
                                     const identity::Event& by) {
  const auto item = find_item(writer, document.id());
  if (item && item->is_published()) {
    const auto published = find_revision(writer, item->id, *item->published_revision);
    if (published && published->text == document.text) return Change::unchanged;
  }
  const auto based_on = item ? item->latest_revision : 0;
  const auto draft =
      save_draft(writer, {.text = document.text, .based_on = based_on, .note = "Imported"}, by);
  if (!draft)
    return base::conflict(fmt::format(
        "{}.md was changed by somebody else just now. Nothing was imported; import again.",
        document.id()));
  writer.run(sql::move_revision, {{"item", document.id()},
                                  {"number", draft->number},
                                  {"state", name_of(RevisionState::published)},
                                  {"reviewer", by.actor},
                                  {"reviewer_name", by.actor_name},
                                  {"now", by.at.iso()},
                                  {"comment", ""}});
  show_as_published(writer, document, draft->number, terms, by.at);
  record_item_event(writer, by, "published", document, draft->number);
  return item ? Change::updated : Change::created;
}

}  // namespace

base::Result<Files> read_folder(const std::filesystem::path& folder) {
  if (!std::filesystem::is_directory(folder))
    return base::not_found(fmt::format("There is no folder {}.", folder.string()));
  Files files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const auto path = std::filesystem::relative(entry.path(), folder).generic_string();
    if (path.starts_with('.') || !entry.is_regular_file()) continue;
    if (!path.ends_with(".md") && path != kOrganizations) continue;
    if (entry.file_size() > kLargestFile)
      return base::invalid(std::vector<base::Fault>{
          {.field = {}, .message = "The file is larger than 4 MB.", .file = path, .line = 1}});
    std::ifstream in(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    files[path] = text.str();
  }
  return files;
}

Files files_of(base::Assets assets) {
  Files files;
  for (const auto& asset : assets) files[std::string(asset.path)] = std::string(asset.content);
  return files;
}

base::Result<void> write_folder(const std::filesystem::path& folder, const Files& files) {
  for (const auto& [path, content] : files) {
    const auto target = folder / path;
    auto unfinished = target;
    unfinished += ".tmp";
    std::error_code error;
    std::filesystem::create_directories(target.parent_path(), error);
    std::ofstream out(unfinished, std::ios::binary);
    out << content;
    out.close();
    if (!out)
      return base::conflict(
          fmt::format("{} cannot be written. Is the disk full, or the folder "
                      "not yours?",
                      target.string()));
    std::filesystem::rename(unfinished, target);
  }
  return {};
}

base::Result<PlaybookImport> import_playbook(store::Writer& writer,
                                             const CheckedPlaybook& checked,
                                             const identity::Event& by) {
  if (!checked.organizations.empty())
    if (auto orgs = network::import_orgs(writer, checked.organizations, by); !orgs) {
      auto error = orgs.error();
      for (auto& fault : error.faults)
        if (fault.file.empty()) fault.file = kOrganizations;
      return tl::unexpected(std::move(error));
    }
  PlaybookImport count;
  const std::vector<Term> none;
  for (const auto& document : checked.documents) {
    const auto change = import_document(writer, document, none, by);
    if (!change) return tl::unexpected(change.error());
    switch (*change) {
      case Change::created:
        ++count.created;
        break;
      case Change::updated:
        ++count.updated;
        break;
      case Change::unchanged:
        ++count.unchanged;
        continue;
    }
    if (auto told = tell_of(writer, document, by); !told) return tl::unexpected(told.error());
  }
  if (count.created + count.updated > 0) render_all_again(writer);
  return count;
}

Files export_playbook(store::Reader& reader) {
  Files files;
  for (const auto& row : reader.all(sql::all_published_texts))
    files[row.text("id") + ".md"] = row.text("text");
  const auto organizations = network::export_orgs(reader);
  if (organizations.find('\n') + 1 < organizations.size())
    files[std::string(kOrganizations)] = organizations;
  return files;
}

}  // namespace enact::playbook
