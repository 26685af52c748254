import { sourced } from "#model";
import { agent } from "./record.ts";
import type { Agent, Drug } from "./types.ts";

/** A drug in solution as an agent: no cores, dosed by its mass or amount per volume of medium. */
export function dissolved(drug: Drug): Agent {
  return agent({
    id: drug.id,
    names: drug.names,
    note: drug.note,
    cores: [],
    coating: { material: "none", delay: sourced("0 h", { grade: "D", why: "in solution", dist: "fixed" }) },
    triggers: [],
    cargo: [],
    solute: drug.id,
  });
}
