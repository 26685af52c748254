/** A named column with its unit (printed form, `""` for none). */
export interface Column {
  readonly name: string;
  readonly unit: string;
  readonly values: Float64Array | Int32Array | readonly string[];
}

/** Rows by column: what a run leaves behind and what Parquet, CSV and the report read. */
export interface Table {
  readonly name: string;
  readonly rows: number;
  readonly columns: readonly Column[];
}
