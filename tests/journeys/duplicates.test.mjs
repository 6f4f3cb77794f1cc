// SPDX-License-Identifier: Apache-2.0
// A lead looks at records that may be the same: says of some that they are not, merges two, and takes it back.
import { assert } from "./support/checks.mjs";
import { lookAt } from "./support/look.mjs";
import { duplicateStates } from "./support/states-duplicates.mjs";

export default async function (t, visits) {
  const ana = await visits.as("ana");
  const kept = "/orgs/young-astronomers-of-point-state";
  const old = "/orgs/point-state-young-astronomers";
  let merge;

  await lookAt(t, visits, duplicateStates);
  await t.check("the network page counts them, and a play's page leads to them", async () => {
    await ana.goto("/plays/1-1");
    await ana.getByRole("link", { name: /Possible duplicates/ }).first().waitFor();
    await ana.goto("/network");
    await ana.getByRole("link", { name: /possible duplicates? to look at/ }).click();
    assert.match(await ana.locator("main").innerText(), /Point State Young Astronomers/);
  });
  await t.check("what was said not to be the same is remembered with who said it", async () => {
    await ana.getByRole("link", { name: /Not the same/ }).click();
    assert.match(await ana.locator("main").innerText(), /Ohio Valley Code Camp North/);
    assert.match(await ana.locator("main").innerText(), /Ana Duarte on .*: these are not the same/);
    await ana.getByRole("link", { name: /To decide/ }).click();
    assert.equal(await ana.getByText("Ohio Valley Code Camp North").count(), 0);
  });
  await t.check("a person chooses which stays and what is right, and the two become one", async () => {
    await ana.locator("section", { hasText: "Point State Young Astronomers" }).getByRole("link", { name: /The same: merge them/ }).click();
    await ana.getByRole("group", { name: /Which record stays/ }).getByLabel(/Young Astronomers of Point State/).check();
    await ana.getByRole("radio", { name: /^Name of Point State Young Astronomers/ }).check();
    await ana.getByRole("button", { name: "Merge the two" }).click();
    assert.match(await ana.locator("h1").innerText(), /Point State Young Astronomers/);
    assert.match(ana.url(), new RegExp(`${kept}$`));
    assert.match(await ana.locator("main").innerText(), /about 120 hours/);
  });
  await t.check("the old address leads to the one that stays", async () => {
    await ana.goto(old);
    assert.match(ana.url(), new RegExp(`${kept}$`));
  });
  await t.check("what was not chosen is kept with the merge, which can be undone", async () => {
    await ana.getByRole("link", { name: /Look, or undo/ }).first().click();
    merge = ana.url();
    assert.match(await ana.locator("main").innerText(), /100 hours/);
    await ana.getByRole("button", { name: "Undo the merge" }).click();
    assert.match(await ana.locator("main").innerText(), /Undone by Ana Duarte/);
    await ana.goto(old);
    assert.match(await ana.locator("h1").innerText(), /^Point State Young Astronomers/);
    await ana.goto(kept);
    assert.match(await ana.locator("h1").innerText(), /^Young Astronomers of Point State/);
  });
  await t.check("a person who stands twice becomes one", async () => {
    await ana.goto("/network/duplicates?of=people");
    await ana.getByRole("link", { name: /The same: merge them/ }).first().click();
    await ana.getByRole("button", { name: "Merge the two" }).click();
    assert.match(await ana.locator("main").innerText(), /Merged with/);
    assert.match(await ana.locator("main").innerText(), /Mentor/);
    assert.match(await ana.locator("main").innerText(), /Volunteer/);
    await ana.goto(merge);
  });
}
