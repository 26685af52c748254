import {
  type Agent,
  type Cell,
  type CellKey,
  cellNumber,
  type Drug,
  type Environment,
  type EnvironmentKey,
  environmentNumber,
  findAgent,
  findCell,
  findDrug,
  findEnvironment,
  findPhase,
  genericCell,
  type Phase,
  records,
  sources,
  standardMedium,
} from "kation/biology";
import type { Sourced } from "kation/model";
import { KationError, nearest, plainNumber, printQuantity, printUnit, toBase } from "kation/units";
import pc from "picocolors";
import { textTable } from "./output.ts";

interface Entry {
  readonly path: string;
  readonly label: string;
  readonly number: Sourced;
  readonly generic: boolean;
}

/** kation show NAME [--against NAME] */
export function showVerb(name: string, flags: { readonly against?: string; readonly json?: boolean }): void {
  const found = find(name);
  if (flags.against === undefined) {
    if (flags.json)
      console.log(
        JSON.stringify(
          { id: found.id, kind: found.kind, note: found.note, numbers: found.entries.map(plain) },
          null,
          1,
        ),
      );
    else printRecord(found);
    return;
  }
  const other = find(flags.against);
  if (other.kind !== found.kind)
    throw new KationError("mismatch-shape", `${name} is ${found.kind}, ${flags.against} is ${other.kind}`, {
      fix: "compare records of one kind",
    });
  const differing = found.entries.flatMap((entry) => {
    const twin = other.entries.find((e) => key(e.path) === key(entry.path));
    return twin && twin.path !== entry.path
      ? [{ label: entry.label, key: key(entry.path), one: entry, two: twin }]
      : [];
  });
  if (flags.json) {
    console.log(
      JSON.stringify(
        differing.map((d) => ({ key: d.key, [found.id]: plain(d.one), [other.id]: plain(d.two) })),
        null,
        1,
      ),
    );
    return;
  }
  console.log(
    textTable(
      ["number", found.id, other.id, "grades", "why"],
      differing.map((d) => [
        d.label,
        value(d.one.number),
        value(d.two.number),
        `${d.one.number.grade} / ${d.two.number.grade}`,
        because(d.one.number),
      ]),
    ),
  );
  console.log(
    pc.dim(
      `\n${differing.length} of ${found.entries.length} numbers differ; each of the others is one draw that both share`,
    ),
  );
}

interface Found {
  readonly id: string;
  readonly kind: string;
  readonly names: readonly string[];
  readonly note: string;
  readonly entries: readonly Entry[];
}

function find(name: string): Found {
  const kinds: readonly [string, () => Found][] = [
    // Before agents: the name of a drug is also that of its solution.
    ["a drug", () => fromDrug(findDrug(name))],
    ["an agent", () => fromAgent(findAgent(name))],
    ["a cell", () => fromCell(findCell(name))],
    ["a medium", () => fromEnvironment(findEnvironment(name))],
    ["a phase", () => fromPhase(findPhase(name))],
  ];
  for (const [, read] of kinds) {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof KationError)) throw error;
    }
  }
  const { agents, cells, environments, phases, drugs } = records;
  const names = [...agents, ...cells, ...environments, ...phases, ...drugs].flatMap((r) => [
    r.id,
    ...r.names,
  ]);
  const near = nearest(name, names);
  throw new KationError("unknown-name", `no record is called "${name}"`, {
    fix:
      near.length > 0
        ? `did you mean ${near.join(" or ")}?`
        : "kation list agents, cells, environments, phases or drugs",
  });
}

function fromCell(cell: Cell): Found {
  const entries = (Object.keys(genericCell) as CellKey[]).map((k) => cellNumber(cell, k));
  return {
    id: cell.id,
    kind: `${cell.kind} cell`.replace(/^(tumour|normal) /, ""),
    names: cell.names,
    note: cell.note,
    entries,
  };
}

function fromEnvironment(environment: Environment): Found {
  const entries = (Object.keys(standardMedium) as EnvironmentKey[]).map((k) =>
    environmentNumber(environment, k),
  );
  return { id: environment.id, kind: "medium", names: environment.names, note: environment.note, entries };
}

function fromAgent(agent: Agent): Found {
  return {
    id: agent.id,
    kind: "agent",
    names: agent.names,
    note: agent.note,
    entries: numbersIn(agent, `agents/${agent.id}`),
  };
}

function fromDrug(drug: Drug): Found {
  return {
    id: drug.id,
    kind: "drug",
    names: drug.names,
    note: `${drug.note} ${drug.formula}`,
    entries: numbersIn(drug, `drugs/${drug.id}`),
  };
}

function fromPhase(phase: Phase): Found {
  const equations = phase.dissolution
    .map((d) => `${d.by}${d.hypothesis ? " (hypothesis, off)" : ""}: ${d.equation}`)
    .join("\n  ");
  return {
    id: phase.id,
    kind: "phase",
    names: phase.names,
    note: equations || "inert",
    entries: numbersIn(phase, `phases/${phase.id}`),
  };
}

/** Every sourced number inside a record, with its path. */
function numbersIn(value: unknown, path: string): Entry[] {
  if (typeof value !== "object" || value === null) return [];
  if ("grade" in value && "value" in value)
    return [{ path, label: path.split("/").slice(2).join("/"), number: value as Sourced, generic: false }];
  return Object.entries(value).flatMap(([k, v]) => numbersIn(v, `${path}/${k}`));
}

function printRecord(found: Found): void {
  console.log(`${pc.bold(found.id)}  ${pc.dim(found.kind)}\n  ${found.names.join(", ")}\n  ${found.note}\n`);
  console.log(
    textTable(
      ["number", "value", "90 % range", "grade", "from"],
      found.entries.map((e) => [
        e.label + (e.generic ? pc.dim(" (generic)") : ""),
        value(e.number),
        range(e.number),
        e.number.grade + (e.number.needsPaper ? "*" : ""),
        because(e.number),
      ]),
    ),
  );
  console.log(
    pc.dim(
      "\ngrades: A read in a source, A(c) in stored model code or data, B recalled, C estimate, D derived; * a paper is still to be read",
    ),
  );
}

function key(path: string): string {
  return path.split("/").at(-1)!;
}

function value(n: Sourced): string {
  return printQuantity(n.value, 6);
}

function range(n: Sourced): string {
  if (!n.range) return "fixed";
  const [low, high] = n.range.map((q) => (toBase(q) - n.value.unit.offset) / n.value.unit.factor) as [
    number,
    number,
  ];
  return `${plainNumber(low)} – ${plainNumber(high)} ${printUnit(n.value.unit)}`.trim();
}

function because(n: Sourced): string {
  const source = n.source ? (sources[n.source]?.citation ?? n.source) : "";
  return [source && (n.at ? `${source}, ${n.at}` : source), n.why].filter(Boolean).join("; ");
}

function plain(e: Entry): object {
  const { value: v, range: r, ...rest } = e.number;
  const text = (q: typeof v): string => `${q.value} ${q.unit.text}`.trim();
  return { path: e.path, label: e.label, value: text(v), range: r?.map(text), ...rest, generic: e.generic };
}
