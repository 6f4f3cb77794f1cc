// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "identity/audit.h"
#include "playbook/document.h"
#include "store/database.h"

namespace enact::playbook {

// An item as lists show it: what its published text says. A draft that was never published has
// only the columns of its first text and `is_published` false.
struct Item {
  std::string id;
  Kind kind;
  std::string slug;
  std::string parent;
  long long position = 0;
  std::string title;
  std::string summary;
  std::string origin;
  std::string ecosystem;
  std::string happened;
  std::string source;
  std::optional<long long> published_revision;
  long long latest_revision = 0;
  std::string published_at;
  std::string first_published_at;
  std::string review_on;

  bool is_published() const { return published_revision.has_value(); }
  std::string address() const { return address_of(id); }
};

struct SectionHtml {
  std::string heading;
  std::string html;
};

enum class RevisionState { draft, review, published, returned };
std::string_view name_of(RevisionState state);
std::string_view words_for(RevisionState state);  // "Waiting for review"
std::string_view mark_of(RevisionState state);    // "mark-review"

struct Revision {
  std::string item;
  long long number = 0;
  std::string text;
  RevisionState state = RevisionState::draft;
  std::string made_by;
  std::string made_by_name;
  std::string made_at;
  std::string note;
  std::string reviewer_name;
  std::string reviewed_at;
  std::string review_comment;
};

// Reading.
std::optional<Item> find_item(store::Reader& reader, std::string_view id);
std::vector<Item> published_items(store::Reader& reader, Kind kind);
std::vector<Item> published_parts(store::Reader& reader, std::string_view parent, Kind kind);
std::vector<Item> newest_items(store::Reader& reader, int most);
std::vector<Item> items_to_look_at_again(store::Reader& reader, base::Day until);
std::vector<SectionHtml> sections(store::Reader& reader, std::string_view id);
std::optional<Revision> find_revision(store::Reader& reader, std::string_view id, long long number);
std::vector<Revision> history(store::Reader& reader, std::string_view id);  // newest first
std::vector<Revision> waiting_for_review(store::Reader& reader);            // oldest first
std::optional<Document> published_document(store::Reader& reader, std::string_view id);

// The business verbs, each to be called in a transaction of the caller's; each records its event.
//
// A draft is made on top of a revision that the writer saw; when somebody else saved since, the
// answer is a conflict and nothing is stored. The first draft of a new item is based on 0.
struct Draft {
  std::string text;
  long long based_on = 0;
  std::string note;  // what was changed and why, for the history
};

base::Result<Revision> save_draft(store::Writer& writer,
                                  const Draft& draft,
                                  const identity::Event& by);
base::Result<void> submit_for_review(store::Writer& writer,
                                     std::string_view id,
                                     long long number,
                                     const identity::Event& by);
base::Result<void> return_with_comment(store::Writer& writer,
                                       std::string_view id,
                                       long long number,
                                       std::string comment,
                                       const identity::Event& by);
base::Result<void> publish(store::Writer& writer,
                           std::string_view id,
                           long long number,
                           const identity::Event& by);

// Makes a draft of an earlier text; it goes the way of every draft.
base::Result<Revision> restore(store::Writer& writer,
                               std::string_view id,
                               long long number,
                               const identity::Event& by);

// Renders every published item again, because the words that are explained have changed.
void render_all_again(store::Writer& writer);

}  // namespace enact::playbook
