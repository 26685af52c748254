import { expect, test } from "vitest";
import { checkSbml, flattenSbml, readSbml, withoutPlaces, writeSbml } from "#formats";
import { KationError } from "#units";
import { examples } from "./examples.ts";

/** KATION_FUZZ=100000 for a long run; KATION_FUZZ_SEED to start elsewhere. */
const runs = Number(process.env["KATION_FUZZ"] ?? 1500);
const seed = Number(process.env["KATION_FUZZ_SEED"] ?? 1);

/** Mulberry32: enough for choosing mutations, and the same everywhere. */
function generator(start: number): (below: number) => number {
  let state = start >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const spices = [
  "<!DOCTYPE a [<!ENTITY b 'c'>]>",
  "&b;",
  "&toString;",
  "&#x10FFFF;",
  "&#0;",
  "__proto__",
  "constructor",
  "NaN",
  "-INF",
  "1e999",
  "-0",
  "1".repeat(400),
  "<apply>".repeat(40),
  "<a xmlns:q='q'>",
  "<![CDATA[",
  "]]>",
  "<!--",
  "<?x",
  "\0",
  "\ud800",
  "é",
  "xmlns=''",
  ' id="x"',
  "<apply><csymbol/></apply>",
  "<comp:replacedBy/>",
];

/** A few random changes: cut, copy, move, flip, spice, and swap of attribute values. */
function mutate(text: string, random: (below: number) => number): string {
  let out = text;
  for (let i = 1 + random(4); i > 0; i--) {
    const at = random(out.length + 1);
    const length = 1 + random(random(4) === 0 ? 400 : 12);
    const piece = out.slice(at, at + length);
    const to = random(out.length + 1);
    const kind = random(7);
    if (kind === 0) out = out.slice(0, at) + out.slice(at + length);
    else if (kind === 1) out = out.slice(0, to) + piece + out.slice(to);
    else if (kind === 2) out = out.slice(0, at) + spices[random(spices.length)]! + out.slice(at);
    else if (kind === 3) out = out.slice(0, at) + String.fromCharCode(random(128)) + out.slice(at + 1);
    else {
      const found = [
        ...out.matchAll(kind === 4 ? /"[^"<]*"/g : kind === 5 ? /<[\w:]+/g : / [\w:]+ <|>[^<]+</g),
      ];
      const [a, b] = [found[random(found.length || 1)], found[random(found.length || 1)]];
      if (a && b) out = out.slice(0, a.index) + b[0] + out.slice(a.index + a[0].length);
    }
  }
  return out;
}

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
