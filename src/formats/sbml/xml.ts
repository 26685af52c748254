import { SaxesParser } from "saxes";
import { KationError } from "#units";
import { Kept, Names } from "./xml-names.ts";

/** Where something stands in a file; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * An element of an XML file. As in ElementTree, `text` is what stands before the first child and `tail` what follows the
 * element itself; both are empty when they are white space only.
 */
export interface XmlElement {
  /** Name without its prefix. */
  readonly name: string;
  readonly namespace: string;
  /** By name, or by `{namespace}name` for those with a prefix. Declarations of namespaces are left out. */
  readonly attributes: ReadonlyMap<string, string>;
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

/** `file:line:column` of a place. */
export function printPlace(place: Place): string {
  return `${place.file}:${place.line}:${place.column}`;
}

interface Growing {
  name: string;
  namespace: string;
  attributes: Map<string, string>;
  children: Growing[];
  text: string;
  tail: string;
  raw: string;
  at: number;
}

const noAttributes: Map<string, string> = new Map();
const noChildren: Growing[] = [];
const noRaw: ReadonlySet<string> = new Set();

/**
 * Reads XML 1.0 with namespaces into a small tree.
 *
 * A file is hostile until read: a DOCTYPE is refused, so there are no entities but the five of XML and nothing outside is
 * fetched; size, count and depth are limited. Attributes are kept in maps, so `__proto__` is a name as any other.
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
  if (text.length > limits.size) throw tooLarge(lines, 0, `has ${text.length} characters`, `${limits.size}`);
  const parser = new SaxesParser({ xmlns: false, position: true } as const);
  // The parser's own table has Object's prototype: `&toString;` would be found in it.
  parser.ENTITIES = Object.assign(Object.create(null) as Record<string, string>, {
    amp: "&",
    gt: ">",
    lt: "<",
    quot: '"',
    apos: "'",
  });
  const open: Growing[] = [];
  let root: Growing | undefined;
  let count = 0;
  let depth = 0;
  let names = new Names();
  /** Depths at which declarations began, and what was in force before. */
  const scopes: { readonly depth: number; readonly before: Names }[] = [];
  let kept: Kept | undefined;
  const malformed = (why: string): KationError =>
    new KationError("invalid-file", `not well-formed XML: ${why}`, {
      where: printPlace(lines.place(parser.position)),
      fix: "correct the file where it says; a truncated download looks like this too",
    });
  parser.on("error", (error) => {
    throw malformed(error.message.replace(/^\d+:\d+: /, ""));
  });
  parser.on("doctype", () => {
    throw new KationError("unsupported-feature", "the file has a DOCTYPE", {
      where: printPlace(lines.place(parser.position)),
      why: "document types can define entities and reach for other files; none is read",
      fix: "delete the <!DOCTYPE …> declaration",
    });
  });
  parser.on("opentag", (tag) => {
    if (++count > limits.count)
      throw tooLarge(lines, parser.position, "has too many elements", `${limits.count}`);
    if (++depth > limits.depth)
      throw tooLarge(lines, parser.position, "is nested too deeply", `${limits.depth} levels`);
    // No "<" may stand inside a tag. (lastIndexOf costs a call into the runtime for each of them.)
    let at = parser.position - 1;
    while (at > 0 && text.charCodeAt(at) !== 60) at--;
    let attributes = noAttributes;
    const before = names;
    for (const key in tag.attributes) {
      count++;
      if (key === "xmlns" || key.startsWith("xmlns:"))
        names = names.declaring(key.slice(6), tag.attributes[key]!);
    }
    if (names !== before) scopes.push({ depth, before });
    const name = names.element(tag.name);
    if (!name) throw malformed(`unbound namespace prefix in <${tag.name}>`);
    if (kept) {
      kept.enter(tag.name, at);
      kept.need(names, tag.name);
    }
    for (const key in tag.attributes) {
      if (key === "xmlns" || key.startsWith("xmlns:")) continue;
      const known = names.attribute(key);
      if (known === undefined) throw malformed(`unbound namespace prefix in ${key}`);
      if (kept) kept.need(names, key);
      else {
        if (attributes === noAttributes) attributes = new Map();
        attributes.set(known, tag.attributes[key]!);
      }
    }
    if (kept) return;
    const element: Growing = {
      name: name.local,
      namespace: name.uri,
      attributes,
      children: noChildren,
      text: "",
      tail: "",
      raw: "",
      at,
    };
    const parent = open.at(-1);
    if (!parent) root = element;
    else if (parent.children === noChildren) parent.children = [element];
    else parent.children.push(element);
    open.push(element);
    if (raw.has(name.local)) kept = new Kept(parser.position, open.length, names);
  });
  parser.on("closetag", (tag) => {
    if (scopes.at(-1)?.depth === depth) names = scopes.pop()!.before;
    depth--;
    if (kept && depth >= kept.depth) {
      kept.leave();
      return;
    }
    const element = open.pop()!;
    if (kept) {
      if (!tag.isSelfClosing) element.raw = kept.text(text, text.lastIndexOf("</", parser.position - 1));
      kept = undefined;
    }
  });
  const characters = (found: string): void => {
    if (kept) return;
    const parent = open.at(-1);
    if (!parent || !/[^ \t\r\n]/.test(found)) return;
    const last = parent.children.at(-1);
    if (last) last.tail += found;
    else parent.text += found;
  };
  parser.on("text", characters);
  parser.on("cdata", characters);
  parser.write(text).close();
  if (!root)
    throw new KationError("invalid-file", "the file is empty", { where: printPlace(lines.place(0)) });
  return { root, file, place: (element) => lines.place(element.at) };
}

function tooLarge(lines: Lines, at: number, what: string, most: string): KationError {
  return new KationError("out-of-range", `the file ${what}`, {
    where: printPlace(lines.place(at)),
    why: `at most ${most} are read, so that a hostile file cannot fill the memory`,
    fix: "if the file is meant, split it",
  });
}

/** Offsets to lines and columns. */
class Lines {
  readonly #text: string;
  readonly #file: string;
  #starts: number[] | undefined;

  constructor(text: string, file: string) {
    this.#text = text;
    this.#file = file;
  }

  place(at: number): Place {
    this.#starts ??= lineStarts(this.#text);
    const starts = this.#starts;
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= at) low = middle;
      else high = middle;
    }
    return { file: this.#file, line: low + 1, column: Math.max(0, at - starts[low]!) + 1 };
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
