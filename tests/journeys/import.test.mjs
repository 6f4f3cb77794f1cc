// SPDX-License-Identifier: Apache-2.0
// A lead pastes a list, sees what would happen, settles what is not certain, imports it and takes it back.
import { assert } from "./support/checks.mjs";

const list = `Organization,Type,Town,Contact hours
North Lab,pcsp,Pittsburgh,about 120
South Lab,pcsp,Pittsburgh,quite a lot
Riverbend Robotics Lab,pcsp,Pittsburgh,150
`;

export default async function (t, visits) {
  const ana = await visits.as("ana");
  let plan;

  await t.check("the columns are guessed from their names", async () => {
    await ana.goto("/network");
    await ana.getByRole("link", { name: "Import a list" }).click();
    await ana.goto("/imports/new");
    await ana.getByLabel(/Or paste rows/).fill(list);
    await ana.getByRole("button", { name: "Read the file" }).click();
    for (const [column, field] of [["Organization", "Name (needed)"], ["Type", "Kind (needed)"], ["Town", "City"], ["Contact hours", "Hours a year"]])
      assert.equal(await ana.getByLabel(column, { exact: true }).locator("option:checked").innerText(), field);
  });
  await t.check("the plan says of each row what will happen and why", async () => {
    await ana.getByRole("button", { name: "Look through the file" }).click();
    await ana.getByRole("link", { name: "All 3" }).click();
    plan = ana.url().split("?")[0];
    const row = (line) => ana.locator("main tbody tr", { hasText: line });
    assert.match(await row("North Lab").innerText(), /about 120/);
    assert.match(await row("South Lab").innerText(), /as a number/);
    assert.match(await row("Riverbend").innerText(), /To decide/);
    assert.equal(await ana.getByRole("button", { name: /^Import/ }).count(), 0);
  });
  await t.check("what is not certain is decided by a person", async () => {
    const choice = ana.getByLabel(/What to do with line 4/);
    const update = await choice.locator("option", { hasText: "Riverbend" }).first().getAttribute("value");
    await choice.selectOption(update);
    await ana.getByRole("button", { name: "Keep these decisions" }).click();
    await ana.locator(".main-action button").waitFor();
  });
  await t.check("it goes in, and the directory shows it", async () => {
    await ana.locator(".main-action button").click();
    await ana.getByRole("button", { name: "Take the import back" }).waitFor();
    await ana.goto("/orgs/north-lab");
    assert.match(await ana.locator("main").innerText(), /about 120 hours/);
    await ana.goto("/orgs/riverbend-robotics");
    assert.match(await ana.locator("main").innerText(), /150 hours/);
  });
  await t.check("it is taken back, and everything is as before", async () => {
    await ana.goto(plan);
    await ana.getByRole("button", { name: "Take the import back" }).click();
    await ana.getByText(/Taken back by/).waitFor();
    await ana.goto("/orgs/riverbend-robotics");
    assert.match(await ana.locator("main").innerText(), /140 hours/);
    const gone = await ana.goto("/orgs/north-lab");
    assert.equal(gone.status(), 404);
  });
}
