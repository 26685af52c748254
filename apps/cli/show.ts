import {
  type Agent,
  type Cell,
  type CellKey,
  type Complex,
  cellNumber,
  combinedLogK,
  complexes,
  type Drug,
  type Environment,
  type EnvironmentKey,
  environmentNumber,
  findAgent,
  findCell,
  findComplex,
  findDrug,
  findEnvironment,
  findPhase,
  findSolid,
  genericCell,
  makeup,
  type Phase,
  printSpecies,
  records,
  type Solid,
  solidMakeup,
  solids,
  sources,
  standardMedium,
} from "kation/biology";
import { readAgent } from "kation/formats";
import type { Sourced } from "kation/model";
import { KationError, nearest, plainNumber, printQuantity, printUnit, toBase } from "kation/units";
import { colour } from "./colours.ts";
import { isAgentFile, readerFor, readText } from "./files.ts";
import { textTable } from "./output.ts";

interface Entry {
  readonly path: string;
  readonly label: string;
  readonly number: Sourced;
  readonly generic: boolean;
  /** What it is compared by; the end of its path when absent. */
  readonly key?: string;
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
    const twin = other.entries.find((e) => key(e) === key(entry));
    return twin && twin.path !== entry.path
      ? [{ label: entry.label, key: key(entry), one: entry, two: twin }]
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
    colour.dim(
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
  /** How to see other records of that name. */
  readonly also?: string;
}

/** Families in the order in which a name is looked up. `solids/tenorite` asks one family alone. */
const kinds: Readonly<Record<string, (name: string) => Found>> = {
  // Before agents: the name of a drug is also that of its solution.
  drugs: (name) => fromDrug(findDrug(name)),
  agents: (name) => fromAgent(findAgent(name)),
  cells: (name) => fromCell(findCell(name)),
  environments: (name) => fromEnvironment(findEnvironment(name)),
  phases: (name) => fromPhase(findPhase(name)),
  complexes: (name) => fromComplex(findComplex(name)),
  solids: (name) => fromSolid(findSolid(name)),
};

/** The record of a name; records of other families that it also names are told in its note. */
function find(text: string): Found {
  if (isAgentFile(text)) return fromAgent(readAgent(readText(text), text, readerFor(text)));
  const slash = text.indexOf("/");
  const family = slash > 0 && Object.hasOwn(kinds, text.slice(0, slash)) ? text.slice(0, slash) : undefined;
  const name = family === undefined ? text : text.slice(slash + 1);
  const found = Object.entries(kinds).flatMap(([key, read]) => {
    if (family !== undefined && key !== family) return [];
    try {
      return [{ key, record: read(name) }];
    } catch (error) {
      if (error instanceof KationError) return [];
      throw error;
    }
  });
  const [first, ...others] = found.filter(({ key }) => key !== "agents" || found[0]!.key !== "drugs");
  if (!first) throw nothingCalled(text, name);
  if (others.length === 0) return first.record;
  const also = others.map(({ key, record }) => `kation show ${key}/${record.id}`).join(", ");
  return { ...first.record, also };
}

function nothingCalled(text: string, name: string): KationError {
  const { agents, cells, environments, phases, drugs } = records;
  const names = [...agents, ...cells, ...environments, ...phases, ...drugs, ...solids].flatMap((r) => [
    r.id,
    ...r.names,
  ]);
  const near = nearest(name, [...names, ...complexes.map((c) => c.species)]);
  return new KationError("unknown-name", `no record is called "${text}"`, {
    fix:
      near.length > 0 ? `did you mean ${near.join(" or ")}?` : `kation list ${Object.keys(kinds).join(", ")}`,
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

function fromComplex(complex: Complex): Found {
  const made = makeup(complex.species);
  const side = (sign: 1 | -1, ...more: string[]): string =>
    [...more, ...[...made.parts].filter(([, n]) => sign * n > 0).map(([p, n]) => times(sign * n, p))].join(
      " + ",
    );
  const whole =
    made.steps.length > 1
      ? `\n  of components: ${side(1)} = ${side(-1, complex.species)}, log β ${plainNumber(combinedLogK(made, roomTemperature), 4)} at 25 °C and I = 0`
      : "";
  return {
    id: complex.species,
    kind: "complex",
    names: [printSpecies(complex.species)],
    note: `${complex.reaction}${whole}`,
    entries: constantsOf(complex, complex.id),
  };
}

function times(n: number, species: string): string {
  return n === 1 ? species : `${plainNumber(n)} ${species}`;
}

function fromSolid(solid: Solid): Found {
  const parts = [...solidMakeup(solid).parts.keys()].filter((p) => p !== "H+");
  const forms = solid.forms === "day" ? "forms within a day once saturated" : "forms slowly: weeks, or seeds";
  return {
    id: solid.id,
    kind: "solid",
    names: solid.names,
    note: `${solid.reaction}\n  ${forms}; gives ${parts.join(", ")}`,
    entries: constantsOf(solid, solid.parameter),
  };
}

/** 25 °C, at which log K is stated, K. */
const roomTemperature = 298.15;

/** Log K at the conditions it was measured at, and its enthalpy. */
function constantsOf(of: Complex | Solid, id: string): Entry[] {
  const at = Object.entries(of.logK.when ?? {}).map(([what, how]) => (what === "T" ? how : `${what} ${how}`));
  const path = `chemistry/${id}`;
  const label = `log K${at.length > 0 ? ` at ${at.join(", ")}` : ""}`;
  return [
    { path, label, number: of.logK, generic: false, key: "logK" },
    ...(of.enthalpy
      ? [{ path: `${path}/enthalpy`, label: "enthalpy", number: of.enthalpy, generic: false }]
      : []),
  ];
}

/** Every sourced number inside a record, with its path. */
function numbersIn(value: unknown, path: string): Entry[] {
  if (typeof value !== "object" || value === null) return [];
  if ("grade" in value && "value" in value)
    return [{ path, label: path.split("/").slice(2).join("/"), number: value as Sourced, generic: false }];
  return Object.entries(value).flatMap(([k, v]) => numbersIn(v, `${path}/${k}`));
}

function printRecord(found: Found): void {
  console.log(
    `${colour.bold(found.id)}  ${colour.dim(found.kind)}\n  ${found.names.join(", ")}\n  ${found.note}\n`,
  );
  console.log(
    textTable(
      ["number", "value", "90 % range", "grade", "from"],
      found.entries.map((e) => [
        e.label + (e.generic ? colour.dim(" (generic)") : ""),
        value(e.number),
        range(e.number),
        e.number.grade + (e.number.needsPaper ? "*" : ""),
        because(e.number),
      ]),
    ),
  );
  if (found.also) console.log(colour.dim(`\nthe name is also that of: ${found.also}`));
  console.log(
    colour.dim(
      "\ngrades: A read in a source, A(c) in stored model code or data, B recalled, C estimate, D derived; * a paper is still to be read",
    ),
  );
}

function key({ key: own, path }: Entry): string {
  return own ?? path.split("/").at(-1)!;
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
