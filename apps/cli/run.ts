import { basename, dirname, extname, join, resolve } from "node:path";
import { report } from "kation/report";
import {
  additivity,
  type Band,
  cellsText,
  type Hosts,
  massConcentration,
  type Results,
  run,
} from "kation/study";
import { KationError, plainNumber } from "kation/units";
import { colour } from "./colours.ts";
import {
  checkFolder,
  isAgentFile,
  loadStudy,
  printRemark,
  type StudyFlags,
  studyRemarks,
  whole,
  withPlaces,
  writeFiles,
} from "./files.ts";
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
  const beside = new Map<string, string>();
  const study = loadStudy(file, flags, beside);
  for (const remark of studyRemarks(study, file)) console.error(printRemark(remark));
  const out = flags.out ?? join("out", basename(file, extname(file)));
  checkFolder(out);
  if (resolve(out, "study.yaml") === resolve(file))
    throw new KationError(
      "failed-write",
      "the report's study.yaml would take the place of the study itself",
      {
        where: file,
        fix: "name another folder with --out",
      },
    );
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once("SIGINT", interrupt);
  const line = new ProgressLine();
  try {
    const results = await withPlaces(file, () =>
      run(study, {
        signal: stop.signal,
        ...(flags.workers === undefined ? {} : { workers: whole("--workers", flags.workers) }),
        onProgress: (p) => line.show(p.text, p.done === p.total),
      }),
    );
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
    // With what it names beside it, the exact study runs again from where it lies.
    const written = [...(await report(results, out)), ...writeFiles(out, beside)];
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
        units: { ic50: "kg/m^3" },
        ic50: results.ic50(),
        selectivity: results.selectivity(),
        ...(results.plan.study.axis
          ? {
              levels: results.levels.map((at) => ({
                level: results.plan.study.levels[at.level]!.text,
                ic50: at.ic50(),
              })),
              additivity: additivity(results),
            }
          : {}),
        ...(results.hosts
          ? {
              hosts: results.hosts.rows(),
              influence: Object.fromEntries(
                results.arms.map((arm) => [arm.agent.id, results.hosts!.influence(arm)]),
              ),
            }
          : {}),
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
  const title = `${worlds.count} ${worlds.count === 1 ? "world" : "worlds"}, ${results.batch.runs} runs, ${seconds.toFixed(0)} s`;
  console.log(`\n${colour.bold(study.title)} — ${title}`);
  console.log(colour.dim(results.standing));
  if (study.question !== "time-course") printAnswers(results);
  if (results.hosts) printHosts(results.hosts, results);
  console.log(
    `\n${textTable(["agent", "cell", ...study.read.map((r) => label(results, r))], readRows(results))}`,
  );
  console.log(
    colour.dim(
      `${worlds.count === 1 ? "values" : "medians"} at the highest dose and the end of the run${study.axis ? `, at ${study.levels[0]!.text}` : ""}`,
    ),
  );
  if (study.axis) printGrid(results);
  if (results.unfitText) console.log(colour.yellow(`\n${results.unfitText}`));
  const [first] = results.failures.values();
  if (first) console.log(colour.yellow(`\n${results.failures.size} runs failed; the first: ${first}`));
  const html = written.find((f) => f.endsWith(".html"))!;
  console.log(`\nreport   ${html}`);
  console.log(
    `files    ${written.length} in ${dirname(html)} (tables .csv .parquet, figures .svg .png, study.yaml)`,
  );
  // Under npm the command is not on the path of the shell.
  const kation = process.env["npm_lifecycle_event"] ? "npm run kation --" : "kation";
  const [named] = results.plan.study.document["agents"] as readonly unknown[];
  const shown =
    typeof named === "string" && isAgentFile(named) ? join(dirname(file), named) : results.arms[0]!.agent.id;
  const next = [
    [`${kation} explain ${file}`, "what was assembled"],
    [`${kation} show ${shown}`, "where its numbers come from"],
    [`${kation} new agent my-agent`, "your own agent"],
  ] as const;
  const widest = Math.max(...next.map(([command]) => command.length));
  console.log(
    colour.dim(
      `\nGo on:   ${next.map(([command, what]) => `${command.padEnd(widest)}   ${what}`).join("\n         ")}`,
    ),
  );
}

/** IC50 and selectivity. */
function printAnswers(results: Results): void {
  const percent = Math.round(results.plan.study.uncertainty.band * 100);
  const half = results
    .ic50()
    .map((r) => [r.agent, r.cell, r.text, metalText(r.metal.median), `${Math.round(r.notReached * 100)} %`]);
  console.log(
    `\n${textTable(["agent", "cell", `${results.ic50Name} (${percent} % band)`, "metal", "not reached"], half)}`,
  );
  const ratios = results
    .selectivity()
    .map((r) => [r.agent, r.text, r.worlds === 0 ? "–" : `${Math.round(r.above1 * 100)} % of ${r.worlds}`]);
  if (ratios.length === 0) return;
  const header = ["agent", `selectivity, normal/tumour (${percent} % band)`, "tumour more sensitive"];
  console.log(`\n${textTable(header, ratios)}`);
}

/** IC50 by level, and survival with the excess over Bliss additivity by dose and level. */
function printGrid(results: Results): void {
  const { axis, levels, question } = results.plan.study;
  if (question !== "time-course") {
    const half = results.levels.flatMap((at) =>
      at.ic50().map((r) => [r.agent, r.cell, levels[at.level]!.text, r.text]),
    );
    console.log(`\n${textTable(["agent", "cell", axis!.name, "IC50 over a control so treated"], half)}`);
  }
  const rows = additivity(results);
  if (rows.length === 0) {
    console.log(colour.dim("no level is 0, or no survival is read: nothing to hold the others against"));
    return;
  }
  for (const read of new Set(rows.map((r) => r.read))) {
    const lines = results.arms.flatMap((arm) =>
      arm.particleDoses.map((dose, d) => [
        arm.agent.id,
        arm.cell.id,
        massConcentration(dose),
        ...rows
          .filter((r) => r.read === read && r.agent === arm.agent.id && r.role === arm.role && r.dose === d)
          .map(
            (r) =>
              `${plainNumber(100 * r.found.median, 2)} % ${signed(r.excess.median)} (${signed(r.excess.low)} – ${signed(r.excess.high)})`,
          ),
      ]),
    );
    const header = ["agent", "cell", "dose", ...levels.slice(1).map((l) => l.text)];
    console.log(`\n${textTable(header, lines)}`);
    console.log(
      colour.dim(
        `${read} over cells with neither; then how many of a hundred cells die beyond what both would kill independently (Bliss, median and band)`,
      ),
    );
  }
}

function signed(share: number): string {
  const points = plainNumber(Math.abs(100 * share), 2);
  return Math.abs(share) < 0.005 ? "0" : share > 0 ? `+${points}` : `−${points}`;
}

/** What became of hosts that were given the cells of a culture. */
function printHosts(hosts: Hosts, { arms, plan }: Results): void {
  const living = plan.study.host!.living;
  const text = ({ median, low, high }: Band): string =>
    `${cellsText(median)} (${cellsText(low)} – ${cellsText(high)})`;
  const rows = hosts
    .rows()
    .map((r) => [
      r.agent,
      massConcentration(arms.find((a) => a.agent.id === r.agent)!.particleDoses[r.dose]!),
      text(r.dead),
      ...(living ? [text(r.living)] : []),
      text(r.tumour),
      plainNumber(r.ratio.median, 2),
      `${Math.round(r.held * 100)} %`,
      `${Math.round(r.heldBySignals * 100)} %`,
    ]);
  const naive = hosts.rows()[0]!.naive;
  console.log(
    `\n${textTable(["agent", "dose", "dead given", ...(living ? ["living given"] : []), "tumour cells", "of naive", "< naive/10", "< silent/10"], rows)}`,
  );
  console.log(
    colour.dim(
      `hosts on day ${plainNumber(hosts.days.at(-1)!)}; naive: ${text(naive)} cells; silent: given as many dead cells without signals`,
    ),
  );
  const decides = arms.flatMap((arm) =>
    hosts
      .influence(arm)
      .slice(0, 3)
      .map((r) => [arm.agent.id, r.label, plainNumber(r.rho, 2), r.beyondChance ? "" : "could be chance"]),
  );
  if (decides.length > 0)
    console.log(
      `\n${textTable(["agent", "what goes most with tumour over naive, highest dose", "rank correlation", ""], decides)}`,
    );
}

/** Median by mass of metal. */
function metalText(kgPerM3: number): string {
  if (Number.isNaN(kgPerM3)) return "no metal";
  if (kgPerM3 === 0 || kgPerM3 === Infinity) return kgPerM3 === 0 ? "below" : "above";
  return massConcentration(kgPerM3);
}

function label(results: Results, read: string): string {
  const { text } = results.unitOf(read);
  return text === "" ? read : `${read} (${text.replace(/^u(?=[A-Z])/, "µ").replace("degC", "°C")})`;
}

function readRows(results: Results): string[][] {
  return results.arms.map((arm) => [
    arm.agent.id,
    arm.cell.id,
    ...results.plan.study.read.map((read) => {
      const band = results.band(arm, arm.particleDoses.length - 1, read);
      const [median, low, high] = [band.median, band.low, band.high].map((x) =>
        plainNumber(results.unitOf(read).shown(x), 2),
      );
      return results.plan.worlds.count === 1 ? median! : `${median} (${low} – ${high})`;
    }),
  ]);
}
