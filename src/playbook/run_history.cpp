// SPDX-License-Identifier: Apache-2.0
#include "playbook/run_history.h"

#include <string>

#include "identity/audit.h"

namespace enact::playbook {
namespace {

struct VerbWords {
  std::string_view verb;  // after "playbook.run."
  std::string_view words;
  std::string_view detail;  // a member of `after`, or else of `before`, that says which
};

constexpr VerbWords kWords[] = {
    {"begun", "began the run", ""},
    {"started", "started it", ""},
    {"finished", "marked it as done", ""},
    {"set_aside", "set it aside", "reason"},
    {"taken_up_again", "took it up again", ""},
    {"changed", "changed its particulars", ""},
    {"written_up", "published its story", ""},
    {"story_handed_in", "handed in its story", "title"},
    {"told", "told it from a vignette", ""},
    {"noted", "wrote a note", ""},
    {"note_asked", "asked for a note", "name"},
    {"step_ticked", "ticked a step", "step"},
    {"step_unticked", "opened a step again", "step"},
    {"evidence_added", "added evidence", "title"},
    {"evidence_removed", "took evidence away", "title"},
    {"involved", "added somebody involved", "name"},
    {"involved_removed", "took somebody off the list", "name"},
    {"consent_recorded", "recorded whether somebody agrees to be named", "name"},
};

constexpr std::string_view kPrefix = "playbook.run.";
constexpr int kMost = 60;

std::string words_for_event(const identity::Event& event) {
  const auto verb = std::string_view(event.verb).substr(kPrefix.size());
  for (const auto& line : kWords) {
    if (line.verb != verb) continue;
    std::string words(line.words);
    if (line.detail.empty()) return words;
    auto detail = event.after[line.detail].text();
    if (detail.empty()) detail = event.before[line.detail].text();
    return detail.empty() ? words : words + ": " + detail;
  }
  return std::string(verb);
}

}  // namespace

std::vector<web::View> history_views(store::Reader& reader, std::string_view run) {
  std::vector<web::View> views;
  for (const auto& event : identity::events(reader, {.org = {},
                                                    .subject_kind = "run",
                                                    .subject_id = std::string(run),
                                                    .verb_prefix = std::string(kPrefix),
                                                    .before_id = {},
                                                    .limit = kMost})) {
    web::View view;
    view.set("at", event.at.iso())
        .set("at_words", event.at.words())
        .set("who", event.actor_name)
        .set("what", words_for_event(event));
    views.push_back(std::move(view));
  }
  return views;
}

}  // namespace enact::playbook
