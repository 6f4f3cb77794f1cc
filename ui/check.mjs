// SPDX-License-Identifier: Apache-2.0
// node check.mjs [PAGE...]: builds, serves the catalogue under the strict policy of the program, and asks of every
// page: does axe find anything (light, dark)? does it fit 320 px? does anything break the policy or scroll?
// Then: do the scripts do what they promise? CHROMIUM names the browser when it is not called chromium.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium } from "playwright-core";

const here = fileURLToPath(new URL(".", import.meta.url));
const out = mkdtempSync(join(tmpdir(), "enact-ui-"));
execFileSync(process.execPath, [join(here, "build.mjs"), out], { stdio: "inherit" });
execFileSync(process.execPath, [join(here, "catalogue.mjs"), "--check"], { stdio: "inherit" });

const policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const types = { html: "text/html; charset=utf-8", css: "text/css; charset=utf-8", js: "text/javascript; charset=utf-8" };
const posts = [];
const server = createServer((request, response) => {
  const path = new URL(request.url, "http://x").pathname;
  const kind = path.split(".").pop();
  let body = "";
  request.on("data", (chunk) => { body += chunk; });
  request.on("end", () => {
    if (request.method === "POST") {
      posts.push({ path, body });
      response.setHeader("content-type", types.html);
      return response.end(answer(path, new URLSearchParams(body)));
    }
    try {
      const file = path.startsWith("/out/") ? join(out, path.slice(5)) : join(here, path.slice(1));
      const text = readFileSync(file);
      response.writeHead(200, { "content-type": types[kind] ?? "text/plain", "content-security-policy": policy });
      response.end(text);
    } catch {
      response.writeHead(404).end();
    }
  });
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const site = `http://127.0.0.1:${server.address().port}/catalogue/`;

// What the program would answer: a fragment for the preview, the whole page for a ticked step.
function answer(path, sent) {
  if (path === "/preview") return `<p>Preview of ${sent.get("text").length} characters</p><script>window.bad = 1</script>`;
  const page = readFileSync(join(here, "catalogue/run.html"), "utf8");
  return page
    .replace(/(id="step-4"[^]*?)name="done" value="1"([^]*?)aria-pressed="false"/, '$1name="done" value="0"$2aria-pressed="true"')
    .replaceAll("3 of 5", "4 of 5")
    .replace('<div class="main-action">', '<p class="flash" role="status">Step 4 is done.</p><div class="main-action">');
}

let faults = 0;
const fault = (where, what) => { faults += 1; console.error(`${where}: ${what}`); };
const found = spawnSync("sh", ["-c", "command -v chromium"], { encoding: "utf8" }).stdout.trim();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || found,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
});

async function open(options, file, context = null) {
  context ??= await browser.newContext(options);
  const page = await context.newPage();
  page.on("console", (line) => { if (line.type() === "error" && !/favicon/.test(line.location().url)) fault(file, line.text()); });
  page.on("pageerror", (error) => fault(file, error.message));
  await page.goto(site + file);
  return page;
}

const asked = process.argv.slice(2).filter((name) => !name.startsWith("-"));
const files = readdirSync(join(here, "catalogue")).filter((f) => f.endsWith(".html") && f !== "frame.html" && (!asked.length || asked.includes(f.slice(0, -5))));
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
let passes = 0;
async function axe(page, where) {
  const { violations, passes: good } = await new AxeBuilder({ page }).withTags(tags).analyze();
  passes += good.length;
  for (const { id, help, nodes } of violations) fault(where, `${id}: ${help}\n    ${nodes.map((n) => `${n.target.join(" ")}  ${n.any[0]?.message ?? ""}`).join("\n    ")}`);
}
const context = await browser.newContext();
for (const file of files) {
  const page = await open({}, file, context);
  for (const width of [1920, 1280, 768, 390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const wide = await page.evaluate(() => {
      const room = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= room) return [];
      return ["the page", ...[...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > room + 1 && !e.closest(".scroll, .skip, .visually-hidden")).slice(0, 4).map((e) => e.outerHTML.slice(0, 90))];
    });
    if (wide.length) fault(`${file} at ${width} px`, `scrolls sideways\n    ${wide.join("\n    ")}`);
    if (width !== 1280 && width !== 320) continue;
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      await axe(page, `${file} (${colorScheme}, ${width} px)`);
    }
  }
  await page.close();
}
await context.close();

async function promise(what, holds) {
  try {
    if (!(await holds())) fault("scripts", `not so: ${what}`);
  } catch (error) {
    fault("scripts", `${what}: ${error.message}`);
  }
}
if (!asked.length) {
  await promise("a ticked step is posted in place, the counts follow and the answer is said", async () => {
    const page = await open({}, "run.html");
    await page.evaluate(() => { window.stayed = true; });
    await page.focus("#step-4 button");
    await page.keyboard.press("Enter");
    await page.waitForSelector('#step-4 [aria-pressed="true"]');
    const sent = posts.at(-1);
    return sent.path === "/runs/1/steps/4" && sent.body === "token=t&done=1" && (await page.textContent("#steps-count")) === "4 of 5" &&
      (await page.textContent("#said")) === "Step 4 is done." && (await page.evaluate(() => window.stayed && document.activeElement.closest("#step-4") !== null));
  });
  await promise("a preview follows typing and runs nothing", async () => {
    const page = await open({}, "editor.html");
    await page.fill("#text", "abcde");
    await page.waitForFunction(() => document.querySelector("output").textContent.includes("5 characters"));
    return posts.at(-1).body === "token=t&revision=3&text=abcde" && (await page.evaluate(() => window.bad === undefined));
  });
  await promise("the browser asks before typed text is lost, and only then", async () => {
    const asks = async (type) => {
      const page = await open({}, "editor.html");
      if (type) await page.type("#text", "more");
      else await page.click("#text");
      let asked = false;
      page.on("dialog", (dialog) => { asked = true; dialog.accept(); });
      await page.close({ runBeforeUnload: true });
      await new Promise((later) => setTimeout(later, 400));
      return asked;
    };
    return (await asks(true)) && !(await asks(false));
  });
  await promise("the key / goes to the search field, but not from another field", async () => {
    const page = await open({}, "editor.html");
    await page.keyboard.press("/");
    const at = await page.evaluate(() => document.activeElement.id);
    await page.focus("#why");
    await page.keyboard.press("/");
    return at === "q" && (await page.inputValue("#why")) === "/";
  });
  await promise("print buttons show only with script", async () => {
    const bare = await open({ javaScriptEnabled: false }, "play.html");
    const full = await open({}, "play.html");
    return !(await bare.isVisible("[data-print]")) && (await full.isVisible("[data-print]"));
  });
  await promise("with the keyboard, the first stop is the way past the frame", async () => {
    const page = await open({}, "play.html");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    return page.evaluate(() => document.activeElement.id === "main");
  });
}
await browser.close();
server.close();
rmSync(out, { recursive: true });
console.log(`${files.length} pages, ${passes} axe rules passed, ${faults} faults`);
process.exitCode = faults ? 1 : 0;
