// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "playbook/document.h"
#include "playbook/run.h"
#include "playbook/run_involved.h"
#include "playbook/run_notes.h"
#include "playbook/runs.h"

// The story of a run: how its notes become the draft of a vignette, and when that may be told.
namespace enact::playbook {

// What a person edits; together with the run it makes a vignette's document.
struct Story {
  std::string title;
  std::string summary;
  std::string when;  // partial date, or empty
  std::string source;
  std::string body;  // Markdown
};

// What gathered during the run, put in order: a beginning to write on, not a finished text.
struct RunPapers {
  std::string play_title;
  std::string org_name;
  std::vector<RunStep> steps;
  std::vector<RunNote> notes;  // as it happened
};
Story compose_story(const Run& run, const RunPapers& papers);

// Of a vignette that was handed in before.
Story story_of(const Document& vignette);

// Every fault at once; fields are title, summary, when and text.
base::Result<void> check_story(const Story& story);

// A person whom the story names without having their word. `said` is what stands in the text:
// the whole name, or a part of it.
struct NamedInStory {
  Involved person;
  std::string said;
};
std::vector<NamedInStory> named_without_consent(const Story& story,
                                                const std::vector<Involved>& involved);

// One sentence each, at the field "text".
base::Result<void> check_consent(const Story& story, const std::vector<Involved>& involved);

// The vignette's file: front matter in the order in which the playbook's own files have it.
std::string story_document(const Story& story, const Run& run, std::string_view slug);

}  // namespace enact::playbook
