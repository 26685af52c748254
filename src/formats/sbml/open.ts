import type { Finding } from "#model";
import { type ErrorCode, KationError } from "#units";
import { checkSbml } from "./check.ts";
import type { SbmlDocument } from "./document.ts";
import type { LoadSbml } from "./external.ts";
import { flattenSbml } from "./flatten.ts";
import { readSbml } from "./read.ts";

/** A document that is flat and without faults, and what there is to say about it. */
export interface OpenedSbml {
  readonly document: SbmlDocument;
  /** Warnings: what has no value, never acts, or was left out. */
  readonly warnings: readonly Finding[];
}

/**
 * Reads, flattens and checks an SBML file.
 *
 * @param load  gives the text of a file beside the model; without it external definitions are refused
 * @throws the first fault, at file:line:column, with how many more there are; as {@link readSbml} and {@link flattenSbml}
 * @example  const model = sbmlModel(openSbml(text, "model.xml").document);
 */
export function openSbml(text: string, file: string = "model.xml", load?: LoadSbml): OpenedSbml {
  const { document, findings } = lookedAt(text, file, load);
  const faults = findings.filter((f) => f.severity === "error");
  const [first] = faults;
  if (first) {
    const more = faults.length > 1 ? `${faults.length - 1} more faults, which kation check lists` : "";
    const why = [first.why, more].filter((part) => part !== "").join("; ");
    throw new KationError(first.code as ErrorCode, first.what, { where: first.where, why, fix: first.fix });
  }
  return { document, warnings: findings };
}

/**
 * Every fault of an SBML file and what there is to say about it, at file:line:column.
 *
 * @param load  gives the text of a file beside the model; without it external definitions are refused
 * @throws what keeps the file from being read at all; as {@link readSbml} and {@link flattenSbml}
 */
export function sbmlFindings(text: string, file: string = "model.xml", load?: LoadSbml): Finding[] {
  return lookedAt(text, file, load).findings;
}

function lookedAt(
  text: string,
  file: string,
  load: LoadSbml | undefined,
): { readonly document: SbmlDocument; readonly findings: Finding[] } {
  const { document, findings } = readSbml(text, file);
  const flat = flattenSbml(document, load);
  return { document: flat, findings: [...findings, ...checkSbml(flat)] };
}
