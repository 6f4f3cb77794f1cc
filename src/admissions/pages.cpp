// SPDX-License-Identifier: Apache-2.0
#include "admissions/pages.h"

#include <fmt/format.h>

#include "base/date.h"
#include "network/network.h"

namespace enact::admissions {

void add_option(std::vector<web::View>& options,
                std::string_view value,
                std::string_view label,
                std::string_view chosen) {
  options.emplace_back().set("value", value).set("label", label).set("is_chosen", value == chosen);
}

void set_date(web::View& view, const std::string& name, std::string_view partial_date) {
  view.set_maybe(name,
                 partial_date.empty() ? std::string() : base::partial_date_words(partial_date))
      .set(name + "_iso", partial_date);
}

void set_evidence(web::View& view, const std::string& evidence) {
  view.set_maybe("evidence", evidence).set("is_evidence_link", is_link(evidence));
}

web::View commitment_view(const Commitment& commitment, base::Day today) {
  web::View view;
  view.set("url", "/commitments/" + commitment.id)
      .set("kind", commitment.kind_label)
      .set("scope", scope_words(commitment))
      .set("state", words_of(commitment.state))
      .set("mark", mark_of(commitment.state))
      .set("org", commitment.org_name)
      .set("org_url", "/orgs/" + commitment.org)
      .set("institution", commitment.institution_name)
      .set("institution_url", "/orgs/" + commitment.institution)
      .set("is_office", commitment.institution != commitment.org)
      .set("is_public", commitment.is_shown_to_all())
      .set("is_review_due", !commitment.review_on.empty() && commitment.state != State::ended &&
                                commitment.review_on <= today.iso())
      .set_maybe("details", commitment.details)
      .set_maybe("reason", commitment.reason);
  set_evidence(view, commitment.evidence);
  set_date(view, "since", commitment.state_since);
  set_date(view, "review", commitment.review_on);
  return view;
}

void show_choice(web::View& view,
                 store::Reader& reader,
                 const app::Visit& visit,
                 std::string_view path) {
  using identity::meets;
  std::vector<web::View> others;
  if (meets(visit.viewer, web::Needs::analyst, ""))
    others.emplace_back()
        .set("label", "All")
        .set("url", path)
        .set("is_current", visit.scope.empty());
  for (const auto& ecosystem : network::ecosystems(reader)) {
    if (!meets(visit.viewer, web::Needs::reader, ecosystem.id)) continue;
    others.emplace_back()
        .set("label", ecosystem.short_name)
        .set("url", fmt::format("{}?ecosystem={}", path, ecosystem.id))
        .set("is_current", ecosystem.id == visit.scope);
  }
  view.set("ecosystem", visit.scope)
      .set("ecosystem_name",
           visit.scope.empty() ? "The whole network" : network::org_name(reader, visit.scope))
      .set("has_others", others.size() > 1)
      .set("others", std::move(others));
}

std::string ecosystem_part(const app::Visit& visit) {
  return visit.scope.empty() ? std::string() : "?ecosystem=" + visit.scope;
}

}  // namespace enact::admissions
