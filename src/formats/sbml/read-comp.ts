import type {
  Deletion,
  ElementReference,
  ExternalModelDefinition,
  Port,
  ReplacedBy,
  ReplacedElement,
  Submodel,
} from "./document.ts";
import { type ElementReader, made } from "./read-element.ts";
import type { XmlElement } from "./xml.ts";

/** Namespace of package comp. */
export const compNamespace: string = "http://www.sbml.org/sbml/level3/version1/comp/version1";

const key = (name: string): string => `{${compNamespace}}${name}`;

/** An attribute of the package; `id` and `name` may also be those of core. */
function text(reader: ElementReader, e: XmlElement, name: string): string | undefined {
  const own = reader.text(e, key(name));
  return own === undefined && (name === "id" || name === "name") ? reader.text(e, name) : own;
}

function needed(reader: ElementReader, e: XmlElement, name: string): string {
  const value = text(reader, e, name);
  if (value === undefined)
    throw reader.fault(e, "missing-key", `<comp:${e.name}> needs the attribute comp:${name}`);
  return value;
}

function list(e: XmlElement, name: string, item: string): readonly XmlElement[] {
  return e.children
    .filter((c) => c.name === name && c.namespace === compNamespace)
    .flatMap((c) => c.children.filter((i) => i.name === item && i.namespace === compNamespace));
}

function reference(reader: ElementReader, e: XmlElement): ElementReference {
  const inner = e.children.find((c) => c.name === "sBaseRef" && c.namespace === compNamespace);
  return made(reader.base(e, []), {
    portRef: text(reader, e, "portRef"),
    idRef: text(reader, e, "idRef"),
    unitRef: text(reader, e, "unitRef"),
    metaIdRef: text(reader, e, "metaIdRef"),
    inner: inner && reference(reader, inner),
    id: text(reader, e, "id"),
    name: text(reader, e, "name"),
  });
}

/** Reads `<comp:replacedElement>`. */
export function readReplacedElement(reader: ElementReader, e: XmlElement): ReplacedElement {
  return made(reference(reader, e), {
    submodel: needed(reader, e, "submodelRef"),
    deletion: text(reader, e, "deletion"),
    conversionFactor: text(reader, e, "conversionFactor"),
  });
}

/** Reads `<comp:replacedBy>`. */
export function readReplacedBy(reader: ElementReader, e: XmlElement): ReplacedBy {
  return made(reference(reader, e), { submodel: needed(reader, e, "submodelRef") });
}

/** Reads the submodels of a model. */
export function readSubmodels(reader: ElementReader, model: XmlElement): Submodel[] {
  return list(model, "listOfSubmodels", "submodel").map((e) =>
    made(reader.base(e, []), {
      kind: "submodel",
      id: needed(reader, e, "id"),
      name: text(reader, e, "name"),
      model: needed(reader, e, "modelRef"),
      timeConversionFactor: text(reader, e, "timeConversionFactor"),
      extentConversionFactor: text(reader, e, "extentConversionFactor"),
      deletions: list(e, "listOfDeletions", "deletion").map(
        (d): Deletion => made(reference(reader, d), { kind: "deletion" }),
      ),
    }),
  );
}

/** Reads the ports of a model. */
export function readPorts(reader: ElementReader, model: XmlElement): Port[] {
  return list(model, "listOfPorts", "port").map((e) =>
    made(reference(reader, e), {
      id: needed(reader, e, "id"),
    }),
  );
}

/** Elements of the model definitions of a file. */
export function modelDefinitions(root: XmlElement): readonly XmlElement[] {
  return list(root, "listOfModelDefinitions", "modelDefinition");
}

/** Reads the external model definitions of a file. */
export function readExternals(reader: ElementReader, root: XmlElement): ExternalModelDefinition[] {
  return list(root, "listOfExternalModelDefinitions", "externalModelDefinition").map((e) =>
    made(reader.base(e, []), {
      id: needed(reader, e, "id"),
      name: text(reader, e, "name"),
      source: needed(reader, e, "source"),
      model: text(reader, e, "modelRef"),
    }),
  );
}
