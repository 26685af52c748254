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
  return qualified(metaid, "isDescribedBy", `doi:${doi}`);
}

/** Terms of ChEBI by formula, of what models follow most; what is lumped or bound has its ion's. */
const chemicals: Readonly<Record<string, string>> = {
  "H+": "15378",
  H2O: "15377",
  O2: "15379",
  "O2-": "18421",
  H2O2: "16240",
  CO2: "16526",
  "Na+": "29101",
  "K+": "29103",
  "Cl-": "17996",
  "Ca+2": "29108",
  "Ba+2": "37136",
  "SO4-2": "16189",
  "Fe+2": "29033",
  "Fe+3": "29034",
  "Mn+2": "29035",
  "Cu+2": "29036",
};

/** Terms of the Gene Ontology by compartment: extracellular region, endosome, cytosol. */
const places: Readonly<Record<string, string>> = { med: "0005576", vesicle: "0005768", cyt: "0005829" };

/** What a species or compartment is, as MIRIAM's `isVersionOf` with a term of ChEBI or of the Gene Ontology; nothing where none is known. */
export function identity(of: { readonly id: string; readonly formula?: string }): {
  readonly metaid?: string;
  readonly annotation?: string;
} {
  const chemical = of.formula === undefined ? undefined : chemicals[of.formula];
  const place = of.formula === undefined ? places[of.id] : undefined;
  const term = chemical ? `CHEBI:${chemical}` : place && `GO:${place}`;
  if (term === undefined) return {};
  const metaid = `meta_${of.id}`;
  return { metaid, annotation: qualified(metaid, "isVersionOf", term) };
}

function qualified(metaid: string, qualifier: "isDescribedBy" | "isVersionOf", term: string): string {
  const resource = escapeAttribute(`https://identifiers.org/${term}`);
  return (
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:bqbiol="http://biomodels.net/biology-qualifiers/">` +
    `<rdf:Description rdf:about="#${metaid}"><bqbiol:${qualifier}><rdf:Bag><rdf:li rdf:resource="${resource}"/></rdf:Bag>` +
    `</bqbiol:${qualifier}></rdf:Description></rdf:RDF>`
  );
}
