import * as Plot from "@observablehq/plot";
import type { Arm, InfluenceRow, Results } from "#study";
import { plainNumber, printUnit, unit } from "#units";
import { draw, facets, fitted, labelWidth, powerTick, type Row, tick } from "./panels.ts";
import { palette, pixels, slug } from "./style.ts";

/** A figure: its name, what stands under it, and its drawing for a printed width. */
export interface Figure {
  readonly name: string;
  readonly title: string;
  readonly caption: string;
  readonly svg: (widthMm: number) => string;
}

const ugPerMl = 1e-3;

/** Viability against dose, a panel per agent: medians, bands, the draws behind them, half-effect doses and own points. */
export function doseResponseFigure(results: Results): Figure {
  const { study } = results.plan;
  const unit = results.doseUnit;
  const percent = Math.round(study.uncertainty.band * 100);
  const bands: Row[] = [];
  const draws: Row[] = [];
  const marks: Row[] = [];
  for (const arm of results.arms) {
    arm.particleDoses.forEach((dose, d) => {
      const band = results.band(arm, d, "viability");
      bands.push({
        agent: arm.agent.id,
        cell: arm.role,
        dose: unit.shown(arm, dose),
        median: band.median * 100,
        low: band.low * 100,
        high: band.high * 100,
      });
    });
    for (const world of sampled(results.plan.worlds.count, 40)) {
      arm.particleDoses.forEach((dose, d) => {
        draws.push({
          agent: arm.agent.id,
          cell: arm.role,
          world: `${arm.role}${world}`,
          dose: unit.shown(arm, dose),
          viability: results.viability(arm, world, d) * 100,
        });
      });
    }
    const { median } = results.ic50().find((r) => r.agent === arm.agent.id && r.role === arm.role)!;
    if (median > 0 && median < Infinity)
      marks.push({ agent: arm.agent.id, cell: arm.role, dose: unit.shown(arm, median), viability: 50 });
  }
  const points = measured(results);
  return {
    name: "dose-response",
    title: "Viability against dose",
    caption:
      `Median (line), ${percent} % band (shade) and single worlds (thin lines) of viability relative to the untreated control after ${hours(study.until)}; ` +
      `dot: median half-effect dose; ${results.standing}.${alikeNote(results)}${points.length > 0 ? " Crosses: measured points of the study." : ""} ${metalNote(results)}`,
    svg: (mm) =>
      facets(
        mm,
        agentsOf(results),
        150,
        (agent, options) => ({
          ...options,
          x: { type: "log", label: `dose (${unit.text})`, tickFormat: tick, ticks: 4 },
          y: {
            label: "viability (%)",
            domain: [0, Math.max(105, ...points.map((p) => Number(p["viability"])))],
            ticks: 5,
          },
          marks: [
            Plot.ruleY([50], { stroke: palette.grid, strokeDasharray: "3 3" }),
            Plot.line(draws.filter(of(agent)), {
              x: "dose",
              y: "viability",
              z: "world",
              stroke: colourOf,
              strokeWidth: 0.4,
              strokeOpacity: 0.22,
            }),
            Plot.areaY(bands.filter(of(agent)), {
              x: "dose",
              y1: "low",
              y2: "high",
              z: "cell",
              fill: colourOf,
              fillOpacity: 0.16,
              curve: "monotone-x",
            }),
            Plot.line(bands.filter(of(agent)), {
              x: "dose",
              y: "median",
              z: "cell",
              stroke: colourOf,
              strokeWidth: 1.8,
              curve: "monotone-x",
            }),
            Plot.dot(marks.filter(of(agent)), {
              x: "dose",
              y: "viability",
              fill: colourOf,
              stroke: "white",
              r: 3.5,
            }),
            Plot.dot(points.filter(of(agent)), {
              x: "dose",
              y: "viability",
              stroke: colourOf,
              symbol: "times",
              r: 4,
              strokeWidth: 1.4,
            }),
            Plot.ruleY([0], { stroke: palette.ink }),
          ],
        }),
        rolesOf(results),
      ),
  };
}

/** The study's own points at doses as they are shown, whatever basis they were given in. */
export function measured({ arms, doseUnit, plan: { study } }: Results): Row[] {
  return study.data.flatMap((p) => {
    const id = p.agent || study.agents[0]!.id;
    const arm = arms.find((a) => a.agent.id === id && a.role === p.cell);
    return arm
      ? [{ agent: id, cell: p.cell, dose: doseUnit.ofBasis(arm, p.dose), viability: p.viability * 100 }]
      : [];
  });
}

/** A read-out against dose, a panel per agent: medians and bands. */
export function readFigure(results: Results, read: string): Figure {
  const { text, label, shown: inUnit } = results.unitOf(read);
  const { doseUnit } = results;
  const rows = results.arms.flatMap((arm) =>
    arm.particleDoses.map((dose, d) => {
      const band = results.band(arm, d, read);
      return {
        agent: arm.agent.id,
        cell: arm.role,
        dose: doseUnit.shown(arm, dose),
        median: inUnit(band.median),
        low: inUnit(band.low),
        high: inUnit(band.high),
      };
    }),
  );
  const log = spansDecades(rows);
  const shown = log ? raised(rows) : rows;
  const doses = rows.map((r) => r.dose);
  return {
    name: `read-${slug(read)}`,
    title: `${sentence(label)} against dose`,
    caption: `${sentence(label)} after ${hours(results.plan.study.until)}: median and ${Math.round(results.plan.study.uncertainty.band * 100)} % band over worlds.`,
    svg: (mm) =>
      facets(
        mm,
        agentsOf(results),
        120,
        (agent, options) => ({
          ...options,
          x: {
            type: "log",
            domain: [Math.min(...doses), Math.max(...doses)],
            label: `dose (${doseUnit.text})`,
            tickFormat: tick,
            ticks: 4,
          },
          y: {
            type: log ? "log" : "linear",
            label: withUnit(label, text),
            ticks: 4,
            ...(log ? { tickFormat: powerTick } : { zero: true, tickFormat: tick }),
          },
          marks: [
            Plot.areaY(shown.filter(of(agent)), {
              x: "dose",
              y1: "low",
              y2: "high",
              z: "cell",
              fill: colourOf,
              fillOpacity: 0.16,
            }),
            Plot.line(shown.filter(of(agent)), {
              x: "dose",
              y: "median",
              z: "cell",
              stroke: colourOf,
              strokeWidth: 1.8,
            }),
          ],
        }),
        rolesOf(results),
        shown,
      ),
  };
}

/** A read-out against time at three doses in the tumour cell, a panel per agent. */
export function courseFigure(results: Results, read: string): Figure {
  const { text, label, shown: inUnit } = results.unitOf(read);
  const arms = results.arms.filter((a) => a.role === "tumour");
  const chosen = chosenDoses(arms[0]!.particleDoses.length);
  const scaled = read === "viability" ? (x: number): number => x / 0.01 : inUnit;
  const rows = arms.flatMap((arm) =>
    chosen.flatMap((d) =>
      Array.from(results.batch.times, (t, i) => {
        const band = results.band(arm, d, read, i);
        return {
          agent: arm.agent.id,
          dose: `${plainNumber(results.plan.study.doses[d]! / (results.plan.study.basis === "amount" ? 1e-3 : ugPerMl), 2)}`,
          time: t / 3600,
          median: scaled(band.median),
          low: scaled(band.low),
          high: scaled(band.high),
        };
      }),
    ),
  );
  const last = rows.filter((r) => r.time === results.batch.times.at(-1)! / 3600);
  // What was made since the dose begins at nothing: the decades that count are those of the end.
  const log = read !== "viability" && spansDecades(last);
  const shown = log ? raised(rows, last) : rows;
  const shades = ["#f2b48f", "#dd7a45", "#8a2f0a"];
  const domain = [...new Set(rows.map((r) => r.dose))];
  const colour = (r: Row): string => shades[domain.indexOf(String(r["dose"]))] ?? palette.ink;
  const dose = results.plan.study.basis === "amount" ? "µM" : "µg/mL";
  return {
    name: `course-${slug(read)}`,
    title: `${sentence(label)} against time`,
    caption: `Tumour cell at ${domain.join(", ")} ${dose} (light to dark): median and ${Math.round(results.plan.study.uncertainty.band * 100)} % band over worlds.`,
    svg: (mm) =>
      facets(
        mm,
        [...new Set(arms.map((a) => a.agent.id))],
        120,
        (agent, options) => ({
          ...options,
          x: { label: "time (h)", ticks: 5 },
          y: {
            type: log ? "log" : "linear",
            label: withUnit(label, read === "viability" ? "%" : text),
            ticks: 4,
            ...(log ? { tickFormat: powerTick } : { zero: true, tickFormat: tick }),
          },
          marks: [
            Plot.areaY(shown.filter(of(agent)), {
              x: "time",
              y1: "low",
              y2: "high",
              z: "dose",
              fill: colour,
              fillOpacity: 0.18,
            }),
            Plot.line(shown.filter(of(agent)), {
              x: "time",
              y: "median",
              z: "dose",
              stroke: colour,
              strokeWidth: 1.8,
            }),
            ...(log ? [] : [Plot.ruleY([0], { stroke: palette.ink })]),
          ],
        }),
        domain.map((d, i) => ({ label: `${d} ${dose}`, colour: shades[i]! })),
        shown,
      ),
  };
}

/** Selectivity of every agent: normal over tumour half-effect dose, within a world. */
export function selectivityFigure(results: Results): Figure | undefined {
  const rows = results
    .selectivity()
    .filter((r) => r.worlds > 0)
    .map((r) => ({
      agent: r.agent,
      median: clamp(r.median),
      low: clamp(r.low),
      high: clamp(r.high),
    }));
  if (rows.length === 0) return undefined;
  const limit = Math.max(3, ...rows.flatMap((r) => [r.high, 1 / r.low])) * 1.15;
  return {
    name: "selectivity",
    title: "Selectivity",
    caption:
      "Half-effect dose in the normal over that in the tumour cell, formed within each world: median and band. Right of 1 the tumour cell is the more sensitive. Worlds in which neither cell is reached have no ratio.",
    svg: (mm) =>
      draw(mm, {
        width: pixels(mm),
        height: 46 + 30 * rows.length,
        marginLeft: labelWidth(rows.map((r) => r.agent)),
        marginRight: 14,
        x: {
          type: "log",
          domain: [1 / limit, limit],
          label: "IC50 normal / IC50 tumour",
          tickFormat: tick,
          ticks: 5,
        },
        y: { label: null, domain: rows.map((r) => r.agent) },
        marks: [
          Plot.ruleX([1], { stroke: palette.faint, strokeDasharray: "3 3" }),
          Plot.ruleY(rows, { y: "agent", x1: "low", x2: "high", stroke: palette.ink, strokeWidth: 1.6 }),
          Plot.dot(rows, { y: "agent", x: "median", fill: palette.ink, r: 4 }),
        ],
      }),
  };
}

/** Why so wide: the numbers that go most with log IC50 of an arm. */
export function influenceFigure(results: Results, arm: Arm): Figure | undefined {
  return rankFigure(results, results.influence(arm), {
    name: `why-so-wide-${arm.agent.id}-${arm.role}`,
    title: `Why so wide: ${arm.agent.id}, ${arm.role} cell`,
    of: "log IC50",
    caption: "log IC50",
  });
}

/** The twelve strongest rank correlations with an outcome, and where chance alone would do; nothing when none is known. */
export function rankFigure(
  results: Results,
  influence: readonly InfluenceRow[],
  about: { readonly name: string; readonly title: string; readonly of: string; readonly caption: string },
): Figure | undefined {
  const rows = influence
    .slice(0, 12)
    .map((r) => ({ label: short(r.label), rho: r.rho, path: r.path, sure: r.beyondChance ? 1 : 0.4 }));
  if (rows.length === 0) return undefined;
  const labels = unique(rows);
  return {
    name: about.name,
    title: about.title,
    caption: `Rank correlation of varied numbers with ${about.caption} over ${results.plan.worlds.count} worlds, strongest first. One number alone would reach the end of the grey zone (${plainNumber(results.noise, 2)}) by chance; the strongest of all that vary would reach farther, and bars that it could reach are pale.`,
    svg: (mm) => {
      const margin = Math.min(labelWidth(labels.map((r) => r.label)), pixels(mm) * 0.58);
      return draw(mm, {
        width: pixels(mm),
        height: 46 + 19 * labels.length,
        marginLeft: margin,
        marginRight: 14,
        x: { domain: [-1, 1], label: `rank correlation with ${about.of}`, ticks: 5, tickFormat: tick },
        y: {
          label: null,
          domain: labels.map((r) => r.label),
          tickFormat: (label: string) => fitted(label, margin),
        },
        marks: [
          Plot.rectX([{ x1: -results.noise, x2: results.noise }], {
            x1: "x1",
            x2: "x2",
            fill: palette.grid,
            fillOpacity: 0.7,
          }),
          Plot.barX(labels, {
            y: "label",
            x: "rho",
            fill: (r: Row) => (Number(r["rho"]) < 0 ? palette.tumour : palette.normal),
            fillOpacity: "sure",
            insetTop: 2,
            insetBottom: 2,
          }),
          Plot.ruleX([0], { stroke: palette.ink }),
        ],
      });
    },
  };
}

/**
 * Rows for a logarithmic axis: what is nothing, or next to it, stands at the foot of the axis, the lowest of the rows that
 * `telling` holds.
 */
export function raised<T extends { low: number; median: number; high: number }>(
  rows: readonly T[],
  telling: readonly T[] = rows,
): T[] {
  const high = Math.max(...rows.map((r) => r.high).filter(Number.isFinite));
  const foot = Math.max(Math.min(...telling.map((r) => r.low).filter((v) => v > 0), high), high * 1e-9);
  const up = (value: number): number => Math.max(value, foot);
  return rows.map((r) => ({ ...r, low: up(r.low), median: up(r.median), high: up(r.high) }));
}

/** Rows of an agent. */
export const of =
  (agent: string) =>
  (r: Row): boolean =>
    r["agent"] === agent;
const colourOf = (r: Row): string => (r["cell"] === "normal" ? palette.normal : palette.tumour);

function rolesOf(results: Results): { label: string; colour: string }[] {
  const roles = [...new Set(results.arms.map((a) => a.role))];
  return roles.map((role) => ({ label: `${role} cell`, colour: palette[role] }));
}

/** Agents of a study by id. */
export function agentsOf(results: Results): string[] {
  return [...new Set(results.arms.map((a) => a.agent.id))];
}

function sampled(count: number, most: number): number[] {
  const stride = Math.max(1, Math.ceil(count / most));
  return Array.from({ length: count }, (_, w) => w).filter((w) => w % stride === 0);
}

/** Low, middle and high dose. */
function chosenDoses(count: number): number[] {
  return [...new Set([Math.floor((count - 1) / 3), Math.floor((2 * (count - 1)) / 3), count - 1])];
}

function spansDecades(rows: readonly Row[]): boolean {
  const medians = rows.map((r) => Number(r["median"])).filter((v) => v > 0 && Number.isFinite(v));
  return medians.length > 0 && Math.max(...medians) / Math.min(...medians) > 30;
}

/** Said under curves of a culture of mean cells: they are too steep. */
function alikeNote({ arms }: Results): string {
  const alike = arms.some((a) => a.agent.solute === undefined && a.classes.length === 1);
  return alike ? " All cells take up alike here, which makes curves steeper than those of a culture." : "";
}

function metalNote(results: Results): string {
  const shares = [
    ...new Map(results.arms.filter((a) => a.metalShare > 0).map((a) => [a.agent.id, a.metalShare])).entries(),
  ];
  if (shares.length === 0) return "";
  return `Doses are of particle; for the metal multiply by ${shares.map(([id, s]) => `${plainNumber(s, 2)} (${id})`).join(", ")}.`;
}

function hours(seconds: number): string {
  return `${plainNumber(seconds / 3600)} h`;
}

/** A label at the beginning of a sentence; `pH` and `mPTP` stay as they are. */
function sentence(label: string): string {
  return /^[a-z][a-z ]/.test(label) ? label[0]!.toUpperCase() + label.slice(1) : label;
}

function withUnit(label: string, unitText: string): string {
  const printed = unitText === "" || unitText === "1" ? "" : printUnit(unit(unitText));
  return printed === "" ? label : `${label} (${printed})`;
}

function clamp(x: number): number {
  return Math.min(Math.max(x, 1e-2), 1e2);
}

function short(label: string): string {
  return label.length > 52 ? `${label.slice(0, 50)}…` : label;
}

function unique<T extends { label: string }>(rows: readonly T[]): T[] {
  const seen = new Map<string, number>();
  return rows.map((r) => {
    const n = (seen.get(r.label) ?? 0) + 1;
    seen.set(r.label, n);
    return n === 1 ? r : { ...r, label: `${r.label} (${n})` };
  });
}
