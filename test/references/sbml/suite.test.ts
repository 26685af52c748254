import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { checkSbml, flattenSbml, readSbml, type SbmlDocument, withoutPlaces, writeSbml } from "#formats";
import { KationError } from "#units";
import { examples } from "./examples.ts";

/** The public SBML Test Suite and models of BioModels, where they lie beside the repository. */
const shared = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..", "..", "shared");

function models(folder: string, pattern: RegExp): string[] {
  return readdirSync(join(shared, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/** The document of a file, flat, or the feature it was refused for. */
function open(path: string): { document?: SbmlDocument; errors: string[]; refused?: string } {
  const file = join(shared, path);
  try {
    const { document, findings } = readSbml(readFileSync(file, "utf8"), path);
    const flat = flattenSbml(document, (source) => readFileSync(join(dirname(file), source), "utf8"));
    const errors = [...findings, ...checkSbml(flat)].filter((f) => f.severity === "error").map((f) => f.what);
    return { document: flat, errors };
  } catch (error) {
    if (!(error instanceof KationError) || error.code !== "unsupported-feature") throw error;
    return { errors: [], refused: error.what };
  }
}

/** What does not become itself again when it is written and read; packages are left out of what is written. */
function changed(document: SbmlDocument): boolean {
  const again = readSbml(writeSbml(document), "again.xml").document;
  try {
    expect(withoutPlaces(again)).toEqual(withoutPlaces({ ...document, packages: [] }));
    return false;
  } catch {
    return true;
  }
}

const sets: readonly (readonly [string, string, RegExp, readonly string[]])[] = [
  ["semantic suite", "sbml-test-suite/semantic", /-sbml-l\dv\d\.xml$/, []],
  ["stochastic suite", "sbml-test-suite/stochastic", /-sbml-l\dv\d\.xml$/, ["distrib"]],
  ["BioModels", "biomodels/models", /\.xml$/, []],
  ["other models", "biomodels/other-models", /\.xml$/, []],
];

describe.each(sets)("%s", (name, folder, pattern, features) => {
  test.skipIf(!existsSync(join(shared, folder)))(
    `every file is read without a fault, or refused by the name of a feature${existsSync(join(shared, folder)) ? "" : `: skipped, ../shared/${folder} is not here`}`,
    { timeout: 120_000 },
    () => {
      const refused = new Set<string>();
      const faulty: string[] = [];
      const notTheSame: string[] = [];
      for (const path of models(folder, pattern)) {
        const { document, errors, refused: feature } = open(path);
        if (feature !== undefined) refused.add(feature);
        if (errors.length > 0) faulty.push(`${path}: ${errors[0]}`);
        if (document && changed(document)) notTheSame.push(path);
      }
      expect([...refused], name).toEqual(features);
      expect(faulty).toEqual([]);
      expect(notTheSame).toEqual([]);
    },
  );
});

const body = "biomodels/other-models/dapagliflozin";
test.skipIf(!existsSync(join(shared, body)))(
  `a whole-body model is flattened as its authors have it${existsSync(join(shared, body)) ? "" : ": skipped, the model is not here"}`,
  () => {
    const ours = open(`${body}/dapagliflozin_body.xml`).document!.model;
    const theirs = open(`${body}/dapagliflozin_body_flat.xml`).document!.model;
    const lists = [
      "compartments",
      "species",
      "parameters",
      "initialAssignments",
      "rules",
      "reactions",
    ] as const;
    for (const list of lists) expect(plain(ours[list]), list).toEqual(plain(theirs[list]));
  },
);

/** Elements in the order of what they are about, without what is only said about them, and units. */
function plain(elements: readonly object[]): string[] {
  const said =
    /^(?:metaid|name|sboTerm|notes|annotation|place|replacedElements|replacedBy|units|substanceUnits)$/;
  return elements
    .map((e) => JSON.stringify(e, (key, value) => (said.test(key) ? undefined : value)))
    .map((text) => JSON.stringify(Object.entries(JSON.parse(text) as object).sort()))
    .sort();
}

test("the examples are read, flattened and written to the same documents", () => {
  for (const text of examples) {
    const { document } = readSbml(text);
    expect(changed(flattenSbml(document, () => examples[0]!))).toBe(false);
  }
});
