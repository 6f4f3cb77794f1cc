// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "network/directory_view.h"
#include "network/duplicates_view.h"
#include "network/merges.h"
#include "network/network.h"
#include "network/pages.h"

namespace enact::network {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;
using Found = base::Result<std::string>;
using State = Duplicate::State;

constexpr std::size_t kOfPage = 10;
constexpr std::string_view kPath = "/network/duplicates";

// The hub sees everywhere at once, unless it asks for one ecosystem.
app::Scope ecosystem_or_all() {
  return {"ecosystem", [](Visit& visit) -> Found {
            const auto asked = visit.request.form ? visit.form().text("ecosystem")
                                                  : visit.request.query_value("ecosystem");
            if (asked.empty() && visit.viewer.is_hub()) return std::string();
            return ecosystem_scope(Needs::lead).find(visit);
          }};
}

// Both records must be of an ecosystem that the viewer leads: what is answered at is the first
// where they do not.
app::Scope of_duplicate() {
  return {"ecosystem of the two records", [](Visit& visit) -> Found {
            return visit.services.db.read([&](store::Reader& reader) -> Found {
              const auto duplicate = find_duplicate(reader, visit.id());
              if (!duplicate) return base::not_found("These two are not asked about any more.");
              for (const auto& id : {duplicate->other, duplicate->one}) {
                const bool is_led = leads(reader, visit.viewer, {duplicate->thing, id});
                if (!is_led) return std::string();
              }
              for (const auto& own : visit.viewer.workspaces())
                if (identity::meets(visit.viewer, Needs::lead, own)) return own;
              return std::string();
            });
          }};
}

Thing thing_asked(const Visit& visit) {
  const auto of = visit.request.form ? visit.form().text("of") : visit.request.query_value("of");
  return of == "people" ? Thing::person : Thing::organization;
}

std::string_view of_words(Thing thing) {
  return thing == Thing::person ? "people" : "organizations";
}

std::string address(std::string_view ecosystem, Thing thing, State state) {
  auto url = fmt::format("{}?ecosystem={}&of={}", kPath, ecosystem, of_words(thing));
  if (state != State::open) url += fmt::format("&show={}", name_of(state));
  return url;
}

std::string_view label_of(State state) {
  return state == State::open ? "To decide" : (state == State::later ? "Put off" : "Not the same");
}

std::string decided_words(const Duplicate& duplicate) {
  if (duplicate.state == State::open) return {};
  return fmt::format("{} on {}: {}.", duplicate.decided_by_name, day_words(duplicate.decided_at),
                     duplicate.state == State::later ? "later" : "these are not the same");
}

std::vector<web::View> answers_to(State state) {
  std::vector<web::View> views;
  const auto add = [&](State answer, std::string_view label) {
    views.emplace_back().set("answer", name_of(answer)).set("answer_label", label);
  };
  if (state == State::different) {
    add(State::open, "Take that back: ask again");
  } else {
    add(State::different, "Not the same");
    if (state == State::open) add(State::later, "Later");
  }
  return views;
}

std::string sentence_of(std::string words) {
  if (!words.empty()) words.front() = static_cast<char>(std::toupper(words.front()));
  return words.empty() ? "They are much alike." : words + ".";
}

web::View pair_view(store::Reader& reader, const Duplicate& duplicate, std::string_view workspace) {
  const Subject one{duplicate.thing, duplicate.one}, other{duplicate.thing, duplicate.other};
  web::View view;
  view.set("pair", duplicate.id)
      .set("words", sentence_of(duplicate.words))
      .set("one_name", name_of_subject(reader, one).value_or(one.id))
      .set("other_name", name_of_subject(reader, other).value_or(other.id))
      .set("one_url", url_of(one))
      .set("other_url", url_of(other))
      .set("other_id", other.id)
      .set_maybe("decided", decided_words(duplicate));
  std::vector<web::View> rows;
  for (const auto& difference : differences(reader, duplicate.thing, one.id, other.id, workspace))
    rows.push_back(difference_view(difference));
  view.set("differences", std::move(rows)).set("answers", answers_to(duplicate.state));
  return view;
}

void show_choices(web::View& view,
                  store::Reader& reader,
                  const Visit& visit,
                  const DuplicatesWanted& wanted) {
  show_ecosystem(view, reader, visit, kPath);
  if (visit.scope.empty()) view.set("ecosystem_name", "The whole network");
  std::vector<web::View> things, states;
  for (const auto thing : {Thing::organization, Thing::person})
    things.emplace_back()
        .set("label", thing == Thing::person ? "People" : "Organizations")
        .set("url", address(visit.scope, thing, State::open))
        .set("is_current", thing == wanted.thing);
  for (const auto state : {State::open, State::later, State::different})
    states.emplace_back()
        .set("label", label_of(state))
        .set("count", grouped(count_duplicates(reader, {wanted.thing, wanted.workspace, state})))
        .set("url", address(visit.scope, wanted.thing, state))
        .set("is_current", state == wanted.state);
  view.set("things", std::move(things)).set("states", std::move(states));
}

void show_search(web::View& view, store::Reader& reader, Thing thing) {
  const auto search = last_search(reader, thing);
  view.set("has_searched", search.has_value())
      .set("searched", search ? day_words(search->done_at) : "")
      .set("records", search ? grouped(static_cast<std::size_t>(search->records)) : "")
      .set_maybe("message", search ? search->message : "");
}

// GET /network/duplicates
Answer show_duplicates(Visit& visit) {
  const DuplicatesWanted wanted{
      .thing = thing_asked(visit),
      .workspace = visit.scope,
      .state = duplicate_state_named(visit.request.query_value("show")).value_or(State::open)};
  const auto asked = base::to_integer(visit.request.query_value("from")).value_or(0);
  const auto from = static_cast<std::size_t>(std::clamp(asked, 0LL, 1'000'000LL));
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    web::View view;
    show_choices(view, reader, visit, wanted);
    show_search(view, reader, wanted.thing);
    std::vector<web::View> pairs;
    const auto found = duplicates(reader, wanted, from, kOfPage + 1);
    for (std::size_t i = 0; i < std::min(found.size(), kOfPage); ++i)
      pairs.push_back(pair_view(reader, found[i], visit.scope).set("number", from + i + 1));
    view.set("here", address(visit.scope, wanted.thing, wanted.state))
        .set("of", of_words(wanted.thing))
        .set("nothing", wanted.state == State::open
                            ? "No two records look as if they were about the same one."
                            : "Nothing is kept here.")
        .set("has_more", found.size() > kOfPage)
        .set("more", fmt::format("{}&from={}", address(visit.scope, wanted.thing, wanted.state),
                                 from + kOfPage));
    view.set_list("pairs", std::move(pairs));
    return Filled{
        "duplicates.html", std::move(view), {.title = "Possible duplicates", .section = "network"}};
  }));
}

// POST /network/duplicates/look
Answer look_again(Visit& visit) {
  const auto thing = thing_asked(visit);
  visit.services.db.write([&](store::Writer& writer) { enqueue_look(writer, thing, visit.now()); });
  return app::redirect_with_notice(
      visit, address(visit.scope, thing, State::open),
      "They are being looked through. What is found stands here in a moment.");
}

// POST /network/duplicates/{id}/answer
Answer answer(Visit& visit) {
  const auto state = duplicate_state_named(visit.form().text("answer"));
  if (!state) return base::invalid("answer", "Choose one of the answers.");
  auto thing = Thing::organization;
  auto was = State::open;
  const auto done = visit.services.db.write([&](store::Writer& writer) -> base::Result<void> {
    if (const auto duplicate = find_duplicate(writer, visit.id())) {
      thing = duplicate->thing;
      was = duplicate->state;
    }
    return answer_duplicate(writer, visit.id(), *state, visit.event());
  });
  if (!done) return tl::unexpected(done.error());
  return app::redirect_with_notice(visit, address(visit.form().text("ecosystem"), thing, was),
                                   *state == State::different ? "Remembered: not the same."
                                   : *state == State::later   ? "Put off."
                                                              : "They are asked about again.");
}

}  // namespace

void duplicates_routes(app::Routes& routes) {
  routes.get(std::string(kPath), Needs::lead, ecosystem_or_all(), show_duplicates);
  routes.post("/network/duplicates/look", Needs::lead, ecosystem_or_all(), look_again);
  routes.post("/network/duplicates/{id}/answer", Needs::lead, of_duplicate(), answer);
}

}  // namespace enact::network
