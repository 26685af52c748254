import { ln } from "#units";
import { ask, column, frame } from "./culture.ts";

/**
 * Radicals made in 24 h of 10 µM of a peroxide in a tumour cell, above the untreated one: oxidants of the Fenton reaction,
 * lipid radicals started and carried on, and, of peroxides that are no hydroperoxide, every radical of a split bond.
 */
async function radicals(agent: string): Promise<number[]> {
  const own = ["mlh", "hydrogen-peroxide"].includes(agent) ? [] : [`radicals.${agent}`];
  const reads = ["oxidant.made", "lipid radicals.made", ...own];
  const results = await ask(
    frame({
      agents: [agent],
      medium: "medium-ph7.4",
      basis: "amount",
      dose: "10 uM",
      read: ["viability", ...reads],
    }),
  );
  const columns = reads.map((read) => column(results, agent, read, true));
  return columns[0]!.map((_, w) => columns.reduce((sum, c) => sum + Math.max(c[w]!, 0), 0));
}

/** ln(radicals made of 10 µM methyl linoleate hydroperoxide / of 10 µM of another peroxide). */
export async function hydroperoxideAgainst(other: string): Promise<number[]> {
  const [much, little] = [await radicals("mlh"), await radicals(other)];
  return much.map((x, w) => ln(Math.max(x, 1e-12) / Math.max(little[w]!, 1e-12)));
}
