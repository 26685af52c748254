import { keep, readKept } from "#module-cache";
import type { Built, Layout, Method, Program, Shape } from "#solve";
import { engineVersion } from "../engine-version.ts";
import { Hash } from "../hash.ts";

/** What is known of a program without its equations. */
export interface Facts {
  readonly shape: Shape;
  readonly operations: Program["operations"];
}

const names = new WeakMap<Method, string>();

/** Name of a method and hash of all its numbers: two tables of one name are two methods. */
export function methodKey(method: Method): string {
  const known = names.get(method);
  if (known !== undefined) return known;
  const hash = new Hash();
  hash.text(JSON.stringify(method.tableau));
  const made = `${method.name}-${hash.hex()}`;
  names.set(method, made);
  return made;
}

/** Facts of a structure, if they are kept. */
export function storedFacts(hash: string): Facts | undefined {
  const raw = readKept(`${engineVersion}/${hash}`);
  if (!raw) return undefined;
  const { shape, operations } = JSON.parse(new TextDecoder().decode(raw)) as Facts;
  const { pattern, mass } = shape;
  return {
    shape: {
      ...shape,
      pattern: {
        n: pattern.n,
        starts: Int32Array.from(pattern.starts),
        columns: Int32Array.from(pattern.columns),
      },
      ...(mass && { mass: Uint8Array.from(mass) }),
    },
    operations,
  };
}

/** Keeps the facts of a structure, which are asked for only where they are kept. */
export function storeFacts(hash: string, facts: Facts): void {
  keep(`${engineVersion}/${hash}`, () => {
    const { shape, operations } = facts;
    const { pattern, mass } = shape;
    const plain = {
      shape: {
        ...shape,
        pattern: { n: pattern.n, starts: [...pattern.starts], columns: [...pattern.columns] },
        ...(mass && { mass: [...mass] }),
      },
      operations,
    };
    return new TextEncoder().encode(JSON.stringify(plain));
  });
}

/** A module of a structure, if it is kept: length of the layout as JSON, the layout, the bytes. */
export function storedModule(hash: string, method: Method, lanes: 1 | 2): Built | undefined {
  const raw = readKept(moduleKey(hash, method, lanes));
  if (!raw) return undefined;
  const length = new DataView(raw.buffer, raw.byteOffset).getUint32(0, true);
  const layout = JSON.parse(new TextDecoder().decode(raw.subarray(4, 4 + length))) as Layout;
  return { layout, bytes: raw.subarray(4 + length) };
}

/** Keeps a module of a structure. */
export function storeModule(hash: string, method: Method, lanes: 1 | 2, { layout, bytes }: Built): void {
  keep(moduleKey(hash, method, lanes), () => {
    const text = new TextEncoder().encode(JSON.stringify(layout));
    const raw = new Uint8Array(4 + text.length + bytes.length);
    new DataView(raw.buffer).setUint32(0, text.length, true);
    raw.set(text, 4);
    raw.set(bytes, 4 + text.length);
    return raw;
  });
}

function moduleKey(hash: string, method: Method, lanes: 1 | 2): string {
  return `${engineVersion}/${hash}/${lanes}/${methodKey(method)}`;
}
