// SPDX-License-Identifier: Apache-2.0
#include "network/org_choice.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/json.h"
#include "base/text.h"
#include "network/folding.h"
#include "network/kinds.h"
#include "network/network.h"
#include "network/queries.h"

namespace enact::network {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;

constexpr std::size_t kMostChoices = 10;

struct Reached {
  std::vector<Choice> choices;  // id and name, the closest first
  std::size_t total = 0;
};

// Organizations by the words of their name, as far as the viewer meets `needs` there.
Reached within_reach(const Visit& visit,
                     Directory& directory,
                     const std::string& words,
                     Needs needs) {
  DirectoryQuestion question{.words = words, .most = kMostChoices};
  if (!visit.viewer.is_hub()) {
    auto& ecosystems = question.chosen[place_of(Facet::ecosystem)];
    for (auto& own : visit.viewer.workspaces())
      if (identity::meets(visit.viewer, needs, own)) ecosystems.push_back(std::move(own));
    if (ecosystems.empty()) return {};
  }
  const auto answer = directory.find(visit.services.db, question);
  Reached reached{{}, answer.total};
  visit.services.db.read([&](store::Reader& reader) {
    for (const auto& ref : answer.page)
      reached.choices.push_back({ref.id, org_name(reader, ref.id)});
  });
  return reached;
}

// "Lakeside Robotics Club: Program, Erie, PA", to tell those of one name apart.
void describe(store::Reader& reader, std::vector<Choice>& choices) {
  const auto known = kinds(reader);
  auto ids = base::Json::array();
  for (const auto& choice : choices) ids.add(choice.value);
  for (const auto& row : reader.all(sql::orgs_in_directory, {{"ids", ids.dump()}}))
    for (auto& choice : choices) {
      if (choice.value != row.text("id")) continue;
      choice.label += ": " + label_of(known, row.text("kind"));
      if (const auto place = row.text("place"); !place.empty()) choice.label += ", " + place;
    }
}

// The names that are the words themselves, where there are any, else all.
std::vector<Choice> closest(std::vector<Choice> choices, const std::string& words) {
  const auto wanted = folded(words);
  const auto is_other = [&](const Choice& choice) { return folded(choice.label) != wanted; };
  if (!std::all_of(choices.begin(), choices.end(), is_other)) std::erase_if(choices, is_other);
  return choices;
}

// GET /network/suggest
Answer suggest(Visit& visit, Directory& directory) {
  const auto words = visit.request.query_value("q");
  const auto needs =
      visit.request.query_value("for") == "parent" ? Needs::lead : Needs::contributor;
  auto choices = folded(words).empty() ? std::vector<Choice>{}
                                       : within_reach(visit, directory, words, needs).choices;
  auto described = choices;
  visit.services.db.read([&](store::Reader& reader) { describe(reader, described); });
  auto list = base::Json::array();
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const bool is_alone = std::count_if(choices.begin(), choices.end(), [&](const Choice& other) {
                            return other.label == choices[i].label;
                          }) == 1;
    auto item = base::Json::object();
    // The id stands for the name where that would not say which.
    item.set("value", is_alone ? choices[i].label : choices[i].value)
        .set("label", described[i].label);
    list.add(std::move(item));
  }
  return web::json(base::Json::object().set("suggestions", std::move(list)).dump());
}

}  // namespace

OrgField org_field(store::Reader& reader, std::string_view id) {
  const auto org = find_org(reader, id);
  return org ? OrgField{org->id, org->name, {}} : OrgField{};
}

OrgField posted_org(const Visit& visit,
                    Directory& directory,
                    std::string_view name,
                    web::Needs needs) {
  const auto& form = visit.form();
  auto& db = visit.services.db;
  const auto text = std::string(base::trim(form.text(std::string(name))));
  const auto choice = form.text(std::string(name) + "_choice");
  const auto known = form.text(std::string(name) + "_known");
  auto found = db.read([&](store::Reader& reader) -> OrgField {
    if (auto chosen = org_field(reader, choice); !chosen.id.empty()) return chosen;
    if (text.empty()) return {};
    if (auto kept = org_field(reader, known); kept.text == text) return kept;
    if (auto named = org_field(reader, text); !named.id.empty()) return named;
    return {.id = {}, .text = text, .several = {}};
  });
  if (!found.is_open()) return found;
  const auto reached = within_reach(visit, directory, text, needs);
  found.several = closest(reached.choices, text);
  if (found.several.size() == 1)
    return {found.several.front().value, found.several.front().label, {}};
  db.read([&](store::Reader& reader) { describe(reader, found.several); });
  return found;
}

base::Failure open_field(std::string_view name, const OrgField& field) {
  if (field.several.empty())
    return base::invalid(std::string(name),
                         fmt::format("Where you work there is no organization \"{}\". Write its "
                                     "name or the beginnings of its words.",
                                     base::shorten(field.text, 80)));
  return base::invalid(std::string(name), "Several could be meant. Choose one of them.");
}

std::string plain_org(const web::Form& form, std::string_view name) {
  if (auto choice = form.text(std::string(name) + "_choice"); !choice.empty()) return choice;
  auto text = std::string(base::trim(form.text(std::string(name))));
  if (text.empty() || base::is_slug(text)) return text;
  return form.text(std::string(name) + "_known");
}

void suggest_routes(app::Routes& routes, const SharedDirectory& directory) {
  routes.get("/network/suggest", Needs::signed_in, with(directory, suggest));
}

}  // namespace enact::network
