import { KationError } from "#units";

/** Where something stands in a file; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** `file:line:column` of a place. */
export function printPlace(place: Place): string {
  return `${place.file}:${place.line}:${place.column}`;
}

/** Offsets in a text to lines and columns. */
export class Lines {
  readonly #text: string;
  readonly #file: string;
  #starts: number[] | undefined;
  /** The line found last: elements are asked for almost in the order of the file. */
  #last = 0;

  constructor(text: string, file: string) {
    this.#text = text;
    this.#file = file;
  }

  print(at: number): string {
    return printPlace(this.place(at));
  }

  /** The error for a file beyond a limit. */
  tooLarge(at: number, what: string, most: string): KationError {
    return new KationError("out-of-range", `the file ${what}`, {
      where: this.print(at),
      why: `at most ${most} are read, so that a hostile file cannot fill the memory`,
      fix: "if the file is meant, split it",
    });
  }

  place(at: number): Place {
    this.#starts ??= lineStarts(this.#text);
    const starts = this.#starts;
    let low = this.#last;
    const near = Math.min(low + 8, starts.length - 1);
    while (low < near && starts[low + 1]! <= at) low++;
    if (starts[low]! > at || (low === near && low + 1 < starts.length)) low = search(starts, at);
    this.#last = low;
    return { file: this.#file, line: low + 1, column: Math.max(0, at - starts[low]!) + 1 };
  }
}

/** Index of the last start that is not behind an offset. */
function search(starts: readonly number[], at: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= at) low = middle;
    else high = middle;
  }
  return low;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
