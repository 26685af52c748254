#!/usr/bin/env node
// The kation command: the sources in a checkout, the built files in an installed package.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const built = join(here, "..", "dist", "apps", "cli", "main.js");
if (!existsSync(join(here, "..", "src", "index.ts"))) await import(pathToFileURL(built).href);
else {
  const { spawnSync } = await import("node:child_process");
  const { fromSource, root } = await import("./install.mjs");
  const tsx = pathToFileURL(join(root, "node_modules", "tsx", "dist", "loader.mjs")).href;
  const args = [fromSource[0], "--import", tsx, join(here, "cli", "main.ts"), ...process.argv.slice(2)];
  process.exitCode = spawnSync(process.execPath, args, { stdio: "inherit" }).status ?? 1;
}
