import { expect, test } from "vitest";
import { coloured } from "./colours.ts";

test("colours are for terminals and those who ask for them, and nobody else", () => {
  const terminal = (env: Record<string, string>): boolean => coloured({ terminal: true, env });
  const piped = (env: Record<string, string>): boolean => coloured({ terminal: false, env });
  expect(terminal({})).toBe(true);
  expect(terminal({ TERM: "dumb" })).toBe(false);
  expect(terminal({ NO_COLOR: "1" })).toBe(false);
  expect(terminal({ NO_COLOR: "" })).toBe(true);
  expect(terminal({ FORCE_COLOR: "0" })).toBe(false);
  expect(piped({ CI: "true" })).toBe(false);
  expect(piped({ FORCE_COLOR: "1" })).toBe(true);
  expect(piped({ FORCE_COLOR: "1", NO_COLOR: "1" })).toBe(false);
});
