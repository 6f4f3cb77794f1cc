// SPDX-License-Identifier: Apache-2.0
#include "network/orgs.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "network/kinds.h"
#include "network/org_rows.h"
#include "network/people_index.h"
#include "network/plain_text.h"
#include "network/queries.h"

namespace enact::network {
namespace {

std::vector<Org> orgs_from(const store::Rows& rows) {
  std::vector<Org> orgs;
  orgs.reserve(rows.size());
  for (const auto& row : rows) orgs.push_back(org_from(row));
  sort_by_name(orgs);
  return orgs;
}

bool has_words(const OrgRecord& org, std::string_view words) {
  const auto text = base::lower(org.name + " " + org.short_name + " " + org.region);
  for (const auto word : base::split(words, ' '))
    if (text.find(base::lower(word)) == std::string::npos) return false;
  return true;
}

// "lakeside", or "lakeside-2" where that is taken.
std::string free_id(const OrgTree& tree, std::string_view name) {
  constexpr std::size_t kRoomForNumber = 6;
  auto stem = base::slug(name);
  if (stem.empty()) stem = "organization";
  if (tree.find(stem) == nullptr) return stem;
  stem.resize(std::min(stem.size(), 80 - kRoomForNumber));
  for (int n = 2;; ++n)
    if (auto id = fmt::format("{}-{}", stem, n); tree.find(id) == nullptr) return id;
}

base::Failure saved_meanwhile(const OrgRecord& stored) {
  return base::conflict(
      fmt::format("{} saved this while you were writing. Your text is kept below; nothing of "
                  "theirs was changed.",
                  name_or_somebody(stored.updated_by)));
}

}  // namespace

std::optional<Org> find_org(store::Reader& reader, std::string_view id) {
  const auto row = reader.one(sql::find_org, {{"id", id}});
  return row ? std::optional(org_from(*row)) : std::nullopt;
}

std::string org_name(store::Reader& reader, std::string_view id) {
  const auto org = find_org(reader, id);
  return org ? org->name : std::string(id);
}

std::vector<Org> orgs(store::Reader& reader, std::string_view kind) {
  return orgs_from(kind.empty() ? reader.all(sql::all_orgs)
                                : reader.all(sql::orgs_of_kind, {{"kind", kind}}));
}

std::vector<Org> ecosystems(store::Reader& reader) {
  auto found = orgs(reader, kEcosystem);
  std::stable_sort(found.begin(), found.end(),
                   [](const Org& a, const Org& b) { return cohort_place(a) < cohort_place(b); });
  return found;
}

std::vector<Org> parts_of(store::Reader& reader, std::string_view org) {
  return orgs_from(reader.all(sql::parts_of_org, {{"org", org}}));
}

std::string workspace_of(store::Reader& reader, std::string_view org) {
  const auto row = reader.one(sql::workspace_of_org, {{"org", org}});
  return row ? row->text("id") : std::string();
}

std::optional<OrgRecord> find_record(store::Reader& reader, std::string_view id) {
  const auto row = reader.one(sql::find_org, {{"id", id}});
  return row ? std::optional(record_from(*row)) : std::nullopt;
}

std::vector<OrgRecord> records(store::Reader& reader, const OrgFilter& filter) {
  std::vector<OrgRecord> found;
  for (const auto& row : reader.all(sql::all_records)) {
    auto org = record_from(row);
    if (!filter.kind.empty() && org.kind != filter.kind) continue;
    if (!filter.cohort.empty() && org.cohort != filter.cohort) continue;
    if (has_words(org, filter.words)) found.push_back(std::move(org));
  }
  std::sort(found.begin(), found.end(), [](const OrgRecord& a, const OrgRecord& b) {
    return std::tuple(base::lower(a.name), a.id) < std::tuple(base::lower(b.name), b.id);
  });
  return found;
}

OrgTree tree(store::Reader& reader) {
  return OrgTree(orgs(reader));
}

base::Result<OrgRecord> add_org(store::Writer& writer, OrgRecord draft, identity::Event by) {
  auto org = tidied(std::move(draft));
  const auto now = tree(writer);
  if (org.id.empty()) org.id = free_id(now, org.name);
  if (now.find(org.id) != nullptr)
    return base::conflict(fmt::format("There is already an organization {}.", org.id));
  org.version = 0;
  auto faults = faults_of(org, kinds(writer), now.with(org));
  if (!faults.empty()) return base::invalid(std::move(faults));
  if (save_row(writer, org, std::move(by)) == Saving::refused)
    return base::conflict(fmt::format("There is already an organization {}.", org.id));
  return *find_record(writer, org.id);
}

base::Result<OrgRecord> change_org(store::Writer& writer, OrgRecord draft, identity::Event by) {
  auto org = tidied(std::move(draft));
  const auto stored = find_record(writer, org.id);
  if (!stored) return base::not_found("There is no organization at this address.");
  if (stored->version != org.version) return saved_meanwhile(*stored);
  if (says_the_same(*stored, org)) return *stored;

  const auto before = tree(writer);
  auto faults = faults_of(org, kinds(writer), before.with(org));
  if (!faults.empty()) return base::invalid(std::move(faults));
  if (save_row(writer, org, by) == Saving::refused) return saved_meanwhile(*stored);
  if (stored->parent != org.parent || stored->kind != org.kind) reindex_people(writer, org.id);
  return *find_record(writer, org.id);
}

}  // namespace enact::network
