import type { Compiled } from "kation/compile";
import { print } from "kation/expr";
import { equation, invariants } from "kation/model";
import { type Arm, type Budget, budget, massConcentration, plan } from "kation/study";
import { KationError, plainNumber, printUnit } from "kation/units";
import { colour } from "./colours.ts";
import { loadStudy, type StudyFlags, withPlaces } from "./files.ts";
import { textTable } from "./output.ts";

/** kation explain STUDY: the assembled network, module by module. */
export async function explainVerb(
  file: string,
  flags: StudyFlags & { readonly agent?: string; readonly equations?: boolean; readonly json?: boolean },
): Promise<void> {
  const planned = await withPlaces(file, () => plan(loadStudy(file, { ...flags, draws: "0" })));
  const { arms } = planned;
  const chosen = arms.filter(
    (a) => a.role === "tumour" && (flags.agent === undefined || a.agent.id === flags.agent),
  );
  if (chosen.length === 0)
    throw new KationError("unknown-name", `the study has no agent "${flags.agent}"`, {
      fix: `one of ${[...new Set(arms.map((a) => a.agent.id))].join(", ")}`,
    });
  if (flags.json)
    console.log(
      JSON.stringify(
        chosen.map((a) => a.assembly.model),
        null,
        1,
      ),
    );
  else {
    for (const arm of chosen) explain(arm, flags.equations ?? false);
    if (planned.host) explainHost(planned.host);
    for (const found of budget({ ...planned, arms: chosen })) printBudget(found, planned.study.until);
  }
}

function explain(arm: Arm, equations: boolean): void {
  const { model } = arm.compiled;
  const generic = model.parameters.filter((p) => p.generic).length;
  console.log(`\n${colour.bold(model.title)}`);
  console.log(
    `${arm.compiled.states.length} states, ${model.reactions.length} reactions, ${model.parameters.length} parameters, ${invariants(model).length} conserved sums; ${generic} values came from generic records`,
  );
  if (arm.classes.length > 1)
    console.log(`a culture is ${arm.classes.length} classes of cells by uptake, averaged by their weights`);
  for (const mechanism of arm.assembly.mechanisms) {
    console.log(`\n${colour.bold(mechanism.id)}  ${colour.dim(mechanism.label)}`);
    for (const r of model.reactions.filter((x) => x.module === mechanism.id)) {
      console.log(
        `  ${r.id}\n    ${equation(r)}\n    ${colour.dim(`v = ${print(r.rate)}${r.at ? `   in ${r.at}` : ""}`)}`,
      );
    }
    if (!equations) continue;
    for (const v of model.variables.filter((x) => x.module === mechanism.id))
      console.log(`  d(${v.id})/dt = ${print(v.rate)}`);
    for (const r of model.rules.filter((x) => x.module === mechanism.id))
      console.log(`  ${r.id} = ${print(r.expr)}`);
  }
  console.log(`\n${parameterTable(model.parameters)}`);
}

/** The host of a vaccination: its equations and numbers. */
function explainHost({ model }: Compiled): void {
  console.log(`\n${colour.bold(model.title)}, from the vaccination`);
  for (const v of model.variables) console.log(`  d(${v.id})/dt = ${print(v.rate)}   ${colour.dim(v.label)}`);
  for (const r of model.rules) console.log(`  ${r.id} = ${print(r.expr)}`);
  console.log(`\n${parameterTable(model.parameters)}`);
}

function parameterTable(parameters: Arm["compiled"]["model"]["parameters"]): string {
  return textTable(
    ["parameter", "value", "unit", "grade", "path"],
    parameters.map((p) => [
      p.id,
      plainNumber(p.value),
      printUnit(p.unit),
      p.sourced?.grade ?? "set-up",
      p.path,
    ]),
  );
}

/** What there was and what was spent at the highest dose, and the ceiling on oxidants. */
function printBudget(found: Budget, until: number): void {
  console.log(
    `\n${colour.bold(`budget of ${found.agent} in ${found.cell}`)}, ${massConcentration(found.dose)}, ${plainNumber(until / 3600)} h, numbers as written, per volume of cell\n`,
  );
  const width = Math.max(...found.lines.map((l) => l.label.length));
  for (const line of found.lines) console.log(`  ${line.label.padEnd(width)}  ${line.text}`);
  console.log(`\n  ceilings on oxidants, of which ·OH is a share`);
  for (const c of found.ceilings) console.log(`  ${c.text.padStart(10)}  ${c.label}`);
  console.log(`  ${found.binds}`);
}
