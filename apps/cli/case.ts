import { type CaseResult, cases, runCase, type TakenApart } from "kation/cases";
import { KationError, nearest, plainNumber } from "kation/units";
import { colour } from "./colours.ts";
import { textTable } from "./output.ts";

/**
 * kation case [NAME | --all]: verdicts as computed, beside the recorded ones; exit 1 when one has changed. With `--apart` also
 * what each difference between the two sides of a claim does, where a claim can tell.
 */
export async function caseVerb(
  name: string | undefined,
  flags: { readonly all?: boolean; readonly json?: boolean; readonly apart?: boolean },
): Promise<void> {
  const chosen = name === undefined ? cases : cases.filter((c) => c.id === name);
  if (chosen.length === 0) {
    const near = nearest(
      name!,
      cases.map((c) => c.id),
    );
    throw new KationError("unknown-name", `no case is called "${name}"`, {
      fix: near.length > 0 ? `did you mean ${near.join(" or ")}?` : "kation list cases",
    });
  }
  if (name === undefined && !flags.all) {
    if (flags.json) {
      console.log(
        JSON.stringify(
          chosen.map(({ id, kind, says, expect }) => ({ id, kind, says, expect })),
          null,
          1,
        ),
      );
      return;
    }
    console.log(
      textTable(
        ["case", "kind", "recorded"],
        chosen.map((c) => [c.id, c.kind, c.expect.verdict]),
      ),
    );
    console.log(colour.dim("\nkation case NAME runs one, kation case --all every one"));
    return;
  }
  const results: CaseResult[] = [];
  for (const claim of chosen) results.push(await runCase(claim));
  const apart = flags.apart ? await Promise.all(chosen.map((claim) => claim.apart?.())) : [];
  if (flags.json)
    console.log(
      JSON.stringify(
        results.map(({ claim: { worlds: _, apart: __, ...claim }, ...r }, i) => ({
          ...claim,
          ...r,
          ...(flags.apart ? { apart: apart[i] } : {}),
        })),
        null,
        1,
      ),
    );
  else
    results.forEach((r, i) => {
      printCase(r);
      if (flags.apart) printApart(apart[i]);
    });
  if (results.some((r) => !r.unchanged)) process.exitCode = 1;
}

function printCase(r: CaseResult): void {
  const shade = { holds: colour.green, fails: colour.red, undecided: colour.yellow }[r.verdict];
  console.log(`\n${colour.bold(r.claim.id)}  ${colour.dim(r.claim.kind)}\n  ${r.claim.says}`);
  const unsourced = r.claim.unsourced
    ? " (recorded as undecided: nobody has reported the dose it rests on)"
    : "";
  console.log(
    `  ${shade(r.verdict)}${unsourced}, P = ${plainNumber(r.probability, 2)} of ${r.worlds} worlds, margin ${plainNumber(r.margin, 3)} in ${r.claim.distance}`,
  );
  console.log(`  ${colour.dim(r.claim.because)}`);
  if (!r.unchanged)
    console.log(
      colour.yellow(
        `  changed: recorded ${r.claim.expect.verdict}, margin ${plainNumber(r.claim.expect.margin, 3)}`,
      ),
    );
}

function printApart(apart: TakenApart | undefined): void {
  if (!apart) {
    console.log(colour.dim("  this claim cannot take itself apart"));
    return;
  }
  const { parts, whole } = apart;
  const row = (name: string, ...values: readonly number[]): string[] => [
    name,
    ...values.map((x) => plainNumber(x, 2)),
  ];
  console.log(
    textTable(
      ["difference", "alone (median)", "share (mean)", "between worlds (sd)"],
      [
        ...parts.map((p) => row(p.name, p.alone, p.share, p.spread)),
        row("together", whole.median, whole.mean, whole.spread),
      ],
    ),
  );
}
