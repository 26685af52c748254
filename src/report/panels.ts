import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { plainNumber } from "#units";
import { fontFamily, fontSize, palette, pixels } from "./style.ts";

/** What one mark of a figure is drawn from. */
export type Row = Readonly<Record<string, string | number>>;

/** Options of Observable Plot. */
export type PlotOptions = Record<string, unknown>;

/** One panel per agent side by side (stacked on a single column), a legend above. */
export function facets(
  mm: number,
  agents: readonly string[],
  height: number,
  panel: (agent: string, options: PlotOptions) => PlotOptions,
  legend: readonly { label: string; colour: string }[],
  rows: readonly Row[] = [],
): string {
  const width = pixels(mm);
  const across = mm < 100 ? 1 : Math.min(agents.length, 3);
  const cell = Math.floor(width / across);
  const down = Math.ceil(agents.length / across);
  const high = height + 62;
  const top = 20;
  const entries: string[] = [];
  const label = String((panel(agents[0]!, {})["y"] as PlotOptions)["label"]);
  entries.push(`<text x="4" y="10">↑ ${label}</text>`);
  let x = 34 + 5.6 * label.length;
  for (const { label, colour } of legend) {
    entries.push(
      `<rect x="${x}" y="4" width="14" height="4" rx="2" fill="${colour}"/><text x="${x + 19}" y="10" font-size="${fontSize}" fill="${palette.ink}">${label}</text>`,
    );
    x += 34 + label.length * 6;
  }
  const domain = sharedDomain(rows);
  const panels = agents.map((agent, i) => {
    const options = panel(agent, {
      width: cell,
      height: high,
      marginLeft: 46,
      marginRight: 22,
      marginTop: 22,
      marginBottom: 36,
    });
    const y = { ...(options["y"] as PlotOptions), label: null };
    const svg = plot({
      ...options,
      y:
        domain && !("domain" in y)
          ? { ...y, domain: (y as PlotOptions)["type"] === "log" ? domain.log : domain.linear }
          : y,
    });
    const [px, py] = [(i % across) * cell, top + Math.floor(i / across) * high];
    return `<g transform="translate(${px},${py})"><text x="46" y="12" font-size="${fontSize}" font-weight="600" fill="${palette.ink}">${agent}</text><g text-anchor="middle">${inner(svg)}</g></g>`;
  });
  return frame(width, top + down * high, entries.join("") + panels.join(""));
}

function sharedDomain(rows: readonly Row[]): { log: [number, number]; linear: [number, number] } | undefined {
  if (rows.length === 0) return undefined;
  const high = Math.max(...rows.map((r) => Number(r["high"])).filter(Number.isFinite));
  const lows = rows.map((r) => Number(r["low"])).filter((v) => v > 0);
  const low = Math.min(...lows, high);
  // A potential is negative; all else starts at nothing.
  const least = Math.min(0, ...rows.map((r) => Number(r["low"])).filter(Number.isFinite));
  return { log: [Math.max(low, high * 1e-9), high], linear: [least, Math.max(0, high)] };
}

/** A figure of one panel, as wide and high as its options say. */
export function draw(_mm: number, options: PlotOptions): string {
  return frame(
    Number(options["width"]),
    Number(options["height"]),
    `<g text-anchor="middle">${inner(plot({ ...options, marginBottom: 36, marginTop: 8 }))}</g>`,
  );
}

/** Draws with Observable Plot in a document that belongs to nobody; class names are fixed so that bytes are. */
function plot(options: PlotOptions): string {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const node = Plot.plot({
    ...options,
    document,
    className: "kation",
    style: { fontFamily, fontSize: `${fontSize}px`, color: palette.ink, background: "none" },
  } as Plot.PlotOptions);
  return (node as unknown as { outerHTML: string }).outerHTML;
}

/** What is inside the root element of a drawing, without its style sheet. */
function inner(svg: string): string {
  return svg
    .replace(/^<svg[^>]*>/, "")
    .replace(/<\/svg>$/, "")
    .replace(/<style>[\s\S]*?<\/style>/, "");
}

/** A root element with the figure's own type and size. */
export function frame(width: number, height: number, content: string): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
    `font-family="${fontFamily}" font-size="${fontSize}" fill="currentColor" text-anchor="start" style="color:${palette.ink}">${content}</svg>`
  );
}

/** Ticks in plain digits, with a power of ten where long; never SI letters, which mislead beside a unit. */
export function tick(x: number): string {
  return ticked(x, 1e5);
}

/** Ticks of an axis of decades: its large numbers are powers, so that 10⁴ does not stand between 100 and 10⁶ in digits. */
export function powerTick(x: number): string {
  return ticked(x, 1e4);
}

function ticked(x: number, long: number): string {
  if (x === 0 || (Math.abs(x) < long && Math.abs(x) >= 1e-3)) return plainNumber(x, 3);
  const [mantissa, exponent] = x.toExponential(1).split("e") as [string, string];
  const power = `10${[...exponent].map((c) => (c === "-" ? "⁻" : ("⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(c)] ?? ""))).join("")}`;
  const times = String(Number(mantissa));
  return times === "1" ? power : `${times}×${power}`;
}

/** Room at the left for the longest of the labels. */
export function labelWidth(labels: readonly string[]): number {
  return labelGap + letter * Math.max(...labels.map((l) => l.length));
}

/** As much of a label as a margin has room for. */
export function fitted(label: string, margin: number): string {
  const room = Math.floor((margin - labelGap) / letter);
  return label.length <= room ? label : `${label.slice(0, room - 1).trimEnd()}…`;
}

/** Pixels beside a label, and those that a letter takes about. */
const [labelGap, letter] = [14, 5.6];
