import { KationError } from "#units";
import type { SbmlOutput } from "./model.ts";

/** What a case of the SBML Test Suite asks for. */
export interface SuiteSettings {
  readonly start: number;
  readonly duration: number;
  readonly steps: number;
  /** Tolerances of the comparison. */
  readonly absolute: number;
  readonly relative: number;
  readonly outputs: readonly SbmlOutput[];
  /** The times of the rows: start + i·duration/steps. */
  readonly times: Float64Array;
}

/**
 * Reads a settings file of the SBML Test Suite: `key: value` lines.
 *
 * @throws `missing-key`, `invalid-number`
 */
export function readSettings(text: string, file: string = "settings.txt"): SuiteSettings {
  const entries = new Map(
    text.split(/\r?\n/).flatMap((line) => {
      const at = line.indexOf(":");
      return at < 0 ? [] : [[line.slice(0, at).trim(), line.slice(at + 1).trim()] as const];
    }),
  );
  const number = (key: string): number => {
    const value = entries.get(key);
    if (value === undefined)
      throw new KationError("missing-key", `the settings have no ${key}`, {
        where: file,
        fix: `write ${key}: …`,
      });
    if (value === "" || !Number.isFinite(Number(value)))
      throw new KationError("invalid-number", `${key} is no number: "${value}"`, { where: file });
    return Number(value);
  };
  const list = (key: string): string[] =>
    (entries.get(key) ?? "").split(",").flatMap((id) => id.trim() || []);
  const [start, duration, steps] = [number("start"), number("duration"), number("steps")];
  if (!(duration >= 0) || !Number.isInteger(steps) || steps < 1)
    throw new KationError("invalid-number", "duration is below 0 or steps is no whole number above 0", {
      where: file,
    });
  const amounts = new Set(list("amount"));
  const concentrations = new Set(list("concentration"));
  return {
    start,
    duration,
    steps,
    absolute: number("absolute"),
    relative: number("relative"),
    outputs: list("variables").map((id) =>
      amounts.has(id) ? { id, as: "amount" } : concentrations.has(id) ? { id, as: "concentration" } : { id },
    ),
    times: Float64Array.from({ length: steps + 1 }, (_, i) => start + (i * duration) / steps),
  };
}
