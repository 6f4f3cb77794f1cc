// SPDX-License-Identifier: Apache-2.0
// The playbook on a stick: pages that open from the disk, without a server and without a network.
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { AxeBuilder } from "./support/browser.mjs";
import { assert } from "./support/checks.mjs";

const files = (folder) => readdirSync(folder, { recursive: true }).filter((name) => statSync(join(folder, name)).isFile());

export default async function (t, visits, program) {
  const out = join(program.home, "playbook-on-a-stick");
  await t.step("the playbook is written into a folder", async () => {
    program.run("playbook", "export", "--offline", out);
    assert.ok(files(out).filter((name) => name.endsWith(".html")).length > 80);
  });
  const page = await visits.visitor();
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  const address = (name) => pathToFileURL(join(out, name)).href;

  await t.step("the cover opens from the disk and has its style", async () => {
    await page.goto(address("index.html"));
    assert.equal(await page.locator("ol.contents > li").count(), 9);
    assert.match(await page.evaluate(() => getComputedStyle(document.querySelector("h1")).fontFamily), /serif/i);
  });
  await t.check("strategy, play, definition and vignette follow by link", async () => {
    await page.locator("ol.contents a").nth(6).press("Enter");
    await page.locator("ol.plays a").first().click();
    await page.locator("article.vignette h3 a").first().click();
    await page.locator("ul.facts").first().waitFor();
    await page.goto(address("plays/7-1.html"));
    await page.locator('main a[href*="definitions/"]').first().click();
    await page.locator("article h1").waitFor();
  });
  await t.check("every link of every page leads to a file of the folder", async () => {
    const dead = new Set(), outside = new Set();
    for (const name of files(out).filter((file) => file.endsWith(".html"))) {
      await page.goto(address(name));
      const links = await page.evaluate(() => [...document.querySelectorAll("[href], [src], form[action]")].map((e) => [e.tagName, e.getAttribute("href") ?? e.getAttribute("src") ?? e.getAttribute("action"), e.href ?? e.src ?? e.action]));
      for (const [tag, written, whole] of links) {
        if (/^(https?|mailto):/.test(written)) {
          if (tag !== "A") outside.add(`${name}: ${written}`);
        } else if (!whole.startsWith(pathToFileURL(out).href) || !existsSync(fileURLToPath(whole.replace(/[?#].*$/, "")))) dead.add(`${name}: ${tag} ${written}`);
      }
    }
    if (dead.size + outside.size) throw new Error([...dead, ...outside].slice(0, 20).join("\n"));
  });
  await t.check("no page has a form or a button that needs the server", async () => {
    const found = [];
    for (const name of ["index.html", "plays/7-1.html", "toolkit/primer.html", "network.html", "search.html"]) {
      await page.goto(address(name));
      const rest = await page.locator('form:visible, a.sign-in:visible, a:visible:text-is("History"), a:visible:text-is("Edit")').evaluateAll((all) => all.map((e) => e.outerHTML.slice(0, 80)));
      found.push(...rest.map((html) => `${name}: ${html}`));
    }
    if (found.length) throw new Error(found.join("\n"));
  });
  await t.step("searching works without a server", async () => {
    await page.goto(address("search.html"));
    await page.getByLabel("Words").fill("mayor map");
    await page.locator("ol.results li").first().waitFor();
    await page.locator("ol.results a").first().click();
    await page.locator("h1").waitFor();
    assert.ok(page.url().startsWith(pathToFileURL(out).href));
  });
  await t.check("the pages have a way to the search", async () => {
    await page.goto(address("plays/7-1.html"));
    assert.ok(await page.locator('.masthead a[href*="search.html"], .masthead form[action*="search.html"]').count() > 0, "none in the masthead");
  });
  for (const scheme of ["light", "dark"])
    await t.check(`axe finds nothing on the search page (${scheme})`, async () => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(address("search.html"));
      await page.getByLabel("Words").fill("mayor");
      const { violations } = await new AxeBuilder({ page }).options({ preload: false }).setLegacyMode(true).analyze();
      assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" "))}`), []);
    });
  await t.check("no request left the folder", () => {
    const away = asked.filter((url) => !url.startsWith(pathToFileURL(out).href) && !url.startsWith("data:"));
    assert.deepEqual(away, []);
  });
}
