import { type Draft, type Sourced, sourced } from "#model";
import { guessed, type Need, type Probe, probeNumbers, recalled } from "./probe.ts";

const core = "ion-core";
const sodium: Need = { id: "Na__cyt", label: "Na+ of the cytosol", from: core };
const potassium: Need = { id: "K__cyt", label: "K+ of the cytosol", from: core };

/** Numbers of a dye that two ions compete for. */
interface Crowned {
  readonly id: string;
  readonly names: readonly string[];
  readonly ion: Need;
  readonly other: Need;
  readonly symbol: "Na+" | "K+";
  readonly misreads: string;
  /** Dissociation constant without the other ion. */
  readonly affinity: Sourced;
  /** Concentration of the other ion that doubles it. */
  readonly rival: Sourced;
  /** Constant in a cell over that in solution. */
  readonly inCell: Sourced;
}

/**
 * A ratio dye in whose crown Na+ and K+ compete, as share of the span of its ratio.
 *
 *     θ = c/(c + K)        K = q·K0·(1 + c_other/K_other)
 *
 * The span between free and bound dye is an instrument's own and is left out. `.stated` is the concentration that a
 * calibration in the cell states, in which the two ions add up to 135 mM, as is usual: when they do not, since a
 * cell has lost K+ or taken up water, it states a wrong one; `.misread` is that over the true one.
 */
function crowned(dye: Crowned): Probe {
  const { id, ion, other, symbol } = dye;
  return {
    id,
    names: dye.names,
    measures: `${symbol} of the cytosol, as share of the span of its ratio`,
    misreads: dye.misreads,
    needs: [ion, other],
    observe(draft) {
      probeNumbers(draft, id, {
        [`affinity_${id}`]: ["dissociation constant alone", dye.affinity],
        [`rival_${id}`]: ["concentration of the other ion that doubles it", dye.rival],
        [`incell_${id}`]: ["constant in a cell over that in solution", dye.inCell],
        [`sum_${id}`]: [
          "Na+ and K+ of a calibration together",
          sourced("135 mM", { grade: "D", why: "set by the experimenter, as is usual", dist: "fixed" }),
        ],
      });
      const alone = `incell_${id}*affinity_${id}`;
      draft.rule(
        `K_${id}`,
        "mM",
        `${alone}*(1 + ${other.id}/rival_${id})`,
        `dissociation constant of ${id} in the cell`,
      );
      draft.rule(`bound_${id}`, "1", `${ion.id}/(${ion.id} + K_${id})`, `share of ${id} that is bound`);
      // θ = x/(x + q·K0·(1 + (sum − x)/K_other)), solved for x.
      draft.rule(
        `stated_${id}`,
        "mM",
        `bound_${id}*${alone}*(1 + sum_${id}/rival_${id})/(1 - bound_${id}*(1 - ${alone}/rival_${id}))`,
        `${symbol} that a calibration of ${id} states`,
      );
      observeShare(draft, id, dye.names[0]!);
      draft.observe(`probe.${id}.stated`, {
        label: `${symbol} stated by ${dye.names[0]}`,
        unit: "mM",
        expr: `stated_${id}`,
      });
      draft.observe(`probe.${id}.misread`, {
        label: `${symbol} stated by ${dye.names[0]} over that there is`,
        unit: "1",
        expr: `stated_${id}/(${ion.id} + 1e-9 [mM])`,
      });
    },
  };
}

function observeShare(draft: Draft, id: string, name: string): void {
  draft.observe(`probe.${id}`, {
    label: `${name}, share of its span`,
    unit: "1",
    display: "%",
    expr: `bound_${id}`,
  });
}

/** SBFI: the ratio dye of Na+, which K+ leaves alone only as long as it stays what it was at the calibration. */
export const sbfi: Probe = crowned({
  id: "SBFI",
  names: ["SBFI-AM"],
  ion: sodium,
  other: potassium,
  symbol: "Na+",
  misreads:
    "K+ competes: a cell that loses K+ or swells seems to gain Na+; acid lowers and alkali raises the reading; flat above 50 mM",
  affinity: recalled("3.8 mM", "3 mM", "5 mM", "without K+"),
  rival: sourced("63 mM", {
    grade: "D",
    range: ["50 mM", "80 mM"],
    why: "from 3.8 mM without K+ and 11.3 mM with Na+ and K+ at 135 mM, both recalled: 123.7/(11.3/3.8 − 1)",
    needsPaper: true,
  }),
  inCell: sourced("1.8", {
    grade: "D",
    range: ["1.3", "2.2"],
    why: "15–25 mM in cells over 11.3 mM in solution, both recalled",
    needsPaper: true,
  }),
});

/** PBFI: sold for K+, and hardly more selective for it than SBFI is for Na+. */
export const pbfi: Probe = crowned({
  id: "PBFI",
  names: ["PBFI-AM"],
  ion: potassium,
  other: sodium,
  symbol: "K+",
  misreads:
    "Na+ competes: a cell that takes up Na+ seems to lose more K+ than it does; nearly flat above 100 mM",
  affinity: recalled("5 mM", "4 mM", "6 mM", "without Na+"),
  rival: sourced("11 mM", {
    grade: "D",
    range: ["9 mM", "14 mM"],
    why: "from 5 mM without Na+ and 40–50 mM with Na+ and K+ at 135 mM, all recalled: 90/(45/5 − 1)",
    needsPaper: true,
  }),
  inCell: guessed("1", "0.7", "2", "not known of this dye; SBFI binds 1.8-fold less well in a cell"),
});

/** A dye of one wavelength: bound share, and how much of its answer to a little more Na+ is left. */
function green(id: string, name: string, misreads: string, affinity: Sourced): Probe {
  return {
    id,
    names: [name],
    measures: "Na+ of the cytosol, as share of the light at saturation",
    misreads,
    needs: [sodium],
    observe(draft) {
      probeNumbers(draft, id, { [`affinity_${id}`]: ["dissociation constant", affinity] });
      draft.rule(`bound_${id}`, "1", `Na__cyt/(Na__cyt + affinity_${id})`, `share of ${id} that is bound`);
      observeShare(draft, id, name);
      draft.observe(`probe.${id}.gain`, {
        label: `answer of ${name} to a further share of Na+, over that of a dye far from saturation`,
        unit: "1",
        display: "%",
        expr: `1 - bound_${id}`,
      });
    },
  };
}

/** CoroNa Green: answers up to 100 mM of Na+, and leaks. */
export const coroNa: Probe = green(
  "CoroNa",
  "CoroNa Green",
  "leaks out of cells, so that less light is not less Na+; one wavelength: loading and water taken up count as well",
  recalled("80 mM", "60 mM", "100 mM"),
);

/** ANG-2: brighter, and half saturated at 30 mM. */
export const ang2: Probe = green(
  "ANG2",
  "Asante NaTRIUM Green-2",
  "half saturated where a tumour cell rests; one wavelength; cells with ionophores shine half as much at the same Na+ (read in U937), so a calibration by them states too much",
  recalled("30 mM", "20 mM", "40 mM"),
);
