import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sbmlModel } from "kation/formats";
import { simulate } from "kation/study";
import { columnDifference, timed } from "./biomodels.ts";
import { openFile, type Verdict } from "./suite.ts";

/** The segment polarity network against the tables of COPASI and AMICI: within 1e-5 of one of them. */
export function judgeSegmentPolarity(root: string): Verdict[] {
  const folder = join(root, "vonDassow2000");
  return [
    timed("vonDassow2000", () => {
      const document = openFile(join(folder, "vonDassow2000_1x4.timecourse1.xml"));
      const outputs = document.model.species.map((s) => ({ id: s.id, as: "concentration" as const }));
      const named = new Map(document.model.species.map((s) => [s.name ?? s.id, s.id]));
      const tables = ["copasi", "amici"].map((tool) =>
        readTsv(join(folder, `timecourse1.${tool}.tsv`), named),
      );
      const times = Float64Array.from(tables[0]!.rows, (row) => row[0]!);
      const run = simulate(sbmlModel(document, { outputs }), { times, rtol: 1e-9, atol: 1e-15 });
      if (run.status !== "done") return { outcome: "refused", why: `run: ${run.message}` };
      const found = tables.map(({ header, rows }) => columnDifference(run, header.slice(1), rows));
      const least = Math.min(...found.map((f) => f.difference));
      const why = found.map((f) => `${f.difference.toExponential(1)} at ${f.where}`).join("; ");
      return { outcome: least <= 1e-5 ? "passed" : "wrong", why };
    }),
  ];
}

/** A table of a tool with its columns under the ids of the model; names may stand in brackets. */
function readTsv(file: string, named: ReadonlyMap<string, string>): { header: string[]; rows: number[][] } {
  const [head, ...lines] = readFileSync(file, "utf8").trim().split(/\r?\n/);
  const header = head!.split("\t").map((cell) => {
    const name = cell.trim().replace(/^"?\[?(.*?)\]?"?$/, "$1");
    return named.get(name) ?? name;
  });
  return { header, rows: lines.map((line) => line.split("\t").map(Number)) };
}
