// SPDX-License-Identifier: Apache-2.0
#include "playbook/new_item.h"

#include <fmt/format.h>

namespace enact::playbook {
namespace {

std::string beginning_of(Kind kind) {
  const auto head = fmt::format("---\nkind: {}\nid: \ntitle: \n", name_of(kind));
  switch (kind) {
    case Kind::purpose:
      return head + "position: \"1\"\nsummary: \n---\n\n";
    case Kind::strategy:
      return head + "purpose: \nsummary: \norigin: ours\n---\n\nWhat this strategy is about.\n";
    case Kind::play:
      return "---\nkind: play\nid: \"1-9\"\nstrategy: \"1\"\ntitle: \nsummary: \norigin: ours\n"
             "weeks: \"4\"\n---\n\n## Why\n\n\n\n## What you do\n\n1. **First step.** \n\n"
             "## Have ready\n\n- \n\n## What good looks like\n\n- \n";
    case Kind::vignette:
      return "---\nkind: vignette\nid: \nplay: \necosystem: \ntitle: \nsummary: \nwhen: \n"
             "source: [\"\"]\n---\n\nWhat they did, what happened, what to take from it.\n";
    case Kind::soundbite:
      return "---\nkind: soundbite\nid: \nplay: \necosystem: \ntitle: \nspeaker: \n"
             "permission: \n---\n\n> “…”\n";
    case Kind::toolkit:
      return head + "summary: \norigin: ours\naudience: \n---\n\n## \n\n## Make it yours\n\n- \n";
    case Kind::definition:
      return head + "also: []\n---\n\nOne or two sentences.\n";
    case Kind::cover:
      break;
  }
  return head;
}

}  // namespace

Editor new_item_editor(Kind kind) {
  return {.heading = fmt::format("New {}", words_for(kind)),
          .standing = "Nobody but reviewers sees it before it is published.",
          .crumb = fmt::format("New {}", words_for(kind)),
          .title = "Waiting for review",
          .back = "/reviews",
          .action = fmt::format("/new/{}", name_of(kind)),
          .text = beginning_of(kind),
          .based_on = 0,
          .note = {},
          .asks_note = false,
          .main_button = "Save and ask for review",
          .main_then = "submit",
          .second_button = "Save the draft",
          .second_then = "keep",
          .has_front_matter = true};
}

}  // namespace enact::playbook
