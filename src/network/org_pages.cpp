// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "network/affiliations.h"
#include "network/cards.h"
#include "network/directory_view.h"
#include "network/duplicates_view.h"
#include "network/facts_view.h"
#include "network/json_ld.h"
#include "network/kinds.h"
#include "network/org_export.h"
#include "network/orgs.h"
#include "network/pages.h"
#include "network/plain_text.h"
#include "network/scopes.h"
#include "network/sites_view.h"
#include "network/verification_views.h"

namespace enact::network {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;

base::Failure nothing_there() {
  return base::not_found("There is no organization at this address.");
}

web::View link_view(const Org& org) {
  web::View view;
  view.set("name", org.name).set("url", "/orgs/" + org.id);
  return view;
}

std::vector<web::View> texts(const std::vector<std::string>& all) {
  std::vector<web::View> views;
  for (const auto& text : all) views.emplace_back().set("text", text);
  return views;
}

constexpr std::size_t kPartsOfPage = 100;

void show_parts(web::View& view,
                store::Reader& reader,
                const Visit& visit,
                const std::vector<Kind>& kinds) {
  const auto asked = base::to_integer(visit.request.query_value("parts")).value_or(1);
  const auto page = static_cast<std::size_t>(std::clamp(asked, 1LL, 1'000'000LL));
  const auto found = page_of_parts(reader, visit.id(), (page - 1) * kPartsOfPage, kPartsOfPage);
  std::vector<web::View> parts;
  for (const auto& part : found.parts) {
    auto& item = parts.emplace_back(link_view(part));
    item.set("kind", label_of(kinds, part.kind)).set_maybe("region", part.region);
  }
  const auto address = [&](std::size_t number) {
    return fmt::format("/orgs/{}?parts={}#parts", visit.id(), number);
  };
  view.set("part_count", grouped(found.total))
      .set("has_parts_before", page > 1)
      .set("parts_before", address(page - 1))
      .set("has_parts_after", page * kPartsOfPage < found.total)
      .set("parts_after", address(page + 1));
  view.set_list("parts", std::move(parts));
}

// Personal data: only for those who take part.
void show_people(web::View& view, const std::vector<Affiliation>& affiliations) {
  std::vector<web::View> current, former;
  for (const auto& affiliation : affiliations) {
    web::View item;
    item.set("name", affiliation.person_name).set("url", "/people/" + affiliation.person);
    item.set("role", affiliation.role).set_maybe("span", span_words(affiliation));
    (affiliation.is_current() ? current : former).push_back(std::move(item));
  }
  view.set("people_count", current.size());
  view.set_list("people", std::move(current)).set_list("former", std::move(former));
}

web::View org_view(const OrgRecord& org, const OrgTree& line, const std::vector<Kind>& kinds) {
  web::View view;
  std::vector<web::View> parents;
  for (const auto* parent : line.parents_of(org.id)) parents.push_back(link_view(*parent));
  view.set("id", org.id).set("name", org.name).set("url", "/orgs/" + org.id);
  view.set("kind", label_of(kinds, org.kind)).set("parents", std::move(parents));
  view.set_maybe("short_name", org.short_name).set_maybe("region", org.region);
  view.set_maybe("cohort", org.cohort.empty() ? "" : cohort_words(org.cohort));
  view.set_maybe("web_page", org.url).set_maybe("source", org.source);
  set_date(view, "joined", org.joined);
  set_date(view, "as_of", org.as_of);
  view.set_list("about", texts(paragraphs(org.about)));
  view.set_list("priorities", texts(org.priorities));
  return view;
}

// GET /orgs/{id}.vcf
Answer show_card(Visit& visit) {
  if (!identity::meets(visit.viewer, Needs::participant, visit.scope))
    return base::forbidden("Contact cards are for those who take part in the ecosystem.");
  const auto card = visit.services.db.read([&](store::Reader& reader) {
    return card_of_org(reader, visit.id(), visit.services.config.public_url);
  });
  if (!card) return nothing_there();
  return cards_response(visit, {*card}, visit.id() + ".vcf");
}

// GET /orgs/{id}
Answer show_org(Visit& visit) {
  if (auto moved = moved_for_good(visit, Thing::organization)) return *moved;
  if (visit.request.format == "vcf") return show_card(visit);
  if (visit.request.format == "json") {
    const auto org = visit.services.db.read(
        [&](store::Reader& reader) { return find_record(reader, visit.id()); });
    if (!org) return nothing_there();
    return web::json(json_of({*org}));
  }
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    const auto org = find_record(reader, visit.id());
    if (!org) return nothing_there();
    const auto& viewer = visit.viewer;
    const auto known = kinds(reader);
    auto view = org_view(*org, line_of(reader, *org), known);
    show_parts(view, reader, visit, known);
    const bool takes_part = identity::meets(viewer, Needs::participant, visit.scope);
    show_people(view, takes_part ? affiliations_at(reader, org->id) : std::vector<Affiliation>{});
    show_facts(view, reader, {Thing::organization, org->id}, visit.scope,
               takes_part ? Audience::those_who_take_part : Audience::everybody);
    show_last_word(view,
                   takes_part ? verifications_of(reader, {Thing::organization, org->id})
                              : std::vector<Verification>{},
                   Thing::organization, org->kind, visit.today());
    show_sites(view, reader, org->id, takes_part);
    show_funding_ends(view, reader, org->id, visit.today(), takes_part);
    show_record_pages(view, visit, app::RecordPage::Record::org, org->kind);
    show_doubles(view, reader, visit, {Thing::organization, org->id});
    view.set("takes_part", takes_part)
        .set("has_aside", takes_part || !org->priorities.empty())
        .set("may_edit", identity::meets(viewer, Needs::lead, visit.scope))
        .set("may_add_people", identity::meets(viewer, Needs::contributor, visit.scope));
    return Filled{"org.html",
                  std::move(view),
                  {.title = org->name,
                   .description = base::shorten(org->about, 160),
                   .json_ld = viewer.is_signed_in()
                                  ? std::string()
                                  : json_ld_of(reader, *org, visit.services.config.public_url),
                   .section = "network"}};
  }));
}

}  // namespace

void org_routes(app::Routes& routes) {
  routes.get("/orgs/{id}", Needs::nothing, scopes::org(), show_org, {.formats = {"json", "vcf"}});
}

}  // namespace enact::network
