import type { Draft, Sourced } from "#model";

/** A mechanism's own numbers by parameter id. */
export type Constants = Readonly<Record<string, { readonly label: string; readonly number: Sourced }>>;

/**
 * Declares a mechanism's numbers as parameters. Their path is `chemistry/<id>`: one draw for every agent, cell and
 * dose of a study, as chemistry is the same in all of them.
 */
export function constants(draft: Draft, numbers: Constants): void {
  for (const [id, { label, number }] of Object.entries(numbers)) {
    draft.parameter(id, number, { label, path: `chemistry/${id}` });
  }
}

/** Declares a boundary species of a compartment once: held by the surroundings, there for the balance of equations. */
export function surroundings(draft: Draft, base: string, at: string): string {
  const id = `${base}__${at}`;
  const known = held[base];
  if (!known) throw new Error(`no held species is called ${base}`);
  if (!draft.has(id)) draft.species(id, { label: known.label, at, formula: known.formula, boundary: true });
  return id;
}

/** Species that reactions name for the sake of their balance but that no state follows. */
const held: Readonly<Record<string, { label: string; formula: string }>> = {
  water: { label: "water", formula: "H2O" },
  proton: { label: "H+, buffered", formula: "H+" },
  hydroxide: { label: "OH-, buffered", formula: "OH-" },
  dioxygen: { label: "O2, supplied", formula: "O2" },
  oxidant: { label: "one-electron oxidant: ·OH, CO3·- or ferryl by the fork", formula: "OH" },
  reductant: { label: "reducing equivalents of metabolism", formula: "H2" },
  phosphate: { label: "dihydrogen phosphate", formula: "H2PO4-" },
  phosphine: { label: "phosphine", formula: "PH3" },
  hydrogen: { label: "hydrogen", formula: "H2" },
  chloride: { label: "chloride", formula: "Cl-" },
  steadySuperoxide: { label: "superoxide, at steady state", formula: "O2-" },
  organic: { label: "organic matter", formula: "{R}H" },
  radical: { label: "carbon radicals, at quasi-steady state", formula: "{R}" },
  peroxyl: { label: "organic peroxyl radicals, at quasi-steady state", formula: "{R}O2" },
  cation: { label: "organic matter less a hydride", formula: "{R}+" },
  organicPeroxide: { label: "organic hydroperoxides", formula: "{R}O2H" },
  thiyl: { label: "GS·, at quasi-steady state", formula: "C10H16N3O6S" },
  sugar: { label: "glucose, supplied", formula: "C6H12O6" },
  gluconate: { label: "gluconate", formula: "C6H11O7-" },
  bicarbonate: { label: "bicarbonate, made of CO2", formula: "HCO3-" },
  sulfate: { label: "sulfate", formula: "SO4-2" },
  sulfateRadical: { label: "SO4·-, at quasi-steady state", formula: "SO4-" },
  calcium: { label: "calcium", formula: "Ca+2" },
  nucleotide: { label: "nucleotides of DNA", formula: "C10H11N5O5P-" },
  cysteine: { label: "cysteine", formula: "C3H7NO2S" },
  cysteamine: { label: "cysteamine", formula: "C2H7NS" },
  tannin: { label: "tannic acid", formula: "C76H52O46" },
  terephthalate: { label: "terephthalate", formula: "C8H4O4-2" },
};
