import { KationError, nearest } from "#units";

/** Rows of a CSV with a header, each with its line. */
export interface CsvRows {
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly line: number; readonly fields: ReadonlyMap<string, string> }[];
}

/**
 * Reads comma-separated values with a header line; fields may be quoted. Blank lines and lines beginning with # are
 * passed over.
 *
 * @param known     columns that may be there
 * @param required  columns that must be there
 * @throws `invalid-file`, `missing-key`, `unknown-key`, `invalid-syntax` with file:line:column
 */
export function readCsv(
  text: string,
  file: string,
  known: readonly string[],
  required: readonly string[],
): CsvRows {
  if (text.length > 5_000_000)
    throw new KationError("invalid-file", `${file} is larger than 5 MB`, { where: file });
  const lines = text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\n|\r/)
    .map((content, i) => ({ content, line: i + 1 }))
    .filter(({ content }) => content.trim() !== "" && !content.startsWith("#"));
  const head = lines.shift();
  if (!head)
    throw new KationError("invalid-file", `${file} is empty`, {
      where: file,
      fix: `begin with a header: ${required.join(",")}`,
    });
  const columns = split(head.content, file, head.line);
  if (columns.length === 1 && /[;\t]/.test(head.content))
    throw new KationError(
      "invalid-syntax",
      `the columns of ${file} stand apart by ${head.content.includes(";") ? "semicolons" : "tabs"}`,
      {
        where: `${file}:${head.line}:1`,
        fix: "save it with commas between columns and a point in decimals: 0.18",
      },
    );
  for (const [i, name] of columns.entries()) {
    if (known.includes(name)) continue;
    const near = nearest(name, known);
    throw new KationError("unknown-key", `no column is called "${name}"`, {
      where: `${file}:${head.line}:${i + 1}`,
      fix: near.length > 0 ? `did you mean ${near.join(" or ")}?` : `one of ${known.join(", ")}`,
    });
  }
  const missing = required.find((name) => !columns.includes(name));
  if (missing)
    throw new KationError("missing-key", `the column "${missing}" is missing`, {
      where: `${file}:${head.line}:1`,
      fix: `needed: ${required.join(", ")}`,
    });
  const rows = lines.map(({ content, line }) => {
    const fields = split(content, file, line);
    if (fields.length !== columns.length) {
      throw new KationError(
        "invalid-syntax",
        `${fields.length} fields in a table of ${columns.length} columns`,
        {
          where: `${file}:${line}:1`,
          fix:
            fields.length > columns.length
              ? "write decimals with a point, and text that holds a comma in quotes"
              : "leave a field empty between its commas where there is nothing",
        },
      );
    }
    return { line, fields: new Map(columns.map((c, i) => [c, fields[i]!])) };
  });
  return { file, columns, rows };
}

/** A finite number of a field. @throws `invalid-number` with file:line */
export function numberIn(csv: CsvRows, row: CsvRows["rows"][number], name: string): number {
  const text = row.fields.get(name) ?? "";
  const value = Number(text);
  if (text.trim() !== "" && Number.isFinite(value)) return value;
  throw new KationError("invalid-number", `"${text}" is not a number`, {
    where: `${csv.file}:${row.line}:${csv.columns.indexOf(name) + 1}`,
    fix: `column ${name} holds plain numbers`,
  });
}

function split(line: string, file: string, number: number): string[] {
  const out: string[] = [];
  let rest = line;
  for (;;) {
    const quoted = /^\s*"((?:[^"]|"")*)"\s*(,|$)/.exec(rest);
    const bare = quoted ? undefined : /^([^",]*)(,|$)/.exec(rest);
    const match = quoted ?? bare;
    if (!match)
      throw new KationError("invalid-syntax", "a quote that does not close", {
        where: `${file}:${number}:${line.length - rest.length + 1}`,
      });
    out.push(quoted ? match[1]!.replaceAll('""', '"') : match[1]!.trim());
    if (match[2] === "") return out;
    rest = rest.slice(match[0].length);
  }
}
