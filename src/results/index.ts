export { parquet } from "./parquet.ts";
export { quantile, rankCorrelation, ranks, sortedQuantile } from "./statistics.ts";
export { column, csv, table } from "./table.ts";
export type { Column, Table } from "./types.ts";
