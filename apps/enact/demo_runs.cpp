// SPDX-License-Identifier: Apache-2.0
#include "demo_runs.h"

#include "identity/users.h"
#include "playbook/copies.h"
#include "playbook/local_notes.h"
#include "playbook/run_evidence.h"
#include "playbook/run_involved.h"
#include "playbook/run_notes.h"
#include "playbook/runs.h"
#include "playbook/write_ups.h"

namespace enact {
namespace {

using playbook::RunState;
using std::chrono::days;

// A note of the story, so many days after the run began.
struct DemoNote {
  int after_days;
  const char* text;
};

struct DemoRun {
  const char* handle;  // who does it
  const char* workspace;
  const char* play;
  const char* title;
  int began_days_ago;
  int due_in_days;  // from today; below zero is overdue
  RunState state;
  int steps_done;
  std::vector<DemoNote> notes;
  const char* reason = "";
};

const std::vector<DemoRun>& runs() {
  static const std::vector<DemoRun> all{
      {"ana",
       "pittsburgh",
       "plays/2-1",
       "Plans of action with our five programs",
       40,
       12,
       RunState::in_progress,
       3,
       {{2, "Wrote to all five program leads; four answered within the week."},
        {15, "First two plans agreed. What both asked for first was **space in July**, not money."},
        {33, "Third plan done. The fourth lead is on leave until next month."}}},
      {"ana",
       "pittsburgh",
       "plays/3-2",
       "First four-party meeting at a college",
       65,
       -6,
       RunState::in_progress,
       2,
       {{5, "The dean of admissions said yes for an hour, online."},
        {20, "Agenda sent. Waiting for the chemistry department to name somebody."}}},
      {"ben",
       "pittsburgh",
       "plays/4-1",
       "A program story in every newsletter",
       100,
       20,
       RunState::in_progress,
       4,
       {{30,
         "Issue one: a student who built a sensor for her grandmother’s garden. 212 opened it."},
        {60, "Issue two: the new lab. 240 opened it, two offered help."}}},
      {"ana",
       "pittsburgh",
       "plays/8-1",
       "One page on what short grants cost",
       8,
       25,
       RunState::planned,
       0,
       {}},
      {"ana",
       "pittsburgh",
       "plays/5-1",
       "Which departments nearby mean it",
       130,
       40,
       RunState::in_progress,
       1,
       {{3, "Listed eleven departments; nine have a public plan."}}},
      {"ana",
       "pittsburgh",
       "plays/3-3",
       "A flag for program students in review",
       120,
       -30,
       RunState::done,
       6,
       {{10,
         "Asked the liaison what would help her readers. She wants one line in the file, not a "
         "letter."},
        {45, "Drafted the line with two programs and the liaison."},
        {88, "The office will show the line to its readers this season. Agreed in writing."}}},
      {"nia",
       "nyc",
       "plays/2-2",
       "Needs at each check-in",
       50,
       15,
       RunState::in_progress,
       2,
       {{7, "Asked three questions on the phone instead of a form. It took ten minutes each."}}},
      {"nia",
       "nyc",
       "plays/5-3",
       "Talks with a new mentor training",
       90,
       -10,
       RunState::in_progress,
       3,
       {{12, "They would like to compare notes on training mentors."}}},
      {"nia",
       "nyc",
       "plays/6-3",
       "Accreditation, explained to families",
       20,
       30,
       RunState::planned,
       0,
       {}},
      {"caleb",
       "chicago",
       "plays/7-1",
       "A youth science week with the city",
       75,
       21,
       RunState::in_progress,
       3,
       {{25, "The office asked for a map of who offers what, and where."}}},
      {"caleb",
       "chicago",
       "plays/4-3",
       "Update at every quarterly meeting",
       110,
       -2,
       RunState::done,
       5,
       {{4, "Slot moved to the start of the meeting, five minutes."},
        {95, "Three programs outside the network asked how to test a change."}}},
      {"mira",
       "california",
       "plays/8-2",
       "Funding in our policy meetings",
       60,
       18,
       RunState::in_progress,
       2,
       {{9, "One line about summer money in both briefings."}}},
      {"mira",
       "california",
       "plays/9-3",
       "A ledger of what we gave and got",
       30,
       45,
       RunState::planned,
       0,
       {}},
      {"tess",
       "arizona",
       "plays/1-1",
       "Our first list of candidates",
       45,
       9,
       RunState::in_progress,
       4,
       {{14, "Fourteen names; hours of contact known for nine."}}},
      {"tess",
       "arizona",
       "plays/1-2",
       "Friends of friends across the state",
       38,
       14,
       RunState::in_progress,
       2,
       {{8, "Three forwards, one answer."}}},
      {"omar",
       "new-jersey",
       "plays/1-1",
       "List against the criteria",
       95,
       5,
       RunState::in_progress,
       3,
       {{2, "Began from the state’s own list of programs."}}},
      {"omar",
       "new-jersey",
       "plays/7-2",
       "A briefing with two committees",
       70,
       30,
       RunState::set_aside,
       1,
       {{6, "Both committees are between chairs."}},
       "Nobody to brief until the committees have chairs; back in the autumn."},
      {"lena",
       "neostem",
       "plays/3-1",
       "Who do we already know?",
       55,
       7,
       RunState::in_progress,
       3,
       {{11,
         "Two of our programs sit inside universities and had never met their own admissions "
         "office."}}},
      {"lena",
       "neostem",
       "plays/2-3",
       "Five minutes for a program at each meeting",
       85,
       -14,
       RunState::done,
       4,
       {{80, "Every program has had its five minutes once."}}},
  };
  return all;
}

class Seeding {
 public:
  Seeding(app::Services& services, const std::vector<DemoPerson>& cast)
      : services_(services), cast_(cast), now_(services.clock.now()) {}

  base::Result<void> begin(const DemoRun& demo) {
    return write(demo, demo.began_days_ago, [&](store::Writer& writer, const auto& by) {
      auto run = playbook::enact_play(writer,
                                      {.play = demo.play,
                                       .workspace = demo.workspace,
                                       .title = demo.title,
                                       .due_on = now_.day() + days(demo.due_in_days)},
                                      by);
      if (!run) return base::Result<void>(tl::unexpected(run.error()));
      id_ = run->id;
      if (demo.state == RunState::planned) return base::Result<void>();
      return nothing(playbook::start_run(writer, id_, by));
    });
  }

  base::Result<void> tell(const DemoRun& demo) {
    for (const auto& note : demo.notes) {
      const int ago = demo.began_days_ago - note.after_days;
      auto done = write(demo, ago, [&](store::Writer& writer, const auto& by) {
        return playbook::write_note(
            writer, id_, {.text = note.text, .happened_on = now_.day() + days(-ago)}, by);
      });
      if (!done) return done;
    }
    for (int step = 1; step <= demo.steps_done; ++step) {
      const int ago = std::max(1, demo.began_days_ago - 6 * step);
      auto done = write(demo, ago, [&](store::Writer& writer, const auto& by) {
        return playbook::tick_step(writer, id_, step, playbook::Tick::done, by);
      });
      if (!done) return done;
    }
    return {};
  }

  base::Result<void> end(const DemoRun& demo) {
    if (demo.state != RunState::done && demo.state != RunState::set_aside) return {};
    return write(demo, 4, [&](store::Writer& writer, const auto& by) {
      return demo.state == RunState::done
                 ? nothing(playbook::finish_run(writer, id_, by))
                 : nothing(playbook::set_run_aside(writer, id_, demo.reason, by));
    });
  }

  // The story that a reviewer finds waiting.
  base::Result<void> hand_in(const DemoRun& demo) {
    return write(demo, 1, [&](store::Writer& writer, const auto& by) -> base::Result<void> {
      auto link = playbook::add_evidence(
          writer, id_, playbook::AddLink{"Meeting notes", "https://enact.example/notes/quarterly"},
          by);
      if (!link) return link;
      auto named = playbook::involve(
          writer, id_,
          {.kind = playbook::InvolvedKind::person, .name = "Jo Marsh", .part = "chaired"}, by);
      if (!named) return named;
      const auto involved = playbook::involved_in(writer, id_);
      auto agreed = playbook::record_consent(writer, id_,
                                             {.involved = involved.front().id,
                                              .consent = playbook::Consent::given,
                                              .on = now_.day() + days(-2),
                                              .how = "by e-mail"},
                                             by);
      if (!agreed) return agreed;
      const auto run = playbook::find_run(writer, id_);
      auto write_up = playbook::write_up_of(writer, *run);
      write_up.story.title = "Five minutes at the start, not the end";
      write_up.story.summary =
          "Moving the update to the front of each meeting made other programs ask how to join in.";
      write_up.story.source = "Make-believe, for the demo";
      return nothing(playbook::hand_in_story(
          writer, id_, {.story = write_up.story, .based_on = write_up.based_on}, by));
    });
  }

  base::Result<void> copies_and_notes() {
    const DemoRun& ana = runs().front();
    return write(ana, 20, [&](store::Writer& writer, const auto& by) -> base::Result<void> {
      auto copy = playbook::take_copy(writer, "toolkit/short-ask", ana.workspace, by);
      if (!copy) return tl::unexpected(copy.error());
      playbook::LocalNote note;
      note.workspace = ana.workspace;
      note.item = "plays/7-1";
      note.text = "The contact in the county changes **every January**: check the name first.";
      return playbook::write_local_note(writer, note, 0, by);
    });
  }

 private:
  template <class T>
  static base::Result<void> nothing(const base::Result<T>& result) {
    if (!result) return tl::unexpected(result.error());
    return {};
  }

  // Runs one act as the person of the run, so many days ago.
  template <class Act>
  base::Result<void> write(const DemoRun& demo, int days_ago, Act act) {
    return services_.db.write([&](store::Writer& writer) -> base::Result<void> {
      return act(writer, by(writer, demo.handle, demo.workspace, days_ago));
    });
  }

  identity::Event by(store::Reader& reader,
                     const std::string& handle,
                     const std::string& workspace,
                     int days_ago) const {
    identity::Event event;
    event.org = workspace;
    event.at = now_ - std::chrono::hours(24 * days_ago);
    for (const auto& who : cast_)
      if (who.handle == handle)
        if (const auto user = identity::find_user_by_email(reader, who.email())) {
          event.actor = user->id;
          event.actor_name = user->name;
        }
    return event;
  }

  app::Services& services_;
  const std::vector<DemoPerson>& cast_;
  base::Instant now_;
  std::string id_;
};

}  // namespace

base::Result<void> seed_demo_runs(app::Services& services, const std::vector<DemoPerson>& cast) {
  Seeding seeding(services, cast);
  for (const auto& demo : runs()) {
    if (auto begun = seeding.begin(demo); !begun) return begun;
    if (auto told = seeding.tell(demo); !told) return told;
    if (auto ended = seeding.end(demo); !ended) return ended;
    const bool waits_for_review =
        demo.state == RunState::done && demo.workspace == std::string("chicago");
    if (waits_for_review)
      if (auto handed_in = seeding.hand_in(demo); !handed_in) return handed_in;
  }
  return seeding.copies_and_notes();
}

}  // namespace enact
