import { readFileSync } from "node:fs";
import { join } from "node:path";
import { halfEffect } from "kation/study";

/** A measured dose-response curve by its half-effect dose: ∞ when the highest dose leaves more than half alive. */
export interface Curve {
  readonly material: string;
  readonly role: "tumour" | "normal";
  /** Table it comes from, and the article in it where the table says so. */
  readonly source: string;
  readonly article: string;
  readonly cell: string;
  readonly hours: number;
  /** µg of particle per mL; 0 below the lowest dose. */
  readonly half: number;
  readonly lowest: number;
  readonly highest: number;
}

type Row = Readonly<Record<string, string>>;

/** The three tables of measured viability, with what sets one curve apart from another in each. */
const tables = [
  {
    name: "ChemX",
    path: ["nano-cytotoxicity", "viability.csv"],
    key: ["doi", "cell", "core_nm", "coating", "assay"],
  },
  { name: "Choi 2018", path: ["oxide-cytotoxicity", "choi-2018.csv"], key: ["cell", "core_nm", "assay"] },
  {
    name: "Papadiamantis 2020",
    path: ["oxide-cytotoxicity", "papadiamantis-2020.csv"],
    key: ["cell", "core_nm", "assay"],
  },
] as const;

/** Where the tables are looked for, and whether they are there. */
export const marker: readonly string[] = tables[0].path;

/** Every curve of at least three doses of some materials at some times, tumour or normal cells. */
export function measuredCurves(
  folder: string,
  materials: readonly string[],
  hours: readonly number[],
): Curve[] {
  return tables.flatMap(({ name, path, key }) =>
    curves(rows(join(folder, ...path)), name, key, materials, hours),
  );
}

/** Rows of a CSV as objects; fields may be quoted. */
export function rows(path: string): Row[] {
  const lines = readFileSync(path, "utf8")
    .split(/\r?\n/)
    .filter((l) => l !== "");
  const split = (line: string): string[] =>
    [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map((m) => m[1]!.replace(/^"|"$/g, ""));
  const head = split(lines[0]!);
  return lines.slice(1).map((line) =>
    Object.fromEntries(
      split(line)
        .slice(0, head.length)
        .map((v, i) => [head[i]!, v]),
    ),
  );
}

function curves(
  table: readonly Row[],
  source: string,
  key: readonly string[],
  materials: readonly string[],
  hours: readonly number[],
): Curve[] {
  const groups = new Map<string, Row[]>();
  for (const row of table) {
    if (!materials.includes(row["material"]!) || row["viability_pct"] === "") continue;
    if (!hours.includes(Number(row["time_h"]))) continue;
    if (row["cell_class"] !== "tumour" && row["cell_class"] !== "normal") continue;
    const id = [row["material"], row["cell_class"], row["time_h"], ...key.map((k) => row[k])].join("|");
    groups.set(id, [...(groups.get(id) ?? []), row]);
  }
  return [...groups.values()].flatMap((group) => {
    const byDose = new Map<number, number[]>();
    for (const row of group) {
      const dose = Number(row["dose_ug_mL"]);
      if (dose > 0) byDose.set(dose, [...(byDose.get(dose) ?? []), Number(row["viability_pct"]) / 100]);
    }
    const doses = [...byDose.keys()].sort((a, b) => a - b);
    if (doses.length < 3) return [];
    const viability = doses.map((d) => byDose.get(d)!.reduce((a, b) => a + b, 0) / byDose.get(d)!.length);
    const first = group[0]!;
    return [
      {
        material: first["material"]!,
        role: first["cell_class"] as Curve["role"],
        source,
        article: first["doi"] ?? source,
        cell: first["cell"]!,
        hours: Number(first["time_h"]),
        half: halfEffect(doses, viability),
        lowest: doses[0]!,
        highest: doses.at(-1)!,
      },
    ];
  });
}
