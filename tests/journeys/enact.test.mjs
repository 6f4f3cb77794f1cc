// SPDX-License-Identifier: Apache-2.0
// Ana's ecosystem does a play that nobody has done, tells how it went, and the hub publishes the story.
import { heading, linkFromOutbox } from "./support/browser.mjs";
import { assert } from "./support/checks.mjs";

export default async function (t, visits) {
  const visitor = await visits.visitor();
  let play, run;

  await t.step("a visitor finds a play that nobody has enacted", async () => {
    for (let strategy = 1; strategy <= 9 && !play; ++strategy) {
      await visitor.goto(`/strategies/${strategy}`);
      const open = visitor.locator("ol.plays > li").filter({ has: visitor.locator(".mark-aspirational") });
      if (await open.count()) play = await open.first().locator("h3 a").getAttribute("href");
    }
    assert.ok(play, "Every play is enacted.");
    await visitor.goto(play);
    await visitor.locator(".mark-aspirational").first().waitFor();
  });
  await t.step("to say “We are doing this” a visitor signs in, and comes back to the play", async () => {
    await visitor.getByRole("link", { name: "We are doing this" }).click();
    assert.match(visitor.url(), /\/sign-in\?next=/);
  });

  const ana = await visits.as("ana");
  await t.step("Ana says “We are doing this” and is on the page of her run", async () => {
    await ana.goto(play);
    await ana.getByRole("button", { name: "We are doing this" }).click();
    await ana.waitForURL(/\/runs\//);
    run = new URL(ana.url()).pathname;
    await ana.locator("#run-state .mark-planned").waitFor();
  });
  await t.step("she begins", async () => {
    await ana.locator(".main-action").getByRole("button").first().click();
    await ana.locator("#run-state .mark-in-progress").waitFor();
  });
  await t.check("she logs progress in one line, with a step ticked", async () => {
    await ana.getByLabel("Log progress").fill("Four people came, and two offered a room.");
    await ana.locator("form.quick details summary").click();
    await ana.locator("form.quick input[type=checkbox]").first().check();
    await ana.getByRole("button", { name: "Log it", exact: true }).click();
    await ana.locator("ol.entries").getByText("two offered a room").waitFor();
    assert.equal(await ana.locator(".tick[aria-pressed=true]").count(), 1);
  });
  await t.check("she ticks another step, and the page stays where it is", async () => {
    await ana.evaluate(() => { window.stayed = true; });
    const before = await ana.locator("#steps-count").innerText();
    await ana.locator(".tick[aria-pressed=false]").first().click();
    await ana.waitForFunction(() => document.querySelectorAll(".tick[aria-pressed=true]").length === 2);
    assert.equal(await ana.evaluate(() => window.stayed), true);
    assert.notEqual(await ana.locator("#steps-count").innerText(), before);
  });
  await t.check("a tick counts after a reload, with her name", async () => {
    await ana.reload();
    assert.equal(await ana.locator(".tick[aria-pressed=true]").count(), 2);
    assert.match(await ana.locator("ol.checklist small").first().innerText(), /Ana Duarte/);
  });
  await t.check("an empty note gets a sentence at the field", async () => {
    await ana.getByLabel("Log progress").fill("");
    await ana.getByRole("button", { name: "Log it", exact: true }).click();
    await ana.locator(".error-summary").waitFor();
    assert.ok(await ana.locator(".error").count() > 0);
  });
  await t.check("a link and a file stand as evidence, and the file comes back whole", async () => {
    await ana.goto(run);
    await ana.getByLabel("A link").fill("https://example.org/agenda");
    await ana.getByLabel("What it shows").fill("The agenda");
    await ana.getByRole("button", { name: "Add the evidence" }).click();
    await ana.getByRole("link", { name: "The agenda" }).waitFor();
    await ana.getByLabel("Or a file").setInputFiles({ name: "minutes.txt", mimeType: "text/plain", buffer: Buffer.from("Minutes: all agreed.\n") });
    await ana.getByRole("button", { name: "Add the evidence" }).click();
    const link = ana.getByRole("link", { name: /minutes/ });
    await link.waitFor();
    const file = await ana.request.get(await link.getAttribute("href"));
    assert.equal(await file.text(), "Minutes: all agreed.\n");
  });

  await t.step("she lists who was involved", async () => {
    await ana.goto(run);
    await ana.getByText("Add a person or an organization").click();
    await ana.getByLabel("Name", { exact: true }).fill("Quinn Farrow");
    await ana.getByLabel("What they did").fill("opened the door");
    await ana.getByRole("button", { name: "Add to the list" }).click();
    await ana.locator("ul.people").getByText("Quinn Farrow").first().waitFor();
  });

  let asked;
  await t.step("she asks somebody outside for a note, and a link goes out", async () => {
    await ana.getByLabel("Their name").fill("Pat Lorne");
    await ana.getByLabel("Their e-mail address").fill("pat@example.org");
    await ana.getByLabel("What you would like to hear").fill("How was it from your side?");
    await ana.getByRole("button", { name: "Send the link" }).click();
    await ana.locator(".flash").waitFor();
    asked = await linkFromOutbox(visits, "pat@example.org", "/note/");
  });
  const pat = await visits.visitor({ javaScriptEnabled: false });
  await t.step("the link opens without an account, and takes one note", async () => {
    await pat.goto(asked);
    assert.match(await heading(pat), /A note about/);
    await pat.getByLabel("Your note").fill("It was the first time anybody asked us.");
    await pat.getByRole("button", { name: "Add my note" }).click();
    assert.match(await heading(pat), /Thank you, Pat Lorne/);
  });
  await t.check("a second use of the link gets a sentence and no form", async () => {
    await pat.goto(asked);
    assert.equal(await pat.locator("main form").count(), 0);
    assert.match(await pat.locator("main").innerText(), /The link has done its work/);
  });
  await t.check("a link that was changed opens nothing", async () => {
    const answer = await pat.goto(asked.slice(0, -3) + "xyz");
    assert.equal(answer.status(), 404);
    assert.equal(await pat.locator("main form").count(), 0);
  });
  await t.check("Pat's note stands with the run, marked as come by a link", async () => {
    await ana.goto(run);
    const note = ana.locator("ol.entries > li").filter({ hasText: "first time anybody asked" });
    assert.match(await note.innerText(), /Pat Lorne[^]*by a link/);
  });

  await t.step("she finishes the run", async () => {
    await ana.locator(".main-action").getByRole("button", { name: /done|finish/i }).click();
    await ana.locator("#run-state .mark-done").waitFor();
  });
  await t.step("the form of the story has her notes in it", async () => {
    await ana.getByRole("link", { name: "Write it up" }).first().click();
    assert.match(await ana.getByLabel("What happened").inputValue(), /two offered a room[^]*first time anybody asked/);
  });
  await t.step("while a named person has not agreed, the story is not handed in and nothing typed is lost", async () => {
    await ana.getByLabel("Title").fill("A room for an evening");
    await ana.getByLabel("In one sentence").fill("Two neighbours gave a room once somebody asked.");
    await ana.locator("#story").getByLabel("When", { exact: true }).fill("2026-05");
    await ana.getByLabel("What happened").fill("We asked around. Quinn Farrow opened the door, and **two neighbours** offered a room. We would ask sooner next time.");
    await ana.getByRole("button", { name: "Hand it in for review" }).click();
    await ana.locator(".error-summary").waitFor();
    assert.match(await ana.locator(".error-summary").innerText(), /Quinn Farrow/);
    assert.equal(await ana.getByLabel("Title").inputValue(), "A room for an evening");
  });
  await t.step("she records that Quinn agrees", async () => {
    await ana.goto(`${run}/write-up`);
    await ana.getByText("Record what Quinn Farrow said").click();
    await ana.getByLabel("How they said it").fill("by telephone");
    await ana.getByRole("button", { name: "Agrees to be named" }).click();
    await ana.locator("ul.people .mark").filter({ hasText: /agrees/i }).waitFor();
  });
  await t.step("the preview shows the story as it will look", async () => {
    await ana.getByLabel("What happened").fill("We asked around. Quinn Farrow opened the door, and **two neighbours** offered a room. We would ask sooner next time.");
    await ana.locator("output.preview strong", { hasText: "two neighbours" }).waitFor();
  });
  await t.step("she hands the story in", async () => {
    await ana.getByLabel("Title").fill("A room for an evening");
    await ana.getByLabel("In one sentence").fill("Two neighbours gave a room once somebody asked.");
    await ana.locator("#story").getByLabel("When", { exact: true }).fill("2026-05");
    await ana.getByRole("button", { name: "Hand it in for review" }).click();
    await ana.locator("#run-state .mark-review").waitFor();
  });
  await t.check("until it is published, visitors see nothing of it", async () => {
    await visitor.goto(play);
    assert.equal(await visitor.getByText("A room for an evening").count(), 0);
    assert.equal((await visitor.goto("/vignettes/a-room-for-an-evening")).status(), 404);
    await visitor.goto("/search?q=neighbours+sooner");
    assert.equal(await visitor.getByText("A room for an evening").count(), 0);
  });

  const hana = await visits.as("hana");
  await t.step("Hana finds it among what waits for review", async () => {
    await hana.goto("/month");
    await hana.getByRole("link", { name: /to review/ }).click();
    await hana.getByRole("link", { name: "A room for an evening" }).click();
  });
  await t.check("sent back without a reason it is not", async () => {
    await hana.getByRole("button", { name: "Send it back with this comment" }).click();
    await hana.locator("#comment-error").waitFor();
  });
  await t.step("she sends it back with a comment, which Ana finds in her month", async () => {
    await hana.getByLabel("What should change").fill("Say how many people came.");
    await hana.getByRole("button", { name: "Send it back with this comment" }).click();
    await ana.goto("/month");
    await ana.getByRole("link", { name: /Look again at the story/ }).click();
    await ana.getByText("Say how many people came.").waitFor();
  });
  await t.step("Ana adds it and hands it in again", async () => {
    const text = await ana.getByLabel("What happened").inputValue();
    await ana.getByLabel("What happened").fill(`${text}\n\nFour people came.`);
    await ana.getByRole("button", { name: "Hand it in for review" }).click();
    await ana.locator("#run-state .mark-review").waitFor();
  });
  await t.step("Hana publishes", async () => {
    await hana.goto("/reviews");
    await hana.getByRole("link", { name: "A room for an evening" }).click();
    await hana.getByRole("button", { name: /Publish revision/ }).click();
    await hana.locator(".flash").waitFor();
  });
  await t.check("the play is enacted now: by Pittsburgh, with its date", async () => {
    await visitor.goto(play);
    const facts = await visitor.locator("header ul.facts").innerText();
    assert.match(facts, /Enacted[^]*1 ecosystem[^]*Pittsburgh[^]*May 2026/);
    await visitor.locator("article.vignette", { hasText: "A room for an evening" }).waitFor();
  });
  await t.check("a visitor reads the story", async () => {
    await visitor.getByRole("link", { name: "A room for an evening" }).click();
    assert.match(await visitor.locator("main").innerText(), /two neighbours[^]*Four people came/);
  });
  await t.check("and finds it by searching", async () => {
    await visitor.goto("/search?q=neighbours+sooner");
    await visitor.getByRole("link", { name: "A room for an evening" }).waitFor();
  });
  await t.check("the strategy, the board and the run say so too", async () => {
    await ana.goto(run);
    await ana.locator("#run-state .mark-written-up").waitFor();
    await ana.goto("/board");
    await ana.locator("section.lane", { has: ana.locator("h2 .mark-written-up") }).getByRole("link", { name: /./ }).first().waitFor();
    await visitor.goto(`/strategies/${play.match(/\d+/)[0]}`);
    const row = visitor.locator("ol.plays > li").filter({ has: visitor.locator(`a[href="${play}"]`) });
    assert.match(await row.innerText(), /Enacted by 1 ecosystem/);
  });
}
