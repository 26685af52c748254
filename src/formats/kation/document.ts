import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { KationError } from "#units";

/** Largest file that is read at all, bytes. */
export const largestFile = 2_000_000;

/** A YAML (or JSON) text as plain values, with the place of every key. */
export interface Source {
  readonly file: string;
  readonly value: unknown;
  /** `file:line:column` of the value at a path, or of the nearest part of the path that exists. */
  place(path: readonly (string | number)[]): string;
}

/**
 * Reads YAML 1.2 or JSON. Aliases, tags and merge keys are refused, so a small text cannot grow large; duplicate keys
 * are an error; depth and size are limited.
 *
 * @param file  its name, for positions
 * @throws `invalid-file`, `invalid-syntax`, `duplicate-key` with file:line:column
 */
export function readDocument(text: string, file: string): Source {
  if (text.length > largestFile) {
    throw new KationError("invalid-file", `${file} is larger than ${largestFile / 1e6} MB`, {
      where: file,
      fix: "a study or agent is a few kB; is it the right file?",
    });
  }
  if (text.includes("\u0000"))
    throw new KationError("invalid-file", `${file} is not a text file`, {
      where: file,
      fix: "save it as plain text in UTF-8",
    });
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: true,
    strict: true,
    merge: false,
    customTags: [],
    logLevel: "silent",
  });
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const first = document.errors[0];
  if (first) {
    const duplicate = first.code === "DUPLICATE_KEY";
    // The parser's own stack ends before our limit is looked at.
    if (/call stack/i.test(first.message))
      throw new KationError("invalid-file", `nested deeper than ${deepest}`, { where: at(first.pos[0]) });
    throw new KationError(
      duplicate ? "duplicate-key" : "invalid-syntax",
      first.message.split("\n")[0]!.replace(/ at line.*$/, ""),
      {
        where: at(first.pos[0]),
        fix: duplicate ? "keep one of the two" : "mend the YAML there",
      },
    );
  }
  const value = plain(document.contents as Node | null, 0, (node) => at(node.range?.[0] ?? 0));
  return { file, value, place: (path) => at(offsetOf(document.contents as Node | null, path)) };
}

const deepest = 40;

function plain(node: Node | null, depth: number, place: (node: Node) => string): unknown {
  if (node === null) return null;
  if (depth > deepest)
    throw new KationError("invalid-file", `nested deeper than ${deepest}`, { where: place(node) });
  if (isScalar(node)) {
    if (typeof node.value === "number" && !Number.isFinite(node.value)) {
      throw new KationError("invalid-number", `${String(node.source)} is not a finite number`, {
        where: place(node),
      });
    }
    return node.value;
  }
  if (isSeq(node)) return node.items.map((item) => plain(item as Node, depth + 1, place));
  if (isMap(node)) {
    // Own properties defined one by one: a key such as __proto__ is data like any other.
    const out: Record<string, unknown> = {};
    for (const { key, value } of node.items) {
      if (!isScalar(key))
        throw new KationError("invalid-syntax", "a key must be a plain word", { where: place(node) });
      Object.defineProperty(out, String(key.value), {
        value: plain(value as Node | null, depth + 1, place),
        enumerable: true,
        writable: true,
        configurable: true,
      });
    }
    return out;
  }
  throw new KationError("unsupported-feature", "YAML aliases are not read", {
    where: place(node),
    fix: "write the value out where it is used",
  });
}

function offsetOf(root: Node | null, path: readonly (string | number)[]): number {
  let node = root;
  let offset = root?.range?.[0] ?? 0;
  for (const part of path) {
    if (isMap(node)) {
      const item = node.items.find((i) => isScalar(i.key) && String(i.key.value) === String(part));
      if (!item) return offset;
      offset = (item.key as Node).range?.[0] ?? offset;
      node = item.value as Node | null;
      if (isScalar(node)) offset = node.range?.[0] ?? offset;
    } else if (isSeq(node)) {
      node = (node.items[Number(part)] as Node | undefined) ?? null;
      if (!node) return offset;
      offset = node.range?.[0] ?? offset;
    } else return offset;
  }
  return offset;
}
