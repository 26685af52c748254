export type { AssembleOptions, Assembly, ProtocolStep } from "./assemble.ts";
export { assemble, scheduleOf } from "./assemble.ts";
export type { NucleicAcid } from "./cargo.ts";
export { enzymes, nucleicAcids, receptors } from "./cargo.ts";
export {
  agents,
  cells,
  drugs,
  environments,
  findAgent,
  findCell,
  findDrug,
  findEnvironment,
  findPhase,
  records,
} from "./catalogue.ts";
export { genericCell } from "./cells/generic.ts";
export { checkAgent } from "./check-agent.ts";
export { checkProtocol } from "./check-protocol.ts";
export { standardMedium } from "./environments/standard-medium.ts";
export {
  antitumourImmunity,
  barium,
  bariumBlockKinetics,
  bulkFenton,
  chelatorLostPerGy,
  ferricSolubility,
  ironWater,
  laserOf,
  milleroRate,
  persulfate,
  tumourHost,
  ultrasoundOf,
} from "./mechanisms/index.ts";
export { phase } from "./phase.ts";
export type { Probe } from "./probes/index.ts";
export { probes } from "./probes/index.ts";
export { agent, cell, cellNumber, crossed, drug, environment, environmentNumber } from "./record.ts";
export { dissolved } from "./solute.ts";
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
  findComplex,
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
  Act,
  Agent,
  AgentRecord,
  Cargo,
  CargoRelease,
  Cell,
  CellKey,
  Core,
  Culture,
  Dissolution,
  Drug,
  Environment,
  EnvironmentKey,
  LaserTrigger,
  Mechanism,
  Permeation,
  Phase,
  Relaxivity,
  ReleaseCurve,
  ReleasePoint,
  ScheduleEntry,
  Shell,
  SingleAtoms,
  Solubility,
  SurfaceActivity,
  Targeting,
  Trigger,
  UltrasoundTrigger,
} from "./types.ts";
