// SPDX-License-Identifier: Apache-2.0
#include "playbook/write_ups.h"

#include <fmt/format.h>

#include "base/text.h"
#include "network/network.h"
#include "playbook/run_record.h"

namespace enact::playbook {
namespace {

// A title that another vignette has too gets a number behind it.
std::string free_slug(store::Reader& reader, const Story& story, const Run& run) {
  auto slug = base::slug(story.title);
  if (slug.empty()) slug = "run-" + run.id;  // a title without any Latin letter
  constexpr std::size_t kLongest = 70;       // leaves room for the number
  slug = slug.substr(0, kLongest);
  while (slug.ends_with('-')) slug.pop_back();
  auto candidate = slug;
  for (int n = 2; find_item(reader, item_id(Kind::vignette, candidate)); ++n)
    candidate = fmt::format("{}-{}", slug, n);
  return candidate;
}

base::Result<void> may_hand_in(const WriteUp& now, long long based_on) {
  if (now.is_waiting())
    return base::conflict(
        "The story is waiting for review already. When it is published or returned, you can go "
        "on.");
  if (now.revision && now.revision->state == RevisionState::published)
    return base::conflict("The story is published. The hub can change it in the playbook.");
  if (now.based_on != based_on)
    return base::conflict(
        "Somebody else saved this story while you wrote. Look at theirs, bring over what you want "
        "to keep, and hand it in again; what you typed is still here.");
  return {};
}

// What is missing and who has not agreed, in one list.
base::Result<void> check(const Story& story, const std::vector<Involved>& involved) {
  std::vector<base::Fault> faults;
  for (const auto& checked : {check_story(story), check_consent(story, involved)})
    if (!checked)
      faults.insert(faults.end(), checked.error().faults.begin(), checked.error().faults.end());
  if (!faults.empty()) return base::invalid(std::move(faults));
  return {};
}

}  // namespace

WriteUp write_up_of(store::Reader& reader, const Run& run) {
  WriteUp now;
  if (const auto item = find_item(reader, run.vignette); item && !run.vignette.empty()) {
    now.revision = find_revision(reader, item->id, item->latest_revision);
    now.based_on = item->latest_revision;
  }
  if (now.revision) {
    if (const auto document = parse_document(now.revision->text)) {
      now.story = story_of(*document);
      return now;
    }
  }
  const auto play = find_item(reader, run.play);
  now.story = compose_story(run, {.play_title = play ? play->title : run.play,
                                  .org_name = network::org_name(reader, run.workspace),
                                  .steps = run_steps(reader, run.id),
                                  .notes = run_notes(reader, run.id)});
  return now;
}

base::Result<Run> hand_in_story(store::Writer& writer,
                                std::string_view run_id,
                                const HandIn& told,
                                const identity::Event& by) {
  const auto before = run_at_work(writer, run_id);
  if (!before) return before;
  const auto now = write_up_of(writer, *before);
  if (auto allowed = may_hand_in(now, told.based_on); !allowed)
    return tl::unexpected(allowed.error());
  auto after = *before;
  const auto vignette = !before->vignette.empty()
                            ? before->vignette
                            : item_id(Kind::vignette, free_slug(writer, told.story, *before));
  if (auto allowed = after.hand_in(vignette); !allowed) return tl::unexpected(allowed.error());
  if (auto sound = check(told.story, involved_in(writer, run_id)); !sound)
    return tl::unexpected(sound.error());

  const auto slug = vignette.substr(vignette.find('/') + 1);
  const auto revision = save_draft(writer,
                                   {.text = story_document(told.story, *before, slug),
                                    .based_on = told.based_on,
                                    .note = "Written up from the run"},
                                   by);
  if (!revision) return tl::unexpected(revision.error());
  if (auto asked = submit_for_review(writer, vignette, revision->number, by); !asked)
    return tl::unexpected(asked.error());
  auto saved = save_run(writer, *before, std::move(after), by.at);
  if (!saved) return saved;
  auto details = base::Json::object();
  details.set("vignette", vignette).set("title", told.story.title);
  record_run_event(writer, *saved, {"story_handed_in", {}, std::move(details)}, by);
  return saved;
}

}  // namespace enact::playbook
