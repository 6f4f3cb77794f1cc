// SPDX-License-Identifier: Apache-2.0
#include "demo_admissions.h"

#include "admissions/commitments.h"
#include "admissions/institution.h"
#include "admissions/lists.h"
#include "base/text.h"
#include "network/affiliations.h"
#include "network/links.h"
#include "network/network.h"
#include "network/people.h"

namespace enact {
namespace {

using admissions::State;

constexpr const char* kWorkspace = "pittsburgh";

template <class T>
base::Result<void> done(const base::Result<T>& result) {
  if (!result) return tl::unexpected(result.error());
  return {};
}

identity::Event by_ana(const app::Services& services) {
  identity::Event event;
  event.actor = "command";
  event.actor_name = "Ana Duarte";
  event.org = kWorkspace;
  event.at = services.clock.now();
  return event;
}

std::string days_ago(const identity::Event& by, int days) {
  return (by.at.day() + std::chrono::days(-days)).iso();
}

struct Contact {
  std::string name, handle, org, role;
};

const std::vector<Contact>& contacts() {
  static const std::vector<Contact> all{
      {"Marta Velez", "marta", "riverton-admissions", "Director of STEM recruitment"},
      {"Theo Banks", "theo", "riverton-admissions", "Reader, engineering"},
      {"Ines Coates", "ines", "riverton-engineering", "Associate dean"},
      {"Owen Park", "owen", "hilltop-admissions", "Dean of admissions"},
  };
  return all;
}

base::Result<void> add_contacts(store::Writer& writer, const identity::Event& by) {
  for (const auto& contact : contacts()) {
    network::PersonRecord record;
    record.name = contact.name;
    record.email = contact.handle + "@colleges.example";
    record.make_believe = true;
    const auto person = network::add_person(writer, record, by);
    if (!person) return done(person);
    network::Affiliation place;
    place.person = person->id, place.org = contact.org, place.role = contact.role;
    if (auto begun = network::begin_affiliation(writer, place, by); !begun) return done(begun);
    // He does not want mail: the lists and the invitations show it.
    if (contact.name == "Theo Banks")
      if (auto noted =
              network::note_email_refusal(writer, person->id, "said so on the telephone", by);
          !noted)
        return noted;
  }
  network::Link houses;
  houses.kind = network::LinkKind::houses;
  houses.from = {network::Thing::organization, "riverton-engineering"};
  houses.to = {network::Thing::organization, "riverbend-robotics"};
  houses.workspace = kWorkspace;
  houses.source = "Invented for this demo";
  return done(network::note_link(writer, houses, by));
}

base::Result<void> add_notes(store::Writer& writer, const identity::Event& by) {
  using admissions::Topic;
  const admissions::ProcessNote notes[] = {
      {.org = "riverton-admissions",
       .topic = Topic::reading,
       .words = "Two readers score each application. A program counts under “rigor outside of "
                "school” when the essay or a letter says what the student built or found out.",
       .source = "Marta Velez, first meeting",
       .as_of = "2026-03"},
      {.org = "riverton-admissions",
       .topic = Topic::deadlines,
       .words = "Early action 1 November, regular 5 January. Lists of program students should "
                "come by mid-October.",
       .source = "Marta Velez by e-mail",
       .as_of = "2026-08"},
      {.org = "riverton-engineering",
       .topic = Topic::who_decides,
       .words = "The school ranks the last fifty; admissions has the final word.",
       .source = "Ines Coates, corridor talk",
       .as_of = "2025"},
  };
  for (auto note : notes) {
    note.workspace = kWorkspace;
    if (auto noted = admissions::note_process(writer, note, by); !noted) return noted;
  }
  const auto kept = admissions::notes_at(writer, "riverton-engineering", kWorkspace);
  if (auto gone = admissions::supersede_note(writer, kept.front().id, by); !gone) return gone;
  return admissions::plan_next(
      writer,
      {.workspace = kWorkspace,
       .org = "riverton-university",
       .what = "Propose the first meeting of four: admissions, engineering, programs, network team",
       .due_on = (by.at.day() + std::chrono::days(12)).iso()},
      by);
}

struct DemoCommitment {
  std::string org, kind, details;
  State state;
  std::string evidence;
  bool is_public = false;
};

base::Result<std::string> add_commitment(store::Writer& writer,
                                         const DemoCommitment& wanted,
                                         const identity::Event& by) {
  auto added = admissions::add_commitment(
      writer,
      {.workspace = kWorkspace, .org = wanted.org, .kind = wanted.kind, .details = wanted.details},
      {.state = State::discussed, .said_on = days_ago(by, 200)}, by);
  if (!added) return tl::unexpected(added.error());
  int days = 150;
  for (const auto state : {State::agreed, State::in_force}) {
    if (state > wanted.state) break;
    const auto now = *admissions::find_commitment(writer, added->id);
    auto moved = admissions::take_step(
        writer, added->id,
        {.state = state, .said_on = days_ago(by, days), .evidence = wanted.evidence},
        (by.at.day() + std::chrono::days(60)).iso(), now.version, by);
    if (!moved) return tl::unexpected(moved.error());
    days -= 60;
  }
  if (wanted.is_public)
    if (auto shown = admissions::show_commitment(writer, added->id, admissions::Shown::to_all, by);
        !shown)
      return tl::unexpected(shown.error());
  return added->id;
}

base::Result<std::vector<std::string>> add_commitments(store::Writer& writer,
                                                       const identity::Event& by) {
  const DemoCommitment all[] = {
      {"riverton-admissions", "flag", "A box on the reader’s sheet, with one line on the program.",
       State::in_force, "https://riverton.example/admissions/programs", true},
      {"riverton-university", "fee-waiver", "For graduates of any program of the ecosystem.",
       State::in_force, "Letter of the vice-provost, kept by Ana Duarte", true},
      {"hilltop-college", "scholarship", "Two places a year at 5,000 dollars.", State::agreed,
       "Owen Park at the meeting of the four"},
      {"hilltop-admissions", "credit", "", State::discussed, ""},
  };
  std::vector<std::string> ids;
  for (const auto& wanted : all) {
    auto id = add_commitment(writer, wanted, by);
    if (!id) return tl::unexpected(id.error());
    ids.push_back(*std::move(id));
  }
  return ids;
}

const char* const kInvited[] = {
    "Aldo Finch", "Bea Lunt",    "Cyrus Mott", "Delia Roe",  "Emil Stroud",  "Fay Whitcombe",
    "Gil Arden",  "Hetty Bloom", "Ike Castle", "June Dray",  "Kit Ellery",   "Lola Frith",
    "Max Gannet", "Nora Hume",   "Otis Iver",  "Pia Jarrow", "Ray Keller",   "Sia Lorne",
    "Tad Mercer", "Una Nash",    "Vic Orwell", "Wren Pask",  "Xena Quarles", "Yves Ridley",
    "Zoe Salter", "Abe Thorne"};

// Thirty invited, twelve said yes, ten came.
base::Result<void> add_list(store::Writer& writer,
                            const std::vector<std::string>& commitments,
                            const identity::Event& by) {
  using admissions::Mark;
  const auto list = admissions::make_list(
      writer,
      {.workspace = kWorkspace,
       .name = "Virtual happy hour, spring",
       .held_on = days_ago(by, 170),
       .whereabouts = "5 to 6 p.m., online",
       .words = "we would like to show you, in one easy hour, what our programs do and whom they "
                "reach, and to learn how your office reads applications."},
      by);
  if (!list) return done(list);
  std::vector<admissions::Prospect> prospects;
  for (const auto& person : network::people_of(writer, kWorkspace))
    for (const auto& contact : contacts())
      if (contact.name == person.name) {
        auto& prospect = prospects.emplace_back();
        prospect.person = person.id, prospect.org = person.org, prospect.name = person.name;
        prospect.address = person.email;
      }
  for (const auto* name : kInvited) {
    auto& prospect = prospects.emplace_back();
    prospect.name = name;
    prospect.through = prospects.size() % 3 == 0 ? "Ben Ashby" : "";
    const std::string last = std::string(name).substr(std::string(name).find(' ') + 1);
    if (prospects.size() % 7 != 0) prospect.email = base::lower(last) + "@colleges.example";
  }
  if (auto added = admissions::add_prospects(writer, list->id, prospects, by); !added)
    return done(added);
  // Those from one place of the list above to another.
  const auto between = [&](std::size_t from, std::size_t to) {
    return [&, from, to](const admissions::Prospect& p) {
      for (std::size_t i = from; i < to; ++i)
        if (prospects[i].name == p.name) return true;
      return false;
    };
  };
  struct Marked {
    Mark mark;
    std::size_t from, to;
    int days;
    std::string commitment;
  };
  const Marked all[] = {{Mark::invited, 0, 30, 190, ""},
                        {Mark::yes, 0, 12, 185, ""},
                        {Mark::maybe, 12, 15, 184, ""},
                        {Mark::no, 15, 20, 184, ""},
                        {Mark::came, 0, 10, 170, ""},
                        {Mark::missed, 10, 12, 170, ""},
                        {Mark::contact, 0, 6, 160, ""},
                        {Mark::commitment, 1, 2, 90, commitments[0]},
                        {Mark::commitment, 2, 3, 90, commitments[2]}};
  for (const auto& one : all) {
    const admissions::Marking marking{.mark = one.mark,
                                      .on = days_ago(by, one.days),
                                      .by_what = one.mark == Mark::invited ? "e-mail" : "",
                                      .commitment = one.commitment};
    if (auto marked =
            admissions::mark_prospects(writer, list->id, between(one.from, one.to), marking, by);
        !marked)
      return done(marked);
  }
  return {};
}

}  // namespace

base::Result<void> seed_demo_admissions(app::Services& services) {
  return services.db.write([&](store::Writer& writer) -> base::Result<void> {
    const auto by = by_ana(services);
    if (auto added = add_contacts(writer, by); !added) return added;
    if (auto added = add_notes(writer, by); !added) return added;
    const auto commitments = add_commitments(writer, by);
    if (!commitments) return done(commitments);
    return add_list(writer, *commitments, by);
  });
}

}  // namespace enact
