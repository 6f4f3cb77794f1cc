// SPDX-License-Identifier: Apache-2.0
#include "playbook/play_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/date.h"
#include "base/text.h"
#include "identity/role.h"
#include "network/network.h"
#include "playbook/enactments.h"
#include "playbook/item_views.h"
#include "playbook/local_notes.h"
#include "playbook/runs.h"
#include "playbook/tool_views.h"

namespace enact::playbook {
namespace {

using web::View;

void set_enactment(View& view, const std::vector<Enactment>& enactments) {
  std::vector<std::string> ecosystems;
  for (const auto& one : enactments)
    if (std::find(ecosystems.begin(), ecosystems.end(), one.workspace) == ecosystems.end())
      ecosystems.push_back(one.workspace);
  view.set("is_enacted", !enactments.empty())
      .set("ecosystems", base::counted(std::ssize(ecosystems), "ecosystem", "ecosystems"));
  // "First" is said only where a date makes it true.
  const bool knows_first = !enactments.empty() && !enactments.front().when.empty();
  view.set("has_first", knows_first)
      .set("first_by", knows_first ? enactments.front().org_name : "")
      .set("has_first_when", knows_first)
      .set("first_when",
           knows_first ? base::partial_date_words(enactments.front().when) : std::string());
}

std::vector<View> vignette_views(store::Reader& reader,
                                 const Item& play,
                                 const std::vector<Enactment>& enactments) {
  std::vector<View> views;
  for (const auto& vignette : published_parts(reader, play.id, Kind::vignette)) {
    const bool is_first = !enactments.empty() && !enactments.front().when.empty() &&
                          enactments.front().vignette == vignette.id;
    View view;
    view.set("url", vignette.address())
        .set("name", vignette.title)
        .set("text", vignette.summary)
        .set("ecosystem", network::org_name(reader, vignette.ecosystem))
        .set("when_words", base::partial_date_words(vignette.happened))
        .set("is_first", is_first)
        .set_maybe("when", vignette.happened);
    views.push_back(std::move(view));
  }
  return views;
}

std::vector<View> soundbite_views(store::Reader& reader, const Item& play) {
  std::vector<View> views;
  for (const auto& item : published_parts(reader, play.id, Kind::soundbite)) {
    const auto document = published_document(reader, item.id);
    if (!document) continue;
    const auto parts = sections(reader, item.id);
    View view;
    view.set("quote", web::SafeHtml::made_by_us(parts.empty() ? "" : parts.front().html))
        .set("speaker", document->speaker)
        .set("ecosystem", network::org_name(reader, item.ecosystem))
        .set("permission", document->permission)
        .set_maybe("audio", document->audio);
    views.push_back(std::move(view));
  }
  return views;
}

std::vector<View> toolkit_views(store::Reader& reader, const Document& play) {
  std::vector<View> views;
  for (const auto& slug : play.toolkit) {
    const auto document = find_item(reader, item_id(Kind::toolkit, slug));
    if (!document || !document->is_published()) continue;
    View view;
    view.set("url", document->address())
        .set("name", document->title)
        .set("text", document->summary);
    views.push_back(std::move(view));
  }
  return views;
}

View own_view(store::Reader& reader,
              const app::Visit& visit,
              const Item& play,
              const Document& document,
              const std::string& workspace) {
  std::vector<View> runs;
  for (const auto& run : runs_of(reader, play.id, workspace)) {
    View row;
    row.set("url", "/runs/" + run.id)
        .set("title", run.title)
        .set("mark", mark_of(run.state))
        .set("state", words_for(run.state))
        .set_maybe("owner", run.owner_name);
    runs.push_back(std::move(row));
  }
  const auto note = find_local_note(reader, workspace, play.id);
  View view;
  view.set("id", workspace)
      .set("name", network::org_name(reader, workspace))
      .set_list("runs", std::move(runs))
      .set_list("tools", tool_views(reader, visit.services.tools, document.tools, workspace));
  view.set("has_note", note.has_value())
      .set("note", web::SafeHtml::made_by_us(note ? note->html : ""))
      .set("note_by",
           note ? fmt::format("{}, {}", note->written_by_name, day_words(note->written_at))
                : std::string());
  return view;
}

// Tells an ecosystem that has a note on this play that the hub's text changed beneath it.
void set_hub_change(View& view,
                    store::Reader& reader,
                    const Item& play,
                    const std::vector<std::string>& workspaces) {
  view.set("hub_changed", false).set("workspace_name", "").set("changes_url", "");
  for (const auto& workspace : workspaces) {
    const auto note = find_local_note(reader, workspace, play.id);
    if (!note || note->seen_revision >= play.published_revision.value_or(0)) continue;
    view.set("hub_changed", true)
        .set("workspace_name", network::org_name(reader, workspace))
        .set("changes_url", fmt::format("/changes/{}?from={}&to={}&seen_by={}", play.id,
                                        note->seen_revision, *play.published_revision, workspace));
    return;
  }
}

}  // namespace

base::Result<web::Response> play_page(app::Visit& visit, store::Reader& reader, const Item& play) {
  const auto strategy = find_item(reader, play.parent);
  const auto document = published_document(reader, play.id);
  if (!strategy || !document) return base::not_found("The strategy of this play is not published.");
  const auto place = place_of(reader, *strategy);
  const auto done = enactments(reader, play.id);
  const auto workspaces = visit.viewer.workspaces();

  std::vector<View> own;
  for (const auto& workspace : workspaces)
    own.push_back(own_view(reader, visit, play, *document, workspace));

  View view;
  view.set("number", number_words(play.slug))
      .set("title", play.title)
      .set("summary", play.summary)
      .set("is_ours", play.origin == "ours")
      .set("purpose_name", place.purpose_name)
      .set("strategy_url", strategy->address())
      .set("strategy_number", strategy->slug)
      .set("strategy_title", strategy->title)
      .set("is_visitor", !visit.viewer.is_signed_in())
      .set("sections", section_views(sections(reader, play.id)))
      .set("vignettes", vignette_views(reader, play, done))
      .set("soundbites", soundbite_views(reader, play))
      .set("own", std::move(own));
  view.set_maybe("weeks", document->weeks > 0 ? base::counted(document->weeks, "week", "weeks")
                                              : std::string());
  view.set_list("toolkit", toolkit_views(reader, *document));
  view.set("may_start", set_workspace_choice(view, visit, reader));
  set_enactment(view, done);
  set_hub_change(view, reader, play, workspaces);
  set_item_foot(view, visit, play);
  set_neighbours(view, published_items(reader, Kind::play), play);
  return app::page(visit, "playbook", "play.html", std::move(view),
                   {.title = fmt::format("{} {}", number_words(play.slug), play.title),
                    .description = play.summary,
                    .look = app::Look::reading,
                    .purpose = place.purpose_number,
                    .section = "playbook"});
}

}  // namespace enact::playbook
