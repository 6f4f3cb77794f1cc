// SPDX-License-Identifier: Apache-2.0
#include "network/directory_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/json.h"
#include "base/text.h"
#include "network/kinds.h"
#include "network/network.h"
#include "network/pages.h"
#include "network/queries.h"

namespace enact::network {
namespace {

constexpr std::size_t kValuesShown = 8;
constexpr std::size_t kValuesListed = 500;  // when all are asked for

std::string heading_of(Facet facet) {
  constexpr const char* kHeadings[kFacets] = {"Kind",       "State",        "Ecosystem",
                                              "STEM field", "Last changed", "Cohort"};
  return kHeadings[place_of(facet)];
}

class FacetView {
 public:
  FacetView(store::Reader& reader, const DirectoryRequest& request, Facet facet)
      : reader_(reader), request_(request), facet_(facet) {
    if (facet == Facet::kind) kinds_ = kinds(reader);
  }

  web::View view_of(std::vector<FacetCount> counts) {
    const auto& chosen = request_.chosen[place_of(facet_)];
    const auto all = counts.size();
    const bool lists_all = request_.more == name_of(facet_);
    arrange(counts, lists_all ? kValuesListed : kValuesShown);
    std::vector<web::View> links;
    if (!chosen.empty()) links.push_back(link("Any", "", {}));
    for (const auto& count : counts)
      links.push_back(link(label_of(count.value), count.value, grouped(count.count)));
    web::View view;
    auto more = request_;
    more.more = lists_all ? "" : name_of(facet_);
    view.set("heading", heading_of(facet_))
        .set("facet_id", "facet-" + std::string(name_of(facet_)))
        .set("has_more", counts.size() < all)
        .set("more_url", more.address() + "#facet-" + std::string(name_of(facet_)))
        .set("more_words", fmt::format("All {}", grouped(all)));
    view.set_list("links", std::move(links));
    return view;
  }

 private:
  // The most frequent, and what is chosen, in the order in which people look for them.
  void arrange(std::vector<FacetCount>& counts, std::size_t most) const {
    const auto& chosen = request_.chosen[place_of(facet_)];
    const auto at = std::find_if(counts.begin(), counts.end(),
                                 [&](const FacetCount& count) { return count.value == chosen; });
    const auto own = at != counts.end() ? *at : FacetCount{chosen, 0};
    if (facet_ == Facet::changed)
      std::sort(counts.begin(), counts.end(),
                [](const FacetCount& a, const FacetCount& b) { return a.value > b.value; });
    const bool is_cut = counts.size() > most;
    if (is_cut) counts.resize(most);
    if (!chosen.empty() && std::none_of(counts.begin(), counts.end(),
                                        [&](const auto& count) { return count.value == chosen; }))
      counts.push_back(own);
    if (facet_ == Facet::cohort || most == kValuesListed)
      std::sort(counts.begin(), counts.end(),
                [](const FacetCount& a, const FacetCount& b) { return a.value < b.value; });
  }

  std::string label_of(const std::string& value) {
    switch (facet_) {
      case Facet::kind:
        if (value == kPeople) return "People";
        for (const auto& kind : kinds_)
          if (kind.id == value) return kind.plural;
        return base::shorten(value, 80);
      case Facet::ecosystem:
        return base::shorten(org_name(reader_, value), 80);
      case Facet::state:
      case Facet::field:
      case Facet::changed:
      case Facet::cohort:
        return base::shorten(value, 80);
    }
    return value;
  }

  web::View link(std::string label, const std::string& value, std::string count) const {
    const auto& chosen = request_.chosen[place_of(facet_)];
    web::View view;
    view.set("label", std::move(label))
        .set("url", request_.with(facet_, value).address())
        .set("is_current", !value.empty() && value == chosen);
    view.set_maybe("count", std::move(count));
    return view;
  }

  store::Reader& reader_;
  const DirectoryRequest& request_;
  Facet facet_;
  std::vector<Kind> kinds_;
};

// The first, the last, and those around the one that is shown.
std::vector<web::View> page_links(const DirectoryRequest& request, std::size_t pages) {
  constexpr std::size_t kAround = 2;
  std::vector<web::View> links;
  for (std::size_t n = 1; n <= pages; ++n) {
    const bool is_near = n + kAround >= request.page && n <= request.page + kAround;
    if (!is_near && n != 1 && n != pages) {
      n = n < request.page ? request.page - kAround - 1 : pages - 1;
      continue;
    }
    auto to = request;
    to.page = n;
    links.emplace_back()
        .set("number", grouped(n))
        .set("url", to.address())
        .set("is_current", n == request.page);
  }
  return links;
}

std::map<std::string, store::Row> rows_of(store::Reader& reader,
                                          const store::Query& query,
                                          const std::set<std::string>& ids) {
  std::map<std::string, store::Row> rows;
  if (ids.empty()) return rows;
  auto list = base::Json::array();
  for (const auto& id : ids) list.add(id);
  for (auto& row : reader.all(query, {{"ids", list.dump()}})) {
    auto id = row.text("id");
    rows.emplace(std::move(id), std::move(row));
  }
  return rows;
}

}  // namespace

std::string grouped(std::size_t number) {
  auto text = std::to_string(number);
  for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3)
    text.insert(static_cast<std::size_t>(at), ",");
  return text;
}

void show_directory(web::View& view,
                    store::Reader& reader,
                    const DirectoryRequest& request,
                    const DirectoryAnswer& answer,
                    const std::vector<Facet>& facets) {
  std::vector<web::View> shown, hidden;
  for (const auto facet : facets) {
    const auto& chosen = request.chosen[place_of(facet)];
    const auto& counts = answer.counts[place_of(facet)];
    if (!counts.empty() || !chosen.empty())
      shown.push_back(FacetView(reader, request, facet).view_of(counts));
    if (!chosen.empty()) hidden.emplace_back().set("field", name_of(facet)).set("chosen", chosen);
  }
  const auto pages = (answer.total + kEntriesOfPage - 1) / kEntriesOfPage;
  const auto from = (request.page - 1) * kEntriesOfPage;
  view.set("words", request.words)
      .set("action", request.path)
      .set("total", grouped(answer.total))
      .set("total_words", grouped(answer.total) + (answer.total == 1 ? " entry" : " entries"))
      .set("is_filtered", !request.is_empty())
      .set("is_beyond", answer.page.empty() && answer.total > 0)
      .set("has_pages", pages > 1)
      .set("shown", answer.page.empty() ? std::string("0")
                                        : fmt::format("{} to {}", grouped(from + 1),
                                                      grouped(from + answer.page.size())));
  view.set("pages", page_links(request, pages));
  view.set_list("facets", std::move(shown)).set_list("hidden", std::move(hidden));
}

void show_entries(web::View& view,
                  store::Reader& reader,
                  const DirectoryAnswer& answer,
                  const std::vector<Kind>& kinds) {
  std::set<std::string> org_ids, person_ids;
  for (const auto& ref : answer.page) {
    (ref.thing == Thing::person ? person_ids : org_ids).insert(ref.id);
    if (!ref.ecosystem.empty()) org_ids.insert(ref.ecosystem);
  }
  const auto orgs = rows_of(reader, sql::orgs_in_directory, org_ids);
  const auto people = rows_of(reader, sql::people_in_directory, person_ids);
  std::vector<web::View> entries;
  for (const auto& ref : answer.page) {
    const bool is_person = ref.thing == Thing::person;
    const auto& rows = is_person ? people : orgs;
    const auto row = rows.find(ref.id);
    if (row == rows.end()) continue;
    const auto ecosystem = orgs.find(ref.ecosystem);
    auto& entry = entries.emplace_back();
    entry.set("name", row->second.text("name"))
        .set("url", (is_person ? "/people/" : "/orgs/") + ref.id)
        .set("kind",
             is_person ? row->second.text("role") : label_of(kinds, row->second.text("kind")))
        .set("ecosystem_url", "/orgs/" + ref.ecosystem);
    entry.set_maybe("place", row->second.text("place"));
    entry.set_maybe("ecosystem", ecosystem != orgs.end() ? ecosystem->second.text("name") : "");
  }
  view.set_list("entries", std::move(entries));
}

}  // namespace enact::network
