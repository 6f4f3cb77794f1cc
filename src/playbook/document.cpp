// SPDX-License-Identifier: Apache-2.0
#include "playbook/document.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "base/date.h"
#include "base/text.h"
#include "playbook/front_matter.h"
#include "web/safe_html.h"

namespace enact::playbook {
namespace {

struct KindFacts {
  Kind kind;
  std::string_view name, words, folder;
  std::vector<std::string_view> required;
  std::vector<std::string_view> optional;
};

// What each kind must and may say about itself, beside kind, id and title.
const std::vector<KindFacts>& all_kinds() {
  static const std::vector<KindFacts> facts{
      {Kind::cover, "playbook", "cover", "", {"network"}, {"summary", "source", "review_on"}},
      {Kind::purpose, "purpose", "purpose", "purposes", {"position"}, {"summary", "source"}},
      {Kind::strategy,
       "strategy",
       "strategy",
       "strategies",
       {"purpose", "summary"},
       {"origin", "source", "review_on", "position"}},
      {Kind::play,
       "play",
       "play",
       "plays",
       {"strategy", "summary"},
       {"origin", "weeks", "toolkit", "tools", "source", "review_on", "position"}},
      {Kind::vignette,
       "vignette",
       "vignette",
       "vignettes",
       {"play", "ecosystem", "summary"},
       {"when", "source", "review_on"}},
      {Kind::soundbite,
       "soundbite",
       "soundbite",
       "soundbites",
       {"play", "ecosystem", "speaker", "permission"},
       {"audio", "when", "source"}},
      {Kind::toolkit,
       "toolkit",
       "toolkit document",
       "toolkit",
       {"summary"},
       {"origin", "audience", "source", "review_on", "position"}},
      {Kind::definition,
       "definition",
       "definition",
       "definitions",
       {},
       {"also", "legend", "source", "review_on"}},
  };
  return facts;
}

const KindFacts& facts_of(Kind kind) {
  return all_kinds()[static_cast<std::size_t>(kind)];
}

// Plays are ordered by strategy and number: 4-2 -> 4002.
long long position_of(std::string_view slug) {
  const auto parts = base::split(slug, '-');
  const auto first = base::to_integer(parts[0]);
  const auto second = parts.size() > 1 ? base::to_integer(parts[1]) : std::nullopt;
  return first.value_or(0) * 1000 + second.value_or(0);
}

// Reads the entries of a head into a document, noting every fault.
class Reading {
 public:
  Reading(const FrontMatter& head, std::string_view file) : head_(head), file_(file) {}

  Document document(std::string_view text) {
    Document d;
    d.text = std::string(text);
    d.body = std::string(head_.body);
    d.body_line = head_.body_line;
    const auto kind = kind_named(value("kind"));
    if (!kind) {
      fault("kind",
            "\"kind\" must be one of playbook, purpose, strategy, play, vignette, soundbite, "
            "toolkit or definition.");
      return d;
    }
    d.kind = *kind;
    knows_kind = true;
    check_keys();
    d.slug = d.kind == Kind::cover ? "cover" : value("id");
    if (!base::is_slug(d.slug) && !is_list("id"))
      fault("id", "\"id\" must be small letters, digits and hyphens, such as 4-1 or open-doors.");
    if (value("title").empty() && !is_list("title")) fault("title", "\"title\" is missing.");
    fill(d);
    return d;
  }

  std::vector<base::Fault> faults;
  bool knows_kind = false;

  void fault(std::string_view key, std::string message) {
    const auto* entry = head_.find(key);
    faults.push_back({.field = std::string(key),
                      .message = std::move(message),
                      .file = std::string(file_),
                      .line = entry != nullptr ? entry->line : 1});
  }

 private:
  std::string value(std::string_view key) const {
    const auto* entry = head_.find(key);
    return entry != nullptr && !entry->is_list ? std::string(base::trim(entry->text())) : "";
  }

  bool is_list(std::string_view key) const {
    const auto* entry = head_.find(key);
    return entry != nullptr && entry->is_list;
  }

  static bool may_be_list(std::string_view key) {
    return key == "source" || key == "toolkit" || key == "tools" || key == "also";
  }

  std::vector<std::string> values(std::string_view key) const {
    const auto* entry = head_.find(key);
    return entry != nullptr ? entry->values : std::vector<std::string>{};
  }

  void check_keys() {
    const auto& facts = facts_of(*kind_named(value("kind")));
    for (const auto& entry : head_.entries) {
      const auto known = [&](const auto& keys) {
        return std::find(keys.begin(), keys.end(), entry.key) != keys.end();
      };
      if (entry.key != "kind" && entry.key != "id" && entry.key != "title" &&
          !known(facts.required) && !known(facts.optional))
        fault(entry.key, fmt::format("A {} has no \"{}\".", facts.words, entry.key));
      else if (entry.is_list && !may_be_list(entry.key))
        fault(entry.key, fmt::format("\"{}\" must be one text, not a list.", entry.key));
    }
    for (const auto key : facts.required)
      if (value(key).empty() && !is_list(key))
        fault(key, fmt::format("\"{}\" is missing; a {} needs it.", key, facts.words));
  }

  long long number(std::string_view key, long long otherwise) {
    const auto text = value(key);
    if (text.empty()) return otherwise;
    const auto n = base::to_integer(text);
    if (!n || *n < 0 || *n > 1000)
      fault(key, fmt::format("\"{}\" must be a whole number from 0 to 1000.", key));
    return n.value_or(otherwise);
  }

  std::string parent_for(Kind kind) const {
    if (kind == Kind::strategy) return item_id(Kind::purpose, value("purpose"));
    if (kind == Kind::play) return item_id(Kind::strategy, value("strategy"));
    if (kind == Kind::vignette || kind == Kind::soundbite)
      return item_id(Kind::play, value("play"));
    return "";
  }

  void fill(Document& d) {
    d.title = value("title");
    d.summary = value("summary");
    d.parent = parent_for(d.kind);
    d.origin = value("origin");
    d.ecosystem = value("ecosystem");
    d.when = value("when");
    d.network = value("network");
    d.speaker = value("speaker");
    d.permission = value("permission");
    d.audio = value("audio");
    d.audience = value("audience");
    d.review_on = value("review_on");
    d.sources = values("source");
    d.toolkit = values("toolkit");
    d.tools = values("tools");
    d.also = values("also");
    d.weeks = static_cast<int>(number("weeks", 0));
    d.position =
        d.kind == Kind::definition ? number("legend", 0) : number("position", position_of(d.slug));
    if (!d.origin.empty() && d.origin != "source" && d.origin != "ours")
      fault("origin", "\"origin\" must be source or ours.");
    if (!d.when.empty() && !base::is_partial_date(d.when))
      fault("when", "\"when\" must be a year, year-month or day: 2021, 2021-07 or 2021-07-27.");
    if (!d.review_on.empty() && !base::Day::parse(d.review_on))
      fault("review_on", "\"review_on\" must be a day such as 2027-03-31.");
    if (!d.audio.empty() && !d.audio.starts_with('/') && !d.audio.starts_with("https://"))
      fault("audio", "\"audio\" must be an address that begins with / or https://.");
  }

  const FrontMatter& head_;
  std::string_view file_;
};

// A play can be carried out only if it says what to do.
void check_body(const Document& d, std::string_view file, std::vector<base::Fault>& faults) {
  if (const auto html = web::markdown(d.body); !html)
    for (auto fault : html.error().faults) {
      fault.file = std::string(file);
      fault.line += d.body_line - 1;
      faults.push_back(std::move(fault));
    }
  if (d.kind == Kind::play && steps_of(d).empty())
    faults.push_back(
        {.field = "body",
         .message = fmt::format("A play needs a part \"## {}\" with a numbered list of "
                                "steps (\"1. \" at the start of each).",
                                kStepsHeading),
         .file = std::string(file),
         .line = d.body_line});
}

bool starts_step(std::string_view line) {
  const auto digits = std::min(line.find_first_not_of("0123456789"), line.size());
  return digits > 0 && digits < 4 && line.substr(digits).starts_with(". ");
}

// A line at the margin that ends a list although no blank line stands before it.
bool starts_other_block(std::string_view line) {
  for (const std::string_view start : {"#", "```", "~~~", "> ", "- ", "* ", "+ ", "---", "|"})
    if (line.starts_with(start)) return true;
  return false;
}

// Follows fenced code through the lines of a text.
class Fences {
 public:
  // To be called with each line; whether it is a fence or stands inside of one.
  bool hold(std::string_view line) {
    const auto marks = marks_of(line);
    if (open_.empty()) {
      open_ = marks;
      return !open_.empty();
    }
    if (marks.starts_with(open_) && base::trim(line).size() == marks.size()) open_ = {};
    return true;
  }

 private:
  // The marks of a line that may open or close fenced code (CommonMark 0.31, 4.5), or nothing.
  static std::string_view marks_of(std::string_view line) {
    const auto indent = line.find_first_not_of(' ');
    if (indent == std::string_view::npos || indent > 3) return {};
    line.remove_prefix(indent);
    if (line.front() != '`' && line.front() != '~') return {};
    const auto length = std::min(line.find_first_not_of(line.front()), line.size());
    const bool is_code_span = line.front() == '`' && line.find('`', length) != line.npos;
    return length < 3 || is_code_span ? std::string_view{} : line.substr(0, length);
  }

  std::string_view open_;
};

}  // namespace

std::string_view name_of(Kind kind) {
  return facts_of(kind).name;
}

std::string_view words_for(Kind kind) {
  return facts_of(kind).words;
}

std::string_view folder_of(Kind kind) {
  return facts_of(kind).folder;
}

std::optional<Kind> kind_named(std::string_view name) {
  for (const auto& facts : all_kinds())
    if (facts.name == name) return facts.kind;
  return std::nullopt;
}

std::optional<Kind> kind_of_folder(std::string_view folder) {
  for (const auto& facts : all_kinds())
    if (!folder.empty() && facts.folder == folder) return facts.kind;
  return std::nullopt;
}

std::string item_id(Kind kind, std::string_view slug) {
  if (kind == Kind::cover) return "playbook";
  return fmt::format("{}/{}", folder_of(kind), slug);
}

std::string address_of(std::string_view item_id) {
  return item_id == "playbook" ? "/playbook" : "/" + std::string(item_id);
}

base::Result<Document> parse_document(std::string_view text, std::string_view file) {
  auto head = parse_front_matter(text, file);
  if (!head) return tl::unexpected(head.error());
  Reading reading(*head, file);
  auto document = reading.document(text);
  if (reading.knows_kind) check_body(document, file, reading.faults);
  if (!reading.faults.empty()) return base::invalid(std::move(reading.faults));
  return document;
}

base::Result<Document> parse_stored(std::string_view text) {
  auto head = parse_front_matter(text);
  if (!head) return tl::unexpected(head.error());
  Reading reading(*head, {});
  auto document = reading.document(text);
  if (!reading.faults.empty()) return base::invalid(std::move(reading.faults));
  return document;
}

std::vector<Section> sections_of(std::string_view body, int first_line) {
  std::vector<Section> sections{{.heading = "", .markdown = "", .line = first_line}};
  Fences fences;
  int line_number = first_line;
  for (const auto line : base::lines(body)) {
    if (!fences.hold(line) && line.starts_with("## ")) {
      sections.push_back({.heading = std::string(base::trim(line.substr(3))),
                          .markdown = "",
                          .line = line_number + 1});
    } else {
      sections.back().markdown.append(line).append("\n");
    }
    ++line_number;
  }
  if (base::trim(sections.front().markdown).empty()) sections.erase(sections.begin());
  return sections;
}

std::vector<std::string> steps_of(const Document& play) {
  std::vector<std::string> steps;
  for (const auto& section : sections_of(play.body)) {
    if (section.heading != kStepsHeading) continue;
    Fences fences;
    bool after_blank = false;
    for (const auto line : base::lines(section.markdown)) {
      const bool is_code = fences.hold(line);
      const bool is_indented = line.starts_with("   ");
      if (steps.empty() && (is_code || !starts_step(line))) continue;
      if (base::trim(line).empty()) {
        after_blank = true;
        continue;
      }
      if (starts_step(line))
        steps.emplace_back(base::trim(line.substr(line.find(". ") + 2)));
      else if (is_indented || (!after_blank && !starts_other_block(line)))
        steps.back().append(after_blank ? "\n\n" : "\n").append(base::trim(line));
      else
        break;
      after_blank = false;
    }
    if (!steps.empty()) break;
  }
  return steps;
}

}  // namespace enact::playbook
