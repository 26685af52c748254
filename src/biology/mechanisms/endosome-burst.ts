import { type Draft, sourced } from "#model";
import { layersOf, type ParticleSet, particleSets } from "../shape.ts";
import type { Agent, Mechanism, Phase } from "../types.ts";
import { type Constants, constants } from "./constants.ts";
import { membraneNumbers } from "./ion-core.data.ts";
import { positive } from "./membrane-flux.ts";
import { followed } from "./particles.ts";
import { ionsWaiting, osmolytesOf } from "./payload-ions.ts";

const numbers: Constants = {
  radius_endosome: {
    label: "radius of an endosome",
    number: sourced("150 nm", {
      grade: "C",
      range: ["80 nm", "300 nm"],
      why: "endosomes of 0.2–0.6 µm across; decides how strong a solution one particle makes",
      needsPaper: true,
    }),
  },
  reserve_endosome: {
    label: "membrane that an endosome holds beyond a smooth sphere",
    number: sourced("0.2", {
      grade: "C",
      range: ["0.1", "0.3"],
      why: "tubules and folds; not measured for swelling endosomes",
      needsPaper: true,
    }),
  },
  strain_rupture: membraneNumbers["strain_rupture"]!,
};

/**
 * Endosomes that burst by what their particles free: an event for each class of particles, not a rate.
 *
 *     endosomes N_e = V_vesicle/(4π/3·r³)      holding particles N_e·(1 − e^{−N/N_e}), N particles of the class in vesicles
 *     swelling  V/V_e = 1 + n_os/(Osm_cyt·V_e)      n_os freed osmoles per endosome that holds particles
 *     strain    (V/V_e)^{2/3}/(1 + reserve) − 1      burst where it passes the strain that ruptures a membrane
 *
 * Water passes the membrane of so small a body in a blink, so swelling is its equilibrium with the cytosol, which its own
 * content is iso-osmotic with. At the burst all of the class that is in vesicles, particles and freed ions, is in the
 * cytosol; amounts are conserved. From then on particles that arrive, and what they free on the way, pass at the pace of
 * maturation: their endosomes burst as well, each in its turn. Classes share the freed ions by what each has lost. A
 * particle bursts its endosome with the first few per cent of its salt where it makes hundreds of mM there, and never
 * where it is too small.
 *
 * Adds `opened__<class>` (1 after the burst), and the read-outs `endosome.strain`, `endosome.osmolarity` (what freed ions
 * add to an endosome of fixed size; both, after the burst, of endosomes that have not yet given way) and `escaped`.
 *
 * @limits  nothing freed, nothing bursts; a membrane with an endless reserve holds everything
 * @valid   endosomes of one size; salts of other metals that the chemistry of iron and copper follows stay behind
 * @source  bionumbersMembrane for the strain; size and reserve of endosomes are estimates
 */
export function endosomeBurst(options: { agent: Agent; phases: (id: string) => Phase }): Mechanism {
  const { agent, phases } = options;
  return {
    id: "endosome-burst",
    label: "endosomes burst by the ions that particles free",
    add(draft) {
      constants(draft, numbers);
      draft.rule(
        "V_endosome",
        "m^3",
        "4.18879020478639*radius_endosome^3",
        "volume of an endosome, iso-osmotic",
      );
      draft.rule("N_endosomes", "1", "V_vesicle/V_endosome", "endosomes of a cell");
      const ions = ionsWaiting(draft, agent, phases).map((ion) => `${ion}__vesicle`);
      draft.rule("freed__vesicle", "mM", ions.join(" + "), "osmolytes freed in vesicles");
      const classes = particleSets(agent).filter((set) => osmoles(set, phases) !== "");
      for (const set of classes) burst(draft, agent, set, phases, shareOf(draft, set, classes, phases), ions);
      const open = classes
        .map((set) => `${shareOf(draft, set, classes, phases)}opened__${set.id}`)
        .join(" + ");
      draft.rule("k_passing", "1/s", `k_mature*(${open})`, "freed ions pass from endosomes that burst");
      for (const ion of ions) {
        const name = ion.replace("__vesicle", "");
        draft.reaction(`pass_${name}`, `${ion} -> ${name}__cyt`, {
          at: "vesicle",
          rate: `k_passing*${ion}`,
          label: `${name} of endosomes that burst`,
        });
      }
      readOuts(draft, classes);
    },
  };
}

/** Osmolytes that the particles of a class in vesicles have lost, mM of vesicle; empty when its salts are none. */
function osmoles(set: ParticleSet, phases: (id: string) => Phase): string {
  const number = `(${set.id}__early__vesicle + ${set.id}__late__vesicle)`;
  return layersOf(set, phases)
    .filter((layer) => osmolytesOf(layer.phase) > 0)
    .map(
      (layer) =>
        `${osmolytesOf(layer.phase)}*(q0_${layer.id}*${number} - ${layer.id}__early__vesicle - ${layer.id}__late__vesicle)`,
    )
    .join(" + ");
}

/** Factor: part of the freed ions that a class counts as its own; empty when there is one class. */
function shareOf(
  draft: Draft,
  set: ParticleSet,
  classes: readonly ParticleSet[],
  phases: (id: string) => Phase,
): string {
  if (classes.length === 1) return "";
  for (const c of classes)
    if (!draft.has(`lost__${c.id}`))
      draft.rule(
        `lost__${c.id}`,
        "mM",
        positive(osmoles(c, phases), "1e-9 [mM]"),
        "osmolytes that the class has lost",
      );
  const id = `part__${set.id}`;
  if (!draft.has(id))
    draft.rule(
      id,
      "1",
      `lost__${set.id}/(${classes.map((c) => `lost__${c.id}`).join(" + ")})`,
      "part of the freed osmolytes",
    );
  return `${id}*`;
}

function burst(
  draft: Draft,
  agent: Agent,
  set: ParticleSet,
  phases: (id: string) => Phase,
  share: string,
  ions: readonly string[],
): void {
  const np = set.id;
  const inside = draft.rule(
    `inside__${np}`,
    "1",
    `6.02214076e23 [1/mol]*V_vesicle*(${np}__early__vesicle + ${np}__late__vesicle)`,
    "particles in the vesicles of a cell",
  );
  // Where fewer than one cell in ten has taken a particle up nothing is said to burst: bare salt is gone before that.
  draft.rule(
    `holding__${np}`,
    "1",
    `N_endosomes*(1 - exp(-${inside}/N_endosomes)) + 0.1`,
    "endosomes that hold particles",
  );
  draft.rule(
    `freed__${np}`,
    "mM",
    `${share}freed__vesicle*V_vesicle/(holding__${np}*V_endosome)`,
    "osmolarity that freed ions add to an endosome of fixed size",
  );
  draft.rule(
    `swelling__${np}`,
    "1",
    `1 + freed__${np}/osmolarity__cyt`,
    "volume of an endosome that holds particles, over that of others",
  );
  draft.rule(
    `strain__${np}`,
    "1",
    `swelling__${np}^(2/3)/(1 + reserve_endosome) - 1`,
    "area strain of its membrane beyond its reserve",
  );
  const opened = `opened__${np}`;
  draft.variable(opened, {
    label: "1 when the endosomes of the class have burst",
    unit: "1",
    rate: "0 [1/s]",
  });
  const particles = followed(agent, set, phases);
  const moved = (from: string, part: string): string => `${from}${part}*V_vesicle/V_cyt`;
  draft.event(`burst__${np}`, {
    label: "endosomes burst",
    trigger: `(strain__${np} - strain_rupture)*(1 - ${opened}) - ${opened}`,
    assignments: [
      [opened, "1"],
      ...particles.flatMap((id): (readonly [string, string])[] => [
        [`${id}__cyt`, `${id}__cyt + ${moved(`(${id}__early__vesicle + ${id}__late__vesicle)`, "")}`],
        [`${id}__early__vesicle`, "0 [mM]"],
        [`${id}__late__vesicle`, "0 [mM]"],
      ]),
      ...ions.flatMap((ion): (readonly [string, string])[] => {
        const cytosol = ion.replace("__vesicle", "__cyt");
        const part = share === "" ? "" : `*${share.slice(0, -1)}`;
        return [
          [cytosol, `${cytosol} + ${moved(ion, part)}`],
          [ion, share === "" ? "0 [mM]" : `${ion}*(1 - ${share.slice(0, -1)})`],
        ];
      }),
    ],
  });
  for (const stage of ["early", "late"])
    for (const id of particles)
      draft.reaction(`pass_${stage}_${id}`, `${id}__${stage}__vesicle -> ${id}__cyt`, {
        at: "vesicle",
        rate: `k_mature*${opened}*${id}__${stage}__vesicle`,
        label: "particles of endosomes that burst",
      });
}

function readOuts(draft: Draft, classes: readonly ParticleSet[]): void {
  const sum = (term: (np: string) => string): string => classes.map((set) => term(set.id)).join(" + ");
  const mean = (id: string): string =>
    classes.length === 1
      ? `${id}__${classes[0]!.id}`
      : `(${sum((np) => `inside__${np}*${id}__${np}`)})/(${sum((np) => `inside__${np}`)} + 1e-9)`;
  draft.observe("endosome.strain", {
    label: "area strain of endosomes that hold particles, beyond their reserve",
    unit: "1",
    display: "%",
    expr: mean("strain"),
  });
  draft.observe("endosome.osmolarity", {
    label: "osmolarity that freed ions add to an endosome of fixed size",
    unit: "mM",
    expr: mean("freed"),
  });
  const outside = sum((np) => `6.02214076e23 [1/mol]*V_cyt*${np}__cyt`);
  draft.observe("escaped", {
    label: "particles of the cell, emptied ones too, that have reached the cytosol",
    unit: "1",
    display: "%",
    expr: `(${outside})/(${outside} + ${sum((np) => `inside__${np}`)} + 1e-9)`,
  });
}
