// SPDX-License-Identifier: Apache-2.0
// Somebody who has never been here reads, with a mouse, with a keyboard, and without script.
import { heading } from "./support/browser.mjs";
import { assert } from "./support/checks.mjs";

async function readThrough(t, visits, how, options) {
  const page = await visits.visitor(options);
  await t.step(`${how}: the cover names nine strategies`, async () => {
    await page.goto("/");
    assert.equal(await page.locator("ol.contents > li").count(), 9);
  });
  await t.step(`${how}: a strategy lists its plays with their state`, async () => {
    await page.locator("ol.contents").getByRole("link", { name: /^Strategy 7:/ }).press("Enter");
    await page.waitForURL("**/strategies/7");
    assert.equal(await page.locator("ol.plays > li").count(), 2);
    assert.ok(await page.locator("ol.plays .mark").count() >= 2);
  });
  await t.step(`${how}: a play tells what to do and who did it`, async () => {
    await page.getByRole("link", { name: "Launch something with government" }).click();
    assert.equal(await heading(page), "Launch something with government");
    await page.getByRole("heading", { name: "What you do" }).waitFor();
    await page.locator("article.vignette").first().waitFor();
  });
  await t.check(`${how}: a word in a text leads to its definition`, async () => {
    await page.locator('main a[href^="/definitions/"]').first().click();
    assert.match(page.url(), /\/definitions\/[a-z-]+/);
    assert.ok((await page.locator("article").innerText()).length > 60);
    await page.goBack();
  });
  await t.check(`${how}: a vignette has place and date, and leads back to its play`, async () => {
    await page.locator("article.vignette").filter({ has: page.locator("time") }).locator("h3 a").first().click();
    await page.locator("ul.facts time").first().waitFor();
    await page.locator("main").getByRole("link", { name: "Launch something with government" }).last().click();
    assert.equal(await heading(page), "Launch something with government");
  });
  await t.step(`${how}: searching from the field finds and marks the words`, async () => {
    await page.locator(".masthead input[type=search]").focus();
    await page.keyboard.type("mayor map");
    await page.keyboard.press("Enter");
    await page.locator("ol.results mark").first().waitFor();
    assert.match((await page.locator("ol.results > li").first().innerText()).toLowerCase(), /mayor/);
  });
  await t.check(`${how}: the hit opens the vignette`, async () => {
    await page.locator("ol.results a").filter({ hasText: /mayor/i }).first().click();
    assert.match(page.url(), /\/vignettes\/chicago-my-chi/);
  });
  await t.check(`${how}: words that nobody wrote get a sentence, not an empty page`, async () => {
    await page.goto("/search?q=zzyzx+qqq");
    await page.locator(".empty").waitFor();
  });
  return page;
}

export default async function (t, visits) {
  await readThrough(t, visits, "without script", { javaScriptEnabled: false });
  const page = await readThrough(t, visits, "with script");
  await t.check("the key / goes to the search field", async () => {
    await page.goto("/plays/7-1");
    await page.keyboard.press("/");
    assert.equal(await page.evaluate(() => document.activeElement.id), "q");
  });
  await t.check("the same address gives JSON", async () => {
    const answer = await page.request.get("/plays/7-1.json");
    assert.match(answer.headers()["content-type"], /json/);
    assert.equal((await answer.json()).title, "Launch something with government");
  });
  await t.check("what is new can be followed in a feed reader", async () => {
    const answer = await page.request.get("/new.atom");
    assert.match(await answer.text(), /<feed[^]*<entry>/);
  });
}
