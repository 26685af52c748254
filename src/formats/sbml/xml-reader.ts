import { KationError } from "#units";
import type { XmlElement, XmlLimits } from "./xml.ts";
import { declarationEnd, decoded, findNoCharacter, isSpace, nameEnd, spaceEnd } from "./xml-characters.ts";
import { firstTwice, Kept, Names } from "./xml-names.ts";
import type { Lines } from "./xml-places.ts";

/*
 * An own reader instead of a library's: a model of 2.7 MB took half of the time to read and compile in saxes, most of it for
 * events and objects that nobody keeps. Positions are offsets; lines are counted when somebody asks.
 */

interface Growing extends XmlElement {
  children: readonly Growing[];
  text: string;
  tail: string;
  raw: string;
}

const none: readonly never[] = [];
/** Most declarations of namespaces in force in one place: a prefix is looked for among them one by one. */
const mostNames = 500;
/** Reads one text into a tree; see `readXml` for what it promises. */
export class XmlReader {
  readonly #text: string;
  readonly #lines: Lines;
  readonly #raw: ReadonlySet<string>;
  readonly #limits: XmlLimits;
  /** Offset of the first character that XML does not have; of the end when there is none. */
  readonly #bad: number;
  #root: Growing | undefined;
  #count = 0;
  /** Names of the open elements as they are written, and those of them that become part of the tree. */
  readonly #open: string[] = [];
  readonly #growing: Growing[] = [];
  /** Children of all growing elements, one after the other, and where those of each begin; what lies above `#top` is old. */
  readonly #children: Growing[] = [];
  readonly #first: number[] = [];
  #top = 0;
  #names = new Names();
  /** Depths at which declarations began, and what was in force before. */
  readonly #scopes: { readonly depth: number; readonly before: Names }[] = [];
  #kept: Kept | undefined;
  /** Names and values of the attributes of the tag that is being read. */
  readonly #pairs: string[] = [];

  constructor(text: string, lines: Lines, raw: ReadonlySet<string>, limits: XmlLimits) {
    this.#text = text;
    this.#lines = lines;
    this.#raw = raw;
    this.#limits = limits;
    const bad = findNoCharacter(text);
    this.#bad = bad < 0 ? text.length : bad;
  }

  read(): XmlElement {
    const text = this.#text;
    let at = declarationEnd(text);
    if (at < 0) throw this.#malformed(0, "the XML declaration is not as it must be");
    for (at = this.#characters(at); at < text.length; at = this.#characters(at)) {
      const next = text.charCodeAt(at + 1);
      if (next === 47) at = this.#endTag(at);
      else if (next === 33) at = this.#marked(at);
      else if (next === 63) at = this.#instruction(at);
      else at = this.#startTag(at);
    }
    const name = this.#open.at(-1);
    if (name !== undefined) throw this.#malformed(at, `<${name.slice(0, 100)}> is not closed`);
    if (this.#bad < at || !this.#root) throw this.#malformed(at, "the file has no element");
    return this.#root;
  }

  #malformed(at: number, why: string): KationError {
    const early = this.#bad < at;
    const said = early ? "a character that XML does not have" : why;
    return new KationError("invalid-file", `not well-formed XML: ${said}`, {
      where: this.#lines.print(early ? this.#bad : at),
      fix: "correct the file where it says; a truncated download looks like this too",
    });
  }

  #beyond(at: number, what: string, most: string): KationError {
    return this.#bad < at ? this.#malformed(at, what) : this.#lines.tooLarge(at, what, most);
  }

  /** Text up to the next `<` or the end. */
  #characters(start: number): number {
    const text = this.#text;
    const end = text.length;
    let at = start;
    let blank = true;
    let plain = true;
    for (; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code === 60) break;
      if (code > 32) {
        blank = false;
        // & ]
        if (code === 38 || code === 93) plain = false;
      } else if (code === 13) plain = false;
    }
    if (blank) return at;
    if (this.#open.length === 0)
      throw this.#malformed(
        start + text.slice(start, at).search(/[^ \t\r\n]/),
        "text outside of the root element",
      );
    if (plain) this.#append(text.slice(start, at));
    else {
      const bracket = text.slice(start, at).indexOf("]]>");
      if (bracket >= 0) throw this.#malformed(start + bracket, "]]> stands in text");
      this.#append(this.#decoded(start, at, false));
    }
    return at;
  }

  #append(found: string): void {
    if (this.#kept || !/[^ \t\r\n]/.test(found)) return;
    const parent = this.#growing.at(-1)!;
    if (this.#top > this.#first.at(-1)!) this.#children[this.#top - 1]!.tail += found;
    else parent.text += found;
  }

  #decoded(start: number, end: number, inAttribute: boolean): string {
    const fail = (at: number, why: string): KationError => this.#malformed(start + at, why);
    return decoded(this.#text.slice(start, end), inAttribute, fail);
  }

  /** Comments, CDATA and what is refused. */
  #marked(at: number): number {
    const text = this.#text;
    if (text.startsWith("<!--", at)) {
      const end = text.indexOf("--", at + 4);
      if (end < 0) throw this.#malformed(text.length, "a comment is not closed");
      if (text.charCodeAt(end + 2) !== 62) throw this.#malformed(end, "-- stands in a comment");
      return end + 3;
    }
    if (text.startsWith("<![CDATA[", at) && this.#open.length > 0) {
      const end = text.indexOf("]]>", at + 9);
      if (end < 0) throw this.#malformed(text.length, "a CDATA section is not closed");
      this.#append(text.slice(at + 9, end).replace(/\r\n?/g, "\n"));
      return end + 3;
    }
    if (!text.startsWith("<!DOCTYPE", at) || this.#root || this.#bad < at)
      throw this.#malformed(at, "<! begins nothing that may stand here");
    throw new KationError("unsupported-feature", "the file has a DOCTYPE", {
      where: this.#lines.print(at),
      why: "document types can define entities and reach for other files; none is read",
      fix: "delete the <!DOCTYPE …> declaration",
    });
  }

  #instruction(at: number): number {
    const text = this.#text;
    const name = nameEnd(text, at + 2);
    const end = text.indexOf("?>", name);
    const space = isSpace(text.charCodeAt(name));
    if (name === at + 2 || end < 0 || (end > name && !space) || /^xml$|:/i.test(text.slice(at + 2, name)))
      throw this.#malformed(at, "a processing instruction is not as it must be");
    return end + 2;
  }

  #startTag(at: number): number {
    const text = this.#text;
    const open = this.#open;
    const { count, depth } = this.#limits;
    let end = nameEnd(text, at + 1);
    if (end === at + 1) throw this.#malformed(at, "a < that begins no tag");
    const name = text.slice(at + 1, end);
    if (open.length === 0 && this.#root) throw this.#malformed(at, "a second root element");
    if (++this.#count > count) throw this.#beyond(at, "has too many elements", `${count}`);
    if (open.length >= depth) throw this.#beyond(at, "is nested too deeply", `${depth} levels`);
    this.#pairs.length = 0;
    let empty = false;
    for (;;) {
      const next = spaceEnd(text, end);
      const code = text.charCodeAt(next);
      if (code === 62) {
        end = next + 1;
        break;
      }
      if (code === 47 && text.charCodeAt(next + 1) === 62) {
        end = next + 2;
        empty = true;
        break;
      }
      if (next === end) throw this.#malformed(next, `unexpected character in <${name.slice(0, 100)}>`);
      if (++this.#count > count) throw this.#beyond(next, "has too many attributes", `${count}`);
      end = this.#attribute(next);
    }
    this.#enter(name, at, end);
    if (empty) this.#leave(end, end);
    return end;
  }

  /** Reads `name="value"` into the pairs. */
  #attribute(at: number): number {
    const text = this.#text;
    const name = nameEnd(text, at);
    const equals = spaceEnd(text, name);
    const quoted = spaceEnd(text, equals + 1);
    const quote = text.charCodeAt(quoted);
    if (name === at || text.charCodeAt(equals) !== 61 || (quote !== 34 && quote !== 39))
      throw this.#malformed(at, `an attribute is not written as name="value"`);
    let plain = true;
    let end = quoted + 1;
    for (; ; end++) {
      const code = text.charCodeAt(end);
      if (code === quote) break;
      if (code === 60 || Number.isNaN(code)) throw this.#malformed(end, "a < or the end in an attribute");
      // Line ends, tabs and references.
      if (code < 32 || code === 38) plain = false;
    }
    // Of what is kept as text only declarations are looked at.
    const idle = plain && this.#kept !== undefined && text.charCodeAt(at) !== 120;
    const value = idle ? "" : plain ? text.slice(quoted + 1, end) : this.#decoded(quoted + 1, end, true);
    this.#pairs.push(text.slice(at, name), value);
    return end + 1;
  }

  /** A tag is open: its names get their namespaces, and the tree its element. */
  #enter(written: string, at: number, end: number): void {
    const pairs = this.#pairs;
    if (pairs.length > 2) this.#refuseTwice(pairs, at);
    const depth = this.#open.push(written);
    const before = this.#names;
    let names = before;
    let declared = 0;
    for (let i = 0; i < pairs.length; i += 2) {
      const key = pairs[i]!;
      if (key.charCodeAt(0) !== 120 || !(key === "xmlns" || key.startsWith("xmlns:"))) continue;
      const declaring = names.declaring(key.slice(6), pairs[i + 1]!);
      if (!declaring) throw this.#malformed(at, `${key.slice(0, 100)} may not be declared so`);
      names = declaring;
      declared++;
    }
    if (names.count > mostNames) throw this.#beyond(at, "has too many namespaces in force", `${mostNames}`);
    if (names !== before) this.#scopes.push({ depth, before });
    this.#names = names;
    const name = names.element(written);
    if (!name) throw this.#malformed(at, `unbound namespace prefix in <${written.slice(0, 100)}>`);
    const kept = this.#kept;
    kept?.enter(written, at);
    kept?.need(names, written);
    const attributes: string[] | readonly never[] =
      pairs.length === 2 * declared ? none : this.#attributes(at, names);
    if (kept) return;
    const element: Growing = {
      name: name.local,
      namespace: name.uri,
      attributes,
      children: none,
      text: "",
      tail: "",
      raw: "",
      at,
    };
    this.#root ??= element;
    this.#children[this.#top++] = element;
    this.#growing.push(element);
    this.#first.push(this.#top);
    if (this.#raw.has(name.local)) this.#kept = new Kept(end, depth, names);
  }

  /** The attributes that are no declarations, prefixed ones under their namespaces. */
  #attributes(at: number, names: Names): string[] {
    const pairs = this.#pairs;
    // Most have neither: a copy is as long as it must be, a list that grows twice as long.
    if (!pairs.some(isSpecial)) return pairs.slice();
    const out: string[] = [];
    let prefixed = false;
    for (let i = 0; i < pairs.length; i += 2) {
      const key = pairs[i]!;
      if (key.charCodeAt(0) === 120 && (key === "xmlns" || key.startsWith("xmlns:"))) continue;
      const known = names.attribute(key);
      if (known === undefined) throw this.#malformed(at, `unbound namespace prefix in ${key.slice(0, 100)}`);
      prefixed ||= known !== key;
      this.#kept?.need(names, key);
      out.push(known, pairs[i + 1]!);
    }
    if (prefixed) this.#refuseTwice(out, at);
    return out;
  }

  #refuseTwice(pairs: readonly string[], at: number): void {
    const twice = firstTwice(pairs);
    if (twice !== undefined)
      throw this.#malformed(at, `the attribute ${twice.slice(0, 100)} stands there twice`);
  }

  #endTag(at: number): number {
    const text = this.#text;
    const name = this.#open.at(-1);
    const end = name === undefined ? at : spaceEnd(text, at + 2 + name.length);
    if (name === undefined || !text.startsWith(name, at + 2) || text.charCodeAt(end) !== 62)
      throw this.#malformed(
        at,
        name === undefined ? "a tag closes nothing" : `not the end of <${name.slice(0, 100)}>`,
      );
    this.#leave(at, end + 1);
    return end + 1;
  }

  /** An element ends: its inside at `at`, its tag at `end`. */
  #leave(at: number, end: number): void {
    const open = this.#open;
    if (this.#scopes.at(-1)?.depth === open.length) this.#names = this.#scopes.pop()!.before;
    open.pop();
    const kept = this.#kept;
    if (kept && open.length >= kept.depth) {
      kept.leave();
      return;
    }
    const element = this.#growing.pop()!;
    const first = this.#first.pop()!;
    if (this.#top > first) {
      element.children = this.#children.slice(first, this.#top);
      this.#top = first;
    }
    if (!kept) return;
    this.#kept = undefined;
    const raw = at < end ? kept.text(this.#text, at, this.#limits.size) : "";
    if (raw === undefined)
      throw this.#beyond(at, "repeats too many namespaces", `${this.#limits.size} characters`);
    element.raw = raw;
  }
}

/** True for a name, among names and values by turns, with a prefix or that declares one. */
function isSpecial(part: string, index: number): boolean {
  return index % 2 === 0 && (part === "xmlns" || part.includes(":"));
}
