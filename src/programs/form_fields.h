// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "programs/need.h"
#include "web/form.h"
#include "web/view.h"

namespace enact::programs {

struct Option {
  std::string value;
  std::string label;
};
std::vector<Option> kind_options();

// One field of a form: what pages/_programs_field.html shows.
struct FormField {
  enum class Control { line, lines, choice };
  enum class Presence { optional, required };

  std::string name;
  std::string label;
  std::string value = {};
  std::string help = {};
  Presence presence = Presence::optional;
  Control control = Control::line;
  std::string type = "text";                  // of a line
  std::vector<Option> options = {};           // of a choice
  std::vector<std::string> suggestions = {};  // for a line
};

// Collects the fields of a form, each with what `error` says of it.
class FormFields {
 public:
  explicit FormFields(const base::Error* error) : error_(error) {}

  void add(const FormField& field);
  // Fields `before`kind, what, amount, needed_from, needed_by, urgency, each with `after` after it,
  // with what `form` holds.
  void add_need(const web::Form& form, std::string_view before = "", std::string_view after = "");

  // Sets `name` to the fields, and `name`_open to whether one of them is at fault.
  void show(web::View& view, std::string_view name) &&;
  const std::vector<std::string>& names() const { return names_; }

 private:
  const base::Error* error_;
  std::vector<std::string> names_;
  std::vector<web::View> views_;
  bool is_at_fault_ = false;
};

// A need as such fields hold it.
Need need_in(const web::Form& form, std::string_view before = "", std::string_view after = "");

// What is no number is -1; empty is `when_empty`.
int number_in(const web::Form& form, std::string_view field, int when_empty = 0);

}  // namespace enact::programs
