import { log10 } from "kation/units";
import { type Group, logLikelihood } from "./likelihood.ts";
import {
  draw,
  type Fitted,
  logRatios,
  moments,
  type Normal,
  normalised,
  priorOf,
  proposalOf,
  temper,
} from "./population.ts";
import { doses, simulated } from "./worlds.ts";

/** Measured curves of one agent in one class of cell. */
export interface Target {
  readonly agent: string;
  readonly role: string;
  readonly data: Group;
}

/** Every world that a seed looked at, and the distributions they came from. */
export interface Sample {
  readonly z: readonly number[][];
  readonly half: readonly number[][];
  readonly logLikelihoods: readonly number[];
  readonly proposals: readonly { readonly of: Normal; readonly count: number }[];
  readonly others: ReadonlyMap<string, Float32Array>;
}

export interface SamplerOptions {
  readonly seed: number;
  readonly rounds: number;
  readonly draws: number;
  readonly onRound?: (text: string) => void;
}

/** Share of every round that is drawn from the priors, and how much wider than its population a proposal is. */
const [defensive, wide] = [0.1, 1.15];

/**
 * Adaptive multiple importance sampling of the fitted numbers' posterior, all other numbers at their priors.
 *
 * The first round is drawn from the priors, each later one from a normal distribution of what all rounds so far say
 * (at a power of the likelihood that leaves ten effective worlds per number) and, for a tenth, from the priors. Every
 * world of every round counts in the end, weighted against the mixture of all that was drawn from, at full likelihood.
 *
 * A population that keeps its last round only was tried and dropped: of 2500 worlds some 75 were effective, at a power of
 * the likelihood below one, means were known to 0.12 of a prior's spread, and what counted as fitted changed from run to run.
 */
export async function sample(
  list: readonly Fitted[],
  targets: readonly Target[],
  { seed, rounds, draws, onRound }: SamplerOptions,
): Promise<Sample> {
  const flat = priorOf(list.length);
  let all: Sample = {
    z: [],
    half: targets.map(() => []),
    logLikelihoods: [],
    proposals: [],
    others: new Map(),
  };
  let next = flat;
  for (let round = 1; round <= rounds; round++) {
    const ofPriors = round === 1 ? draws : Math.round(defensive * draws);
    const proposals = [
      { of: flat, count: ofPriors },
      ...(round === 1 ? [] : [{ of: next, count: draws - ofPriors }]),
    ];
    const z = proposals.flatMap(({ of, count }, k) => draw(of, count, seed, 2 * round + k));
    // A seed of its own for the numbers that are not fitted, in every round.
    const found = await simulated(list, z, targets, 1000 * seed + round);
    all = together([all, { ...found, z, proposals, logLikelihoods: likelihoods(found.half, targets) }]);
    const ratios = logRatios(all.z, all.proposals);
    const power = temper(all.logLikelihoods, ratios, 10 * list.length);
    const onTheWay = normalised(all.logLikelihoods.map((l, i) => power * l + ratios[i]!));
    next = proposalOf(moments(all.z, onTheWay.weights), onTheWay.effective, wide);
    const full = normalised(all.logLikelihoods.map((l, i) => l + ratios[i]!));
    onRound?.(
      `seed ${seed}, round ${round}: ${Math.round(full.effective)} effective of ${all.z.length} worlds; next from the power ${power.toFixed(2)}`,
    );
  }
  return all;
}

function likelihoods(half: readonly number[][], targets: readonly Target[]): number[] {
  return half[0]!.map((_, w) =>
    targets.reduce((sum, { data }, t) => {
      const dose = half[t]![w]!;
      if (Number.isNaN(dose)) return -Infinity;
      const clamped = Math.min(Math.max(dose, doses.low / 3), doses.high * 3);
      return sum + logLikelihood(log10(clamped), data);
    }, 0),
  );
}

/** Several samples as one, whose mixture is that of all their proposals. */
export function together(samples: readonly Sample[]): Sample {
  const paths = [...samples.at(-1)!.others.keys()];
  return {
    z: samples.flatMap((s) => s.z),
    half: samples[0]!.half.map((_, t) => samples.flatMap((s) => s.half[t]!)),
    logLikelihoods: samples.flatMap((s) => s.logLikelihoods),
    proposals: samples.flatMap((s) => s.proposals),
    others: new Map(
      paths.map((path) => [path, Float32Array.from(samples.flatMap((s) => [...(s.others.get(path) ?? [])]))]),
    ),
  };
}
