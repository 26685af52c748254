import { basename, extname, join } from "node:path";
import { report } from "kation/report";
import { type Results, run } from "kation/study";
import { KationError, plainNumber } from "kation/units";
import pc from "picocolors";
import { loadStudy, type StudyFlags, whole } from "./files.ts";
import { ProgressLine, textTable } from "./output.ts";

/** Flags of `kation run`. */
export interface RunFlags extends StudyFlags {
  readonly out?: string;
  readonly workers?: string;
  readonly json?: boolean;
}

/** kation run STUDY */
export async function runVerb(file: string, flags: RunFlags): Promise<void> {
  const began = Date.now();
  const study = loadStudy(file, flags);
  const out = flags.out ?? join("out", basename(file, extname(file)));
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once("SIGINT", interrupt);
  const line = new ProgressLine();
  try {
    const results = await run(study, {
      signal: stop.signal,
      ...(flags.workers === undefined ? {} : { workers: Math.max(1, whole("--workers", flags.workers)) }),
      onProgress: (p) => line.show(p.text, p.done === p.total),
    });
    if (results.failures.size === results.batch.runs) {
      throw new KationError("failed-integration", "no run reached its end", {
        why: [...results.failures.values()][0] ?? "",
        fix: "kation check the study; try numerics: { rtol: 1e-6 }",
      });
    }
    if (stop.signal.aborted)
      throw new KationError("interrupted", "stopped before the report was written", {
        fix: "run it again; nothing was kept",
      });
    const written = await report(results, out);
    if (flags.json) printJson(results, written);
    else printTables(results, file, written, (Date.now() - began) / 1000);
  } finally {
    process.off("SIGINT", interrupt);
  }
}

function printJson(results: Results, written: readonly string[]): void {
  console.log(
    JSON.stringify(
      {
        title: results.plan.study.title,
        ic50: results.ic50(),
        selectivity: results.selectivity(),
        achievedError: results.achievedError,
        runs: results.batch.runs,
        failed: results.failures.size,
        files: written,
      },
      (_, value) => (value === Infinity ? "Infinity" : value === -Infinity ? "-Infinity" : value),
      1,
    ),
  );
}

function printTables(results: Results, file: string, written: readonly string[], seconds: number): void {
  const { study, worlds } = results.plan;
  const percent = Math.round(study.uncertainty.band * 100);
  console.log(
    `\n${pc.bold(study.title)} — ${worlds.count} worlds, ${results.batch.runs} runs, ${seconds.toFixed(0)} s`,
  );
  console.log(pc.dim("prior prediction, not calibrated"));
  console.log(
    `\n${textTable(
      ["agent", "cell", `IC50 (${percent} % band)`, "not reached"],
      results.ic50().map((r) => [r.agent, r.cell, r.text, `${Math.round(r.notReached * 100)} %`]),
    )}`,
  );
  const selectivity = results.selectivity();
  if (selectivity.length > 0) {
    console.log(
      `\n${textTable(
        ["agent", `selectivity, normal/tumour (${percent} % band)`, "tumour more sensitive"],
        selectivity.map((r) => [
          r.agent,
          r.text,
          r.worlds === 0 ? "–" : `${Math.round(r.above1 * 100)} % of ${r.worlds}`,
        ]),
      )}`,
    );
  }
  console.log(
    `\n${textTable(["agent", "cell", ...study.read.map((r) => label(results, r))], readRows(results))}`,
  );
  console.log(pc.dim("medians at the highest dose and the end of the run"));
  if (results.failures.size > 0)
    console.log(
      pc.yellow(`\n${results.failures.size} runs failed; the first: ${[...results.failures.values()][0]}`),
    );
  const html = written.find((f) => f.endsWith(".html"))!;
  console.log(
    `\nreport   ${html}\nfiles    ${written.length} in ${join(html, "..")} (tables .csv .parquet, figures .svg .png, study.yaml)`,
  );
  console.log(
    pc.dim(
      `\nGo on:   kation explain ${file}      what was assembled\n         kation show ${results.arms[0]!.agent.id}      where its numbers come from\n         kation new agent my-agent      your own agent`,
    ),
  );
}

function label(results: Results, read: string): string {
  const { text } = results.unitOf(read);
  return text === "" ? read : `${read} (${text.replace(/^u(?=[A-Z])/, "µ")})`;
}

function readRows(results: Results): string[][] {
  return results.arms.map((arm) => [
    arm.agent.id,
    arm.cell.id,
    ...results.plan.study.read.map((read) => {
      const band = results.band(arm, arm.particleDoses.length - 1, read);
      const { factor } = results.unitOf(read);
      return `${plainNumber(band.median / factor, 2)} (${plainNumber(band.low / factor, 2)} – ${plainNumber(band.high / factor, 2)})`;
    }),
  ]);
}
