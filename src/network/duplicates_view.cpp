// SPDX-License-Identifier: Apache-2.0
#include "network/duplicates_view.h"

#include <algorithm>

#include "base/date.h"
#include "base/text.h"
#include "network/affiliations.h"
#include "network/merge_references.h"
#include "network/merges.h"
#include "network/network.h"
#include "network/people.h"

namespace enact::network {

using web::Needs;

std::string url_of(const Subject& subject) {
  return (subject.thing == Thing::person ? "/people/" : "/orgs/") + subject.id;
}

std::optional<std::string> name_of_subject(store::Reader& reader, const Subject& subject) {
  if (subject.thing == Thing::person) {
    const auto person = find_person_record(reader, subject.id);
    return person ? std::optional(person->name) : std::nullopt;
  }
  const auto org = find_org(reader, subject.id);
  return org ? std::optional(org->name) : std::nullopt;
}

bool leads(store::Reader& reader, const identity::Viewer& viewer, const Subject& subject) {
  if (viewer.is_hub()) return true;
  if (subject.thing == Thing::organization)
    return identity::meets(viewer, Needs::lead, workspace_of(reader, subject.id));
  const auto workspaces = workspaces_of_person(reader, subject.id, Which::any);
  return std::any_of(workspaces.begin(), workspaces.end(), [&](const auto& workspace) {
    return identity::meets(viewer, Needs::lead, workspace);
  });
}

web::View difference_view(const Difference& difference) {
  web::View view;
  view.set("key", difference.key).set("label", difference.label);
  view.set_maybe("one", difference.kept).set_maybe("other", difference.merged);
  view.set_maybe("one_from", difference.kept_from).set_maybe("other_from", difference.merged_from);
  view.set("is_one", difference.suggested == Stays::kept);
  return view;
}

void show_doubles(web::View& view,
                  store::Reader& reader,
                  const app::Visit& visit,
                  const Subject& subject) {
  const bool may_decide = leads(reader, visit.viewer, subject);
  std::vector<web::View> doubles, merges;
  if (may_decide) {
    for (const auto& duplicate : open_duplicates_of(reader, subject)) {
      const Subject other{subject.thing,
                          duplicate.one == subject.id ? duplicate.other : duplicate.one};
      const auto name = name_of_subject(reader, other);
      if (!name || !leads(reader, visit.viewer, other)) continue;
      doubles.emplace_back()
          .set("double", *name)
          .set("double_url", url_of(other))
          .set("reason", duplicate.words)
          .set("compare", url_of(subject) + "/merge?with=" + other.id);
    }
  }
  if (identity::meets(visit.viewer, Needs::participant, visit.scope)) {
    for (const auto& merge : merges_into(reader, subject.thing, subject.id))
      merges.emplace_back()
          .set("merged_name", merge.merged_name)
          .set("merged_on", day_words(merge.at))
          .set("merged_by", merge.by_name)
          .set("merge_url", "/network/merges/" + merge.id)
          .set("may_undo", may_decide);
  }
  view.set_list("doubles", std::move(doubles)).set_list("merges", std::move(merges));
}

std::optional<web::Response> moved_for_good(const app::Visit& visit, Thing thing) {
  const auto stands = visit.services.db.read(
      [&](store::Reader& reader) { return standing_id(reader, thing, visit.id()); });
  if (stands.empty() || stands == visit.id()) return std::nullopt;
  auto ending = visit.request.format.empty() ? std::string() : "." + visit.request.format;
  auto response = web::redirect(url_of({thing, stands}) + ending);
  response.status = 301;
  return response;
}

std::string duplicates_standing(store::Reader& reader, const std::string& ecosystem) {
  std::size_t count = 0;
  for (const auto thing : {Thing::organization, Thing::person})
    count += count_duplicates(reader, {.thing = thing, .workspace = ecosystem});
  if (count == 0) return {};
  return base::counted(static_cast<long long>(count), "possible duplicate", "possible duplicates") +
         " to look at";
}

std::string day_words(std::string_view instant) {
  const auto at = base::Instant::parse(instant);
  return at ? at->day().words() : std::string();
}

}  // namespace enact::network
