import type { Sourced } from "kation/model";
import { plainNumber, printUnit, toBase } from "kation/units";
import type { DeathKinetics } from "./death-kinetics.ts";
import { betweenLaboratories, discrepancy } from "./likelihood.ts";
import { scaleOf } from "./population.ts";

/** A number as it was and as it was fitted, in the unit of its record. */
export interface Fit {
  readonly path: string;
  readonly label: string;
  readonly prior: Sourced;
  readonly low: number;
  readonly value: number;
  readonly high: number;
}

/** What a calibration found. */
export interface Calibration {
  readonly posterior: readonly Fit[];
  readonly lines: readonly {
    readonly agent: string;
    readonly role: string;
    readonly predicted: readonly number[];
    readonly measured: readonly string[];
  }[];
  readonly draws: number;
  readonly power: number;
  readonly curves: number;
  readonly death: DeathKinetics;
}

/**
 * True when the data say something of a number: its median moved by more than 0.35 standard deviations of the prior, or
 * its spread fell below 0.85 of it. The others keep their priors.
 */
function informed({ prior, low, value, high }: Fit): boolean {
  const { to } = scaleOf(prior);
  const [l0, m0, h0] = [prior.range![0], prior.value, prior.range![1]].map((q) =>
    to(toBase(q, prior.value.unit)),
  ) as [number, number, number];
  const [l, m, h] = [low, value, high].map((v) => to(v * prior.value.unit.factor)) as [
    number,
    number,
    number,
  ];
  const spread = (h0 - l0) / (2 * 1.6448536269514722);
  return Math.abs(m - m0) > 0.35 * spread || h - l < 0.85 * (h0 - l0);
}

/** Text of the data file that takes the place of priors. */
export function calibratedFile(posterior: readonly Fit[]): string {
  const rows = posterior.filter(informed).map(({ path, prior, low, value, high }) => {
    const text = (v: number): string =>
      JSON.stringify(`${plainNumber(v, 3)} ${prior.value.unit.text}`.trim());
    return `  ${JSON.stringify(path)}: fitted(${text(value)}, ${text(low)}, ${text(high)}),`;
  });
  return `import { type Sourced, sourced } from "#model";

const fitted = (value: string, low: string, high: string): Sourced =>
  sourced(value, {
    grade: "D",
    range: [low, high],
    why: "fitted to measured half-effect doses of plain particles at 24 h; see docs/reference/calibration.md",
    tags: { fitted: "viability-24h" },
  });

/**
 * Numbers fitted to measured viability, by path: they take the place of the priors that the records keep. Written by
 * \`npm run calibrate\`; the marginals of a joint posterior, whose correlations are lost.
 */
export const calibrated: Readonly<Record<string, Sourced>> = {
${rows.join("\n")}
};
`;
}

/** The page that says what was fitted to what, and how well. */
export function calibrationPage({ posterior, lines, draws, power, curves, death }: Calibration): string {
  const range = (values: readonly number[]): string => {
    const [low, middle, high] = values.map((v) => (v === Infinity ? "∞" : plainNumber(v, 2)));
    return `${middle} (${low} – ${high})`;
  };
  const numbers = posterior.map((fit) => {
    const { path, label, prior, low, value, high } = fit;
    const before = [prior.range![0], prior.value, prior.range![1]].map(
      (q) => toBase(q, prior.value.unit) / prior.value.unit.factor,
    );
    return `| \`${path}\` | ${label} | ${printUnit(prior.value.unit)} | ${range(before)} | ${range([low, value, high])} | ${informed(fit) ? "fitted" : "prior"} |`;
  });
  const groups = lines.map(
    ({ agent, role, predicted, measured }) =>
      `| ${agent} | ${role} | ${range(predicted)} | ${measured.join(", ")} |`,
  );
  const growth = [...death.growth].map(
    ([name, g]) => `${name.split("|")[0]!.replace("_", " ")} ${plainNumber(g, 2)}`,
  );
  return `# Calibration

Made by \`npm run calibrate -- DATA\`. What was fitted, to what, and what was not. The records keep their priors; fitted numbers stand in
\`src/biology/calibrated.data.ts\` and take their place in every study unless it says \`without: [calibration]\`. The page
[measured viability](measured-viability.md) holds both predictions against what was measured, fitted and not.

**Data.** Half-effect doses at 24 h from ${curves} measured curves of plain CuO, Cu2O, Fe3O4 and Fe2O3 particles in tumour and normal cells; a
curve that does not reach one half is a bound. One article is one vote. Titania and silica are negative controls by record: nothing is
freed from them, so no number fitted here can move them.

**Likelihood.** Laboratories differ by ${betweenLaboratories} in log10 of the half-effect dose (0.25–0.6 are measured); the model may be off by ${discrepancy} for each
material and class of cell; one curve in twenty may be anything. So no group of curves counts for more than about a factor of two.

**Method.** Populations of ${draws} worlds, every number of the model drawn: the fitted ones from a proposal that moves from the prior to the
posterior by weighted populations, all others from their priors. The likelihood enters at the power that leaves 3 % of the worlds
effective, ${plainNumber(power, 2)} at the end: at full power the weight would rest on the few worlds whose other numbers happen to suit. The ranges
below are therefore wider than the data alone would allow. They are the marginals of a joint distribution: what the data fix is mostly the
product of uptake and dissolution, which independent ranges cannot carry.

## Numbers

The library uses the fitted number where the data say something of it (its median moved by more than 0.35 standard deviations of the
prior, or its spread fell below 0.85 of it); the others keep their priors.

| path | what | unit | prior | posterior | used |
|---|---|---|---|---|---|
${numbers.join("\n")}

## Fit, µg/mL of particle

| agent | cell | fitted worlds, median (5 – 95 %) | measured |
|---|---|---|---|
${groups.join("\n")}

## Death kinetics

Live imaging of Annexin V (commitment) and YOYO-3 (loss of the membrane) in H1299 and PC9 under six drugs, ${death.conditions} treated conditions. With
a hazard, a scale of the second dye and a background of its own for every condition, the time between the two is not fixed by these
curves: every value from ${plainNumber(death.low, 2)} to ${plainNumber(death.high, 2)} h fits as well (best ${plainNumber(death.dying, 2)} h, the misfit within its noise). The prior of \`t_dying\`, 3 h (2–4 h), stays. Growth
of untreated cells by confluence over 60 h, 1/h: ${growth.join(", ")}; the generic 0.029 (0.014–0.046) covers them.

## Not fitted

- Copper-cysteamine's half-effect doses: little of its copper is released, and the fit would have had to bend the release of all copper.
- Ascorbate in glioblastoma lines: the exposures are not known.
- Anything of a tumour in an animal, and every agent of the review: their sizes, doses and viabilities could not be read.
`;
}
