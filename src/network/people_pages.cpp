// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/text.h"
#include "network/affiliations.h"
#include "network/forms.h"
#include "network/network.h"
#include "network/orgs.h"
#include "network/pages.h"
#include "network/people.h"
#include "network/person_pages.h"
#include "network/plain_text.h"
#include "network/scopes.h"

namespace enact::network {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;

constexpr std::size_t kPerPage = 100;

struct Entry {
  PersonRecord person;
  std::vector<Affiliation> current;
};

// Those whom the viewer may see: of the viewer's ecosystems, and for the hub everybody.
std::vector<Entry> visible_people(store::Reader& reader, const identity::Viewer& viewer) {
  std::map<std::string, Entry> by_id;
  const auto put = [&](std::vector<PersonRecord> people) {
    for (auto& person : people) by_id[person.id].person = std::move(person);
  };
  std::set<std::string> seen;
  const auto place = [&](std::vector<Affiliation> affiliations) {
    for (auto& affiliation : affiliations)
      if (affiliation.is_current() && seen.insert(affiliation.id).second)
        by_id[affiliation.person].current.push_back(std::move(affiliation));
  };
  if (viewer.is_hub()) {
    put(all_people(reader));
    place(all_affiliations(reader));
  } else {
    for (const auto& workspace : viewer.workspaces()) {
      put(people_in(reader, workspace));
      place(affiliations_in(reader, workspace));
    }
  }
  std::vector<Entry> entries;
  for (auto& [id, entry] : by_id) entries.push_back(std::move(entry));
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return std::tuple(base::lower(a.person.name), a.person.id) <
           std::tuple(base::lower(b.person.name), b.person.id);
  });
  return entries;
}

web::View entry_view(const Entry& entry) {
  std::vector<web::View> roles;
  for (const auto& affiliation : entry.current) {
    web::View role;
    role.set("role", affiliation.role).set("org", affiliation.org_name);
    role.set("org_url", "/orgs/" + affiliation.org);
    roles.push_back(std::move(role));
  }
  web::View view;
  view.set("name", entry.person.name).set("url", "/people/" + entry.person.id);
  view.set("is_make_believe", entry.person.make_believe).set_list("roles", std::move(roles));
  view.set_maybe("email", entry.person.email).set_maybe("phone", entry.person.phone);
  return view;
}

// GET /people
Answer show_people(Visit& visit) {
  const auto words = std::string(base::trim(visit.request.query_value("q")));
  auto entries = visit.services.db.read(
      [&](store::Reader& reader) { return visible_people(reader, visit.viewer); });
  const auto total = entries.size();
  const auto wanted = base::lower(words);
  std::erase_if(entries, [&](const Entry& entry) {
    return base::lower(entry.person.name).find(wanted) == std::string::npos;
  });

  const auto pages = std::max<std::size_t>(1, (entries.size() + kPerPage - 1) / kPerPage);
  const auto asked = base::to_integer(visit.request.query_value("page")).value_or(1);
  const auto page = std::clamp<std::size_t>(asked > 0 ? std::size_t(asked) : 1, 1, pages);
  const auto from = (page - 1) * kPerPage;
  const auto to = std::min(entries.size(), from + kPerPage);
  std::vector<web::View> rows, page_links;
  for (auto at = from; at < to; ++at) rows.push_back(entry_view(entries[at]));
  for (std::size_t n = 1; n <= pages; ++n)
    page_links.emplace_back()
        .set("number", n)
        .set("url", fmt::format("/people?q={}&page={}", base::url_encode(words), n))
        .set("is_current", n == page);

  const bool may_add = visit.viewer.is_hub() || visit.viewer.has(identity::Role::ecosystem_lead) ||
                       visit.viewer.has(identity::Role::member);
  web::View view;
  view.set("words", words)
      .set("count", base::counted(std::ssize(entries), "person", "people"))
      .set("standing", visit.viewer.is_hub()
                           ? "The hub sees everybody on record."
                           : "You see those of the ecosystems that you take part in.")
      .set("shown", entries.empty() ? std::string("0") : fmt::format("{} to {}", from + 1, to))
      .set("found", entries.size())
      .set("is_nobody", total == 0)
      .set("is_filtered", !words.empty())
      .set("may_add", may_add)
      .set("has_pages", pages > 1)
      .set("pages", std::move(page_links));
  view.set_list("rows", std::move(rows));
  return app::page(visit, "network", "people.html", std::move(view),
                   {.title = "People", .section = "network"});
}

Answer new_page(Visit& visit,
                const PersonRecord& person,
                const Affiliation& affiliation,
                const base::Error* error) {
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    auto inputs = person_inputs(person);
    auto orgs = within_reach(visit.viewer, Needs::contributor, tree(reader));
    for (auto& input : affiliation_inputs(affiliation, std::move(orgs)))
      inputs.push_back(std::move(input));
    web::View view;
    show_inputs(view, inputs, error);
    show_theirs(view, {}, {});
    view.set("is_stale", false)
        .set("stale_by", "")
        .set("version", "0")
        .set("action", "/people/new")
        .set("back", "/people")
        .set("back_name", "People")
        .set("heading", "Add a person")
        .set("standing", "Read by those who take part in the ecosystem only.")
        .set("crumb", "New")
        .set("button", "Add the person");
    return Filled{"form.html",
                  std::move(view),
                  {.title = "Add a person",
                   .status = error != nullptr ? status_of(*error) : 200,
                   .section = "network"}};
  }));
}

// GET /people/new
Answer new_person(Visit& visit) {
  Affiliation affiliation;
  affiliation.org = visit.request.query_value("org");
  if (affiliation.org.empty() && !visit.viewer.is_hub()) affiliation.org = visit.scope;
  return new_page(visit, {}, affiliation, nullptr);
}

// POST /people/new
Answer add(Visit& visit) {
  auto person = person_draft(visit.form());
  person.make_believe = visit.services.config.demo;
  const auto affiliation = affiliation_draft(visit.form());
  const auto added =
      visit.services.db.write([&](store::Writer& writer) -> base::Result<PersonRecord> {
        if (auto reach = check_reach(writer, visit, affiliation); !reach)
          return tl::unexpected(reach.error());
        // Both halves of the form are judged before anything is said of either.
        auto faults = faults_of(tidied(person));
        for (auto& fault : faults_of(tidied(affiliation))) faults.push_back(std::move(fault));
        if (!faults.empty()) return base::invalid(std::move(faults));
        auto saved = add_person(writer, person, visit.event());
        if (!saved) return saved;
        auto begun = affiliation;
        begun.person = saved->id;
        const auto done = begin_affiliation(writer, begun, visit.event());
        if (!done) return tl::unexpected(done.error());
        return saved;
      });
  if (!added) return new_page(visit, person, affiliation, &added.error());
  return app::redirect_with_notice(visit, "/people/" + added->id, added->name + " is added.");
}

}  // namespace

base::Result<void> check_reach(store::Reader& reader,
                               const app::Visit& visit,
                               const Affiliation& affiliation) {
  if (affiliation.org.empty()) return {};
  if (!identity::meets(visit.viewer, Needs::contributor, workspace_of(reader, affiliation.org)))
    return base::invalid("org",
                         "Choose an organization in an ecosystem that you work for. People "
                         "elsewhere are added there, or by the hub.");
  return {};
}

void people_routes(app::Routes& routes) {
  routes.get("/people", Needs::signed_in, show_people);
  routes.get("/people/new", Needs::contributor, scopes::new_person(), new_person);
  routes.post("/people/new", Needs::contributor, scopes::new_person(), add);
  person_routes(routes);
}

}  // namespace enact::network
