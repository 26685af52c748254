import { openSbml, type SbmlOutput, sbmlModel } from "kation/formats";
import { type Simulated, Simulator } from "kation/study";

/** What a first trajectory is asked for. */
export interface FirstJob {
  readonly file: string;
  readonly times: readonly number[];
  readonly rtol: number;
  /** Absolute tolerances by state. */
  readonly own: readonly number[];
}

/** Times every tool reports, in the model's own unit. */
export const times: readonly number[] = Array.from({ length: 101 }, (_, i) => i);
/** Rows at which errors are taken. */
export const five: readonly number[] = [20, 40, 60, 80, 100];

/** What is compared: concentrations of all species, and the parameters that rate rules set. */
export interface Opened {
  readonly simulator: Simulator;
  /** The columns in the words of libRoadRunner. */
  readonly columns: readonly string[];
}

/** A model compiled to be run more than once. */
export function open(text: string): Opened {
  const { document } = openSbml(text, "model.xml", () => {
    throw new Error("no other files");
  });
  const { species, parameters, rules } = document.model;
  const rated = new Set(rules.flatMap((r) => (r.kind === "rateRule" ? [r.variable] : [])));
  const outputs: SbmlOutput[] = [
    ...species.map((s) => ({ id: s.id, as: "concentration" as const })),
    ...parameters.filter((p) => rated.has(p.id)).map((p) => ({ id: p.id })),
  ];
  return {
    simulator: new Simulator(sbmlModel(document, { outputs })),
    columns: outputs.map(({ id, as }) => (as ? `[${id}]` : id)),
  };
}

/** From the text of a file to its trajectory. */
export function trajectory(text: string, { times: at, rtol, own }: Omit<FirstJob, "file">): Simulated {
  return open(text).simulator.run({
    times: Float64Array.from(at),
    rtol,
    atol: Float64Array.from(own),
    maxSteps: 2_000_000,
  });
}
