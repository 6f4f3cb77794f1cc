// SPDX-License-Identifier: Apache-2.0
#include "network/sites.h"

#include <fmt/format.h>

#include "app/edition.h"
#include "base/date.h"
#include "base/id.h"
#include "base/text.h"
#include "network/changes.h"
#include "network/network.h"
#include "network/plain_text.h"
#include "network/queries.h"

namespace enact::network {
namespace {

std::vector<SiteTime> times_of(store::Reader& reader, std::string_view site) {
  std::vector<SiteTime> times;
  for (const auto& row : reader.all(sql::times_of_site, {{"site", site}})) {
    auto& time = times.emplace_back();
    for (const auto day : base::split(row.text("days"), ' '))
      if (const auto number = base::to_integer(day)) time.days.push_back(static_cast<int>(*number));
    time.begins = row.text("begins_at");
    time.finishes = row.text("finishes_at");
    time.season = row.text("season");
  }
  return times;
}

Site site_of(store::Reader& reader, const store::Row& row) {
  Site site{.id = row.text("id"),
            .org = row.text("org"),
            .name = row.text("name"),
            .street = row.text("street"),
            .city = row.text("city"),
            .state = row.text("state"),
            .zip = row.text("zip"),
            .coordinates = {},
            .directions = row.text("directions"),
            .times = times_of(reader, row.text("id")),
            .from_date = row.text("from_date"),
            .until_date = row.text("until_date"),
            .source = row.text("source"),
            .as_of = row.text("as_of"),
            .version = row.integer("version"),
            .noted_by = row.text("noted_by"),
            .noted_at = row.text("noted_at"),
            .has_ended = !row.is_null("ended_at")};
  if (!row.is_null("latitude") && !row.is_null("longitude"))
    site.coordinates = Coordinates{row.number("latitude"), row.number("longitude")};
  return site;
}

void keep_times(store::Writer& writer, const Site& site) {
  writer.run(sql::forget_site_times, {{"site", site.id}});
  int position = 0;
  for (const auto& time : site.times) {
    std::vector<std::string> days;
    for (const int day : time.days) days.push_back(std::to_string(day));
    writer.run(sql::insert_site_time, {{"site", site.id},
                                       {"position", ++position},
                                       {"days", base::join(days, " ")},
                                       {"begins_at", time.begins},
                                       {"finishes_at", time.finishes},
                                       {"season", time.season}});
  }
}

// What a visitor reads has changed, and so has what the directory knows of the organization.
void record(store::Writer& writer, const Org& org, identity::Event by) {
  app::touch_public_pages(writer);
  note_change(writer, Thing::organization, org.id);
  by.subject_kind = "organization";
  by.subject_id = org.id;
  by.subject_name = org.name;
  by.org = workspace_of(writer, org.id);
  identity::record(writer, by);
}

std::optional<double> latitude(const Site& site) {
  return site.coordinates ? std::optional(site.coordinates->latitude) : std::nullopt;
}
std::optional<double> longitude(const Site& site) {
  return site.coordinates ? std::optional(site.coordinates->longitude) : std::nullopt;
}

}  // namespace

std::vector<Site> sites_of(store::Reader& reader, std::string_view org) {
  std::vector<Site> sites;
  for (const auto& row : reader.all(sql::sites_of_org, {{"org", org}}))
    sites.push_back(site_of(reader, row));
  return sites;
}

std::optional<Site> find_site(store::Reader& reader, std::string_view id) {
  const auto row = reader.one(sql::find_site, {{"id", id}});
  return row ? std::optional(site_of(reader, *row)) : std::nullopt;
}

base::Result<Site> note_site(store::Writer& writer, SiteDraft draft, identity::Event by) {
  const auto org = find_org(writer, draft.site.org);
  if (!org) return base::not_found("There is no organization at this address.");
  auto site = site_from(std::move(draft));
  if (!site) return site;
  site->id = base::new_id();
  site->version = 1;
  site->until_date.clear();
  writer.run(sql::insert_site, {{"id", site->id},
                                {"org", site->org},
                                {"name", site->name},
                                {"street", site->street},
                                {"city", site->city},
                                {"state", site->state},
                                {"zip", site->zip},
                                {"latitude", latitude(*site)},
                                {"longitude", longitude(*site)},
                                {"directions", site->directions},
                                {"from_date", site->from_date},
                                {"until_date", site->until_date},
                                {"source", site->source},
                                {"as_of", site->as_of},
                                {"by", by.actor_name},
                                {"now", by.at.iso()}});
  keep_times(writer, *site);
  by.verb = "network.site.noted";
  by.after = to_json(*site);
  record(writer, *org, std::move(by));
  return site;
}

base::Result<Site> change_site(store::Writer& writer, SiteDraft draft, identity::Event by) {
  const auto stored = find_site(writer, draft.site.id);
  const auto org = stored ? find_org(writer, stored->org) : std::nullopt;
  if (!org) return base::not_found("There is no such site on record.");
  if (stored->has_ended) return base::conflict("This site is over, so it stays as it was.");
  draft.site.org = org->id;
  draft.site.until_date = stored->until_date;
  auto site = site_from(std::move(draft));
  if (!site) return site;
  const auto changed = writer.run(sql::change_site, {{"id", site->id},
                                                     {"version", site->version},
                                                     {"name", site->name},
                                                     {"street", site->street},
                                                     {"city", site->city},
                                                     {"state", site->state},
                                                     {"zip", site->zip},
                                                     {"latitude", latitude(*site)},
                                                     {"longitude", longitude(*site)},
                                                     {"directions", site->directions},
                                                     {"from_date", site->from_date},
                                                     {"until_date", site->until_date},
                                                     {"source", site->source},
                                                     {"as_of", site->as_of},
                                                     {"by", by.actor_name},
                                                     {"now", by.at.iso()}});
  if (changed != 1)
    return base::conflict(
        fmt::format("{} saved this while you were writing. Your text is kept below; nothing of "
                    "theirs was changed.",
                    name_or_somebody(stored->noted_by)));
  keep_times(writer, *site);
  by.verb = "network.site.changed";
  by.before = to_json(*stored);
  by.after = to_json(*site);
  record(writer, *org, std::move(by));
  return site;
}

base::Result<void> end_site(store::Writer& writer,
                            std::string_view id,
                            std::string_view until,
                            identity::Event by) {
  auto site = find_site(writer, id);
  const auto org = site ? find_org(writer, site->org) : std::nullopt;
  if (!org) return base::not_found("There is no such site on record.");
  site->until_date = one_line(until);
  if (!site->until_date.empty() && !base::is_partial_date(site->until_date))
    return base::invalid("until", "Write the date as 2021, 2021-07 or 2021-07-27.");
  const auto ended = writer.run(
      sql::end_site,
      {{"id", id}, {"until", site->until_date}, {"by", by.actor_name}, {"now", by.at.iso()}});
  if (ended != 1) return base::conflict("Somebody has recorded the end already.");
  by.verb = "network.site.ended";
  by.after = to_json(*site);
  record(writer, *org, std::move(by));
  return {};
}

}  // namespace enact::network
