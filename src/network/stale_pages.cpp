// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "network/directory_view.h"
#include "network/form_views.h"
#include "network/kinds.h"
#include "network/network.h"
#include "network/pages.h"
#include "network/questions.h"
#include "network/scopes.h"
#include "network/verifications.h"

namespace enact::network {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;

constexpr std::size_t kOfPage = 50;
constexpr std::string_view kAddress = "/network/still-right";

Thing thing_of(std::string_view of) {
  return of == "people" ? Thing::person : Thing::organization;
}

std::string address(const Visit& visit, Thing thing, std::size_t page) {
  return fmt::format("{}?ecosystem={}&of={}&page={}", kAddress, base::url_encode(visit.scope),
                     thing == Thing::person ? "people" : "organizations", page);
}

web::View word_view(const LastWord& word, Thing thing, const std::vector<Kind>& kinds) {
  web::View view;
  view.set("id", word.id)
      .set("name", word.name)
      .set("url", (thing == Thing::person ? "/people/" : "/orgs/") + word.id)
      .set("is_vouched", word.is_vouched)
      .set("staleness", word.freshness.staleness)
      .set("grade", words_of(word.freshness.grade))
      .set("kind", thing == Thing::person ? std::string() : label_of(kinds, word.kind));
  set_date(view, "on", word.on.iso());
  set_date(view, "asked_on", word.asked_at.substr(0, 10));
  return view;
}

Answer list_page(Visit& visit, const base::Error* error) {
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    const auto asked_for =
        visit.request.form ? visit.form().text("of") : visit.request.query_value("of");
    const auto thing = thing_of(asked_for);
    const auto words = last_words(reader, thing, visit.scope, visit.today());
    const auto pages = std::max<std::size_t>(1, (words.size() + kOfPage - 1) / kOfPage);
    const auto wanted = base::to_integer(visit.request.query_value("page")).value_or(1);
    const auto page =
        static_cast<std::size_t>(std::clamp(wanted, 1LL, static_cast<long long>(pages)));
    const auto known = kinds(reader);
    std::vector<web::View> rows;
    for (auto i = (page - 1) * kOfPage; i < std::min(words.size(), page * kOfPage); ++i)
      rows.push_back(word_view(words[i], thing, known));
    const auto stale = std::count_if(words.begin(), words.end(), [](const LastWord& word) {
      return word.freshness.grade == Freshness::Grade::stale;
    });
    web::View view;
    app::show_faults(view, {}, error);
    show_ecosystem(view, reader, visit, kAddress);
    view.set("is_people", thing == Thing::person)
        .set("of", thing == Thing::person ? "people" : "organizations")
        .set("orgs_url", address(visit, Thing::organization, 1))
        .set("people_url", address(visit, Thing::person, 1))
        .set("standing", fmt::format("{} of {} stale", grouped(static_cast<std::size_t>(stale)),
                                     grouped(words.size())))
        .set("has_before", page > 1)
        .set("before", address(visit, thing, page - 1))
        .set("has_after", page < pages)
        .set("after", address(visit, thing, page + 1));
    view.set_list("rows", std::move(rows));
    return Filled{"stale.html",
                  std::move(view),
                  {.title = "Still right?",
                   .status = error != nullptr ? status_of(*error) : 200,
                   .section = "network"}};
  }));
}

// GET /network/still-right
Answer show_list(Visit& visit) {
  return list_page(visit, nullptr);
}

// What came of asking about several records at once.
struct Round {
  std::size_t asked = 0;
  std::vector<std::string> left_out;  // nobody can be asked, or was just asked
};

base::Result<Round> ask_about(store::Writer& writer,
                              const Visit& visit,
                              Thing thing,
                              const std::vector<std::string>& chosen) {
  Round round;
  for (const auto& word : last_words(writer, thing, visit.scope, visit.today())) {
    if (std::find(chosen.begin(), chosen.end(), word.id) == chosen.end()) continue;
    const Subject subject{thing, word.id};
    const auto who = addressees(writer, subject);
    const bool went = !who.empty() && ask_whether_right(writer, visit.services, subject,
                                                        who.front(), visit.event());
    if (went)
      ++round.asked;
    else
      round.left_out.push_back(word.name);
  }
  return round;
}

std::string round_words(const Round& round) {
  auto words = base::counted(static_cast<long long>(round.asked), "question is", "questions are") +
               " on the way.";
  constexpr std::size_t kMostNamed = 5;
  if (round.left_out.empty()) return words;
  auto named = round.left_out;
  if (named.size() > kMostNamed) named.resize(kMostNamed);
  words += " Left out: " + base::join(named, ", ");
  if (round.left_out.size() > kMostNamed)
    words += fmt::format(" and {} more", round.left_out.size() - kMostNamed);
  return words + " (nobody to ask, or asked already).";
}

// POST /network/still-right: asks the first who can be asked about each of those chosen
Answer ask_chosen(Visit& visit) {
  const auto thing = thing_of(visit.form().text("of"));
  const auto chosen = visit.form().all("record");
  if (chosen.empty()) {
    const base::Error nothing{
        base::Error::Kind::invalid, "record", "Nothing was chosen. Tick those to ask about.", {}};
    return list_page(visit, &nothing);
  }
  const auto round = visit.services.db.write(
      [&](store::Writer& writer) { return ask_about(writer, visit, thing, chosen); });
  if (!round) return tl::unexpected(round.error());
  return app::redirect_with_notice(visit, address(visit, thing, 1), round_words(*round));
}

}  // namespace

void stale_routes(app::Routes& routes) {
  routes.get(std::string(kAddress), Needs::participant, ecosystem_scope(Needs::participant),
             show_list);
  routes.post(std::string(kAddress), Needs::lead, ecosystem_scope(Needs::lead), ask_chosen);
}

}  // namespace enact::network
