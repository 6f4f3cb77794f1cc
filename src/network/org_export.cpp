// SPDX-License-Identifier: Apache-2.0
#include "network/org_export.h"

#include <algorithm>

#include "network/orgs.h"

namespace enact::network {
namespace {

base::CsvRow row_of(const OrgRecord& org) {
  return {org.id,     org.name,   org.short_name, org.kind,  org.parent,
          org.region, org.cohort, org.joined,     org.about, words_of(org.priorities),
          org.source, org.as_of,  org.url};
}

}  // namespace

const base::CsvRow& org_columns() {
  static const base::CsvRow columns{"id",     "name",   "short_name", "kind",  "parent",
                                    "region", "cohort", "joined",     "about", "priorities",
                                    "source", "as_of",  "url"};
  return columns;
}

std::string cells_of(const OrgRecord& org) {
  return base::CsvWriter(row_of(org)).text();
}

std::string csv_of(const std::vector<OrgRecord>& orgs) {
  base::CsvWriter csv(org_columns());
  for (const auto& org : orgs) csv.add(row_of(org));
  return csv.text();
}

std::string json_of(const std::vector<OrgRecord>& orgs) {
  auto list = base::Json::array();
  for (const auto& org : orgs) list.add(to_json(org));
  return base::Json::object().set("organizations", std::move(list)).dump(2) + "\n";
}

std::string export_orgs(store::Reader& reader) {
  std::vector<std::pair<std::string, base::CsvRow>> rows;
  each_record(reader, [&](const OrgRecord& org) { rows.emplace_back(org.id, row_of(org)); });
  // By bytes, whatever order the database has.
  std::sort(rows.begin(), rows.end());
  base::CsvWriter csv(org_columns());
  for (const auto& [id, row] : rows) csv.add(row);
  return csv.text();
}

}  // namespace enact::network
