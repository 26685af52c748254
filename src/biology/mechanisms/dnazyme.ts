import { sourced } from "#model";
import { cargoName, nucleicAcids } from "../cargo.ts";
import type { Agent, Mechanism } from "../types.ts";
import { type Constants, constants } from "./constants.ts";

const numbers: Constants = {
  k_cut: {
    label: "DNAzyme on its message, per strand, with its cofactor",
    number: sourced("1e5 1/(M*s)", {
      grade: "C",
      range: ["1e3 1/(M*s)", "1e7 1/(M*s)"],
      source: "santoroJoyce1998",
      why: "at most 1.7e7 (1e9 per minute) in a tube, limited by binding; considerably lower in cells",
      needsPaper: true,
    }),
  },
  K_cofactor: {
    label: "DNAzyme, half-saturation in Mg2+",
    number: sourced("1 mM", {
      grade: "C",
      range: ["0.2 mM", "10 mM"],
      why: "cofactors are needed at millimolar; the design against VEGFR2 was not readable",
      needsPaper: true,
    }),
  },
  magnesium: {
    label: "free Mg2+ in the cytosol",
    number: sourced("0.5 mM", {
      grade: "B",
      range: ["0.3 mM", "1 mM"],
      why: "recalled, no source known",
      needsPaper: true,
    }),
  },
  w_Cu_cofactor: {
    label: "Cu2+ as cofactor, against Mg2+",
    number: sourced("100", {
      grade: "C",
      range: ["1", "1e4"],
      why: "DNAzymes selected for Cu2+ work at micromolar; of this one it is not known",
      needsPaper: true,
    }),
  },
  w_Mn_cofactor: {
    label: "Mn2+ as cofactor, against Mg2+",
    number: sourced("10", {
      grade: "C",
      range: ["1", "100"],
      why: "commonly above Mg2+ for RNA-cleaving DNAzymes",
      needsPaper: true,
    }),
  },
  k_escape_DNA: {
    label: "way of DNA strands from lysosome to cytosol",
    number: sourced("1e-6 1/s", {
      grade: "C",
      range: ["1e-7 1/s", "1e-4 1/s"],
      why: "about 1 % of strands taken up arrive",
      needsPaper: true,
    }),
  },
  k_loss_DNA__vesicle: {
    label: "nucleases on freed strands in the lysosome",
    number: sourced("1e-4 1/s", {
      grade: "C",
      range: ["1e-5 1/s", "1e-3 1/s"],
      why: "hours for unmodified single strands",
      needsPaper: true,
    }),
  },
  k_loss_DNA__cyt: {
    label: "nucleases on freed strands in the cytosol",
    number: sourced("2e-5 1/s", {
      grade: "C",
      range: ["2e-6 1/s", "2e-4 1/s"],
      why: "half a day for unmodified single strands",
      needsPaper: true,
    }),
  },
  k_mRNA: {
    label: "turnover of VEGFR2 mRNA",
    number: sourced("4e-5 1/s", {
      grade: "C",
      range: ["2e-5 1/s", "1e-4 1/s"],
      why: "half-life of about 5 h, as of regulated messages",
      needsPaper: true,
    }),
  },
  k_receptor: {
    label: "turnover of VEGFR2",
    number: sourced("5e-5 1/s", {
      grade: "C",
      range: ["1.5e-5 1/s", "2e-4 1/s"],
      why: "half-life of a few hours at the membrane",
      needsPaper: true,
    }),
  },
};

/**
 * A DNAzyme that cuts the message of VEGFR2: strands freed with the particle, their way out of the lysosome, the
 * message and the receptor it stands for.
 *
 *     dm/dt = k_m·(1 − m) − k_cut·θ·[Dz]·m       θ = c/(K + c), c = [Mg²⁺] + w_Cu·[Cu²⁺] + w_Mn·[Mn²⁺]
 *     dp/dt = k_p·(m − p)
 *
 * Message and receptor are relative to rest. The message is far below the DNAzyme's Michaelis constant, so only
 * k_cat/K_m counts. What silencing does to a tumour's vessels is not in a culture of tumour cells: it kills nothing here.
 *
 * @limits  without strands m = p = 1; m and p stay between 0 and 1
 * @valid   strands act once freed; those still bound in the particle do not
 */
export function dnazyme(options: { agent: Agent }): Mechanism {
  const strand = options.agent.cargo.find(
    (c) => "nucleicAcid" in c && nucleicAcids.some((n) => n.id === c.nucleicAcid && n.target === "VEGFR2"),
  )!;
  const { id, molarMass } = nucleicAcids.find((n) => "nucleicAcid" in strand && n.id === strand.nucleicAcid)!;
  const name = cargoName(strand);
  return {
    id: "dnazyme",
    label: "DNAzyme against the message of VEGFR2",
    add(draft) {
      constants(draft, numbers);
      // Switches, so that arms can be compared in the same worlds.
      draft.setting("dnazyme_activity", 1, "1", "share of the strands that cut");
      draft.setting("copper_cofactor", 1, "1", "copper serves as cofactor: 1, or 0");
      draft.parameter("M_strand", molarMass, {
        label: "molar mass of the strand",
        path: `nucleic-acids/${id}/molarMass`,
      });
      for (const at of ["vesicle", "cyt"]) {
        draft.species(`strands__${at}`, {
          label: `strands in particles and their pieces, ${at}`,
          at,
          formula: "{DNAzyme}",
          boundary: true,
        });
        draft.species(`Dz__${at}`, { label: `DNAzyme, ${at}`, at, formula: "{DNAzyme}" });
        draft.reaction(`free_Dz__${at}`, `strands__${at} -> Dz__${at}`, {
          at,
          rate: `freed_${name}__${at}/M_strand`,
        });
        draft.reaction(`lose_Dz__${at}`, `Dz__${at} -> strands__${at}`, {
          at,
          rate: `k_loss_DNA__${at}*Dz__${at}`,
        });
      }
      draft.reaction("escape_Dz", "Dz__vesicle -> Dz__cyt", {
        at: "vesicle",
        rate: "k_escape_DNA*Dz__vesicle",
      });
      const ions = [
        ["Cu2__cyt", "copper_cofactor*w_Cu_cofactor"],
        ["Mn2__cyt", "w_Mn_cofactor"],
      ].filter(([ion]) => draft.has(ion!));
      const cofactor = ["magnesium", ...ions.map(([ion, w]) => `${w}*${ion}`)].join(" + ");
      draft.rule("cofactor_DNAzyme", "M", cofactor, "cofactor of the DNAzyme, as Mg2+");
      draft.rule(
        "cutting",
        "1/s",
        "dnazyme_activity*k_cut*cofactor_DNAzyme/(K_cofactor + cofactor_DNAzyme)*Dz__cyt",
        "cutting of a message",
      );
      draft.variable("VEGFR2_mRNA", {
        label: "VEGFR2 mRNA over rest",
        unit: "1",
        initial: "1",
        rate: "k_mRNA*(1 - VEGFR2_mRNA) - cutting*VEGFR2_mRNA",
      });
      draft.variable("VEGFR2_protein", {
        label: "VEGFR2 over rest",
        unit: "1",
        initial: "1",
        rate: "k_receptor*(VEGFR2_mRNA - VEGFR2_protein)",
      });
      draft.observe("VEGFR2.mRNA", { label: "VEGFR2 mRNA", unit: "1", display: "%", expr: "VEGFR2_mRNA" });
      draft.observe("VEGFR2", { label: "VEGFR2", unit: "1", display: "%", expr: "VEGFR2_protein" });
      draft.observe("DNAzyme", {
        label: "DNAzyme in the cytosol",
        unit: "mM",
        display: "nM",
        expr: "Dz__cyt",
      });
    },
  };
}
