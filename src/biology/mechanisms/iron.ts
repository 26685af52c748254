import { type Draft, sourced } from "#model";
import { environmentNumber } from "../record.ts";
import type { Cell, Environment, Mechanism } from "../types.ts";
import { type Constants, constants, surroundings } from "./constants.ts";
import { useCell, useEnvironment } from "./culture.ts";
import { ferricFree, ferrousForms, type Ligands } from "./iron-ligands.ts";
import {
  ferricHydrolysis,
  ferricPerhydroxylRate,
  ferricPeroxideRate,
  ferricSolubility,
  ironRadicals,
  ironWater,
} from "./iron-water.ts";
import { addOxidants } from "./oxidant-fork.ts";
import { steadySuperoxide } from "./steady-superoxide.ts";

const numbers: Constants = {
  k_red_Fe3__vesicle: {
    label: "reduction of Fe(III) in the lysosome",
    number: sourced("1e-3 1/s", {
      grade: "C",
      range: ["1e-5 1/s", "1e-1 1/s"],
      why: "STEAP reductases and thiols, not measured",
      needsPaper: true,
    }),
  },
  K_import_Fe2: {
    label: "import of Fe(II), half-saturation",
    number: sourced("5 uM", {
      grade: "C",
      range: ["1 uM", "20 uM"],
      why: "DMT1 and ZIP14, order of magnitude",
      needsPaper: true,
    }),
  },
};

/**
 * Iron freed by a particle: in the medium and in the lysosome Fe(II) meets H2O2, O2 and superoxide, Fe(III)
 * precipitates above what ligands hold, goes back, or is reduced, and both travel on to the cytosol.
 *
 *     Fe²⁺ + H2O2 → Fe³⁺ + OH⁻ + oxidant,   k and the fork of every form (`ferrousForms`)
 *     Fe²⁺ + O2 → Fe³⁺ + O2·⁻               Fe²⁺ + O2·⁻ + 2 H⁺ → Fe³⁺ + H2O2       Fe³⁺ + O2·⁻ → Fe²⁺ + O2
 *     Fe³⁺ + H2O2 → Fe²⁺ + O2·⁻ + 2 H⁺      Fe³⁺ ⇄ Fe(OH)3, on what no ligand holds (`ferricFree`)
 *
 * Superoxide of both places is at steady state. Of ·OH, Fe(II) takes less than 2 % at 50 mM: left out.
 *
 * @param options.environment  the medium: EDTA and humic matter enter the model where it has them
 * @limits  no iron, no reaction; oxidation of Fe(II) alone in the medium ends as ferrihydrite
 * @valid   pH 4–8; iron beside albumin and transferrin, which hold some of the Fe(III) of serum, left out
 */
export function iron(options: { cell: Cell; environment: Environment }): Mechanism {
  const { cell, environment } = options;
  return {
    id: "iron",
    label: "freed iron in medium and lysosome, and its way into the cytosol",
    add(draft) {
      constants(draft, ironWater);
      constants(draft, ironRadicals);
      constants(draft, numbers);
      useCell(draft, cell, {
        V_import_Fe2: "ironImport",
        k_ion_escape: "ionEscape",
        citrate_vesicle: "vesicleCitrate",
        phosphate_cyt: "phosphate",
      });
      // The lysosome's phosphate is taken to be the cytosol's.
      aqueousIron(draft, "med", ligandsOf(draft, environment));
      aqueousIron(draft, "vesicle", { citrate: "citrate_vesicle", phosphate: "phosphate_cyt" });
      draft.reaction("import_Fe2", "Fe2__med -> Fe2__cyt", {
        rate: "V_import_Fe2*Fe2__med/(K_import_Fe2 + Fe2__med)",
      });
      for (const ion of ["Fe2", "Fe3"]) {
        draft.reaction(`escape_${ion}`, `${ion}__vesicle -> ${ion}__cyt`, {
          at: "vesicle",
          rate: `k_ion_escape*${ion}__vesicle`,
        });
      }
      const proton = surroundings(draft, "proton", "vesicle");
      const reductant = surroundings(draft, "reductant", "vesicle");
      draft.reaction("reduce_Fe3__vesicle", `Fe3__vesicle + 0.5 ${reductant} -> Fe2__vesicle + ${proton}`, {
        at: "vesicle",
        rate: "k_red_Fe3__vesicle*Fe3__vesicle",
      });
      const inVesicle = "(Fe2__vesicle + Fe3__vesicle + Fe3s__vesicle)";
      const inCytosol = `(Fe2__cyt + Fe3__cyt${draft.has("FeStored__cyt") ? " + FeStored__cyt" : ""})`;
      draft.addTo("metal_in_cell", `55.845 [g/mol]*${inVesicle}*V_vesicle`);
      draft.addTo("metal_in_cell", `55.845 [g/mol]*${inCytosol}*V_cyt`);
      draft.addTo("ions_in_cell", `${inVesicle}*V_vesicle/V_cyt + ${inCytosol}`);
      draft.observe("Fe.precipitated", {
        label: "share of the medium's freed iron that is ferrihydrite",
        unit: "1",
        display: "%",
        expr: "Fe3s__med/(Fe2__med + Fe3__med + Fe3s__med + 1e-12 [M])",
      });
    },
  };
}

/** Ligands of a medium; EDTA and humic matter only where its record has them, so that others do not carry zeros. */
function ligandsOf(draft: Draft, environment: Environment): Ligands {
  useEnvironment(draft, environment, { citrate_medium: "citrate", phosphate_medium: "phosphate" });
  const has = (key: "edta" | "humic"): boolean => environmentNumber(environment, key).number.value.value > 0;
  if (has("edta")) useEnvironment(draft, environment, { edta_medium: "edta" });
  if (has("humic")) useEnvironment(draft, environment, { humic_medium: "humic" });
  return {
    citrate: "citrate_medium",
    phosphate: "phosphate_medium",
    ...(has("edta") ? { EDTA: "edta_medium" } : {}),
    ...(has("humic") ? { humic: "humic_medium" } : {}),
  };
}

function aqueousIron(draft: Draft, at: "med" | "vesicle", ligands: Ligands): void {
  const place = at === "med" ? "med" : "cyt";
  const peroxide = `H2O2__${place}`;
  const [o2, hydroxide, oxidant, proton] = ["dioxygen", "hydroxide", "oxidant", "proton"].map((s) =>
    surroundings(draft, s, at),
  );
  draft.species(`Fe2__${at}`, { label: `Fe(II), ${at}`, at, formula: "Fe+2" });
  draft.species(`Fe3__${at}`, { label: `Fe(III) dissolved, ${at}`, at, formula: "Fe+3" });
  const shares = ferrousForms(draft, at, { ligands, oxygen: `O2__${place}`, few: true });
  const flux = draft.rule(
    `fenton_${at}`,
    "M/s",
    `k_fenton_Fe2_H2O2__${at}*Fe2__${at}*${peroxide}`,
    `Fenton flux, ${at}`,
  );
  addOxidants(draft, { metal: "Fe", at, flux, shares });
  draft.reaction(
    `fenton_Fe2_H2O2__${at}`,
    `Fe2__${at} + ${peroxide} -> Fe3__${at} + ${hydroxide} + ${oxidant}`,
    { at, rate: flux },
  );
  const superoxide = steadySuperoxide(draft, at);
  const autoxidation = draft.rule(
    `oxidation_${at}`,
    "M/s",
    `k_oxygen_Fe2_O2__${at}*Fe2__${at}`,
    `Fe(II) + O2, ${at}`,
  );
  draft.addTo(`superoxide_source__${at}`, autoxidation);
  draft.reaction(`oxidise_Fe2_O2__${at}`, `Fe2__${at} + ${o2} -> Fe3__${at} + ${superoxide}`, {
    at,
    rate: autoxidation,
  });
  // FeOH²⁺ over Fe³⁺, and all dissolved Fe(III) over Fe³⁺, of water; ligated Fe(III) is taken to react alike.
  const water = {
    h: `(10^(-pH__${at}))`,
    FeOH: `10^(log_b1_Fe3 + pH__${at})`,
    hydrolysis: `(${ferricHydrolysis(`(10^(-pH__${at}))`)})`,
  };
  const share = `share_HO2__${at}`;
  const taken = draft.rule(
    `k_superoxide_Fe2__${at}`,
    "1/(M*s)",
    `k_HO2_Fe2*${share} + k_O2_Fe2*(1 - ${share})`,
    `Fe(II) + superoxide, ${at}`,
  );
  const given = draft.rule(
    `k_superoxide_Fe3__${at}`,
    "1/(M*s)",
    `${ferricPerhydroxylRate(water)}*${share} + k_O2_Fe3*(1 - ${share})`,
    `Fe(III) + superoxide, ${at}`,
  );
  draft.addTo(`superoxide_sink__${at}`, `${taken}*Fe2__${at} + ${given}*Fe3__${at}`);
  draft.reaction(
    `oxidise_Fe2_superoxide__${at}`,
    `Fe2__${at} + ${superoxide} + 2 ${proton} -> Fe3__${at} + ${peroxide}`,
    { at, rate: `${taken}*Fe2__${at}*superoxide__${at}` },
  );
  draft.reaction(`reduce_Fe3_superoxide__${at}`, `Fe3__${at} + ${superoxide} -> Fe2__${at} + ${o2}`, {
    at,
    rate: `${given}*Fe3__${at}*superoxide__${at}`,
  });
  const back = draft.rule(
    `reduction_H2O2_${at}`,
    "M/s",
    `${ferricPeroxideRate(water)}*Fe3__${at}*${peroxide}/1 [M]`,
    `Fe(III) + H2O2, ${at}`,
  );
  draft.addTo(`superoxide_source__${at}`, back);
  draft.reaction(
    `reduce_Fe3_H2O2__${at}`,
    `Fe3__${at} + ${peroxide} -> Fe2__${at} + ${superoxide} + 2 ${proton}`,
    { at, rate: back },
  );
  ferrihydrite(draft, at, ferricFree(draft, at, ligands));
}

/** Precipitation of what no ligand holds, and the way back. Both are smooth: steps would pile up at a kink. */
function ferrihydrite(draft: Draft, at: "med" | "vesicle", free: string): void {
  const [water, proton] = ["water", "proton"].map((s) => surroundings(draft, s, at));
  draft.species(`Fe3s__${at}`, { label: `ferrihydrite, ${at}`, at, formula: "Fe(OH)3" });
  const soluble = draft.rule(
    `Fe3_soluble__${at}`,
    "M",
    ferricSolubility(`pH__${at}`),
    `solubility of Fe(III), ${at}`,
  );
  const over = `(${free} - ${soluble})`;
  draft.reaction(`precipitate_Fe3__${at}`, `Fe3__${at} + 3 ${water} -> Fe3s__${at} + 3 ${proton}`, {
    at,
    rate: `k_precipitate_Fe3*${free}/sqrt(${free}^2 + (1e-6 [mM])^2)*0.5*(${over} + sqrt(${over}^2 + (1e-6 [mM])^2))`,
  });
  const under = `(1 - ${free}/${soluble})`;
  draft.reaction(`dissolve_Fe3s__${at}`, `Fe3s__${at} + 3 ${proton} -> Fe3__${at} + 3 ${water}`, {
    at,
    rate: `k_dissolve_Fe3*Fe3s__${at}*0.5*(${under} + sqrt(${under}^2 + 1e-4))`,
  });
}
