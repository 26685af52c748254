import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test, vi } from "vitest";

test("the code of the README runs as it stands, with fewer worlds", async () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const block = /```ts\n([\s\S]*?)```/.exec(readme)![1]!;
  expect(block).toContain("draws: 200");
  const folder = mkdtempSync(join(tmpdir(), "kation-readme-"));
  const script = new URL("./readme.example.ts", import.meta.url);
  const code = block
    .replace("draws: 200", "draws: 6")
    .replace('"out/copper-versus-iron"', JSON.stringify(join(folder, "out")));
  writeFileSync(script, code);
  const quiet = [vi.spyOn(console, "error"), vi.spyOn(console, "table")].map((spy) =>
    spy.mockImplementation(() => {}),
  );
  try {
    await import(pathToFileURL(script.pathname).href);
    expect(readdirSync(join(folder, "out"))).toContain("report.html");
    expect(quiet[1]).toHaveBeenCalledOnce();
  } finally {
    for (const spy of quiet) spy.mockRestore();
    rmSync(script);
    rmSync(folder, { recursive: true });
  }
}, 120_000);
