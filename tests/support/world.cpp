// SPDX-License-Identifier: Apache-2.0
#include "support/world.h"

#include "playbook/transfer.h"

namespace enact::support {
namespace {

using playbook::Files;

// The playbook of the make-believe network, as an operator would write it into a folder.
Files small_playbook() {
  const std::string steps =
      "## Why\n\nBecause a PCSP is worth it.\n\n## What you do\n\n1. **Read.** Read the list.\n"
      "2. **Ask.** Ask for one name.\n3. **Write.** Write it down.\n\n## Have ready\n\n- A pen\n\n"
      "## What good looks like\n\n- Eight names\n";
  return {
      {"playbook.md",
       "---\nkind: playbook\nid: cover\ntitle: The Lakeside Playbook\nnetwork: Great Rivers "
       "Network\nsummary: How it is done.\n---\n\nRead a play, do it, tell of it.\n"},
      {"purposes/support.md",
       "---\nkind: purpose\nid: support\nposition: \"1\"\ntitle: Support programs\nsummary: Find "
       "them.\n---\n\nText.\n"},
      {"strategies/1.md",
       "---\nkind: strategy\nid: \"1\"\npurpose: support\ntitle: Find programs\nsummary: Find "
       "four.\norigin: source\nsource: [\"A page\"]\n---\n\nAn ecosystem looks for programs.\n"},
      {"strategies/2.md",
       "---\nkind: strategy\nid: \"2\"\npurpose: support\ntitle: Meet admissions\nsummary: Meet "
       "them.\norigin: ours\n---\n\nText.\n"},
      {"plays/1-1.md",
       "---\nkind: play\nid: \"1-1\"\nstrategy: \"1\"\ntitle: Draw up a list\nsummary: Eight "
       "candidates.\norigin: source\nweeks: \"4\"\ntoolkit: [\"short-ask\"]\ntools: "
       "[\"candidates\", \"unheard-of\"]\n---\n\n" +
           steps},
      {"plays/1-2.md",
       "---\nkind: play\nid: \"1-2\"\nstrategy: \"1\"\ntitle: Ask a friend\nsummary: A small "
       "ask.\norigin: ours\nweeks: \"2\"\n---\n\n" +
           steps},
      {"plays/2-1.md",
       "---\nkind: play\nid: \"2-1\"\nstrategy: \"2\"\ntitle: First meeting\nsummary: Four "
       "parties.\norigin: ours\n---\n\n" +
           steps},
      {"vignettes/first-list.md",
       "---\nkind: vignette\nid: first-list\nplay: \"1-1\"\necosystem: lakeside\ntitle: Lakeside "
       "began with hours\nsummary: The hours cut the list.\nwhen: \"2021\"\nsource: [\"A "
       "page\"]\n---\n\nThey began with the hours.\n"},
      {"toolkit/short-ask.md",
       "---\nkind: toolkit\nid: short-ask\ntitle: Short ask\nsummary: Three lines.\norigin: "
       "ours\n---\n\n## The message\n\nDear [name], can you pass this on?\n"},
      {"definitions/pcsp.md",
       "---\nkind: definition\nid: pcsp\ntitle: PCSP\nalso: [\"PCSPs\"]\n---\n\nA pre-college STEM "
       "program.\n"},
      {"definitions/ecosystem.md",
       "---\nkind: definition\nid: ecosystem\ntitle: ecosystem\nalso: [\"ecosystems\"]\n---\n\nA "
       "regional group.\n"},
      {"network/organizations.csv",
       "id,name,short_name,kind,parent,region,cohort,joined,about,priorities,source,as_of\n"
       "hillside,Hillside STEM Ecosystem,Hillside,ecosystem,,Hills,2,,,,,\n"
       "lakeside,Lakeside STEM Ecosystem,Lakeside,ecosystem,lakeside-foundation,Lakes,1,,,,,\n"
       "lakeside-foundation,Lakeside Foundation,,parent-organization,,Lakes,,,,,,\n"
       "robotics-club,Lakeside Robotics Club,,pcsp,lakeside,Lakes,,,,,,\n"},
  };
}

void load_playbook(Program& program) {
  const auto checked = playbook::check_files(small_playbook());
  if (!checked) throw std::logic_error("world: " + checked.error().message);
  const auto imported = program.db().write([&](store::Writer& writer) {
    return playbook::import_playbook(writer, *checked, program.by("test"));
  });
  if (!imported) throw std::logic_error("world: " + imported.error().message);
}

}  // namespace

World make_world(Program& program) {
  using identity::Role;
  load_playbook(program);
  World world;
  world.ana = program.add_user("Ana", Role::ecosystem_lead, "lakeside");
  world.ben = program.add_user("Ben", Role::member, "lakeside");
  world.cleo = program.add_user("Cleo", Role::program_lead, "robotics-club");
  world.dan = program.add_user("Dan", Role::ecosystem_lead, "hillside");
  world.hana = program.add_user("Hana", Role::hub);
  world.rui = program.add_user("Rui", Role::reviewer);
  world.rosa = program.add_user("Rosa", Role::researcher);
  world.ada = program.add_user("Ada", Role::admissions_partner, "hillside");
  return world;
}

}  // namespace enact::support
