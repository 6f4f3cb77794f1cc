// SPDX-License-Identifier: Apache-2.0
// node catalogue.mjs: puts catalogue/frame.html round the <main> of every catalogue page again, so the frame
// is written once. A page says what it is in a comment: <!-- catalogue: reading|working visitor|member PLACE -->
// With --check nothing is written; a page whose frame is out of date fails.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";

const folder = new URL("catalogue/", import.meta.url);
const frame = readFileSync(new URL("frame.html", folder), "utf8");
const check = process.argv.includes("--check");

for (const file of readdirSync(folder).sort()) {
  if (!file.endsWith(".html") || file === "frame.html") continue;
  const old = readFileSync(new URL(file, folder), "utf8");
  const [, kind, who, here] = old.match(/<!-- catalogue: (\S+) (\S+) (\S+) -->/);
  const title = old.match(/<title>([^]*?)<\/title>/)[1];
  const main = old.match(/<main[^]*<\/main>/)[0];
  const page = frame
    .replace(/\{\{#(\w+)\}\}([^]*?)\{\{\/\1\}\}/g, (_, name, inner) => (name === who ? inner : ""))
    .replace(/ ?\{\{at (\S+)\}\}/g, (_, place) => (place === here ? ' aria-current="page"' : ""))
    .replace(/\{\{(\w+)\}\}/g, (_, name) => ({ title, kind, who, here, main })[name]);
  if (page === old) continue;
  if (check) {
    console.error(`catalogue/${file}: its frame is out of date; run node catalogue.mjs`);
    process.exitCode = 1;
  } else {
    writeFileSync(new URL(file, folder), page);
    console.log(file);
  }
}
