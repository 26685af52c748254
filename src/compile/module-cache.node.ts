import { createHash } from "node:crypto";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";

/** Bytes that all entries may take, and what is left when they are over it. */
const MOST = 64 * 2 ** 20;
const LEFT = 48 * 2 ** 20;
/** A larger entry would push too many others out. */
const LARGEST = 16 * 2 ** 20;
/** Names of entries; what else lies in the folder is not touched. */
const ENTRY = /^[0-9a-f]{40}\.kation(?:\.[0-9]+\.part)?$/;
const SUM_BYTES = 32;

/**
 * Reads what was kept under a key. An entry is the SHA-256 of key and content, then the content: what was cut short,
 * changed or put there by something else is passed over, and replaced by the next `keep`.
 *
 * The folder is $KATION_CACHE, else kation in $XDG_CACHE_HOME, ~/.cache or, on Windows, %LOCALAPPDATA%;
 * KATION_CACHE=off keeps nothing.
 */
export function readKept(key: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const path = pathOf(key);
    if (path === undefined) return undefined;
    const all = readFileSync(path);
    const content = all.subarray(SUM_BYTES);
    if (!all.subarray(0, SUM_BYTES).equals(sum(key, content))) return undefined;
    const now = new Date();
    touch(path, now);
    return new Uint8Array(content.buffer, content.byteOffset, content.length);
  } catch {
    return undefined;
  }
}

/** Keeps bytes under a key: all of them or none, also where several processes do so at once. */
export function keep(key: string, make: () => Uint8Array): void {
  try {
    const path = pathOf(key);
    if (path === undefined) return;
    const bytes = make();
    if (bytes.length > LARGEST) return;
    const folder = join(path, "..");
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const part = `${path}.${process.pid}${Math.floor(performance.now() * 1000)}.part`;
    try {
      writeFileSync(part, Buffer.concat([sum(key, bytes), bytes]), { mode: 0o600 });
      renameSync(part, path);
    } catch {
      rmSync(part, { force: true });
    }
    shrink(folder);
  } catch {
    // A full or read-only disk is no reason not to go on.
  }
}

function pathOf(key: string): string | undefined {
  const folder = cacheFolder();
  return folder && join(folder, `${createHash("sha256").update(key).digest("hex").slice(0, 40)}.kation`);
}

function cacheFolder(): string | undefined {
  const { KATION_CACHE: own, XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = process.env;
  if (own === "off") return undefined;
  if (own) return resolve(own);
  if (process.platform === "win32") return local ? join(local, "kation", "cache") : undefined;
  if (xdg && isAbsolute(xdg)) return join(xdg, "kation");
  const home = homedir();
  return isAbsolute(home) ? join(home, ".cache", "kation") : undefined;
}

function sum(key: string, content: Uint8Array): Buffer {
  return createHash("sha256").update(`${key}\n`).update(content).digest();
}

/** Marks an entry as used now, so that it is among the last to be removed. */
function touch(path: string, now: Date): void {
  try {
    utimesSync(path, now, now);
  } catch {
    // Another user's folder may be read only.
  }
}

/** Removes the entries used longest ago when all together take too much. */
function shrink(folder: string): void {
  const entries = readdirSync(folder)
    .filter((name) => ENTRY.test(name))
    .flatMap((name) => {
      const path = join(folder, name);
      const found = statSync(path, { throwIfNoEntry: false });
      return found ? [{ path, size: found.size, used: found.mtimeMs }] : [];
    })
    .sort((a, b) => a.used - b.used);
  let total = entries.reduce((bytes, { size }) => bytes + size, 0);
  if (total <= MOST) return;
  for (const { path, size } of entries) {
    if (total <= LEFT) return;
    rmSync(path, { force: true });
    total -= size;
  }
}
