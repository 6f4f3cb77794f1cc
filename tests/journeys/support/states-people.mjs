// SPDX-License-Identifier: Apache-2.0
// People as an import, and the mappings that are kept for the next file.
import { send } from "./look.mjs";

const button = (page, name) => page.getByRole("button", { name, exact: true }).first();
const form = (page, name) => page.locator("form", { has: page.getByRole("button", { name, exact: true }) }).first();

export const peopleStates = [
  { template: "import_mappings", shows: "nothing kept yet", who: "nia", go: "/imports/mappings", h1: /Mappings/ },
  { template: "import_mappings", who: "ana", go: "/imports/mappings", h1: /Mappings/ },
  { template: "import_mappings", shows: "with a fault", who: "ana", status: 422, go: async (page) => {
    await page.goto("/imports/mappings");
    const name = "Rename Members of our working group";
    await form(page, name).getByLabel("Name").fill(" ");
    await send(form(page, name), button(page, name));
  } },
  { template: "import_plan", shows: "of people, imported, with a row that could not be placed", who: "ana", go: async (page) => {
    await page.goto("/imports");
    await page.getByRole("link", { name: "working-group.csv" }).first().click();
    await page.getByText("Rows of the file").waitFor();
  } },
];
