// SPDX-License-Identifier: Apache-2.0
// A lead checks in with a program, notes a need, finds who has it, and hears that it was met.
import { assert } from "./support/checks.mjs";

export default async function (t, visits) {
  const ana = await visits.as("ana");
  const click = async (name) => {
    await ana.getByRole("button", { name }).first().click();
    await ana.waitForLoadState();
  };
  const order = () => ana.locator("tbody th").allInnerTexts();

  await t.check("the overview is reached from the play, and shows first who was never heard", async () => {
    await ana.goto("/plays/2-2");
    await ana.getByRole("link", { name: "Checking in with programs" }).click();
    await ana.getByRole("heading", { name: "Support for programs" }).waitFor();
    const row = ana.locator("tr", { hasText: "Starlight Physics Saturdays" });
    assert.match(await row.innerText(), /never checked in with/);
    assert.ok((await order()).indexOf("Starlight Physics Saturdays") < (await order()).indexOf("Hilltop Health Careers Academy"));
  });
  await t.check("one sending logs the check-in, a need and a step", async () => {
    await ana.getByRole("link", { name: "Check in with Riverbend Robotics Lab" }).click();
    await ana.getByLabel("What was said").fill("The page is written. They look for a room for the finals.");
    await ana.getByRole("group", { name: /Write a page/ }).getByLabel("It is", { exact: true }).selectOption("done");
    await ana.locator("#need_what-1").fill("A classroom for the finals");
    await ana.locator("#need_kind-1").selectOption("space");
    await ana.locator("#need_amount-1").fill("10");
    await click("Log the check-in");
    const row = ana.locator("tr", { hasText: "Riverbend Robotics Lab" });
    assert.match(await row.innerText(), /today/);
    assert.match(await row.innerText(), /2 of 4 steps done/);
  });
  await t.check("the need says what would fit, why, and what is promised already", async () => {
    await ana.goto("/support/needs");
    await ana.getByRole("link", { name: "A classroom for the finals" }).click();
    const first = ana.locator("li", { hasText: "Classroom with 30 seats" }).first();
    assert.match(await first.innerText(), /Same kind, both say “classroom”, in the same city, Pittsburgh/);
    assert.match(await first.innerText(), /10 of 30 not promised yet/);
  });
  await t.check("no more is promised than there is", async () => {
    const offerIt = /Offer it\s*: Classroom/;
    const offer = ana.locator("form", { has: ana.getByRole("button", { name: offerIt }) });
    await offer.getByLabel("How many").fill("11");
    await click(offerIt);
    await ana.getByText("Only 10 of 30").first().waitFor();
    await click(offerIt);
    await ana.getByRole("button", { name: "Both agreed" }).waitFor();
  });
  await t.check("both agree, and then it worked out", async () => {
    await click("Both agreed");
    await ana.getByText(/^Matched since/).first().waitFor();
    await click("It worked out");
    await ana.getByText("Write a line about what came of it.").first().waitFor();
    await ana.getByLabel("What came of it").fill("Forty people came to the finals.");
    await click("It worked out");
    await ana.getByText(/^Met since/).first().waitFor();
    await ana.goto("/support/needs?state=met");
    await ana.getByRole("link", { name: "A classroom for the finals" }).waitFor();
  });
  await t.check("the run of the play shows how far it has come", async () => {
    await ana.goto("/plays/2-2");
    await ana.getByText(/\d+ of \d+ programs checked in with as planned/).first().waitFor();
  });
}
