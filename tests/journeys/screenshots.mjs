// SPDX-License-Identifier: Apache-2.0
// The pictures of the guide, taken from the demo: light, 1280 wide, and one as a telephone shows it.
import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { launch, Visits } from "./support/browser.mjs";
import { devices } from "./support/phone.mjs";
import { root, startProgram } from "./support/program.mjs";

const folder = join(root, "docs/guide/images");
const most = 200 * 1024;
mkdirSync(folder, { recursive: true });
const program = await startProgram();
const browser = await launch();
const visits = new Visits(browser, program.url);
let failed = false;

async function take(page, name) {
  await page.mouse.move(0, 0).catch(() => {});
  await page.evaluate(() => document.fonts.ready);
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, animations: "disabled" });
  const { size } = statSync(path);
  if (size > most) failed = true;
  console.log(`${size > most ? "FAIL" : "ok  "} ${name}.png, ${Math.round(size / 1024)} KB`);
}

const options = { viewport: { width: 1280, height: 860 }, colorScheme: "light" };
const openRun = async (page) => {
  await page.goto("/board");
  await page.goto(await page.getByRole("link", { name: "Plans of action with our five programs" }).getAttribute("href"));
};

const visitor = await visits.visitor(options);
await visitor.goto("/");
await take(visitor, "cover");
await visitor.goto("/plays/7-1");
await take(visitor, "play");
const ana = await visits.as("ana", options);
await ana.goto("/month");
await take(ana, "month");
await ana.goto("/board");
await take(ana, "board");
await openRun(ana);
await take(ana, "run");
const hana = await visits.as("hana", options);
await hana.goto("/matrix");
await take(hana, "matrix");
const phone = await visits.as("ana", { ...devices.telephone, colorScheme: "light" });
await openRun(phone);
await take(phone, "phone");

await visits.close();
await browser.close();
await program.stop();
process.exit(failed ? 1 : 0);
