import { stringify } from "yaml";
import { type Agent, findAgent } from "#biology";
import { type DataPoint, type Role, readStudy as readStudyDocument, type Study } from "#study";
import { KationError, toBase } from "#units";
import { type ReadFile, readAgent } from "./agent.ts";
import { numberIn, readCsv } from "./csv.ts";
import { readDocument } from "./document.ts";

/** What reading a study file may be given besides its text. */
export interface ReadStudyOptions {
  /** Gives the text of agent, release and data files named in the study. */
  readonly read: ReadFile;
  /** Keys put in place of the file's, as --set, --seed and --draws do. */
  readonly overrides?: Readonly<Record<string, unknown>>;
}

/**
 * Reads a study file with the agents, release curves and data it names.
 *
 * @throws the first fault, with file:line:column; its `cause` is the list of all
 */
export function readStudy(text: string, file: string, options: ReadStudyOptions): Study {
  const { study, faults } = checkStudy(text, file, options);
  const first = faults[0];
  if (!first) return study!;
  const fix =
    faults.length > 1
      ? `${first.fix}${first.fix ? " " : ""}(and ${faults.length - 1} more; kation check lists all)`
      : first.fix;
  throw new KationError(first.code, first.what, { where: first.where, why: first.why, fix, cause: faults });
}

/** A study file's study, or all its faults with file:line:column. */
export function checkStudy(
  text: string,
  file: string,
  options: ReadStudyOptions,
): { study?: Study; faults: KationError[] } {
  const source = readDocument(text, file);
  const faults: KationError[] = [];
  const note = (error: unknown, path: readonly (string | number)[]): void => {
    if (!(error instanceof KationError)) throw error;
    const where = /:\d+:\d+|:\d+$/.test(error.where) ? error.where : source.place(path);
    faults.push(
      new KationError(error.code, error.what, { where, why: error.why, fix: error.fix, cause: error }),
    );
  };
  const document =
    typeof source.value === "object" && source.value !== null && !Array.isArray(source.value)
      ? { ...(source.value as Record<string, unknown>) }
      : source.value;
  if (typeof document === "object" && document !== null && !Array.isArray(document)) {
    const fields = document as Record<string, unknown>;
    for (const [key, value] of Object.entries(options.overrides ?? {})) {
      fields[key] = merge(fields[key], value);
    }
    if (Array.isArray(fields["agents"]))
      fields["agents"] = fields["agents"].map((entry, i) =>
        attempt(() => agentOf(entry, options.read), ["agents", i], entry),
      );
    if (typeof fields["data"] === "string") {
      const path = fields["data"];
      const dose = fields["dose"] as { basis?: string } | undefined;
      fields["data"] = attempt(
        () => readData(options.read(path), path, dose?.basis === "amount" ? "mol/m^3" : "kg/m^3"),
        ["data"],
        undefined,
      );
    }
  }
  const read = readStudyDocument(document);
  for (const { path, error } of read.faults) note(error, path);
  // A mistyped key comes before the one it leaves missing: it is the cause.
  faults.sort((a, b) => Number(b.code === "unknown-key") - Number(a.code === "unknown-key"));
  if (faults.length > 0 || !read.study) return { faults };
  const { agents } = read.study;
  return {
    study: {
      ...read.study,
      data: read.study.data.map((point) => ({ ...point, agent: idNamed(point.agent, agents) })),
      document: { ...(source.value as object), ...(options.overrides ?? {}) },
    },
    faults,
  };

  function attempt<T>(action: () => T, path: readonly (string | number)[], otherwise: unknown): unknown {
    try {
      return action();
    } catch (error) {
      note(error, path);
      // A stand-in lets the rest be checked; the study is refused all the same.
      return typeof otherwise === "string" ? "fe2p-nanorods" : otherwise;
    }
  }
}

/**
 * An error of a study that was read from a file, with file:line:column where it names a path of the study
 * (`dose/basis`, `read`, `set/…`); as it is otherwise.
 */
export function placed(error: KationError, text: string, file: string): KationError {
  const path = error.where.split("/");
  let source: ReturnType<typeof readDocument>;
  try {
    source = readDocument(text, file);
  } catch {
    // The file itself cannot be read: the error is about that already.
    return error;
  }
  const top = source.value;
  if (typeof top !== "object" || top === null || !Object.hasOwn(top, path[0]!)) return error;
  const where = path[0] === "set" ? source.place(["set", path.slice(1).join("/")]) : source.place(path);
  return new KationError(error.code, error.what, { where, why: error.why, fix: error.fix, cause: error });
}

function merge(old: unknown, value: unknown): unknown {
  const bothObjects = [old, value].every((v) => typeof v === "object" && v !== null && !Array.isArray(v));
  return bothObjects ? { ...(old as object), ...(value as object) } : value;
}

/** A library agent by id, or an agent file by its path. */
function agentOf(entry: unknown, read: ReadFile): Agent | string {
  if (typeof entry !== "string")
    throw new KationError("invalid-value", "an agent is an id or the path of an agent file");
  if (!/\.(ya?ml|json)$/i.test(entry)) return findAgent(entry).id;
  const folder = entry.replace(/[^/\\]*$/, "");
  return readAgent(read(entry), entry, (path) => read(folder + path));
}

/**
 * Reads measured viabilities: columns agent (id or name; the study's first when empty), cell (tumour or normal; tumour when
 * empty), dose and its unit, viability and sd as fractions of control.
 *
 * @param doseUnit  what doses are converted to: kg/m^3, or mol/m^3 where the study counts amounts
 * @throws `missing-key`, `unknown-key`, `invalid-number`, `invalid-value`, `out-of-range`, `mismatch-unit` with file:line
 */
export function readData(text: string, file: string, doseUnit: string): DataPoint[] {
  const csv = readCsv(
    text,
    file,
    ["agent", "cell", "dose", "unit", "viability", "sd"],
    ["dose", "unit", "viability"],
  );
  return csv.rows.map((row) => {
    const cell = row.fields.get("cell") || "tumour";
    const where = `${file}:${row.line}:1`;
    if (cell !== "tumour" && cell !== "normal")
      throw new KationError("invalid-value", `the cell is tumour or normal, not "${cell}"`, { where });
    const viability = numberIn(csv, row, "viability");
    if (viability < -0.5 || viability > 3)
      throw new KationError("out-of-range", `viability ${viability} is not a fraction of control`, {
        where,
        fix: "write 0.85 for 85 %",
      });
    const sd =
      csv.columns.includes("sd") && row.fields.get("sd") !== "" ? numberIn(csv, row, "sd") : undefined;
    const negative = (["dose", "sd"] as const).find((name) => Number(row.fields.get(name)) < 0);
    if (negative)
      throw new KationError("out-of-range", `${negative} is ${row.fields.get(negative)}: below 0`, { where });
    let dose: number;
    try {
      dose = toBase(`${numberIn(csv, row, "dose")} ${row.fields.get("unit")}`, doseUnit);
    } catch (error) {
      if (!(error instanceof KationError)) throw error;
      const fix =
        error.code !== "mismatch-unit"
          ? error.fix
          : doseUnit === "kg/m^3"
            ? "give a mass per volume, ug/mL; amounts are for studies with basis: amount"
            : "give an amount per volume, uM; masses are for studies with basis: particle or metal";
      throw new KationError(error.code, error.what, { where, fix });
    }
    return {
      agent: row.fields.get("agent") ?? "",
      cell: cell as Role,
      dose,
      viability,
      ...(sd === undefined ? {} : { sd }),
    };
  });
}

/** The id of the agent that a table calls by id or by one of its names; the word itself when there is none. */
function idNamed(word: string, agents: readonly Agent[]): string {
  const same = (name: string): boolean => name.toLowerCase() === word.toLowerCase();
  return agents.find((a) => same(a.id) || a.names.some(same))?.id ?? word;
}

/** The study as YAML: what was written, with overrides in place. Reading it back gives the same study. */
export function writeStudy(study: Study): string {
  const { agents, cells, environment, ...rest } = study.document;
  const idOf = (record: unknown): unknown =>
    typeof record === "object" && record !== null && "id" in record ? (record as { id: string }).id : record;
  const roles = (of: unknown): unknown =>
    Object.fromEntries(
      Object.entries((of ?? {}) as object)
        .filter(([, v]) => v !== undefined)
        .map(([k, v]) => [k, idOf(v)]),
    );
  const { kation, title, study: question, ...others } = rest as Record<string, unknown>;
  return stringify(
    {
      kation,
      title,
      study: question,
      agents: (agents as unknown[]).map(idOf),
      cells: roles(cells),
      environment: roles(environment),
      ...others,
    },
    { lineWidth: 110 },
  );
}
