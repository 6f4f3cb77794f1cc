// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "network/csv_file.h"
#include "network/kinds.h"
#include "network/merge_references.h"
#include "network/network.h"
#include "network/org_export.h"
#include "network/org_rows.h"
#include "network/orgs.h"
#include "network/people_index.h"

namespace enact::network {
namespace {

const Columns& columns() {
  static const Columns all{
      .all = org_columns(),
      .required = {"id", "name", "kind"},
  };
  return all;
}

struct Line {
  int number;
  OrgRecord org;
};

// What is stored of the organization, with the columns of the file laid over it.
OrgRecord overlaid(OrgRecord org, const CsvFile& file, std::size_t row) {
  const std::pair<const char*, std::string*> lines[] = {
      {"name", &org.name},     {"short_name", &org.short_name},
      {"kind", &org.kind},     {"parent", &org.parent},
      {"region", &org.region}, {"cohort", &org.cohort},
      {"joined", &org.joined}, {"url", &org.url},
      {"source", &org.source}, {"as_of", &org.as_of}};
  for (const auto& [column, value] : lines)
    if (file.has(column)) *value = file.one_line(row, column);
  if (file.has("about")) org.about = file.several_lines(row, "about");
  if (file.has("priorities"))
    org.priorities = priorities_from(file.several_lines(row, "priorities"));
  return tidied(std::move(org));
}

class Import {
 public:
  Import(store::Writer& writer, const identity::Event& by) : writer_(writer), by_(by) {}

  base::Result<ImportCount> run(const CsvFile& file) {
    for (std::size_t row = 0; row < file.size(); ++row) read(file, row);
    check();
    if (!faults_.empty()) return base::invalid(std::move(faults_));
    return save();
  }

 private:
  void add_fault(int line, std::string field, std::string message) {
    faults_.push_back(
        {.field = std::move(field), .message = std::move(message), .file = {}, .line = line});
  }

  // Only what the file names is read.
  std::map<std::string, OrgRecord>::const_iterator find_stored(const std::string& id) {
    if (const auto known = stored_.find(id); known != stored_.end()) return known;
    auto found = find_record(writer_, id);
    return found ? stored_.emplace(id, std::move(*found)).first : stored_.end();
  }

  void read(const CsvFile& file, std::size_t row) {
    const int line = file.line(row);
    auto id = file.one_line(row, "id");
    const bool is_made = id.empty();
    if (is_made) id = base::slug(file.one_line(row, "name"));
    if (const auto other = by_id_.find(id); other != by_id_.end() && !id.empty()) {
      add_fault(line, "id",
                fmt::format("\"{}\" stands in line {} already. Each organization has one line.",
                            base::shorten(id, 80), lines_[other->second].number));
      return;
    }
    const auto stored = find_stored(id);
    if (const auto stands = standing_id(writer_, Thing::organization, id);
        stored == stored_.end() && !stands.empty()) {
      add_fault(line, "id",
                fmt::format("\"{}\" was merged into \"{}\". Give that id.", id, stands));
      return;
    }
    if (is_made && stored != stored_.end()) {
      add_fault(line, "id",
                fmt::format("There is already an organization \"{}\". Give that id to change it, "
                            "or another one to add a second of that name.",
                            id));
      return;
    }
    OrgRecord org = stored != stored_.end() ? stored->second : OrgRecord{};
    org.id = id;
    by_id_.emplace(id, lines_.size());
    lines_.push_back({line, overlaid(std::move(org), file, row)});
  }

  // Only when all lines are read, since a part may stand before the whole.
  void check() {
    const OrgTree tree(lines_and_those_above());
    const auto known = kinds(writer_);
    for (const auto& line : lines_)
      for (auto& fault : faults_of(line.org, known, tree))
        add_fault(line.number, std::move(fault.field), std::move(fault.message));
    std::stable_sort(faults_.begin(), faults_.end(),
                     [](const base::Fault& a, const base::Fault& b) { return a.line < b.line; });
  }

  std::vector<Org> lines_and_those_above() {
    std::map<std::string, Org> all;
    for (const auto& line : lines_) all.emplace(line.org.id, line.org);
    for (const auto& line : lines_)
      for (auto parent = line.org.parent; !parent.empty() && !all.contains(parent);) {
        const auto org = find_org(writer_, parent);
        if (!org) break;
        all.emplace(org->id, *org);
        parent = org->parent;
      }
    std::vector<Org> orgs;
    for (auto& [id, org] : all) orgs.push_back(std::move(org));
    return orgs;
  }

  base::Result<ImportCount> save() {
    ImportCount count;
    std::vector<std::string> moved;
    std::set<std::string> were_of;
    for (const auto& [number, org] : lines_) {
      const auto stored = stored_.find(org.id);
      if (stored != stored_.end() && cells_of(stored->second) == cells_of(org)) {
        ++count.unchanged;
        continue;
      }
      const bool moves = stored != stored_.end() &&
                         (stored->second.parent != org.parent || stored->second.kind != org.kind);
      if (moves) {
        moved.push_back(org.id);
        were_of.insert(workspace_of(writer_, org.id));
      }
      switch (save_row(writer_, org, by_)) {
        case Saving::added:
          ++count.created;
          break;
        case Saving::changed:
          ++count.updated;
          break;
        case Saving::refused:
          return base::conflict("Somebody saved while the file was read. Please try again.");
      }
    }
    reindex_people(writer_, moved, were_of);
    return count;
  }

  store::Writer& writer_;
  const identity::Event& by_;
  std::map<std::string, OrgRecord> stored_;
  std::vector<Line> lines_;
  std::map<std::string, std::size_t> by_id_;
  std::vector<base::Fault> faults_;
};

}  // namespace

base::Result<ImportCount> import_orgs(store::Writer& writer,
                                      std::string_view csv,
                                      const identity::Event& by) {
  const auto file = CsvFile::read(csv, columns());
  if (!file) return tl::unexpected(file.error());
  return Import(writer, by).run(*file);
}

}  // namespace enact::network
