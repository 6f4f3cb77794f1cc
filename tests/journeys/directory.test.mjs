// SPDX-License-Identifier: Apache-2.0
// Somebody looks for an organization by typing, narrows down by links, and chooses one in a form.
import { assert } from "./support/checks.mjs";

export default async function (t, visits) {
  const visitor = await visits.visitor();
  const names = () => visitor.locator("#found table").last().locator("tbody th").allInnerTexts();
  const total = async () => (await visitor.locator("#entries").innerText()).match(/^[\d,]+/)[0];

  await t.check("what is typed narrows the list without a step back for each letter", async () => {
    await visitor.goto("/");
    await visitor.goto("/network");
    const all = await total();
    await visitor.getByLabel("Name or place").focus();
    await visitor.keyboard.type("pitts", { delay: 30 });
    await visitor.waitForFunction(() => location.search === "?q=pitts");
    await visitor.waitForFunction((before) => !document.getElementById("entries").innerText.startsWith(before), all);
    assert.ok((await names()).some((name) => /Pittsburgh/.test(name)));
    assert.equal(await visitor.evaluate(() => document.activeElement.id), "words");
    await visitor.waitForFunction(() => /entr/.test(document.getElementById("said").textContent));
    await visitor.goBack();
    assert.equal(new URL(visitor.url()).pathname, "/");
  });
  await t.check("a link of a facet keeps the words, and its count is what it leaves", async () => {
    await visitor.goto("/network?q=s");
    const link = visitor.locator("#facet-kind + .facets li").first();
    const count = await link.locator(".count").innerText();
    await link.getByRole("link").click();
    await visitor.waitForURL(/kind=/);
    assert.match(visitor.url(), /q=s/);
    assert.equal(await total(), count);
  });
  await t.check("typing keeps what was chosen", async () => {
    const kind = new URL(visitor.url()).searchParams.get("kind");
    await visitor.getByLabel("Name or place").fill("st");
    await visitor.waitForFunction(() => new URLSearchParams(location.search).get("q") === "st");
    assert.equal(new URL(visitor.url()).searchParams.get("kind"), kind);
  });

  const ana = await visits.as("ana");
  await t.check("a form suggests organizations, and takes the one that is chosen", async () => {
    await ana.goto("/orgs/new");
    await ana.getByLabel("Name", { exact: true }).fill("Bridge Lab");
    await ana.getByLabel("Kind").selectOption("pcsp");
    const field = ana.getByLabel("Belongs to");
    await field.fill("");
    await field.pressSequentially("pitts");
    await ana.waitForFunction(() => document.querySelector("#parent-suggestions option") !== null);
    const suggested = await ana.locator("#parent-suggestions option").evaluateAll((all) => all.map((option) => option.value));
    await field.fill(suggested[0]);
    await ana.getByRole("button", { name: "Add the organization" }).click();
    await ana.waitForURL(/\/orgs\/bridge-lab/);
    await ana.locator(".crumbs").getByRole("link", { name: suggested[0] }).waitFor();
  });
  await t.check("somebody else finds it at once", async () => {
    await visitor.goto("/network?q=bridge+lab");
    assert.deepEqual(await names(), ["Bridge Lab"]);
  });
}
