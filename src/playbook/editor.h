// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "app/visit.h"
#include "base/result.h"

namespace enact::playbook {

// One page on which a Markdown text is written: an item, a note, a copy of a toolkit document.
struct Editor {
  std::string heading;   // "Edit play 4.1"
  std::string standing;  // "Published in revision 3."
  std::string crumb;
  std::string title;   // of what is edited
  std::string back;    // its address, or empty
  std::string action;  // where the form goes
  std::string text;
  long long based_on = 0;
  std::string note;
  bool asks_note = false;
  std::string main_button, main_then;      // "Save and ask for review", "submit"
  std::string second_button, second_then;  // may be empty
  bool has_front_matter = false;
};

// What makes the editor show itself again: the error, and on a conflict the text that somebody
// else saved since.
struct EditorTrouble {
  const base::Error* error = nullptr;
  std::string theirs;
  std::string theirs_by;
};

web::Response editor_page(const app::Visit& visit,
                          const Editor& editor,
                          const EditorTrouble& trouble = {});

// The Markdown of an editor as it will look; of a document with front matter, its body. A fault
// is shown in place of the text.
web::SafeHtml preview_of(const std::string& text);

}  // namespace enact::playbook
