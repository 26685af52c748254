import { Bytes } from "./bytes.ts";
import { Code, type TypeName, types } from "./code.ts";

/** Parameters and result of a function. */
export interface Signature {
  readonly takes: readonly TypeName[];
  readonly gives?: TypeName;
}

interface Defined {
  readonly signature: Signature;
  body: Uint8Array | undefined;
}

/** Bodies that are the same in many modules, by what they hang on. */
const bodies = new Map<string, Uint8Array>();
/** So many are kept. */
const BODIES = 1000;

/**
 * A WebAssembly module under construction: one memory of its own, imported functions first, then functions in the
 * order they are declared. A function may be called before its body is written.
 */
export class Module {
  readonly #imports: { readonly module: string; readonly name: string; readonly signature: Signature }[] = [];
  readonly #functions: Defined[] = [];
  readonly #exports: { readonly name: string; readonly index: number }[] = [];
  readonly #data: { readonly address: number; readonly bytes: Uint8Array }[] = [];
  readonly #memory: number;

  /** @param memory  bytes that the memory holds at first; it may grow */
  constructor(memory: number) {
    this.#memory = memory;
  }

  /** A function of the host; all imports come before the first `declare`. */
  import(module: string, name: string, signature: Signature): number {
    if (this.#functions.length > 0) throw new Error("imports come before functions");
    return this.#imports.push({ module, name, signature }) - 1;
  }

  /** Index of a function whose body follows. */
  declare(signature: Signature): number {
    return this.#imports.length + this.#functions.push({ signature, body: undefined }) - 1;
  }

  /** Writes the body of a declared function. */
  define(index: number, write: (f: Code) => void): void {
    const entry = this.#functions[index - this.#imports.length]!;
    const code = new Code(entry.signature.takes);
    write(code);
    entry.body = code.finish();
  }

  /**
   * Declares and writes a function.
   *
   * @param key  names all that the body hangs on, indices of functions among it: what was written once under a key is taken again
   */
  function(signature: Signature, write: (f: Code) => void, key?: string): number {
    const index = this.declare(signature);
    const known = key === undefined ? undefined : bodies.get(key);
    const entry = this.#functions[index - this.#imports.length]!;
    if (known) entry.body = known;
    else this.define(index, write);
    if (key !== undefined && !known) {
      if (bodies.size >= BODIES) bodies.clear();
      bodies.set(key, entry.body!);
    }
    return index;
  }

  export(name: string, index: number): void {
    this.#exports.push({ name, index });
  }

  /** Bytes that the memory holds from the start. */
  data(address: number, bytes: Uint8Array): void {
    this.#data.push({ address, bytes });
  }

  /** The module in the binary format. */
  toBytes(): Uint8Array<ArrayBuffer> {
    const signatures: string[] = [];
    const typeOf = ({ takes, gives }: Signature): number => {
      const text = `${takes.join(",")}>${gives ?? ""}`;
      const known = signatures.indexOf(text);
      return known >= 0 ? known : signatures.push(text) - 1;
    };
    const importTypes = this.#imports.map((i) => typeOf(i.signature));
    const functionTypes = this.#functions.map((f) => typeOf(f.signature));
    const out = new Bytes(1 << 16);
    out.raw(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
    section(out, 1, signatures, (s, text) => {
      const [takes, gives] = text.split(">").map((part) => part.split(",").filter((t) => t !== "")) as [
        TypeName[],
        TypeName[],
      ];
      s.byte(0x60);
      for (const list of [takes, gives]) {
        s.u32(list.length);
        for (const type of list) s.byte(types[type]);
      }
    });
    section(out, 2, this.#imports, (s, { module, name }, i) => {
      s.text(module);
      s.text(name);
      s.byte(0);
      s.u32(importTypes[i]!);
    });
    section(out, 3, functionTypes, (s, type) => s.u32(type));
    section(out, 5, [Math.ceil(this.#memory / 65536)], (s, pages) => {
      s.byte(0);
      s.u32(pages);
    });
    section(out, 7, [{ name: "memory", index: -1 }, ...this.#exports], (s, { name, index }) => {
      s.text(name);
      s.byte(index < 0 ? 2 : 0);
      s.u32(Math.max(0, index));
    });
    section(out, 10, this.#functions, (s, { body }, i) => {
      if (!body) throw new Error(`function ${i + this.#imports.length} has no body`);
      s.vector(body);
    });
    section(out, 11, this.#data, (s, { address, bytes }) => {
      s.byte(0);
      s.byte(0x41);
      s.s32(address);
      s.byte(0x0b);
      s.vector(bytes);
    });
    return out.view().slice();
  }
}

function section<T>(
  out: Bytes,
  id: number,
  items: readonly T[],
  write: (s: Bytes, item: T, index: number) => void,
): void {
  if (items.length === 0) return;
  const s = new Bytes(1 << 10);
  s.u32(items.length);
  items.forEach((item, i) => {
    write(s, item, i);
  });
  out.byte(id);
  out.vector(s.view());
}
