import { doseResponse, doseText, type HalfEffectRow } from "#study";
import { ln, printNumber } from "#units";
import { ask, caseDraws } from "./claim.ts";

/** A reported value that a prediction is held against; nothing is fitted to it. */
export interface Fact {
  readonly id: string;
  readonly says: string;
  readonly source: string;
  readonly agent: string;
  /** Reported 24 h half-effect dose of tumour lines, kg/m³ of particle; ∞ when most curves never reach it. */
  readonly reported: number;
  /** Spread between laboratories as reported, for judging the fold error. */
  readonly spread: string;
}

/** A fact beside its prediction. */
export interface FactResult {
  readonly fact: Fact;
  readonly predicted: HalfEffectRow;
  readonly predictedText: string;
  readonly reportedText: string;
  /** Predicted over reported, or its inverse, whichever exceeds 1; 1 when both lie above the dose range; NaN when one does. */
  readonly fold: number;
  /** The reported value lies in the predicted band. */
  readonly inBand: boolean;
}

/** Half-effect doses computed from the measured curves of tumour lines, 24 h, at least three doses a curve. */
export const facts: readonly Fact[] = [
  {
    id: "cuo-tumour-24h",
    agent: "cuo-spheres",
    source: "chemx",
    reported: 38e-3,
    says: "CuO particles: median 24 h half-effect dose of tumour lines",
    spread: "6 curves, quartiles 22–46 µg/mL",
  },
  {
    id: "cu2o-tumour-24h",
    agent: "cu2o-spheres",
    source: "chemx",
    reported: 28e-3,
    says: "Cu2O particles: median 24 h half-effect dose of tumour lines",
    spread: "2 curves, 21 and 36 µg/mL",
  },
  {
    id: "fe3o4-tumour-24h",
    agent: "fe3o4-spheres",
    source: "chemx",
    reported: Infinity,
    says: "Fe3O4 particles: tumour lines survive every dose measured",
    spread: "17 of 18 curves never fall to one half",
  },
  {
    id: "tio2-tumour-24h",
    agent: "tio2-spheres",
    source: "chemx",
    reported: Infinity,
    says: "TiO2 particles in the dark: tumour lines survive every dose measured",
    spread: "3 of 4 curves never fall to one half",
  },
];

/** Predicts every fact with the library's priors and sets it beside what was reported. */
export async function validate(): Promise<FactResult[]> {
  const out: FactResult[] = [];
  for (const fact of facts) {
    const results = await ask(
      doseResponse({
        title: fact.says,
        agents: [fact.agent],
        cells: { tumour: "tumour-generic" },
        environment: { tumour: "medium-ph7.4" },
        culture: { density: "1e5 1/mL", volume: "100 uL" },
        dose: { from: "1 ug/mL", to: "1 mg/mL", points: 12 },
        until: "24 h",
        read: ["viability"],
        numerics: { points: 5 },
        uncertainty: { draws: caseDraws },
        seed: 1,
      }),
    );
    const predicted = results.ic50()[0]!;
    const doses = results.arms[0]!.particleDoses;
    out.push({
      fact,
      predicted,
      predictedText: predicted.text,
      reportedText: doseText(fact.reported, doses),
      fold: fold(predicted.median, fact.reported),
      inBand: predicted.low <= fact.reported && fact.reported <= predicted.high,
    });
  }
  return out;
}

function fold(predicted: number, reported: number): number {
  if (predicted === reported) return 1;
  if (!Number.isFinite(predicted) || !Number.isFinite(reported)) return Number.NaN;
  const ratio = predicted / reported;
  return ln(ratio) < 0 ? 1 / ratio : ratio;
}

/** A fold error for people: `3.1×`, or what stands in its way. */
export function foldText(result: FactResult): string {
  if (!Number.isNaN(result.fold)) return `${printNumber(result.fold, 2)}×`;
  return result.predicted.median === Infinity ? "not reached in the prediction" : "not reached as reported";
}
