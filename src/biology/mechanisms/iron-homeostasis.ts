import { parse, substitute, sym } from "#expr";
import { type Draft, parseFormula, sourced } from "#model";
import type { Environment, Mechanism } from "../types.ts";
import { type Constants, constants } from "./constants.ts";
import { useEnvironment } from "./culture.ts";
import { ironNumbers, ironReactions, ironSpecies } from "./iron-homeostasis.data.ts";

const published: Constants = Object.fromEntries(
  ironNumbers.map(({ id, value }) => [
    id,
    {
      label: `${id} of BIOMD0000000498`,
      number: sourced(value, {
        grade: "A(c)",
        source: "mitchell2013",
        at: `BIOMD0000000498, ${id}`,
        dist: "fixed",
      }),
    },
  ]),
);

const numbers: Constants = {
  k_ferritinophagy: {
    label: "ferritin handed to lysosomes by NCOA4, at full activity",
    number: sourced("1e-5 1/s", {
      grade: "C",
      range: ["1e-6 1/s", "1e-4 1/s"],
      why: "half of the ferritin within a day, as starvation does",
      needsPaper: true,
    }),
  },
};

/** What each species is made of; Tf-Fe carries two irons. */
const formulas: Readonly<Record<string, string>> = {
  species_1: "{HO1}",
  species_2: "Fe+2",
  species_3: "{TfR1}",
  species_4: "{Fpn}",
  species_5: "{Heme}Fe",
  species_6: "{IRP}",
  species_7: "{Hamp}",
  species_8: "{HFE}",
  species_9: "{HFE}{TfR1}",
  species_10: "{TfR2}",
  species_12: "{TfR1}{Tf}Fe2",
  species_15: "{TfR2}{Tf}Fe2",
  species_16: "{TfR1}{Tf}2Fe4",
  species_17: "{HFE}2{TfR1}",
  species_18: "{HFE}2{TfR2}",
  species_19: "{TfR2}{Tf}2Fe4",
  species_24: "{FT}Fe",
  species_25: "{FT}",
  species_26: "Fe",
};

/**
 * Iron homeostasis after Mitchell and Mendes: transferrin receptors 1 and 2 with HFE, ferritin, ferroportin, hepcidin,
 * heme oxygenase, and the iron-regulatory protein that senses labile iron. It takes the place of the lumped storage.
 *
 *     import  2(Tf-Fe)·TfR → TfR + 4 Fe        store  Fe + FT ⇄ Fe·FT → Fe(core) + FT        export  Fe → by ferroportin
 *     IRP     made less as iron rises; raises TfR1, lowers FT and ferroportin
 *
 * Ids are those of the published model; its LIP, `species_2`, is the sum of `Fe2__cyt` and `Fe3__cyt`, which it takes
 * alike and gives back as Fe(II). Both of its compartments are the cell. Proteins come from pools, and so does what is
 * exported. The resting labile iron then follows from the transferrin iron of the medium, not from the cell's
 * `labileIron`. `ho1_induction`
 * multiplies the making of heme oxygenase 1; `ncoa4_activity` (0–1) sends ferritin to lysosomes, which free its iron.
 *
 * @param environment  gives the diferric transferrin; without it stands the 5 µM of plasma, as published
 * @param alone    true keeps labile iron as a species of its own, as published
 * @param counted  true counts the iron in ferritin as metal in the cell
 * @limits  with the 5 µM of plasma the labile pool passes 1.3 µM after 3 h and comes to rest at 4.9 µM; with the 1 µM of
 *          a medium with a tenth of serum it rests at 0.8 µM beside 18 µM in ferritin
 * @valid   a liver cell over hours to days. Its ferroportin turns the labile pool over within seconds, where K562 cells
 *          take half an hour to recover from an iron load: for other cells the lumped storage is the better law
 * @source  BIOMD0000000498 (CC0), Mitchell and Mendes, PLoS Comput. Biol. 9, e1003299
 */
export function ironHomeostasis(
  options: { environment?: Environment; alone?: boolean; counted?: boolean } = {},
): Mechanism {
  const alone = options.alone ?? false;
  return {
    id: "iron-homeostasis",
    label: "iron homeostasis: transferrin receptors, ferritin, ferroportin, hepcidin, IRP",
    add(draft) {
      const { environment } = options;
      if (environment) useEnvironment(draft, environment, { species_43: "transferrinIron" });
      const { species_43: plasma, ...others } = published;
      constants(draft, environment ? others : { ...others, species_43: plasma! });
      constants(draft, numbers);
      draft.setting("ho1_induction", 1, "1", "heme oxygenase 1 made, relative to rest");
      draft.setting("ncoa4_activity", 0, "1", "ferritinophagy, share of its greatest rate");
      for (const { id, name, initial } of ironSpecies) {
        if (id === "species_2" && !alone) continue;
        draft.species(id, { label: name, at: "cyt", formula: formulas[id]!, initial });
      }
      if (!alone) draft.rule("species_2", "M", "Fe2__cyt + Fe3__cyt", "labile iron");
      for (const { id, name, left, right, rate } of ironReactions) {
        const law = id === "reaction_20" ? `ho1_induction*${rate}` : rate;
        const taken = /\bspecies_2\b/.test(left) && !alone;
        // What takes labile iron is linear in it, so Fe(II) and Fe(III) go by the same law.
        for (const ion of taken ? ["Fe2__cyt", "Fe3__cyt"] : ["Fe2__cyt"]) {
          const named = (side: string): string => (alone ? side : side.replaceAll(/\bspecies_2\b/g, ion));
          const expr = parse(law, id);
          draft.reaction(
            taken ? `${id}__${ion.slice(0, 3)}` : id,
            balanced(draft, named(left), named(right)),
            {
              at: "cyt",
              rate: taken ? substitute(expr, new Map([["species_2", sym(ion)]])) : expr,
              label: name,
            },
          );
        }
      }
      const lip = alone ? "species_2" : "Fe2__cyt";
      draft.reaction("ferritinophagy_core", balanced(draft, "species_26", lip), {
        at: "cyt",
        rate: "ncoa4_activity*k_ferritinophagy*species_26",
      });
      draft.reaction("ferritinophagy_shell", balanced(draft, "species_25", ""), {
        at: "cyt",
        rate: "ncoa4_activity*k_ferritinophagy*species_25",
      });
      const stored = "(species_24 + species_26)";
      draft.observe("iron.stored", { label: "iron in ferritin", unit: "mM", display: "uM", expr: stored });
      if (options.counted) {
        draft.addTo("metal_in_cell", `55.845 [g/mol]*${stored}*V_cyt`);
        draft.addTo("ions_in_cell", stored);
      }
    },
  };
}

/** An equation with what the surroundings give or take, so that matter and charge balance. */
function balanced(draft: Draft, left: string, right: string): string {
  const surplus = new Map<string, number>();
  for (const [side, sign] of [
    [left, 1],
    [right, -1],
  ] as const) {
    for (const term of side.split(" + ").filter((t) => t !== "")) {
      const [, count, id] = /^(?:(\d+) )?(\w+)$/.exec(term)!;
      const { atoms, charge } = parseFormula(formulas[id!] ?? (id === "Fe3__cyt" ? "Fe+3" : "Fe+2"));
      const n = sign * Number(count ?? 1);
      for (const [part, k] of [...atoms, ["+", charge] as const]) {
        surplus.set(part, (surplus.get(part) ?? 0) + n * k);
      }
    }
  }
  const terms = (sign: 1 | -1, own: string): string =>
    [own, ...[...surplus].flatMap(([part, k]) => (k * sign > 0 ? [`${k * sign} ${pool(draft, part)}`] : []))]
      .filter((t) => t !== "")
      .join(" + ");
  return `${terms(-1, left)} -> ${terms(1, right)}`;
}

function pool(draft: Draft, part: string): string {
  const id = part === "+" ? "charge__cyt" : `pool_${part.replaceAll(/[{}]/g, "")}__cyt`;
  const label = part === "+" ? "counter-ions" : `${part.replaceAll(/[{}]/g, "")} made, lost or elsewhere`;
  if (!draft.has(id)) draft.species(id, { label, at: "cyt", formula: part, boundary: true });
  return id;
}
