// SPDX-License-Identifier: Apache-2.0
// Every template of the other rooms, in every state that looks different.
import { email, linkFromOutbox, password, signIn } from "./browser.mjs";
import { send } from "./look.mjs";
import { totp } from "./totp.mjs";

const signInForm = (page) => page.locator('main form[action="/sign-in"]');

export const restStates = (visits) => [
  { template: "error", shows: "404", go: "/no-such-page", status: 404, h1: /nothing here/ },
  { template: "error", shows: "404 of an item", go: "/plays/99-99", status: 404, h1: /nothing here/ },
  { template: "error", shows: "403", who: "ben", go: "/reviews", status: 403, h1: /not open to you/ },

  { template: "sign_in", go: "/sign-in", h1: /Sign in/ },
  { template: "sign_in", shows: "to somebody who wanted a closed page", go: "/board", h1: /Sign in/ },
  { template: "sign_in", shows: "with faults", status: 422, h1: /Sign in/, go: async (page) => {
    await page.goto("/sign-in");
    await page.getByLabel("E-mail address").fill(email("lena"));
    await page.getByLabel("Password").fill("wrong");
    await send(signInForm(page));
  } },
  { template: "link_sent", h1: /mailbox/, go: async (page) => {
    await page.goto("/sign-in");
    await page.getByLabel("E-mail address").fill(email("lena"));
    await send(signInForm(page), page.getByRole("button", { name: "Send me a link instead" }));
  } },
  { template: "link", h1: /Sign in/, go: async (page) => page.goto(await linkFromOutbox(visits, email("lena"), "/sign-in/link/")) },
  { template: "outbox", shows: "to a visitor of the demo", h1: /Messages sent/, go: async (page) => {
    await page.goto("/outbox");
    await page.evaluate(() => document.querySelectorAll("main details").forEach((e) => { e.open = true; }));
  } },

  { template: "account", who: "ben", go: "/account", h1: /Your account/ },
  { template: "account", shows: "with faults", who: "ben", status: 422, go: async (page) => {
    await page.getByLabel("New password").fill("abc");
    await send(page.locator('form[action="/account/password"]'));
  } },
  { template: "account", shows: "the menu open", who: "ben", go: async (page) => {
    await page.goto("/account");
    await page.locator("details.account summary").click();
  } },
  { template: "sessions", shows: "one", who: "ben", go: "/account/sessions", h1: /Where you are/ },
  { template: "sessions", shows: "several", who: "ben", h1: /Where you are/, go: async (page) => {
    const other = await visits.as("ben");
    await other.context().close();
    await page.goto("/account/sessions");
  } },
  { template: "two_factor_set_up", who: "ben", go: "/account/two-factor", h1: /Set up codes/ },
  { template: "two_factor_set_up", shows: "with a fault", who: "ben", status: 422, go: async (page) => {
    await page.getByLabel("Code").fill("000000");
    await page.getByLabel("Your password now").fill(password);
    await send(page.locator('form[action="/account/two-factor"]'));
  } },
  { template: "recovery_codes", who: "ben", h1: /recovery codes/, go: async (page, memory) => {
    memory.secret = await page.locator("figcaption code").innerText();
    await page.getByLabel("Code").fill(totp(memory.secret));
    await page.getByLabel("Your password now").fill(password);
    await send(page.locator('form[action="/account/two-factor"]'));
  } },
  { template: "two_factor", who: "ben", go: "/account/two-factor", h1: /Codes at sign-in/ },
  { template: "two_factor", shows: "with a fault", who: "ben", status: 422, go: async (page) => {
    await page.getByLabel("Your password now").fill("wrong");
    await send(page.locator("main form").first());
  } },
  { template: "code", h1: /Your code/, go: (page) => signIn(page, "ben") },
  { template: "code", shows: "with a fault", status: 422, h1: /Your code/, go: async (page) => {
    await page.getByLabel("Code").fill("000000");
    await send(page.locator("main form").first());
  } },

  { template: "access", who: "ana", go: "/people-with-access", h1: /People with access/ },
  { template: "access", shows: "with faults", who: "ana", status: 422, go: (page) => send(page.locator('form[action="/people-with-access/invitations"]')) },
  { template: "access", shows: "with an invitation", who: "ana", go: async (page) => {
    await page.goto("/people-with-access");
    await page.locator("main").getByLabel("E-mail address").fill("kim@example.org");
    await page.getByLabel("Role").selectOption({ index: 1 });
    await page.getByLabel("At", { exact: true }).selectOption("pittsburgh");
    await send(page.locator('form[action="/people-with-access/invitations"]'));
  } },
  { template: "access", shows: "to the hub", who: "hana", go: "/people-with-access", h1: /People with access/ },
  { template: "invitation", h1: /invitation/, go: async (page) => page.goto(await linkFromOutbox(visits, "kim@example.org", "/invitations/")) },
  { template: "invitation", shows: "with faults", status: 422, go: async (page) => {
    await page.getByLabel("Password").fill("abc");
    await send(page.locator("main form").first());
  } },
  { template: "audit", who: "ana", go: "/audit", h1: /What was done/ },
  { template: "audit", shows: "to the hub", who: "hana", go: "/audit", h1: /What was done/ },
  { template: "outbox", shows: "to the hub", who: "hana", go: "/outbox", h1: /Messages sent/ },

  { template: "network", go: "/network", h1: /Network/ },
  { template: "network", shows: "to the hub", who: "hana", go: "/network", h1: /Network/ },
  { template: "network", shows: "nothing under a filter", go: "/network?q=zzyzx", h1: /Network/ },
  { template: "structure", go: "/network/structure", h1: /How the network is built/ },
  { template: "org", go: "/orgs/pittsburgh", h1: /Pittsburgh/ },
  { template: "org", shows: "to its lead", who: "ana", go: "/orgs/pittsburgh", h1: /Pittsburgh/ },
  { template: "org", shows: "the hub of the network", go: "/orgs/be-stem" },
  { template: "form", shows: "an organization", who: "ana", go: "/orgs/pittsburgh/edit" },
  { template: "form", shows: "a new organization", who: "hana", go: "/orgs/new" },
  { template: "form", shows: "with faults", who: "hana", status: 422, go: (page) => send(page.locator("main form").first(), page.locator("main button.primary")) },
  { template: "form", shows: "somebody saved first", who: "hana", status: 409, go: async (page, memory, as) => {
    const ana = await as("ana");
    for (const one of [page, ana]) await one.goto("/orgs/pittsburgh/edit");
    await ana.locator("main textarea").first().fill("Two rivers meet here, and many programs.");
    await send(ana.locator("main form").first(), ana.locator("main button.primary"));
    await page.locator("main textarea").first().fill("Three rivers meet here.");
    await send(page.locator("main form").first(), page.locator("main button.primary"));
  } },
  { template: "kinds", who: "hana", go: "/network/kinds", h1: /Kinds/ },
  { template: "kinds", shows: "with faults", who: "hana", status: 422, go: async (page) => {
    const button = page.getByRole("button", { name: "Add the kind" });
    await send(page.locator("form", { has: button }), button);
  } },
  { template: "people", who: "ana", go: "/people", h1: /People/ },
  { template: "people", shows: "to the hub", who: "hana", go: "/people", h1: /People/ },
  { template: "people", shows: "nobody of that name", who: "ana", go: "/people?q=zzyzx", h1: /People/ },
  { template: "person", who: "ana", h1: /Ada Whitlock/, go: async (page, memory) => {
    await page.goto("/people?q=Ada");
    memory.ada = await page.getByRole("link", { name: "Ada Whitlock" }).getAttribute("href");
    await page.goto(memory.ada);
    await page.evaluate(() => document.querySelectorAll("main details").forEach((e) => { e.open = true; }));
  } },
  { template: "person", shows: "with a fault in the end", who: "ana", status: 422, go: async (page) => {
    const button = page.getByRole("button", { name: "Record the end" });
    await page.getByLabel("Until", { exact: true }).first().fill("some day");
    await send(page.locator("form", { has: button }).first(), button.first());
  } },
  { template: "person", shows: "with faults in what is added", who: "ana", status: 422, go: async (page, memory) => {
    await page.goto(memory.ada);
    await page.getByText(/Record what else/).click();
    const button = page.getByRole("button", { name: "Record it" });
    await send(page.locator("form", { has: button }), button);
  } },
  { template: "form", shows: "a new person", who: "ana", go: "/people/new" },
  { template: "form", shows: "a person", who: "ana", go: (page, memory) => page.goto(`${memory.ada}/edit`) },
];

// A network in which nothing is written yet: every page says what will be there.
export const emptyStates = [
  { template: "no_playbook", go: "/", h1: /No playbook yet/ },
  { template: "toolkit", shows: "nothing yet", go: "/toolkit" },
  { template: "definitions", shows: "only the marks", go: "/definitions" },
  { template: "new", shows: "nothing yet", go: "/new" },
  { template: "network", shows: "nothing yet", go: "/network" },
  { template: "structure", shows: "nothing yet", go: "/network/structure" },
  { template: "sign_in", shows: "outside the demo", go: "/sign-in" },
  { template: "month", shows: "nothing yet", who: "hub@example.org", go: "/month" },
  { template: "board", shows: "nothing yet", who: "hub@example.org", go: "/board" },
  { template: "timeline", shows: "nothing yet", who: "hub@example.org", go: "/timeline" },
  { template: "matrix", shows: "nothing yet", who: "hub@example.org", go: "/matrix" },
  { template: "network", shows: "nothing yet, to the hub", who: "hub@example.org", go: "/network" },
  { template: "people", shows: "nobody yet", who: "hub@example.org", go: "/people" },
  { template: "reviews", shows: "nothing waits", who: "hub@example.org", go: "/reviews" },
  { template: "audit", shows: "almost nothing yet", who: "hub@example.org", go: "/audit" },
  { template: "outbox", shows: "no message", who: "hub@example.org", go: "/outbox" },
  { template: "access", shows: "one person", who: "hub@example.org", go: "/people-with-access" },
];
