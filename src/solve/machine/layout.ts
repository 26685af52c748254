import { elementaryBytes, type Lanes } from "#wasm";
import type { SparsePattern, Tableau } from "../types.ts";

/** Sizes that a layout follows from. */
export interface Sizes {
  readonly n: number;
  readonly parameters: number;
  readonly constants: number;
  readonly roots: number;
  readonly autonomous: boolean;
  readonly pattern: SparsePattern;
  readonly mass?: Uint8Array;
  readonly luLength: number;
  /** 32-bit numbers of the table that the factorisation runs over. */
  readonly luTableLength: number;
  /** How many numbers functions in pieces leave for each other. */
  readonly scratch: number;
  /** Numbers of the code, kept in a table. */
  readonly numbers: readonly number[];
}

/** Names of the numbers that each lane keeps; see `lane.ts`. */
const laneNumbers = [
  "t",
  "h",
  "step",
  "tLast",
  "hLast",
  "wished",
  "limit",
  "error",
  "errorBefore",
  "hBefore",
  "theta",
  "until",
  "shift",
  "stageTime",
  "most",
  "speed",
  "bend",
  "burst",
  "sound",
  "good",
  "accepted",
] as const;

/** Names of the whole numbers that each lane keeps. */
const laneWholes = [
  "member",
  "first",
  "steps",
  "rejected",
  "evaluations",
  "written",
  "done",
  "crowd",
  "rejectedBefore",
  "landing",
  "schedule",
  "scheduleEnd",
  "states",
  "observed",
  "end",
  "weak",
] as const;

/** What the host sets before a call. */
const hostNumbers = ["t0", "tEnd", "rtol", "hMax", "lookEvery", "hStart", "hFixed", "restTime"] as const;
const hostWholes = [
  "members",
  "count",
  "next",
  "times",
  "timesEnd",
  "maxSteps",
  "fireAtStart",
  "dump",
  "denseReady",
  "fresh",
] as const;

/** Bytes of a member's entry in the table of members. */
export const MEMBER_BYTES = 64;
/** Bytes of an entry of a schedule: time, value, what (32 bits), which (32 bits). */
export const ENTRY_BYTES = 24;

/** Byte addresses in the memory of a module. Vectors hold a number per lane and state, padded to four states. */
export interface Layout {
  readonly lanes: Lanes;
  /** Bytes from one state to the next. */
  readonly stride: number;
  /** Bytes of a vector of states. */
  readonly size: number;
  readonly lane: Readonly<Record<(typeof laneNumbers)[number] | (typeof laneWholes)[number], number>>;
  readonly host: Readonly<Record<(typeof hostNumbers)[number] | (typeof hostWholes)[number], number>>;
  readonly y: number;
  readonly yLast: number;
  readonly trial: number;
  readonly w: number;
  readonly f0: number;
  readonly ft: number;
  readonly u: readonly number[];
  readonly k: readonly number[];
  readonly at: number;
  readonly atol: number;
  /** Bits all set for differential rows, none for algebraic ones. */
  readonly massMask: number;
  /** 1 for states that must come to rest, 0 for the others. */
  readonly restWeight: number;
  readonly jac: number;
  readonly lu: number;
  readonly c: number;
  readonly scratch: number;
  /** Each number of the code, once per lane. */
  readonly numbers: number;
  readonly before: number;
  readonly now: number;
  readonly risen: number;
  /** Coefficients of the method, once per lane, in the order of {@link coefficientsOf}. */
  readonly coefficients: number;
  /** Table that the factorisation runs over. */
  readonly luTable: number;
  /** Tables of the elementary functions. */
  readonly elementary: number;
  /** 32-bit tables of the Jacobian's pattern: for each entry its row and column as byte offsets of lane 0. */
  readonly rows: number;
  readonly columns: number;
  /** First byte that is the host's. */
  readonly heap: number;
}

/** Lays the memory of a module out. */
export function layOut(sizes: Sizes, tableau: Tableau, lanes: Lanes): Layout {
  let next = 64;
  const take = (bytes: number): number => {
    const address = next;
    next += Math.ceil(bytes / 16) * 16;
    return address;
  };
  const named = <T extends string>(names: readonly T[], bytes: number): Record<T, number> =>
    Object.fromEntries(names.map((name) => [name, take(bytes)])) as Record<T, number>;
  const stride = 8 * lanes;
  const size = Math.ceil(sizes.n / 4) * 4 * stride;
  const nnz = sizes.pattern.columns.length;
  return {
    lanes,
    stride,
    size,
    lane: { ...named(laneNumbers, 16), ...named(laneWholes, 16) },
    host: { ...named(hostNumbers, 8), ...named(hostWholes, 4) },
    // Where it is the same for all models, so that the functions are.
    elementary: take(elementaryBytes),
    y: take(size),
    yLast: take(size),
    trial: take(size),
    w: take(size),
    f0: take(size),
    ft: take(sizes.autonomous ? 0 : size),
    u: tableau.c.map(() => take(size)),
    k: tableau.dense.map(() => take(size)),
    at: take(size),
    atol: take(size),
    massMask: take(sizes.mass ? size : 0),
    restWeight: take(size),
    jac: take(nnz * stride),
    lu: take(sizes.luLength * stride),
    c: take(sizes.constants * stride),
    // As wide as two rows.
    scratch: take(sizes.scratch * 16),
    numbers: take(sizes.numbers.length * stride),
    before: take(sizes.roots * stride),
    now: take(sizes.roots * stride),
    risen: take(sizes.roots * stride),
    coefficients: take(coefficientsOf(tableau).length * stride),
    luTable: take(4 * sizes.luTableLength),
    rows: take(4 * nnz),
    columns: take(4 * nnz),
    heap: Math.ceil(next / 64) * 64 + 64,
  };
}

/** The distinct numbers of a method that are not 0 or 1. */
export function coefficientsOf(tableau: Tableau): readonly number[] {
  const { a, C, b, error, c, d, gamma } = tableau;
  return [...new Set([...a.flat(), ...C.flat(), ...b, ...error, ...c, ...d, gamma])].filter(
    (x) => x !== 0 && x !== 1,
  );
}
