// SPDX-License-Identifier: Apache-2.0
// Records that may be the same, and what becomes of two that are.
import { send } from "./look.mjs";

const twins = "/orgs/point-state-young-astronomers";
const button = (page, name) => {
  const found = page.getByRole("button", { name, exact: true });
  return [page.locator("form", { has: found }).last(), found.last()];
};

export const duplicateStates = [
  { template: "duplicates", who: "ana", go: "/network/duplicates", h1: /Possible duplicates/ },
  { template: "duplicates", shows: "people", who: "ana", go: "/network/duplicates?of=people", h1: /Possible duplicates/ },
  { template: "duplicates", shows: "decided", who: "ana", go: "/network/duplicates?show=different", h1: /Possible duplicates/ },
  { template: "duplicates", shows: "none", who: "nia", go: "/network/duplicates", h1: /Possible duplicates/ },
  { template: "duplicates", shows: "to the hub", who: "hana", go: "/network/duplicates", h1: /Possible duplicates/ },
  { template: "org", shows: "that may be on record twice", who: "ana", go: twins, h1: /Astronomers/ },
  { template: "merge", shows: "with which", who: "ana", go: "/orgs/riverbend-robotics/merge", h1: /Merge/ },
  { template: "merge", shows: "with a fault", who: "ana", status: 422, go: `${twins}/merge?with=nobody+at+all` },
  { template: "merge", who: "ana", go: `${twins}/merge?with=young-astronomers-of-point-state`, h1: /Merge/ },
  { template: "org", shows: "that two became", who: "ana", h1: /Astronomers/, go: (page) => send(...button(page, "Merge the two")) },
  { template: "merged", who: "ana", h1: /was merged/, go: async (page) => {
    await page.goto(twins);
    await page.getByRole("link", { name: /Look, or undo/ }).first().click();
  } },
  { template: "merged", shows: "undone", who: "ana", h1: /was merged/, go: (page) => send(...button(page, "Undo the merge")) },
];
