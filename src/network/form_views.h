// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "app/visit.h"
#include "base/result.h"
#include "web/view.h"

namespace enact::network {

struct Choice {
  std::string value;
  std::string label;
};

// One field of a form: what pages/_network_fields.html shows.
struct Input {
  enum class Control { line, lines, choice, organization };

  std::string name;
  std::string label;
  std::string value;
  std::string help = {};
  bool is_optional = true;
  Control control = Control::line;
  std::string type = "text";         // of a line
  std::vector<Choice> choices = {};  // of an organization: several that may be meant
  std::string known = {};            // of an organization: its id, while the text is its name
};

// Sets `inputs`, and the list of `errors` for the top.
void show_inputs(web::View& view, const std::vector<Input>& inputs, const base::Error* error);

// What is stored, where it differs from what the form holds: label and value, for a person whose
// form was overtaken. Sets `theirs`.
void show_theirs(web::View& view, const std::vector<Input>& ours, const std::vector<Input>& theirs);

using app::status_of;

}  // namespace enact::network
