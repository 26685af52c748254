import { laserOf } from "#biology";
import { compile, instantiate } from "#compile";
import { add, call, type Expr, mul, neg, num, sym } from "#expr";
import type { Model, Reaction } from "#model";
import { settle, solve } from "#solve";
import { KationError, printNumber, toBase, unit } from "#units";
import { type Arm, interventions, type Plan } from "./plan.ts";

/** One line of a budget: an amount per volume of cell, mol/m³ (mM), unless its text says otherwise. */
export interface BudgetLine {
  readonly label: string;
  readonly amount: number;
  readonly text: string;
}

/** What one arm had and spent at its highest dose, with the numbers as written. */
export interface Budget {
  readonly agent: string;
  readonly cell: string;
  /** kg/m³ of particle. */
  readonly dose: number;
  readonly lines: readonly BudgetLine[];
  /** Ceilings on one-electron oxidants, of which ·OH is a share; the smallest first. */
  readonly ceilings: readonly BudgetLine[];
  /** Which of them binds, in words. */
  readonly binds: string;
}

const metalIon = /^(Fe|Cu|Mn)[0-9]__(cyt|vesicle)$/;
const peroxide = "H2O2__cyt";
const persulfate = /^S2O8__(cyt|vesicle)$/;
const freeReductant = /^(steadySuperoxide|superoxide|H2O2)__/;

/**
 * The budget of every arm with redox chemistry at its highest dose: H2O2 that is made and comes in, what dissolution spends of it, the metal
 * that is freed and returned, glutathione, light, and the ceiling on oxidants that binds.
 *
 * Every reaction that touches these is integrated as a counter beside the model, so that the lines are the model's own
 * fluxes, whatever mechanisms it has. The model follows a cell that lives, so that what it does once most have died is
 * told apart, by the share that viability leaves.
 *
 * @throws `failed-integration` when the run does not end
 */
export function budget(plan: Plan): Budget[] {
  // A budget is of redox chemistry: an arm without it has none.
  const redox = plan.arms.filter((a) => a.assembly.model.species.some((s) => s.id === peroxide));
  return redox.map((arm) => budgetOf(plan, arm));
}

type Chosen = (r: Reaction) => number;

/** The hazard that cells have gathered, and the share of them that it has left. */
const survival = "log_survival";
const alive = call("exp", neg(sym(survival)));

function budgetOf(plan: Plan, arm: Arm): Budget {
  const { model } = arm.assembly;
  const dissolving = (r: Reaction): boolean => r.module === "dissolution";
  const metal = (r: Reaction): boolean => r.reactants.some((p) => metalIon.test(p.species));
  const net =
    (id: string): Chosen =>
    (r) =>
      made(r, id) - used(r, id);
  const outside = (r: Reaction): boolean => touches(r, "H2O2__med") && touches(r, peroxide);
  const freed =
    (element: string, states: string): Chosen =>
    (r) =>
      dissolving(r) || r.id.startsWith("import_")
        ? sum(r.products, (id) => new RegExp(`^${element}[${states}]__(cyt|vesicle)$`).test(id))
        : 0;
  const returned =
    (from: string, to: string): Chosen =>
    (r) =>
      r.reactants.some((p) => p.species.startsWith(from))
        ? sum(r.products, (id) => id.startsWith(to) && metalIon.test(id))
        : 0;
  const thiol =
    (element: string): Chosen =>
    (r) => {
      if (made(r, "GSSG__cyt") <= 0) return 0;
      const products = dissolving(r) ? r.products : r.reactants;
      return products.some((p) => p.species.startsWith(element)) ? Math.max(0, -net("GSH__cyt")(r)) : 0;
    };
  const positive = (x: number): number => Math.max(0, x);
  const persulfateUsed = (r: Reaction): number => sum(r.reactants, (id) => persulfate.test(id));
  const fluxes: Readonly<Record<string, Chosen>> = {
    persulfateMet: (r) => (metal(r) ? persulfateUsed(r) : 0),
    persulfateLit: (r) => (r.id.startsWith("photolyse_S2O8") ? persulfateUsed(r) : 0),
    persulfateThiol: (r) => (made(r, "GSSG__cyt") > 0 ? persulfateUsed(r) : 0),
    peroxideMade: (r) => (outside(r) || dissolving(r) ? 0 : positive(net(peroxide)(r))),
    peroxideIn: (r) => (outside(r) ? net(peroxide)(r) : 0),
    peroxideBrought: (r) => (dissolving(r) ? positive(net(peroxide)(r)) : 0),
    peroxideDissolving: (r) => (dissolving(r) ? positive(-net(peroxide)(r)) : 0),
    peroxideMet: (r) => (metal(r) && !dissolving(r) ? used(r, peroxide) : 0),
    oxygenDissolving: (r) =>
      dissolving(r) && r.at !== "med" ? sum(r.reactants, (id) => id.startsWith("dioxygen__")) : 0,
    freedFe2: freed("Fe", "2"),
    freedFe3: freed("Fe", "3"),
    freedCu1: freed("Cu", "1"),
    freedCu2: freed("Cu", "2"),
    freedMn2: freed("Mn", "2"),
    returnedFe: returned("Fe3", "Fe2"),
    returnedCu: returned("Cu2", "Cu1"),
    // Superoxide returns what oxygen has just oxidised: a cycle that costs the cell nothing.
    returnedFree: (r) =>
      r.reactants.some((p) => freeReductant.test(p.species))
        ? returned("Fe3", "Fe2")(r) + returned("Cu2", "Cu1")(r)
        : 0,
    thiolMn: thiol("Mn"),
    thiolCu: thiol("Cu"),
    thiolMade: (r) => (r.module === "glutathione" ? positive(net("GSH__cyt")(r)) : 0),
  };
  const found = integrate(plan, arm, model, fluxes);
  return written(arm, found);
}

/** Integrals of fluxes per volume of cell, mM, and read-outs at the end, over a run at the highest dose. */
function integrate(
  plan: Plan,
  arm: Arm,
  model: Model,
  fluxes: Readonly<Record<string, Chosen>>,
): (id: string) => number {
  const sizeOf = (at: string): Expr => sym(model.compartments.find((c) => c.id === at)!.size);
  const variables = Object.entries(fluxes).map(([id, chosen]) => {
    const terms = model.reactions.flatMap((r) => {
      const weight = chosen(r);
      return weight === 0 ? [] : [mul(num(weight), r.rate, ...(r.at === undefined ? [] : [sizeOf(r.at)]))];
    });
    return {
      id: `budget_${id}`,
      label: id,
      unit: unit("mol"),
      initial: num(0),
      rate: terms.length === 0 ? num(0) : terms.length === 1 ? terms[0]! : add(...terms),
      counter: true,
      module: "budget",
    };
  });
  // What is made while a cell lives: the model follows a cell that does, and its equations run on when none is left.
  const living = model.rules.some((r) => r.id === survival) ? alive : num(1);
  const hydroxyl = model.variables.find((v) => v.id === "OH_made");
  const lived = (id: string, rate: Expr): (typeof variables)[number] => ({
    ...variables[0]!,
    id: `budget_${id}`,
    label: id,
    rate: mul(living, rate),
  });
  const returns = variables.filter((v) => /returned(Fe|Cu)$/.test(v.id)).map((v) => v.rate);
  variables.push(lived("returnedAlive", add(...returns)));
  if (hydroxyl) variables.push(lived("hydroxylAlive", mul(hydroxyl.rate, sizeOf("cyt"))));
  const display = unit("mM");
  const extra = [
    ...variables.map((v) => ({
      id: v.id,
      label: v.label,
      unit: display,
      display,
      expr: { kind: "call", op: "div", args: [sym(v.id), sizeOf("cyt")] } as Expr,
    })),
    { id: "budget_depot", label: "labile iron", unit: display, display, expr: sym("Fe2__cyt") },
    { id: "budget_thiol", label: "GSH", unit: display, display, expr: sym("GSH__cyt") },
  ];
  const compiled = compile({
    ...model,
    variables: [...model.variables, ...variables],
    observables: [...model.observables, ...extra],
  });
  const kernel = instantiate(compiled.program);
  const parameters = compiled.nominal();
  const { until, numerics } = plan.study;
  const options = { rtol: Math.min(1e-5, numerics.rtol), atol: 1e-12, maxSteps: 200_000 };
  const problem = { kernel, parameters, t0: 0, times: Float64Array.of(0, until) };
  const start =
    numerics.rest > 0 ? settle(problem, numerics.rest, compiled.program.counters, options).state : undefined;
  // Parameters keep their order, states and events do as well: the arm's schedule holds for the longer model.
  const schedule = interventions(arm, arm.particleDoses.at(-1)!);
  const run = solve({ ...problem, schedule, ...(start && { start }) }, options);
  if (run.status !== "done") throw new KationError("failed-integration", `${model.title}: ${run.message}`);
  const row = (i: number, id: string): number =>
    run.observed[i * kernel.observables + compiled.observables.indexOf(id)]!;
  return (id) => {
    const [name, when] = id.split("@");
    const own = extra.some((e) => e.id === `budget_${name}`) ? `budget_${name}` : name!;
    return compiled.observables.includes(own) ? row(when === "start" ? 0 : 1, own) : Number.NaN;
  };
}

/** The lines and ceilings of a budget from what was integrated. */
function written(arm: Arm, of: (id: string) => number): Budget {
  const lines: BudgetLine[] = [];
  const line = (
    label: string,
    amount: number,
    text: string = molar(amount),
    always: boolean = false,
  ): void => {
    if (always || Math.abs(amount) > 1e-9) lines.push({ label, amount, text });
  };
  line("H2O2 made in the cell", of("peroxideMade"), undefined, true);
  line("H2O2 come in from the medium, net", of("peroxideIn"), undefined, true);
  line("H2O2 brought by the particle", of("peroxideBrought"));
  line("O2 spent by dissolution, before any Fenton step", of("oxygenDissolving"));
  line("H2O2 spent by dissolution, before any Fenton step", of("peroxideDissolving"));
  const ferrous = of("freedFe2");
  const copper = of("freedCu1") + of("freedCu2");
  const manganese = of("freedMn2");
  line("Fe(II) freed in the cell, one oxidant each", ferrous);
  line("Fe(III) freed in the cell, none until it is reduced", of("freedFe3"));
  line("Cu(I) freed in the cell, one oxidant each", of("freedCu1"));
  line("Cu(II) freed in the cell, none until it is reduced", of("freedCu2"));
  line("Mn(II) freed in the cell", manganese);
  const back = of("returnedFe") + of("returnedCu");
  line("Fe(II) and Cu(I) returned by reductants", back - of("returnedFree"));
  line("Fe(II) and Cu(I) returned by superoxide and H2O2", of("returnedFree"));
  const late = back - of("returnedAlive");
  if (late > 0.01 * back)
    line(
      "of both, in cells that had died, where the model runs on",
      late,
      `${molar(late)}, ${share(late, back)}`,
    );
  const givers = of("depot@start") + ferrous + of("freedCu1") + back;
  const activated = of("persulfateMet");
  line(
    "S2O8 2- that met Fe(II) or Cu(I), one SO4·- each",
    activated,
    `${molar(activated)}, ${share(activated, givers)} of the Fe(II) and Cu(I) at rest, freed and returned`,
  );
  line("S2O8 2- that light split, two SO4·- each", of("persulfateLit"));
  line("S2O8 2- that met glutathione, no radical", of("persulfateThiol"));
  line("GSH at the dose", of("thiol@start"), undefined, true);
  line("GSH made since", of("thiolMade"), undefined, true);
  const per = (spent: number, metal: number): string =>
    `${molar(spent)}, ${printNumber(spent / metal, 2)} per metal ion freed`;
  if (of("thiolMn") > 1e-9) line("GSH spent on Mn", of("thiolMn"), per(of("thiolMn"), manganese));
  if (of("thiolCu") > 1e-9) line("GSH spent on Cu", of("thiolCu"), per(of("thiolCu"), copper));
  const acid = of("gluconic acid");
  if (acid > 1e-9)
    line(
      "Gluconic acid in the medium, per volume of medium",
      acid,
      `${molar(acid)}, which would move its pH by ${printNumber(of("pH.shift"), 2)}; the model holds it`,
    );
  const photons = light(arm, of("light.absorbed"));
  if (photons) lines.push(photons);
  const met = of("peroxideMet");
  const supply = of("peroxideMade") + Math.max(0, of("peroxideIn")) + of("peroxideBrought");
  line("H2O2 that met metal", met, `${molar(met)}, ${share(met, supply)} of what there was`, true);
  const oh = of("OH.made");
  const living = share(of("hydroxylAlive"), oh);
  const before = of("hydroxylAlive") < 0.99 * oh ? `, ${living} of it in living cells` : "";
  line("·OH made", oh, `${molar(oh)}, ${share(oh, met)} of the oxidants${before}`, true);
  const ceilings = [
    ceiling("the H2O2 that is made or comes in", supply - of("peroxideDissolving")),
    // Manganese comes back by itself: its ions set no ceiling.
    ...(manganese > 1e-9
      ? []
      : [ceiling("the Fe(II) and Cu(I) at rest, freed and returned, one oxidant each", givers)]),
  ].sort((a, b) => a.amount - b.amount);
  return {
    agent: arm.agent.id,
    cell: arm.cell.id,
    dose: arm.particleDoses.at(-1)!,
    lines,
    ceilings,
    binds: verdict(met, ceilings[0]!),
  };
}

function ceiling(label: string, amount: number): BudgetLine {
  return { label, amount, text: molar(amount) };
}

/** Words for the smallest ceiling: it binds when most of it is used; below that, speed decides. */
function verdict(met: number, lowest: BudgetLine): string {
  const part = share(met, lowest.amount);
  if (met > 0.5 * lowest.amount) return `${lowest.label} binds: ${part} of it became oxidants`;
  return `no ceiling binds, speed does: enzymes and export are faster than metal. The nearest ceiling is ${lowest.label}, of which ${part} became oxidants`;
}

function light(arm: Arm, joules: number): BudgetLine | undefined {
  const laser = laserOf(arm.agent);
  if (!laser || Number.isNaN(joules) || joules <= 0) return undefined;
  const wavelength = toBase(laser.wavelength.value);
  // One mole of photons is N·h·c/λ.
  const amount = (joules * wavelength) / 0.11962656;
  return {
    label: "Light absorbed, per volume of medium",
    amount,
    text: `${printNumber(joules * 1e-6, 2)} J/mL, ${molar(amount)} of photons`,
  };
}

function share(part: number, whole: number): string {
  const x = whole > 0 ? part / whole : 0;
  return x >= 1e-3 || x === 0 ? `${printNumber(100 * x, 2)} %` : `1 in ${printNumber(1 / x, 2)}`;
}

function molar(mM: number): string {
  const size = Math.abs(mM);
  if (size >= 1e4) return `${printNumber(mM * 1e-3, 3)} M`;
  if (size >= 1 || size === 0) return `${printNumber(mM, 3)} mM`;
  if (size >= 1e-3) return `${printNumber(mM * 1e3, 3)} µM`;
  return size >= 1e-6 ? `${printNumber(mM * 1e6, 3)} nM` : `${printNumber(mM * 1e9, 3)} pM`;
}

function sum(side: Reaction["products"], chosen: (species: string) => boolean): number {
  return side.reduce((n, p) => n + (chosen(p.species) ? p.stoichiometry : 0), 0);
}
const made = (r: Reaction, id: string): number => sum(r.products, (s) => s === id);
const used = (r: Reaction, id: string): number => sum(r.reactants, (s) => s === id);
const touches = (r: Reaction, id: string): boolean => made(r, id) + used(r, id) > 0;
