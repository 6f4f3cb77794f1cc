// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "network/fields.h"
#include "network/form_views.h"
#include "network/kinds.h"
#include "network/network.h"
#include "network/pages.h"
#include "network/plain_text.h"

namespace enact::network {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;

std::string shape_words(Shape shape) {
  constexpr std::string_view kWords[] = {"one line",
                                         "several lines",
                                         "a list",
                                         "a number",
                                         "a date",
                                         "yes or no",
                                         "one of a choice",
                                         "a web address",
                                         "a mail address",
                                         "a telephone number",
                                         "a number elsewhere"};
  return std::string(kWords[static_cast<std::size_t>(shape)]);
}

std::vector<Choice> shape_choices() {
  std::vector<Choice> choices;
  for (const auto shape :
       {Shape::line, Shape::lines, Shape::list, Shape::amount, Shape::date, Shape::yes_no,
        Shape::choice, Shape::url, Shape::email, Shape::phone, Shape::id})
    choices.push_back({std::string(name_of(shape)), shape_words(shape)});
  return choices;
}

Field draft_of(const web::Form& form, const std::string& workspace) {
  Field field;
  field.id = form.text("id");
  field.thing = form.text("thing") == "person" ? Thing::person : Thing::organization;
  field.workspace = workspace;
  field.topic = form.text("topic");
  field.label = form.text("label");
  field.help = form.text("help");
  field.shape = shape_named(form.text("shape")).value_or(Shape::line);
  field.unit = form.text("unit");
  for (const auto line : base::lines(several_lines(form.text("choices"))))
    if (auto choice = one_line(line); !choice.empty()) field.choices.push_back(std::move(choice));
  if (const auto kind = form.text("kind"); !kind.empty()) field.kinds = {kind};
  field.is_public = form.text("is_public") == "yes";
  return field;
}

std::vector<Input> inputs_of(const Field& field, const std::vector<Kind>& kinds) {
  using enum Input::Control;
  std::vector<Choice> of{{"", "Any organization"}};
  for (const auto& kind : kinds) of.push_back({kind.id, kind.label});
  return {
      {.name = "label", .label = "Label", .value = field.label, .is_optional = false},
      {.name = "topic",
       .label = "Heading",
       .value = field.topic,
       .help = "Under which it stands, such as The program.",
       .is_optional = false},
      {.name = "thing",
       .label = "About",
       .value = std::string(name_of(field.thing)),
       .is_optional = false,
       .control = choice,
       .choices = {{"organization", "Organizations"}, {"person", "People"}}},
      {.name = "kind",
       .label = "Of this kind",
       .value = field.kinds.empty() ? "" : field.kinds.front(),
       .control = choice,
       .choices = std::move(of)},
      {.name = "shape",
       .label = "What is written",
       .value = std::string(name_of(field.shape)),
       .is_optional = false,
       .control = choice,
       .choices = shape_choices()},
      {.name = "unit", .label = "Unit", .value = field.unit, .help = "Of a number, such as hours."},
      {.name = "choices",
       .label = "Choices",
       .value = base::join(field.choices, "\n"),
       .help = "Of a choice: one a line.",
       .control = lines},
      {.name = "help", .label = "Help", .value = field.help},
      {.name = "is_public",
       .label = "Who may read it",
       .value = field.is_public ? "yes" : "no",
       .is_optional = false,
       .control = choice,
       .choices = {{"no", "Those who take part"}, {"yes", "Everybody, without signing in"}}}};
}

// Whose fields and labels: those of the ecosystem that was asked for, else of the one that the
// viewer leads. The hub's are everybody's.
const app::Scope& owner() {
  static const app::Scope scope{
      "ecosystem", [](Visit& visit) -> base::Result<std::string> {
        const auto asked = visit.request.form ? visit.form().text("ecosystem")
                                              : visit.request.query_value("ecosystem");
        if (!asked.empty()) {
          const auto workspace = visit.services.db.read(
              [&](store::Reader& reader) { return workspace_of(reader, asked); });
          if (workspace == asked) return workspace;
          return base::not_found("There is no such ecosystem.");
        }
        if (visit.viewer.is_hub()) return std::string();
        for (const auto& workspace : visit.viewer.workspaces())
          if (identity::meets(visit.viewer, Needs::lead, workspace)) return workspace;
        return std::string();
      }};
  return scope;
}

std::string address_of(const Visit& visit) {
  return "/network/fields" +
         (visit.scope.empty() ? "" : "?ecosystem=" + base::url_encode(visit.scope));
}

web::View row_of(const Field& field, const std::string& workspace, const std::string& label) {
  const bool is_own = field.workspace == workspace;
  web::View row;
  row.set("id", field.id)
      .set("label", field.label)
      .set("base_label", label)
      .set("is_worded", field.label != label)
      .set("topic", field.topic)
      .set("about", field.thing == Thing::person ? "people" : "organizations")
      .set("shape", shape_words(field.shape))
      .set("is_own", is_own)
      .set("is_retired", field.is_retired)
      .set("retire_word", field.is_retired ? "Ask for it again" : "Ask no more");
  return row;
}

Answer fields_page(Visit& visit, const Field& draft, const base::Error* error) {
  const auto workspace = visit.scope;
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    std::vector<web::View> rows;
    for (const auto thing : {Thing::organization, Thing::person})
      for (const auto& field : fields(reader, thing, workspace))
        rows.push_back(row_of(field, workspace, find_field(reader, field.id)->label));
    web::View view;
    show_inputs(view, inputs_of(draft, kinds(reader)), error);
    view.set_list("rows", std::move(rows));
    view.set("ecosystem", workspace)
        .set("whose", workspace.empty() ? "the network" : org_name(reader, workspace));
    return Filled{"fields.html",
                  std::move(view),
                  {.title = "Fields",
                   .status = error != nullptr ? status_of(*error) : 200,
                   .section = "network"}};
  }));
}

// GET /network/fields
Answer show_fields(Visit& visit) {
  return fields_page(visit, {.topic = "Our own"}, nullptr);
}

// POST /network/fields
Answer add(Visit& visit) {
  const auto draft = draft_of(visit.form(), visit.scope);
  const auto added = visit.services.db.write(
      [&](store::Writer& writer) { return add_field(writer, draft, visit.event()); });
  if (!added) return fields_page(visit, draft, &added.error());
  return app::redirect_with_notice(visit, address_of(visit), added->label + " is added.");
}

// POST /network/fields/{id}/label
Answer label(Visit& visit) {
  const auto workspace = visit.scope;
  const auto words = visit.form().text("label");
  const auto done = visit.services.db.write([&](store::Writer& writer) -> base::Result<void> {
    auto field = find_field(writer, visit.id());
    if (!field) return base::not_found("There is no such field.");
    if (field->workspace != workspace)
      return label_field(writer, field->id, workspace, words, visit.event());
    field->label = words;
    return change_field(writer, *field, visit.event());
  });
  if (!done && done.error().kind == base::Error::Kind::not_found)
    return tl::unexpected(done.error());
  if (!done) return fields_page(visit, {.topic = "Our own"}, &done.error());
  return app::redirect_with_notice(visit, address_of(visit), "Saved.");
}

// POST /network/fields/{id}/retire
Answer retire(Visit& visit) {
  const auto workspace = visit.scope;
  const auto done = visit.services.db.write([&](store::Writer& writer) -> base::Result<void> {
    auto field = find_field(writer, visit.id());
    if (!field || field->workspace != workspace)
      return base::not_found("There is no such field of yours.");
    field->is_retired = !field->is_retired;
    return change_field(writer, *field, visit.event());
  });
  if (!done) return tl::unexpected(done.error());
  return app::redirect_with_notice(visit, address_of(visit), "Saved.");
}

}  // namespace

void fields_routes(app::Routes& routes) {
  routes.get("/network/fields", Needs::lead, owner(), show_fields);
  routes.post("/network/fields", Needs::lead, owner(), add);
  routes.post("/network/fields/{id}/label", Needs::lead, owner(), label);
  routes.post("/network/fields/{id}/retire", Needs::lead, owner(), retire);
}

}  // namespace enact::network
