import { openSbml, readNet, readSettings, refuseForeign, type SbmlOutput, sbmlModel } from "kation/formats";
import type { Model } from "kation/model";
import { rodas4, rodas5p } from "kation/solve";
import { type Simulated, simulate } from "kation/study";
import { KationError } from "kation/units";
import { checkPlace, largestModel, readerFor, readText, remarkWord, whole, writeText } from "./files.ts";

/** Flags of `kation simulate`. */
export interface SimulateFlags {
  readonly duration?: string;
  readonly steps?: string;
  readonly settings?: string;
  readonly out?: string;
  readonly rtol?: string;
  readonly atol?: string;
  readonly method?: string;
  readonly seed?: string;
  readonly json?: boolean;
}

/** Most rows of a table. */
const mostSteps = 10_000_000;

/** kation simulate MODEL: an SBML model or a network of BioNetGen in time, as CSV on standard output or in a file. */
export function simulateVerb(file: string, flags: SimulateFlags): void {
  if (flags.out !== undefined) checkPlace(flags.out);
  const make = modelOf(file);
  const asked = questionOf(flags);
  const method =
    flags.method !== undefined && Object.hasOwn(methods, flags.method) ? methods[flags.method] : undefined;
  if (flags.method !== undefined && !method)
    throw new KationError("unknown-name", `no method is called ${flags.method}`, {
      fix: `one of ${Object.keys(methods).join(", ")}`,
    });
  const run = simulate(make(asked.outputs), {
    times: asked.times,
    begin: Math.min(0, asked.times[0]!),
    rtol: flags.rtol === undefined ? asked.rtol : number("--rtol", flags.rtol),
    atol: flags.atol === undefined ? asked.atol : number("--atol", flags.atol),
    seed: flags.seed === undefined ? 1 : whole("--seed", flags.seed),
    ...(method && { method }),
  });
  if (run.status !== "done")
    throw new KationError("failed-integration", `the run stopped: ${run.message}`, {
      where: file,
      fix: "loosen --rtol, or end before",
    });
  tell(run, flags);
}

/** A model file as a function from what to report to the model: an SBML file, or a network of BioNetGen (`.net`). */
function modelOf(file: string): (outputs: readonly SbmlOutput[] | undefined) => Model {
  const text = readText(file, largestModel);
  if (/\.net$/i.test(file)) {
    const model = readNet(text, file);
    return () => model;
  }
  if (/\.(ya?ml|json)$/i.test(file))
    throw new KationError("invalid-file", `${file} is no SBML model`, {
      where: file,
      fix: `a study runs by: kation run ${file}`,
    });
  const { document, warnings } = openSbml(text, file, readerFor(file, { most: largestModel }));
  refuseForeign(document);
  for (const { severity, what, fix } of warnings)
    console.error(`${remarkWord(severity, ":")} ${what}${fix ? ` (${fix})` : ""}`);
  return (outputs) => sbmlModel(document, outputs && { outputs });
}

const methods: Readonly<Record<string, typeof rodas4>> = { rodas4, rodas5p };

interface Question {
  readonly times: Float64Array;
  readonly outputs?: readonly SbmlOutput[];
  readonly rtol: number;
  readonly atol: number;
}

/** What to report and when: from a settings file of the test suite, or from the flags. */
function questionOf(flags: SimulateFlags): Question {
  if (flags.settings !== undefined) {
    const {
      times,
      outputs,
      relative: rel,
      absolute,
    } = readSettings(readText(flags.settings), flags.settings);
    return { times, outputs, rtol: Math.min(1e-9, 1e-5 * rel), atol: Math.min(1e-12, 1e-6 * absolute) };
  }
  if (flags.duration === undefined)
    throw new KationError("missing-key", "how long is not said", {
      fix: "--duration 100, or --settings FILE",
    });
  const duration = number("--duration", flags.duration);
  const steps = flags.steps === undefined ? 100 : number("--steps", flags.steps);
  if (!Number.isInteger(steps) || steps < 1 || steps > mostSteps || !(duration > 0))
    throw new KationError(
      "out-of-range",
      "--duration is above 0 and --steps a whole number from 1 to 10 million",
    );
  const times = Float64Array.from({ length: steps + 1 }, (_, i) => (i * duration) / steps);
  return { times, rtol: 1e-9, atol: 1e-12 };
}

function number(flag: string, text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && Number.isFinite(value)) return value;
  throw new KationError("invalid-number", `${flag} takes a number, not "${text}"`);
}

function tell(run: Simulated, flags: SimulateFlags): void {
  const width = run.columns.length;
  if (flags.json) {
    const rows = Array.from(run.times, (_, i) =>
      [...run.values.subarray(i * width, (i + 1) * width)].map(word),
    );
    console.log(JSON.stringify({ columns: run.columns, times: [...run.times], rows, stats: run.stats }));
  }
  if (flags.json && flags.out === undefined) return;
  const lines = [["time", ...run.columns].join(",")];
  run.times.forEach((t, i) => {
    lines.push([t, ...run.values.subarray(i * width, (i + 1) * width)].map(word).join(","));
  });
  const text = `${lines.join("\n")}\n`;
  if (flags.out === undefined) process.stdout.write(text);
  else {
    writeText(flags.out, text);
    if (!flags.json) console.error(`${run.times.length} rows, ${width} columns in ${flags.out}`);
  }
}

/** A number as the suite writes it; JSON has no words for what is not finite, so these are text there. */
function word(value: number): number | string {
  if (Number.isNaN(value)) return "NaN";
  return Number.isFinite(value) ? value : value > 0 ? "INF" : "-INF";
}
