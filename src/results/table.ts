import { KationError, nearest } from "#units";
import type { Column, Table } from "./types.ts";

/** A table from its columns, which must be of one length. @throws `mismatch-shape` */
export function table(name: string, columns: readonly Column[]): Table {
  const rows = columns[0]?.values.length ?? 0;
  const odd = columns.find((c) => c.values.length !== rows);
  if (odd)
    throw new KationError(
      "mismatch-shape",
      `column ${odd.name} has ${odd.values.length} rows, the table ${name} ${rows}`,
    );
  return { name, rows, columns };
}

/** Values of a column. @throws `unknown-name` with the nearest */
export function column(of: Table, name: string): Column["values"] {
  const found = of.columns.find((c) => c.name === name);
  if (found) return found.values;
  const near = nearest(
    name,
    of.columns.map((c) => c.name),
  );
  throw new KationError("unknown-name", `the table ${of.name} has no column ${name}`, {
    fix:
      near.length > 0
        ? `did you mean ${near.join(" or ")}?`
        : `one of ${of.columns.map((c) => c.name).join(", ")}`,
  });
}

/** A table as CSV: header `name (unit)`, full precision, quoted where needed. */
export function csv(of: Table): string {
  const lines = [of.columns.map((c) => field(c.unit === "" ? c.name : `${c.name} (${c.unit})`)).join(",")];
  for (let i = 0; i < of.rows; i++) lines.push(of.columns.map((c) => field(String(c.values[i]))).join(","));
  return `${lines.join("\n")}\n`;
}

function field(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
