// SPDX-License-Identifier: Apache-2.0
// Every template of src/playbook/pages in every state that looks different. The order matters: one state may make
// what a later one shows.
import { linkFromOutbox } from "./browser.mjs";
import { send } from "./look.mjs";

const runTitled = async (page, title) => {
  await page.goto("/board");
  await page.goto(await page.getByRole("link", { name: title, exact: true }).getAttribute("href"));
};
const plans = "Plans of action with our five programs";
const flag = "A flag for program students in review";
const quick = (page) => page.locator("form.quick");
const text = (page) => page.getByLabel("Text", { exact: true });

export const playbookStates = (visits) => [
  { template: "cover", go: "/", h1: /Playbook/ },
  { template: "cover", shows: "to a member", who: "ana", go: "/playbook", h1: /Playbook/ },
  { template: "strategy", go: "/strategies/4" },
  { template: "strategy", shows: "the last one", go: "/strategies/9" },
  { template: "play", shows: "enacted", go: "/plays/7-1" },
  { template: "play", shows: "aspirational", go: "/plays/8-1" },
  { template: "play", shows: "to a member with runs", who: "ana", go: "/plays/8-1" },
  { template: "play", shows: "to a member with a note", who: "ana", go: "/plays/7-1" },
  { template: "play", shows: "to the hub", who: "hana", go: "/plays/7-1" },
  { template: "vignette", shows: "with a date", go: "/vignettes/chicago-my-chi" },
  { template: "vignette", shows: "without a date", go: async (page) => {
    await page.goto("/search?q=the");
    for (const slug of ["california-first-cut", "nyc-google-group", "nyc-quarterly-update", "pittsburgh-happy-hour", "california-newsletter"]) {
      await page.goto(`/vignettes/${slug}`);
      if (await page.locator("header .mark-unknown").count()) return;
    }
    throw new Error("every vignette tried has a date");
  } },
  { template: "toolkit", go: "/toolkit", h1: /Toolkit/ },
  { template: "toolkit", shows: "with copies", who: "ana", go: "/toolkit" },
  { template: "document", go: "/toolkit/short-ask" },
  { template: "document", shows: "with a table to fill in", go: "/toolkit/criteria-rubric" },
  { template: "document", shows: "to a member", who: "ana", go: "/toolkit/bridging-sheet" },
  { template: "document", shows: "with the structure of the network", go: "/toolkit/network-structure" },
  { template: "copy", who: "ana", go: async (page) => {
    await page.goto("/toolkit");
    await page.goto(await page.locator('a[href^="/copies/"]').first().getAttribute("href"));
  } },
  { template: "edit", shows: "a copy", who: "ana", go: async (page, memory) => {
    memory.copy = new URL(page.url()).pathname;
    await page.goto(`${memory.copy}/edit`);
  } },
  { template: "definitions", go: "/definitions", h1: /marks and words/ },
  { template: "definition", go: "/definitions/briefing" },
  { template: "search", shows: "before any word", go: "/search", h1: /Search/ },
  { template: "search", shows: "results", go: "/search?q=programs", h1: /Search/ },
  { template: "search", shows: "the second page of results", go: "/search?q=programs&page=2", h1: /Search/ },
  { template: "search", shows: "nothing", go: "/search?q=zzyzx", h1: /Search/ },
  { template: "new", go: "/new", h1: /New in the playbook/ },
  { template: "about", shows: "accessibility", go: "/about/accessibility" },
  { template: "about", shows: "privacy", go: "/about/privacy" },
  { template: "about", shows: "sources", go: "/about/sources" },

  { template: "month", who: "ana", go: "/month", h1: /This month/ },
  { template: "month", shows: "to the hub", who: "hana", go: "/month", h1: /This month/ },
  { template: "month", shows: "to somebody without an ecosystem", who: "rosa", go: "/month", h1: /This month/ },
  { template: "board", who: "ana", go: "/board", h1: /Board/ },
  { template: "board", shows: "my own runs", who: "ana", go: "/board?owner=me", h1: /Board/ },
  { template: "board", shows: "the whole network", who: "hana", go: "/board", h1: /Board/ },
  { template: "board", shows: "nothing under a filter", who: "ana", go: "/board?strategy=9&owner=me", h1: /Board/ },
  { template: "board", shows: "nothing to somebody without an ecosystem", who: "rosa", go: "/board", h1: /Board/ },
  { template: "timeline", who: "ana", go: "/timeline", h1: /Timeline/ },
  { template: "timeline", shows: "the whole network", who: "hana", go: "/timeline", h1: /Timeline/ },
  { template: "timeline", shows: "nothing under a filter", who: "ana", go: "/timeline?strategy=9&owner=me", h1: /Timeline/ },
  { template: "matrix", who: "hana", go: "/matrix", h1: /Matrix/ },

  { template: "run", shows: "in progress", who: "ana", go: (page) => runTitled(page, plans), h1: /Plans of action/ },
  { template: "run", shows: "with a fault in the note", who: "ana", status: 422, go: (page) => send(quick(page), page.getByRole("button", { name: "Log it", exact: true })) },
  { template: "run", shows: "with a fault in the evidence", who: "ana", status: 422, go: async (page) => {
    await runTitled(page, plans);
    await page.getByLabel("A link").fill("ftp://nowhere");
    const button = page.getByRole("button", { name: "Add the evidence" });
    await send(page.locator("form", { has: button }), button);
  } },
  { template: "run", shows: "with faults in asking for a note", who: "ana", status: 422, go: async (page) => {
    await runTitled(page, plans);
    const button = page.getByRole("button", { name: "Send the link" });
    await send(page.locator("form", { has: button }), button);
  } },
  { template: "run", shows: "with a fault in whom to list", who: "ana", status: 422, go: async (page) => {
    await runTitled(page, plans);
    await page.getByText("Add a person or an organization").click();
    const button = page.getByRole("button", { name: "Add to the list" });
    await send(page.locator("form", { has: button }), button);
  } },
  { template: "run", shows: "with a fault in why it is set aside", who: "ana", status: 422, go: async (page) => {
    await runTitled(page, plans);
    const button = page.getByRole("button", { name: "Set aside for now" });
    await send(page.locator("form", { has: button }), button);
  } },
  { template: "run", shows: "with faults in title and dates", who: "ana", status: 422, go: async (page) => {
    await runTitled(page, plans);
    await page.getByText("Title, people and dates").click();
    await page.getByLabel("Title", { exact: true }).fill("");
    await page.getByLabel("Began on").fill("2026-06-01");
    await page.getByLabel("Due on").fill("2020-01-01");
    const button = page.getByRole("button", { name: "Save these" });
    await send(page.locator("form", { has: button }), button);
  } },
  { template: "run", shows: "with people, organizations, a file and every part open", who: "ana", go: async (page) => {
    await runTitled(page, plans);
    for (const [name, kind] of [["Quinn Farrow", "a person"], ["The Corner Workshop", "an organization"]]) {
      await page.getByText("Add a person or an organization").click();
      await page.getByLabel("Name", { exact: true }).fill(name);
      await page.getByLabel(kind, { exact: true }).check();
      await page.getByLabel("What they did").fill("opened the door");
      await page.getByRole("button", { name: "Add to the list" }).click();
      await page.locator("ul.people").getByText(name).first().waitFor();
    }
    await page.getByLabel("Or a file").setInputFiles({ name: "a-file-with-a-rather-long-name-of-the-minutes-of-our-first-meeting.txt", mimeType: "text/plain", buffer: Buffer.from("Minutes\n") });
    await page.getByRole("button", { name: "Add the evidence" }).click();
    await page.getByText("a-file-with").first().waitFor();
    await page.evaluate(() => document.querySelectorAll("main details").forEach((e) => { e.open = true; }));
  } },
  { template: "run", shows: "planned", who: "ana", go: (page) => runTitled(page, "One page on what short grants cost") },
  { template: "run", shows: "done", who: "ana", go: (page) => runTitled(page, flag) },
  { template: "run", shows: "set aside", who: "omar", go: (page) => runTitled(page, "A briefing with two committees") },
  { template: "run", shows: "to the lead of a program, who may only note", who: "pia@example.org", go: (page) => runTitled(page, plans) },
  { template: "run", shows: "told by a vignette", who: "hana", go: async (page) => {
    await page.goto("/board");
    const link = page.locator("section.lane").filter({ has: page.locator("h2 .mark-written-up") }).locator("a.what").first();
    await page.goto(await link.getAttribute("href"));
  } },
  { template: "run_stale", who: "ana", status: 409, h1: /Plans of action/, go: async (page, memory, as) => {
    await runTitled(page, plans);
    const ben = await as("ben");
    await ben.goto(page.url());
    await ben.getByText("Title, people and dates").click();
    await ben.getByLabel("Who helps").fill("the fourth lead");
    await ben.getByRole("button", { name: "Save these" }).click();
    await ben.locator(".flash").waitFor();
    await page.getByText("Title, people and dates").click();
    await page.getByLabel("Who helps").fill("our fifth program");
    const button = page.getByRole("button", { name: "Save these" });
    await send(page.locator("form", { has: button }), button);
  } },
  { template: "run_write_up", who: "ana", h1: /Write up/, go: async (page, memory) => {
    await runTitled(page, flag);
    memory.flag = new URL(page.url()).pathname;
    await page.goto(`${memory.flag}/write-up`);
  } },
  { template: "run_write_up", shows: "with faults", who: "ana", status: 422, go: async (page) => {
    await page.locator("#title").fill("");
    await page.locator("#when").fill("in spring");
    await page.locator("#text").fill("");
    await send(page.locator("#story"), page.getByRole("button", { name: "Hand it in for review" }));
  } },
  { template: "run_write_up", shows: "with the preview asked for", who: "ana", go: async (page, memory) => {
    await page.goto(`${memory.flag}/write-up`);
    await send(page.locator("#story"), page.getByRole("button", { name: "Preview" }));
  } },
  { template: "run_write_up", shows: "too early", who: "ana", go: async (page) => {
    await runTitled(page, plans);
    await page.goto(`${new URL(page.url()).pathname}/write-up`);
  } },
  { template: "run_write_up", shows: "waiting for review", who: "caleb", go: async (page) => {
    await runTitled(page, "Update at every quarterly meeting");
    await page.goto(`${new URL(page.url()).pathname}/write-up`);
  } },
  { template: "run_note", h1: /A note about/, go: async (page, memory, as) => {
    const ana = await as("ana");
    await runTitled(ana, plans);
    await ana.getByLabel("Their name").fill("Pat Lorne");
    await ana.getByLabel("Their e-mail address").fill("pat@example.org");
    await ana.getByRole("button", { name: "Send the link" }).click();
    await ana.locator(".flash").waitFor();
    memory.note = await linkFromOutbox(visits, "pat@example.org", "/note/");
    await page.goto(memory.note);
  } },
  { template: "run_note", shows: "with a fault", status: 422, go: (page) => send(page.locator("main form")) },
  { template: "run_note_over", shows: "after the note", h1: /Thank you/, go: async (page, memory) => {
    await page.goto(memory.note);
    await page.getByLabel("Your note").fill("It was **the first time** anybody asked us.");
    await send(page.locator("main form"));
  } },
  { template: "run_note_over", shows: "a broken link", status: 404, go: "/note/abc", h1: /does not open/ },

  { template: "reviews", who: "hana", go: "/reviews", h1: /Waiting for review/ },
  { template: "changes", shows: "to review", who: "hana", h1: /New:|What changed/, go: async (page, memory) => {
    await page.goto("/reviews");
    memory.review = await page.locator("ul.tasks a.what").first().getAttribute("href");
    await page.goto(memory.review);
  } },
  { template: "changes", shows: "with a fault in the comment", who: "hana", status: 422, go: async (page, memory) => {
    await page.goto(memory.review);
    const button = page.getByRole("button", { name: "Send it back with this comment" });
    await send(page.locator("form", { has: button }), button);
  } },
  { template: "edit", shows: "an item of the playbook", who: "hana", go: "/edit/plays/7-1", h1: /Edit/ },
  { template: "edit", shows: "with a fault", who: "hana", status: 422, go: async (page) => {
    await text(page).fill((await text(page).inputValue()).replace(/^title:.*$/m, "title:"));
    await send(page.locator("form", { has: text(page) }), page.getByRole("button", { name: "Save the draft" }));
  } },
  { template: "edit", shows: "somebody saved first", who: "hana", status: 409, go: async (page, memory, as) => {
    const rui = await as("rui");
    for (const one of [page, rui]) await one.goto("/edit/plays/7-1");
    const old = await text(rui).inputValue();
    await text(rui).fill(old.replace("## Why\n", "## Why\n\nRui began it otherwise.\n"));
    await send(rui.locator("form", { has: text(rui) }), rui.getByRole("button", { name: "Save the draft" }));
    await text(page).fill(old.replace("## Why\n", "## Why\n\nHana added a sentence.\n"));
    await send(page.locator("form", { has: text(page) }), page.getByRole("button", { name: "Save the draft" }));
  } },
  { template: "edit", shows: "the cover", who: "hana", go: "/edit/playbook" },
  { template: "edit", shows: "a new play", who: "hana", go: "/new/play", h1: /New play/ },
  { template: "edit", shows: "a note of an ecosystem", who: "ana", go: "/notes/pittsburgh/plays/7-1", h1: /Our note/ },
  { template: "history", go: "/history/plays/7-1", h1: /History/ },
  { template: "history", shows: "with a draft, to the hub", who: "hana", go: "/history/plays/7-1", h1: /History/ },
  { template: "revision", go: "/history/plays/7-1/1", h1: /revision 1/ },
  { template: "revision", shows: "a draft, to the hub", who: "hana", go: "/history/plays/7-1/2", h1: /revision 2/ },
  { template: "changes", shows: "between two revisions", who: "hana", go: "/changes/plays/7-1?from=1&to=2", h1: /What changed/ },
];
