// SPDX-License-Identifier: Apache-2.0
// The directory beyond its lists: facts, fields, permissions, connections, candidates, imports.
import { send } from "./look.mjs";

const robotics = "/orgs/riverbend-robotics";
const add = (page, name) => {
  const button = page.getByRole("button", { name, exact: true });
  return [page.locator("form", { has: button }).last(), button.last()];
};
const opened = (page) => page.evaluate(() => document.querySelectorAll("main details").forEach((e) => { e.open = true; }));

export const directoryStates = [
  { template: "org", shows: "a program with facts", go: robotics, h1: /Riverbend/ },
  { template: "org", shows: "a program with facts, to its lead", who: "ana", go: robotics, h1: /Riverbend/ },
  { template: "form", shows: "facts", who: "ana", go: `${robotics}/facts`, h1: /Facts about/ },
  { template: "form", shows: "facts that cannot be read", who: "ana", status: 422, go: async (page) => {
    await page.getByLabel(/Hours a year/).fill("quite a lot");
    await send(page.locator("main form").first(), page.locator("main button.primary"));
  } },
  { template: "fields", who: "hana", go: "/network/fields", h1: /Fields/ },
  { template: "fields", shows: "of an ecosystem, opened", who: "ana", h1: /Fields/, go: async (page) => {
    await page.goto("/network/fields");
    await opened(page);
  } },
  { template: "fields", shows: "with faults", who: "ana", status: 422, go: (page) => send(...add(page, "Add the field")) },

  { template: "permissions", who: "ana", h1: /May we contact/, go: async (page, memory) => {
    await page.goto(robotics);
    memory.ivo = await page.getByRole("link", { name: "Ivo Marsh" }).getAttribute("href");
    await page.goto(`${memory.ivo}/permissions`);
    await opened(page);
  } },
  { template: "permissions", shows: "with faults", who: "ana", status: 422, go: (page) => send(...add(page, "Note it")) },
  { template: "permissions", shows: "with an answer", who: "ana", h1: /May we contact/, go: async (page, memory) => {
    await page.goto(`${memory.ivo}/permissions`);
    await opened(page);
    await page.getByLabel("How you know").fill("asked at the meeting in May");
    await send(...add(page, "Note it"));
  } },
  { template: "links", who: "ana", h1: /Connections/, go: async (page, memory) => {
    await page.goto(`${memory.ivo}/links`);
    await opened(page);
  } },
  { template: "links", shows: "with faults", who: "ana", status: 422, go: (page) => send(...add(page, "Note it")) },
  { template: "links", shows: "none, of an organization", who: "ana", go: `${robotics}/links`, h1: /Connections/ },
  { template: "paths", who: "ana", go: "/orgs/lakeview-admissions/paths", h1: /Who can introduce us/ },
  { template: "paths", shows: "nobody there", who: "ana", go: "/orgs/lakeview-college/paths", h1: /Who can introduce us/ },
  { template: "paths", shows: "none", who: "nia", go: "/orgs/lakeview-admissions/paths", h1: /Who can introduce us/ },

  { template: "verification", who: "ana", go: `${robotics}/still-right`, h1: /still right/ },
  { template: "verification", shows: "with faults", who: "ana", status: 422, go: async (page) => {
    await page.getByLabel("On", { exact: true }).fill("2999-01-01");
    await send(...add(page, "It is still right"));
  } },
  { template: "stale", who: "ana", go: "/network/still-right", h1: /Still right/ },
  { template: "stale", shows: "people, nothing chosen", who: "ana", status: 422, h1: /Still right/, go: async (page) => {
    await page.goto("/network/still-right?of=people");
    await send(...add(page, "Ask whether those are still right"));
  } },
  { template: "still_right", who: "hana", h1: /still right/, go: async (page, memory) => {
    await page.goto("/outbox");
    const text = await page.locator("main").textContent();
    memory.answer = text.match(/\/still-right\/[\w.~-]+/)[0];
    await page.goto(memory.answer);
    await opened(page);
  } },
  { template: "still_right", shows: "with faults", status: 422, go: async (page, memory) => {
    await page.goto(memory.answer);
    await opened(page);
    await page.getByLabel(/Hours a year/).fill("quite a lot");
    await send(...add(page, "Save these corrections"));
  } },
  { template: "still_right_over", shows: "thanks", h1: /Thank you/, go: async (page, memory) => {
    await page.goto(memory.answer);
    await page.getByRole("button", { name: "Yes, all of it is right" }).click();
  } },
  { template: "still_right_over", shows: "a link that is not ours", status: 404, go: "/still-right/nonsense" },

  { template: "shortlist", who: "ana", go: "/shortlist", h1: /Candidate programs/ },
  { template: "shortlist", shows: "nothing yet", who: "nia", go: "/shortlist", h1: /Candidate programs/ },
  { template: "shortlist", shows: "to the hub", who: "hana", go: "/shortlist?ecosystem=pittsburgh" },
  { template: "find_programs", who: "nia", go: "/shortlist/find", h1: /Programs that may fit/ },
  { template: "find_programs", shows: "what is not known", who: "nia", go: "/shortlist/find?cut=unknown" },
  { template: "find_programs", shows: "nothing", who: "nia", go: "/shortlist/find?q=zzyzx" },
  { template: "candidate", who: "ana", h1: /Riverbend/, go: async (page, memory) => {
    await page.goto("/shortlist");
    memory.candidate = await page.getByRole("link", { name: "Riverbend Robotics Lab" }).getAttribute("href");
    await page.goto(memory.candidate);
  } },
  { template: "candidate", shows: "without a reason", who: "ana", status: 422, go: async (page) => {
    await page.getByLabel("Stage").selectOption("set_aside");
    await send(...add(page, "Move it"));
  } },
  { template: "criteria", who: "ana", h1: /Criteria/, go: async (page) => {
    await page.goto("/shortlist/criteria");
    await opened(page);
  } },
  { template: "criteria", shows: "with faults", who: "ana", status: 422, go: async (page) => {
    await page.getByLabel("this", { exact: true }).first().fill("many");
    await send(...add(page, "Save as the next version"));
  } },

  { template: "imports", shows: "nothing yet", who: "nia", go: "/imports", h1: /Imports/ },
  { template: "import_new", who: "ana", go: "/imports/new", h1: /Import a file/ },
  { template: "import_new", shows: "with a fault", who: "ana", status: 422, go: (page) => send(...add(page, "Read the file")) },
  { template: "import_columns", who: "ana", go: async (page) => {
    await page.goto("/imports/new");
    await page.getByLabel(/Or paste rows/).fill("name,kind,city,hours\nNorth Lab,pcsp,Pittsburgh,about 120\nSouth Lab,pcsp,Pittsburgh,quite a lot\nRiverbend Robotics Lab,pcsp,Pittsburgh,150\n");
    await send(...add(page, "Read the file"));
    await opened(page);
  } },
  { template: "import_plan", who: "ana", go: async (page) => {
    await send(...add(page, "Look through the file"));
    await page.getByText("Rows of the file").waitFor();
    await opened(page);
  } },
  { template: "imports", who: "ana", go: "/imports", h1: /Imports/ },
];
