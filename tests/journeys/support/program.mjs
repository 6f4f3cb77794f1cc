// SPDX-License-Identifier: Apache-2.0
// Starts and stops the program, each time on a database of its own in a temporary folder.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../../", import.meta.url));
export const binary = process.env.ENACT_BINARY || join(root, "build/dev/bin/enact");

// Nothing of the caller's settings reaches the program.
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("ENACT_")));
const running = new Set();
const folders = new Set();

// Whatever ends the journeys, nothing stays behind.
process.on("exit", () => {
  running.forEach((child) => child.kill("SIGKILL"));
  folders.forEach((path) => rmSync(path, { recursive: true, force: true, maxRetries: 3 }));
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(1));

export function folder() {
  const path = mkdtempSync(join(tmpdir(), "enact-journeys-"));
  folders.add(path);
  return path;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

export async function startProgram(command = "demo") {
  if (!existsSync(binary)) throw new Error(`There is no program at ${binary}. Build it, or name one in ENACT_BINARY.`);
  const home = folder();
  const database = join(home, "network.db");
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const runWith = (input, ...args) =>
    execFileSync(binary, ["--database", database, ...args], { cwd: home, env: environment, encoding: "utf8", input, stdio: "pipe" });
  const run = (...args) => runWith("", ...args);
  if (command === "serve") run("migrate");

  const child = spawn(binary, [command, "--database", database, "--port", String(port)], { cwd: home, env: environment, stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  let log = "";
  child.stdout.on("data", (text) => (log += text));
  child.stderr.on("data", (text) => (log += text));
  const ended = new Promise((resolve) => child.once("exit", resolve));
  let over = false;
  ended.then(() => { over = true; running.delete(child); });

  for (let tries = 0; ; ++tries) {
    const answer = await fetch(`${url}/healthz`).catch(() => null);
    if (answer?.ok) break;
    if (over || tries > 600) throw new Error(`The program did not come up:\n${log}`);
    await new Promise((later) => setTimeout(later, 50));
  }
  return {
    url,
    run,
    runWith,
    home,
    log: () => log,
    async stop() {
      if (over) return;
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), 5000);
      await ended;
      clearTimeout(late);
    },
  };
}
