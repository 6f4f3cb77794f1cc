// SPDX-License-Identifier: Apache-2.0
// The browser, and what every page in it is watched for: errors of scripts, breaches of the policy, a 500.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { folder, root } from "./program.mjs";

// The packages stand in ui/, once for all.
const require = createRequire(join(root, "ui/package.json"));
const { chromium } = require("playwright-core");
export const { AxeBuilder } = require("@axe-core/playwright");

export const password = "make-believe-river";
export const email = (handle) => `${handle}@enact.example`;

function chromiumPath() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  if (existsSync("/usr/bin/chromium")) return "/usr/bin/chromium";
  return spawnSync("sh", ["-c", "command -v chromium"], { encoding: "utf8" }).stdout.trim();
}

export function launch() {
  const home = folder(); // an ordinary user may have no home that can be written to
  return chromium.launch({
    executablePath: chromiumPath(),
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home },
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"],
  });
}

// A browser for one network: visitors, and people who are signed in.
export class Visits {
  constructor(browser, url) {
    Object.assign(this, { browser, url, complaints: [], contexts: [] });
  }

  async context(options = {}) {
    const context = await this.browser.newContext({
      baseURL: this.url, viewport: { width: 1280, height: 900 }, locale: "en-US", timezoneId: "UTC", reducedMotion: "reduce", ...options });
    context.setDefaultTimeout(8000);
    context.on("page", (page) => this.watch(page));
    this.contexts.push(context);
    return context;
  }

  watch(page) {
    const complain = (what) => this.complaints.push(`${page.url()}: ${what}`);
    page.on("pageerror", (error) => complain(error.message));
    page.on("console", (line) => {
      // An answer of 4xx is the browser's remark on what a journey does on purpose.
      if (line.type() === "error" && !/status of 4\d\d/.test(line.text())) complain(line.text());
    });
    page.on("response", (response) => { if (response.status() >= 500) complain(`${response.status()} from ${response.url()}`); });
    page.on("request", (request) => {
      const where = request.url();
      if (!/^(data|blob|file|about):/.test(where) && !where.startsWith(this.url)) complain(`asked for ${where}`);
    });
    page.on("dialog", (dialog) => dialog.accept().catch(() => {}));
  }

  async visitor(options) {
    return (await this.context(options)).newPage();
  }

  async as(handle, options) {
    const page = await this.visitor(options);
    await signIn(page, handle);
    return page;
  }

  async close() {
    await Promise.all(this.contexts.map((context) => context.close()));
  }
}

export async function signIn(page, handle, secret = password) {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(handle.includes("@") ? handle : email(handle));
  await page.getByLabel("Password").fill(secret);
  await page.locator("main").getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForLoadState();
}

// The first link in the newest message to an address that starts with `path`.
export async function linkFromOutbox(visits, to, path) {
  const page = await visits.visitor();
  await page.goto("/outbox");
  const mail = page.locator("ol.entries > li").filter({ hasText: `to ${to}` }).first();
  const text = await mail.locator("pre").textContent();
  await page.context().close();
  const found = text.match(new RegExp(`https?://[^\\s<>]*(${path}[^\\s<>"]*)`));
  if (!found) throw new Error(`No link to ${path} in the message to ${to}:\n${text}`);
  return found[1];
}

export const heading = (page) => page.locator("h1").first().innerText();

// How far the page is wider than its window, and what sticks out.
export function sticksOut(page) {
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const wide = [...document.querySelectorAll("body *")]
      .filter((e) => e.getBoundingClientRect().right > room + 1 && !e.closest(".scroll, .skip, .visually-hidden"))
      .slice(0, 4).map((e) => e.outerHTML.slice(0, 120));
    return [`${document.documentElement.scrollWidth - room} px too wide`, ...wide];
  });
}
