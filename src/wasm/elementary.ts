import { elementaryData } from "#units";
import { Angles } from "./elementary-angles.ts";
import { CONSTANTS, EXP_TABLE, LN_TABLE, type Surroundings } from "./elementary-pairs.ts";
import { Powers } from "./elementary-powers.ts";
import type { Module } from "./module.ts";

const { expTable, lnTable } = elementaryData;

/** Functions of one number or, for powers, of two. */
export const elementaryNames = [
  "exp",
  "ln",
  "log10",
  "pow",
  "powPositive",
  "sin",
  "cos",
  "tan",
  "asin",
  "acos",
  "atan",
  "sinh",
  "cosh",
  "tanh",
] as const;
/** Name of an elementary function. */
export type ElementaryName = (typeof elementaryNames)[number];
/** Indices of the functions, (v128) → v128 or (v128, v128) → v128; each is written when first asked for. */
export type Elementary = Readonly<Record<ElementaryName, number>>;

/** Bytes of memory that the functions' tables and constants take, a multiple of 16. */
export const elementaryBytes: number = CONSTANTS + 16 * 160;

/**
 * Elementary functions of pairs of numbers: operation by operation those of `units/elementary.ts`, hence the same bits.
 *
 * Constants stand in memory, twice each, since an engine takes three instructions to make one in a register and
 * none to read it. What is out of the usual range in either half goes to a second function that heeds C99's rules.
 *
 * @param at  address of {@link elementaryBytes} bytes that nothing else writes, a multiple of 16
 */
export function elementary(module: Module, at: number): Elementary {
  common ??= commonTables();
  const tables = common.slice();
  const view = new DataView(tables.buffer);
  const places = new Map<bigint, number>();
  const place = (bits: bigint): number => {
    const known = places.get(bits);
    if (known !== undefined) return at + known;
    const address = CONSTANTS + 16 * places.size;
    if (address + 16 > elementaryBytes) throw new Error("there is no room for another constant");
    for (const half of [0, 8]) view.setBigUint64(address + half, bits, true);
    places.set(bits, address);
    return at + address;
  };
  const made = new Map<string, number>();
  let placed = false;
  // All that has been written, since it decides where constants stand.
  let story = `elementary ${at}`;
  const write = (name: keyof typeof bodies): number => {
    const known = made.get(name);
    if (known !== undefined) return known;
    if (!placed) module.data(at, tables);
    placed = true;
    const takes = name.startsWith("pow") ? (["v128", "v128"] as const) : (["v128"] as const);
    // What it calls comes first.
    const far = bodies[name].far;
    const farIndex = far === undefined ? -1 : write(far);
    story += ` ${name} ${farIndex}`;
    const key = story;
    const keeps = constants.has(key) || constants.size < STORIES;
    const index = module.function(
      { takes, gives: "v128" },
      (f) => {
        const before = places.size;
        bodies[name].write({ f, at, place, far: farIndex });
        if (keeps) constants.set(key, [...places.keys()].slice(before));
      },
      keeps ? key : undefined,
    );
    for (const bits of constants.get(key) ?? []) place(bits);
    made.set(name, index);
    return index;
  };
  const functions = {};
  for (const name of elementaryNames)
    Object.defineProperty(functions, name, { get: () => write(name), enumerable: true });
  return functions as Elementary;
}

/** Constants that functions have added, by what had been written. */
const constants = new Map<string, readonly bigint[]>();
/** So many are kept. */
const STORIES = 1000;

/** The tables without constants, the same for all modules. */
let common: Uint8Array<ArrayBuffer> | undefined;

function commonTables(): Uint8Array<ArrayBuffer> {
  const tables = new Uint8Array(elementaryBytes);
  const view = new DataView(tables.buffer);
  lnTable.forEach((x, i) => {
    view.setFloat64(LN_TABLE + 8 * i, x, true);
  });
  expTable.forEach((x, i) => {
    view.setFloat64(EXP_TABLE + 8 * i, x, true);
  });
  // Less j in the bits where the count of 64ths puts it, so that adding the whole count scales.
  for (let j = 0; j < 64; j++) {
    const address = EXP_TABLE + 16 * j;
    view.setBigUint64(address, view.getBigUint64(address, true) - (BigInt(j) << 46n), true);
  }
  return tables;
}

type Body = { readonly write: (to: Surroundings) => void; readonly far?: FarName };
type FarName = "expFar" | "lnFar" | "log10Far" | "powFar" | "powZero" | "powPositiveFar";

/** Every function, with the general one that it leaves unusual arguments to. */
const bodies: Readonly<Record<ElementaryName | FarName, Body>> = {
  exp: { write: (to) => new Powers(to).exp(), far: "expFar" },
  expFar: { write: (to) => new Powers(to).expFar() },
  ln: { write: (to) => new Powers(to).ln(), far: "lnFar" },
  lnFar: { write: (to) => new Powers(to).lnFar() },
  log10: { write: (to) => new Powers(to).log10(), far: "log10Far" },
  log10Far: { write: (to) => new Powers(to).log10Far() },
  pow: { write: (to) => new Powers(to).pow(), far: "powFar" },
  powFar: { write: (to) => new Powers(to).powFar(true) },
  powPositive: { write: (to) => new Powers(to).pow(), far: "powZero" },
  powZero: { write: (to) => new Powers(to).pow(true), far: "powPositiveFar" },
  powPositiveFar: { write: (to) => new Powers(to).powFar(false) },
  sin: { write: (to) => new Angles(to).sin() },
  cos: { write: (to) => new Angles(to).cos() },
  tan: { write: (to) => new Angles(to).tan() },
  asin: { write: (to) => new Angles(to).asin() },
  acos: { write: (to) => new Angles(to).acos() },
  atan: { write: (to) => new Angles(to).atan() },
  sinh: { write: (to) => new Angles(to).sinh() },
  cosh: { write: (to) => new Angles(to).cosh() },
  tanh: { write: (to) => new Angles(to).tanh() },
};
