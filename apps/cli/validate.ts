import { foldText, validate } from "kation/cases";
import { colour } from "./colours.ts";
import { textTable } from "./output.ts";

/** kation validate: what was reported beside what is predicted. */
export async function validateVerb(flags: { readonly json?: boolean }): Promise<void> {
  const results = await validate();
  if (flags.json) {
    console.log(JSON.stringify(results, (_, v) => (v === Infinity ? "Infinity" : v), 1));
    return;
  }
  console.log(
    textTable(
      [
        "fact",
        "calibrated on",
        "predicted (90 % band)",
        "reported",
        "between laboratories",
        "fold error",
        "in band",
      ],
      results.map((r) => [
        r.fact.says,
        r.fact.fitted ? "yes" : "no",
        r.predictedText,
        r.reportedText,
        r.fact.spread,
        foldText(r),
        r.inBand ? "yes" : "no",
      ]),
    ),
  );
  const standing = [...new Set(results.map((r) => r.standing))].join("; ");
  const fitted = results.filter((r) => r.fact.fitted).length;
  const facts = fitted === 0 ? "no fact is fitted" : `${fitted} of ${results.length} facts fitted`;
  console.log(colour.dim(`\n${standing}; ${facts}; two laboratories differ by two- to threefold`));
}
