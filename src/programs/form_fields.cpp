// SPDX-License-Identifier: Apache-2.0
#include "programs/form_fields.h"

#include <fmt/format.h>

#include "base/text.h"

namespace enact::programs {
namespace {

using Control = FormField::Control;
using Presence = FormField::Presence;

std::string fault_of(std::string_view field, const base::Error* error) {
  if (error == nullptr) return {};
  for (const auto& fault : error->faults)
    if (fault.field == field) return fault.message;
  return error->faults.empty() && error->field == field ? error->message : std::string();
}

std::vector<web::View> views_of(const std::vector<Option>& options, std::string_view chosen) {
  std::vector<web::View> views;
  for (const auto& option : options)
    views.emplace_back()
        .set("choice", option.value)
        .set("choice_label", option.label)
        .set("is_chosen", option.value == chosen);
  return views;
}

std::vector<Option> urgency_options() {
  std::vector<Option> all;
  for (const auto urgency : kUrgencies)
    all.push_back({std::to_string(static_cast<int>(urgency)), std::string(words_of(urgency))});
  return all;
}

}  // namespace

std::vector<Option> kind_options() {
  std::vector<Option> all;
  for (const auto kind : kKinds)
    all.push_back({std::string(name_of(kind)), std::string(words_of(kind))});
  return all;
}

void FormFields::add(const FormField& field) {
  const auto fault = fault_of(field.name, error_);
  is_at_fault_ = is_at_fault_ || !fault.empty();
  names_.push_back(field.name);
  std::vector<std::string> described;
  if (!field.help.empty()) described.push_back(field.name + "-help");
  if (!fault.empty()) described.push_back(field.name + "-error");
  std::vector<web::View> suggestions;
  for (const auto& suggestion : field.suggestions)
    suggestions.emplace_back().set("suggestion", suggestion);
  web::View view;
  view.set("field", field.name)
      .set("label", field.label)
      .set("value", field.value)
      .set("type", field.type)
      .set("is_required", field.presence == Presence::required)
      .set("is_optional", field.presence == Presence::optional && field.control != Control::choice)
      .set("is_line", field.control == Control::line)
      .set("is_lines", field.control == Control::lines)
      .set("is_choice", field.control == Control::choice)
      .set("choices", views_of(field.options, field.value))
      .set_maybe("help", field.help)
      .set_maybe("fault", fault)
      .set_maybe("described_by", base::join(described, " "))
      .set_list("suggestions", std::move(suggestions));
  views_.push_back(std::move(view));
}

void FormFields::add_need(const web::Form& form, std::string_view before, std::string_view after) {
  const auto name = [&](std::string_view field) {
    return fmt::format("{}{}{}", before, field, after);
  };
  const auto value = [&](std::string_view field, std::string_view otherwise = "") {
    const auto text = form.text(name(field));
    return text.empty() ? std::string(otherwise) : text;
  };
  add({.name = name("what"),
       .label = "What is needed",
       .value = value("what"),
       .help = "As you could say it to somebody who may have it: two chemists for three Saturdays.",
       // Of several rows in one form, those that stay empty are left out.
       .presence = after.empty() ? Presence::required : Presence::optional});
  add({.name = name("kind"),
       .label = "Kind",
       .value = value("kind", name_of(Kind::people)),
       .control = Control::choice,
       .options = kind_options()});
  add({.name = name("amount"), .label = "How many", .value = value("amount")});
  add({.name = name("needed_from"),
       .label = "From",
       .value = value("needed_from"),
       .type = "date"});
  add({.name = name("needed_by"), .label = "By", .value = value("needed_by"), .type = "date"});
  add({.name = name("urgency"),
       .label = "How urgent",
       .value = value("urgency", "2"),
       .control = Control::choice,
       .options = urgency_options()});
}

void FormFields::show(web::View& view, std::string_view name) && {
  view.set(std::string(name) + "_open", is_at_fault_);
  view.set(name, std::move(views_));
}

Need need_in(const web::Form& form, std::string_view before, std::string_view after) {
  const auto field = [&](std::string_view name) {
    return fmt::format("{}{}{}", before, name, after);
  };
  const auto urgency = number_in(form, field("urgency"), 2);
  return {.kind = kind_named(form.text(field("kind"))).value_or(Kind::other),
          .what = form.text(field("what")),
          .amount = number_in(form, field("amount")),
          .needed_from = form.text(field("needed_from")),
          .needed_by = form.text(field("needed_by")),
          .urgency = urgency >= 1 && urgency <= 3 ? static_cast<Urgency>(urgency) : Urgency::soon};
}

int number_in(const web::Form& form, std::string_view field, int when_empty) {
  const auto text = form.text(field);
  if (text.empty()) return when_empty;
  const auto number = base::to_integer(text);
  return number && *number >= 0 && *number <= 1'000'000'000 ? static_cast<int>(*number) : -1;
}

}  // namespace enact::programs
