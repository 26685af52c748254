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
  const { document, findings } = readSbml(text, file);
  const flat = flattenSbml(document, load);
  const all = [...findings, ...checkSbml(flat)];
  const faults = all.filter((f) => f.severity === "error");
  const [first] = faults;
  if (first) {
    const more = faults.length > 1 ? `${faults.length - 1} more faults` : "";
    const why = [first.why, more].filter((part) => part !== "").join("; ");
    throw new KationError(first.code as ErrorCode, first.what, { where: first.where, why, fix: first.fix });
  }
  return { document: flat, warnings: all };
}
