// SPDX-License-Identifier: Apache-2.0
// Two people change the same text at the same time; nothing is lost, and who has a note on it is told.
import { assert } from "./support/checks.mjs";

const item = "plays/7-1"; // Ana's ecosystem has a note on it

export default async function (t, visits) {
  const hana = await visits.as("hana");
  const rui = await visits.as("rui");
  const text = (page) => page.getByLabel("Text", { exact: true });
  let original;

  await t.step("both open the editor", async () => {
    for (const page of [hana, rui]) await page.goto(`/edit/${item}`);
    original = await text(hana).inputValue();
    assert.match(original, /^---/);
  });
  await t.check("a text that is not as it should be comes back with the reason, whole", async () => {
    await text(hana).fill(original.replace(/^title:.*$/m, "title:"));
    await hana.getByRole("button", { name: "Save the draft" }).click();
    await hana.locator(".error-summary, .error").first().waitFor();
    assert.match(await text(hana).inputValue(), /^title:$/m);
  });
  await t.step("Hana saves first", async () => {
    await hana.goto(`/edit/${item}`);
    await text(hana).fill(original.replace("## Why\n", "## Why\n\nHana added a first sentence.\n"));
    await hana.getByLabel("What you changed, and why").fill("A first sentence");
    await hana.getByRole("button", { name: "Save the draft" }).click();
    await hana.getByText("Draft saved.").waitFor();
  });
  await t.step("Rui gets a page with both texts, and has lost nothing", async () => {
    await text(rui).fill(original.replace("## Why\n", "## Why\n\nRui began it otherwise.\n"));
    await rui.getByRole("button", { name: "Save the draft" }).click();
    await rui.locator("section.stale").waitFor();
    assert.match(await rui.locator("section.stale").innerText(), /Hana Okoye saved this/);
    assert.match(await rui.locator("section.stale").innerText(), /Hana added a first sentence/);
    assert.match(await text(rui).inputValue(), /Rui began it otherwise/);
  });
  await t.step("he brings both together, and it is saved and waits for review", async () => {
    await text(rui).fill(original.replace("## Why\n", "## Why\n\nHana added a first sentence. Rui began it otherwise.\n"));
    await rui.getByRole("button", { name: "Save and ask for review" }).click();
    await rui.getByText("It waits for review now.").waitFor();
  });
  await t.check("until then readers see the old text", async () => {
    const visitor = await visits.visitor();
    await visitor.goto(`/${item}`);
    assert.equal(await visitor.getByText("Rui began it otherwise").count(), 0);
  });
  await t.step("Hana reads the change word by word and publishes it", async () => {
    await hana.goto("/reviews");
    await hana.getByRole("link", { name: "Launch something with government" }).first().click();
    assert.match(await hana.locator(".diff").innerText(), /Rui began it otherwise/);
    await hana.getByRole("button", { name: /Publish revision/ }).click();
    await hana.locator(".flash").waitFor();
  });
  await t.check("readers have the new text", async () => {
    const visitor = await visits.visitor();
    await visitor.goto(`/${item}`);
    await visitor.getByText("Rui began it otherwise").waitFor();
  });

  const ana = await visits.as("ana");
  await t.step("Ana sees in her month and on the play that the hub changed it", async () => {
    await ana.goto("/month");
    await ana.getByRole("heading", { name: "The hub changed what you have a note on" }).waitFor();
    await ana.goto(`/${item}`);
    await ana.getByText("The hub changed this play").waitFor();
  });
  await t.step("she reads what changed", async () => {
    await ana.getByRole("link", { name: "See what changed" }).click();
    assert.match(await ana.locator(".diff ins").allInnerTexts().then((all) => all.join(" ")), /Rui/);
  });
  await t.check("once she has seen it, nobody tells her again", async () => {
    await ana.getByRole("button", { name: "We have seen this" }).click();
    await ana.goto(`/${item}`);
    assert.equal(await ana.getByText("The hub changed this play").count(), 0);
  });
  await t.check("her note is as it was", async () => {
    await ana.getByText("The contact in the county changes").waitFor();
  });
  await t.check("an earlier revision can be made the newest draft", async () => {
    await hana.goto(`/history/${item}/1`);
    await hana.getByRole("button", { name: "Make this the newest draft" }).click();
    await hana.locator(".flash").waitFor();
    assert.equal(await hana.locator("tbody tr").count(), 4);
  });
}
