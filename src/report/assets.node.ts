import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, isAbsolute, join } from "node:path";
import { KationError } from "#units";
import type { Assets } from "./assets.ts";

const require = createRequire(import.meta.url);
let loaded: Promise<Assets> | undefined;

/** The renderer and the font from the installed packages, read once. */
export function assets(): Promise<Assets> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Assets> {
  const inter = dirname(require.resolve("@expo-google-fonts/inter/package.json"));
  const [wasm, regular, semibold] = await Promise.all([
    readFile(require.resolve("@resvg/resvg-wasm/index_bg.wasm")),
    readFile(join(inter, "400Regular", "Inter_400Regular.ttf")),
    readFile(join(inter, "600SemiBold", "Inter_600SemiBold.ttf")),
  ]);
  return { wasm, fonts: [regular, semibold] };
}

/** Names what the last report in a folder wrote there, so that the next one takes away what it does not write again. */
const manifest = ".kation-files";

/**
 * Writes files into a folder: first all beside it, then moved into place one by one, so that a fault or an interrupt
 * leaves nothing half-written. What an earlier report left there and this one does not have, figures of an agent since
 * taken out, goes; files that no report wrote stay.
 * @throws `failed-write`
 */
export async function writeAll(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<string[]> {
  const temporary = join(folder, `.writing-${process.pid}`);
  try {
    await mkdir(temporary, { recursive: true });
    for (const [name, content] of files) {
      await mkdir(dirname(join(temporary, name)), { recursive: true });
      await writeFile(join(temporary, name), content);
    }
    const written: string[] = [];
    for (const name of files.keys()) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await rename(join(temporary, name), join(folder, name));
      written.push(join(folder, name));
    }
    const earlier = await readFile(join(folder, manifest), "utf8").catch(() => "");
    for (const name of earlier.split("\n"))
      if (name !== "" && !files.has(name) && liesBelow(name)) await rm(join(folder, name), { force: true });
    await writeFile(join(folder, manifest), [...files.keys(), ""].join("\n"));
    return written;
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    throw new KationError("failed-write", `the folder ${folder} cannot be written: ${code ?? message}`, {
      where: folder,
      fix:
        code === "ENOSPC"
          ? "the disk is full: make room, or choose another with --out"
          : "choose another with --out, or mend its permissions",
      cause,
    });
  } finally {
    await rm(temporary, { recursive: true, force: true }).catch(() => {});
  }
}

/** Whether a name stays below its folder; a list that somebody changed deletes nothing elsewhere. */
function liesBelow(name: string): boolean {
  return !isAbsolute(name) && !name.split(/[\\/]/).includes("..");
}
