// SPDX-License-Identifier: Apache-2.0
#include "network/map_links.h"

#include <set>

#include "base/json.h"
#include "network/link_rows.h"
#include "network/queries.h"

namespace enact::network {
namespace {

std::vector<Link> from_rows(const store::Rows& rows) {
  std::vector<Link> links;
  for (const auto& row : rows) {
    links.push_back(link_from(row));
    links.back().from_name = row.text("from_name");
    links.back().to_name = row.text("to_name");
  }
  return links;
}

std::vector<Link> links_around(store::Reader& reader, const MapRequest& request, std::size_t most) {
  std::vector<Link> links;
  std::set<std::string> known, read{request.middle->id}, layer = read;
  constexpr int kSteps = 2;
  for (int step = 0; step < kSteps && !layer.empty() && links.size() < most; ++step) {
    auto subjects = base::Json::array();
    for (const auto& id : layer) subjects.add(id);
    const auto found = from_rows(reader.all(sql::links_at, {{"subjects", subjects.dump()},
                                                            {"workspace", request.workspace},
                                                            {"viewer", request.viewer},
                                                            {"kind", request.kind},
                                                            {"most", static_cast<int>(most)}}));
    std::set<std::string> next;
    for (const auto& link : found) {
      if (known.insert(link.id).second) links.push_back(link);
      for (const auto& end : {link.from.id, link.to.id})
        if (read.insert(end).second) next.insert(end);
    }
    layer = std::move(next);
  }
  return links;
}

}  // namespace

MapLinks links_for_map(store::Reader& reader, const MapRequest& request, std::size_t most) {
  MapLinks found;
  found.total = static_cast<std::size_t>(
      reader
          .one(sql::count_links_of_workspace, {{"workspace", request.workspace},
                                               {"viewer", request.viewer},
                                               {"kind", request.kind}})
          ->integer("links"));
  if (request.middle)
    found.links = links_around(reader, request, most);
  else
    found.links =
        from_rows(reader.all(sql::links_of_workspace, {{"workspace", request.workspace},
                                                       {"viewer", request.viewer},
                                                       {"kind", request.kind},
                                                       {"most", static_cast<int>(most)}}));
  return found;
}

}  // namespace enact::network
