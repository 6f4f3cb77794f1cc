// SPDX-License-Identifier: Apache-2.0
// Where programs take place and who pays for them; the directory as open data.
import { send } from "./look.mjs";

const robotics = "/orgs/riverbend-robotics";
const opened = (page) => page.evaluate(() => document.querySelectorAll("main details").forEach((e) => { e.open = true; }));
const noted = (page) => {
  const button = page.getByRole("button", { name: "Note it", exact: true });
  return [page.locator("form", { has: button }).last(), button.last()];
};

export const exchangeStates = [
  { template: "org", shows: "a program with sites", go: "/orgs/lakefront-labs", h1: /Lakefront/ },
  { template: "sites", go: `${robotics}/sites`, h1: /Sites of/ },
  { template: "sites", shows: "to whom may change them", who: "ana", h1: /Sites of/, go: async (page) => {
    await page.goto(`${robotics}/sites`);
    await opened(page);
  } },
  { template: "sites", shows: "in another state", who: "ana", go: "/orgs/allegheny-field/sites", h1: /Sites of/ },
  { template: "sites", shows: "none", who: "ana", go: "/orgs/code-by-the-bridge/sites", h1: /Sites of/ },
  { template: "sites", shows: "with faults", who: "ana", status: 422, go: async (page) => {
    await page.getByLabel(/Days, times/).fill("Mon 4-6");
    await send(...noted(page));
  } },
  { template: "form", shows: "a site", who: "ana", h1: /Change a site/, go: async (page) => {
    await page.goto(`${robotics}/sites`);
    await page.getByRole("link", { name: /^Change it/ }).first().click();
  } },
  { template: "fundings", who: "ana", h1: /Funding of/, go: async (page) => {
    await page.goto(`${robotics}/funding`);
    await opened(page);
  } },
  { template: "fundings", shows: "none, with faults", who: "ana", status: 422, go: async (page) => {
    await page.goto("/orgs/code-by-the-bridge/funding");
    await page.getByLabel(/Who gives it/).fill("A fund");
    await page.getByLabel(/How much/).fill("a lot");
    await send(...noted(page));
  } },
  { template: "open_data", shows: "open data", go: "/hsds/about", h1: /Take the directory with you/ },
];
