#!/usr/bin/env node
// The kation command: the sources in a checkout, the built files in an installed package.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const built = join(here, "..", "dist", "apps", "cli", "main.js");
if (!existsSync(join(here, "..", "src", "index.ts"))) await import(pathToFileURL(built).href);
else {
  const { fromSource, installIfNeeded, node, root } = await import("./install.mjs");
  const tsx = join(root, "node_modules", "tsx", "dist", "loader.mjs");
  if (!existsSync(tsx)) installIfNeeded();
  const args = [
    fromSource[0],
    "--import",
    pathToFileURL(tsx).href,
    join(here, "cli", "main.ts"),
    ...process.argv.slice(2),
  ];
  process.exitCode = node(args, { cwd: process.cwd() });
}
