// SPDX-License-Identifier: Apache-2.0
#include "network/fundings.h"

#include <fmt/format.h>

#include "base/id.h"
#include "network/network.h"
#include "network/plain_text.h"
#include "network/queries.h"

namespace enact::network {
namespace {

Funding funding_from(const store::Row& row) {
  return {.id = row.text("id"),
          .org = row.text("org"),
          .funder = row.text("funder"),
          .funder_name = row.text("shown_name"),
          .amount = row.text("amount"),
          .award = row.text("award"),
          .from_date = row.text("from_date"),
          .until_date = row.text("until_date"),
          .source = row.text("source"),
          .as_of = row.text("as_of"),
          .version = row.integer("version"),
          .noted_by = row.text("noted_by"),
          .noted_at = row.text("noted_at"),
          .has_ended = !row.is_null("ended_at")};
}

// Finds out who the funder is. Several of that name: whoever typed it has to say which.
base::Result<Funding> with_funder(store::Reader& reader, Funding funding) {
  funding.funder.clear();
  const auto rows = reader.all(sql::orgs_written_like, {{"written", funding.funder_name}});
  for (const auto& row : rows) {
    const bool is_id = row.text("id") == funding.funder_name;
    if (!is_id && rows.size() > 1) continue;
    funding.funder = row.text("id");
    funding.funder_name = row.text("name");
    return funding;
  }
  if (rows.empty()) return funding;
  return base::invalid(
      "funder", fmt::format("More than one organization is called that. Write the last part of the "
                            "address of its page, such as {}.",
                            rows.front().text("id")));
}

base::Result<Funding> ready(store::Reader& reader, Funding draft) {
  auto funding = tidied(std::move(draft));
  if (funding) funding = with_funder(reader, *std::move(funding));
  if (funding && funding->funder == funding->org)
    return base::invalid("funder", "The money must come from somebody else.");
  return funding;
}

// Funding is not public, so no page of visitors has changed.
void record(store::Writer& writer, const Org& org, identity::Event by) {
  by.subject_kind = "organization";
  by.subject_id = org.id;
  by.subject_name = org.name;
  by.org = workspace_of(writer, org.id);
  identity::record(writer, by);
}

}  // namespace

std::vector<Funding> fundings_of(store::Reader& reader, std::string_view org) {
  std::vector<Funding> fundings;
  for (const auto& row : reader.all(sql::fundings_of_org, {{"org", org}}))
    fundings.push_back(funding_from(row));
  return fundings;
}

std::optional<Funding> find_funding(store::Reader& reader, std::string_view id) {
  const auto row = reader.one(sql::find_funding, {{"id", id}});
  return row ? std::optional(funding_from(*row)) : std::nullopt;
}

base::Result<Funding> note_funding(store::Writer& writer, Funding draft, identity::Event by) {
  const auto org = find_org(writer, draft.org);
  if (!org) return base::not_found("There is no organization at this address.");
  auto funding = ready(writer, std::move(draft));
  if (!funding) return funding;
  funding->id = base::new_id();
  funding->version = 1;
  writer.run(sql::insert_funding, {{"id", funding->id},
                                   {"org", funding->org},
                                   {"funder", funding->funder},
                                   {"funder_name", funding->funder_name},
                                   {"amount", funding->amount},
                                   {"award", funding->award},
                                   {"from_date", funding->from_date},
                                   {"until_date", funding->until_date},
                                   {"source", funding->source},
                                   {"as_of", funding->as_of},
                                   {"by", by.actor_name},
                                   {"now", by.at.iso()}});
  by.verb = "network.funding.noted";
  by.after = to_json(*funding);
  record(writer, *org, std::move(by));
  return funding;
}

base::Result<Funding> change_funding(store::Writer& writer, Funding draft, identity::Event by) {
  const auto stored = find_funding(writer, draft.id);
  const auto org = stored ? find_org(writer, stored->org) : std::nullopt;
  if (!org) return base::not_found("There is no such funding on record.");
  if (stored->has_ended) return base::conflict("This funding is over, so it stays as it was.");
  draft.org = org->id;
  auto funding = ready(writer, std::move(draft));
  if (!funding) return funding;
  const auto changed = writer.run(sql::change_funding, {{"id", funding->id},
                                                        {"version", funding->version},
                                                        {"funder", funding->funder},
                                                        {"funder_name", funding->funder_name},
                                                        {"amount", funding->amount},
                                                        {"award", funding->award},
                                                        {"from_date", funding->from_date},
                                                        {"until_date", funding->until_date},
                                                        {"source", funding->source},
                                                        {"as_of", funding->as_of},
                                                        {"by", by.actor_name},
                                                        {"now", by.at.iso()}});
  if (changed != 1)
    return base::conflict(
        fmt::format("{} saved this while you were writing. Your text is kept below; nothing of "
                    "theirs was changed.",
                    name_or_somebody(stored->noted_by)));
  by.verb = "network.funding.changed";
  by.before = to_json(*stored);
  by.after = to_json(*funding);
  record(writer, *org, std::move(by));
  return funding;
}

base::Result<void> end_funding(store::Writer& writer,
                               std::string_view id,
                               std::string_view until,
                               identity::Event by) {
  auto funding = find_funding(writer, id);
  const auto org = funding ? find_org(writer, funding->org) : std::nullopt;
  if (!org) return base::not_found("There is no such funding on record.");
  funding->until_date = one_line(until);
  if (!funding->until_date.empty() && !base::is_partial_date(funding->until_date))
    return base::invalid("until", "Write the date as 2021, 2021-07 or 2021-07-27.");
  const auto ended = writer.run(
      sql::end_funding,
      {{"id", id}, {"until", funding->until_date}, {"by", by.actor_name}, {"now", by.at.iso()}});
  if (ended != 1) return base::conflict("Somebody has recorded the end already.");
  by.verb = "network.funding.ended";
  by.after = to_json(*funding);
  record(writer, *org, std::move(by));
  return {};
}

}  // namespace enact::network
