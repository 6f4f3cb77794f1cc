// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "network/affiliations.h"
#include "network/map_drawing.h"
#include "network/map_links.h"
#include "network/map_sheets.h"
#include "network/network.h"
#include "network/pages.h"
#include "network/people.h"
#include "network/plain_text.h"
#include "network/scopes.h"

namespace enact::network {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;

std::string path_of(const Subject& subject) {
  return (subject.thing == Thing::person ? "people/" : "orgs/") + subject.id;
}

// "people/ana" or "orgs/lakeside", as in the address of its page.
std::optional<Subject> middle_of(const Visit& visit) {
  const auto around = visit.request.query_value("around");
  if (around.starts_with("people/")) return Subject{Thing::person, around.substr(7)};
  if (around.starts_with("orgs/")) return Subject{Thing::organization, around.substr(5)};
  return std::nullopt;
}

std::string map_url(const Visit& visit, std::string_view around, std::string_view kind) {
  auto url = "/network/map?ecosystem=" + base::url_encode(visit.scope);
  if (!around.empty()) url += "&around=" + base::url_encode(around);
  if (!kind.empty()) url += fmt::format("&kind={}", kind);
  return url;
}

MapRequest request_of(const Visit& visit) {
  const auto kind = visit.request.query_value("kind");
  return {.workspace = visit.scope,
          .viewer = visit.viewer.user_id,
          .kind = link_kind_named(kind) ? kind : "",
          .middle = middle_of(visit)};
}

std::string name_of(store::Reader& reader, const Subject& subject) {
  if (subject.thing == Thing::organization) return org_name(reader, subject.id);
  const auto person = find_person_record(reader, subject.id);
  return person ? person->name : subject.id;
}

// Whether the viewer may read the page of the record: a person's belongs to their ecosystems.
bool may_open(store::Reader& reader, const Visit& visit, const Subject& subject) {
  if (subject.thing == Thing::organization || visit.viewer.is_hub()) return true;
  const auto theirs = workspaces_of_person(reader, subject.id, Which::any);
  return std::any_of(theirs.begin(), theirs.end(), [&](const std::string& ecosystem) {
    return identity::meets(visit.viewer, Needs::participant, ecosystem);
  });
}

web::View row_of(const Link& link, const Visit& visit, const std::string& kind) {
  const bool is_people = link.from.thing == Thing::person && link.to.thing == Thing::person;
  web::View row;
  row.set("from", link.from_name)
      .set("from_url", map_url(visit, path_of(link.from), kind))
      .set("how", words_of(link.kind))
      .set("to", link.to_name)
      .set("to_url", map_url(visit, path_of(link.to), kind))
      .set("is_private", link.is_private);
  row.set_maybe("strength", is_people ? std::string(words_of(link.strength)) : "");
  set_date(row, "since", link.from_date);
  set_date(row, "last_contact", link.last_contact);
  return row;
}

std::vector<web::View> kind_views(const Visit& visit, const MapRequest& request) {
  const auto around = request.middle ? path_of(*request.middle) : "";
  std::vector<web::View> kinds;
  const auto add = [&](std::string_view name, std::string_view label) {
    kinds.emplace_back()
        .set("label", label)
        .set("url", map_url(visit, around, name))
        .set("is_current", request.kind == name);
  };
  add("", "all");
  for (const auto kind : kLinkKinds) add(network::name_of(kind), words_of(kind));
  return kinds;
}

std::string left_out_words(const RelationMap& map, const MapLinks& read, bool has_middle) {
  std::string words;
  if (map.nodes_left_out > 0)
    words =
        fmt::format("{} with fewer connections or further away are not drawn. ",
                    base::counted(static_cast<long long>(map.nodes_left_out), "record", "records"));
  const auto shown = map.edges.size();
  if (read.total > shown)
    words += fmt::format("{} of the ecosystem's {} connections are shown{}.", shown, read.total,
                         has_middle ? ": those within two steps" : "");
  return words;
}

// GET /network/map?ecosystem=&around=&kind=
Answer show_map(Visit& visit) {
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    const auto request = request_of(visit);
    const auto read = links_for_map(reader, request);
    const auto map = map_of(read.links, request.middle);
    std::vector<web::View> rows;
    for (const auto& edge : map.edges) rows.push_back(row_of(edge.link, visit, request.kind));
    const bool may_open_middle = request.middle && may_open(reader, visit, *request.middle);
    const auto middle = request.middle ? name_of(reader, *request.middle) : "";
    web::View view;
    show_ecosystem(view, reader, visit, "/network/map");
    const auto query = "?ecosystem=" + base::url_encode(visit.scope);
    view.set("url", map_url(visit, "", ""))
        .set("middle_url", may_open_middle ? "/" + path_of(*request.middle) : "")
        .set("may_open_middle", may_open_middle)
        .set("kinds", kind_views(visit, request))
        .set("node_count",
             base::counted(static_cast<long long>(map.nodes.size()), "record", "records"))
        .set("drawing",
             drawing(map,
                     [&](const RelationMap::Node& node) {
                       const bool is_middle = map.has_middle && &node == &map.nodes.front();
                       const auto path = path_of(node.subject);
                       return is_middle ? "/" + path : map_url(visit, path, request.kind);
                     }))
        .set("elements", "/network/map/elements.csv" + query)
        .set("connections", "/network/map/connections.csv" + query);
    view.set_maybe("middle", middle);
    view.set_maybe("left_out", left_out_words(map, read, request.middle.has_value()));
    view.set_list("rows", std::move(rows));
    return Filled{
        "map.html",
        std::move(view),
        {.title = middle.empty() ? "Who is connected with whom" : "Who is connected with " + middle,
         .section = "network"}};
  }));
}

// A map is for looking at; a file has all that a spreadsheet bears.
constexpr std::size_t kMostInFile = 100'000;

std::vector<Link> all_links(store::Reader& reader, const Visit& visit) {
  MapRequest request;
  request.workspace = visit.scope;
  request.viewer = visit.viewer.user_id;
  return links_for_map(reader, request, kMostInFile).links;
}

// GET /network/map/elements.csv
Answer elements(Visit& visit) {
  return web::csv(visit.services.db.read([&](store::Reader& reader) {
    return elements_csv(reader, all_links(reader, visit));
  }),
                  "elements.csv");
}

// GET /network/map/connections.csv
Answer connections(Visit& visit) {
  return web::csv(visit.services.db.read([&](store::Reader& reader) {
    return connections_csv(all_links(reader, visit));
  }),
                  "connections.csv");
}

// GET /orgs/{id}/map, /people/{id}/map: the map of its ecosystem around the record.
template <Thing thing>
Answer to_map(Visit& visit) {
  return web::redirect(map_url(visit, path_of({thing, visit.id()}), ""));
}

}  // namespace

std::string map_standing(store::Reader& reader, const std::string& workspace) {
  MapRequest request;
  request.workspace = workspace;
  const auto total = links_for_map(reader, request, 1).total;
  return total == 0 ? ""
                    : base::counted(static_cast<long long>(total), "connection", "connections") +
                          " on record";
}

void map_routes(app::Routes& routes) {
  const auto ecosystem = ecosystem_scope(Needs::participant);
  routes.get("/network/map", Needs::participant, ecosystem, show_map);
  routes.get("/network/map/elements", Needs::participant, ecosystem, elements,
             {.formats = {"csv"}});
  routes.get("/network/map/connections", Needs::participant, ecosystem, connections,
             {.formats = {"csv"}});
  routes.get("/orgs/{id}/map", Needs::participant, scopes::org(), to_map<Thing::organization>);
  routes.get("/people/{id}/map", Needs::participant, scopes::person(Needs::participant),
             to_map<Thing::person>);
}

}  // namespace enact::network
