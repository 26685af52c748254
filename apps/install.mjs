// What start and test share: install the packages when they are missing or older than the lock file.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the package. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Runs a Node script with arguments, no shell between, and gives its exit code. */
export function node(args, options = {}) {
  // Ctrl-C is for the script, which says what became of it: whoever started it waits for that.
  process.on("SIGINT", () => {});
  const result = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit", ...options });
  return result.status ?? (result.signal === "SIGINT" ? 130 : 1);
}

/** Installs when needed; ends the process when that fails. */
export function installIfNeeded() {
  const marker = join(root, "node_modules", ".package-lock.json");
  const lock = join(root, "package-lock.json");
  if (existsSync(marker) && statSync(marker).mtimeMs >= statSync(lock).mtimeMs - 60_000) return;
  console.error("Installing packages (once) …");
  const npm = process.env.npm_execpath;
  const args = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  const code =
    npm && /\.c?js$/.test(npm)
      ? node([npm, ...args])
      : (spawnSync(process.platform === "win32" ? "npm.cmd" : "npm", args, {
          cwd: root,
          stdio: "inherit",
          shell: process.platform === "win32",
        }).status ?? 1);
  if (code !== 0) process.exit(code);
}

/** Arguments that let Node run the TypeScript sources as they are. */
export const fromSource = ["--conditions=kation:source", "--import", "tsx"];
