// SPDX-License-Identifier: Apache-2.0
// node run.mjs [NAME...]: the journeys of that name, or all. Each has a network of its own, so that no journey
// stands in the way of another; two go at a time.
import { readdirSync } from "node:fs";
import { launch, Visits } from "./support/browser.mjs";
import { Journey } from "./support/checks.mjs";
import { startProgram } from "./support/program.mjs";

const asked = process.argv.slice(2);
const here = new URL(".", import.meta.url);
const names = readdirSync(here).filter((file) => file.endsWith(".test.mjs")).map((file) => file.slice(0, -".test.mjs".length))
  .filter((name) => !asked.length || asked.includes(name));
for (const name of asked) if (!names.includes(name)) throw new Error(`There is no journey ${name}.`);

const started = Date.now();
let passed = 0, failed = 0;

async function go(browser, name) {
  const journey = new Journey(name);
  await journey.whole(async () => {
    const { default: travel, command } = await import(new URL(`${name}.test.mjs`, here));
    const program = await startProgram(command);
    const visits = new Visits(browser, program.url);
    try {
      await journey.whole(() => travel(journey, visits, program));
    } finally {
      await visits.close();
      await program.stop();
    }
    await journey.check("no page complained, broke the policy or asked another machine for anything", () => {
      if (visits.complaints.length) throw new Error([...new Set(visits.complaints)].join("\n"));
    });
    await journey.check("the log of the program tells of no failure", () => {
      const bad = program.log().split("\n").filter((line) => /"level":"(error|critical)"/.test(line));
      if (bad.length) throw new Error(bad.join("\n"));
    });
  });
  passed += journey.passed;
  failed += journey.failed;
}

const browser = await launch();
const queue = names.sort((a, b) => b.startsWith("pages") - a.startsWith("pages")); // the longest first
await Promise.all([1, 2].map(async () => {
  while (queue.length) await go(browser, queue.shift());
}));
await browser.close();
console.log(`\n${passed} passed, ${failed} failed, in ${Math.round((Date.now() - started) / 1000)} s`);
process.exit(failed || !passed ? 1 : 0);
