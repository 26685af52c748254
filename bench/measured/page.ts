import { quantile } from "kation/results";
import { doseText, type HalfEffectRow } from "kation/study";
import { log10, plainNumber, pow } from "kation/units";
import type { Curve } from "./tables.ts";

/** One material in one class of cell at one time: what was predicted, and what was measured. */
export interface Lane {
  readonly name: string;
  readonly role: "tumour" | "normal";
  readonly hours: number;
  /** Its measured curves are among those the calibration saw. */
  readonly fitted: boolean;
  readonly prior: HalfEffectRow;
  readonly posterior: HalfEffectRow;
  readonly curves: readonly Curve[];
  /** Doses of the prediction, kg/m³. */
  readonly doses: readonly number[];
}

/** The page: every lane as a row, fitted ones before predicted ones, and what the comparison says. */
export function page(lanes: readonly Lane[], count: number): string {
  const rows = (fitted: boolean): string =>
    lanes
      .filter((l) => l.fitted === fitted)
      .map(line)
      .join("\n");
  const head = `| material | cell | after | prior IC50 (90 % band) | calibrated IC50 (90 % band) | curves | not reached | measured median | quartiles | calibrated against it |
|---|---|---|---|---|---|---|---|---|---|`;
  return `# Predictions beside measured viability

Plain oxide particles in tumour and normal cells, from ${count} measured curves of at least three doses; the quarter of each data set
that is kept back for blind validation is not among them. Made by \`npm run measured -- DATA\`. How the calibration was
done: [calibration](calibration.md).

![Predicted bands and measured curves](measured-viability.png)

Pale bar: 90 % band of the prior prediction over 200 worlds; dark bar: of the calibrated one, with its median. Dots: measured curves (at
the left edge: below the lowest dose measured); triangles: curves that do not fall to one half at their highest dose. Doses are of
particle, µg/mL.

## Fitted: the calibration saw these curves

${head}
${rows(true)}

## Predicted: it did not see these

${head}
${rows(false)}

${summary(lanes)}

${bounds(lanes)}

**How to read it.** Laboratories differ: within one material and class, the standard deviation of measured half-effect doses is 0.25 to
0.6 in log10. A prediction within two- to threefold of one laboratory is as good as a second laboratory. Silica and titania are inert by
record: nothing is freed from them, so the toxicity that some laboratories measure at high dose is beyond the model.

Sources: ChemX (Center for AI in Chemistry, ITMO University, 2025; MIT licence; articles by DOI in its table); Choi et al., Sci. Rep. 8,
6110 (2018) and Papadiamantis et al., Nanomaterials 10, 2017 (2020), both CC BY 4.0.
`;
}

function line(lane: Lane): string {
  const { name, role, hours, prior, posterior, curves } = lane;
  const all = curves.map((c) => c.half);
  const reached = all.filter((h) => h > 0 && h < Infinity);
  const quartiles =
    reached.length > 1
      ? `${plainNumber(quantile(reached, 0.25), 2)} – ${plainNumber(quantile(reached, 0.75), 2)}`
      : "–";
  const median = quantile(all, 0.5);
  const told = median === Infinity ? "not reached" : plainNumber(median, 2);
  return `| ${name} | ${role} | ${hours} h | ${prior.text} | ${posterior.text} | ${curves.length} | ${all.filter((h) => h === Infinity).length} | ${told} | ${quartiles} | ${fold(lane, median)} |`;
}

function fold(lane: Lane, median: number): string {
  const { posterior, doses } = lane;
  if (median === Infinity) {
    if (posterior.median === Infinity) return "both above the doses";
    const ratio = bound(lane) / (posterior.median * 1e3);
    return ratio > 1
      ? `at least ${plainNumber(ratio, 2)}× lower`
      : `above, at ${doseText(posterior.median, doses)}`;
  }
  if (posterior.median === Infinity) return "predicted above the doses";
  if (posterior.median === 0 || median === 0) return "below the doses";
  const ratio = (posterior.median * 1e3) / median;
  return `${plainNumber(ratio > 1 ? ratio : 1 / ratio, 2)}× ${ratio > 1 ? "higher" : "lower"}`;
}

/** Median over curves of what half of the cells bear: the highest dose of a curve that does not reach one half. */
function bound({ curves }: Lane): number {
  return quantile(
    curves.map((c) => (c.half === Infinity ? c.highest : c.half)),
    0.5,
  );
}

/** Lanes whose measured median is not reached: in how many the prediction lies above what cells bear. */
function bounds(lanes: readonly Lane[]): string {
  const told = (fitted: boolean): string => {
    const open = lanes.filter(
      (l) =>
        l.fitted === fitted &&
        quantile(
          l.curves.map((c) => c.half),
          0.5,
        ) === Infinity,
    );
    const below = open.filter((l) => l.posterior.median * 1e3 < bound(l));
    const named = below.map((l) => `${l.name} ${l.role} ${l.hours} h`).join(", ");
    return `${open.length - below.length} of ${open.length} ${fitted ? "fitted" : "predicted"} lanes${below.length > 0 ? ` (not in ${named})` : ""}`;
  };
  return `Where most curves do not reach one half, the calibrated median lies above the doses that cells bear (the middle one of the curves'
highest) in ${told(true)} and in ${told(false)}.`;
}

/** Root mean square of log10(predicted/measured) over lanes where both are within the doses, prior and calibrated. */
function summary(lanes: readonly Lane[]): string {
  const miss = (fitted: boolean, of: "prior" | "posterior"): string => {
    const logs = lanes
      .filter((l) => l.fitted === fitted)
      .flatMap((l) => {
        const [p, m] = [
          l[of].median * 1e3,
          quantile(
            l.curves.map((c) => c.half),
            0.5,
          ),
        ];
        return p > 0 && p < Infinity && m > 0 && m < Infinity ? [log10(p / m)] : [];
      });
    if (logs.length === 0) return "no lane in which both are reached";
    const rms = Math.sqrt(logs.reduce((s, x) => s + x * x, 0) / logs.length);
    return `${plainNumber(rms, 2)} (a factor of ${plainNumber(pow(10, rms), 2)}; ${logs.length} lanes)`;
  };
  return `Root mean square of log10(predicted over measured median), where both are reached: fitted lanes ${miss(true, "prior")} as prior and
${miss(true, "posterior")} as calibrated; predicted lanes ${miss(false, "prior")} as prior and ${miss(false, "posterior")} as calibrated. Laboratories
differ by 0.25 to 0.6.`;
}
