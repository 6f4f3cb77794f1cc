// SPDX-License-Identifier: Apache-2.0
#include "network/orgs.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "network/kinds.h"
#include "network/merge_references.h"
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

// "lakeside", or "lakeside-2" where that is taken.
std::string free_id(store::Reader& reader, std::string_view name) {
  constexpr std::size_t kRoomForNumber = 6;
  auto stem = base::slug(name);
  if (stem.empty()) stem = "organization";
  const auto is_free = [&](const std::string& id) {
    return standing_id(reader, Thing::organization, id).empty();
  };
  if (is_free(stem)) return stem;
  stem.resize(std::min(stem.size(), 80 - kRoomForNumber));
  for (int n = 2;; ++n)
    if (auto id = fmt::format("{}-{}", stem, n); is_free(id)) return id;
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

std::vector<Org> orgs_in(store::Reader& reader, std::string_view workspace, std::size_t most) {
  return orgs_from(workspace.empty() ? reader.all(sql::first_orgs, {{"most", most}})
                                     : reader.all(sql::orgs_in_workspace,
                                                  {{"workspace", workspace}, {"most", most}}));
}

std::optional<Org> org_called(store::Reader& reader, std::string_view name) {
  const auto found = reader.all(sql::orgs_called, {{"name", name}});
  return found.size() == 1 ? std::optional(org_from(found.front())) : std::nullopt;
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

void each_record(store::Reader& reader, const std::function<void(const OrgRecord&)>& take) {
  constexpr int kPiece = 1'000;
  for (std::string after;;) {
    const auto rows = reader.all(sql::records_after, {{"after", after}, {"most", kPiece}});
    if (rows.empty()) return;
    for (const auto& row : rows) take(record_from(row));
    after = rows.back().text("id");
  }
}

OrgTree line_of(store::Reader& reader, const Org& org) {
  std::vector<Org> line{org};
  for (const auto& row : reader.all(sql::line_of_org, {{"org", org.parent}})) {
    auto above = org_from(row);
    if (std::any_of(line.begin(), line.end(), [&](const Org& o) { return o.id == above.id; }))
      break;
    line.push_back(std::move(above));
  }
  return OrgTree(std::move(line));
}

PartsPage page_of_parts(store::Reader& reader,
                        std::string_view org,
                        std::size_t from,
                        std::size_t most) {
  PartsPage page;
  page.total =
      static_cast<std::size_t>(reader.one(sql::count_parts, {{"org", org}})->integer("number"));
  for (const auto& row :
       reader.all(sql::page_of_parts, {{"org", org}, {"from", from}, {"most", most}}))
    page.parts.push_back(org_from(row));
  return page;
}

base::Result<OrgRecord> add_org(store::Writer& writer, OrgRecord draft, identity::Event by) {
  auto org = tidied(std::move(draft));
  if (org.id.empty()) org.id = free_id(writer, org.name);
  if (find_org(writer, org.id))
    return base::conflict(fmt::format("There is already an organization {}.", org.id));
  if (const auto stands = standing_id(writer, Thing::organization, org.id); !stands.empty())
    return base::conflict(fmt::format("{} was merged into {}. Change that one.", org.id, stands));
  org.version = 0;
  auto faults = faults_of(org, kinds(writer), line_of(writer, org));
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

  auto faults = faults_of(org, kinds(writer), line_of(writer, org));
  if (!faults.empty()) return base::invalid(std::move(faults));
  const auto was_of = workspace_of(writer, org.id);
  if (save_row(writer, org, by) == Saving::refused) return saved_meanwhile(*stored);
  if (stored->parent != org.parent || stored->kind != org.kind)
    reindex_people(writer, {org.id}, {was_of});
  return *find_record(writer, org.id);
}

}  // namespace enact::network
