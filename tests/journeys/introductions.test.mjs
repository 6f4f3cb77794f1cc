// SPDX-License-Identifier: Apache-2.0
// A lead finds a warm path, asks for an introduction, and the links of the e-mails say how it went.
import { assert } from "./support/checks.mjs";

export default async function (t, visits) {
  const ana = await visits.as("ana");
  const outbox = async () => {
    await ana.goto("/outbox");
    return ana.locator("main").textContent();
  };
  const linkUnder = (text, words) => {
    const found = text.slice(text.indexOf(words)).match(/\/introduction\/\S+/);
    assert.ok(found, `no link under "${words}"`);
    return found[0];
  };
  let address;

  await t.check("anyone in an admissions office is a goal, and the first contact can be asked", async () => {
    await ana.goto("/plays/3-1");
    await ana.getByRole("link", { name: "Introductions", exact: true }).first().click();
    await ana.getByRole("link", { name: "Find a way to an admissions office" }).click();
    await ana.getByLabel(/In the state/).fill("pa");
    await ana.getByRole("button", { name: "Look for a way" }).click();
    await ana.waitForURL(/state=pa/);
    const way = ana.locator(".entries > li", { hasText: "Dora Quill" }).first();
    await way.getByRole("link", { name: /^Ask Ivo Marsh to introduce us/ }).click();
    assert.match(await ana.locator("h1").innerText(), /Ask Ivo Marsh to introduce us to Dora Quill/);
  });
  await t.check("the short ask stands there, and is sent as it was changed", async () => {
    const text = ana.getByLabel(/What you ask/);
    assert.match(await text.inputValue(), /Hi Ivo,/);
    assert.match(await text.inputValue(), /Dora Quill at Lakeview College Admissions/);
    assert.ok(!/\[/.test(await text.inputValue()));
    await text.fill(`${await text.inputValue()}\n\nSee you on Friday!`);
    await ana.getByRole("button", { name: "Ask Ivo Marsh" }).click();
    await ana.waitForURL(/\/introductions\/[^/]+$/);
    address = new URL(ana.url()).pathname;
    assert.match(await outbox(), /See you on Friday!/);
    assert.ok(!/To[^\n]*dora@/i.test(await outbox()), "whom we want to meet knows nothing yet");
  });
  const ivo = await visits.visitor();
  let link;
  await t.check("opening the link changes nothing, its button does", async () => {
    link = linkUnder(await outbox(), "I have introduced Ana Duarte to Dora Quill");
    await ivo.goto(link);
    await ana.goto(address);
    assert.equal(await ana.locator(".facts .mark").innerText(), "Asked");
    await ivo.getByRole("button", { name: /I have introduced/ }).click();
    await ivo.getByRole("heading", { name: "Thank you" }).waitFor();
    await ana.goto(address);
    assert.equal(await ana.locator(".facts .mark").innerText(), "Introduction made");
  });
  await t.check("whom we wanted to meet says that they met, and the connection is noted", async () => {
    const dora = linkUnder(await outbox(), "Ana Duarte and I have met");
    await ivo.goto(dora);
    await ivo.getByRole("button", { name: /I have met/ }).click();
    await ivo.getByRole("heading", { name: "Thank you" }).waitFor();
    await ana.goto(address);
    await ana.getByRole("button", { name: "Note that they know each other" }).click();
    await ana.waitForURL(address.startsWith("/") ? `**${address}` : address);
    assert.equal(await ana.getByRole("button", { name: "Note that they know each other" }).count(), 0);
  });
  await t.check("the map shows it, by keyboard too", async () => {
    await ana.goto("/network/map?ecosystem=pittsburgh");
    assert.ok(await ana.locator("svg.map a").count() > 5);
    const rows = await ana.locator("main table tbody tr").allInnerTexts();
    assert.ok(rows.some((row) => /Ana Duarte/.test(row) && /Dora Quill/.test(row)));
    await ana.locator("svg.map a", { hasText: "Dora Quill" }).focus();
    await ana.keyboard.press("Enter");
    await ana.waitForURL(/around=people/);
    assert.match(await ana.locator("h1").innerText(), /Dora Quill/);
  });
  await t.check("what waits for two weeks stands by itself", async () => {
    await ana.goto("/introductions?ecosystem=pittsburgh&state=waiting");
    const rows = await ana.locator("main tbody tr").allInnerTexts();
    assert.equal(rows.length, 1);
    assert.match(rows[0], /Otto Reyes/);
  });
}
