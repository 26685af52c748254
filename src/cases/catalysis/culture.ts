import { type Agent, type Cell, type CellKey, cells, crossed, findAgent, type ProtocolStep } from "#biology";
import type { Sourced } from "#model";
import { type AskedStep, doseResponse, type Results, type Study } from "#study";
import { ln } from "#units";
import { type TakenApart, takeApart } from "../apart.ts";
import { ask, caseDraws } from "../claim.ts";

/** The common frame of the cases: 24 h in a 96-well plate at 10⁵ cells/mL, two doses, 128 worlds. */
export function frame(options: {
  readonly agents: readonly (string | Agent)[];
  readonly medium?: string;
  readonly dose?: string;
  readonly set?: Readonly<Record<string, unknown>>;
  readonly read?: readonly string[];
  readonly basis?: "particle" | "metal" | "amount";
  readonly cell?: string;
  readonly doses?: readonly string[];
  readonly until?: string;
  readonly with?: readonly string[];
  readonly without?: readonly string[];
  readonly protocol?: readonly AskedStep[];
  /** Paths that vary; worlds of two studies are the same only where the same numbers vary in both. */
  readonly vary?: readonly string[];
  /** Report times, five where only the end is looked at. */
  readonly points?: number;
  /** Worlds, where a share close to a boundary asks for more than {@link caseDraws}. */
  readonly draws?: number;
}): Study {
  const medium = options.medium ?? "medium-ph6.5";
  return doseResponse({
    title: "a case",
    agents: options.agents,
    cells: { tumour: options.cell ?? "tumour-generic" },
    environment: { tumour: medium },
    culture: { density: "1e5 1/mL", volume: "100 uL" },
    dose: { list: [...(options.doses ?? [options.dose ?? "20 ug/mL"])], basis: options.basis ?? "particle" },
    until: options.until ?? "24 h",
    read: options.read ?? ["viability", "OH.made", "metal"],
    numerics: { points: options.points ?? 5 },
    uncertainty: { draws: options.draws ?? caseDraws, ...(options.vary ? { vary: [...options.vary] } : {}) },
    seed: 1,
    ...(options.set ? { set: options.set } : {}),
    ...(options.with ? { with: [...options.with] } : {}),
    ...(options.without ? { without: [...options.without] } : {}),
    ...(options.protocol ? { protocol: [...options.protocol] } : {}),
  });
}

/** A read-out of the only dose in every world of an agent, base units; less the untreated control when `net`. */
export function column(results: Results, agent: string, read: string, net: boolean = false): number[] {
  const arm = results.arms.find((a) => a.agent.id === agent)!;
  return Array.from(
    { length: results.plan.worlds.count },
    (_, w) => results.read(arm, w, 0, read) - (net ? results.read(arm, w, -1, read) : 0),
  );
}

/**
 * Coats as written, and sizes too where agents are to be the same particle, or where the particle is not what is asked:
 * numbers of two agents are drawn apart, and a coat that lasts longer on one of them, or a rod that is thinner, would tell
 * more than what the two are made of.
 */
export function alike(
  of: readonly (string | Agent)[],
  what: "coat" | "particle",
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    of.flatMap((named) => {
      const { id, coating, cores } = typeof named === "string" ? findAgent(named) : named;
      const coat = Object.entries(coating.permeation ?? {}).map(
        ([key, number]) => [`agents/${id}/coating/permeation/${key}`, asWritten(number)] as const,
      );
      const size = (["radius", "length", "spread"] as const).flatMap((key) => {
        const number = cores[0]?.[key];
        return number ? [[`agents/${id}/cores/0/${key}`, asWritten(number)] as const] : [];
      });
      const shells = (cores[0]?.shells ?? []).map(
        ({ thickness }, i) => [`agents/${id}/cores/0/shells/${i}/thickness`, asWritten(thickness)] as const,
      );
      return what === "coat" ? coat : [...coat, ...size, ...shells];
    }),
  );
}

function asWritten({ value }: Sourced): string {
  return `${value.value} ${value.unit.text}`.trim();
}

/**
 * Light and ultrasound four hours after the dose, at intensities that papers on nanorods give; the times are not
 * reported. What is off is on at a billionth, so that all groups have one model, and worlds that can be compared.
 */
export function treated(on: { readonly light?: boolean; readonly sound?: boolean }): readonly ProtocolStep[] {
  const power = (is: boolean | undefined): string => (is ? "1 W/cm^2" : "1e-9 W/cm^2");
  return [
    { at: "4 h", for: "10 min", laser: { wavelength: "1064 nm", irradiance: power(on.light) } },
    { at: "4 h", for: "5 min", ultrasound: { intensity: power(on.sound), frequency: "1 MHz" } },
  ];
}

/** A cell at pH 6.5 beside one at pH 7.4, the same worlds for both. */
function twoCells(
  agent: string,
  doses: readonly string[],
  read: readonly string[],
  [acid, neutral]: readonly [Cell | string, Cell | string] = ["tumour-generic", "normal-generic"],
): Promise<Results> {
  return ask(
    doseResponse({
      title: "a case",
      agents: [agent],
      cells: { tumour: acid, normal: neutral },
      environment: { tumour: "medium-ph6.5", normal: "medium-ph7.4" },
      culture: { density: "1e5 1/mL", volume: "100 uL" },
      dose: { list: [...doses] },
      until: "24 h",
      read: [...read],
      numerics: { points: 5 },
      uncertainty: { draws: caseDraws },
      seed: 1,
    }),
  );
}

/** ln(metal freed in a tumour cell at pH 6.5 / in a normal cell at pH 7.4). */
export async function gated(agent: string): Promise<number[]> {
  const results = await twoCells(agent, ["20 ug/mL"], ["viability", "ions"]);
  const freed = (role: "tumour" | "normal"): number[] => {
    const arm = results.arms.find((a) => a.role === role)!;
    return Array.from(
      { length: results.plan.worlds.count },
      (_, w) => results.read(arm, w, 0, "ions") - results.read(arm, w, -1, "ions"),
    );
  };
  const normal = freed("normal");
  return freed("tumour").map((x, w) => ln(Math.max(x, 1e-30) / Math.max(normal[w]!, 1e-30)));
}

/** Labile iron of a generic tumour and of a generic normal cell. */
const labileIron = ["1 uM", "0.35 uM"] as const;

/**
 * ln(half-effect dose of a drug at a normal cell's labile iron / at a tumour's) in one cell, in every world. A world that never
 * dies, or dies of the lowest dose, stands at the end of the doses.
 */
export async function thresholdByIron(drug: string, doses: readonly string[]): Promise<number[]> {
  const [much, little] = await Promise.all(
    labileIron.map(async (iron) => {
      const results = await ask(
        frame({
          agents: [drug],
          medium: "medium-ph7.4",
          basis: "amount",
          doses,
          read: ["viability"],
          set: { "cells/tumour-generic/labileIron": iron },
        }),
      );
      const arm = results.arms[0]!;
      const [low, high] = [arm.particleDoses[0]!, arm.particleDoses.at(-1)!];
      return results.halfEffects(arm).map((x) => Math.min(Math.max(x, low), high));
    }),
  );
  return Array.from(little!, (x, w) => ln(x / much![w]!));
}

const gatedDoses = [1, 3, 10, 30, 100, 300, 1000, 3000];

/**
 * ln(half-effect dose) of a cell at pH 6.5 and of one at pH 7.4. A dose that is not reached counts as the end of the doses,
 * 1 µg/mL to 3 mg/mL, so that ratios are at least, or at most, what stands there; where neither cell comes to one half the
 * doses show no difference, and the ratio is 1.
 */
async function halfEffects(
  agent: string,
  between?: readonly [Cell, Cell],
): Promise<readonly [number[], number[]]> {
  const results = await twoCells(
    agent,
    gatedDoses.map((d) => `${d} ug/mL`),
    ["viability"],
    between,
  );
  const half = (role: "tumour" | "normal"): number[] => {
    const arm = results.arms.find((a) => a.role === role)!;
    const [low, high] = [arm.particleDoses[0]!, arm.particleDoses.at(-1)!];
    return Array.from(results.halfEffects(arm), (x) => ln(Math.min(Math.max(x, low), high)));
  };
  return [half("tumour"), half("normal")];
}

/** ln(IC50 of a normal cell at pH 7.4 / of a tumour cell at pH 6.5); see {@link halfEffects}. */
export async function gatedKilling(agent: string): Promise<number[]> {
  const [tumour, normal] = await halfEffects(agent);
  return tumour.map((x, w) => normal[w]! - x);
}

/**
 * What each difference between a tumour cell at pH 6.5 and a normal one at pH 7.4 does to ln(IC50 normal/tumour): the
 * medium, and every number in which the two cells are not one.
 */
export async function gatedApart(agent: string): Promise<TakenApart> {
  const [tumour, normal] = [cells.tumourGeneric, cells.normalGeneric];
  const keys = [...new Set([...Object.keys(tumour.own), ...Object.keys(normal.own)])].sort() as CellKey[];
  const known = new Map<string, Promise<readonly [number[], number[]]>>();
  return takeApart(["medium", ...keys], async (made) => {
    const taken = keys.filter((key) => made.has(key));
    const name = taken.join();
    const mixed = crossed(tumour, normal, taken);
    const both = known.get(name) ?? halfEffects(agent, [mixed, mixed]);
    known.set(name, both);
    return (await both)[made.has("medium") ? 1 : 0];
  });
}

export { ask };
