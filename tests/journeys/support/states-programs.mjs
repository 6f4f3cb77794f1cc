// SPDX-License-Identifier: Apache-2.0
// How an ecosystem supports its programs: the overview, plans, check-ins, needs and what is offered.
import { linkFromOutbox } from "./browser.mjs";
import { send } from "./look.mjs";

const plan = "/orgs/riverbend-robotics/plan";
const form = (page, name) => {
  const button = page.getByRole("button", { name });
  return [page.locator("form", { has: button }).first(), button.first()];
};
const opened = (page) => page.evaluate(() => document.querySelectorAll("main details").forEach((e) => { e.open = true; }));
const follow = async (page, from, name) => {
  await page.goto(from);
  await page.getByRole("link", { name }).first().click();
  await page.waitForLoadState();
};

export const programStates = (visits) => [
  { template: "support", who: "ana", go: "/support", h1: /Support for programs/ },
  { template: "support", shows: "to the hub", who: "hana", go: "/support?ecosystem=california" },
  { template: "support", shows: "no message", who: "mira", h1: /Support/, go: async (page) => {
    await page.goto("/support");
    await page.getByRole("button", { name: "Switch it off" }).click();
    await page.waitForLoadState();
  } },
  { template: "plan", who: "ana", h1: /Plan for Riverbend/, go: async (page) => {
    await page.goto(plan);
    await opened(page);
  } },
  { template: "plan", shows: "none yet", who: "ana", go: "/orgs/steel-city-makers/plan", h1: /Plan for Steel City/ },
  { template: "plan", shows: "with faults", who: "ana", status: 422, go: async (page) => {
    await page.goto(plan);
    await opened(page);
    await page.getByLabel("E-mail address").fill("nobody");
    await send(...form(page, "Send the link"));
  } },
  { template: "plan", shows: "agreed, with a step that was dropped", who: "ana", go: "/orgs/hilltop-health/plan" },
  { template: "step", who: "ana", h1: /admissions officers/, go: (page) => follow(page, plan, /Invite two/) },
  { template: "step", shows: "dropped without a reason", who: "ana", status: 422, go: async (page) => {
    await page.getByLabel("It is").selectOption("dropped");
    await send(...form(page, "Note how it stands"));
  } },
  { template: "check_in", who: "ana", go: "/support/programs/riverbend-robotics/check-in", h1: /Check-in with Riverbend/ },
  { template: "check_in", shows: "with faults", who: "ana", status: 422, go: async (page) => {
    await opened(page);
    await page.locator("#need_what-2").fill("A bus");
    await page.locator("#need_amount-2").fill("many");
    await send(...form(page, "Log the check-in"));
  } },
  { template: "needs", who: "ana", go: "/support/needs", h1: /Needs of programs/ },
  { template: "needs", shows: "of one program, all", who: "ana", go: "/support/needs?program=hilltop-health&state=all" },
  { template: "needs", shows: "none", who: "ana", go: "/support/needs?q=zzyzx" },
  { template: "need", shows: "with what would fit", who: "ana", h1: /judges/, go: (page) => follow(page, "/support/needs", /judges/) },
  { template: "need", shows: "withdrawn without a reason", who: "ana", status: 422, go: async (page) => {
    await page.getByLabel("It is now").selectOption("withdrawn");
    await send(...form(page, "Note how it stands"));
  } },
  { template: "need", shows: "matched, and what is in the way", who: "ana", h1: /classroom/, go: (page) => follow(page, "/support/needs", /classroom/) },
  { template: "need", shows: "met", who: "ana", h1: /Bus fares/, go: (page) => follow(page, "/support/needs?state=met", /Bus fares/) },
  { template: "support_assets", who: "ana", go: "/support/assets", h1: /What the region has/ },
  { template: "support_assets", shows: "nothing", who: "ana", go: "/support/assets?q=zzyzx" },
  { template: "support_assets", shows: "no longer offered", who: "ana", go: "/support/assets?retired=yes" },
  { template: "asset", who: "ana", h1: /Classroom/, go: (page) => follow(page, "/support/assets", /Classroom/) },
  { template: "asset", shows: "with faults", who: "ana", status: 422, go: async (page) => {
    await page.getByLabel("How many at most").fill("lots");
    await send(...form(page, /^Save$/));
  } },
  { template: "asset_new", who: "ana", go: "/support/assets/new", h1: /Something that is offered/ },
  { template: "asset_new", shows: "with faults", who: "ana", status: 422, go: (page) => send(...form(page, "Put it in the list")) },
  { template: "agree", h1: /The plan for Riverbend/, go: async (page, memory, as) => {
    const ana = await as("ana");
    await ana.goto(plan);
    await opened(ana);
    await ana.locator("#ask_name").fill("Ivo Marsh");
    await ana.locator("#ask_email").fill("ivo@example.org");
    await send(...form(ana, "Send the link"));
    await page.goto(await linkFromOutbox(visits, "ivo@example.org", "/agree/"));
  } },
  { template: "agree_over", shows: "thank you", h1: /Thank you/, go: (page) => send(...form(page, "We agree")) },
  { template: "agree_over", shows: "of a link that is not ours", status: 404, go: "/agree/nonsense", h1: /does not open/ },
];
