// SPDX-License-Identifier: Apache-2.0
// Introductions and the map of who is connected with whom.
import { send } from "./look.mjs";

const first = (page, name) => page.getByRole("link", { name }).first();
const opened = (page) => page.evaluate(() => document.querySelectorAll("main details").forEach((e) => { e.open = true; }));

export const introductionStates = [
  { template: "paths", shows: "to anyone in an office", who: "ana", go: "/network/paths?kind=admissions-office&state=PA", h1: /anyone in an admissions office in PA/ },
  { template: "paths", shows: "nobody there", who: "ana", go: "/network/paths?kind=museum&state=AK", h1: /Who can introduce us/ },
  { template: "introductions", who: "ana", go: "/introductions", h1: /Introductions/ },
  { template: "introductions", shows: "nothing yet", who: "nia", go: "/introductions", h1: /Introductions/ },
  { template: "introductions", shows: "to the hub, those that wait", who: "hana", go: "/introductions?ecosystem=pittsburgh&state=waiting" },
  { template: "introduction", shows: "that waits", who: "ana", h1: /Otto Reyes/, go: async (page) => {
    await page.goto("/introductions?state=waiting");
    await first(page, "Otto Reyes").click();
    await opened(page);
  } },
  { template: "introduction", shows: "corrected without a reason", who: "ana", status: 422, go: async (page) => {
    await page.locator("#why").evaluate((field) => { field.required = false; });
    await send(page.locator("main details form"), page.getByRole("button", { name: "Correct it" }));
  } },
  { template: "introduction", shows: "who have met", who: "ana", h1: /Wanda Pell/, go: async (page) => {
    await page.goto("/introductions?state=met");
    await first(page, "Wanda Pell").click();
  } },
  { template: "introduction_new", who: "ana", h1: /Ask Ivo Marsh/, go: async (page) => {
    await page.goto("/orgs/lakeview-admissions/paths");
    await first(page, /Ask Ivo Marsh/).click();
  } },
  { template: "introduction_new", shows: "with faults", who: "ana", status: 422, go: async (page) => {
    await page.getByLabel("Subject").fill("");
    await send(page.locator("main form").first(), page.locator("main button.primary"));
  } },
  { template: "introduction_answer", shows: "a link that opens nothing", status: 404, go: "/introduction/nonsense", h1: /nothing to do/ },
  { template: "introduction_answer", h1: /I have introduced/, go: async (page) => {
    await page.goto("/outbox");
    const text = await page.locator("main").textContent();
    await page.goto(text.match(/I have introduced[\s\S]*?(\/introduction\/\S+)/)[1]);
  } },
  { template: "map", who: "ana", go: "/network/map?ecosystem=pittsburgh", h1: /Who is connected with whom/ },
  { template: "map", shows: "around one", who: "ana", h1: /Who is connected with Petra Lund/, go: async (page) => {
    await page.goto("/network/map?ecosystem=pittsburgh");
    await page.getByRole("link", { name: /^Petra Lund, person/ }).click();
  } },
  { template: "map", shows: "nothing yet", who: "nia", go: "/network/map", h1: /Who is connected/ },
];
