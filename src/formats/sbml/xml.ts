import { Lines, type Place } from "./xml-places.ts";
import { XmlReader } from "./xml-reader.ts";

export { type Place, printPlace } from "./xml-places.ts";

/**
 * An element of an XML file. As in ElementTree, `text` is what stands before the first child and `tail` what follows the
 * element itself; both are empty when they are white space only.
 */
export interface XmlElement {
  /** Name without its prefix. */
  readonly name: string;
  readonly namespace: string;
  /**
   * Names and values by turns, because most elements have two or three: see {@link attribute}. A name with a prefix is
   * `{namespace}name`. Declarations of namespaces are left out.
   */
  readonly attributes: readonly string[];
  readonly children: readonly XmlElement[];
  readonly text: string;
  readonly tail: string;
  /** What stands inside, character by character, of an element that was asked to be kept raw; then it has no children. */
  readonly raw: string;
  /** Offset of its `<` in the text; −1 for an element that was made. */
  readonly at: number;
}

/** A tree read from text, and the way from an element to its place. */
export interface XmlTree {
  readonly root: XmlElement;
  readonly file: string;
  readonly place: (element: XmlElement) => Place;
}

/** How large a file may be before it is refused: characters, elements and attributes together, and nesting. */
export interface XmlLimits {
  readonly size: number;
  readonly count: number;
  readonly depth: number;
}

/** Some twenty times what the largest published models need, and small enough for the memory of a browser. */
export const xmlLimits: XmlLimits = { size: 64e6, count: 2e6, depth: 400 };

const noRaw: ReadonlySet<string> = new Set();

/** Value of an attribute by its name, or by `{namespace}name`. */
export function attribute(e: XmlElement, name: string): string | undefined {
  const { attributes } = e;
  for (let i = 0; i < attributes.length; i += 2) if (attributes[i] === name) return attributes[i + 1];
  return undefined;
}

/**
 * Reads XML 1.0 with namespaces into a small tree.
 *
 * A file is hostile until read: a DOCTYPE is refused, so there are no entities but the five of XML and nothing outside is
 * fetched; size, count and depth are limited. Attributes are kept in lists, so `__proto__` is a name as any other.
 *
 * @param raw  local names of elements whose inside is kept as text (annotations, notes); prefixes declared further out are
 *             declared again on what is kept, so that it can stand anywhere
 * @throws `invalid-file`, `unsupported-feature` (DOCTYPE), `out-of-range` (limits), each with file:line:column
 */
export function readXml(
  text: string,
  file: string,
  raw: ReadonlySet<string> = noRaw,
  limits: XmlLimits = xmlLimits,
): XmlTree {
  const lines = new Lines(text, file);
  if (text.length > limits.size) throw lines.tooLarge(0, `has ${text.length} characters`, `${limits.size}`);
  return { root: new XmlReader(text, lines, raw, limits).read(), file, place: (e) => lines.place(e.at) };
}
