// SPDX-License-Identifier: Apache-2.0
// Institutions and their commitments, lists of people to win, invitations and the answer to one.
import { linkFromOutbox } from "./browser.mjs";
import { send } from "./look.mjs";

const riverton = "/orgs/riverton-university/admissions";
const button = (page, name) => {
  const found = page.getByRole("button", { name, exact: true });
  return [page.locator("form", { has: found }).last(), found.last()];
};
const opened = (page) => page.evaluate(() => document.querySelectorAll("main details").forEach((e) => { e.open = true; }));
const theList = async (page, memory) => {
  await page.goto("/prospects");
  memory.list = await page.getByRole("link", { name: /happy hour/ }).first().getAttribute("href");
  await page.goto(memory.list);
};

export const admissionsStates = (visits) => [
  { template: "admissions", who: "ana", go: "/admissions", h1: /Admissions/ },
  { template: "admissions", shows: "nothing", who: "nia", go: "/admissions", h1: /Admissions/ },
  { template: "admissions", shows: "the whole network", who: "hana", go: "/admissions", h1: /Admissions/ },
  { template: "admissions", shows: "under filters", who: "ana", go: "/admissions?state=in_force&kind=flag" },
  { template: "commitments", go: "/commitments", h1: /committed to/ },
  { template: "commitment_kinds", who: "hana", go: "/admissions/kinds", h1: /Kinds of commitments/ },
  { template: "commitment_kinds", shows: "with a fault", who: "hana", status: 422, go: (page) => send(...button(page, "Add the kind")) },

  { template: "institution", who: "ana", h1: /Riverton/, go: async (page) => {
    await page.goto(riverton);
    await opened(page);
  } },
  { template: "institution", shows: "to a researcher", who: "rosa", go: riverton, h1: /Riverton/ },
  { template: "institution", shows: "with faults in a note", who: "ana", status: 422, go: async (page) => {
    await page.goto(riverton);
    await opened(page);
    await send(...button(page, "Note it"));
  } },
  { template: "institution", shows: "with faults in a commitment", who: "ana", status: 422, go: async (page) => {
    await opened(page);
    await page.getByLabel(/Only those ticked/).check();
    await page.getByLabel("How far it is").selectOption("in_force");
    await send(...button(page, "Note the commitment"));
  } },
  { template: "institution", shows: "nothing, of another ecosystem", who: "nia", go: riverton, h1: /Riverton/ },

  { template: "commitment", who: "ana", h1: /flag|Flags/i, go: async (page, memory) => {
    await page.goto("/admissions");
    memory.commitment = await page.getByRole("link", { name: /Flags program/ }).last().getAttribute("href");
    await page.goto(memory.commitment);
    await opened(page);
  } },
  { template: "commitment", shows: "ending without a reason", who: "ana", status: 422, go: async (page) => {
    await page.getByLabel("How far it is").selectOption("ended");
    await send(...button(page, "Record it"));
  } },
  { template: "commitment", shows: "asking nobody", who: "ana", status: 422, go: async (page) => {
    await opened(page);
    await send(...button(page, "Send the question"));
  } },
  { template: "still_so", h1: /still so/, go: async (page, memory, as) => {
    const ana = await as("ana");
    await ana.goto(memory.commitment);
    await opened(ana);
    await ana.getByLabel("Their name").fill("Marta Velez");
    await ana.getByLabel("Their e-mail address").fill("marta@colleges.example");
    await ana.getByRole("button", { name: "Send the question" }).click();
    await ana.locator(".flash").waitFor();
    memory.question = await linkFromOutbox(visits, "marta@colleges.example", "/still-so/");
    await page.goto(memory.question);
  } },
  { template: "still_so", shows: "a no without words", status: 422, go: async (page) => {
    await page.getByLabel("No, or not quite").check();
    await send(page.locator("main form"));
  } },
  { template: "still_so", shows: "thanks", h1: /Thank you/, go: async (page) => {
    await page.getByLabel("Yes, it is still so").check();
    await send(page.locator("main form"));
  } },
  { template: "still_so", shows: "a broken link", status: 404, go: "/still-so/abc", h1: /does not open/ },
  { template: "commitment", shows: "to a researcher", who: "rosa", go: async (page, memory) => { await page.goto(memory.commitment); } },

  { template: "prospect_lists", who: "ana", go: "/prospects", h1: /Lists/ },
  { template: "prospect_lists", shows: "none, with a fault", who: "nia", status: 422, go: async (page) => {
    await page.goto("/prospects");
    await send(...button(page, "Make the list"));
  } },
  { template: "prospect_list", who: "ana", go: theList, h1: /happy hour/ },
  { template: "prospect_list", shows: "nobody ticked", who: "ana", status: 422, go: async (page) => {
    await page.getByLabel("On", { exact: true }).fill("2030-01-01");
    await send(...button(page, "Mark them"));
  } },
  { template: "prospect_addresses", who: "ana", go: async (page, memory) => { await page.goto(`${memory.list}/addresses`); }, h1: /Addresses/ },
  { template: "prospect_add", shows: "found", who: "ana", go: async (page, memory) => { await page.goto(`${memory.list}/add?q=a`); }, h1: /Put people/ },
  { template: "prospect_add", shows: "nobody found", who: "ana", go: async (page, memory) => { await page.goto(`${memory.list}/add?q=zzyzx`); } },
  { template: "prospect_add", shows: "asking who is meant", who: "ana", status: 422, go: async (page, memory) => {
    await page.goto(`${memory.list}/add`);
    await page.getByLabel("Names and addresses, one a line").fill("Marta Velez <marta@elsewhere.example>\nPat Newman <pat.newman@example.org>\n");
    await send(...button(page, "Put these names on the list"));
  } },
  { template: "prospect_list", shows: "nobody on it", who: "nia", go: async (page) => {
    await page.goto("/prospects");
    await page.getByLabel("Name of the list").fill("Spring tea");
    await page.getByRole("button", { name: "Make the list" }).click();
    await page.getByRole("link", { name: "To the list" }).click();
  } },
  { template: "prospect_invite", who: "ana", h1: /Invite/, go: async (page, memory) => {
    await page.goto(memory.list);
    for (const name of ["Marta Velez", "Theo Banks", "Kit Ellery"]) await page.getByRole("checkbox", { name }).check();
    await page.getByRole("button", { name: /Write to them/ }).click();
    await opened(page);
  } },
  { template: "prospect_invite", shows: "with a fault", who: "ana", status: 422, go: async (page) => {
    await page.getByLabel("Subject").fill("");
    await send(...button(page, "Send the invitations"));
  } },
  { template: "rsvp", h1: /Will you come/, go: async (page, memory, as) => {
    const ana = await as("ana");
    await ana.getByLabel("Subject").fill("Come to our happy hour");
    await ana.getByRole("button", { name: "Send the invitations" }).click();
    await ana.locator(".flash").waitFor();
    memory.rsvp = await linkFromOutbox(visits, "marta@colleges.example", "/rsvp/");
    await page.goto(memory.rsvp);
  } },
  { template: "rsvp", shows: "with an answer", go: async (page) => {
    await page.getByLabel("Yes, I come").check();
    await send(page.locator("main form"));
  } },
  { template: "rsvp", shows: "a broken link", status: 404, go: "/rsvp/abc", h1: /does not open/ },
];
