import type { Finding } from "#model";
import { KationError, nearest } from "#units";
import { cyclesOf } from "./cycles.ts";
import { describe, type ModelElement, type SbmlDocument, type SbmlModel, type Species } from "./document.ts";
import { functionExpander } from "./expand.ts";
import { formulasOf } from "./formulas.ts";
import { type SbmlMath, visitMath } from "./math.ts";
import { printPlace } from "./xml.ts";

/** Most findings that are told; the rest is counted. */
const most = 100;

/** Base units of SBML, under the names of Level 2 and 3. */
const baseUnits: ReadonlySet<string> = new Set(
  (
    "ampere avogadro becquerel candela coulomb dimensionless farad gram gray henry hertz item joule katal kelvin " +
    "kilogram litre lumen lux metre mole newton ohm pascal radian second siemens sievert steradian tesla volt watt weber"
  ).split(" "),
);

/**
 * What is wrong with a model, all at once: names that are unknown or taken twice, what is determined twice or may not change,
 * cycles of assignments, functions called wrongly, and, as warnings, what has no value or never acts.
 *
 * The document must be flat; one with submodels is checked after {@link flattenSbml}. At most 100 findings.
 *
 * @returns findings, errors first; none when the model can be simulated as it is written
 * @example  const errors = checkSbml(document).filter((f) => f.severity === "error");
 */
export function checkSbml(document: SbmlDocument): Finding[] {
  const check = new Check(document.model);
  check.ids();
  check.units();
  check.references();
  check.formulae();
  check.determined();
  for (const path of cyclesOf(document.model))
    check.error(
      path[0]!.element,
      "invalid-value",
      `${printPath(path.map((step) => step.id))} depend on each other in a circle`,
      "break it: give one a rate rule or a value, or solve for it",
    );
  check.values();
  return check.done();
}

class Check {
  readonly #model: SbmlModel;
  readonly #errors: Finding[] = [];
  readonly #warnings: Finding[] = [];
  /** What formulae may name: compartments, species, parameters, reactions, species references. */
  readonly #quantities = new Map<string, ModelElement>();
  readonly #functions: ReadonlySet<string>;
  /** Quantities used in a formula or determined by one. */
  readonly #used = new Set<string>();
  readonly #assigned = new Map<string, ModelElement>();
  #suggestions = 20;
  #count = 0;

  constructor(model: SbmlModel) {
    this.#model = model;
    this.#functions = new Set(model.functionDefinitions.map((f) => f.id));
    for (const list of [model.compartments, model.species, model.parameters, model.reactions])
      for (const e of list) this.#quantities.set(e.id, e);
    for (const r of model.reactions)
      for (const s of [...r.reactants, ...r.products]) if (s.id !== undefined) this.#quantities.set(s.id, s);
  }

  done(): Finding[] {
    const all = [...this.#errors, ...this.#warnings];
    if (this.#count <= most) return all;
    const more = `and ${this.#count - most} more findings`;
    return [...all.slice(0, most), finding("note", undefined, "out-of-range", more, "correct these first")];
  }

  error(at: ModelElement | undefined, code: string, what: string, fix: string, why = ""): void {
    if (++this.#count <= most) this.#errors.push(finding("error", at, code, what, fix, why));
  }

  #warn(at: ModelElement | undefined, code: string, what: string, fix: string): void {
    if (++this.#count <= most) this.#warnings.push(finding("warning", at, code, what, fix));
  }

  #unknown(at: ModelElement, id: string, wanted: string, names: Iterable<string>): void {
    const near = this.#suggestions-- > 0 ? nearest(id, names) : [];
    const fix = near.length > 0 ? `did you mean ${near.join(" or ")}?` : `declare it, or correct the name`;
    this.error(at, "unknown-name", `${describe(at)}: no ${wanted} is called ${id}`, fix);
  }

  ids(): void {
    const model = this.#model;
    const inReactions = model.reactions.flatMap((r) => [...r.reactants, ...r.products, ...r.modifiers]);
    this.#twice([
      ...model.functionDefinitions,
      ...model.compartments,
      ...model.species,
      ...model.parameters,
      ...model.initialAssignments,
      ...model.rules,
      ...model.constraints,
      ...model.reactions,
      ...inReactions,
      ...model.events,
    ]);
    this.#twice(model.unitDefinitions);
    for (const r of model.reactions) if (r.kineticLaw) this.#twice(r.kineticLaw.localParameters);
  }

  #twice(elements: readonly ModelElement[]): void {
    const seen = new Map<string, ModelElement>();
    for (const e of elements) {
      if (e.id === undefined) continue;
      const first = seen.get(e.id);
      if (first)
        this.error(
          e,
          "duplicate-id",
          `${describe(e)} has the id of ${describe(first)}`,
          "rename one of them",
        );
      else seen.set(e.id, e);
    }
  }

  units(): void {
    const model = this.#model;
    const known = new Set(model.unitDefinitions.map((u) => u.id));
    const missing = new Map<string, ModelElement>();
    const need = (e: ModelElement, id: string | undefined): void => {
      if (id !== undefined && !known.has(id) && !baseUnits.has(id) && !missing.has(id)) missing.set(id, e);
    };
    for (const u of model.unitDefinitions) {
      for (const f of u.factors)
        if (!baseUnits.has(f.base))
          this.#warn(
            u,
            "unknown-unit",
            `unit ${u.id} is made of ${f.base}, which is no base unit`,
            "correct it",
          );
      if (baseUnits.has(u.id))
        this.#warn(u, "invalid-id", `unit ${u.id} has the name of a base unit`, "rename it");
    }
    for (const c of model.compartments) need(c, c.units);
    for (const s of model.species) need(s, s.substanceUnits);
    for (const p of model.parameters) need(p, p.units);
    for (const { element, math } of formulasOf(model))
      visitMath(math, (part) => {
        if (part.kind === "number") need(element, part.units);
      });
    for (const [id, e] of missing)
      this.#warn(e, "unknown-unit", `no unit is called ${id} (${describe(e)})`, "define it, or leave it out");
  }

  references(): void {
    const model = this.#model;
    const compartments = new Set(model.compartments.map((c) => c.id));
    const species = new Map(model.species.map((s) => [s.id, s]));
    const parameters = new Map(model.parameters.map((p) => [p.id, p]));
    const factor = (at: ModelElement | undefined, id: string | undefined): void => {
      if (id === undefined) return;
      const parameter = parameters.get(id);
      if (!parameter?.constant)
        this.error(
          parameter ?? at,
          "invalid-value",
          `the conversion factor ${id} is no constant parameter`,
          `declare a parameter ${id} with constant="true"`,
        );
    };
    factor(undefined, model.conversionFactor);
    for (const s of model.species) {
      if (!compartments.has(s.compartment)) this.#unknown(s, s.compartment, "compartment", compartments);
      if (s.initialAmount !== undefined && s.initialConcentration !== undefined)
        this.error(
          s,
          "duplicate-key",
          `species ${s.id} has an initial amount and an initial concentration`,
          "keep one",
        );
      factor(s, s.conversionFactor);
    }
    for (const r of model.reactions) {
      for (const part of [...r.reactants, ...r.products, ...r.modifiers])
        if (!species.has(part.species)) this.#unknown(r, part.species, "species", species.keys());
    }
  }

  formulae(): void {
    const model = this.#model;
    const functions = new Map(model.functionDefinitions.flatMap((f) => (f.lambda ? [[f.id, f.lambda]] : [])));
    for (const f of model.functionDefinitions)
      if (f.lambda?.body) this.#names(f, f.lambda.body, new Set(f.lambda.parameters), true);
    const expand = functionExpander(functions);
    for (const { element, math, law } of formulasOf(model)) {
      this.#names(element, math, new Set(law?.localParameters.map((p) => p.id)), false);
      try {
        expand(math);
      } catch (error) {
        if (!(error instanceof KationError)) throw error;
        this.error(
          element,
          error.code,
          `${describe(element)}: ${error.what}`,
          error.fix || "correct it",
          error.why,
        );
        if (error.code === "out-of-range") return;
      }
    }
  }

  #names(at: ModelElement, math: SbmlMath, local: ReadonlySet<string>, closed: boolean): void {
    const told = new Set<string>();
    visitMath(math, (part) => {
      if (part.kind !== "symbol" || local.has(part.id) || told.has(part.id)) return;
      if (this.#quantities.has(part.id) && !closed) {
        this.#used.add(part.id);
        return;
      }
      told.add(part.id);
      if (closed) this.#unknown(at, part.id, "argument", local);
      else if (this.#functions.has(part.id))
        this.error(
          at,
          "invalid-value",
          `${describe(at)} uses function ${part.id} without calling it`,
          "call it",
        );
      else this.#unknown(at, part.id, "quantity", this.#quantities.keys());
    });
  }

  /** Each quantity may be determined once, and only when it may change. */
  determined(): void {
    const model = this.#model;
    const ruled = new Map<string, ModelElement>();
    for (const rule of model.rules) {
      if (rule.kind === "algebraicRule") continue;
      const before = ruled.get(rule.variable);
      if (before) this.#both(rule, rule.variable, `${describe(rule)} and ${describe(before)}`);
      ruled.set(rule.variable, rule);
      this.#target(rule, rule.variable);
      this.#changes(rule, rule.variable);
    }
    const initial = new Map<string, ModelElement>();
    for (const a of model.initialAssignments) {
      const before = initial.get(a.symbol) ?? ruled.get(a.symbol);
      if (before && before.kind !== "rateRule")
        this.#both(a, a.symbol, `${describe(a)} and ${describe(before)}`);
      initial.set(a.symbol, a);
      this.#target(a, a.symbol);
    }
    for (const event of model.events) {
      const within = new Set<string>();
      for (const a of event.assignments) {
        if (within.has(a.variable)) this.#both(a, a.variable, `two assignments of ${describe(event)}`);
        within.add(a.variable);
        const rule = ruled.get(a.variable);
        if (rule?.kind === "assignmentRule")
          this.#both(a, a.variable, `${describe(event)} and ${describe(rule)}`);
        this.#target(a, a.variable);
        this.#changes(a, a.variable);
      }
    }
    this.#reacting(ruled);
    for (const [id, e] of [...initial, ...ruled]) this.#assigned.set(id, e);
  }

  #reacting(ruled: ReadonlyMap<string, ModelElement>): void {
    const told = new Set<string>();
    const species = new Map(this.#model.species.map((s) => [s.id, s]));
    for (const r of this.#model.reactions)
      for (const { species: id } of [...r.reactants, ...r.products]) {
        const s = species.get(id);
        if (!s || s.boundaryCondition || told.has(id)) continue;
        const rule = ruled.get(id);
        if (!rule && !s.constant) continue;
        told.add(id);
        const what = rule ? describe(rule) : `constant="true"`;
        this.error(
          s,
          "invalid-value",
          `species ${id} is changed by ${describe(r)} and held by ${what}`,
          `write boundaryCondition="true" if reactions shall not change it`,
        );
      }
  }

  #both(at: ModelElement, id: string, what: string): void {
    this.error(at, "duplicate-key", `${id} is determined twice: by ${what}`, "keep one of them");
  }

  #target(at: ModelElement, id: string): void {
    const e = this.#quantities.get(id);
    if (!e) this.#unknown(at, id, "quantity", this.#quantities.keys());
    else if (e.kind === "reaction")
      this.error(
        at,
        "invalid-value",
        `${describe(at)}: the rate of a reaction cannot be assigned`,
        "delete it",
      );
  }

  #changes(at: ModelElement, id: string): void {
    const e = this.#quantities.get(id);
    if (e && "constant" in e && e.constant)
      this.error(
        e,
        "invalid-value",
        `${describe(e)} is constant and has ${at.kind === "eventAssignment" ? "an" : "a"} ${describe(at)}`,
        `write constant="false"`,
      );
  }

  /** What has no value although it is used, and what never acts: one warning for each kind. */
  values(): void {
    const model = this.#model;
    const unset = (e: { readonly id?: string | undefined }): boolean =>
      e.id === undefined || !this.#assigned.has(e.id);
    const solved = model.rules.some((r) => r.kind === "algebraicRule");
    const reacting = new Set(
      model.reactions.flatMap((r) => [...r.reactants, ...r.products]).map((r) => r.species),
    );
    const noAmount = (s: Species): boolean =>
      s.initialAmount === undefined && s.initialConcentration === undefined;
    const relevant = (id: string): boolean => !solved && this.#used.has(id);
    this.#group(
      "without a value, used in formulae",
      "give each a value, an initial assignment or a rule; until then the formulae are NaN",
      [
        ...model.parameters.filter((p) => p.value === undefined && unset(p) && relevant(p.id)),
        ...model.compartments.filter((c) => c.size === undefined && unset(c) && relevant(c.id)),
        ...model.species.filter((s) => noAmount(s) && unset(s) && (relevant(s.id) || reacting.has(s.id))),
      ],
    );
    this.#group(
      "without a stoichiometry",
      "write stoichiometry, or an initial assignment or rule for the id",
      model.reactions.flatMap((r) =>
        [...r.reactants, ...r.products].filter((s) => s.stoichiometry === undefined && unset(s) && !solved),
      ),
    );
    this.#group(
      "without a kinetic law: they do nothing",
      "write kinetic laws, or delete them",
      model.reactions.filter((r) => !r.kineticLaw?.math),
    );
    this.#group(
      "without a trigger: they never fire",
      "write triggers, or delete them",
      model.events.filter((e) => !e.trigger?.math),
    );
  }

  #group(what: string, fix: string, elements: readonly ModelElement[]): void {
    if (elements.length === 0) return;
    const names = elements.slice(0, 5).map(describe).join(", ");
    const more = elements.length > 5 ? ` and ${elements.length - 5} more` : "";
    this.#warn(elements[0], "missing-key", `${names}${more} ${what}`, fix);
  }
}

function printPath(ids: readonly string[]): string {
  const shown = ids.length > 8 ? [...ids.slice(0, 4), "…", ...ids.slice(-3)] : ids;
  return [...shown, ids[0]].join(" → ");
}

function finding(
  severity: Finding["severity"],
  at: ModelElement | undefined,
  code: string,
  what: string,
  fix: string,
  why = "",
): Finding {
  return { severity, code, what, where: at?.place ? printPlace(at.place) : "model", why, fix };
}
