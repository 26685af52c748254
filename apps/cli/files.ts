import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
import { checkProtocol } from "kation/biology";
import {
  checkStudy,
  largestFile,
  placed,
  type ReadFile,
  type ReadStudyOptions,
  readStudy,
} from "kation/formats";
import type { Finding } from "kation/model";
import type { Study } from "kation/study";
import { KationError } from "kation/units";
import { errorColour } from "./colours.ts";

/** Text of a file a person named. @throws `missing-file`, `invalid-file` before reading one that is too large */
export function readText(path: string, most: number = 5 * largestFile): string {
  let size: number;
  try {
    const stat = statSync(path);
    if (!stat.isFile()) throw new KationError("invalid-file", `${path} is not a file`, { where: path });
    size = stat.size;
  } catch (error) {
    if (error instanceof KationError) throw error;
    throw new KationError("missing-file", `there is no file ${path}`, {
      where: path,
      fix: /\.ya?ml$/i.test(path)
        ? "check the path; kation list studies names the shipped ones"
        : "check the path",
    });
  }
  if (size > most) {
    throw new KationError("invalid-file", `${path} has ${Math.round(size / 1e6)} MB: too large`, {
      where: path,
      fix: "is it the right file?",
    });
  }
  return readFileSync(path, "utf8");
}

/**
 * Says before a long run, not after it, that a folder cannot be written: makes it with those above it, and takes away again
 * what it made.
 * @throws `failed-write`
 */
export function checkFolder(folder: string): void {
  const missing: string[] = [];
  for (let path = resolve(folder); !existsSync(path); path = dirname(path)) missing.unshift(path);
  const made: string[] = [];
  try {
    // One by one: in folders of the system, such as /proc, Node's own way of making all at once never returns.
    for (const path of missing) {
      mkdirSync(path);
      made.push(path);
    }
    if (!statSync(folder).isDirectory()) throw new Error("it is a file");
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw failedWrite(folder, error);
  } finally {
    for (const path of made.reverse()) rmdirSync(path);
  }
}

/** The same of the folder that a file will be written into, which must be there. @throws `failed-write` */
export function checkPlace(file: string): void {
  if (!existsSync(dirname(file)))
    throw new KationError("failed-write", `there is no folder ${dirname(file)}`, {
      where: file,
      fix: "make it, or name another",
    });
}

/** Writes what was asked for into a file that a person named. @throws `failed-write` */
export function writeText(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw failedWrite(file, error);
  }
}

const refusals: Readonly<Record<string, readonly [why: string, fix: string]>> = {
  ENOSPC: ["the disk is full", "make room, or name a place on another"],
  EACCES: ["its permissions do not allow it", "mend them, or name another place"],
  EROFS: ["the disk is read-only", "name another place"],
  EISDIR: ["it is a folder", "name a file"],
  ENOTDIR: ["a part of its path is a file", "name another place"],
  ENOENT: ["a folder of its path is missing", "make it, or name another"],
};

/** Files by their paths from a folder, with the folders they need. @throws `failed-write` */
export function writeFiles(folder: string, files: ReadonlyMap<string, string>): string[] {
  return [...files].map(([path, text]) => {
    const full = join(folder, path);
    mkdirSync(dirname(full), { recursive: true });
    writeText(full, text);
    return full;
  });
}

/** What the system said of a place that could not be written, as an error with what to do. */
export function failedWrite(place: string, cause: unknown): KationError {
  const { code, message } = cause as NodeJS.ErrnoException;
  const [why, fix] = refusals[code ?? ""] ?? [message, "name another place"];
  return new KationError("failed-write", `${place} cannot be written`, { where: place, why, fix, cause });
}

/** SBML carries notes and annotations, networks tens of thousands of reactions: larger than studies, bytes. */
export const largestModel = 100_000_000;

/**
 * Reads files named in a study, agent or model: inside the folder of that file only.
 * @param seen  takes the texts that were read, by path from that folder
 * @param most  bytes beyond which a file is refused
 */
export function readerFor(
  file: string,
  { seen, most }: { readonly seen?: Map<string, string> | undefined; readonly most?: number } = {},
): ReadFile {
  const folder = dirname(resolve(file));
  return (path) => {
    const full = resolve(folder, path);
    const inside = relative(folder, full);
    if (isAbsolute(path) || inside.startsWith("..")) {
      throw new KationError("invalid-value", `${path} lies outside the folder of ${basename(file)}`, {
        where: file,
        fix: `put it beside ${basename(file)}`,
      });
    }
    const text = readText(full, most);
    seen?.set(inside, text);
    return text;
  };
}

/** Options of the command line that change a study. */
export interface StudyFlags {
  readonly set?: readonly string[];
  readonly seed?: string;
  readonly draws?: string;
}

/**
 * A study file with the flags of the command line in place.
 * @param seen  takes the texts of the files it names, by path from its folder
 */
export function loadStudy(file: string, flags: StudyFlags, seen?: Map<string, string>): Study {
  return readStudy(studyText(file), file, studyOptions(file, flags, seen));
}

/** Whether a text is an agent's and no study's. */
export function isAgent(text: string): boolean {
  return /^\s*"?agent"?\s*:/m.test(text) && !/^\s*"?study"?\s*:/m.test(text);
}

/** Whether a name is the path of an agent's file, not the id of one in the library. */
export function isAgentFile(name: string): boolean {
  return /\.(ya?ml|json)$/i.test(name);
}

/** Text of a study file; of an SBML model or an agent, where to go with it. */
function studyText(file: string): string {
  const text = readText(file);
  if (/^\s*</.test(text))
    throw new KationError("invalid-file", `${file} is XML, not a study`, {
      where: file,
      fix: `an SBML model runs by: kation simulate ${file} --duration 100`,
    });
  if (isAgent(text))
    throw new KationError("invalid-file", `${file} is an agent, not a study`, {
      where: file,
      fix: `put it into the agents of a study (kation new study my-study): agents: [${basename(file)}]`,
    });
  return text;
}

/** Does something with a study read from a file; faults it has then are placed in that file. */
export async function withPlaces<T>(file: string, action: () => T | Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    throw error instanceof KationError ? placed(error, readText(file), file) : error;
  }
}

/** Every fault of a study file. */
export function studyFaults(file: string, flags: StudyFlags): KationError[] {
  return checkStudy(studyText(file), file, studyOptions(file, flags)).faults;
}

/** What is said of something that can be used: a warning that it may not do what was meant, or a note beside it. */
export interface Remark {
  readonly severity: "warning" | "note";
  readonly error: KationError;
}

/** What is to be said of a study that can run, placed in its file: light and sound that the agents were not measured at. */
export function studyRemarks(study: Study, file: string): Remark[] {
  const text = readText(file);
  return remarksOf(
    [...study.agents.flatMap((agent) => checkProtocol(agent, study.protocol, study.set)), ...strays(study)],
    (finding) => placed(asError(finding), text, file),
  );
}

/** Measured points that no curve of the study belongs to. */
function strays({ data, agents, cells }: Study): Finding[] {
  const ids = agents.map((a) => a.id);
  const lost = data.filter((p) => (p.agent !== "" && !ids.includes(p.agent)) || !cells[p.cell]);
  const of = [...new Set(lost.map((p) => `${p.agent || ids[0]} in the ${p.cell} cell`))].join(", ");
  if (lost.length === 0) return [];
  return [
    {
      severity: "warning",
      code: "unknown-name",
      what: `${lost.length} of ${data.length} measured points are not drawn: ${of}`,
      where: "data",
      why: "the study has no such agent or cell",
      fix: `agents by id: ${ids.join(", ")}`,
    },
  ];
}

/** The findings that are no errors. */
export function remarksOf(
  findings: readonly Finding[],
  error: (finding: Finding) => KationError = asError,
): Remark[] {
  return findings.flatMap((f) => (f.severity === "error" ? [] : [{ severity: f.severity, error: error(f) }]));
}

/** The word that a remark is printed under, in the colours of the stream it goes to. */
export function remarkWord(severity: Finding["severity"], after: string = "", shade = errorColour): string {
  return severity === "note" ? shade.cyan(`note${after}`) : shade.yellow(`warning${after}`);
}

/** A remark as lines. */
export function printRemark({ severity, error }: Remark, shade = errorColour): string {
  return `${remarkWord(severity, "", shade)} ${error.print()}`;
}

/** A finding as what is printed. */
export function asError(f: Finding): KationError {
  return new KationError(f.code as "invalid-value", f.what, { where: f.where, why: f.why, fix: f.fix });
}

function studyOptions(file: string, flags: StudyFlags, seen?: Map<string, string>): ReadStudyOptions {
  const overrides: Record<string, unknown> = {};
  if (flags.seed !== undefined) overrides["seed"] = whole("--seed", flags.seed);
  if (flags.draws !== undefined) overrides["uncertainty"] = { draws: whole("--draws", flags.draws) };
  const set = Object.fromEntries(
    (flags.set ?? []).map((entry) => {
      const at = entry.indexOf("=");
      if (at < 1)
        throw new KationError("invalid-syntax", `--set needs path=value, not "${entry}"`, {
          fix: '--set "cells/generic/gpx4=2e-7 M"',
        });
      return [entry.slice(0, at).trim(), entry.slice(at + 1).trim()];
    }),
  );
  if (Object.keys(set).length > 0) overrides["set"] = set;
  return { read: readerFor(file, { seen }), overrides };
}

/** A whole number of a flag. */
export function whole(flag: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0) return value;
  throw new KationError("invalid-number", `${flag} takes a whole number, not "${text}"`);
}
