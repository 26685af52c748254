import { KationError, nearest } from "#units";
import {
  childrenOf,
  describe,
  type ElementReference,
  elementsOf,
  type ModelElement,
  type Port,
  type SbmlModel,
  type Submodel,
} from "./document.ts";
import type { DocumentFile, Located, ModelFinder } from "./external.ts";
import { printPlace } from "./xml.ts";

/** What stands for an element of a submodel. */
export interface Replacement {
  readonly by: Instance;
  readonly element: ModelElement;
  /** Id, in the model of `by`, of what the replaced value is multiplied by to give the replacing one. */
  readonly factor?: string | undefined;
  /**
   * `replaced`: the other is there instead. `named`: this one is there, under the other's name (replacedBy).
   * `shared`: the other, itself taken by someone, is there instead (a second replacedBy).
   */
  readonly how: "replaced" | "named" | "shared";
}

/** Most submodels and most elements a flattened model may come from. */
const mostInstances = 20_000;
const mostElements = 2_000_000;
const deepest = 100;

/** A model at its place in the tree of submodels, with what has been left out of it or replaced. */
export class Instance {
  readonly model: SbmlModel;
  /** Prepended to ids: `sub__`; empty at the top. */
  readonly prefix: string;
  readonly parent: Instance | undefined;
  /** The submodel element of the parent this is an instance of. */
  readonly submodel: Submodel | undefined;
  readonly submodels: Map<string, Instance> = new Map();
  readonly ids: Map<string, ModelElement> = new Map();
  readonly units: Map<string, ModelElement> = new Map();
  readonly removed: Set<ModelElement> = new Set();
  readonly replacements: Map<ModelElement, Replacement> = new Map();
  /** Elements that have a replacedBy: something else is there under their name. */
  readonly standIns: Set<ModelElement> = new Set();
  readonly elements: readonly ModelElement[];
  readonly #metaids = new Map<string, ModelElement>();
  readonly #ports: ReadonlyMap<string, Port>;
  dropped = false;

  constructor(model: SbmlModel, prefix: string, parent?: Instance, submodel?: Submodel) {
    this.model = model;
    this.prefix = prefix;
    this.parent = parent;
    this.submodel = submodel;
    this.elements = elementsOf(model).flatMap(withChildren);
    for (const e of this.elements) {
      if (e.metaid !== undefined) this.#metaids.set(e.metaid, e);
      if (e.id === undefined || e.kind === "localParameter" || e.kind === "unit") continue;
      (e.kind === "unitDefinition" ? this.units : this.ids).set(e.id, e);
    }
    this.#ports = new Map(model.ports.map((port) => [port.id, port]));
  }

  /** This instance and all below it, outer ones first. */
  *all(): Generator<Instance> {
    yield this;
    for (const inner of this.submodels.values()) yield* inner.all();
  }

  /** What a reference points at, through ports and submodels. */
  resolve(reference: ElementReference): { readonly instance: Instance; readonly element: ModelElement } {
    const found = this.#direct(reference, new Set());
    if (!reference.inner) return found;
    const inner =
      found.element.kind === "submodel" ? found.instance.submodels.get(found.element.id) : undefined;
    if (!inner) throw unresolved(reference, "points into something that is no submodel");
    return inner.resolve(reference.inner);
  }

  #direct(
    reference: ElementReference,
    seen: ReadonlySet<Port>,
  ): { readonly instance: Instance; readonly element: ModelElement } {
    const { portRef, idRef, unitRef, metaIdRef } = reference;
    if (portRef !== undefined) {
      const port = this.#ports.get(portRef);
      if (!port || seen.has(port))
        throw unresolved(reference, `finds no port ${portRef}`, this.#ports.keys());
      // A port that itself points into a submodel carries its own inner reference.
      const { inner } = port;
      const at = this.#direct(port, new Set(seen).add(port));
      if (!inner) return at;
      return this.resolve(port);
    }
    const [name, table] =
      idRef !== undefined
        ? [idRef, this.ids]
        : unitRef !== undefined
          ? [unitRef, this.units]
          : [metaIdRef ?? "", this.#metaids];
    const element = table.get(name);
    if (!element) throw unresolved(reference, `finds no ${name || "element"}`, table.keys());
    return { instance: this, element };
  }
}

function withChildren(e: ModelElement): ModelElement[] {
  return [e, ...childrenOf(e).flatMap(withChildren)];
}

function unresolved(reference: ElementReference, what: string, names: Iterable<string> = []): KationError {
  const name = reference.portRef ?? reference.idRef ?? reference.unitRef ?? reference.metaIdRef ?? "";
  const near = nearest(name, names);
  return new KationError("unknown-name", `a reference into a submodel ${what}`, {
    ...(reference.place ? { where: printPlace(reference.place) } : {}),
    ...(near.length > 0 ? { fix: `did you mean ${near.join(" or ")}?` } : {}),
  });
}

/** Makes the tree of instances of a model and its submodels. */
export function instantiate(file: DocumentFile, finder: ModelFinder): Instance {
  let instances = 0;
  let elements = 0;
  const make = (located: Located, above: ReadonlySet<string>, instance: Instance): Instance => {
    elements += instance.elements.length;
    if (++instances > mostInstances || elements > mostElements)
      throw new KationError("out-of-range", "the submodels unfold to a model that is too large", {
        why: `at most ${mostInstances} submodels and ${mostElements} elements are made`,
      });
    const sorted = instance.model.submodels.length === 0 ? [] : sortedIds(instance);
    for (const submodel of instance.model.submodels) {
      const definition = finder.of(submodel, located.file);
      if (above.size > deepest)
        throw new KationError("out-of-range", `submodels are nested deeper than ${deepest}`, {
          ...(submodel.place ? { where: printPlace(submodel.place) } : {}),
        });
      if (above.has(definition.key))
        throw new KationError("invalid-value", `submodel ${submodel.id} contains itself`, {
          ...(submodel.place ? { where: printPlace(submodel.place) } : {}),
        });
      const prefix = instance.prefix + freePrefix(submodel.id, sorted);
      const inner = new Instance(definition.model, prefix, instance, submodel);
      make(definition, new Set(above).add(definition.key), inner);
      instance.submodels.set(submodel.id, inner);
    }
    return instance;
  };
  const { model } = file.document;
  const key = `${file.path}#${model.id ?? ""}`;
  return make({ model, file, key }, new Set([key]), new Instance(model, ""));
}

function sortedIds(instance: Instance): string[] {
  return instance.elements.flatMap((e) => (e.kind === "submodel" ? [] : (e.id ?? []))).sort();
}

/** `sub__`, or `sub2__` when an id of the model begins so already. */
function freePrefix(id: string, sorted: readonly string[]): string {
  let prefix = `${id}__`;
  const taken = (): boolean => {
    let low = 0;
    for (let high = sorted.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! < prefix) low = middle + 1;
      else high = middle;
    }
    return sorted[low]?.startsWith(prefix) === true;
  };
  for (let i = 2; taken(); i++) prefix = `${id}${i}__`;
  return prefix;
}

/**
 * The replacements of an element one after the other, up to what is there in the end.
 * @throws `invalid-value` when elements replace each other in a circle
 */
export function replacementsOf(instance: Instance, element: ModelElement): readonly Replacement[] {
  const first = instance.replacements.get(element);
  if (!first) return none;
  const chain: Replacement[] = [];
  for (let next: Replacement | undefined = first; next; ) {
    // Up through the levels, and down again at each for a shared stand-in.
    if (chain.length > 2 * deepest)
      throw new KationError("invalid-value", `${describe(element)} is replaced in a circle`, {
        ...(element.place ? { where: printPlace(element.place) } : {}),
      });
    chain.push(next);
    next = next.by.replacements.get(next.element);
  }
  return chain;
}

const none: readonly Replacement[] = [];
