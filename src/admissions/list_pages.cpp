// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "admissions/choosing.h"
#include "admissions/lists.h"
#include "admissions/pages.h"
#include "admissions/queries.h"
#include "admissions/scopes.h"
#include "base/csv.h"
#include "base/text.h"
#include "network/network.h"

namespace enact::admissions {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;

constexpr std::size_t kRowsOfPage = 200;  // a form holds at most 1,000 fields
constexpr std::size_t kMostCommitments = 500;

ProspectList posted_list(const Visit& visit) {
  const auto& form = visit.form();
  return {.id = visit.id(),
          .workspace = visit.scope,
          .name = form.text("name"),
          .held_on = form.text("held_on"),
          .whereabouts = form.text("whereabouts"),
          .words = form.raw("words"),
          .version = base::to_integer(form.text("version")).value_or(0)};
}

void show_list_form(web::View& view, const ProspectList& list) {
  view.set("list_name", list.name)
      .set("held_on", list.held_on)
      .set("whereabouts", list.whereabouts)
      .set("words", list.words)
      .set("version", list.version);
}

Answer lists_page(Visit& visit, const base::Error* error) {
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    std::vector<web::View> rows;
    for (const auto& list : lists_in(reader, visit.scope)) {
      auto& row = rows.emplace_back();
      row.set("name", list.name)
          .set("url", "/prospects/" + list.id)
          .set("people", base::counted(list.sums.prospects, "name", "names"))
          .set_maybe("sums", words_of(list.sums));
      set_date(row, "held", list.held_on);
    }
    web::View view;
    network::show_ecosystem(view, reader, visit, "/prospects");
    show_list_form(view, posted_list(visit));
    view.set("may_edit", identity::meets(visit.viewer, Needs::contributor, visit.scope))
        .set("is_open", error != nullptr || rows.empty());
    view.set_list("rows", std::move(rows));
    app::show_faults(view, {"name", "held_on", "whereabouts", "words"}, error);
    return Filled{"prospect_lists.html",
                  std::move(view),
                  {.title = "Lists of people to win",
                   .status = error != nullptr ? status_of(*error) : 200,
                   .section = "admissions"}};
  }));
}

// GET /prospects
Answer show_lists(Visit& visit) {
  return lists_page(visit, nullptr);
}

// POST /prospects
Answer make(Visit& visit) {
  const auto made = visit.services.db.write(
      [&](store::Writer& writer) { return make_list(writer, posted_list(visit), visit.event()); });
  if (!made) return lists_page(visit, &made.error());
  return app::redirect_with_notice(visit, "/prospects/" + made->id + "/add",
                                   "Made. Now put people on it.");
}

std::string_view reply_words(const Prospect& p) {
  if (p.reply == "yes") return "Yes";
  if (p.reply == "maybe") return "Maybe";
  if (p.reply == "no") return "No";
  return p.invited_on.empty() ? "" : "None yet";
}

std::string_view attended_words(const Prospect& p) {
  if (p.attended == "yes") return "Came";
  return p.attended == "no" ? "Did not come" : "";
}

web::View row_of(const Prospect& p, const ProspectList& list) {
  web::View row;
  row.set("id", p.id)
      .set("name", p.name)
      .set_maybe("url", !p.person.empty() ? "/people/" + p.person
                        : !p.org.empty()  ? "/orgs/" + p.org
                                          : "")
      .set_maybe("org", p.person.empty() ? "" : p.org_name)
      .set("org_url", "/orgs/" + p.org)
      .set_maybe("through", p.through)
      .set_maybe("address", p.address)
      .set("refuses", p.refuses)
      .set("invited_by", p.invited_by)
      .set("mailed_again", p.mails > 1)
      .set("mails", p.mails)
      .set_maybe("reply", std::string(reply_words(p)))
      .set_maybe("attended", std::string(attended_words(p)))
      .set("is_contact", !p.contact_on.empty())
      .set_maybe("commitment", p.commitment.empty() ? "" : "/commitments/" + p.commitment)
      .set_maybe("commit", p.commitment.empty() && !p.org.empty()
                               ? fmt::format("/orgs/{}/admissions?ecosystem={}&prospect={}#commit",
                                             p.org, list.workspace, p.id)
                               : "");
  set_date(row, "invited", p.invited_on);
  set_date(row, "replied", p.replied_on);
  return row;
}

std::string csv_of(const std::vector<Prospect>& prospects) {
  base::CsvWriter csv({"name", "e-mail", "organization", "through", "invited_on", "invited_by",
                       "reply", "replied_on", "attended", "contact_since", "led_to_commitment",
                       "wants_no_e-mail"});
  for (const auto& p : prospects)
    csv.add({p.name, p.refuses ? "" : p.address, p.org_name, p.through, p.invited_on, p.invited_by,
             p.reply, p.replied_on, p.attended, p.contact_on, p.commitment,
             p.refuses ? "yes" : ""});
  return csv.text();
}

struct Asked {
  Group group = Group::all;
  std::size_t page = 1;
};

Asked asked_by(const Visit& visit) {
  const auto text = [&](std::string_view name) {
    return visit.request.form ? visit.form().text(name) : visit.request.query_value(name);
  };
  const auto page = base::to_integer(text("page")).value_or(1);
  return {group_named(text("group")), static_cast<std::size_t>(std::clamp(page, 1LL, 1000LL))};
}

std::string address(const ProspectList& list, Group group, std::size_t page = 1) {
  auto text = fmt::format("/prospects/{}", list.id);
  if (group != Group::all) text += fmt::format("?group={}", name_of(group));
  if (page > 1) text += fmt::format("{}page={}", group == Group::all ? "?" : "&", page);
  return text;
}

void show_rows(web::View& view,
               const std::vector<Prospect>& all,
               const ProspectList& list,
               const Asked& asked,
               const web::Form& form) {
  std::vector<web::View> rows, groups;
  const auto ticked = form.all("row");
  std::size_t counts[kGroups.size()] = {};
  for (const auto& p : all) {
    for (const auto group : kGroups)
      if (belongs_to(p, group)) ++counts[static_cast<std::size_t>(group)];
    if (!belongs_to(p, asked.group)) continue;
    const auto place = counts[static_cast<std::size_t>(asked.group)];
    if (place <= (asked.page - 1) * kRowsOfPage || place > asked.page * kRowsOfPage) continue;
    auto row = row_of(p, list);
    row.set("is_ticked", std::find(ticked.begin(), ticked.end(), p.id) != ticked.end());
    rows.push_back(std::move(row));
  }
  for (const auto group : kGroups)
    if (const auto count = counts[static_cast<std::size_t>(group)];
        count > 0 || group == asked.group)
      groups.emplace_back()
          .set("label", words_of(group))
          .set("count", count)
          .set("url", address(list, group))
          .set("is_current", group == asked.group);
  const auto shown = counts[static_cast<std::size_t>(asked.group)];
  view.set("groups", std::move(groups))
      .set("group", name_of(asked.group))
      .set("group_words", base::lower(words_of(asked.group)))
      .set("group_count", shown)
      .set("page", asked.page)
      .set("is_cut", shown > kRowsOfPage)
      .set("has_before", asked.page > 1)
      .set("before", address(list, asked.group, asked.page - 1))
      .set("has_after", shown > asked.page * kRowsOfPage)
      .set("after", address(list, asked.group, asked.page + 1));
  view.set_list("rows", std::move(rows));
}

void show_marks(web::View& view, store::Reader& reader, const Visit& visit) {
  const auto& form = visit.form();
  std::vector<web::View> marks, commitments;
  for (const auto mark : kMarks)
    add_option(marks, name_of(mark), words_of(mark), form.text("mark"));
  add_option(commitments, "", "Choose", form.text("commitment"));
  for (const auto& row :
       reader.all(sql::open_commitments, {{"workspace", visit.scope}, {"most", kMostCommitments}}))
    add_option(commitments, row.text("id"),
               fmt::format("{}: {}", row.text("org_name"), row.text("kind_label")),
               form.text("commitment"));
  view.set("marks", std::move(marks))
      .set("commitments", std::move(commitments))
      .set("on", form.has("on") ? form.text("on") : visit.today().iso())
      .set("by_what", form.text("by_what"))
      .set("is_all", form.text("all") == "yes");
}

enum class Form { none, marks, list };
struct Trouble {
  Form form = Form::none;
  const base::Error* error = nullptr;
};

Answer list_page(Visit& visit, const Trouble& trouble) {
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    const auto list = find_list(reader, visit.id());
    if (!list) return base::not_found("There is no such list.");
    const auto all = prospects_of(reader, list->id);
    web::View view;
    view.set("url", "/prospects/" + list->id)
        .set("name", list->name)
        .set("ecosystem", list->workspace)
        .set("ecosystem_name", network::org_name(reader, list->workspace))
        .set("is_empty", all.empty())
        .set_maybe("sums", words_of(sums_of(all)))
        .set("csv", fmt::format("/prospects/{}.csv", list->id))
        .set("is_list_open", trouble.form == Form::list)
        .set("may_edit", identity::meets(visit.viewer, Needs::contributor, visit.scope))
        .set("may_send", identity::meets(visit.viewer, Needs::lead, visit.scope));
    set_date(view, "held", list->held_on);
    show_rows(view, all, *list, asked_by(visit), visit.form());
    show_marks(view, reader, visit);
    show_list_form(view, trouble.form == Form::list ? posted_list(visit) : *list);
    app::show_faults(
        view, {"name", "held_on", "whereabouts", "words", "rows", "on", "commitment", "by_what"},
        trouble.error);
    return Filled{"prospect_list.html",
                  std::move(view),
                  {.title = list->name,
                   .status = trouble.error != nullptr ? status_of(*trouble.error) : 200,
                   .section = "admissions"}};
  }));
}

// GET /prospects/{id}
Answer show_list(Visit& visit) {
  if (visit.request.format == "csv")
    return web::csv(visit.services.db.read([&](store::Reader& reader) {
      return csv_of(prospects_of(reader, visit.id()));
    }),
                    "prospects.csv");
  return list_page(visit, {});
}

// POST /prospects/{id}
Answer change(Visit& visit) {
  const auto changed = visit.services.db.write([&](store::Writer& writer) {
    return change_list(writer, posted_list(visit), visit.event());
  });
  if (!changed) return list_page(visit, {Form::list, &changed.error()});
  return app::redirect_with_notice(visit, "/prospects/" + visit.id(), "Saved.");
}

std::string back(const Visit& visit) {
  const auto asked = asked_by(visit);
  return address({.id = visit.id(),
                  .workspace = {},
                  .name = {},
                  .held_on = {},
                  .whereabouts = {},
                  .words = {}},
                 asked.group, asked.page);
}

// POST /prospects/{id}/marks
Answer mark(Visit& visit) {
  const auto& form = visit.form();
  const auto named = mark_named(form.text("mark"));
  if (!named) return base::invalid("mark", "Choose what happened.");
  const Marking marking{.mark = *named,
                        .on = form.text("on"),
                        .by_what = *named == Mark::invited ? form.text("by_what") : "",
                        .commitment = form.text("commitment")};
  const auto marked = visit.services.db.write([&](store::Writer& writer) {
    return mark_prospects(writer, visit.id(), chosen_by(form), marking, visit.event());
  });
  if (!marked) return list_page(visit, {Form::marks, &marked.error()});
  return app::redirect_with_notice(
      visit, back(visit),
      fmt::format("{}: {}.", words_of(*named),
                  base::counted(static_cast<long long>(*marked), "name", "names")));
}

// POST /prospects/{id}/off
Answer remove(Visit& visit) {
  const auto removed = visit.services.db.write([&](store::Writer& writer) {
    return take_off(writer, visit.id(), chosen_by(visit.form()), visit.event());
  });
  if (!removed) return list_page(visit, {Form::marks, &removed.error()});
  return app::redirect_with_notice(
      visit, back(visit),
      base::counted(static_cast<long long>(*removed), "name", "names") + " taken off the list.");
}

// GET /prospects/{id}/addresses
Answer show_addresses(Visit& visit) {
  const auto group = asked_by(visit).group;
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    const auto list = find_list(reader, visit.id());
    if (!list) return base::not_found("There is no such list.");
    std::vector<std::string> addresses;
    long long refusing = 0, without = 0;
    for (const auto& p : prospects_of(reader, list->id)) {
      if (!belongs_to(p, group)) continue;
      if (p.refuses)
        ++refusing;
      else if (p.address.empty())
        ++without;
      else
        addresses.push_back(
            fmt::format("\"{}\" <{}>", base::replace_all(p.name, "\"", "'"), p.address));
    }
    web::View view;
    view.set("url", "/prospects/" + list->id)
        .set("name", list->name)
        .set("ecosystem", list->workspace)
        .set("group_words", base::lower(words_of(group)))
        .set("count", addresses.size())
        .set("is_empty", addresses.empty())
        .set("addresses", base::join(addresses, ",\n"))
        .set_maybe("refusing", refusing > 0 ? std::to_string(refusing) : "")
        .set_maybe("without", without > 0 ? std::to_string(without) : "");
    return Filled{"prospect_addresses.html",
                  std::move(view),
                  {.title = "Addresses of " + list->name, .section = "admissions"}};
  }));
}

}  // namespace

void lists_routes(app::Routes& routes) {
  routes.get("/prospects", Needs::participant, network::ecosystem_scope(Needs::participant),
             show_lists);
  routes.post("/prospects", Needs::contributor, network::ecosystem_scope(Needs::contributor), make);
  routes.get("/prospects/{id}", Needs::participant, scopes::list(), show_list,
             {.formats = {"csv"}});
  routes.post("/prospects/{id}", Needs::contributor, scopes::list(), change);
  routes.post("/prospects/{id}/marks", Needs::contributor, scopes::list(), mark);
  routes.post("/prospects/{id}/off", Needs::contributor, scopes::list(), remove);
  routes.get("/prospects/{id}/addresses", Needs::participant, scopes::list(), show_addresses);
}

}  // namespace enact::admissions
