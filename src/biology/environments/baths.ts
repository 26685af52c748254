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
function bath(
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

/** Sodium replaced by N-methyl-D-glucamine: pump and exchangers stand still or run backwards. */
export const sodiumFree: Environment = bath(
  {
    id: "sodium-free",
    names: ["Na-free", "NMDG"],
    note: "All sodium replaced by N-methyl-D-glucamine, which does not cross.",
  },
  { sodium: 0.1, potassium: 5, chloride: 120, calcium: 1.2, osmolarity: 300 },
);

/** No potassium outside: Na/K-ATPase lacks what it brings in. */
export const potassiumFree: Environment = bath(
  { id: "potassium-free", names: ["K-free"], note: "Potassium replaced by sodium." },
  { sodium: 150, potassium: 0.05, chloride: 120, calcium: 1.2, osmolarity: 300 },
);

/** Chloride replaced by gluconate: cotransport runs outwards and cells shrink. */
export const lowChloride: Environment = bath(
  { id: "low-chloride", names: ["gluconate"], note: "Chloride replaced by gluconate but for 10 mM." },
  { sodium: 145, potassium: 5, chloride: 10, calcium: 1.2, osmolarity: 300 },
);

/** Calcium bound by EGTA, the control of calcium ionophores. */
export const calciumFree: Environment = bath(
  { id: "calcium-free", names: ["Ca-free", "EGTA"], note: "Calcium bound by EGTA to 0.1 µM." },
  { sodium: 145, potassium: 5, chloride: 120, calcium: 1e-4, osmolarity: 300 },
);

/** The medium with half its volume of water: 200 mOsm. */
export const hypotonic200: Environment = bath(
  { id: "hypotonic-200", names: ["200 mOsm"], note: "The standard medium diluted with water to 200 mOsm." },
  { sodium: 96.7, potassium: 3.33, chloride: 80, calcium: 0.8, osmolarity: 200 },
);

/** The medium with a fifth of its volume of water: 250 mOsm. */
export const hypotonic250: Environment = bath(
  { id: "hypotonic-250", names: ["250 mOsm"], note: "The standard medium diluted with water to 250 mOsm." },
  { sodium: 120.8, potassium: 4.17, chloride: 100, calcium: 1, osmolarity: 250 },
);

/** The medium with 100 mM of mannitol: 400 mOsm, ions unchanged. */
export const hypertonic400: Environment = bath(
  {
    id: "hypertonic-400",
    names: ["400 mOsm", "mannitol"],
    note: "The standard medium with 100 mM mannitol.",
  },
  { sodium: 145, potassium: 5, chloride: 120, calcium: 1.2, osmolarity: 400 },
);

/** The medium with 50 mM of sodium chloride: 400 mOsm. */
export const hypertonicSaline400: Environment = bath(
  {
    id: "hypertonic-saline-400",
    names: ["400 mOsm saline"],
    note: "The standard medium with 50 mM sodium chloride.",
  },
  { sodium: 195, potassium: 5, chloride: 170, calcium: 1.2, osmolarity: 400 },
);

/** Sucrose in place of sodium chloride: isotonic and of low ionic strength. */
export const isotonicSucrose: Environment = bath(
  {
    id: "isotonic-sucrose",
    names: ["sucrose"],
    note: "Sucrose with 5 mM potassium chloride and 1.2 mM calcium chloride.",
  },
  { sodium: 0.1, potassium: 5, chloride: 7.4, calcium: 1.2, osmolarity: 300 },
);
