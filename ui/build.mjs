// SPDX-License-Identifier: Apache-2.0
// node build.mjs OUTDIR: bundles and minifies the style sheet and the script, and prints their sizes.
import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import * as sass from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2];
if (!out) {
  console.error("usage: node build.mjs OUTDIR");
  process.exit(2);
}

// Pico is taken from its SCSS so that only the parts we use come along, and none of its data: images.
const pico = {
  name: "scss",
  setup(build) {
    build.onLoad({ filter: /\.scss$/ }, ({ path }) => {
      const { css } = sass.compile(path, {
        charset: false,
        loadPaths: [join(here, "node_modules")],
        quietDeps: true,
      });
      return { contents: css, loader: "css" };
    });
  },
};

await build({
  absWorkingDir: here,
  entryPoints: ["styles/enact.css", "scripts/enact.js"],
  entryNames: "[name]",
  outdir: resolve(out),
  bundle: true,
  minify: true,
  format: "iife",
  legalComments: "inline",
  target: ["chrome109", "firefox115", "safari16"],
  plugins: [pico],
  logLevel: "warning",
});

for (const [file, limit] of [["enact.css", 14], ["enact.js", 4]]) {
  const bytes = readFileSync(join(resolve(out), file));
  const packed = gzipSync(bytes, { level: 9 }).length;
  console.log(`${file}  ${bytes.length} bytes, ${packed} gzip`);
  if (packed > limit * 1024) {
    console.error(`${file} is over ${limit} KB gzip`);
    process.exitCode = 1;
  }
}
