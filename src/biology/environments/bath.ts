import { sourced } from "#model";
import { environment } from "../record.ts";
import type { Environment } from "../types.ts";

/** Ions of a bath, mM, and its osmolarity; what is left out is that of the standard medium. */
interface Salts {
  readonly sodium?: number;
  readonly potassium?: number;
  readonly chloride?: number;
  readonly calcium?: number;
  readonly osmolarity?: number;
}

/**
 * A salt solution that a protocol puts cells into for a while. What it holds is its definition, so nothing is drawn.
 *
 * "Free" of an ion means traces of it: potentials of equilibrium stay finite.
 */
export function bath(
  record: { readonly id: string; readonly names: readonly string[]; readonly note: string },
  salts: Salts,
): Environment {
  const own = Object.fromEntries(
    Object.entries(salts).map(([key, value]) => [
      key,
      sourced(`${value} mM`, { grade: "D", why: "by definition", dist: "fixed" }),
    ]),
  );
  return environment({ ...record, kind: "bath", own });
}
