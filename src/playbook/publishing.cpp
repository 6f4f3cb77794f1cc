// SPDX-License-Identifier: Apache-2.0
#include "playbook/publishing.h"

#include <fmt/format.h>

#include "app/edition.h"
#include "app/search.h"
#include "app/site.h"
#include "base/text.h"
#include "network/network.h"
#include "playbook/enactments.h"
#include "playbook/queries.h"
#include "playbook/rendering.h"
#include "web/safe_html.h"

namespace enact::playbook {
namespace {

// An item may stand only under what is there: a vignette under a play, and so on. It is published
// only under what visitors can read.
enum class Parent { any, published };

base::Result<void> check_place(store::Reader& reader, const Document& d, Parent needed) {
  const auto parent = d.parent.empty() ? std::nullopt : find_item(reader, d.parent);
  const bool stands = parent && (needed == Parent::any || parent->is_published());
  if (!d.parent.empty() && !stands) {
    const auto field = d.kind == Kind::play       ? "strategy"
                       : d.kind == Kind::strategy ? "purpose"
                                                  : "play";
    return base::invalid(field,
                         parent ? fmt::format("Publish {} first: this stands under it.", d.parent)
                                : fmt::format("There is no {} in this playbook.", d.parent));
  }
  if (!d.ecosystem.empty() && !network::find_org(reader, d.ecosystem))
    return base::invalid("ecosystem",
                         fmt::format("The network has no organization \"{}\".", d.ecosystem));
  return {};
}

base::Result<Revision> in_state(store::Reader& reader,
                                std::string_view id,
                                long long number,
                                std::initializer_list<RevisionState> allowed,
                                std::string_view otherwise) {
  auto revision = find_revision(reader, id, number);
  if (!revision) return base::not_found("There is no such revision.");
  for (auto state : allowed)
    if (revision->state == state) return *std::move(revision);
  return base::conflict(std::string(otherwise));
}

void move(store::Writer& writer,
          const Revision& revision,
          RevisionState state,
          std::string_view comment,
          const identity::Event& by) {
  writer.run(sql::move_revision, {{"item", revision.item},
                                  {"number", revision.number},
                                  {"state", name_of(state)},
                                  {"reviewer", by.actor},
                                  {"reviewer_name", by.actor_name},
                                  {"now", by.at.iso()},
                                  {"comment", comment}});
}

}  // namespace

void show_as_published(store::Writer& writer,
                       const Document& d,
                       long long revision,
                       const std::vector<Term>& terms,
                       base::Instant now) {
  const auto id = d.id();
  const auto plain = web::plain_words(d.body);
  writer.run(sql::show_published,
             {{"id", id},
              {"parent", d.parent},
              {"position", d.position},
              {"title", d.title},
              {"summary", d.summary},
              {"origin", d.origin},
              {"ecosystem", d.ecosystem},
              {"happened", d.when},
              {"source", base::join(d.sources, "; ")},
              {"plain", plain},
              {"revision", revision},
              {"now", now.iso()},
              {"review_on", d.review_on.empty() ? std::optional<std::string>() : d.review_on}});
  writer.run(sql::clear_sections, {{"item", id}});
  int position = 0;
  for (const auto& section : render(d, terms))
    writer.run(sql::insert_section, {{"item", id},
                                     {"position", position++},
                                     {"heading", section.heading},
                                     {"html", section.html}});
  app::index_entry(writer, {.kind = std::string(words_for(d.kind)),
                            .id = id,
                            .url = address_of(id),
                            .title = d.title,
                            .body = d.summary + "\n" + plain,
                            .audience = {}});
  if (d.kind == Kind::cover) app::name_network(writer, d.network);
  app::touch_public_pages(writer);
}

void record_item_event(store::Writer& writer,
                       const identity::Event& by,
                       std::string_view what,
                       const Document& d,
                       long long revision) {
  auto event = by;
  event.verb = fmt::format("playbook.{}.{}", name_of(d.kind), what);
  event.subject_kind = "item";
  event.subject_id = d.id();
  event.subject_name = d.title;
  event.after = base::Json::object();
  event.after.set("revision", revision).set("title", d.title);
  identity::record(writer, event);
}

base::Result<void> tell_of(store::Writer& writer,
                           const Document& vignette,
                           const identity::Event& by) {
  if (vignette.kind != Kind::vignette) return {};
  return tell(writer,
              {.vignette = vignette.id(),
               .play = vignette.parent,
               .workspace = vignette.ecosystem,
               .title = vignette.title,
               .when = vignette.when,
               .source = base::join(vignette.sources, "; ")},
              by);
}

base::Result<void> submit_for_review(store::Writer& writer,
                                     std::string_view id,
                                     long long number,
                                     const identity::Event& by) {
  const auto revision =
      in_state(writer, id, number, {RevisionState::draft, RevisionState::returned},
               "This revision is in review or published already.");
  if (!revision) return tl::unexpected(revision.error());
  const auto document = parse_document(revision->text);
  if (!document) return tl::unexpected(document.error());
  if (auto place = check_place(writer, *document, Parent::any); !place) return place;
  move(writer, *revision, RevisionState::review, "", by);
  record_item_event(writer, by, "submitted", *document, number);
  return {};
}

base::Result<void> return_with_comment(store::Writer& writer,
                                       std::string_view id,
                                       long long number,
                                       std::string comment,
                                       const identity::Event& by) {
  const auto revision = in_state(writer, id, number, {RevisionState::review},
                                 "This revision is not waiting for review any more.");
  if (!revision) return tl::unexpected(revision.error());
  if (base::trim(comment).empty())
    return base::invalid("comment", "Say what should change, so that the writer can go on.");
  const auto document = parse_document(revision->text);
  if (!document) return tl::unexpected(document.error());
  move(writer, *revision, RevisionState::returned, comment, by);
  record_item_event(writer, by, "returned", *document, number);
  return {};
}

base::Result<void> publish(store::Writer& writer,
                           std::string_view id,
                           long long number,
                           const identity::Event& by) {
  const auto revision = in_state(
      writer, id, number, {RevisionState::review, RevisionState::draft},
      "Only a draft or a revision in review can be published; this one has been dealt with.");
  if (!revision) return tl::unexpected(revision.error());
  const auto document = parse_document(revision->text);
  if (!document) return tl::unexpected(document.error());
  if (auto place = check_place(writer, *document, Parent::published); !place) return place;
  const auto item = find_item(writer, id);
  if (item && item->published_revision.value_or(0) > number)
    return base::conflict(
        fmt::format("Revision {} is published since. To go back to this text, make it the newest "
                    "draft first.",
                    *item->published_revision));
  move(writer, *revision, RevisionState::published, "", by);
  show_as_published(writer, *document, number, terms_of(writer), by.at);
  record_item_event(writer, by, "published", *document, number);
  if (document->kind == Kind::definition) render_all_again(writer);
  if (document->kind != Kind::vignette) return {};
  if (auto done = on_vignette_published(writer, document->id(), by); !done) return done;
  return tell_of(writer, *document, by);
}

void render_all_again(store::Writer& writer) {
  const auto terms = terms_of(writer);
  for (const auto& row : writer.all(sql::all_published_texts)) {
    const auto document = parse_stored(row.text("text"));
    if (!document) continue;
    writer.run(sql::clear_sections, {{"item", row.text("id")}});
    int position = 0;
    for (const auto& section : render(*document, terms))
      writer.run(sql::insert_section, {{"item", row.text("id")},
                                       {"position", position++},
                                       {"heading", section.heading},
                                       {"html", section.html}});
  }
  app::touch_public_pages(writer);
}

}  // namespace enact::playbook
