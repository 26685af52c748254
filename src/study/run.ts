import { type Batch, type BatchResult, type CarryOptions, carry } from "#run";
import { KationError } from "#units";
import { hosts } from "./hosts.ts";
import { type Plan, plan } from "./plan.ts";
import { Results } from "./results.ts";
import type { Study } from "./types.ts";

/**
 * Runs a study: plans it, carries its runs, and forms its answers.
 *
 * The same study, seed and version give the same bytes, whatever the number of workers. Runs that fail are counted
 * and named, never dropped in silence. A sample of runs is repeated at a hundredth of the tolerance to say what error
 * was achieved.
 *
 * @throws faults of the study's records and paths; `interrupted` when stopped; `failed-integration` when no run ended
 * @example  const results = await run(study, { workers: 2, onProgress: (p) => console.error(p.text) })
 */
export async function run(study: Study, options: CarryOptions = {}): Promise<Results> {
  const planned = plan(study);
  const result = await carry(planned.batch, options);
  if (!result.status.includes("done")) {
    throw new KationError("failed-integration", `none of ${result.runs} runs came to its end`, {
      why: result.messages.get(0) ?? result.status[0]!,
      fix: "run kation explain STUDY and look for numbers that make no sense",
    });
  }
  const error = await achievedError(planned, result, options);
  const cultures = new Results(planned, result, { achievedError: error });
  if (!planned.host) return cultures;
  return new Results(planned, result, { achievedError: error, hosts: await hosts(cultures, options) });
}

/** Groups repeated for the error estimate, spread evenly over the batch. */
const sample = 12;

/**
 * Largest error of the study's read-outs in a sample of groups: difference from a repeat at a hundredth of the
 * tolerance, over the largest value of that read-out in the sample of its arm. What is below a millionth of what it is in
 * another arm counts as nothing: particles that have dissolved leave 10⁻³¹ kg, of which no digit is right.
 */
async function achievedError(planned: Plan, result: BatchResult, options: CarryOptions): Promise<number> {
  const { batch, study, arms } = planned;
  const stride = Math.max(1, Math.floor(batch.groups.length / sample));
  const chosen = batch.groups.map((_, g) => g).filter((g) => g % stride === Math.floor(stride / 2));
  const firstRun = new Map<number, number>();
  let first = 0;
  batch.groups.forEach((group, g) => {
    firstRun.set(g, first);
    first += group.runs.length;
  });
  const tight: Batch = {
    ...batch,
    groups: chosen.map((g) => batch.groups[g]!),
    rtol: Math.max(1e-10, batch.rtol / 100),
    atol: batch.atol.map((a) => a.map((x) => x / 100)),
  };
  const { onProgress: _, ...quiet } = options;
  const again = await carry(tight, quiet);
  const largest = new Map<string, { difference: number; scale: number }>();
  let row = 0;
  for (const g of chosen) {
    const { program, runs } = batch.groups[g]!;
    const { observables } = arms[program]!.compiled;
    for (let i = 0; i < runs.length; i++, row++) {
      const [a, b] = [result.offsets[firstRun.get(g)! + i]!, again.offsets[row]!];
      for (const read of study.read) {
        const key = `${program}/${read}`;
        const known = largest.get(key) ?? { difference: 0, scale: 0 };
        for (
          let k = observables.indexOf(read);
          k < batch.times.length * observables.length;
          k += observables.length
        ) {
          const y = again.observed[b + k]!;
          const difference = Math.abs(result.observed[a + k]! - y);
          if (difference > known.difference) known.difference = difference;
          if (Math.abs(y) > known.scale) known.scale = Math.abs(y);
        }
        largest.set(key, known);
      }
    }
  }
  const elsewhere = new Map<string, number>();
  for (const [key, { scale }] of largest) {
    const read = key.slice(key.indexOf("/") + 1);
    elsewhere.set(read, Math.max(elsewhere.get(read) ?? 0, scale));
  }
  return [...largest].reduce((worst, [key, { difference, scale }]) => {
    const least = 1e-6 * elsewhere.get(key.slice(key.indexOf("/") + 1))!;
    const over = Math.max(scale, least);
    return Math.max(worst, over > 0 ? difference / over : 0);
  }, 0);
}
