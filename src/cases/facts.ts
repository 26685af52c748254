import { findDrug, records } from "#biology";
import { molarMass } from "#model";
import { type Band, doseResponse, doseText, type HalfEffectRow, molarDoseText, type Results } from "#study";
import { ln, printNumber } from "#units";
import { ask, caseDraws } from "./claim.ts";
import { type Fact, facts } from "./reported.ts";

/** A fact beside its prediction. */
export interface FactResult {
  readonly fact: Fact;
  /** In the units of the fact. */
  readonly predicted: Band;
  readonly predictedText: string;
  readonly reportedText: string;
  /** How far the median lies from the reported range; 1 inside or when both lie above the doses; NaN when one does. */
  readonly fold: number;
  /** The reported range and the predicted band meet. */
  readonly inBand: boolean;
  /** What the prediction rests on: priors alone, or how many numbers are calibrated. */
  readonly standing: string;
}

/** Predicts every fact and sets it beside what was reported. */
export async function validate(): Promise<FactResult[]> {
  const out: FactResult[] = [];
  for (const fact of facts) {
    const results = await ask(question(fact));
    const { predicted, text } = prediction(fact, results);
    const [low, high] = fact.reported;
    out.push({
      fact,
      predicted,
      predictedText: text,
      reportedText: reportedText(fact, results),
      fold: fold(predicted.median, fact.reported),
      inBand: predicted.low <= high && low <= predicted.high,
      standing: results.standing,
    });
  }
  return out;
}

function question(fact: Fact): Parameters<typeof ask>[0] {
  const alone = { tumour: fact.cell };
  const cells = fact.normal === undefined ? alone : { ...alone, normal: fact.normal };
  return doseResponse({
    title: fact.says,
    agents: [fact.agent],
    cells,
    environment: { tumour: "medium-ph7.4", ...(fact.normal === undefined ? {} : { normal: "medium-ph7.4" }) },
    culture: { density: "1e5 1/mL", volume: "100 uL" },
    dose: doses(fact),
    until: "24 h",
    read: ["viability"],
    numerics: { points: 5 },
    uncertainty: { draws: caseDraws },
    seed: 1,
  });
}

/** For a drug a grid from three decades below to two above what is reported; or the one dose asked about. */
function doses(fact: Fact): Parameters<typeof doseResponse>[0]["dose"] {
  if (fact.dose !== undefined) return { list: [fact.dose] };
  if (!isDrug(fact)) return { from: "1 ug/mL", to: "1 mg/mL", points: 12 };
  const [low, high] = fact.reported.map((mM) => mM * 1e3) as [number, number];
  return { from: `${low / 1000} uM`, to: `${high * 100} uM`, points: 17, basis: "amount" };
}

function isDrug(fact: Fact): boolean {
  return records.drugs.some((d) => d.id === fact.agent);
}

/** kg/m³ of a drug in one mM. */
function perMillimolar(fact: Fact): number {
  return isDrug(fact) ? molarMass(findDrug(fact.agent).formula) * 1e-3 : 1;
}

function prediction(fact: Fact, results: Results): { readonly predicted: Band; readonly text: string } {
  if (fact.asks === "selectivity") {
    const row = results.selectivity()[0]!;
    return { predicted: row, text: row.text };
  }
  if (fact.asks === "viability") {
    const arm = results.arms[0]!;
    const worlds = Array.from({ length: results.plan.worlds.count }, (_, w) => results.viability(arm, w, 0));
    const sorted = worlds.filter((v) => !Number.isNaN(v)).sort((a, b) => a - b);
    const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))]!;
    const predicted = { median: at(0.5), low: at(0.05), high: at(0.95) };
    return {
      predicted,
      text: `${percent(predicted.median)} (${percent(predicted.low)} – ${percent(predicted.high)})`,
    };
  }
  const row = results.ic50()[0]!;
  return isDrug(fact) ? molar(fact, row, results) : { predicted: row, text: row.text };
}

/** A half-effect dose by mass as one in mM. */
function molar(fact: Fact, row: HalfEffectRow, results: Results): { predicted: Band; text: string } {
  const unit = perMillimolar(fact);
  const predicted = { median: row.median / unit, low: row.low / unit, high: row.high / unit };
  const at = (mM: number): string => concentration(mM, results.arms[0]!.particleDoses, unit);
  return { predicted, text: `${at(predicted.median)} (${at(predicted.low)} – ${at(predicted.high)})` };
}

function concentration(mM: number, doses: readonly number[], unit: number): string {
  return molarDoseText(
    mM,
    doses.map((d) => d / unit),
  );
}

function reportedText(fact: Fact, results: Results): string {
  const [low, high] = fact.reported;
  const doses = results.arms[0]!.particleDoses;
  if (fact.asks === "viability") return `${percent(low)} – ${percent(high)}`;
  if (fact.asks === "selectivity") return printNumber(low, 2);
  const at = (x: number): string =>
    isDrug(fact) ? concentration(x, doses, perMillimolar(fact)) : doseText(x, doses);
  if (high === Infinity) return `> ${at(low)}`;
  return low === high ? at(low) : `${at(low)} – ${at(high)}`;
}

function percent(share: number): string {
  return `${printNumber(share * 100, 2)} %`;
}

function fold(predicted: number, [low, high]: readonly [number, number]): number {
  if (low <= predicted && predicted <= high) return 1;
  const nearest = predicted < low ? low : high;
  if (!Number.isFinite(predicted) || !Number.isFinite(nearest) || predicted === 0) return Number.NaN;
  const ratio = predicted / nearest;
  return ln(ratio) < 0 ? 1 / ratio : ratio;
}

/** A fold error for people: `3.1×`, or what stands in its way. */
export function foldText(result: FactResult): string {
  if (!Number.isNaN(result.fold)) return `${printNumber(result.fold, 2)}×`;
  return result.predicted.median === Infinity || result.predicted.median === 0
    ? "not reached in the prediction"
    : "not reached as reported";
}

export type { Fact };
export { facts };
