export type { AssembleOptions, Assembly, ProtocolStep } from "./assemble.ts";
export { assemble } from "./assemble.ts";
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
export { standardMedium } from "./environments/index.ts";
export { bulkFenton, ferricSolubility, ironWater, milleroRate } from "./mechanisms/index.ts";
export { agent, cell, cellNumber, environment, environmentNumber } from "./record.ts";
export type { Source } from "./sources.ts";
export { sources } from "./sources.ts";
export type {
  Complex,
  Component,
  Fluid,
  Makeup,
  SideReaction,
  Solid,
  Surroundings,
} from "./speciation/index.ts";
export {
  chargeOf,
  combinedLogK,
  complexes,
  components,
  daviesExpression,
  daviesTerm,
  debyeHueckelSlope,
  findComponent,
  findFluid,
  findSolid,
  fluids,
  makeup,
  printSpecies,
  readReaction,
  shiftOf,
  sideReaction,
  solidMakeup,
  solids,
} from "./speciation/index.ts";
export type {
  Agent,
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
  Trigger,
} from "./types.ts";
