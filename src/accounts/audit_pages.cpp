// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "accounts/common.h"
#include "app/module.h"
#include "base/csv.h"
#include "base/text.h"
#include "identity/audit.h"
#include "network/network.h"

namespace enact::accounts {
namespace {

using web::Needs;
using Answer = base::Result<web::Response>;

constexpr int kPerPage = 100;
constexpr int kMostInCsv = 10'000;

// The filter as the address states it. Where it looks is the route's scope, not a wish.
identity::EventFilter filter_of(const app::Visit& visit) {
  identity::EventFilter filter;
  filter.org = visit.scope;
  filter.subject_kind = visit.request.query_value("kind");
  filter.subject_id = visit.request.query_value("id");
  filter.verb_prefix = visit.request.query_value("verb");
  filter.before_id = visit.request.query_value("before");
  return filter;
}

std::string address_of(const identity::EventFilter& filter, std::string_view ending = {}) {
  std::string address = "/audit" + std::string(ending);
  char joint = '?';
  const auto add = [&](std::string_view name, const std::string& value) {
    if (value.empty()) return;
    address += joint;
    address.append(name).append("=").append(base::url_encode(value));
    joint = '&';
  };
  add("workspace", filter.org);
  add("verb", filter.verb_prefix);
  add("kind", filter.subject_kind);
  add("id", filter.subject_id);
  add("before", filter.before_id);
  return address;
}

// "identity.recovery_codes.made" -> "recovery codes made"
std::string verb_words(std::string_view verb) {
  const auto room_end = verb.find('.');
  std::string words(room_end == std::string_view::npos ? verb : verb.substr(room_end + 1));
  std::replace_if(
      words.begin(), words.end(), [](char c) { return c == '.' || c == '_'; }, ' ');
  return words;
}

std::string value_words(const base::Json& value) {
  if (value.is_null()) return "nothing";
  const auto text = value.text();
  return base::shorten(text.empty() ? value.dump() : text, 200);
}

// One line for each member that is not the same before and after.
std::vector<web::View> changes(const identity::Event& event) {
  std::vector<std::string> names;
  for (const auto* side : {&event.before, &event.after})
    for (const auto& [name, value] : side->members())
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  std::vector<web::View> views;
  for (const auto& name : names) {
    const auto before = value_words(event.before[name]);
    const auto after = value_words(event.after[name]);
    if (before == after) continue;
    web::View view;
    view.set("name", base::replace_all(name, "_", " "))
        .set("has_before", !event.before[name].is_null())
        .set("before", before)
        .set("after", after);
    views.push_back(std::move(view));
  }
  return views;
}

web::View event_view(const identity::RecordedEvent& event, const identity::EventFilter& filter) {
  auto about = filter;
  about.subject_kind = event.subject_kind;
  about.subject_id = event.subject_id;
  about.before_id.clear();
  auto like = filter;
  like.verb_prefix = event.verb;
  like.before_id.clear();
  web::View view;
  view.set("at", time_html(event.at))
      .set("actor", event.actor_name.empty() ? event.actor : event.actor_name)
      .set("verb", verb_words(event.verb))
      .set("verb_url", address_of(like))
      .set("kind", base::replace_all(event.subject_kind, "_", " "))
      .set("subject", event.subject_name.empty() ? event.subject_id : event.subject_name)
      .set("subject_url", address_of(about))
      .set_list("changes", changes(event));
  return view;
}

web::View choice(std::string label, const identity::EventFilter& filter, bool is_current) {
  web::View view;
  view.set("label", std::move(label)).set("url", address_of(filter)).set("is_current", is_current);
  return view;
}

// One filter for each room that can have done something.
std::vector<web::View> room_choices(const identity::EventFilter& filter) {
  auto other = filter;
  other.before_id.clear();
  other.verb_prefix.clear();
  std::vector<web::View> views{choice("Everything", other, filter.verb_prefix.empty())};
  std::set<std::string> rooms{"identity"};
  for (const auto* module : app::modules())
    if (module->name != "accounts") rooms.emplace(module->name);
  for (const auto& room : rooms) {
    other.verb_prefix = room + ".";
    views.push_back(choice(room == "identity" ? "accounts" : room, other,
                           filter.verb_prefix.starts_with(other.verb_prefix)));
  }
  return views;
}

web::Response as_csv(const std::vector<identity::RecordedEvent>& events) {
  base::CsvWriter csv({"at", "actor", "actor_name", "verb", "subject_kind", "subject_id",
                       "subject_name", "workspace", "before", "after"});
  const auto text = [](const base::Json& json) { return json.is_null() ? "" : json.dump(); };
  for (const auto& event : events)
    csv.add({event.at.iso(), event.actor, event.actor_name, event.verb, event.subject_kind,
             event.subject_id, event.subject_name, event.org, text(event.before),
             text(event.after)});
  return web::csv(csv.text(), "audit.csv");
}

// GET /audit
Answer show_audit(app::Visit& visit) {
  auto filter = filter_of(visit);
  const bool is_csv = visit.request.format == "csv";
  // One more than is shown, to know whether there are older ones.
  filter.limit = is_csv ? kMostInCsv : kPerPage + 1;
  auto events = visit.services.db.read(
      [&](store::Reader& reader) { return identity::events(reader, filter); });
  if (is_csv) return as_csv(events);

  const bool has_older = events.size() > kPerPage;
  if (has_older) events.pop_back();
  std::vector<web::View> rows;
  for (const auto& event : events) rows.push_back(event_view(event, filter));
  auto all = filter;
  all.subject_kind.clear();
  all.subject_id.clear();
  all.before_id.clear();
  auto older = filter;
  if (has_older) older.before_id = events.back().id;

  web::View view;
  visit.services.db.read([&](store::Reader& reader) {
    view.set("where", visit.scope.empty() ? visit.network : network::org_name(reader, visit.scope))
        .set_list("ecosystems", ecosystem_links(reader, visit, "/audit?workspace="));
  });
  view.set("rooms", room_choices(filter))
      .set("is_about_one", !filter.subject_kind.empty())
      .set("everything_url", address_of(all))
      .set("csv_url", address_of(filter, ".csv"))
      .set("has_older", has_older)
      .set("older_url", address_of(older))
      .set_list("events", std::move(rows));
  return show(visit, "audit.html", std::move(view),
              {.title = "What was done", .section = "account.audit"});
}

}  // namespace

void audit_routes(app::Routes& routes) {
  routes.get("/audit", Needs::lead, ecosystem_looked_at(), show_audit, {.formats = {"csv"}});
}

}  // namespace enact::accounts
