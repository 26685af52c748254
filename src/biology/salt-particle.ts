import { sourced } from "#model";
import type { Agent, Core } from "./types.ts";

/** Shape and size of a salt crystal, recalled and unverified. */
export function saltParticle(
  shape: "cube" | "sphere",
  radius: string,
  range: readonly [string, string],
  what: string,
  source?: string,
): Pick<Core, "shape" | "radius" | "spread"> {
  return {
    shape,
    radius: sourced(radius, {
      grade: "C",
      range,
      why: `${what}, recalled with low confidence`,
      needsPaper: true,
      ...(source ? { source } : {}),
    }),
    spread: sourced("1.2", { grade: "C", range: ["1.05", "1.4"], why: "usual spread of such particles" }),
  };
}

/** Phospholipid around a salt crystal: its passage law and half-life in cells are not known. */
export const phospholipid: Agent["coating"] = {
  material: "phospholipid",
  delay: sourced("0 h", { grade: "C", why: "the coat has a half-life instead", dist: "fixed" }),
  permeation: {
    halfLife: sourced("1 h", {
      grade: "C",
      range: ["0.3 h", "6 h"],
      why: "a short half-life in water is reported without its number",
      needsPaper: true,
      dist: "log-normal",
    }),
    acid: sourced("1.2", {
      grade: "C",
      range: ["1", "2"],
      why: "bilayers let salts pass about alike from pH 5 to 7; ester bonds hydrolyse slowly",
      needsPaper: true,
      dist: "log-normal",
    }),
    enzyme: sourced("3", {
      grade: "C",
      range: ["1", "30"],
      why: "lysosomes have phospholipases; what they do to this coat is not known",
      needsPaper: true,
      dist: "log-normal",
    }),
  },
};
