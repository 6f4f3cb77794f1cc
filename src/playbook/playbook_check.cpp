// SPDX-License-Identifier: Apache-2.0
#include "playbook/playbook_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/csv.h"
#include "base/text.h"
#include "playbook/front_matter.h"

namespace enact::playbook {
namespace {

int line_of(const Document& document, std::string_view key) {
  const auto head = parse_front_matter(document.text);
  const auto* entry = head ? head->find(key) : nullptr;
  return entry != nullptr ? entry->line : 1;
}

std::string_view parent_key(Kind kind) {
  if (kind == Kind::strategy) return "purpose";
  return kind == Kind::play ? "strategy" : "play";
}

// Parents first: purposes, strategies, plays, then what hangs on plays.
int rank(Kind kind) {
  return static_cast<int>(kind);
}

}  // namespace

std::vector<base::Fault> faults_between(const std::vector<Document>& documents,
                                        const std::vector<std::string>& files,
                                        const std::vector<std::string>& organizations) {
  std::vector<base::Fault> faults;
  std::set<std::string> ids;
  for (const auto& document : documents) ids.insert(document.id());
  if (!ids.contains(item_id(Kind::cover, "")))
    faults.push_back({.field = {},
                      .message = "playbook.md is missing: it names the network and its playbook.",
                      .file = "playbook.md",
                      .line = 1});
  std::set<std::string> seen;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const auto& d = documents[i];
    const auto fault = [&](std::string_view key, std::string message) {
      faults.push_back({.field = std::string(key),
                        .message = std::move(message),
                        .file = files[i],
                        .line = line_of(d, key)});
    };
    if (!seen.insert(d.id()).second)
      fault("id", fmt::format("Another file has the id {} too.", d.id()));
    else if (files[i] != d.id() + ".md")
      fault("id", fmt::format("By its kind and id this file should be {}.md.", d.id()));
    if (!d.parent.empty() && !ids.contains(d.parent))
      fault(parent_key(d.kind), fmt::format("There is no {}.md in this playbook.", d.parent));
    if (!d.ecosystem.empty() &&
        std::find(organizations.begin(), organizations.end(), d.ecosystem) == organizations.end())
      fault("ecosystem", fmt::format("network/organizations.csv has no \"{}\".", d.ecosystem));
    for (const auto& slug : d.toolkit)
      if (!ids.contains(item_id(Kind::toolkit, slug)))
        fault("toolkit", fmt::format("There is no toolkit/{}.md in this playbook.", slug));
  }
  return faults;
}

base::Result<CheckedPlaybook> check_files(const Files& files) {
  CheckedPlaybook checked;
  std::vector<base::Fault> faults;
  std::vector<std::string> names, organizations;
  for (const auto& [path, content] : files) {
    if (path == "network/organizations.csv") {
      checked.organizations = content;
      const auto table = base::read_csv(content);
      for (std::size_t row = 0; table && row < table->rows.size(); ++row)
        organizations.emplace_back(table->cell(row, "id"));
      if (!table)
        for (auto fault : table.error().faults) {
          fault.file = path;
          faults.push_back(std::move(fault));
        }
      continue;
    }
    if (path == "README.md") continue;
    auto document = parse_document(content, path);
    if (!document) {
      const auto& found = document.error().faults;
      faults.insert(faults.end(), found.begin(), found.end());
      continue;
    }
    names.push_back(path);
    checked.documents.push_back(*std::move(document));
  }
  if (checked.documents.empty() && faults.empty())
    faults.push_back({.field = {},
                      .message = "There is no playbook here: no Markdown file was found.",
                      .file = {},
                      .line = 0});
  // References are looked at only among files that could all be read: else one fault would show
  // up as many.
  if (faults.empty()) faults = faults_between(checked.documents, names, organizations);
  if (!faults.empty()) return base::invalid(std::move(faults));
  std::stable_sort(
      checked.documents.begin(), checked.documents.end(),
      [](const Document& a, const Document& b) { return rank(a.kind) < rank(b.kind); });
  return checked;
}

}  // namespace enact::playbook
