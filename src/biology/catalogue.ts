import { KationError, nearest } from "#units";
import * as agentRecords from "./agents/index.ts";
import * as cellRecords from "./cells/index.ts";
import * as environmentRecords from "./environments/index.ts";
import * as phaseRecords from "./phases/index.ts";
import type { Agent, Cell, Environment, Phase } from "./types.ts";

/** The agents of the library by their export names. */
export const agents: Readonly<typeof agentRecords> = agentRecords;
/** The cells of the library by their export names. */
export const cells: Readonly<typeof cellRecords> = cellRecords;
/** The environments of the library by their export names. */
export const environments: Readonly<typeof environmentRecords> = environmentRecords;

const agentList = Object.values(agentRecords) as readonly Agent[];
const phaseList = Object.values(phaseRecords).filter((p): p is Phase => typeof p === "object");

/** Every record of a family, in the order of its index. */
export const records: Readonly<{
  agents: readonly Agent[];
  cells: readonly Cell[];
  environments: readonly Environment[];
  phases: readonly Phase[];
}> = {
  agents: agentList,
  cells: Object.values(cells),
  environments: Object.values(environments),
  phases: phaseList,
};

/** An agent by id or one of its other names. @throws `unknown-name` with the nearest */
export function findAgent(name: string): Agent {
  return find("agent", name, agentList);
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
  const wanted = name.toLowerCase();
  const found = list.find(
    (r) => r.id.toLowerCase() === wanted || r.names.some((n) => n.toLowerCase() === wanted),
  );
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
