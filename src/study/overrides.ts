import {
  type Cell,
  type CellKey,
  type Environment,
  type EnvironmentKey,
  genericCell,
  standardMedium,
} from "#biology";
import type { Model, Sourced } from "#model";
import { KationError, nearest, printUnit, sameDimension, toBase } from "#units";

/** A cell with the numbers of `set` that name it: `cells/<id>/<key>`. */
export function cellWith(cell: Cell, set: ReadonlyMap<string, Sourced>): Cell {
  const own = ownOf(`cells/${cell.id}/`, set, genericCell);
  return Object.keys(own).length === 0
    ? cell
    : { ...cell, own: { ...cell.own, ...(own as Partial<Record<CellKey, Sourced>>) } };
}

/** An environment with the numbers of `set` that name it: `environments/<id>/<key>`. */
export function environmentWith(environment: Environment, set: ReadonlyMap<string, Sourced>): Environment {
  const own = ownOf(`environments/${environment.id}/`, set, standardMedium);
  return Object.keys(own).length === 0
    ? environment
    : { ...environment, own: { ...environment.own, ...(own as Partial<Record<EnvironmentKey, Sourced>>) } };
}

function ownOf(
  prefix: string,
  set: ReadonlyMap<string, Sourced>,
  known: Readonly<Record<string, { readonly number: Sourced }>>,
): Record<string, Sourced> {
  const own: Record<string, Sourced> = {};
  for (const [path, number] of set) {
    const key = path.slice(prefix.length);
    if (!path.startsWith(prefix) || !Object.hasOwn(known, key)) continue;
    refuseImpossible(path, number, known[key]!.number);
    own[key] = number;
  }
  return own;
}

/** Numbers that nothing can be without. */
const size = /\/(radius|length|thickness|volume)$/;

/**
 * Refuses a number below nothing for one that cannot be: an amount, a rate, a size. Plain numbers may be logarithms, and
 * potentials have a sign of their own.
 * @throws `out-of-range`
 */
function refuseImpossible(path: string, number: Sourced, was: Sourced): void {
  const { unit } = was.value;
  const plain = unit.dimension.every((e) => e === 0);
  if (plain || unit.offset !== 0 || !sameDimension(number.value.unit, unit)) return;
  const least = (n: Sourced): number => Math.min(toBase(n.value), ...(n.range ?? []).map((q) => toBase(q)));
  if (least(was) < 0) return;
  const mustBe = size.test(path) ? "above" : "at least";
  if (least(number) >= 0 && (mustBe === "at least" || toBase(number.value) > 0)) return;
  const { value } = number.value;
  throw new KationError(
    "out-of-range",
    `set/${path} reaches ${value <= 0 ? `${value} ${number.value.unit.text}` : "below nothing by its range"}: it must be ${mustBe} 0`,
    { where: `set/${path}`, fix: "mend the value or its unit" },
  );
}

/**
 * A model with the numbers of `set` in place of its own, wherever the path is the parameter's.
 * @throws `mismatch-unit` for a number of another dimension, `out-of-range` for one that cannot be
 */
export function modelWith(model: Model, set: ReadonlyMap<string, Sourced>): Model {
  if (set.size === 0) return model;
  const parameters = model.parameters.map((p) => {
    const number = set.get(p.path);
    if (!number) return p;
    if (!sameDimension(number.value.unit, p.unit)) {
      throw new KationError(
        "mismatch-unit",
        `set/${p.path} is in ${printUnit(number.value.unit) || "plain numbers"}, expected ${printUnit(p.unit) || "a plain number"}`,
        {
          where: `set/${p.path}`,
          fix: `give it in ${p.unit.text || "a plain number"}`,
        },
      );
    }
    if (p.sourced) refuseImpossible(p.path, number, p.sourced);
    return { ...p, unit: number.value.unit, value: number.value.value, sourced: number, generic: false };
  });
  return { ...model, parameters };
}

/** Refuses a path of `set` that no model of the study has. @throws `unknown-name` with the nearest */
export function refuseUnknownPaths(set: ReadonlyMap<string, Sourced>, models: readonly Model[]): void {
  const known = new Set(models.flatMap((m) => m.parameters.map((p) => p.path)));
  for (const path of set.keys()) {
    if (known.has(path)) continue;
    const last = path.split("/").at(-1)!;
    const near = [
      ...new Set([...nearest(path, known), ...[...known].filter((k) => k.split("/").at(-1) === last)]),
    ].slice(0, 3);
    throw new KationError("unknown-name", `nothing in this study is called ${path}`, {
      where: `set/${path}`,
      fix: near.length > 0 ? `did you mean ${near.join(" or ")}?` : "kation explain STUDY lists the paths",
    });
  }
}
