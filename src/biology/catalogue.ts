import { KationError, nearest } from "#units";
import * as agentRecords from "./agents/index.ts";
import * as cellRecords from "./cells/index.ts";
import * as drugRecords from "./drugs/index.ts";
import * as environmentRecords from "./environments/index.ts";
import * as phaseRecords from "./phases/index.ts";
import { dissolved } from "./solute.ts";
import type { Agent, Cell, Drug, Environment, Phase } from "./types.ts";

/** The agents of the library by their export names. */
export const agents: Readonly<typeof agentRecords> = agentRecords;
/** The cells of the library by their export names. */
export const cells: Readonly<typeof cellRecords> = cellRecords;
/** The environments of the library by their export names. */
export const environments: Readonly<typeof environmentRecords> = environmentRecords;

/** The drugs of the library by their export names. */
export const drugs: Readonly<typeof drugRecords> = drugRecords;

const drugList = Object.values(drugRecords) as readonly Drug[];
const agentList = Object.values(agentRecords) as readonly Agent[];
const phaseList = Object.values(phaseRecords).filter((p): p is Phase => typeof p === "object");

/** Every record of a family, in the order of its index. */
export const records: Readonly<{
  agents: readonly Agent[];
  cells: readonly Cell[];
  environments: readonly Environment[];
  phases: readonly Phase[];
  drugs: readonly Drug[];
}> = {
  agents: agentList,
  cells: Object.values(cells),
  environments: Object.values(environments),
  phases: phaseList,
  drugs: drugList,
};

/**
 * An agent by id or one of its other names; the name of a drug is that drug in solution.
 * @throws `unknown-name` with the nearest
 */
export function findAgent(name: string): Agent {
  const solute = known(name, drugList);
  if (solute && !known(name, agentList)) return dissolved(solute);
  return find("agent", name, [...agentList, ...drugList]) as Agent;
}

/** A drug by id or one of its other names. @throws `unknown-name` with the nearest */
export function findDrug(name: string): Drug {
  return find("drug", name, drugList);
}

/** A cell by id or one of its other names. @throws `unknown-name` with the nearest */
export function findCell(name: string): Cell {
  return find("cell", name, records.cells);
}

/** An environment by id or one of its other names. @throws `unknown-name` with the nearest */
export function findEnvironment(name: string): Environment {
  return find("environment", name, records.environments);
}

/** A phase by its formula or one of its other names. @throws `unknown-name` with the nearest */
export function findPhase(name: string): Phase {
  return find("phase", name, phaseList);
}

function find<T extends { readonly id: string; readonly names: readonly string[] }>(
  family: string,
  name: string,
  list: readonly T[],
): T {
  const found = known(name, list);
  if (found) return found;
  const near = nearest(
    name,
    list.flatMap((r) => [r.id, ...r.names]),
  );
  throw new KationError("unknown-name", `no ${family} is called "${name}"`, {
    fix:
      near.length > 0 ? `did you mean ${near.join(" or ")}?` : `one of ${list.map((r) => r.id).join(", ")}`,
  });
}

function known<T extends { readonly id: string; readonly names: readonly string[] }>(
  name: string,
  list: readonly T[],
): T | undefined {
  const wanted = name.toLowerCase();
  return list.find((r) => r.id.toLowerCase() === wanted || r.names.some((n) => n.toLowerCase() === wanted));
}
