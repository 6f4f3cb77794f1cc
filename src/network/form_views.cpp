// SPDX-License-Identifier: Apache-2.0
#include "network/form_views.h"

#include <algorithm>

#include "app/visit.h"

namespace enact::network {
namespace {

std::string message_for(const base::Error* error, const std::string& field) {
  if (error == nullptr) return {};
  for (const auto& fault : error->faults)
    if (fault.field == field) return fault.message;
  return error->faults.empty() && error->field == field ? error->message : std::string();
}

// The names of the help and the error of a field, as aria-describedby takes them.
std::string described_by(const Input& input, const std::string& message) {
  std::string ids;
  if (!message.empty()) ids += input.name + "-error";
  if (!input.help.empty()) ids += (ids.empty() ? "" : " ") + input.name + "-help";
  return ids;
}

web::View view_of(const Input& input, const base::Error* error) {
  const auto message = message_for(error, input.name);
  std::vector<web::View> choices;
  for (const auto& choice : input.choices) {
    web::View option;
    option.set("choice", choice.value)
        .set("choice_label", choice.label)
        .set("is_chosen", choice.value == input.value);
    choices.push_back(std::move(option));
  }
  web::View view;
  view.set("name", input.name).set("label", input.label).set("value", input.value);
  view.set("type", input.type)
      .set("is_optional", input.is_optional)
      .set("is_line", input.control == Input::Control::line)
      .set("is_lines", input.control == Input::Control::lines)
      .set("is_choice", input.control == Input::Control::choice)
      .set("is_org", input.control == Input::Control::organization)
      .set("known", input.known);
  view.set_list("choices", std::move(choices));
  view.set_maybe("help", input.help).set_maybe("error", message);
  view.set_maybe("described_by", described_by(input, message));
  return view;
}

std::string shown(const Input& input) {
  if (input.value.empty()) return "(empty)";
  for (const auto& choice : input.choices)
    if (choice.value == input.value) return choice.label;
  return input.value;
}

}  // namespace

void show_inputs(web::View& view, const std::vector<Input>& inputs, const base::Error* error) {
  std::vector<std::string> names;
  std::vector<web::View> list;
  for (const auto& input : inputs) {
    names.push_back(input.name);
    list.push_back(view_of(input, error));
  }
  app::show_faults(view, names, error);
  view.set("inputs", std::move(list)).set("is_dirty", error != nullptr);
}

void show_theirs(web::View& view,
                 const std::vector<Input>& ours,
                 const std::vector<Input>& theirs) {
  std::vector<web::View> list;
  for (std::size_t i = 0; i < std::min(ours.size(), theirs.size()); ++i) {
    if (ours[i].value == theirs[i].value) continue;
    web::View item;
    item.set("their_label", theirs[i].label).set("their_value", shown(theirs[i]));
    list.push_back(std::move(item));
  }
  view.set_list("theirs", std::move(list));
}

}  // namespace enact::network
