import { SaxesParser } from "saxes";
import { KationError } from "#units";

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
  let names = new Names(undefined, 0);
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
    const at = text.lastIndexOf("<", parser.position - 1);
    let attributes = noAttributes;
    let inner = names;
    for (const key in tag.attributes) {
      count++;
      if (key !== "xmlns" && !key.startsWith("xmlns:")) continue;
      if (inner === names) inner = new Names(names, depth);
      inner.declare(key.slice(6), tag.attributes[key]!);
    }
    names = inner;
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
    if (raw.has(name.local)) kept = new Kept(parser.position, open.length);
  });
  parser.on("closetag", (tag) => {
    if (names.depth === depth && names.outer) names = names.outer;
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

/** Namespaces in force at a depth, and every name met there already taken apart. */
class Names {
  readonly outer: Names | undefined;
  readonly depth: number;
  readonly #uris = new Map<string, string>();
  readonly #elements = new Map<string, { readonly local: string; readonly uri: string }>();
  readonly #attributes = new Map<string, string>();

  constructor(outer: Names | undefined, depth: number) {
    this.outer = outer;
    this.depth = depth;
  }

  declare(prefix: string, uri: string): void {
    this.#uris.set(prefix, uri);
  }

  /** Namespace of a prefix and the depth of its declaration. */
  find(prefix: string): { readonly uri: string; readonly depth: number } | undefined {
    for (let names: Names | undefined = this; names; names = names.outer) {
      const uri = names.#uris.get(prefix);
      if (uri !== undefined) return uri === "" && prefix !== "" ? undefined : { uri, depth: names.depth };
    }
    if (prefix === "xml") return { uri: "http://www.w3.org/XML/1998/namespace", depth: 0 };
    return prefix === "" ? { uri: "", depth: 0 } : undefined;
  }

  element(name: string): { readonly local: string; readonly uri: string } | undefined {
    const known = this.#elements.get(name);
    if (known) return known;
    const uri = this.find(prefixOf(name))?.uri;
    if (uri === undefined) return undefined;
    const made = { local: name.slice(name.indexOf(":") + 1), uri };
    this.#elements.set(name, made);
    return made;
  }

  attribute(name: string): string | undefined {
    if (!name.includes(":")) return name;
    const known = this.#attributes.get(name);
    if (known) return known;
    const uri = this.find(prefixOf(name))?.uri;
    if (uri === undefined) return undefined;
    const made = `{${uri}}${name.slice(name.indexOf(":") + 1)}`;
    this.#attributes.set(name, made);
    return made;
  }
}

function prefixOf(name: string): string {
  return name.slice(0, Math.max(0, name.indexOf(":")));
}

/** The inside of an element kept as text, and the prefixes in it that were declared further out. */
class Kept {
  readonly #from: number;
  /** Depth of the element itself; what lies inside is deeper. */
  readonly depth: number;
  readonly #missing = new Map<string, string>();
  readonly #tops: number[] = [];
  #inside = 0;

  constructor(from: number, depth: number) {
    this.#from = from;
    this.depth = depth;
  }

  enter(name: string, at: number): void {
    if (this.#inside++ === 0) this.#tops.push(at + 1 + name.length);
  }

  leave(): void {
    this.#inside--;
  }

  need(names: Names, name: string): void {
    const prefix = prefixOf(name);
    if (prefix === "" || prefix === "xml" || this.#missing.has(prefix)) return;
    const found = names.find(prefix)!;
    if (found.depth <= this.depth) this.#missing.set(prefix, found.uri);
  }

  text(source: string, until: number): string {
    if (this.#missing.size === 0) return source.slice(this.#from, until);
    const declarations = [...this.#missing]
      .map(([p, uri]) => ` xmlns:${p}="${escapeAttribute(uri)}"`)
      .join("");
    let out = "";
    let from = this.#from;
    for (const at of this.#tops) {
      out += source.slice(from, at) + declarations;
      from = at;
    }
    return out + source.slice(from, until);
  }
}

/** An element made to be written; attributes that are undefined are left out. */
export function element(
  name: string,
  namespace: string,
  attributes: Readonly<Record<string, string | number | boolean | undefined>> = {},
  children: readonly XmlElement[] = [],
  inside: { readonly text?: string; readonly tail?: string; readonly raw?: string } = {},
): XmlElement {
  const given = Object.entries(attributes).flatMap(([key, value]): [string, string][] =>
    value === undefined ? [] : [[key, String(value)]],
  );
  return {
    name,
    namespace,
    attributes: new Map(given),
    children,
    text: inside.text ?? "",
    tail: inside.tail ?? "",
    raw: inside.raw ?? "",
    at: -1,
  };
}

/**
 * Writes a tree as XML, two spaces a level, the same bytes for the same tree.
 *
 * An element in another namespace than the one around it declares its own as the default. White space is added only
 * between elements, never beside text.
 *
 * @param prefixes  prefix by namespace, for attributes; they are declared on the root
 */
export function writeXml(root: XmlElement, prefixes: ReadonlyMap<string, string> = new Map()): string {
  const out: string[] = ['<?xml version="1.0" encoding="UTF-8"?>\n'];
  write(root, "", "", prefixes, out, true);
  out.push("\n");
  return out.join("");
}

function write(
  e: XmlElement,
  around: string,
  indent: string,
  prefixes: ReadonlyMap<string, string>,
  out: string[],
  top: boolean,
): void {
  out.push("<", e.name);
  if (e.namespace !== around) out.push(` xmlns="${escapeAttribute(e.namespace)}"`);
  if (top) for (const [uri, prefix] of prefixes) out.push(` xmlns:${prefix}="${escapeAttribute(uri)}"`);
  for (const [key, value] of e.attributes) {
    const end = key.startsWith("{") ? key.indexOf("}") : -1;
    const name = end < 0 ? key : `${prefixes.get(key.slice(1, end)) ?? "xml"}:${key.slice(end + 1)}`;
    out.push(` ${name}="${escapeAttribute(value)}"`);
  }
  if (e.children.length === 0 && e.text === "" && e.raw === "") {
    out.push("/>");
    return;
  }
  out.push(">", e.raw, escapeText(e.text));
  const mixed = e.text !== "" || e.raw !== "" || e.children.some((child) => child.tail !== "");
  for (const child of e.children) {
    if (!mixed) out.push("\n", indent, "  ");
    write(child, e.namespace, `${indent}  `, prefixes, out, false);
    out.push(escapeText(child.tail));
  }
  if (!mixed) out.push("\n", indent);
  out.push("</", e.name, ">");
}

function escapeText(text: string): string {
  return /[&<>\r]/.test(text)
    ? text.replace(/[&<>\r]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[c] ?? "&#13;")
    : text;
}

function escapeAttribute(text: string): string {
  return /[&<>"\t\n\r]/.test(text)
    ? text.replace(
        /[&<>"\t\n\r]/g,
        (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c] ?? `&#${c.charCodeAt(0)};`,
      )
    : text;
}
