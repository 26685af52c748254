import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { writeAll } from "./assets.node.ts";

const folder = mkdtempSync(join(tmpdir(), "kation-report-"));
afterAll(() => rmSync(folder, { recursive: true }));
const there = (name: string): boolean => existsSync(join(folder, name));

test("a report takes away what the one before it left, and nothing that no report wrote", async () => {
  const out = join(folder, "out");
  await writeAll(
    out,
    new Map([
      ["a.csv", "1"],
      ["figures/old.svg", "<svg/>"],
    ]),
  );
  writeFileSync(join(out, "mine.txt"), "notes");
  writeFileSync(join(folder, "outside.txt"), "not to be touched");
  writeFileSync(
    join(out, ".kation-files"),
    `${readFileSync(join(out, ".kation-files"), "utf8")}../outside.txt\n`,
  );
  await writeAll(
    out,
    new Map([
      ["a.csv", "2"],
      ["figures/new.svg", "<svg/>"],
    ]),
  );
  expect(readFileSync(join(out, "a.csv"), "utf8")).toBe("2");
  expect(there("out/figures/old.svg")).toBe(false);
  expect(there("out/figures/new.svg")).toBe(true);
  expect(there("out/mine.txt")).toBe(true);
  expect(there("outside.txt")).toBe(true);
});
