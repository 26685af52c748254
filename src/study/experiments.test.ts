import { expect, test } from "vitest";
import { experimentFor } from "./experiments.ts";

test.each([
  ["cells/generic/waterPermeability", /volume of single cells/],
  ["cells/generic/permeability", /H2O2 removal/],
  ["cells/generic/restPotential", /patch-clamp/],
  ["cells/generic/bariumKd", /patch-clamp/],
  ["cells/generic/membraneFolding", /hypotonic/],
  ["cells/generic/maturation", /lysosomes/],
  ["chemistry/k_mature", /dendritic/],
  ["chemistry/k_prime", /CD8/],
  ["chemistry/k_p", /C11-BODIPY/],
  ["chemistry/K_PMCA", /Ca2\+/],
  ["chemistry/K_fork_phosphate", /spin trap/],
  ["chemistry/log_K_BaCO3", /potentiometry/],
  ["agents/scnp/coating/permeation/halfLife", /let out/],
])("what would narrow %s is an experiment on it", (path, words) => {
  expect(experimentFor(path)).toMatch(words);
});
