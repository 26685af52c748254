import type { Sourced } from "#model";
import { KationError, nearest } from "#units";
import { ionRows } from "./cells/generic/ions.ts";
import { type CellNumber, genericCell } from "./cells/generic.ts";
import { checkAgent } from "./check-agent.ts";
import { standardMedium } from "./environments/standard-medium.ts";
import type { Agent, AgentRecord, Cell, CellKey, Drug, Environment, EnvironmentKey } from "./types.ts";

const recordId = /^[a-z0-9][a-z0-9.-]*$/;

/**
 * An agent record, frozen after its id and what it says have been checked.
 * @throws `invalid-id`; the first error of {@link checkAgent}
 */
export function agent(record: AgentRecord): Agent {
  const whole = named({ cargo: [], ...record });
  const fault = checkAgent(whole).find((f) => f.severity === "error");
  if (!fault) return whole;
  const { code, what, where, why, fix } = fault;
  throw new KationError(code as "invalid-value", what, { where, why, fix });
}

/** A cell record, frozen after its id and keys have been checked. @throws `invalid-id`, `unknown-key` */
export function cell(record: Cell): Cell {
  refuseUnknown(record.id, Object.keys(record.own), Object.keys(genericCell));
  return named(record);
}

/** An environment record, frozen after its id and keys have been checked. @throws `invalid-id`, `unknown-key` */
export function environment(record: Environment): Environment {
  refuseUnknown(record.id, Object.keys(record.own), Object.keys(standardMedium));
  return named(record);
}

/** A drug record, frozen after its id has been checked. @throws `invalid-id` */
export function drug(record: Drug): Drug {
  return named(record);
}

/** A number of a record with the place it came from. */
export interface Located {
  readonly label: string;
  readonly number: Sourced;
  readonly path: string;
  readonly generic: boolean;
}

/**
 * A number of a cell: its own; for its resting ions that of the generic cell of its kind; or the generic cell's, shared by
 * every cell that does not set it.
 */
export function cellNumber(of: Cell, key: CellKey): Located {
  const row = ionRows[of.kind][key];
  const base = row ? { ...genericCell[key], number: row } : genericCell[key];
  const path = row ? `cells/${of.kind}-generic/${key}` : `cells/generic/${key}`;
  return locate("cells", of.borrowed?.[key] ?? of.id, of.own[key], base, path, key);
}

/**
 * A cell with some numbers of another, each one draw with that cell's, so that both can be compared within a world; where
 * the other has none of its own, the number is the generic cell's.
 *
 * @example crossed(cells.tumourGeneric, cells.normalGeneric, ["catalase"])
 */
export function crossed(of: Cell, other: Cell, keys: readonly CellKey[]): Cell {
  const own = { ...of.own };
  const borrowed = { ...of.borrowed };
  for (const key of keys) {
    const number = other.own[key];
    delete own[key];
    delete borrowed[key];
    if (!number) continue;
    own[key] = number;
    borrowed[key] = other.borrowed?.[key] ?? other.id;
  }
  return named({ ...of, own, borrowed });
}

/** A number of an environment: its own, or the standard medium's. */
export function environmentNumber(of: Environment, key: EnvironmentKey): Located {
  return locate(
    "environments",
    of.id,
    of.own[key],
    standardMedium[key],
    `environments/standard-medium/${key}`,
    key,
  );
}

function locate(
  family: string,
  id: string,
  own: Sourced | undefined,
  base: CellNumber,
  basePath: string,
  key: string,
): Located {
  return own
    ? { label: base.label, number: own, path: `${family}/${id}/${key}`, generic: false }
    : { label: base.label, number: base.number, path: basePath, generic: true };
}

function named<T extends { readonly id: string }>(record: T): T {
  if (recordId.test(record.id)) return Object.freeze(record);
  throw new KationError("invalid-id", `"${record.id}" cannot be the id of a record`, {
    fix: "use lower-case letters, digits, dots and hyphens",
  });
}

function refuseUnknown(id: string, keys: readonly string[], known: readonly string[]): void {
  const unknown = keys.find((key) => !known.includes(key));
  if (unknown === undefined) return;
  const near = nearest(unknown, known);
  throw new KationError("unknown-key", `the record ${id} has no number called ${unknown}`, {
    where: id,
    fix: near.length > 0 ? `did you mean ${near.join(" or ")}?` : `one of ${known.join(", ")}`,
  });
}
