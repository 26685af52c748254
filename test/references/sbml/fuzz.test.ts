import { expect, test } from "vitest";
import { checkSbml, flattenSbml, readSbml, withoutPlaces, writeSbml } from "#formats";
import { KationError } from "#units";
import { examples } from "./examples.ts";
import { generator, mutate } from "./mutate.ts";

/** KATION_FUZZ=100000 for a long run; KATION_FUZZ_SEED to start elsewhere. */
const runs = Number(process.env["KATION_FUZZ"] ?? 1500);
const seed = Number(process.env["KATION_FUZZ_SEED"] ?? 1);

/** Everything that may be done with a file, down to the same document again. */
function carry(text: string): void {
  const { document } = readSbml(text, "fuzz.xml");
  checkSbml(document);
  const flat = flattenSbml(document, () => examples[0]!);
  checkSbml(flat);
  const again = readSbml(writeSbml(flat), "again.xml").document;
  expect(withoutPlaces({ ...again, packages: [] })).toEqual(withoutPlaces({ ...flat, packages: [] }));
}

test(`${runs} mutated files are read or refused, never a crash or a hang`, {
  timeout: 30_000 + runs * 20,
}, () => {
  for (let run = 0; run < runs; run++) {
    const random = generator(seed * 1_000_003 + run);
    const text = mutate(examples[random(examples.length)]!, random);
    const start = performance.now();
    try {
      carry(text);
    } catch (error) {
      if (!(error instanceof KationError)) throw new Error(`run ${run}:\n${text}`, { cause: error });
      expect(error.what, `run ${run}`).not.toBe("");
    }
    expect(performance.now() - start, `run ${run} takes too long`).toBeLessThan(5000);
  }
});
