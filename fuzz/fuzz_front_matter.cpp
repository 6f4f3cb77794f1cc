// SPDX-License-Identifier: Apache-2.0
// A file of the playbook is read or refused with sentences that name a line of it; what is read
// keeps its text, and its sections and steps are part of that.
#include <algorithm>

#include "base/text.h"
#include "fuzz.h"
#include "playbook/document.h"
#include "playbook/front_matter.h"

namespace {

using namespace enact;

void must_name_lines(const base::Error& error, std::string_view text) {
  const auto lines = 1 + std::count(text.begin(), text.end(), '\n');
  fuzz::must(!error.faults.empty());
  for (const auto& fault : error.faults) {
    fuzz::must(!fault.message.empty());
    fuzz::must(fault.line >= 1 && fault.line <= lines + 1);
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = fuzz::text_of(data, size);
  const auto head = playbook::parse_front_matter(text);
  if (!head) must_name_lines(head.error(), text);
  if (head) {
    fuzz::must(text.ends_with(head->body));
    for (const auto& entry : head->entries) {
      const auto again = "---\nkey: " + playbook::yaml_scalar(entry.text()) + "\n---\n";
      if (entry.text().find_first_of("\r\n") != std::string::npos) continue;
      if (std::any_of(again.begin(), again.end(),
                      [](char c) { return c >= 0 && c < ' ' && c != '\n'; }))
        continue;
      fuzz::must(playbook::parse_front_matter(again).has_value());
    }
  }
  const auto document = playbook::parse_document(text, "plays/1-1.md");
  if (!document) {
    must_name_lines(document.error(), text);
    return 0;
  }
  fuzz::must(document->text == text);
  fuzz::must(document->id() == "playbook" || base::is_slug(document->slug));
  for (const auto& section : playbook::sections_of(document->body, document->body_line))
    fuzz::must(section.line >= document->body_line);
  if (document->kind == playbook::Kind::play) fuzz::must(!playbook::steps_of(*document).empty());
  return 0;
}
