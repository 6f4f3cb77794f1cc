// SPDX-License-Identifier: Apache-2.0
// A lead pastes a list of contacts, sees where each would stand, imports it and takes it back; and
// gives the mapping that was kept a better name.
import { assert } from "./support/checks.mjs";

const list = `First name,Last name,E-mail,Organization,Job title,Until
Juno,Marsh,juno@riverbend.example,Riverbend Robotics Lab,Coach,2050
Ivo,Marsh,,Riverbend Robotics Lab,Program director,
Kit,Novak,kit@nowhere.example,No Such Place,Director,
`;

export default async function (t, visits) {
  const ana = await visits.as("ana");
  let plan;

  await t.check("the plan says where everybody would stand, and refuses who cannot be placed", async () => {
    await ana.goto("/imports/new");
    await ana.getByLabel("The rows are").selectOption("people");
    await ana.getByLabel(/Or paste rows/).fill(list);
    await ana.getByRole("button", { name: "Read the file" }).click();
    await ana.getByRole("button", { name: "Look through the file" }).click();
    await ana.getByRole("link", { name: "All 3" }).click();
    plan = ana.url().split("?")[0];
    const row = (line) => ana.locator("main tbody tr", { hasText: line });
    assert.match(await row("Juno Marsh").innerText(), /still to come/);
    assert.match(await row("Ivo Marsh").innerText(), /the same name at the same organization/);
    assert.match(await row("No Such Place").innerText(), /no organization called/);
  });
  await t.check("it goes in, and the organization shows who is there", async () => {
    await ana.locator(".main-action button").click();
    await ana.getByRole("button", { name: "Take the import back" }).waitFor();
    await ana.goto("/orgs/riverbend-robotics");
    assert.match(await ana.locator("main").innerText(), /Juno Marsh/);
  });
  await t.check("it is taken back, and nobody is left", async () => {
    await ana.goto(plan);
    await ana.getByRole("button", { name: "Take the import back" }).click();
    await ana.getByText(/Taken back by/).waitFor();
    await ana.goto("/orgs/riverbend-robotics");
    assert.doesNotMatch(await ana.locator("main").innerText(), /Juno Marsh/);
  });
  await t.check("a mapping that was kept gets another name and goes", async () => {
    await ana.goto("/imports/mappings");
    await ana.getByLabel("Name", { exact: true }).first().fill("Our working group");
    await ana.getByRole("button", { name: "Rename Members of our working group" }).click();
    await ana.getByText("The mapping has its new name.").waitFor();
    await ana.getByRole("button", { name: "Delete Our working group" }).click();
    await ana.getByText(/The mapping is deleted/).waitFor();
    assert.equal(await ana.getByText("Our working group").count(), 0);
  });
}
