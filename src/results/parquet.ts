import { parquetWriteBuffer } from "hyparquet-writer";
import type { Table } from "./types.ts";

/**
 * A table as Parquet. Units and what made the table stand in the file's metadata; nothing in it depends on when or
 * where it was written.
 *
 * @param about  key–value pairs for the metadata, such as the study's text and the seed
 */
export function parquet(of: Table, about: Readonly<Record<string, string>> = {}): Uint8Array {
  const units = JSON.stringify(Object.fromEntries(of.columns.map((c) => [c.name, c.unit])));
  const buffer = parquetWriteBuffer({
    columnData: of.columns.map(({ name, values }) => ({
      name,
      data: Array.isArray(values) ? values : (values as Float64Array),
      nullable: false,
      type: values instanceof Float64Array ? "DOUBLE" : values instanceof Int32Array ? "INT32" : "STRING",
    })),
    kvMetadata: Object.entries({ units, ...about }).map(([key, value]) => ({ key, value })),
  });
  return new Uint8Array(buffer);
}
