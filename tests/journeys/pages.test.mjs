// SPDX-License-Identifier: Apache-2.0
// Every page of the playbook in every state: axe in light and dark, 390 and 320 px, on paper, and its structure.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { password } from "./support/browser.mjs";
import { root } from "./support/program.mjs";
import { lookAt } from "./support/look.mjs";
import { playbookStates } from "./support/states-playbook.mjs";
import { admissionsStates } from "./support/states-admissions.mjs";
import { directoryStates } from "./support/states-directory.mjs";
import { peopleStates } from "./support/states-people.mjs";
import { exchangeStates } from "./support/states-exchange.mjs";
import { programStates } from "./support/states-programs.mjs";
import { duplicateStates } from "./support/states-duplicates.mjs";
import { introductionStates } from "./support/states-introductions.mjs";
import { emptyStates, restStates } from "./support/states-rest.mjs";

// Round every page; in offline.test.mjs; gone before it can be looked at, in import.test.mjs.
const elsewhere = new Set(["layout", "offline_search", "import_progress"]);

export default async function (t, visits, program) {
  await t.check("every template of the program is looked at", () => {
    const states = [
      ...playbookStates(visits),
      ...restStates(visits),
      ...emptyStates,
      ...directoryStates,
      ...peopleStates,
      ...exchangeStates,
      ...introductionStates,
      ...admissionsStates(visits),
      ...programStates(visits),
      ...duplicateStates,
    ];
    const known = new Set(states.map((state) => state.template));
    const missing = readdirSync(join(root, "src"), { withFileTypes: true }).filter((room) => room.isDirectory())
      .flatMap((room) => { try { return readdirSync(join(root, "src", room.name, "pages")); } catch { return []; } })
      .filter((file) => /^[^_].*\.html$/.test(file)).map((file) => file.slice(0, -5))
      .filter((name) => !known.has(name) && !elsewhere.has(name));
    if (missing.length) throw new Error(`Not looked at: ${missing.join(", ")}. Add them to support/states-*.mjs.`);
  });
  await t.step("somebody who leads a program gets an account", () => {
    program.runWith(`${password}\n`, "user", "add", "--email", "pia@example.org", "--name", "Pia Holm", "--role", "program_lead", "--org", "pittsburgh", "--password-from-stdin");
  });
  await lookAt(t, visits, playbookStates(visits));
}
