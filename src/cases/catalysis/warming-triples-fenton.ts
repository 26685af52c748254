import { ironWater, milleroRate } from "#biology";
import { evaluate, parse } from "#expr";
import { drawWorlds, plan } from "#study";
import { ln, toBase } from "#units";
import { type Claim, caseDraws } from "../claim.ts";
import { frame } from "./culture.ts";

/** Rate of aqueous Fe(II) with H2O2 at 50 °C over that at 37 °C. */
const claim: Claim = {
  id: "warming-triples-fenton",
  says: "Warming from 37 to 50 °C, as photothermal particles do, makes the Fenton reaction at least threefold faster.",
  source: "chemSci2021",
  kind: "encoded",
  expect: { verdict: "fails", margin: -0.219892 },
  distance: "ln(k at 50 °C / k at 37 °C) − ln 3, pH 6.5",
  because:
    "Activation energies of 35.7 kJ/mol in acid and 56.4 at pH 6–8 give 1.75 and 2.4. What papers see beyond is dissolution, reduction of Fe(III), or the probe.",
  async worlds() {
    const parameters = plan(frame({ agents: ["fe2p-nanorods"] })).arms[0]!.compiled.model.parameters;
    const vary = ["chemistry/x_acid", "chemistry/x_neutral"];
    const { varied, values } = drawWorlds(parameters, { draws: caseDraws, sampler: "latin", vary, seed: 1 });
    const rate = parse(milleroRate({ pH: "pH", T: "T", I: "0.15 [M]" }));
    const at = (T: number, w: number): number =>
      evaluate(rate, (id) => {
        if (id === "T") return T;
        if (id === "pH") return 6.5;
        const drawn = varied.findIndex((v) => v.path === `chemistry/${id}`);
        return drawn < 0 ? toBase(ironWater[id]!.number.value) : values[w * varied.length + drawn]!;
      });
    return Array.from({ length: caseDraws }, (_, w) => ln(at(323.15, w) / at(310.15, w)) - ln(3));
  },
};
export default claim;
