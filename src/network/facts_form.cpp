// SPDX-License-Identifier: Apache-2.0
#include "network/facts_form.h"

#include <fmt/format.h>

#include "base/date.h"
#include "base/text.h"
#include "network/fields.h"
#include "network/plain_text.h"

namespace enact::network {

std::vector<Field> asked_facts(store::Reader& reader,
                               Thing thing,
                               std::string_view kind,
                               std::string_view workspace) {
  auto all = fields(reader, thing, workspace);
  std::erase_if(all, [&](const Field& f) { return f.is_retired || !f.fits(kind); });
  return all;
}

Input fact_input(const Field& field, std::string value) {
  using enum Input::Control;
  Input input{.name = "fact-" + field.id, .label = field.label, .value = std::move(value)};
  input.help = field.help;
  const auto choose = [&](std::vector<Choice> choices) {
    input.control = choice;
    input.choices = std::move(choices);
    input.choices.insert(input.choices.begin(), {"", "Not known"});
  };
  switch (field.shape) {
    case Shape::lines:
    case Shape::list:
      input.control = lines;
      if (field.shape == Shape::list) input.value = base::replace_all(input.value, "; ", "\n");
      break;
    case Shape::yes_no:
      choose({{"yes", "Yes"}, {"no", "No"}});
      break;
    case Shape::choice: {
      std::vector<Choice> choices;
      for (const auto& text : field.choices) choices.push_back({text, text});
      choose(std::move(choices));
      break;
    }
    case Shape::amount:
      if (!field.unit.empty()) input.label += fmt::format(" ({})", field.unit);
      break;
    case Shape::url:
    case Shape::email:
      input.type = name_of(field.shape);
      break;
    case Shape::phone:
      input.type = "tel";
      break;
    case Shape::line:
    case Shape::date:
    case Shape::id:
      break;
  }
  return input;
}

base::Result<std::vector<Fact>> changed_facts(const std::vector<Field>& asked,
                                              const FactsByField& known,
                                              const FactsDraft& draft) {
  std::vector<base::Fault> faults;
  std::vector<Fact> facts;
  const auto as_of = one_line(draft.as_of);
  if (!as_of.empty() && !base::is_partial_date(as_of))
    faults.push_back({.field = "as_of",
                      .message = "Write the date as 2021, 2021-07 or 2021-07-27.",
                      .file = {}});
  for (const auto& field : asked) {
    const auto value = kept_value(field, draft.written.find(field.id)->second);
    if (!value) {
      faults.push_back({.field = "fact-" + field.id, .message = value.error().message, .file = {}});
      continue;
    }
    const auto fact = known.find(field.id);
    if ((fact != known.end() ? fact->second.value : "") == *value) continue;
    facts.push_back(
        {.field = field.id, .value = *value, .source = one_line(draft.source), .as_of = as_of});
  }
  if (!faults.empty()) return base::invalid(std::move(faults));
  return facts;
}

}  // namespace enact::network
