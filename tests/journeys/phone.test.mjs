// SPDX-License-Identifier: Apache-2.0
// On the move: a telephone, one thumb, few taps. That no page scrolls sideways is asked in pages.test.mjs.
import { devices } from "./support/phone.mjs";
import { sticksOut } from "./support/browser.mjs";
import { assert } from "./support/checks.mjs";

export default async function (t, visits) {
  for (const [name, options] of Object.entries(devices)) {
    const page = await visits.as("ana", options);
    let taps;
    const tap = async (locator) => { ++taps; await locator.tap(); };
    await t.check(`${name}: progress is logged from the month in five taps`, async () => {
      taps = 0;
      await page.goto("/");
      await tap(page.locator(".main-action a"));
      await tap(page.getByRole("link", { name: "Plans of action with our five programs" }));
      await tap(page.getByLabel("Log progress"));
      await page.keyboard.type(`Spoke with the fourth lead, from a ${name}.`);
      await tap(page.getByRole("button", { name: "Log it", exact: true }));
      await page.locator("ol.entries").getByText(`from a ${name}.`).waitFor();
      assert.ok(taps <= 5, `${taps} taps`);
    });
    await t.check(`${name}: the main action of a run stands at the foot of the window`, async () => {
      const box = await page.locator(".main-action").boundingBox();
      assert.ok(box.y + box.height > options.viewport.height * 0.8 && box.y < options.viewport.height, JSON.stringify(box));
    });
    await t.check(`${name}: a step is ticked with one tap, on a target big enough`, async () => {
      const step = page.locator(".tick[aria-pressed=false]").first();
      const box = await step.boundingBox();
      assert.ok(box.height >= 24 && box.width >= 24, JSON.stringify(box));
      const before = await page.locator(".tick[aria-pressed=true]").count();
      await step.tap();
      await page.waitForFunction((n) => document.querySelectorAll(".tick[aria-pressed=true]").length === n + 1, before);
    });
    await t.check(`${name}: a person is looked up in four taps`, async () => {
      taps = 0;
      await page.goto("/network");
      await tap(page.getByLabel("More of the network").getByRole("link", { name: "People" }));
      await tap(page.getByLabel("Name", { exact: true }));
      await page.keyboard.type("Ada");
      await tap(page.locator("main").getByRole("button", { name: "Find" }));
      await tap(page.getByRole("link", { name: "Ada Whitlock" }));
      await page.locator('a[href^="mailto:"]').first().waitFor();
      assert.ok(taps <= 4, `${taps} taps`);
    });
    await t.check(`${name}: nothing on the way scrolled sideways`, async () => {
      for (const path of ["/month", "/board", "/matrix", "/timeline", "/network", "/people", "/plays/7-1"]) {
        await page.goto(path);
        assert.deepEqual(await sticksOut(page), [], path);
      }
    });
  }
}
