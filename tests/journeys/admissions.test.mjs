// SPDX-License-Identifier: Apache-2.0
// A lead invites people from a list, one answers from the mail and comes, and a commitment comes of it.
import { linkFromOutbox } from "./support/browser.mjs";
import { assert } from "./support/checks.mjs";

export default async function (t, visits) {
  const ana = await visits.as("ana");
  let list;

  await t.step("Ana finds the lists from the play that they serve", async () => {
    await ana.goto("/plays/3-1");
    await ana.getByRole("link", { name: "Lists of people to win" }).first().click();
    await ana.getByText("Make a list").click();
    await ana.getByLabel("Name of the list").fill("Coffee with admissions");
    await ana.getByLabel(/What the invitation says/).fill("we would like to show you our programs over a coffee.");
    await ana.getByRole("button", { name: "Make the list" }).click();
    await ana.waitForURL(/\/add$/);
    list = new URL(ana.url()).pathname.replace(/\/add$/, "");
  });
  await t.step("she pastes names, and says who is meant where two may be", async () => {
    await ana.getByLabel("Names and addresses, one a line").fill("Owen Park <owen@elsewhere.example>\nPat Newman, pat.newman@example.org\nTheo Banks\n");
    await ana.getByRole("button", { name: "Put these names on the list" }).click();
    const asked = ana.getByRole("group", { name: /Who is Owen Park/ });
    await asked.getByLabel(/Dean of admissions/).check();
    await ana.getByRole("button", { name: "Put these names on the list" }).click();
    await ana.locator("#rows tbody tr").first().waitFor();
    assert.equal(await ana.locator("#rows tbody tr").count(), 3);
    assert.match(await ana.locator("#rows tbody tr", { hasText: "Theo Banks" }).innerText(), /wants no e-mail/);
  });
  await t.step("who refused is left out before anything is sent", async () => {
    for (const box of await ana.locator("#rows input[name=row]").all()) await box.check();
    await ana.getByRole("button", { name: /Write to them/ }).click();
    assert.match(await ana.locator("main").innerText(), /2 people for the first time/);
    assert.match(await ana.locator("main").innerText(), /1 person wants no e-mail/);
    await ana.getByRole("button", { name: "Send the invitations" }).click();
    await ana.getByText("2 invitations are on the way.").waitFor();
    assert.match(await ana.locator("header.head").innerText(), /2 invited/);
  });
  await t.step("Owen answers from the mail, without an account", async () => {
    const owen = await visits.visitor();
    await owen.goto(await linkFromOutbox(visits, "owen@colleges.example", "/rsvp/"));
    await owen.getByLabel("Yes, I come").check();
    await owen.getByRole("button", { name: "Send my answer" }).click();
    await owen.getByText("We have your answer").waitFor();
  });
  await t.step("he came, and Ana ticks it off", async () => {
    await ana.goto(list);
    await ana.getByRole("checkbox", { name: "Owen Park" }).check();
    await ana.getByLabel("What happened").selectOption("came");
    await ana.getByRole("button", { name: "Mark them" }).click();
    await ana.getByText("2 invited, 1 said yes, 1 came.").waitFor();
  });
  await t.step("his office commits itself, and the list says so", async () => {
    await ana.getByRole("link", { name: "Note a commitment through Owen Park" }).click();
    await ana.getByLabel("What they would do").selectOption("fee-waiver");
    await ana.getByLabel("How far it is").selectOption("agreed");
    await ana.getByRole("button", { name: "Note the commitment" }).click();
    await ana.waitForURL(/\/commitments\//);
    assert.match(await ana.locator("header.head").innerText(), /Agreed/);
  });
  await t.check("it is in force only with what shows it", async () => {
    await ana.getByRole("button", { name: "Record it" }).click();
    await ana.getByText("Say what shows that it is in force").first().waitFor();
    await ana.getByLabel(/What shows it/).fill("https://hilltop.example/apply");
    await ana.getByRole("button", { name: "Record it" }).click();
    await ana.getByText("Recorded.", { exact: true }).waitFor();
    assert.match(await ana.locator("header.head").innerText(), /In force/);
  });
  await t.check("visitors read it once the lead shows it", async () => {
    const visitor = await visits.visitor();
    await visitor.goto("/commitments");
    assert.equal(await visitor.getByText("Hilltop College").count(), 0);
    await ana.getByRole("button", { name: "Show it to all while it is in force" }).click();
    await ana.locator(".flash").waitFor();
    await visitor.reload();
    await visitor.getByText("Hilltop College").first().waitFor();
  });
  await t.check("the list and the play's tool say what came of it", async () => {
    await ana.goto(list);
    assert.match(await ana.locator("header.head").innerText(), /1 came, 1 commitment/);
    await ana.goto("/plays/3-3");
    assert.match(await ana.locator("main").innerText(), /\d commitments in force/);
  });
}
