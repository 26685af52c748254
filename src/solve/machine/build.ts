import { elementary, Module } from "#wasm";
import type { Method, Tableau } from "../types.ts";
import { vectorWriter } from "./attempt.ts";
import { imports } from "./context.ts";
import { writeDriver } from "./drive.ts";
import { coefficientsOf, type Layout, layOut } from "./layout.ts";
import type { Kind, Parts } from "./parts.ts";
import { smallAttempt } from "./small-attempt.ts";

/** A module with the layout of its memory. */
export interface Built {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly layout: Layout;
}

/** Writes the module of one model, method and number of lanes: kernel, stages and step loop in one. */
export function buildModule(parts: Parts, method: Method, kind: Kind): Built {
  const layout = layOut(parts, method.tableau, kind.lanes);
  const module = new Module(layout.heap + 65536);
  const host = {
    consistent: module.import("host", "consistent", imports.consistent),
    fired: module.import("host", "fired", imports.fired),
    failed: module.import("host", "failed", imports.failed),
  };
  const functions = elementary(module, layout.elementary);
  // What every step loop needs comes first, where it has the same index in all modules.
  void functions.powPositive;
  const kernel = parts.define(module, layout, functions);
  const vector = vectorWriter(layout, method.tableau, kernel, parts.n, {
    autonomous: parts.autonomous,
    mass: parts.mass !== undefined,
  });
  const { inline } = parts;
  const write = (part: keyof typeof vector): number => module.function({ takes: [] }, vector[part]);
  const steps = {
    attempt: inline
      ? module.function({ takes: [] }, (f) =>
          smallAttempt(f, layout, method.tableau, inline, functions, parts),
        )
      : write("attempt"),
    commit: write("commit"),
    dense: write("dense"),
    interpolate: write("interpolate"),
    interpolateRows: module.function(
      { takes: kind.lanes === 1 ? ["i32", "f64"] : ["i32", "i32", "f64", "f64"] },
      vector.interpolateRows,
    ),
  };
  writeDriver({
    module,
    layout,
    tableau: method.tableau,
    kernel,
    host,
    parts,
    vector: steps,
    elementary: functions,
  });
  for (const [name, index] of Object.entries(steps)) module.export(name, index);
  const { stages, ...functionsOfModel } = kernel;
  for (const [name, index] of Object.entries({ ...functionsOfModel, ...stages })) module.export(name, index);
  tables(module, parts, method.tableau, layout);
  return { bytes: module.toBytes(), layout };
}

/** Tables that the step loop reads. */
function tables(module: Module, parts: Parts, tableau: Tableau, layout: Layout): void {
  const { n, pattern, mass } = parts;
  const nnz = pattern.columns.length;
  const [rows, columns] = [new Int32Array(nnz), new Int32Array(nnz)];
  for (let i = 0; i < n; i++) {
    for (let k = pattern.starts[i]!; k < pattern.starts[i + 1]!; k++) {
      rows[k] = i * layout.stride;
      columns[k] = pattern.columns[k]! * layout.stride;
    }
  }
  const perLane = (values: readonly number[]): Float64Array =>
    Float64Array.from(values.flatMap((x) => new Array<number>(layout.lanes).fill(x)));
  const numbers = perLane(parts.numbers);
  const bytes = (a: Int32Array | BigInt64Array | Float64Array): Uint8Array => new Uint8Array(a.buffer);
  module.data(layout.coefficients, bytes(perLane(coefficientsOf(tableau))));
  if (parts.luTableLength > 0) module.data(layout.luTable, bytes(parts.luTable(layout.stride) as Int32Array));
  if (numbers.length > 0) module.data(layout.numbers, bytes(numbers));
  if (nnz > 0) {
    module.data(layout.rows, bytes(rows));
    module.data(layout.columns, bytes(columns));
  }
  if (mass) {
    const mask = new BigInt64Array(layout.size / 8);
    for (let i = 0; i < n; i++) mask.fill(mass[i] === 0 ? 0n : -1n, i * layout.lanes, (i + 1) * layout.lanes);
    module.data(layout.massMask, bytes(mask));
  }
}
