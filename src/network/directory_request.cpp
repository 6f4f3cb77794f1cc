// SPDX-License-Identifier: Apache-2.0
#include "network/directory_request.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace enact::network {

bool DirectoryRequest::is_empty() const {
  return words.empty() && page == 1 &&
         std::all_of(chosen.begin(), chosen.end(), [](const auto& value) { return value.empty(); });
}

DirectoryRequest DirectoryRequest::with(Facet facet, std::string value) const {
  auto other = *this;
  other.chosen[place_of(facet)] = std::move(value);
  other.page = 1;
  other.more.clear();
  return other;
}

std::string DirectoryRequest::address(std::string_view format) const {
  std::string query;
  const auto add = [&](std::string_view name, const std::string& value) {
    if (!value.empty())
      query += fmt::format("{}{}={}", query.empty() ? '?' : '&', name, base::url_encode(value));
  };
  for (const auto facet : kAllFacets)
    if (path != "/people" || facet != Facet::kind) add(name_of(facet), chosen[place_of(facet)]);
  add("q", words);
  add("more", more);
  if (page > 1) add("page", std::to_string(page));
  return path + std::string(format) + query;
}

DirectoryRequest directory_request(const app::Visit& visit, std::string path) {
  DirectoryRequest request{.path = std::move(path),
                           .words = std::string(base::trim(visit.request.query_value("q"))),
                           .more = visit.request.query_value("more")};
  for (const auto facet : kAllFacets)
    request.chosen[place_of(facet)] = visit.request.query_value(name_of(facet));
  const auto page = base::to_integer(visit.request.query_value("page")).value_or(1);
  constexpr long long kLastPage = 1'000'000;
  request.page = static_cast<std::size_t>(std::clamp(page, 1LL, kLastPage));
  return request;
}

Sight sight_of(const identity::Viewer& viewer) {
  if (viewer.is_hub()) return {Sight::Of::everybody, {}};
  if (!viewer.is_signed_in()) return {};
  return {Sight::Of::own_ecosystems, viewer.workspaces()};
}

DirectoryQuestion question_of(const DirectoryRequest& request, Sight sight, std::size_t per_page) {
  DirectoryQuestion question{.words = request.words,
                             .sight = std::move(sight),
                             .from = (request.page - 1) * per_page,
                             .most = per_page};
  for (std::size_t i = 0; i < kFacets; ++i)
    if (!request.chosen[i].empty()) question.chosen[i] = {request.chosen[i]};
  if (request.path == "/people") question.chosen[place_of(Facet::kind)] = {std::string(kPeople)};
  return question;
}

}  // namespace enact::network
