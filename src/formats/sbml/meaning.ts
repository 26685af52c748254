import { add, differentiate, div, type Expr, mul, neg, num, simplify, substitute, sym } from "#expr";
import type { Delayed, Participant } from "#model";
import { KationError } from "#units";
import {
  describe,
  type FunctionDefinition,
  type Reaction,
  type SbmlModel,
  type SpeciesReference,
} from "./document.ts";
import { functionExpander } from "./expand.ts";
import { toExpr } from "./lower.ts";
import { mathApply, mathSymbol, type SbmlMath, visitMath } from "./math.ts";
import type { Lambda } from "./mathml.ts";
import { type Quantity, quantitiesOf } from "./quantities.ts";
import { rateFinder } from "./rates.ts";

/** COPASI writes rateOf as a function without a value and says what it means in an annotation. */
function bodyOf(f: FunctionDefinition, lambda: Lambda): Lambda {
  const [argument] = lambda.parameters;
  const means = /http:\/\/en\.wikipedia\.org\/wiki\/Derivative|sbml\/symbols\/rateOf/.test(
    f.annotation ?? "",
  );
  if (!means || lambda.parameters.length !== 1) return lambda;
  return { ...lambda, body: mathApply("rateOf", mathSymbol(argument!)) };
}

/** A reaction with a law that makes or uses a species. */
interface Change {
  readonly reaction: Reaction;
  readonly reference: SpeciesReference;
  readonly sign: 1 | -1;
}

function changesIn(model: SbmlModel): Map<string, Change[]> {
  const changes = new Map<string, Change[]>();
  const add = (reaction: Reaction, reference: SpeciesReference, sign: 1 | -1): void => {
    const known = changes.get(reference.species);
    if (known) known.push({ reaction, reference, sign });
    else changes.set(reference.species, [{ reaction, reference, sign }]);
  };
  for (const r of model.reactions) {
    if (!r.kineticLaw?.math) continue;
    for (const s of r.reactants) add(r, s, -1);
    for (const s of r.products) add(r, s, 1);
  }
  return changes;
}

/** What the ids and formulae of a document mean as expressions: at all times, at the start, and before it. */
export class Meaning {
  readonly quantities: ReadonlyMap<string, Quantity>;
  /** Values of the past that formulae ask for; they gather as formulae are lowered. */
  readonly delayed: Delayed[] = [];
  /** d(quantity)/dt of an id. */
  readonly rateOf: (id: string) => Expr;
  readonly #sbml: SbmlModel;
  /** What an id is called in expressions; a compartment by its size. */
  readonly #names = new Map<string, string>();
  readonly #ids = new Map<string, string>();
  readonly #compartmentNames = new Map<string, string>();
  readonly #taken = new Set<string>(["time"]);
  readonly #expand: (math: SbmlMath, where?: string) => SbmlMath;
  readonly #delayKeys = new Map<string, string>();
  #changes: Map<string, Change[]> | undefined;

  constructor(model: SbmlModel) {
    this.#sbml = model;
    this.quantities = quantitiesOf(model);
    const ids = [...this.quantities.keys(), ...model.reactions.map((r) => r.id)];
    for (const id of ids) this.#names.set(id, this.fresh(id));
    for (const { id } of model.compartments) {
      const name = this.name(id);
      this.#compartmentNames.set(id, name);
      this.#names.set(id, this.fresh(`size_of_${name}`));
    }
    for (const [id, name] of this.#names) this.#ids.set(name, id);
    this.#expand = functionExpander(
      new Map(model.functionDefinitions.flatMap((f) => (f.lambda ? [[f.id, bodyOf(f, f.lambda)]] : []))),
    );
    this.rateOf = rateFinder({
      quantities: this.quantities,
      model,
      name: (id) => this.name(id),
      formula: (math, where) => this.lower(math, where),
      change: (id) => this.#change(id),
    });
  }

  /** What an id is called in expressions; a compartment by its size. */
  name(id: string): string {
    return this.#names.get(id)!;
  }

  /** The same, of an id that may be nobody's. */
  find(id: string): string | undefined {
    return this.#names.get(id);
  }

  /** The quantity an expression calls so. */
  quantityCalled(name: string): Quantity | undefined {
    return this.quantities.get(this.#ids.get(name) ?? "");
  }

  /** The name of a compartment itself. */
  compartment(id: string): string {
    return this.#compartmentNames.get(id)!;
  }

  /** A name that is not taken. */
  fresh(id: string): string {
    let name = id;
    while (this.#taken.has(name)) name += "_";
    this.#taken.add(name);
    return name;
  }

  /** A formula at all times; `local` are the names of local parameters. */
  lower(math: SbmlMath, where: string, local?: ReadonlyMap<string, string>): Expr {
    return this.#toExpr(this.#expand(math, where), local);
  }

  #toExpr(math: SbmlMath, local?: ReadonlyMap<string, string>): Expr {
    return toExpr(math, {
      symbol: (id) => sym(local?.get(id) ?? this.#names.get(id) ?? id),
      rateOf: (id) => (local?.has(id) ? num(0) : this.rateOf(id)),
      delay: (of, by) => this.#past(this.#toExpr(of, local), by, this.#beforeStart(of, local)),
    });
  }

  /**
   * What a formula was before the start, where rates of change tell: nothing changed then but what an initial assignment says.
   * Undefined when there is none in it.
   */
  #beforeStart(math: SbmlMath, local?: ReadonlyMap<string, string>): Expr | undefined {
    if (!this.#tellsRate(math)) return undefined;
    return toExpr(math, {
      symbol: (id) => {
        const q = local?.has(id) ? undefined : this.quantities.get(id);
        const inner = q?.by === "assigned" ? this.#expand(q.rule!) : undefined;
        return (inner && this.#beforeStart(inner)) ?? sym(local?.get(id) ?? this.#names.get(id) ?? id);
      },
      rateOf: (id) => {
        const q = this.quantities.get(id);
        return q ? differentiate(this.start(q), "time") : num(0);
      },
      delay: (of, by) => this.#past(this.#toExpr(of, local), by, this.#beforeStart(of, local)),
    });
  }

  #tellsRate(math: SbmlMath, seen: Set<string> = new Set()): boolean {
    let tells = false;
    visitMath(math, (part) => {
      if (part.kind === "apply" && part.op === "rateOf") tells = true;
      if (part.kind !== "symbol" || seen.has(part.id)) return;
      seen.add(part.id);
      const q = this.quantities.get(part.id);
      if (q?.by === "assigned") tells ||= this.#tellsRate(this.#expand(q.rule!), seen);
    });
    return tells;
  }

  #past(of: Expr, by: Expr, before?: Expr): Expr {
    const back = simplify(by);
    if (back.kind === "number" && back.value === 0) return of;
    if (of.kind === "number") return of;
    const key = JSON.stringify([of, back]);
    const known = this.#delayKeys.get(key);
    if (known !== undefined) return sym(known);
    const id = this.fresh(`past_${this.delayed.length + 1}`);
    this.#delayKeys.set(key, id);
    this.delayed.push({ id, of, by: back, ...(before && { before }) });
    return sym(id);
  }

  /** What a quantity is at the start, in the meaning of its id. */
  start(q: Quantity): Expr {
    const { element } = q;
    if (q.start) return this.#startFormula(this.#expand(q.start, `initial assignment of ${q.id}`));
    if (element.kind === "compartment")
      return num(element.size ?? (element.spatialDimensions === 0 ? 1 : Number.NaN));
    if (element.kind === "parameter") return num(element.value ?? Number.NaN);
    if (element.kind === "speciesReference") return num(element.stoichiometry ?? Number.NaN);
    const { initialAmount: amount, initialConcentration: concentration } = element;
    const size = sym(this.name(element.compartment));
    if (element.hasOnlySubstanceUnits)
      return amount !== undefined
        ? num(amount)
        : concentration === undefined
          ? num(Number.NaN)
          : mul(num(concentration), size);
    if (concentration !== undefined) return num(concentration);
    return amount === undefined ? num(Number.NaN) : div(num(amount), size);
  }

  /** A formula at the start: what was some time ago is what was before it, and depends on that time alone. */
  #startFormula(math: SbmlMath): Expr {
    return toExpr(math, {
      symbol: (id) => sym(this.#names.get(id) ?? id),
      rateOf: this.rateOf,
      delay: (of, by) => {
        const then = this.#beforeStart(of) ?? this.#startFormula(of);
        return substitute(then, new Map([["time", neg(by)]]));
      },
    });
  }

  /** A species reference with what its stoichiometry is, or is multiplied by. */
  participant(reference: SpeciesReference): Participant {
    const species = this.name(reference.species);
    const q = reference.id === undefined ? undefined : this.quantities.get(reference.id);
    const varies = q !== undefined && (q.by !== "held" || q.set || q.start !== undefined);
    const element = this.quantities.get(reference.species)!.element;
    const factor =
      (element.kind === "species" ? element.conversionFactor : undefined) ?? this.#sbml.conversionFactor;
    const parts = [
      ...(varies ? [sym(this.name(reference.id!))] : []),
      ...(factor === undefined ? [] : [sym(this.name(factor))]),
    ];
    const stoichiometry = varies ? 1 : (reference.stoichiometry ?? Number.NaN);
    if (parts.length === 0) return { species, stoichiometry };
    return { species, stoichiometry, by: parts.length === 1 ? parts[0]! : mul(...parts) };
  }

  /** d(amount)/dt of a species from reactions. */
  #change(id: string): Expr {
    this.#changes ??= changesIn(this.#sbml);
    const terms = (this.#changes.get(id) ?? []).map(({ reaction, reference, sign }) => {
      if (reaction.fast)
        throw new KationError("unsupported-feature", "rateOf of a species of a fast reaction", {
          where: describe(reaction),
        });
      const { stoichiometry, by } = this.participant(reference);
      return mul(num(sign * stoichiometry), by ?? num(1), sym(this.name(reaction.id)));
    });
    return terms.length === 0 ? num(0) : terms.length === 1 ? terms[0]! : add(...terms);
  }
}
