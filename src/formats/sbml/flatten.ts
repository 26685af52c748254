import { KationError } from "#units";
import {
  childrenOf,
  describe,
  elementsOf,
  emptyModel,
  type ModelElement,
  type SbmlDocument,
  type SbmlModel,
} from "./document.ts";
import { type LoadSbml, ModelFinder } from "./external.ts";
import { type Instance, instantiate } from "./instance.ts";
import { Rewriter } from "./rewrite.ts";
import { printPlace } from "./xml.ts";

/**
 * Replaces the submodels of package comp by their elements: a document of core, with ids `submodel__id`.
 *
 * Deletions, replacements, ports, conversion factors of time, extent and replacements, and external definitions are carried
 * out as the package's specification says: a reference to a replaced element becomes one to what stands for it, divided by
 * the conversion factor; what is assigned to it is multiplied by it. A conversion factor of a whole model moves to its
 * species, because the flat model has several. A document without submodels is returned as it is, less unused definitions.
 *
 * @param load  gives the text of a file beside the model; without it external definitions are refused
 * @throws `unknown-name` for references that lead nowhere; `invalid-value` for cycles and for sources that lead out of the
 *         folder; `missing-file`; `unsupported-feature` for replaced submodels; `out-of-range` when it unfolds too far
 * @example  flattenSbml(document, (path) => readFileSync(join(folder, path), "utf8"))
 */
export function flattenSbml(document: SbmlDocument, load?: LoadSbml): SbmlDocument {
  const plain = { modelDefinitions: [], externalModelDefinitions: [] };
  const packages = document.packages.filter((p) => p.name !== "comp");
  const composed = document.packages.length > packages.length;
  if (document.model.submodels.length === 0 && !(composed && elementsOf(document.model).some(stands)))
    return { ...document, ...plain, packages, model: { ...document.model, ports: [] } };
  const top = instantiate({ document, path: "" }, new ModelFinder(load));
  for (const instance of top.all()) deletions(instance);
  for (const instance of top.all()) replacements(instance);
  return { ...document, ...plain, packages, model: flatModel(top) };
}

/** True when an element, or one inside it, stands for one of a submodel. */
function stands(e: ModelElement): boolean {
  return (e.replacedBy ?? e.replacedElements) !== undefined || childrenOf(e).some(stands);
}

function deletions(instance: Instance): void {
  for (const submodel of instance.model.submodels) {
    const inner = instance.submodels.get(submodel.id)!;
    for (const deletion of submodel.deletions) {
      const { instance: at, element } = inner.resolve(deletion);
      at.removed.add(element);
      if (element.kind === "submodel")
        for (const below of at.submodels.get(element.id)!.all()) below.dropped = true;
    }
  }
}

function replacements(instance: Instance): void {
  // Outer models come first, and what they say about an element stands.
  for (const e of instance.elements) {
    for (const reference of e.replacedElements ?? []) {
      if (reference.deletion !== undefined) continue;
      const { instance: at, element } = submodelOf(instance, e, reference.submodel).resolve(reference);
      refuseSubmodel(element);
      const { conversionFactor: factor } = reference;
      if (!at.replacements.has(element))
        at.replacements.set(element, { by: instance, element: e, factor, how: "replaced" });
    }
  }
  for (const e of instance.elements) {
    if (!e.replacedBy) continue;
    const { instance: at, element } = submodelOf(instance, e, e.replacedBy.submodel).resolve(e.replacedBy);
    refuseSubmodel(element);
    instance.standIns.add(e);
    if (!at.replacements.has(element))
      at.replacements.set(element, { by: instance, element: e, how: "named" });
    else if (!instance.replacements.has(e)) instance.replacements.set(e, { by: at, element, how: "shared" });
  }
}

function submodelOf(instance: Instance, e: ModelElement, id: string): Instance {
  const inner = instance.submodels.get(id);
  if (!inner)
    throw new KationError("unknown-name", `${describe(e)} refers to a submodel ${id} that is not there`, {
      ...(e.place ? { where: printPlace(e.place) } : {}),
    });
  return inner;
}

function refuseSubmodel(element: ModelElement): void {
  if (element.kind === "submodel")
    throw new KationError("unsupported-feature", "replacing a whole submodel", {
      ...(element.place ? { where: printPlace(element.place) } : {}),
    });
}

function flatModel(top: Instance): SbmlModel {
  const rewriter = new Rewriter();
  const parts = [...top.all()].filter((i) => !i.dropped).map((i) => rewriter.model(i));
  const all = <K extends keyof SbmlModel>(key: K): readonly SbmlModel[K][] => parts.map((part) => part[key]);
  return {
    ...top.model,
    ...emptyModel,
    conversionFactor: undefined,
    functionDefinitions: all("functionDefinitions").flat(),
    unitDefinitions: all("unitDefinitions").flat(),
    compartments: all("compartments").flat(),
    species: all("species").flat(),
    parameters: all("parameters").flat(),
    initialAssignments: all("initialAssignments").flat(),
    rules: all("rules").flat(),
    constraints: all("constraints").flat(),
    reactions: all("reactions").flat(),
    events: all("events").flat(),
  };
}
