import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { openSbml, readSettings, refuseForeign, type SbmlDocument, sbmlModel } from "kation/formats";
import { simulate } from "kation/study";
import { KationError } from "kation/units";

/** How a case went. */
export interface Verdict {
  readonly id: string;
  readonly outcome: "passed" | "refused" | "explained" | "wrong";
  /** The feature it was refused for, or what is wrong. */
  readonly why: string;
  readonly seconds: number;
}

/** A document from a file, flat and without faults, external definitions read beside it. */
export function openFile(file: string): SbmlDocument {
  return openSbml(readFileSync(file, "utf8"), file, (source) =>
    readFileSync(join(dirname(file), source), "utf8"),
  ).document;
}

/** Runs a case of a folder in the layout of the SBML Test Suite and judges it by the suite's formula. */
export function judge(folder: string): Verdict {
  const began = performance.now();
  const id = folder.split(/[\\/]/).at(-1)!;
  const done = (outcome: Verdict["outcome"], why: string): Verdict => ({
    id,
    outcome,
    why,
    seconds: (performance.now() - began) / 1000,
  });
  try {
    const names = readdirSync(folder);
    const model = names.find((n) => n.startsWith(`${id}-sbml-l`))!;
    const document = openFile(join(folder, model));
    refuseForeign(document);
    const settings = readSettings(readFileSync(join(folder, `${id}-settings.txt`), "utf8"));
    const { times, outputs, absolute, relative } = settings;
    const run = simulate(sbmlModel(document, { outputs }), {
      times,
      rtol: Math.min(1e-9, relative * 1e-5),
      atol: Math.min(1e-12, absolute * 1e-6),
    });
    if (run.status !== "done") return done("refused", `run: ${run.status} ${run.message}`);
    const expected = readTable(readFileSync(join(folder, `${id}-results.csv`), "utf8"));
    const fault = differs(
      expected,
      outputs.map((o) => o.id),
      run.values,
      absolute,
      relative,
    );
    return done(fault === "" ? "passed" : "wrong", fault);
  } catch (error) {
    if (error instanceof KationError) return done("refused", `${error.code}: ${error.what}`);
    throw error;
  }
}

/** A table of the suite: header, then rows of numbers; NaN and INF in any case. */
export function readTable(text: string): { header: string[]; rows: number[][] } {
  const [head, ...lines] = text.trim().split(/\r?\n/);
  const number = (cell: string): number => {
    const word = cell.trim().toLowerCase();
    if (word === "inf" || word === "infinity") return Number.POSITIVE_INFINITY;
    if (word === "-inf" || word === "-infinity") return Number.NEGATIVE_INFINITY;
    return word === "nan" || word === "" ? Number.NaN : Number(word);
  };
  return {
    header: head!.split(",").map((cell) => cell.trim()),
    rows: lines.map((line) => line.split(",").map(number)),
  };
}

function differs(
  expected: { header: string[]; rows: number[][] },
  ids: readonly string[],
  values: Float64Array,
  absolute: number,
  relative: number,
): string {
  const rows = values.length / Math.max(1, ids.length);
  if (ids.length > 0 && rows !== expected.rows.length)
    return `${rows} rows, expected ${expected.rows.length}`;
  // A variable may be called like the column of time.
  const columns = ids.map((id, j) =>
    expected.header[j + 1] === id ? j + 1 : expected.header.lastIndexOf(id),
  );
  let worst = "";
  let most = 1;
  expected.rows.forEach((row, i) => {
    columns.forEach((column, j) => {
      const want = row[column]!;
      const have = values[i * ids.length + j]!;
      if (Object.is(want, have)) return;
      const share = Number.isFinite(want)
        ? Math.abs(want - have) / (absolute + relative * Math.abs(want))
        : want === have
          ? 0
          : Number.POSITIVE_INFINITY;
      if (share <= most) return;
      most = share;
      worst = `${ids[j]} at time ${row[0]}: ${have}, expected ${want} (${share.toPrecision(3)} × tolerance)`;
      if (!(share > most)) most = Number.isNaN(share) ? Number.POSITIVE_INFINITY : share;
    });
  });
  return worst;
}
