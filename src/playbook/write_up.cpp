// SPDX-License-Identifier: Apache-2.0
#include "playbook/write_up.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/date.h"
#include "base/text.h"
#include "playbook/front_matter.h"
#include "web/safe_html.h"

namespace enact::playbook {
namespace {

constexpr std::size_t kLongestTitle = 150;
constexpr std::size_t kLongestSummary = 300;
constexpr std::size_t kShortestPart = 3;  // "Li" alone stands in too many words

std::string slug_of(std::string_view item_id) {
  return std::string(item_id.substr(item_id.find('/') + 1));
}

bool is_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte >= 0x80;
}

// As a word of its own, so that "Hart" is not found in "Hartford".
bool has_word(std::string_view text, std::string_view word) {
  for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const auto end = at + word.size();
    const bool begins = at == 0 || !is_letter(text[at - 1]);
    if (begins && (end == text.size() || !is_letter(text[end]))) return true;
  }
  return false;
}

std::string with_single_blanks(std::string_view text) {
  std::string result;
  for (char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t';
    if (!blank) result += c;
    if (blank && !result.empty() && result.back() != ' ') result += ' ';
  }
  return std::string(base::trim(result));
}

bool is_title_of_address(std::string_view word) {
  constexpr std::string_view kTitles[] = {"Mr", "Mrs", "Ms", "Mx", "Dr", "Prof", "Sen", "Rep"};
  while (word.ends_with('.')) word.remove_suffix(1);
  return std::find(std::begin(kTitles), std::end(kTitles), word) != std::end(kTitles);
}

// The whole name in any case, or a part of it as it is written: "Ana told us" names Ana Duarte.
std::string name_found(const std::string& text, const std::string& name) {
  const auto whole = with_single_blanks(name);
  if (has_word(base::lower(text), base::lower(whole))) return whole;
  for (const auto part : base::split(whole, ' '))
    if (part.size() >= kShortestPart && !is_title_of_address(part) && has_word(text, part))
      return std::string(part);
  return {};
}

base::Fault fault(std::string field, std::string message) {
  return {.field = std::move(field), .message = std::move(message), .file = {}};
}

}  // namespace

Story compose_story(const Run& run, const RunPapers& papers) {
  Story story;
  story.title = run.title;
  story.summary = fmt::format("How {} did it.", papers.org_name);
  if (const auto day = run.done_on ? run.done_on : run.started_on) story.when = day->iso();
  story.source = fmt::format("{}, notes of the run \"{}\"", papers.org_name, run.title);
  for (const auto& note : papers.notes)
    story.body += fmt::format("On {}: {}\n\n", note.happened_on.words(), note.text);
  std::string done;
  for (const auto& step : papers.steps)
    if (step.is_ticked()) done += fmt::format("- {}\n", web::plain_words(step.text));
  if (!done.empty()) story.body += "What was done:\n\n" + done + "\n";
  story.body += "What to take from it:\n";
  return story;
}

Story story_of(const Document& vignette) {
  return {.title = vignette.title,
          .summary = vignette.summary,
          .when = vignette.when,
          .source = base::join(vignette.sources, "; "),
          .body = vignette.body};
}

base::Result<void> check_story(const Story& story) {
  std::vector<base::Fault> faults;
  if (story.title.empty()) faults.push_back(fault("title", "Give the story a title."));
  if (story.title.size() > kLongestTitle)
    faults.push_back(fault("title", "The title is too long; 150 letters are the most."));
  if (story.summary.empty())
    faults.push_back(fault("summary", "Say in one sentence what happened; lists show it."));
  if (story.summary.size() > kLongestSummary)
    faults.push_back(fault("summary", "Keep it to one sentence of 300 letters at most."));
  if (!story.when.empty() && !base::is_partial_date(story.when))
    faults.push_back(fault("when", "Write the date as 2026-05-14, or 2026-05, or 2026."));
  if (base::trim(story.body).empty())
    faults.push_back(fault("text", "The story itself is missing."));
  else if (const auto html = web::markdown(story.body); !html)
    faults.push_back(fault("text", html.error().message));
  if (!faults.empty()) return base::invalid(std::move(faults));
  return {};
}

std::vector<NamedInStory> named_without_consent(const Story& story,
                                                const std::vector<Involved>& involved) {
  const auto text = with_single_blanks(story.title + "\n" + story.summary + "\n" + story.source +
                                       "\n" + web::plain_words(story.body));
  std::vector<NamedInStory> named;
  for (const auto& one : involved) {
    if (!one.is_person() || one.consent == Consent::given) continue;
    if (auto said = name_found(text, one.name); !said.empty())
      named.push_back({one, std::move(said)});
  }
  return named;
}

base::Result<void> check_consent(const Story& story, const std::vector<Involved>& involved) {
  std::vector<base::Fault> faults;
  for (const auto& [person, said] : named_without_consent(story, involved)) {
    const auto what = person.consent == Consent::refused ? "does not want to be named"
                                                         : "has not agreed to be named yet";
    faults.push_back(fault(
        "text", fmt::format("{} {}, but the story says “{}”. Record that they agree, or leave the "
                            "name out.",
                            person.name, what, said)));
  }
  if (!faults.empty()) return base::invalid(std::move(faults));
  return {};
}

std::string story_document(const Story& story, const Run& run, std::string_view slug) {
  std::string text = "---\nkind: vignette\n";
  const auto line = [&](std::string_view key, const std::string& value) {
    if (!value.empty()) text += fmt::format("{}: {}\n", key, value);
  };
  line("id", yaml_scalar(slug));
  line("play", yaml_scalar(slug_of(run.play)));
  line("ecosystem", yaml_scalar(run.workspace));
  line("title", yaml_scalar(story.title));
  line("summary", yaml_scalar(story.summary));
  if (!story.when.empty()) line("when", yaml_scalar(story.when));
  if (!story.source.empty()) line("source", yaml_list({story.source}));
  text += "---\n\n";
  text += base::trim(story.body);
  return text + "\n";
}

}  // namespace enact::playbook
