import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { sbmlModel } from "kation/formats";
import { type Simulated, simulate } from "kation/study";
import { KationError } from "kation/units";
import { openFile, readTable, type Verdict } from "./suite.ts";

/** Where the stored reference, made with fixed steps, or COPASI is not what the model says; the differences are understood. */
const explained: Readonly<Record<string, string>> = {
  BIOMD0000000183:
    "COPASI takes laws k·S·p^(1/2) with a parameter p for mass action k·S (so its own list of reactions says)",
  BIOMD0000000437:
    "the file sets the stoichiometry of degraded_WC1c to 0 by stoichiometryMath; COPASI makes some of it all the same",
  BIOMD0000000966:
    "COPASI takes the law r3·Py·Zn² with a parameter Zn for mass action r3·Py (so its own list of reactions says)",
  BIOMD0000000234:
    "the reference ends the infusion of 0.44359 at a whole step of 1/2048: Ce(1) = Dose/Keq·(1 − exp(−0.44359·Keq))·exp(−0.55641·Keq) = 2151.7 by hand, as here",
  BIOMD0000000736:
    "the event sets Hepcidin to 1.1e-7; the reference's BDF4 is not restarted and ends at a + 25/12·(1.1e-7 − a), a the value before",
  BIOMD0000000805:
    "the antiporter acts while Hi > He by the model; in the reference it stays off although Hi is ten thousand times He",
};

/** Runs every model for 100 units of its time; those with a stored reference are compared with it. */
export function judgeBiomodels(folder: string, only: readonly string[]): Verdict[] {
  const tolerances = new Map(
    readFileSync(join(folder, "reference-t100", "reference.csv"), "utf8")
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => [line.split(",")[0]!, Number(line.split(",").at(-1))] as const),
  );
  return readdirSync(join(folder, "models"))
    .filter((name) => name.endsWith(".xml") && (only.length === 0 || only.includes(basename(name, ".xml"))))
    .sort()
    .map((name) => {
      const id = basename(name, ".xml");
      return timed(id, () => {
        const document = openFile(join(folder, "models", name));
        const outputs = document.model.species.map((s) => ({ id: s.id, as: "concentration" as const }));
        const run = simulate(sbmlModel(document, { outputs }), {
          times: Float64Array.from({ length: 101 }, (_, i) => i),
          rtol: 1e-10,
          atol: 1e-20,
        });
        if (run.status !== "done") return { outcome: "refused", why: `run: ${run.message}` };
        const reference = join(folder, "reference-t100", `${id}.csv`);
        if (!existsSync(reference)) return besidePeers(id, run);
        const { header, rows } = readTable(readFileSync(reference, "utf8"));
        const { difference, where } = columnDifference(run, header.slice(1), rows);
        const why = `${difference.toExponential(1)} of ${tolerances.get(id)} at ${where}`;
        if (difference <= tolerances.get(id)!) return { outcome: "passed", why };
        const reason = explained[id];
        return reason === undefined
          ? { outcome: "wrong", why }
          : { outcome: "explained", why: `${why}: ${reason}` };
      });
    });
}

/** Small tables of other tools, made by `peers.py` and `delays.py` of `test/references/sbml`. */
const peers = join(dirname(fileURLToPath(import.meta.url)), "..", "references", "sbml", "peers");

/** A model without a stored reference, beside libRoadRunner and COPASI where they can carry it: within 1e-4 of both. */
function besidePeers(id: string, run: Simulated): Pick<Verdict, "outcome" | "why"> {
  const path = join(peers, `${id}.csv`);
  if (!existsSync(path)) return { outcome: "wrong", why: "there is neither reference nor table of peers" };
  const found = peerTables(readFileSync(path, "utf8")).map((table) => ({
    tool: table.tool,
    ...columnDifference(run, table.columns, table.rows, table.largest),
  }));
  const why = found.map((f) => `${f.tool} ${f.difference.toExponential(1)} at ${f.where}`).join("; ");
  if (found.every((f) => f.difference <= 1e-4)) return { outcome: "passed", why };
  // What is explained is a fault of one tool: the other must agree.
  const reason = found.some((f) => f.difference <= 1e-4) ? explained[id] : undefined;
  return reason === undefined
    ? { outcome: "wrong", why }
    : { outcome: "explained", why: `${why}: ${reason}` };
}

interface PeerTable {
  readonly tool: string;
  readonly columns: readonly string[];
  /** Time, then the columns. */
  readonly rows: readonly (readonly number[])[];
  /** Largest value of each column over a finer table. */
  readonly largest: readonly number[];
}

/** Tables of several tools in one file: comments, a header, and rows `tool,time,…`; columns a tool does not tell are empty. */
function peerTables(text: string): PeerTable[] {
  const [head, ...lines] = text
    .trim()
    .split(/\r?\n/)
    .filter((line) => !line.startsWith("#"))
    .map((line) => line.split(","));
  return [...new Set(lines.map((line) => line[0]!))].map((tool) => {
    const [most, ...rows] = lines.filter((line) => line[0] === tool);
    const told = most!.flatMap((cell, i) => (i > 1 && cell !== "" ? [i] : []));
    return {
      tool,
      columns: told.map((i) => head![i]!),
      rows: rows.map((row) => [1, ...told].map((i) => Number(row[i]))),
      largest: told.map((i) => Number(most![i])),
    };
  });
}

/**
 * Compares a run with a table of another simulator at the table's times: the largest difference relative to the column's
 * maximum.
 */
export function columnDifference(
  run: Simulated,
  names: readonly string[],
  rows: readonly (readonly number[])[],
  largest: readonly number[] = names.map((_, j) =>
    rows.reduce((most, row) => Math.max(most, Math.abs(row[j + 1]!)), 0),
  ),
): { difference: number; where: string } {
  const floor = 1e-9 * Math.max(...largest);
  let [difference, where] = [0, ""];
  names.forEach((name, j) => {
    const column = run.columns.indexOf(name);
    if (column < 0) throw new KationError("unknown-name", `the model has no column ${name}`);
    rows.forEach((row) => {
      const value = run.values[run.times.indexOf(row[0]!) * run.columns.length + column] ?? Number.NaN;
      const share = Math.abs(value - row[j + 1]!) / Math.max(largest[j]!, floor);
      if (!(share <= difference)) {
        difference = Number.isNaN(share) ? Number.POSITIVE_INFINITY : share;
        where = `${name}, time ${row[0]}`;
      }
    });
  });
  return { difference, where };
}

/** A verdict with the time it took; refusals by name become verdicts, too. */
export function timed(id: string, judge: () => Pick<Verdict, "outcome" | "why">): Verdict {
  const began = performance.now();
  const seconds = (): number => (performance.now() - began) / 1000;
  try {
    return { id, ...judge(), seconds: seconds() };
  } catch (error) {
    if (!(error instanceof KationError)) throw error;
    return { id, outcome: "refused", why: `${error.code}: ${error.what}`, seconds: seconds() };
  }
}
