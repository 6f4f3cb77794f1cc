// SPDX-License-Identifier: Apache-2.0
// Everything without a mouse: what has the focus is seen, and nothing lies over it.
import { email, heading, password } from "./support/browser.mjs";
import { assert } from "./support/checks.mjs";

// What is wrong with the way the focus shows, or nothing.
function focusFault(page) {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return null;
    const name = at.outerHTML.slice(0, 90).replace(/\s+/g, " ");
    const ring = (e, part) => {
      const style = getComputedStyle(e, part);
      return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
    };
    const label = at.closest("label");
    if (!ring(at) && !ring(at, "::before") && !ring(at, "::after") && !(label && ring(label))) return `no ring: ${name}`;
    const box = at.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) return `no size: ${name}`;
    const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth), top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
    if (right - left < 1 || bottom - top < 1) return `out of view: ${name}`;
    // One of several points is enough: the criterion is that it is not wholly covered.
    const rects = [...at.getClientRects()];
    const points = rects.flatMap((r) => [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.15], [0.5, 0.85]].map(([x, y]) => [r.left + r.width * x, r.top + r.height * y]));
    const seen = points.some(([x, y]) => {
      const over = document.elementFromPoint(x, y);
      return over && (at === over || at.contains(over) || over.contains(at) || label?.contains(over));
    });
    return seen ? null : `covered: ${name}`;
  });
}

// Goes on with the Tab key until `there` holds.
async function tabTo(page, there, most = 120) {
  for (let i = 0; i < most; ++i) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(there)) return;
  }
  throw new Error(`${most} times Tab did not lead there.`);
}

const at = (selector) => `document.activeElement.matches(${JSON.stringify(selector)})`;

export default async function (t, visits) {
  const page = await visits.visitor();
  await t.check("the first stop is the way past the frame", async () => {
    await page.goto("/");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
    assert.equal(await focusFault(page), null);
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "main");
  });
  await t.step("the next stop after it is in the page, and Enter follows it", async () => {
    await page.goto("/");
    await tabTo(page, at("ol.contents a"));
    await page.keyboard.press("Enter");
    await page.waitForURL("**/strategies/1");
  });
  await t.step("signing in by keyboard", async () => {
    await tabTo(page, at("a.sign-in"));
    await page.keyboard.press("Enter");
    await page.waitForURL("**/sign-in?next=*");
    await tabTo(page, at("#email"));
    await page.keyboard.type(email("ana"));
    await page.keyboard.press("Tab");
    await page.keyboard.type(password);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/strategies/1");
    assert.match(await page.locator("details.account summary").innerText(), /Ana/);
  });
  await t.step("to the board and into a run", async () => {
    await tabTo(page, at('.masthead nav a[href="/board"]'));
    await page.keyboard.press("Enter");
    await page.waitForURL("**/board");
    await tabTo(page, at("li.card a.what"));
    await page.keyboard.press("Enter");
    await page.waitForURL("**/runs/*");
  });
  await t.step("ticking a step", async () => {
    await page.goto("/board");
    await page.goto(await page.getByRole("link", { name: "Plans of action with our five programs" }).getAttribute("href"));
    await tabTo(page, at(".tick[aria-pressed=false]"));
    const before = await page.locator(".tick[aria-pressed=true]").count();
    await page.keyboard.press("Space");
    await page.waitForFunction((n) => document.querySelectorAll(".tick[aria-pressed=true]").length === n + 1, before);
    assert.ok(await page.evaluate(() => document.activeElement.closest("ol.checklist") !== null), "the focus left the list");
    assert.match(await page.locator("#said").textContent(), /\S/);
  });
  await t.check("the account opens, and signing out is in it", async () => {
    await page.keyboard.press("Home");
    await page.locator("details.account summary").focus();
    await page.keyboard.press("Enter");
    await tabTo(page, "document.activeElement.textContent.trim() === 'Sign out'", 12);
    assert.equal(await focusFault(page), null);
  });
  for (const path of ["/playbook", "/plays/7-1", "/month", "/board", "/timeline", "/network", "/people", "/account", "/people-with-access", "run", "run on a telephone"])
    await t.check(`${path}: every stop is seen, in view and not covered`, async () => {
      if (path.startsWith("run")) {
        await page.goto("/board");
        await page.goto(await page.getByRole("link", { name: "Plans of action with our five programs" }).getAttribute("href"));
      } else await page.goto(path);
      await page.setViewportSize(path.includes("telephone") ? { width: 390, height: 700 } : { width: 1280, height: 900 });
      await page.evaluate(() => window.scrollTo(0, 0));
      const faults = new Set();
      let stops = 0;
      for (; stops < 150; ++stops) {
        await page.keyboard.press("Tab");
        if (await page.evaluate(() => document.activeElement === document.body)) break;
        const fault = await focusFault(page);
        if (fault) faults.add(fault);
      }
      assert.ok(stops > 8, `${stops} stops only`);
      if (faults.size) throw new Error([...faults].join("\n"));
    });
  await t.check("the summary of errors has the focus, and its links lead to the fields", async () => {
    const other = await visits.visitor();
    await other.goto("/sign-in");
    await other.getByLabel("E-mail address").fill("ana@enact.example");
    await other.getByLabel("Password").fill("wrong");
    await other.keyboard.press("Enter");
    await other.locator(".error-summary").waitFor();
    assert.ok(await other.evaluate(() => document.activeElement.matches(".error-summary")), "it has not");
    const link = other.locator(".error-summary a").first();
    if (await link.count()) {
      await link.press("Enter");
      assert.ok(await other.evaluate(() => document.activeElement.matches("input")), "the link leads to no field");
    }
    assert.equal(await heading(other), "Sign in");
  });
}
