import { escapeAttribute } from "./xml-write.ts";

const xmlNamespace = "http://www.w3.org/XML/1998/namespace";
const xmlnsNamespace = "http://www.w3.org/2000/xmlns/";

/**
 * Namespaces in force, and every name met under them already taken apart. The same declarations in the same place give the
 * same object, because most files declare MathML at each formula anew.
 */
export class Names {
  /** How many declarations are in force here, those that are hidden by others included. */
  readonly count: number;
  readonly #outer: Names | undefined;
  readonly #prefix: string;
  readonly #uri: string;
  readonly #inner = new Map<string, Names>();
  readonly #elements = new Map<string, { readonly local: string; readonly uri: string }>();
  readonly #attributes = new Map<string, string>();

  constructor(outer?: Names, prefix: string = "", uri: string = "") {
    this.#outer = outer;
    this.count = outer === undefined ? 0 : outer.count + 1;
    this.#prefix = prefix;
    this.#uri = uri;
  }

  /** With one more declaration; undefined when it is one that XML forbids. */
  declaring(prefix: string, uri: string): Names | undefined {
    if ((prefix === "xml") !== (uri === xmlNamespace) || prefix === "xmlns" || uri === xmlnsNamespace)
      return undefined;
    if (prefix.includes(":") || (prefix !== "" && uri === "")) return undefined;
    const key = `${prefix}=${uri}`;
    const known = this.#inner.get(key);
    if (known) return known;
    const made = new Names(this, prefix, uri);
    this.#inner.set(key, made);
    return made;
  }

  /** The declaration of a prefix in force. */
  find(prefix: string): Names | undefined {
    let names: Names | undefined = this;
    while (names && names.#prefix !== prefix) names = names.#outer;
    return names;
  }

  /** Namespace of a prefix; undefined when it was not declared. */
  uri(prefix: string): string | undefined {
    if (prefix === "xml") return xmlNamespace;
    const found = this.find(prefix);
    return found === undefined ? undefined : found.#uri;
  }

  element(name: string): { readonly local: string; readonly uri: string } | undefined {
    const known = this.#elements.get(name);
    if (known) return known;
    const local = name.slice(name.indexOf(":") + 1);
    const uri = isQualified(name, local) ? this.uri(prefixOf(name)) : undefined;
    if (uri === undefined) return undefined;
    const made = { local, uri };
    this.#elements.set(name, made);
    return made;
  }

  attribute(name: string): string | undefined {
    if (!name.includes(":")) return name;
    const known = this.#attributes.get(name);
    if (known) return known;
    const local = name.slice(name.indexOf(":") + 1);
    const uri = isQualified(name, local) ? this.uri(prefixOf(name)) : undefined;
    if (uri === undefined) return undefined;
    const made = `{${uri}}${local}`;
    this.#attributes.set(name, made);
    return made;
  }
}

/** True for `local` and `prefix:local`; a colon elsewhere means nothing. */
function isQualified(name: string, local: string): boolean {
  return name.charCodeAt(0) !== 58 && local !== "" && !local.includes(":") && !/^[-.0-9\xb7]/.test(local);
}

function prefixOf(name: string): string {
  return name.slice(0, Math.max(0, name.indexOf(":")));
}

/** The inside of an element kept as text, and the prefixes in it that were declared further out. */
export class Kept {
  readonly #from: number;
  /** Depth of the element itself; what lies inside is deeper. */
  readonly depth: number;
  /** Namespaces outside. */
  readonly #names: Names;
  readonly #missing = new Map<string, string>();
  readonly #tops: number[] = [];
  /** Names that have been looked at under the namespaces met last. */
  readonly #met = new Set<string>();
  #latest: Names | undefined;
  #inside = 0;

  constructor(from: number, depth: number, names: Names) {
    this.#from = from;
    this.depth = depth;
    this.#names = names;
  }

  enter(name: string, at: number): void {
    if (this.#inside++ === 0) this.#tops.push(at + 1 + name.length);
  }

  leave(): void {
    this.#inside--;
  }

  need(names: Names, name: string): void {
    if (names !== this.#latest) {
      this.#latest = names;
      this.#met.clear();
    }
    if (this.#met.has(name)) return;
    this.#met.add(name);
    const prefix = prefixOf(name);
    if (prefix === "" || prefix === "xml" || this.#missing.has(prefix)) return;
    if (names.find(prefix) === this.#names.find(prefix)) this.#missing.set(prefix, names.uri(prefix)!);
  }

  /** Undefined when the declarations to be repeated would make it longer than `most`. */
  text(source: string, until: number, most: number): string | undefined {
    if (this.#missing.size === 0) return source.slice(this.#from, until);
    const declarations = [...this.#missing]
      .map(([p, uri]) => ` xmlns:${p}="${escapeAttribute(uri)}"`)
      .join("");
    if (declarations.length * this.#tops.length > most) return undefined;
    let out = "";
    let from = this.#from;
    for (const at of this.#tops) {
      out += source.slice(from, at) + declarations;
      from = at;
    }
    return out + source.slice(from, until);
  }
}

/** The first name that stands twice in a list of names and values. */
export function firstTwice(pairs: readonly string[]): string | undefined {
  if (pairs.length > 40) {
    const seen = new Set<string>();
    for (let i = 0; i < pairs.length; i += 2) {
      if (seen.has(pairs[i]!)) return pairs[i];
      seen.add(pairs[i]!);
    }
    return undefined;
  }
  for (let i = 2; i < pairs.length; i += 2)
    for (let j = 0; j < i; j += 2) if (pairs[i] === pairs[j]) return pairs[i];
  return undefined;
}
