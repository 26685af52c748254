import { KationError } from "#units";
import type * as sbml from "./document.ts";
import { type Instance, replacementsOf } from "./instance.ts";
import { mathApply, mathSymbol, type SbmlMath, visitMath, withArguments } from "./math.ts";

/** A quantity of the flat model, and what to divide it by to have the value a submodel means. */
interface Value {
  readonly id: string;
  readonly element: sbml.ModelElement;
  readonly over: readonly SbmlMath[];
  /** Instance whose units of extent and time a reaction's rate is wanted in. */
  readonly scale: Instance;
}
type Locals = ReadonlyMap<string, sbml.LocalParameter>;

const noLocals: Locals = new Map();

/** Writes the elements of an instance as elements of the flat model. */
export class Rewriter {
  #depth = 0;
  #nested = 0;

  /** What is left of an instance, list by list. */
  model(instance: Instance): sbml.SbmlModel {
    const { model } = instance;
    const left = <T extends sbml.ModelElement>(list: readonly T[]): readonly T[] =>
      list.filter((e) => isLeft(instance, e));
    const kept = <T extends sbml.ModelElement>(list: readonly T[]): readonly T[] =>
      left(list).map((e) => ({ ...e, ...this.#base(instance, e) }));
    const math = (m: SbmlMath | undefined): SbmlMath | undefined => m && this.#math(instance, m);
    return {
      ...model,
      functionDefinitions: kept(model.functionDefinitions).map((f) => ({
        ...f,
        lambda: f.lambda && {
          ...f.lambda,
          body: f.lambda.body && this.#functionBody(instance, f.lambda.body, new Set(f.lambda.parameters)),
        },
      })),
      unitDefinitions: kept(model.unitDefinitions).map((u) => ({ ...u, factors: kept(u.factors) })),
      compartments: kept(model.compartments).map((c) => ({
        ...c,
        units: this.#unit(instance, c.units ?? defaultUnits(instance, c.spatialDimensions)),
      })),
      species: kept(model.species).map((s) => ({
        ...s,
        compartment: this.#id(instance, s.compartment),
        substanceUnits: this.#unit(instance, s.substanceUnits ?? inherited(instance, model.substanceUnits)),
        conversionFactor: this.#optional(instance, s.conversionFactor ?? model.conversionFactor),
      })),
      parameters: kept(model.parameters).map((p) => ({ ...p, units: this.#unit(instance, p.units) })),
      initialAssignments: kept(model.initialAssignments).map((a) => ({
        ...a,
        symbol: this.#id(instance, a.symbol),
        math: this.#assigned(instance, a.symbol, math(a.math)),
      })),
      rules: kept(model.rules).map((r) => this.#rule(instance, r)),
      constraints: kept(model.constraints).map((c) => ({ ...c, math: math(c.math) })),
      reactions: kept(model.reactions).map((r) => this.#reaction(instance, r, kept)),
      events: kept(model.events).map((e) => ({
        ...e,
        trigger: this.#part(instance, e.trigger, math),
        priority: this.#part(instance, e.priority, math),
        delay: this.#part(instance, e.delay, (m) => times(math(m), timeFactor(instance, this))),
        assignments: kept(e.assignments).map((a) => ({
          ...a,
          variable: this.#id(instance, a.variable),
          math: this.#assigned(instance, a.variable, math(a.math)),
        })),
      })),
      submodels: [],
      ports: [],
    };
  }

  #rule(instance: Instance, rule: sbml.SbmlRule): sbml.SbmlRule {
    const math = rule.math && this.#math(instance, rule.math);
    if (rule.kind === "algebraicRule") return { ...rule, math };
    const assigned = this.#assigned(instance, rule.variable, math);
    const variable = this.#id(instance, rule.variable);
    if (rule.kind === "assignmentRule") return { ...rule, variable, math: assigned };
    return { ...rule, variable, math: over(assigned, timeFactor(instance, this)) };
  }

  #reaction(
    instance: Instance,
    reaction: sbml.Reaction,
    kept: <T extends sbml.ModelElement>(list: readonly T[]) => readonly T[],
  ): sbml.Reaction {
    const species = <T extends sbml.SpeciesReference | sbml.ModifierReference>(r: T): T => ({
      ...r,
      species: this.#id(instance, r.species),
    });
    const law = reaction.kineticLaw;
    return {
      ...reaction,
      compartment: this.#optional(instance, reaction.compartment),
      reactants: kept(reaction.reactants).map(species),
      products: kept(reaction.products).map(species),
      modifiers: kept(reaction.modifiers).map(species),
      kineticLaw: law && isLeft(instance, law) ? this.#kineticLaw(instance, law, kept) : undefined,
    };
  }

  #kineticLaw(
    instance: Instance,
    law: sbml.KineticLaw,
    kept: <T extends sbml.ModelElement>(list: readonly T[]) => readonly T[],
  ): sbml.KineticLaw {
    const locals: Locals = new Map(
      law.localParameters.filter((p) => !instance.removed.has(p)).map((p) => [p.id, p]),
    );
    const outer = new Set<string>();
    if (law.math && locals.size > 0) {
      visitMath(law.math, (part) => {
        if (part.kind === "symbol" && !locals.has(part.id)) outer.add(this.#id(instance, part.id));
      });
    }
    // A name from outside may have become one the law already uses for itself.
    const renamed = new Map([...locals.keys()].map((id) => [id, freeName(id, outer, locals)]));
    const math = law.math && this.#math(instance, law.math, locals, renamed);
    const factor = rateFactor(instance, this);
    return {
      ...law,
      ...this.#base(instance, law),
      math: math && factor ? mathApply("times", factor, math) : math,
      localParameters: kept(law.localParameters).map((p) => ({
        ...p,
        id: renamed.get(p.id)!,
        units: this.#unit(instance, p.units),
      })),
    };
  }

  #part<T extends sbml.Trigger | sbml.Delay | sbml.Priority>(
    instance: Instance,
    part: T | undefined,
    math: (m: SbmlMath | undefined) => SbmlMath | undefined,
  ): T | undefined {
    return part && isLeft(instance, part)
      ? { ...part, ...this.#base(instance, part), math: math(part.math) }
      : undefined;
  }

  #base<T extends sbml.ModelElement>(instance: Instance, e: T): Pick<T, "id" | "metaid" | "annotation"> {
    const { prefix } = instance;
    const metaid = e.metaid === undefined ? undefined : prefix + e.metaid;
    return {
      id: e.id === undefined || e.kind === "localParameter" ? e.id : nameOf(instance, e),
      metaid,
      // What is said about an element is said about its metaid.
      annotation:
        metaid === undefined ? e.annotation : e.annotation?.replaceAll(`"#${e.metaid}"`, `"#${metaid}"`),
      replacedElements: undefined,
      replacedBy: undefined,
    } as Pick<T, "id" | "metaid" | "annotation">;
  }

  /** The quantity an id of an instance means. */
  value(instance: Instance, id: string): Value | undefined {
    const element = instance.ids.get(id);
    return element && this.#follow(instance, element);
  }

  #follow(instance: Instance, element: sbml.ModelElement): Value {
    const over: SbmlMath[] = [];
    let at = instance;
    let e = element;
    let scale = instance;
    for (const next of replacementsOf(instance, element)) {
      if (next.factor !== undefined) over.push(this.quantity(next.by, next.factor));
      if (next.how === "replaced") scale = next.by;
      at = next.by;
      e = next.element;
    }
    return { id: at.prefix + (e.id ?? ""), element: e, over, scale };
  }

  /** The value of an id as a formula of the flat model. */
  quantity(instance: Instance, id: string): SbmlMath {
    // Factors of factors double the formula at each level.
    if (++this.#depth > 1 && (this.#depth > 20 || ++this.#nested > 1e6))
      throw new KationError("out-of-range", `the conversion factor ${id} has conversion factors of its own`, {
        why: "they are nested deeper than 20 levels, or in a circle, or make a formula that is too large",
      });
    const math = this.#asMath(this.value(instance, id)) ?? mathSymbol(instance.prefix + id);
    this.#depth--;
    return math;
  }

  #asMath(value: Value | undefined): SbmlMath | undefined {
    if (!value) return undefined;
    const rate = value.element.kind === "reaction" ? rateFactor(value.scale, this) : undefined;
    return [rate, ...value.over].reduce<SbmlMath>(
      (math, by) => (by ? mathApply("divide", math, by) : math),
      mathSymbol(value.id),
    );
  }

  #id(instance: Instance, id: string): string {
    return this.value(instance, id)?.id ?? instance.prefix + id;
  }

  #optional(instance: Instance, id: string | undefined): string | undefined {
    return id === undefined ? undefined : this.#id(instance, id);
  }

  #unit(instance: Instance, id: string | undefined): string | undefined {
    const element = id === undefined ? undefined : instance.units.get(id);
    return element ? this.#follow(instance, element).id : id;
  }

  #assigned(instance: Instance, id: string, math: SbmlMath | undefined): SbmlMath | undefined {
    return this.value(instance, id)?.over.reduce((m, by) => times(m, by), math) ?? math;
  }

  #functionBody(instance: Instance, math: SbmlMath, bound: ReadonlySet<string>): SbmlMath {
    if (math.kind === "symbol" && bound.has(math.id)) return math;
    if (math.kind === "apply" || math.kind === "call") {
      const made = withArguments(
        math,
        math.args.map((arg) => this.#functionBody(instance, arg, bound)),
      );
      return made.kind === "call" ? { ...made, function: this.#id(instance, made.function) } : made;
    }
    return this.#math(instance, math);
  }

  #math(
    instance: Instance,
    math: SbmlMath,
    locals: Locals = noLocals,
    renamed: ReadonlyMap<string, string> = new Map(),
  ): SbmlMath {
    const go = (m: SbmlMath): SbmlMath => this.#math(instance, m, locals, renamed);
    switch (math.kind) {
      case "constant":
        return math;
      case "number":
        return math.units === undefined ? math : { ...math, units: this.#unit(instance, math.units) };
      case "time":
        return over(math, timeFactor(instance, this))!;
      case "symbol": {
        const local = locals.get(math.id);
        if (!local) return this.quantity(instance, math.id);
        if (instance.replacements.has(local)) return this.#asMath(this.#follow(instance, local))!;
        return mathSymbol(renamed.get(math.id) ?? math.id);
      }
      case "call":
        return { ...math, function: this.#id(instance, math.function), args: math.args.map(go) };
      case "apply": {
        if (math.op === "rateOf") return this.#rateOf(instance, math, locals);
        const args = math.args.map(go);
        if (math.op === "delay")
          return { ...math, args: [args[0]!, times(args[1], timeFactor(instance, this))!] };
        return { ...math, args };
      }
    }
  }

  #rateOf(instance: Instance, math: SbmlMath & { kind: "apply" }, locals: Locals): SbmlMath {
    const of = math.args[0]!;
    if (of.kind !== "symbol" || locals.has(of.id)) return math;
    const value = this.value(instance, of.id);
    const rate = mathApply("rateOf", mathSymbol(value?.id ?? instance.prefix + of.id));
    const divided = (value?.over ?? []).reduce<SbmlMath>((m, by) => mathApply("divide", m, by), rate);
    return times(divided, timeFactor(instance, this))!;
  }
}

function times(math: SbmlMath | undefined, by: SbmlMath | undefined): SbmlMath | undefined {
  return math && by ? mathApply("times", math, by) : math;
}

function over(math: SbmlMath | undefined, by: SbmlMath | undefined): SbmlMath | undefined {
  return math && by ? mathApply("divide", math, by) : math;
}

/** Time of the flat model per time of an instance; undefined when they are the same. */
function timeFactor(instance: Instance, rewriter: Rewriter): SbmlMath | undefined {
  return factor(instance, rewriter, "timeConversionFactor");
}

function factor(
  instance: Instance,
  rewriter: Rewriter,
  which: "timeConversionFactor" | "extentConversionFactor",
): SbmlMath | undefined {
  const { parent, submodel } = instance;
  if (!parent) return undefined;
  const outer = factor(parent, rewriter, which);
  const id = submodel?.[which];
  if (id === undefined) return outer;
  const own = rewriter.quantity(parent, id);
  return outer ? mathApply("times", own, outer) : own;
}

/** Rate of a reaction in the flat model per rate in an instance: extent factor over time factor. */
function rateFactor(instance: Instance, rewriter: Rewriter): SbmlMath | undefined {
  const extent = factor(instance, rewriter, "extentConversionFactor");
  const time = timeFactor(instance, rewriter);
  if (!time) return extent;
  return mathApply("divide", extent ?? { kind: "number", value: 1 }, time);
}

/** Whether an element is in the flat model: neither left out nor replaced. */
function isLeft(instance: Instance, e: sbml.ModelElement): boolean {
  if (instance.removed.has(e) || instance.standIns.has(e)) return false;
  return replacementsOf(instance, e).every((r) => r.how === "named" && !r.by.removed.has(r.element));
}

/** Flat id of an element that is left: its own, or that of the outermost it stands in for. */
function nameOf(instance: Instance, e: sbml.ModelElement): string {
  const last = replacementsOf(instance, e).at(-1);
  return last ? last.by.prefix + (last.element.id ?? e.id ?? "") : instance.prefix + (e.id ?? "");
}

function freeName(id: string, taken: ReadonlySet<string>, locals: Locals): string {
  let name = id;
  while (taken.has(name) || (name !== id && locals.has(name))) name += "_";
  return name;
}

function inherited(instance: Instance, units: string | undefined): string | undefined {
  return instance.parent ? units : undefined;
}

function defaultUnits(instance: Instance, dimensions: number | undefined): string | undefined {
  const { volumeUnits, areaUnits, lengthUnits } = instance.model;
  const units = dimensions === 3 ? volumeUnits : dimensions === 2 ? areaUnits : lengthUnits;
  return inherited(instance, dimensions === undefined ? undefined : units);
}
