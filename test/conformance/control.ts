import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { sbmlModel } from "kation/formats";
import { invariants, type Model } from "kation/model";
import { type Control, control, type Matrix, simulate } from "kation/study";
import { timed } from "./biomodels.ts";
import { openFile, type Verdict } from "./suite.ts";

/** Values carry about six digits. */
const [relative, absolute] = [1e-4, 1e-6];

type Sections = ReadonlyMap<string, readonly string[]>;

/** Steady states, Jacobians, conserved sums and control coefficients of libRoadRunner's own tests. */
export function judgeControl(root: string, only: readonly string[]): Verdict[] {
  return readdirSync(root)
    .filter((id) => statSync(join(root, id)).isDirectory() && (only.length === 0 || only.includes(id)))
    .sort()
    .map((id) =>
      timed(id, () => {
        const sections = readSections(readFileSync(join(root, id, `${id}-expected.txt`), "utf8"));
        const document = openFile(join(root, id, `${id}.xml`));
        const outputs = document.model.reactions.map((r) => ({ id: r.id }));
        const model = sbmlModel(document, { outputs });
        const faults = [...ofStart(model, sections), ...ofSteadyState(model, sections)];
        return { outcome: faults.length === 0 ? "passed" : "wrong", why: faults.join("; ") };
      }),
    );
}

/** Lines of each section; what begins with # is a comment. */
function readSections(text: string): Sections {
  const sections = new Map<string, string[]>();
  let lines: string[] = [];
  for (const line of text.split(/\r?\n/).map((l) => l.trim())) {
    if (line === "" || line.startsWith("#")) {
      if (line.startsWith("#[")) lines = [];
      continue;
    }
    const head = /^\[([A-Z][^\]]*)\]$/.exec(line);
    if (head) {
      lines = [];
      sections.set(head[1]!, lines);
    } else lines.push(line);
  }
  return sections;
}

/** Rates of change at the start, where no steady state is asked for. */
function ofStart(model: Model, sections: Sections): string[] {
  const expected = sections.get("Get Rates Of Change");
  if (!expected || sections.has("Species Concentrations")) return [];
  const { values } = simulate(model, { times: Float64Array.of(0) });
  const change = new Map(model.species.map((s) => [s.id, 0]));
  model.reactions.forEach((r, i) => {
    const add = (species: string, by: number): unknown =>
      change.set(species, (change.get(species) ?? 0) + by * values[i]!);
    for (const p of r.reactants) add(p.species, -p.stoichiometry);
    for (const p of r.products) add(p.species, p.stoichiometry);
  });
  return compare("rates of change", [[...change.values()]], expected);
}

function ofSteadyState(model: Model, sections: Sections): string[] {
  const selection = sections.get("Get Steady State Selection List");
  if (!selection) return [];
  const asked = [...selection.join(" ").matchAll(/\[(\w+)\]/g)].map((m) => m[1]!);
  // libRoadRunner orders the rows of its matrices by a decomposition and names them nowhere: their stoichiometry does.
  const stoichiometry = sections.get("Stoichiometry Matrix");
  const fits = (order: readonly string[]): boolean =>
    stoichiometry === undefined ||
    compare("", rowsOf(control(model, { order }).stoichiometry), stoichiometry).length === 0;
  const orders = stoichiometry ? permutations(asked).filter(fits) : [asked];
  if (orders.length === 0) return ["no order of species has the expected stoichiometry"];
  const all = orders.map((order) => judgeOrder(model, control(model, { order }), sections));
  return all.reduce((least, faults) => (faults.length < least.length ? faults : least));
}

function permutations(ids: readonly string[]): string[][] {
  if (ids.length === 0) return [[]];
  return ids.flatMap((id, i) => permutations(ids.toSpliced(i, 1)).map((rest) => [id, ...rest]));
}

/** What is not as expected, with species in a given order. */
function judgeOrder(model: Model, c: Control, sections: Sections): string[] {
  const faults: string[] = [];
  const named = (section: string, ids: readonly string[], values: Float64Array): void => {
    for (const line of sections.get(section) ?? []) {
      const [, id, value] = /^"?\[?(\w+)\]?\s*=\s*([-+.\deE]+)"?$/.exec(line) ?? [];
      const found = values[ids.indexOf(id ?? "")];
      if (!near(found ?? Number.NaN, Number(value))) faults.push(`${section} ${line}: ${found}`);
    }
  };
  named("Species Concentrations", c.species, c.state);
  named("Steady State Fluxes", c.reactions, c.fluxes);
  for (const [section, found] of matricesOf(c)) {
    const lines = sections.get(section);
    if (lines) faults.push(...compare(section, rowsOf(found), lines));
  }
  const sums = invariants(model).length;
  if (sums !== c.species.length - c.independent.length) faults.push(`${sums} conserved sums`);
  const spectra = [
    ["Individual Eigenvalues", c.eigenvalues],
    ["Eigenvalue Matrix", c.eigenvalues],
    ["Reduced Eigenvalue Matrix", c.reducedEigenvalues],
  ] as const;
  for (const [section, { re, im }] of spectra) {
    const lines = sections.get(section)?.map((line) => line.replace(/^\w+\s*=\s*/, ""));
    const left = lines?.map((line) => line.split(/\s+/).map(Number)) ?? [];
    for (let i = 0; i < re.length && lines; i++) {
      const at = left.findIndex(([a = Number.NaN, b = Number.NaN]) => near(re[i]!, a) && near(im[i]!, b));
      if (at < 0) faults.push(`${section}: ${re[i]} ${im[i]} is not expected`);
      else left.splice(at, 1);
    }
    if (left.length > 0) faults.push(`${section}: ${left.join(" | ")} is missing`);
  }
  for (const line of sections.get("Get Control Coefficient") ?? []) {
    const [of = "", parameter = "", value] = line.replaceAll('"', "").split(/\s+/);
    const { states, fluxes } = c.response(parameter);
    const found = states[c.species.indexOf(of)] ?? fluxes[c.reactions.indexOf(of)] ?? Number.NaN;
    if (!near(found, Number(value))) faults.push(`control coefficient ${line}: ${found}`);
  }
  return faults;
}

function matricesOf(c: Control): readonly (readonly [string, Matrix])[] {
  const reduced = c.independent.map((id) => c.species.indexOf(id));
  return [
    ["Full Jacobian", c.jacobian],
    ["Reduced Jacobian", c.reducedJacobian],
    ["Stoichiometry Matrix", c.stoichiometry],
    [
      "Reduced Stoichiometry Matrix",
      { ...c.stoichiometry, rows: reduced.length, at: (i, j) => c.stoichiometry.at(reduced[i]!, j) },
    ],
    ["Link Matrix", c.link],
    ["Unscaled Elasticity Matrix", c.elasticity],
    ["Scaled Elasticity Matrix", c.scaled.elasticity],
    ["Unscaled Concentration Control Matrix", c.stateControl],
    ["Scaled Concentration Control Matrix", c.scaled.stateControl],
    ["Unscaled Flux Control Matrix", c.fluxControl],
    ["Scaled Flux Control Matrix", c.scaled.fluxControl],
  ];
}

function rowsOf(m: Matrix): number[][] {
  return Array.from({ length: m.rows }, (_, i) => Array.from({ length: m.columns }, (__, j) => m.at(i, j)));
}

function compare(section: string, found: readonly (readonly number[])[], lines: readonly string[]): string[] {
  const wanted = lines.map((line) => line.split(/\s+/).map(Number));
  if (wanted.length !== found.length || wanted.some((row, i) => row.length !== found[i]!.length))
    return [
      `${section}: ${found.length} × ${found[0]?.length}, expected ${wanted.length} × ${wanted[0]?.length}`,
    ];
  for (const [i, row] of wanted.entries())
    for (const [j, value] of row.entries())
      if (!near(found[i]![j]!, value))
        return [`${section} (${i + 1}, ${j + 1}): ${found[i]![j]}, expected ${value}`];
  return [];
}

function near(found: number, wanted: number): boolean {
  return Object.is(found, wanted) || Math.abs(found - wanted) <= absolute + relative * Math.abs(wanted);
}
