export type { AssembleOptions, Assembly, ProtocolStep } from "./assemble.ts";
export { assemble } from "./assemble.ts";
export type { NucleicAcid } from "./cargo.ts";
export { enzymes, nucleicAcids, receptors } from "./cargo.ts";
export {
  agents,
  cells,
  environments,
  findAgent,
  findCell,
  findEnvironment,
  findPhase,
  records,
} from "./catalogue.ts";
export { genericCell } from "./cells/index.ts";
export { checkAgent } from "./check-agent.ts";
export { standardMedium } from "./environments/index.ts";
export { bulkFenton, ferricSolubility, ironWater, milleroRate } from "./mechanisms/index.ts";
export { phase } from "./phase.ts";
export { agent, cell, cellNumber, environment, environmentNumber } from "./record.ts";
export type { Source } from "./sources.ts";
export { sources } from "./sources.ts";
export type {
  Agent,
  AgentRecord,
  Cargo,
  CargoRelease,
  Cell,
  CellKey,
  Core,
  Culture,
  Dissolution,
  Environment,
  EnvironmentKey,
  LaserTrigger,
  Mechanism,
  Phase,
  ReleaseCurve,
  ReleasePoint,
  ScheduleEntry,
  Shell,
  SingleAtoms,
  Solubility,
  SurfaceActivity,
  Targeting,
  Trigger,
} from "./types.ts";
