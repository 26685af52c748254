/** A work that numbers are taken from, or that a number's owner must still be checked against. */
export interface Source {
  readonly citation: string;
  readonly doi?: string;
  /** What was read: the abstract, a figure legend, stored model code, a data set. */
  readonly read: "abstract" | "text" | "code" | "data" | "not re-read";
}
