// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace enact::playbook {

// What an item of the playbook can be. Each kind has a folder, which is also the first part of
// its addresses.
enum class Kind { cover, purpose, strategy, play, vignette, soundbite, toolkit, definition };

inline constexpr Kind kKinds[] = {Kind::cover,   Kind::purpose,   Kind::strategy,
                                  Kind::play,    Kind::vignette,  Kind::soundbite,
                                  Kind::toolkit, Kind::definition};

std::string_view name_of(Kind kind);    // "play": in front matter and the database
std::string_view words_for(Kind kind);  // "toolkit document"
std::string_view folder_of(Kind kind);  // "plays"; empty for the cover
std::optional<Kind> kind_named(std::string_view name);
std::optional<Kind> kind_of_folder(std::string_view folder);

// "plays/4-1"; the cover's id is "playbook".
std::string item_id(Kind kind, std::string_view slug);
// "/plays/4-1"; "/" for the cover.
std::string address_of(std::string_view item_id);

// A part of a body under a `##` heading; the part before the first heading has an empty one.
struct Section {
  std::string heading;
  std::string markdown;
  int line = 0;  // where its text begins in the file
};

// One document: front matter between `---` lines, then Markdown. The text is kept as it came, so
// that what is exported is what was imported.
struct Document {
  Kind kind = Kind::play;
  std::string slug;
  std::string title;
  std::string summary;
  std::string parent;      // item id: of strategy, play or purpose
  std::string origin;      // "source", "ours" or empty
  std::string ecosystem;   // organization
  std::string when;        // partial date
  std::string network;     // cover: the network's name
  std::string speaker;     // soundbite
  std::string permission;  // soundbite: what makes it right to quote
  std::string audio;       // soundbite: address of a recording
  std::string audience;    // toolkit
  std::string review_on;   // day on which somebody should look at it again
  long long position = 0;  // order among its kind
  int weeks = 0;           // play: how long it usually takes
  std::vector<std::string> sources;
  std::vector<std::string> toolkit;  // play: slugs of documents that help
  std::vector<std::string> tools;    // play: ids of app::Tool
  std::vector<std::string> also;     // definition: other spellings
  std::string body;
  int body_line = 1;
  std::string text;  // the whole file

  std::string id() const { return item_id(kind, slug); }
};

// Reads one document; every fault is reported, each with its line. `file` is for the messages.
base::Result<Document> parse_document(std::string_view text, std::string_view file = {});

// The same for a text that was checked when it was saved: quicker, since its Markdown is not looked
// at again.
base::Result<Document> parse_stored(std::string_view text);

std::vector<Section> sections_of(std::string_view body, int first_line = 1);

// The items of the first numbered list of a play's "What you do", one Markdown text each.
std::vector<std::string> steps_of(const Document& play);
inline constexpr std::string_view kStepsHeading = "What you do";

}  // namespace enact::playbook
