import { writeStudy } from "#formats";
import { writeAll } from "#report-assets";
import { type Column, csv, parquet, type Table, table } from "#results";
import { type Arm, additivity, type InfluenceRow, levelColumn, type Results } from "#study";
import { version } from "#units";
import { figures } from "./figures.ts";
import { hostTable } from "./hosts.ts";
import { html } from "./html.ts";
import { png } from "./png.ts";
import { widths } from "./style.ts";

/**
 * Writes the report of a study into a folder: `report.html` (self-contained), figures as SVG and PNG at 85 and 170 mm,
 * tables as CSV and Parquet, and the exact study.
 *
 * @returns paths of the files
 * @throws `failed-write`; nothing is half-written
 * @example  await report(await run(study), "out/copper-versus-iron")
 */
export async function report(results: Results, folder: string): Promise<string[]> {
  return writeAll(folder, await files(results));
}

/** The files of a report by name, in memory. The same study gives the same bytes. */
export async function files(results: Results): Promise<Map<string, string | Uint8Array>> {
  const out = new Map<string, string | Uint8Array>();
  const study = writeStudy(results.plan.study);
  const about = { kation: version, study, seed: String(results.plan.study.seed) };
  out.set("report.html", html(results));
  out.set("study.yaml", study);
  out.set("runs.parquet", parquet(results.table(), about));
  if (results.hosts) {
    out.set("hosts.parquet", parquet(results.hosts.table(), about));
    out.set("vaccines.csv", csv(hostTable(results.hosts)));
  }
  out.set("worlds.parquet", parquet(results.worlds(), about));
  for (const t of [
    halfEffectTable(results),
    ...(results.plan.study.axis ? [additivityTable(results)] : []),
    selectivityTable(results),
    influenceTable(
      "influence",
      results.arms.map((arm) => [arm, results.influence(arm)]),
    ),
    ...(results.hosts
      ? [
          influenceTable(
            "influence-in-hosts",
            results.arms.map((arm) => [arm, results.hosts!.influence(arm)]),
          ),
        ]
      : []),
    parameterTable(results),
  ]) {
    out.set(`${t.name}.csv`, csv(t));
  }
  for (const figure of figures(results)) {
    for (const mm of widths) {
      const svg = figure.svg(mm);
      out.set(`figures/${figure.name}-${mm}mm.svg`, svg);
      out.set(`figures/${figure.name}-${mm}mm.png`, await png(svg, mm));
    }
  }
  return out;
}

function halfEffectTable(results: Results): Table {
  const rows = results.levels.flatMap((at) => at.ic50().map((row) => ({ ...row, level: at.level })));
  const number = (
    name: string,
    f: (r: (typeof rows)[number]) => number,
  ): { name: string; unit: string; values: Float64Array } => ({
    name,
    unit: "ug/mL",
    values: Float64Array.from(rows, (r) => f(r) * 1e3),
  });
  return table("ic50", [
    { name: "agent", unit: "", values: rows.map((r) => r.agent) },
    { name: "cell", unit: "", values: rows.map((r) => r.cell) },
    ...levelColumn(
      results.plan.study,
      rows.map((r) => r.level),
    ),
    number("median", (r) => r.median),
    number("low", (r) => r.low),
    number("high", (r) => r.high),
    number("metal_median", (r) => r.metal.median),
    number("metal_low", (r) => r.metal.low),
    number("metal_high", (r) => r.metal.high),
    { name: "share_not_reached", unit: "", values: Float64Array.from(rows, (r) => r.notReached) },
    { name: "worlds", unit: "", values: Int32Array.from(rows, (r) => r.worlds) },
    { name: "failed", unit: "", values: Int32Array.from(rows, (r) => r.failed) },
    { name: "note", unit: "", values: rows.map((r) => r.note) },
  ]);
}

/** Survival at each dose and level, what both would leave independently, and the difference. */
function additivityTable(results: Results): Table {
  const rows = additivity(results);
  const band = (name: "found" | "expected" | "excess"): Column[] =>
    (["median", "low", "high"] as const).map((end) => ({
      name: `${name}_${end}`,
      unit: "",
      values: Float64Array.from(rows, (r) => r[name][end]),
    }));
  return table("additivity", [
    ...(["agent", "cell", "read"] as const).map((name) => ({
      name,
      unit: "",
      values: rows.map((r) => r[name]),
    })),
    { name: "dose_particle", unit: "ug/mL", values: Float64Array.from(rows, (r) => r.particle * 1e3) },
    ...levelColumn(
      results.plan.study,
      rows.map((r) => r.level),
    ),
    ...band("found"),
    ...band("expected"),
    ...band("excess"),
    { name: "share_above", unit: "", values: Float64Array.from(rows, (r) => r.above) },
  ]);
}

function selectivityTable(results: Results): Table {
  const rows = results.selectivity();
  return table("selectivity", [
    { name: "agent", unit: "", values: rows.map((r) => r.agent) },
    ...(["median", "low", "high", "above1"] as const).map((name) => ({
      name,
      unit: "",
      values: Float64Array.from(rows, (r) => r[name]),
    })),
    { name: "worlds", unit: "", values: Int32Array.from(rows, (r) => r.worlds) },
  ]);
}

function influenceTable(name: string, found: readonly (readonly [Arm, readonly InfluenceRow[]])[]): Table {
  const rows = found.flatMap(([arm, ranked]) =>
    ranked.map((r) => ({ ...r, agent: arm.agent.id, cell: arm.cell.id })),
  );
  return table(name, [
    ...(["agent", "cell", "path", "label", "grade"] as const).map((name) => ({
      name,
      unit: "",
      values: rows.map((r) => r[name]),
    })),
    { name: "rho", unit: "", values: Float64Array.from(rows, (r) => r.rho) },
    { name: "experiment", unit: "", values: rows.map((r) => r.experiment) },
  ]);
}

function parameterTable(results: Results): Table {
  const seen = new Map(results.models.flatMap((m) => m.parameters).map((p) => [p.path, p]));
  const rows = [...seen.values()];
  const limit = (i: 0 | 1): string[] =>
    rows.map((p) =>
      p.sourced?.range ? `${p.sourced.range[i].value} ${p.sourced.range[i].unit.text}`.trim() : "",
    );
  return table("parameters", [
    { name: "path", unit: "", values: rows.map((p) => p.path) },
    { name: "label", unit: "", values: rows.map((p) => p.label) },
    { name: "value", unit: "", values: Float64Array.from(rows, (p) => p.value) },
    { name: "unit", unit: "", values: rows.map((p) => p.unit.text) },
    { name: "low", unit: "", values: limit(0) },
    { name: "high", unit: "", values: limit(1) },
    { name: "grade", unit: "", values: rows.map((p) => p.sourced?.grade ?? "set-up") },
    { name: "source", unit: "", values: rows.map((p) => p.sourced?.source ?? "") },
    { name: "at", unit: "", values: rows.map((p) => p.sourced?.at ?? "") },
    { name: "why", unit: "", values: rows.map((p) => p.sourced?.why ?? "") },
    { name: "generic", unit: "", values: rows.map((p) => (p.generic ? "yes" : "no")) },
  ]);
}
