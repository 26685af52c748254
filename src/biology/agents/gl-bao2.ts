import { sourced } from "#model";
import { chelatorLostPerGy } from "../mechanisms/coating.ts";
import { agent } from "../record.ts";
import type { Agent } from "../types.ts";
import { bao2 } from "./bao2.ts";

/** Barium peroxide under a layer of the chelator GLDA, which X-rays are said to open. */
export const glBao2: Agent = agent({
  id: "gl-bao2",
  names: ["GL-BaO2"],
  note: "That barium interferes with potassium after X-rays is read (zhang2019), without numbers; size and cover are estimates.",
  cores: bao2.cores,
  coating: {
    material: "GLDA",
    delay: sourced("0 h", { grade: "C", why: "no delay is told", dist: "fixed" }),
    access: sourced("0.1", {
      grade: "C",
      range: ["0.01", "0.5"],
      why: "the chelator holds barium back until it is destroyed; by how much is not readable",
      source: "zhang2019",
      needsPaper: true,
    }),
    radiolysis: chelatorLostPerGy,
  },
  triggers: [],
});
