import type { Agent } from "#biology";
import { doseResponse, type Results, type Study } from "#study";
import { ln } from "#units";
import { ask, caseDraws } from "../claim.ts";

/** The common frame of the cases: 24 h in a 96-well plate at 10⁵ cells/mL, two doses, 128 worlds. */
export function frame(options: {
  readonly agents: readonly (string | Agent)[];
  readonly medium?: string;
  readonly dose?: string;
  readonly set?: Readonly<Record<string, string>>;
  readonly read?: readonly string[];
  readonly basis?: "particle" | "metal";
  readonly cell?: string;
}): Study {
  const medium = options.medium ?? "medium-ph6.5";
  return doseResponse({
    title: "a case",
    agents: options.agents,
    cells: { tumour: options.cell ?? "tumour-generic" },
    environment: { tumour: medium },
    culture: { density: "1e5 1/mL", volume: "100 uL" },
    dose: { list: [options.dose ?? "20 ug/mL"], basis: options.basis ?? "particle" },
    until: "24 h",
    read: options.read ?? ["viability", "OH.made", "metal"],
    numerics: { points: 5 },
    uncertainty: { draws: caseDraws },
    seed: 1,
    ...(options.set ? { set: options.set } : {}),
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

/** ln(metal freed in a tumour cell at pH 6.5 / in a normal cell at pH 7.4), the same worlds for both. */
export async function gated(agent: string): Promise<number[]> {
  const study = doseResponse({
    title: "a case",
    agents: [agent],
    cells: { tumour: "tumour-generic", normal: "normal-generic" },
    environment: { tumour: "medium-ph6.5", normal: "medium-ph7.4" },
    culture: { density: "1e5 1/mL", volume: "100 uL" },
    dose: { list: ["20 ug/mL"] },
    until: "24 h",
    read: ["viability", "ions"],
    numerics: { points: 5 },
    uncertainty: { draws: caseDraws },
    seed: 1,
  });
  const results = await ask(study);
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

export { ask };
