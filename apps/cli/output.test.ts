import { stripVTControlCharacters } from "node:util";
import { afterEach, expect, test, vi } from "vitest";
import { fail, textTable } from "./output.ts";

afterEach(() => {
  process.exitCode = undefined;
});

function said(error: unknown, json: boolean = false): string {
  const spy = vi.spyOn(console, "error").mockImplementation(() => {});
  fail(error, json);
  const text = spy.mock.calls.flat().join("\n");
  spy.mockRestore();
  return text;
}

test("a fault of the code itself is told as one, without its stack and with exit 4", () => {
  const text = said(new TypeError("Cannot read properties of undefined"));
  expect(process.exitCode).toBe(4);
  expect(text).toContain("a fault of Kation, not of your files");
  expect(text).not.toContain(".ts:");
  expect(JSON.parse(said(new TypeError("x is not a function"), true))).toMatchObject({
    error: { code: "failed-assumption", what: "x is not a function" },
  });
});

test("what the system refuses is told with its path and exit 2", () => {
  const refused = Object.assign(new Error("ENOSPC: no space left"), {
    code: "ENOSPC",
    syscall: "write",
    path: "out/a.csv",
  });
  expect(said(refused)).toContain("where  out/a.csv");
  expect(process.exitCode).toBe(2);
});

test("a table wider than the terminal goes on below its last column, one in a pipe does not", () => {
  const table = ["id", "what is known of it"];
  const rows = [
    ["fe2p-nanorods", "sizes, doses and viabilities are not readable there"],
    ["scnp", "short"],
  ];
  const plain = (text: string): string[] => stripVTControlCharacters(text).split("\n");
  expect(plain(textTable(table, rows, 45)).slice(2)).toEqual([
    "fe2p-nanorods  sizes, doses and viabilities",
    "               are not readable there",
    "scnp           short",
  ]);
  expect(plain(textTable(table, rows, Infinity))).toHaveLength(4);
  expect(plain(textTable(table, rows, 20))).toHaveLength(4);
});
