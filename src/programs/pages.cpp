// SPDX-License-Identifier: Apache-2.0
#include "programs/pages.h"

#include <fmt/format.h>

#include "base/date.h"
#include "base/text.h"
#include "network/network.h"

namespace enact::programs {

base::Result<Whose> whose_program(store::Reader& reader, const app::Visit& visit) {
  const auto org = network::find_org(reader, visit.id());
  if (!org || org->kind != "pcsp" || visit.scope.empty())
    return base::not_found("Plans are made with the programs of an ecosystem, and this is none.");
  return Whose{visit.scope, org->id, org->name};
}

std::string plan_url(std::string_view program) {
  return fmt::format("/orgs/{}/plan", program);
}

void set_day(web::View& view, std::string_view name, std::string_view iso) {
  view.set_maybe(name, base::partial_date_words(iso));
  view.set(std::string(name) + "_iso", iso);
}

void set_mark(web::View& view, std::string_view css, std::string_view words) {
  view.set("mark", css).set("mark_words", words);
}

void set_history(web::View& view, const std::vector<Move>& moves) {
  std::vector<web::View> views;
  for (const auto& move : moves) {
    const auto at = base::Instant::parse(move.moved_at);
    auto words = base::replace_all(move.state, "_", " ");
    if (!words.empty()) words.front() = static_cast<char>(std::toupper(words.front()));
    auto& row = views.emplace_back();
    row.set("state", words).set("by", move.moved_by_name).set_maybe("note", move.note);
    set_day(row, "at", at ? at->day().iso() : "");
  }
  view.set_list("history", std::move(views));
}

web::View filter_link(std::string_view label, long long count, std::string url, bool is_current) {
  web::View view;
  view.set("label", label).set("count", count).set("url", std::move(url));
  view.set("is_current", is_current);
  return view;
}

std::string address(std::string_view path,
                    const std::vector<std::pair<std::string, std::string>>& query) {
  std::string address(path);
  char before = '?';
  for (const auto& [name, value] : query) {
    if (value.empty()) continue;
    address += fmt::format("{}{}={}", before, name, base::url_encode(value));
    before = '&';
  }
  return address;
}

std::size_t from_in(const app::Visit& visit) {
  const auto from = base::to_integer(visit.request.query_value("from")).value_or(0);
  return from > 0 && from < 1'000'000 ? static_cast<std::size_t>(from) : 0;
}

std::int64_t version_in(const app::Visit& visit) {
  return base::to_integer(visit.form().text("version")).value_or(0);
}

}  // namespace enact::programs
