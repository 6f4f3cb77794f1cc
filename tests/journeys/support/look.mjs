// SPDX-License-Identifier: Apache-2.0
// What is asked of every page, whatever it is about.
import { AxeBuilder, sticksOut } from "./browser.mjs";

// In the dark the page is the same but for its colours, so only the rules on colour are asked again.
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function axe(page, scheme) {
  await page.emulateMedia({ colorScheme: scheme });
  const { violations } = await new AxeBuilder({ page }).withTags(scheme === "dark" ? ["cat.color"] : tags).options({ preload: false }).setLegacyMode(true).analyze();
  return violations.map((v) => `${scheme}: ${v.id}: ${v.help}\n${v.nodes.slice(0, 4).map((n) => `  ${n.target.join(" ")}  ${n.any[0]?.message ?? n.all[0]?.message ?? ""}`).join("\n")}`);
}

async function structure(page) {
  return page.evaluate(() => {
    const faults = [];
    const titles = document.querySelectorAll("h1").length;
    if (titles !== 1) faults.push(`${titles} h1`);
    if (!document.title.trim()) faults.push("no title");
    if (document.querySelectorAll("main").length !== 1) faults.push("not one main");
    if (document.querySelector('[style]:not([style=""]), style, main script:not([src])')) faults.push("style or script inline");
    if (document.body.innerHTML.includes("{{")) faults.push("a piece of a template shows");
    const known = new Set();
    for (const { id } of document.querySelectorAll("[id]")) {
      if (known.has(id)) faults.push(`the id ${id} twice`);
      known.add(id);
    }
    for (const field of document.querySelectorAll("[aria-describedby], [aria-labelledby]"))
      for (const id of `${field.getAttribute("aria-describedby") ?? ""} ${field.getAttribute("aria-labelledby") ?? ""}`.trim().split(/\s+/))
        if (!known.has(id)) faults.push(`${field.tagName} names #${id}, which is not there`);
    for (const link of document.querySelectorAll('a[href^="#"]'))
      if (!known.has(decodeURIComponent(link.hash.slice(1)))) faults.push(`a link to ${link.hash}, which is not there`);
    for (const list of document.querySelectorAll("main ul, main ol, main dl, main table tbody, main p:not([role=status]), main h2"))
      if (!list.children.length && !list.textContent.trim() && list.getBoundingClientRect().height > 2) faults.push(`empty: ${list.outerHTML.slice(0, 80)}`);
    return faults;
  });
}

async function paper(page) {
  await page.emulateMedia({ media: "print" });
  const shown = await page.evaluate(() => [...document.querySelectorAll("nav, .masthead form, .skip, main button:not(.tick), .main-action, .colophon a")]
    .filter((e) => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length).map((e) => `on paper: ${e.outerHTML.slice(0, 90)}`));
  await page.emulateMedia({ media: null });
  return shown.slice(0, 5);
}

async function narrow(page) {
  const faults = [];
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const wide = await sticksOut(page);
    if (wide.length) faults.push(`scrolls sideways at ${width} px: ${wide.join("\n  ")}`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  return faults;
}

export async function faultsOf(page) {
  const faults = await structure(page);
  for (const scheme of ["light", "dark"]) faults.push(...(await axe(page, scheme)));
  await page.emulateMedia({ colorScheme: null });
  faults.push(...(await paper(page)), ...(await narrow(page)));
  return faults;
}

// A shop window of all states: pictures for a person to look at, when JOURNEYS_PICTURES names a folder.
export async function picture(page, name) {
  const folder = process.env.JOURNEYS_PICTURES;
  if (!folder) return;
  const file = name.replace(/[^a-z0-9]+/gi, "-").toLowerCase();
  for (const [suffix, width, scheme] of [["", 1280, "light"], ["-dark", 1280, "dark"], ["-phone", 390, "light"]]) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
    await page.emulateMedia({ colorScheme: scheme });
    await page.screenshot({ path: `${folder}/${file}${suffix}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: null });
}

// One state of a page: its template, what it shows, who is there, how to come to it, and what its h1 says.
export async function lookAt(t, visits, states) {
  const pages = new Map();
  const as = async (who) => {
    if (!pages.has(who)) pages.set(who, who === "visitor" ? await visits.visitor() : await visits.as(who));
    return pages.get(who);
  };
  const memory = {};
  for (const { template, shows, who = "visitor", go, h1, status = 200 } of states)
    await t.check(`${template}${shows ? `, ${shows}` : ""}`, async () => {
      const page = await as(who);
      let last = 0;
      const listen = (response) => { if (response.request().isNavigationRequest() && response.status() !== 303) last = response.status(); };
      page.on("response", listen);
      await (typeof go === "string" ? page.goto(go) : go(page, memory, as));
      await page.waitForLoadState();
      page.off("response", listen);
      const faults = [];
      const title = await page.locator("h1").first().innerText();
      if (h1 && !h1.test(title)) throw new Error(`The h1 is “${title}” at ${page.url()}, not ${h1}.`);
      if (last !== status) faults.push(`status ${last}, not ${status}`);
      faults.push(...(await faultsOf(page)));
      await picture(page, `${template}-${shows ?? ""}`);
      if (faults.length) throw new Error(faults.join("\n"));
    });
}

// Sends a form as it stands, without the browser's own look at it.
export async function send(form, button) {
  await form.evaluate((e) => { e.noValidate = true; });
  const page = form.page();
  await Promise.all([page.waitForEvent("domcontentloaded"), (button ?? form.getByRole("button").first()).click()]);
}
