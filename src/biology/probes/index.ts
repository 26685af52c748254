import { KationError, nearest } from "#units";
import type { Mechanism } from "../types.ts";
import { c11Bodipy } from "./c11-bodipy.ts";
import { calcein } from "./calcein.ts";
import { annexin, ldh } from "./cell-death.ts";
import { dcf } from "./dcf.ts";
import { dibac } from "./dibac.ts";
import { dmpo } from "./dmpo.ts";
import { dtnb } from "./dtnb.ts";
import { abts, mb, tmb } from "./dyes.ts";
import { coumarin, terephthalate } from "./hydroxylation.ts";
import { ang2, coroNa, pbfi, sbfi } from "./ion-dyes.ts";
import { mqae } from "./mqae.ts";
import { mtt } from "./mtt.ts";
import { type Probe, probeMechanism } from "./probe.ts";

export type { Analyte, Dye, Need, Probe, Reading } from "./probe.ts";
export { dye } from "./probe.ts";

/** Every probe, read as `probe.<id>`. */
export const probes: readonly Probe[] = [
  dcf,
  dmpo,
  mb,
  tmb,
  abts,
  terephthalate,
  coumarin,
  c11Bodipy,
  dtnb,
  calcein,
  mtt,
  ldh,
  annexin,
  sbfi,
  pbfi,
  coroNa,
  ang2,
  mqae,
  dibac,
];

/**
 * The probes that a list of read-outs asks for, as mechanisms, each once.
 * @throws `unknown-name` for a probe that is not there, with the nearest
 */
export function probesRead(read: readonly string[]): Mechanism[] {
  const ids = new Set(read.filter((r) => r.startsWith("probe.")).map((r) => r.split(".")[1]!));
  return [...ids].map((id) => {
    const probe = probes.find((p) => p.id === id);
    if (probe) return probeMechanism(probe);
    const known = probes.map((p) => p.id);
    const near = nearest(id, known);
    throw new KationError("unknown-name", `no probe is called "${id}"`, {
      where: "read",
      fix: near.length > 0 ? `did you mean probe.${near.join(" or probe.")}?` : `one of ${known.join(", ")}`,
    });
  });
}
