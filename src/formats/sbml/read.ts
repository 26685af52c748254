import type { Finding } from "#model";
import { KationError } from "#units";
import type { SbmlDocument, SbmlPackage } from "./document.ts";
import { compNamespace, modelDefinitions, readExternals } from "./read-comp.ts";
import { ElementReader } from "./read-element.ts";
import { ModelReader } from "./read-model.ts";
import { attribute, readXml, type XmlTree } from "./xml.ts";

/** A document as read, with what there is to say about the file. */
export interface SbmlReading {
  readonly document: SbmlDocument;
  readonly level: number;
  readonly version: number;
  /** Faults and warnings of the text itself; {@link checkSbml} finds those of the model. */
  readonly findings: readonly Finding[];
}

const kept: ReadonlySet<string> = new Set(["notes", "annotation", "message"]);
const packagePattern = /^https?:\/\/www\.sbml\.org\/sbml\/level3\/version\d+\/(\w+)\/version\d+$/;

/**
 * Reads SBML Level 2 Version 1 to 5 or Level 3 Version 1 or 2, core and package comp.
 *
 * Defaults are made explicit, so the document is the same whatever the level. Packages that are not required are left out
 * with one warning. Nothing is fetched: external model definitions stay references until {@link flattenSbml}.
 *
 * @param text  the file
 * @param file  its name, for errors
 * @throws `invalid-file`, `invalid-syntax`, `missing-key`, `invalid-value`, `invalid-number`, `out-of-range` at
 *         file:line:column; `unsupported-feature` for Level 1, required packages and csymbols that are not in core
 * @example  const { document, findings } = readSbml(text, "model.xml");
 */
export function readSbml(text: string, file: string = "model.xml"): SbmlReading {
  const tree = readXml(text, file, kept);
  const { level, version } = levelOf(tree);
  const reader = new ElementReader(tree, level, version);
  const packages = level === 3 ? readPackages(reader) : [];
  const { root } = tree;
  const base = reader.base(root, ["level", "version"]);
  const model = reader.child(root, "model");
  if (!model) throw new KationError("missing-key", "the file has no <model>", { where: reader.where(root) });
  const document: SbmlDocument = {
    ...base,
    packages,
    model: new ModelReader(reader, model).read(),
    modelDefinitions: modelDefinitions(root).map((e) => new ModelReader(reader, e).read()),
    externalModelDefinitions: readExternals(reader, root),
  };
  return { document, level, version, findings: reader.findings };
}

function levelOf(tree: XmlTree): { level: number; version: number } {
  const { root } = tree;
  const where = `${tree.place(root).file}:${tree.place(root).line}:${tree.place(root).column}`;
  if (root.name !== "sbml")
    throw new KationError("invalid-file", `the file is no SBML: it begins with <${root.name}>`, { where });
  const level = Number(attribute(root, "level"));
  const version = Number(attribute(root, "version"));
  if (level === 1) {
    throw new KationError("unsupported-feature", "SBML Level 1", {
      where,
      why: "its formulae are text in a grammar of their own",
      fix: "convert the file to Level 2 or 3, for instance with libSBML or COPASI",
    });
  }
  const known =
    (level === 2 && version >= 1 && version <= 5) || (level === 3 && (version === 1 || version === 2));
  if (!known || !Number.isInteger(version)) {
    const given = `${attribute(root, "level") ?? "?"} Version ${attribute(root, "version") ?? "?"}`;
    throw new KationError("unsupported-feature", `SBML Level ${given.slice(0, 60)}`, {
      where,
      why: "Level 2 Version 1 to 5 and Level 3 Version 1 and 2 are read",
    });
  }
  const namespace =
    level === 3
      ? `http://www.sbml.org/sbml/level3/version${version}/core`
      : `http://www.sbml.org/sbml/level2${version === 1 ? "" : `/version${version}`}`;
  if (root.namespace !== namespace)
    throw new KationError(
      "invalid-file",
      `Level ${level} Version ${version} has another namespace than the file`,
      {
        where,
        fix: `write xmlns="${namespace}", or the level and version the file is in`,
      },
    );
  return { level, version };
}

function readPackages(reader: ElementReader): SbmlPackage[] {
  const { root } = reader.tree;
  const packages: SbmlPackage[] = [];
  for (let i = 0; i < root.attributes.length; i += 2) {
    const [key, value] = [root.attributes[i]!, root.attributes[i + 1]!];
    const namespace = /^\{(.*)\}required$/.exec(key)?.[1];
    if (namespace === undefined) continue;
    const name = packagePattern.exec(namespace)?.[1] ?? namespace;
    const required = value.trim() === "true" || value.trim() === "1";
    if (required && namespace !== compNamespace)
      throw new KationError("unsupported-feature", name, {
        where: reader.where(root),
        why: `the file says that without the package ${namespace} it cannot be understood`,
      });
    packages.push({ name, namespace, required });
  }
  const left = packages.filter((p) => p.namespace !== compNamespace).map((p) => p.name);
  if (left.length > 0)
    reader.note(
      "warning",
      root,
      "unsupported-feature",
      `left out what the file says in the package${left.length > 1 ? "s" : ""} ${left.join(", ")}`,
      "nothing: the file says that its mathematics does not need it",
    );
  return packages;
}
