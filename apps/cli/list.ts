import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import {
  type Act,
  type AssembleOptions,
  assemble,
  cells,
  complexes,
  environments,
  findAgent,
  probes,
  records,
  solids,
  sources,
} from "kation/biology";
import { cases } from "kation/cases";
import type { Sourced } from "kation/model";
import { questions } from "kation/study";
import { KationError, nearest } from "kation/units";
import { textTable } from "./output.ts";
import { packageFolder } from "./package.ts";

type Row = Readonly<Record<string, string>>;

const lists: Readonly<Record<string, () => Row[]>> = {
  agents: () => records.agents.map(({ id, names, note }) => ({ id, names: names.join(", "), note })),
  cells: () => records.cells.map(({ id, kind, note }) => ({ id, kind, note })),
  environments: () => records.environments.map(({ id, note }) => ({ id, note })),
  phases: () =>
    records.phases.map((p) => ({
      id: p.id,
      names: p.names.join(", "),
      dissolves: [...new Set(p.dissolution.map((d) => d.by))].join(", ") || "inert",
    })),
  drugs: () =>
    records.drugs.map((d) => ({
      id: d.id,
      names: d.names.join(", "),
      acts: d.acts.map(actOf).join(", ") || (d.is === undefined ? "" : `is ${d.is}`),
      note: d.note,
    })),
  complexes: () =>
    complexes.map((c) => ({
      species: c.species,
      reaction: c.reaction,
      "log K": String(c.logK.value.value),
      ...gradeOf(c.logK),
    })),
  solids: () =>
    solids.map((s) => ({
      id: s.id,
      reaction: s.reaction,
      "log Ks": String(s.logK.value.value),
      ...gradeOf(s.logK),
      forms: s.forms === "day" ? "within a day" : "slowly",
    })),
  mechanisms: () => mechanisms(),
  probes: () => probes.map(({ id, measures, misreads }) => ({ id: `probe.${id}`, measures, misreads })),
  questions: () => Object.entries(questions).map(([id, { help }]) => ({ id, help })),
  studies: () => studies().map((path) => ({ path })),
  cases: () => cases.map((c) => ({ id: c.id, kind: c.kind, says: c.says })),
  sources: () => Object.entries(sources).map(([key, s]) => ({ key, citation: s.citation, read: s.read })),
};

/** Families that can be listed. */
export const families: readonly string[] = Object.keys(lists);

/** kation list FAMILY */
export function listVerb(family: string, flags: { readonly json?: boolean }): void {
  const list = Object.hasOwn(lists, family) ? lists[family]! : undefined;
  if (!list) {
    const near = nearest(family, families);
    throw new KationError("unknown-name", `nothing is listed as "${family}"`, {
      fix: near.length > 0 ? `did you mean ${near.join(" or ")}?` : `one of ${families.join(", ")}`,
    });
  }
  const rows = list();
  if (flags.json) console.log(JSON.stringify(rows, null, 1));
  else
    console.log(
      textTable(
        Object.keys(rows[0] ?? { nothing: "" }),
        rows.map((r) => Object.values(r)),
      ),
    );
}

/** Mechanisms as the library assembles them for its agents, with the add-ons. */
function mechanisms(): Row[] {
  const found = new Map<string, string>();
  const note = (options: Pick<AssembleOptions, "agent" | "with" | "protocol">): void => {
    const { mechanisms: used } = assemble({
      cell: cells.tumourGeneric,
      environment: environments.mediumPh74,
      culture: { density: "1e5 1/mL", volume: "100 uL" },
      with: ["gsh-synthesis", "immunogenic-death", "protein-thiols", "uptake-spread"],
      ...options,
    });
    for (const m of used) found.set(m.id, m.label);
  };
  for (const agent of records.agents) note({ agent });
  // What no agent of the library brings by itself: drugs in solution, and what a study asks for.
  note({ agent: findAgent("ouabain"), protocol: [{ at: "0 h", medium: "hypotonic-200" }] });
  note({ agent: findAgent("erastin"), with: ["iron-homeostasis"] });
  return [...found].map(([id, label]) => ({ id, label }));
}

function gradeOf(number: Sourced): { readonly grade: string } {
  return { grade: number.grade + (number.needsPaper ? "*" : "") };
}

function actOf(act: Act): string {
  if ("inhibits" in act) return `inhibits ${act.inhibits}`;
  if ("inactivates" in act) return `inactivates ${act.inactivates}`;
  if ("traps" in act) return `traps ${act.traps}`;
  if ("splits" in act) return `${act.splits} split by iron`;
  if ("conducts" in act) return `conducts ${act.conducts}`;
  if ("exchanges" in act) return `exchanges ${act.exchanges}`;
  return "chelates" in act
    ? `chelates ${act.chelates} ${"ligands" in act ? act.ligands : 1}:1`
    : `yields ${act.yields}`;
}

/** Shipped studies by the path that a command typed here finds them at. */
function studies(): string[] {
  const folder = join(packageFolder, "studies");
  return readdirSync(folder)
    .filter((f) => f.endsWith(".yaml"))
    .sort()
    .map((f) => join(relative(process.cwd(), folder), f));
}
