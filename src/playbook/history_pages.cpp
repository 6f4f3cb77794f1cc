// SPDX-License-Identifier: Apache-2.0
#include "playbook/history_pages.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "identity/role.h"
#include "playbook/item_views.h"
#include "playbook/items.h"
#include "playbook/rendering.h"
#include "playbook/word_diff.h"

namespace enact::playbook {
namespace {

using app::Visit;
using Answer = base::Result<web::Response>;

bool sees_drafts(const Visit& visit) {
  return identity::meets(visit.viewer, web::Needs::reviewer, "");
}

base::Result<Item> item_in(const Visit& visit, store::Reader& reader) {
  const auto& folder = visit.id("folder");
  auto item = find_item(
      reader, folder.empty() ? item_id(Kind::cover, "") : folder + "/" + visit.id("slug"));
  if (!item || (!item->is_published() && !sees_drafts(visit)))
    return base::not_found("The playbook has no such item.");
  return *std::move(item);
}

std::vector<Revision> visible_history(const Visit& visit, store::Reader& reader, const Item& item) {
  auto all = history(reader, item.id);
  if (!sees_drafts(visit))
    std::erase_if(all, [](const Revision& r) { return r.state != RevisionState::published; });
  return all;
}

base::Result<Revision> revision_in(const Visit& visit,
                                   store::Reader& reader,
                                   const Item& item,
                                   std::string_view number) {
  const auto n = base::to_integer(number);
  auto revision = n ? find_revision(reader, item.id, *n) : std::nullopt;
  if (!revision || (revision->state != RevisionState::published && !sees_drafts(visit)))
    return base::not_found("There is no such revision.");
  return *std::move(revision);
}

void set_revision(web::View& view, const Revision& revision) {
  view.set("number", revision.number)
      .set("mark", mark_of(revision.state))
      .set("state", words_for(revision.state))
      .set("by", revision.made_by_name)
      .set("when", revision.made_at)
      .set("when_words", day_words(revision.made_at))
      .set_maybe("note", revision.note)
      .set_maybe("comment", revision.review_comment);
}

Answer show_history(Visit& visit) {
  return visit.services.db.read([&](store::Reader& reader) -> Answer {
    const auto item = item_in(visit, reader);
    if (!item) return tl::unexpected(item.error());
    std::vector<web::View> rows;
    const auto revisions = visible_history(visit, reader, *item);
    for (std::size_t i = 0; i < revisions.size(); ++i) {
      web::View row;
      set_revision(row, revisions[i]);
      row.set("is_to", i == 0).set("is_from", i == std::min<std::size_t>(1, revisions.size() - 1));
      rows.push_back(std::move(row));
    }
    web::View view;
    view.set("item_id", item->id)
        .set("url", item->is_published() ? item->address() : "/edit/" + item->id)
        .set("title", item->title)
        .set("standing", base::counted(std::ssize(revisions), "revision", "revisions"))
        .set("revisions", std::move(rows));
    return app::page(visit, "playbook", "history.html", std::move(view),
                     {.title = "History of " + item->title, .section = "playbook"});
  });
}

Answer show_revision(Visit& visit) {
  return visit.services.db.read([&](store::Reader& reader) -> Answer {
    const auto item = item_in(visit, reader);
    if (!item) return tl::unexpected(item.error());
    const auto revision = revision_in(visit, reader, *item, visit.id("number"));
    if (!revision) return tl::unexpected(revision.error());
    const auto document = parse_document(revision->text);
    web::View view;
    set_revision(view, *revision);
    view.set("item_id", item->id)
        .set("url", item->is_published() ? item->address() : "/edit/" + item->id)
        .set("title", item->title)
        .set("text", revision->text)
        .set("sections", document ? section_views(render(*document, {})) : std::vector<web::View>{})
        .set("may_restore", sees_drafts(visit) && revision->number != item->latest_revision)
        .set("may_submit", sees_drafts(visit) && (revision->state == RevisionState::draft ||
                                                  revision->state == RevisionState::returned));
    return app::page(visit, "playbook", "revision.html", std::move(view),
                     {.title = fmt::format("{}, revision {}", item->title, revision->number),
                      .section = "playbook"});
  });
}

Answer changes_page(Visit& visit,
                    store::Reader& reader,
                    const Item& item,
                    const std::string& from,
                    const std::string& to,
                    const base::Error* error) {
  const auto before = revision_in(visit, reader, item, from);
  const auto after = revision_in(visit, reader, item, to);
  if (!after) return tl::unexpected(after.error());
  const auto diff = word_diff(before ? before->text : std::string(), after->text);
  web::View view;
  set_revision(view, *after);
  const auto seen_by = visit.request.query_value("seen_by");
  const bool may_say_seen = identity::meets(visit.viewer, web::Needs::contributor, seen_by);
  view.set("item_id", item.id)
      .set("url", item.is_published() ? item.address() : "/edit/" + item.id)
      .set("title", item.title)
      .set("is_new", !before)
      .set("from", before ? std::to_string(before->number) : std::string("0"))
      .set("to", after->number)
      .set("added", base::counted(diff.words_added, "word", "words"))
      .set("removed", base::counted(diff.words_removed, "word", "words"))
      .set("diff", diff.html)
      .set("may_review", sees_drafts(visit) && after->state == RevisionState::review)
      .set_maybe("seen_by", may_say_seen ? seen_by : "");
  app::show_faults(view, {"comment"}, error);
  return app::page(visit, "playbook", "changes.html", std::move(view),
                   {.title = "What changed in " + item.title,
                    .status = error != nullptr ? 422 : 200,
                    .section = "playbook"});
}

Answer show_changes(Visit& visit) {
  return visit.services.db.read([&](store::Reader& reader) -> Answer {
    const auto item = item_in(visit, reader);
    if (!item) return tl::unexpected(item.error());
    return changes_page(visit, reader, *item, visit.request.query_value("from"),
                        visit.request.query_value("to"), nullptr);
  });
}

std::string changes_address(const Item& item, long long number) {
  return fmt::format("/changes/{}?from={}&to={}", item.id, item.published_revision.value_or(0),
                     number);
}

Answer show_reviews(Visit& visit) {
  return visit.services.db.read([&](store::Reader& reader) -> Answer {
    std::vector<web::View> waiting, again, kinds;
    for (const auto& revision : waiting_for_review(reader)) {
      const auto item = find_item(reader, revision.item);
      if (!item) continue;
      web::View row;
      set_revision(row, revision);
      row.set("url", changes_address(*item, revision.number))
          .set("name", item->title)
          .set("kind", words_for(item->kind));
      waiting.push_back(std::move(row));
    }
    for (const auto& item : items_to_look_at_again(reader, visit.today() + std::chrono::days(30))) {
      web::View row;
      row.set("url", "/edit/" + item.id)
          .set("name", item.title)
          .set("when", item.review_on)
          .set("when_words", day_words(item.review_on));
      again.push_back(std::move(row));
    }
    for (const auto kind : kKinds) {
      if (kind == Kind::cover) continue;
      web::View row;
      row.set("kind", name_of(kind)).set("words", words_for(kind));
      kinds.push_back(std::move(row));
    }
    web::View view;
    view.set_list("waiting", std::move(waiting));
    view.set_list("again", std::move(again));
    view.set("kinds", std::move(kinds));
    return app::page(visit, "playbook", "reviews.html", std::move(view),
                     {.title = "Waiting for review", .section = "account.reviews"});
  });
}

// The reviewer's three verbs differ only in what they do to the revision.
template <class Verb>
Answer decide(Visit& visit, const std::string& notice, Verb verb) {
  const auto number = base::to_integer(visit.id("number")).value_or(0);
  const auto item =
      visit.services.db.read([&](store::Reader& reader) { return item_in(visit, reader); });
  if (!item) return tl::unexpected(item.error());
  const auto done = visit.services.db.write(
      [&](store::Writer& writer) -> base::Result<void> { return verb(writer, item->id, number); });
  if (done) return app::redirect_with_notice(visit, "/history/" + item->id, notice);
  if (done.error().field != "comment") return tl::unexpected(done.error());
  return visit.services.db.read([&](store::Reader& reader) -> Answer {
    return changes_page(visit, reader, *item, std::to_string(item->published_revision.value_or(0)),
                        visit.id("number"), &done.error());
  });
}

Answer publish_revision(Visit& visit) {
  return decide(visit, "Published.",
                [&](store::Writer& writer, const std::string& id, long long n) {
                  return publish(writer, id, n, visit.event());
                });
}

Answer return_revision(Visit& visit) {
  return decide(visit, "Sent back with your comment.",
                [&](store::Writer& writer, const std::string& id, long long n) {
                  return return_with_comment(writer, id, n, visit.form().text("comment"),
                                             visit.event());
                });
}

Answer submit_revision(Visit& visit) {
  return decide(visit, "It waits for review now.",
                [&](store::Writer& writer, const std::string& id, long long n) {
                  return submit_for_review(writer, id, n, visit.event());
                });
}

Answer restore_revision(Visit& visit) {
  return decide(
      visit, "The earlier text is the newest draft now.",
      [&](store::Writer& writer, const std::string& id, long long n) -> base::Result<void> {
        auto restored = restore(writer, id, n, visit.event());
        if (!restored) return tl::unexpected(restored.error());
        return {};
      });
}

}  // namespace

void history_routes(app::Routes& routes) {
  using web::Needs;
  for (const std::string item : {"playbook", "{folder}/{slug}"}) {
    routes.get("/history/" + item, Needs::nothing, show_history);
    routes.get("/history/" + item + "/{number}", Needs::nothing, show_revision);
    routes.get("/changes/" + item, Needs::nothing, show_changes);
    routes.post("/history/" + item + "/{number}/restore", Needs::reviewer, restore_revision);
    routes.post("/reviews/" + item + "/{number}/submit", Needs::reviewer, submit_revision);
    routes.post("/reviews/" + item + "/{number}/publish", Needs::reviewer, publish_revision);
    routes.post("/reviews/" + item + "/{number}/return", Needs::reviewer, return_revision);
  }
  routes.get("/reviews", Needs::reviewer, show_reviews);
}

}  // namespace enact::playbook
