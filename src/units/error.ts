/** Every code an error of Kation can carry; the first word says the kind of fault. */
export type ErrorCode =
  | "unknown-unit"
  | "unknown-name"
  | "unknown-key"
  | "unknown-species"
  | "unknown-function"
  | "missing-key"
  | "missing-unit"
  | "missing-source"
  | "missing-jacobian"
  | "missing-file"
  | "invalid-unit"
  | "invalid-number"
  | "invalid-syntax"
  | "invalid-formula"
  | "invalid-id"
  | "invalid-value"
  | "invalid-file"
  | "invalid-tableau"
  | "duplicate-id"
  | "duplicate-key"
  | "unsupported-feature"
  | "ambiguous-name"
  | "mismatch-unit"
  | "mismatch-mass"
  | "mismatch-charge"
  | "mismatch-shape"
  | "out-of-range"
  | "failed-integration"
  | "failed-write"
  /** A fault of the library itself: what its code takes for granted was not so. */
  | "failed-assumption"
  | "interrupted";

/** Where, why and what to do about an error, each one sentence or a few lines. */
export interface ErrorParts {
  readonly where?: string;
  readonly why?: string;
  readonly fix?: string;
  readonly cause?: unknown;
}

/**
 * The one error class of the library: what happened, where, why, and what to do.
 *
 * `message` is `code: what`; {@link KationError.print} gives the four lines a person reads.
 *
 * @example  throw new KationError("unknown-unit", `unknown unit "uMM"`, { fix: "did you mean uM?" })
 */
export class KationError extends Error {
  readonly code: ErrorCode;
  readonly what: string;
  readonly where: string;
  readonly why: string;
  readonly fix: string;

  constructor(code: ErrorCode, what: string, parts: ErrorParts = {}) {
    super(`${code}: ${what}`, parts.cause === undefined ? undefined : { cause: parts.cause });
    this.name = "KationError";
    this.code = code;
    this.what = what;
    this.where = parts.where ?? "";
    this.why = parts.why ?? "";
    this.fix = parts.fix ?? "";
  }

  /** The error as lines: what, then where, why and do, each only when it is known. */
  print(): string {
    const lines = [`${this.code}: ${this.what}`];
    if (this.where) lines.push(`  where  ${this.where}`);
    if (this.why) lines.push(`  why    ${this.why}`);
    if (this.fix) lines.push(`  do     ${this.fix}`);
    return lines.join("\n");
  }
}
