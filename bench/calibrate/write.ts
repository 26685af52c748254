import { type Sourced, sourced } from "kation/model";
import { plainNumber, printUnit, toBase } from "kation/units";
import type { DeathKinetics } from "./death-kinetics.ts";
import { betweenLaboratories, discrepancy } from "./likelihood.ts";
import { type Direction, type Fit, type Posterior, type Together, told } from "./posterior.ts";

/** What a calibration found. */
export interface Calibration {
  readonly posterior: Posterior;
  readonly lines: readonly {
    readonly agent: string;
    readonly role: string;
    /** 5, 50 and 95 % of the joint posterior, of its fitted numbers with all others from priors, as a study draws. */
    readonly joint: readonly number[];
    readonly alone: readonly number[];
    readonly drawn: readonly number[];
    /** As a study would draw with the correlations that are told. */
    readonly correlated: readonly number[];
    readonly measured: readonly string[];
  }[];
  readonly curves: number;
  readonly rounds: number;
  readonly draws: number;
  readonly death: DeathKinetics;
}

/** True when the data say something of a number in every seed alone. The others keep their priors. */
export function counts({ votes }: Fit, { effectivePerSeed }: Posterior): boolean {
  return votes === effectivePerSeed.length;
}

/** Pairs of used numbers whose correlation is told and seen by every seed. */
export function correlated(posterior: Posterior): Together[] {
  const used = posterior.fits.filter((fit) => counts(fit, posterior)).map((fit) => fit.path);
  return posterior.pairs.filter(
    ({ of, rho, votes }) =>
      of.every((path) => used.includes(path)) &&
      Math.abs(rho) > told.correlation &&
      votes === posterior.effectivePerSeed.length,
  );
}

/** Value, low and high of a fitted number as text. */
function texts({ prior, low, value, high }: Fit): [string, string, string] {
  const text = (v: number): string => `${plainNumber(v, 3)} ${prior.value.unit.text}`.trim();
  return [text(value), text(low), text(high)];
}

/** A fitted number as studies draw it. */
export function drawnAs(fit: Fit): Sourced {
  const [value, low, high] = texts(fit);
  return sourced(value, { grade: "D", range: [low, high], why: "fitted" });
}

/** Text of the data file that takes the place of priors. */
export function calibratedFile(posterior: Posterior): string {
  const rows = posterior.fits
    .filter((fit) => counts(fit, posterior))
    .map((fit) => {
      const [value, low, high] = texts(fit).map((t) => JSON.stringify(t));
      return `  ${JSON.stringify(fit.path)}: fitted(${value}, ${low}, ${high}),`;
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

/** The page that says what was fitted to what, how well, and what the data leave open. */
export function calibrationPage(calibration: Calibration): string {
  const { posterior, lines, curves, rounds, draws, death } = calibration;
  const seeds = posterior.effectivePerSeed.length;
  const effective = Math.round(posterior.effective);
  const [least, most] = [Math.min, Math.max].map((f) => Math.round(f(...posterior.effectivePerSeed)));
  const groups = lines.map(
    ({ agent, role, joint, alone, drawn, correlated, measured }) =>
      `| ${agent} | ${role} | ${range(joint)} | ${range(alone)} | ${range(drawn)} | ${range(correlated)} | ${measured.join(", ")} |`,
  );
  const growth = [...death.growth].map(
    ([name, g]) => `${name.split("|")[0]!.replace("_", " ")} ${plainNumber(g, 2)}`,
  );
  const used = posterior.fits.filter((fit) => counts(fit, posterior)).map((fit) => fit.path);
  const ofUsed = posterior.pairs.filter(({ of }) => of.every((path) => used.includes(path)));
  const ofOthers = posterior.pairs.find((pair) => !ofUsed.includes(pair))!;
  return `# Calibration

Made by \`npm run calibrate -- DATA\`. What was fitted, to what, and what was not. The records keep their priors; fitted numbers stand in
\`src/biology/calibrated.data.ts\` and take their place in every study unless it says \`without: [calibration]\`. The page
[measured viability](measured-viability.md) holds both predictions against what was measured, fitted and not.

**Data.** Half-effect doses at 24 h from ${curves} measured curves of plain CuO, Cu2O, Fe3O4 and Fe2O3 particles in tumour and normal cells; a
curve that does not reach one half is a bound. One article is one vote. Titania and silica are negative controls by record: nothing is
freed from them, so no number fitted here can move them.

**Likelihood.** Laboratories differ by ${betweenLaboratories} in log10 of the half-effect dose (0.25–0.6 are measured); the model may be off by ${discrepancy} for each
material and class of cell; one curve in twenty may be anything. So no group of curves counts for more than about a factor of two.

**Method.** Adaptive multiple importance sampling. Every number of the model is drawn, the fitted ones on the scale of their normal scores
(standard normal under their priors), all others from their priors. The first of ${rounds} rounds of ${draws} worlds is drawn from the priors, each later one
from a normal distribution with the means and correlations that all rounds so far give, a tenth of it from the priors; in the end every world
of every round counts, weighted against the mixture of all that was drawn from, at the full likelihood. ${seeds} seeds did this apart, with
${least}–${most} effective worlds each, ${effective} of ${posterior.worlds} together. Errors (±) are those between seeds, of the mean of all.

## Numbers

\`shift\` and \`spread\` are the mean and the standard deviation of a number's normal scores (0 and 1 under the prior). The library uses the
fitted number where each of the ${seeds} seeds alone finds a shift beyond ${told.shift} or a spread below ${told.spread}; the others keep their priors.

| path | what | unit | prior | posterior | shift | spread | seeds | used |
|---|---|---|---|---|---|---|---|---|
${posterior.fits.map((fit) => row(fit, posterior)).join("\n")}
${edge(posterior)}
## Fit, µg/mL of particle

| agent | cell | joint posterior | its fitted numbers alone | as a study draws | with correlations | measured |
|---|---|---|---|---|---|---|
${groups.join("\n")}

Medians (5 – 95 %). *Joint posterior*: all numbers of a world together, as they were weighted. *Its fitted numbers alone*: those of the
table above as they stand in worlds of the posterior, all others anew from their priors. *As a study draws*: the numbers that are used, one by
one, all others from their priors; *with correlations*: the same with those that are told below. What is lost from the first to the second
is what the data say of numbers that keep their priors.

## What these data leave open

**Seven groups of curves fix a few numbers.** Of the ${posterior.fits.length} directions in the space of the fitted numbers, ${posterior.directions.filter((d) => d.spread < told.spread).length} are narrower than ${told.spread} of the prior;
along all others the data say next to nothing. The best known:

| spread | sum of normal scores |
|---|---|
${posterior.directions.slice(0, 4).map(direction).join("\n")}

**Correlations are weak**: a half-effect dose hangs on so many numbers that no product of two is fixed. Of the numbers that are used, by normal
scores in the posterior, with the error between seeds:

| numbers | correlation | seeds |
|---|---|---|
${ofUsed.map((pair) => pairRow(pair, posterior)).join("\n")}

\`seeds\`: in how many a correlation is beyond the Monte Carlo error of that seed alone, ${plainNumber(1 / Math.sqrt(most!), 1)}, to the same side. Told is
one that all seeds see and that is beyond ${told.correlation}. The strongest with a number that keeps its prior is ${signed(ofOthers.rho)} ± ${ofOthers.error.toFixed(2)}
(\`${ofOthers.of[0]}\` with \`${ofOthers.of[1]}\`). A study draws each number by itself: compare *as a study draws* with *with correlations*. What
its draws lose of the joint posterior lies between the first column of the table above and the second, in many small shifts and
correlations of numbers that keep their priors.

**Numbers that keep their priors are moved as well**, which no study sees. By more than four Monte Carlo errors (${plainNumber(4 / Math.sqrt(posterior.effective), 2)}), in normal scores:
${posterior.moved.map(({ path, shift }) => `\`${path}\` ${signed(shift)}`).join(", ") || "none"}.

**Untouched** (shift below 0.15, spread above 0.9): ${untouched(posterior)}. A dose at which half of the cells die
at one time says neither by which damage nor how steeply they do, nor where in a cell the metal waits. Whole curves at several times would.

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

/** A sentence on numbers that count in some seeds only. */
function edge(posterior: Posterior): string {
  const seeds = posterior.effectivePerSeed.length;
  const split = posterior.fits.filter(({ votes }) => votes > 0 && votes < seeds);
  if (split.length === 0) return "";
  return `
At the edge, told by some seeds and not by all, and so left at the prior: ${split.map(({ path, shift }) => `\`${path}\` (${signed(shift)})`).join(", ")}.
`;
}

function untouched({ fits }: Posterior): string {
  return fits
    .filter(({ shift, spread }) => Math.abs(shift) < 0.15 && spread > 0.9)
    .map(({ path }) => `\`${path}\``)
    .join(", ");
}

function row(fit: Fit, posterior: Posterior): string {
  const { path, label, prior, low, value, high, shift, shiftError, spread, spreadError, votes } = fit;
  const before = [prior.range![0], prior.value, prior.range![1]].map(
    (q) => toBase(q, prior.value.unit) / prior.value.unit.factor,
  );
  const seeds = posterior.effectivePerSeed.length;
  return `| \`${path}\` | ${label} | ${printUnit(prior.value.unit)} | ${range(before)} | ${range([low, value, high])} | ${signed(shift)} ± ${shiftError.toFixed(2)} | ${spread.toFixed(2)} ± ${spreadError.toFixed(2)} | ${votes} of ${seeds} | ${counts(fit, posterior) ? "fitted" : "prior"} |`;
}

function pairRow(pair: Together, posterior: Posterior): string {
  const { of, rho, error, votes } = pair;
  return `| \`${of[0]}\`, \`${of[1]}\` | ${signed(rho)} ± ${error.toFixed(2)} | ${votes} of ${posterior.effectivePerSeed.length} |`;
}

function direction({ spread, parts }: Direction): string {
  return `| ${spread.toFixed(2)} | ${parts.map(({ path, share }) => `${signed(share)} \`${path}\``).join(", ")} |`;
}

function signed(x: number): string {
  return `${x < 0 ? "−" : "+"}${Math.abs(x).toFixed(2)}`;
}

/** Median and ends of low, middle, high. */
function range(values: readonly number[]): string {
  const [low, middle, high] = values.map((v) => (v === Infinity ? "∞" : plainNumber(v, 2)));
  return `${middle} (${low} – ${high})`;
}
