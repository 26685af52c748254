import { sources } from "#biology";
import type { Parameter } from "#model";
import { printQuantity } from "#units";
import { escapeAttribute } from "./xml-write.ts";

const namespace = "urn:kation:provenance:1";

/**
 * Where a number comes from, as annotation: Kation's own words (grade, source, place, range, reason), and MIRIAM's
 * `isDescribedBy` with the work's DOI where there is one.
 */
export function provenance(p: Parameter): { readonly metaid?: string; readonly annotation?: string } {
  const { sourced } = p;
  if (!sourced) return {};
  const work = sourced.source === undefined ? undefined : sources[sourced.source];
  const words: Readonly<Record<string, string | undefined>> = {
    value: printQuantity(sourced.value),
    grade: sourced.grade,
    source: work?.citation ?? sourced.source,
    at: sourced.at,
    low: sourced.range && printQuantity(sourced.range[0]),
    high: sourced.range && printQuantity(sourced.range[1]),
    why: sourced.why,
    path: p.path,
  };
  const attributes = Object.entries(words)
    .flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escapeAttribute(value)}"`]))
    .join("");
  const own = `<kation:number xmlns:kation="${namespace}"${attributes}/>`;
  const metaid = `meta_${p.id}`;
  return { metaid, annotation: work?.doi === undefined ? own : own + describedBy(metaid, work.doi) };
}

function describedBy(metaid: string, doi: string): string {
  const resource = escapeAttribute(`https://identifiers.org/doi:${doi}`);
  return (
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:bqbiol="http://biomodels.net/biology-qualifiers/">` +
    `<rdf:Description rdf:about="#${metaid}"><bqbiol:isDescribedBy><rdf:Bag><rdf:li rdf:resource="${resource}"/></rdf:Bag>` +
    `</bqbiol:isDescribedBy></rdf:Description></rdf:RDF>`
  );
}
