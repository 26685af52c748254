import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { type SbmlTable, sbmlFigure, sbmlReport } from "./sbml-report.ts";

/** One tool on one model at one requested tolerance; `error` is null for a run that failed. */
export interface Row {
  readonly tool: string;
  readonly model: string;
  readonly rtol: number;
  readonly error: number | null;
  /** Median time of a run, µs, and the middle half of the times. */
  readonly us: number;
  readonly low: number;
  readonly high: number;
  readonly runs: number;
  readonly steps: number | null;
  readonly status: string;
}

/** Rows of a tool on a model that no other of its rows beats in both error and time, most accurate last. */
export function front(rows: readonly Row[]): readonly Row[] {
  const good = rows.filter((r) => r.error !== null && r.error > 0 && Number.isFinite(r.error) && r.us > 0);
  return good
    .filter(
      (r) =>
        !good.some(
          (o) => o !== r && o.error! <= r.error! && o.us <= r.us && (o.error! < r.error! || o.us < r.us),
        ),
    )
    .sort((a, b) => b.error! - a.error!);
}

/**
 * Time a tool needs for an achieved error, by straight lines between its rows in logarithms; null when it never gets
 * there. A tool that is more accurate even at its cheapest is taken at its cheapest: nothing is extrapolated.
 */
export function timeFor(rows: readonly Row[], error: number): number | null {
  const line = front(rows);
  const first = line.findIndex((r) => r.error! <= error);
  if (first < 0) return null;
  const b = line[first]!;
  if (first === 0) return b.us;
  const a = line[first - 1]!;
  const share = Math.log(a.error! / error) / Math.log(a.error! / b.error!);
  return a.us * (b.us / a.us) ** share;
}

/** Geometric mean of what is known; null when nothing is. */
export function geometricMean(values: readonly (number | null)[]): number | null {
  const known = values.filter((v): v is number => v !== null && v > 0 && Number.isFinite(v));
  return known.length === 0 ? null : Math.exp(known.reduce((s, v) => s + Math.log(v), 0) / known.length);
}

const colours: Readonly<Record<string, string>> = {
  Kation: "#c8501e",
  "CVODE dense": "#9aa3ad",
  "CVODE dense, tuned": "#5d6670",
  "CVODE KLU": "#0b6fb3",
  libRoadRunner: "#2a8f6a",
  COPASI: "#8a5fb0",
};
const ink = "#1c1f24";
const faint = "#6b7280";
const grid = "#e3e5e8";

/** Time against achieved error, a panel per model, as one SVG. */
export function figure(models: readonly string[], rows: readonly Row[], sbml?: SbmlTable): string {
  const [width, height, across, top] = [300, 210, 3, 46];
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const panels = models.map((model, index) => {
    const here = rows.filter(
      (r) => r.model === model && r.tool in colours && r.error !== null && r.error > 0 && r.error <= 1,
    );
    const lines = Object.keys(colours).flatMap((tool) => [...front(here.filter((r) => r.tool === tool))]);
    const svg = Plot.plot({
      document: document as never,
      width,
      height,
      marginLeft: 46,
      marginRight: 14,
      marginTop: 26,
      marginBottom: 34,
      style: { fontFamily: "Inter, system-ui, sans-serif", fontSize: "10px", color: ink, background: "none" },
      x: { type: "log", reverse: true, label: null, ticks: 5, tickFormat: power },
      y: { type: "log", label: null, ticks: 4, tickFormat: duration },
      marks: [
        Plot.gridX({ stroke: grid, strokeOpacity: 1, ticks: 5 }),
        Plot.gridY({ stroke: grid, strokeOpacity: 1, ticks: 4 }),
        Plot.line(lines, {
          x: "error",
          y: "us",
          z: "tool",
          stroke: (r: Row) => colours[r.tool]!,
          strokeWidth: (r: Row) => (r.tool === "Kation" ? 2.2 : 1.5),
        }),
        Plot.dot(lines, { x: "error", y: "us", fill: (r: Row) => colours[r.tool]!, r: 2.2 }),
      ],
    } as Plot.PlotOptions);
    const x = (index % across) * width;
    const y = top + Math.floor(index / across) * height;
    return `<g transform="translate(${x},${y})"><text x="46" y="14" font-size="12" font-weight="600" fill="${ink}">${model}</text>${svg.outerHTML}</g>`;
  });
  let next = 46;
  const legend = Object.entries(colours)
    .map(([tool, colour]) => {
      const x = next;
      next += 52 + 6.6 * tool.length;
      return `<g transform="translate(${x},20)"><line x2="18" stroke="${colour}" stroke-width="2.5"/><text x="24" y="4" font-size="12" fill="${ink}">${tool}</text></g>`;
    })
    .join("");
  const networks = top + Math.ceil(models.length / across) * height;
  const total = networks + (sbml ? 230 : 0);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${across * width} ${total + 22}" font-family="Inter, system-ui, sans-serif" fill="currentColor">`,
    `<rect width="100%" height="100%" fill="white"/>${legend}${panels.join("")}`,
    `<text x="${across * width - 14}" y="${networks + 12}" text-anchor="end" font-size="11" fill="${faint}">time per run against achieved error (smaller to the right), logarithmic</text>`,
    ...(sbml
      ? [`<g transform="translate(0,${networks + 16})">${sbmlFigure(sbml, across * width, 200)}</g>`]
      : []),
    "</svg>\n",
  ].join("\n");
}

function power(value: number): string {
  return `1e${Math.round(Math.log10(value))}`;
}

function duration(us: number): string {
  if (us < 1000) return `${+us.toPrecision(2)} µs`;
  return us < 1e6 ? `${+(us / 1000).toPrecision(2)} ms` : `${+(us / 1e6).toPrecision(2)} s`;
}

/** Ensemble of one model: µs per member. */
export interface EnsembleRow {
  readonly tool: string;
  readonly model: string;
  readonly usPerMember: number;
  readonly members: number;
  readonly failed: number;
}

/** Everything that was measured. */
export interface Results {
  readonly machine: Readonly<Record<string, string | number>>;
  readonly versions: Readonly<Record<string, string>>;
  readonly summary: Readonly<Record<string, number | null>>;
  readonly rows: readonly Row[];
  readonly ensembles: readonly EnsembleRow[];
  readonly clocks: readonly {
    readonly tool: string;
    readonly model: string;
    readonly loadMs: number;
    readonly firstMs: number | null;
  }[];
  /** What a peer or Kation did not reach, in words. */
  readonly notes: readonly string[];
  /** What a folder of SBML files gave. */
  readonly sbml?: SbmlTable;
}

/** The results in words and tables, with what Kation loses said as plainly as what it wins. */
export function report(results: Results, models: readonly string[]): string {
  const tools = [...new Set(results.rows.map((r) => r.tool))];
  const of = (tool: string, model: string): Row[] =>
    results.rows.filter((r) => r.tool === tool && r.model === model);
  const cell = (us: number | null): string => (us === null ? "–" : duration(us));
  const table = (error: number): string[] => [
    `## Time for an achieved error of ${error}`,
    "",
    `| model | ${tools.join(" | ")} |`,
    `|---|${tools.map(() => "---:").join("|")}|`,
    ...models.map((m) => `| ${m} | ${tools.map((t) => cell(timeFor(of(t, m), error))).join(" | ")} |`),
    "",
  ];
  const lost = [1e-4, 1e-6].flatMap((error) =>
    models.flatMap((m) => {
      const own = timeFor(of("Kation", m), error);
      return tools
        .filter((t) => t !== "Kation")
        .flatMap((t) => {
          const theirs = timeFor(of(t, m), error);
          if (theirs === null || (own !== null && own <= theirs)) return [];
          return [
            own === null
              ? `- ${m}, error ${error}: ${t} reaches it, Kation does not.`
              : `- ${m}, error ${error}: ${t} is ${(own / theirs).toFixed(2)} times as fast.`,
          ];
        });
    }),
  );
  return [
    "# Kation and its peers",
    "",
    "Times at equal achieved error, interpolated between tolerances in logarithms and never extrapolated; – where a tool does not reach the error. Every solver gets the same absolute tolerances, a share of each species' peak, and the same 101 output times; COPASI takes one absolute tolerance for all species and is given the best of three. Kation and CVODE are timed in turn, in the same minute, library calls only. “CVODE dense” is the distribution’s library, built for any machine; “tuned” has its dense algebra compiled for this one.",
    "",
    ...Object.entries({ ...results.machine, ...results.versions }).map(([k, v]) => `- ${k}: ${v}`),
    "",
    "## Summary",
    "",
    "| key | value |",
    "|---|---:|",
    ...Object.entries(results.summary).map(([k, v]) => `| ${k} | ${v === null ? "–" : +v.toPrecision(3)} |`),
    "",
    ...table(1e-4),
    ...table(1e-6),
    "## The references, seen by other methods",
    "",
    "References are CVODE-KLU at rtol 1e-12 (fenton, e5: 1e-10). Smallest distance from them that a solver of another family (Rosenbrock, Radau, LSODA) reached:",
    "",
    ...models.map((m) => {
      const others = results.rows.filter(
        (r) => r.model === m && r.error !== null && /Kation|Radau|LSODA|COPASI/.test(r.tool),
      );
      const best = others.reduce<Row | undefined>((a, b) => (a && a.error! <= b.error! ? a : b), undefined);
      return best
        ? `- ${m}: ${best.error!.toExponential(1)} (${best.tool}, rtol ${best.rtol.toExponential(0)})`
        : `- ${m}: none`;
    }),
    "",
    "## Ensembles at rtol 1e-4, per member and core",
    "",
    "| model | tool | time | members | failed |",
    "|---|---|---:|---:|---:|",
    ...results.ensembles.map(
      (e) => `| ${e.model} | ${e.tool} | ${duration(e.usPerMember)} | ${e.members} | ${e.failed} |`,
    ),
    "",
    "## Load and first run",
    "",
    "| model | tool | load, ms | first run, ms |",
    "|---|---|---:|---:|",
    ...results.clocks.map(
      (c) => `| ${c.model} | ${c.tool} | ${c.loadMs.toFixed(1)} | ${c.firstMs?.toFixed(2) ?? "–"} |`,
    ),
    "",
    "## Where we lose",
    "",
    ...(lost.length > 0 ? lost : ["Nowhere in these tables."]),
    "",
    ...(results.sbml ? sbmlReport(results.sbml) : []),
    ...(results.notes.length > 0
      ? ["## Not reached, or failed", "", ...results.notes.map((n) => `- ${n}`), ""]
      : []),
  ].join("\n");
}
