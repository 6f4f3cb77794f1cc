// SPDX-License-Identifier: Apache-2.0
#include "network/org_rows.h"

#include <fmt/format.h>

#include "app/edition.h"
#include "app/search.h"
#include "network/changes.h"
#include "network/orgs.h"
#include "network/queries.h"

namespace enact::network {
namespace {

bool insert(store::Writer& writer, const OrgRecord& org, const identity::Event& by) {
  return writer.run(sql::record_org, {{"id", org.id},
                                      {"name", org.name},
                                      {"short_name", org.short_name},
                                      {"kind", org.kind},
                                      {"parent", org.parent},
                                      {"region", org.region},
                                      {"cohort", org.cohort},
                                      {"joined", org.joined},
                                      {"about", org.about},
                                      {"priorities", words_of(org.priorities)},
                                      {"url", org.url},
                                      {"source", org.source},
                                      {"as_of", org.as_of},
                                      {"now", by.at.iso()},
                                      {"by", by.actor_name}}) == 1;
}

bool update(store::Writer& writer, const OrgRecord& org, const identity::Event& by) {
  return writer.run(sql::change_org, {{"id", org.id},
                                      {"name", org.name},
                                      {"short_name", org.short_name},
                                      {"kind", org.kind},
                                      {"parent", org.parent},
                                      {"region", org.region},
                                      {"cohort", org.cohort},
                                      {"joined", org.joined},
                                      {"about", org.about},
                                      {"priorities", words_of(org.priorities)},
                                      {"url", org.url},
                                      {"source", org.source},
                                      {"as_of", org.as_of},
                                      {"version", org.version},
                                      {"now", by.at.iso()},
                                      {"by", by.actor_name}}) == 1;
}

}  // namespace

Org org_from(const store::Row& row) {
  Org org{.id = row.text("id"),
          .name = row.text("name"),
          .short_name = row.text("short_name"),
          .kind = row.text("kind"),
          .parent = row.text("parent"),
          .region = row.text("region"),
          .cohort = row.text("cohort")};
  if (org.short_name.empty()) org.short_name = org.name;
  return org;
}

OrgRecord record_from(const store::Row& row) {
  OrgRecord org;
  static_cast<Org&>(org) = org_from(row);
  org.short_name = row.text("short_name");
  org.joined = row.text("joined");
  org.about = row.text("about");
  org.priorities = priorities_from(row.text("priorities"));
  org.url = row.text("url");
  org.source = row.text("source");
  org.as_of = row.text("as_of");
  org.version = row.integer("version");
  org.updated_at = row.text("updated_at");
  org.updated_by = row.text("updated_by");
  return org;
}

void index_org(store::Writer& writer, const OrgRecord& org) {
  app::index_entry(writer, {.kind = "organization",
                            .id = org.id,
                            .url = "/orgs/" + org.id,
                            .title = org.name,
                            .body = fmt::format("{}\n{}\n{}\n{}", org.short_name, org.region,
                                                words_of(org.priorities), org.about),
                            .audience = {}});
}

Saving keep_row(store::Writer& writer, const OrgRecord& org, const identity::Event& by) {
  const bool is_new = org.version == 0;
  const auto before = is_new ? std::nullopt : find_record(writer, org.id);
  if (is_new ? !insert(writer, org, by) : !update(writer, org, by)) return Saving::refused;
  index_org(writer, org);
  app::touch_public_pages(writer);
  note_change(writer, Thing::organization, org.id);
  if (before && (before->parent != org.parent || before->kind != org.kind))
    note_changes_below(writer, org.id);
  return is_new ? Saving::added : Saving::changed;
}

Saving save_row(store::Writer& writer, const OrgRecord& org, identity::Event by) {
  const bool is_new = org.version == 0;
  const auto before = find_record(writer, org.id);
  const auto saving = keep_row(writer, org, by);
  if (saving == Saving::refused) return saving;
  by.verb = is_new ? "network.organization.added" : "network.organization.changed";
  by.subject_kind = "organization";
  by.subject_id = org.id;
  by.subject_name = org.name;
  by.org = workspace_of(writer, org.id);
  if (before) by.before = to_json(*before);
  by.after = to_json(org);
  identity::record(writer, by);
  return saving;
}

}  // namespace enact::network
