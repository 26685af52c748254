import { stripVTControlCharacters } from "node:util";
import { KationError } from "kation/units";
import { colour, errorColour } from "./colours.ts";

/** Exit code of an error: 3 unsupported, 4 nothing computed, 130 interrupted, 2 bad input. */
export function exitCodeOf(error: KationError): number {
  if (error.code === "unsupported-feature") return 3;
  if (error.code === "failed-integration" || error.code === "failed-assumption") return 4;
  return error.code === "interrupted" ? 130 : 2;
}

/** An error on standard error: its lines, or one JSON object. */
function printError(error: KationError, json: boolean): void {
  if (json) {
    const { code, what, where, why, fix } = error;
    console.error(JSON.stringify({ error: { code, what, where, why, fix } }));
    return;
  }
  const [first, ...rest] = error.print().split("\n");
  console.error([errorColour.red(first), ...rest].join("\n"));
  if (error.code === "unsupported-feature") console.error(`unsupported: ${error.what}`);
}

/** Whatever a command ended in, as an error on standard error and the exit code that goes with it. */
export function fail(error: unknown, json: boolean): void {
  const told = error instanceof KationError ? error : asKationError(error);
  printError(told, json);
  process.exitCode = exitCodeOf(told);
}

/** An error that no part of the library means: one of the system, or a fault of Kation's own. */
function asKationError(error: unknown): KationError {
  const { message, code, path, stack } = error as NodeJS.ErrnoException;
  if (code !== undefined && error instanceof Error && "syscall" in error)
    return new KationError("failed-write", `the system refused: ${message}`, {
      where: path ?? "",
      fix: "check the disk, the path and its permissions",
      cause: error,
    });
  const traced = process.env["KATION_TRACE"] && stack;
  return new KationError("failed-assumption", message ?? String(error), {
    why: "a fault of Kation, not of your files",
    fix: traced
      ? `report it with the command, its files and this:\n${stack}`
      : "report it with the command and its files; KATION_TRACE=1 before the command says where in the code",
    cause: error,
  });
}

/**
 * Rows as an aligned table. Where it is wider than the terminal the last column, which holds sentences, goes on below
 * itself; in a pipe lines stay whole, for `grep`.
 *
 * @param room  columns there are; by default those of the terminal
 */
export function textTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  room: number = process.stdout.isTTY ? process.stdout.columns : Infinity,
): string {
  const widths = header.map((h, i) => Math.max(width(h), ...rows.map((r) => width(r[i] ?? ""))));
  const last = header.length - 1;
  const before = widths.slice(0, last).reduce((sum, w) => sum + w + 2, 0);
  if (before + widths[last]! > room && room - before >= narrowest) widths[last] = room - before;
  const line = (cells: readonly string[]): string =>
    cells
      .map((c, i) => c + " ".repeat(Math.max(0, widths[i]! - width(c))))
      .join("  ")
      .trimEnd();
  const lines = (cells: readonly string[]): string =>
    wrapped(cells[last] ?? "", widths[last]!)
      .map((part, i) =>
        line(i === 0 ? [...cells.slice(0, last), part] : [...cells.slice(0, last).fill(""), part]),
      )
      .join("\n");
  return [colour.bold(line(header)), line(widths.map((w) => "─".repeat(w))), ...rows.map(lines)].join("\n");
}

/** Below this a column of sentences is no easier to read than broken lines. */
const narrowest = 24;

/** A text in lines of a width, broken at spaces; a longer word stays whole. */
function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of width(text) <= most ? [text] : text.split(" ")) {
    const joined = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && width(joined) <= most) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}

/** Columns a text takes on a terminal; combining and wide characters do not occur in what is printed here. */
function width(text: string): number {
  return [...stripVTControlCharacters(text)].length;
}

/** A progress line: redrawn on a terminal, a plain line every few seconds elsewhere. */
export class ProgressLine {
  readonly #terminal = process.stderr.isTTY === true;
  #last = 0;

  show(text: string, done: boolean): void {
    const now = Date.now();
    if (this.#terminal) {
      process.stderr.write(`\r\u001b[K${text}${done ? "\n" : ""}`);
      return;
    }
    if (!done && now - this.#last < 5000) return;
    this.#last = now;
    console.error(text);
  }
}
