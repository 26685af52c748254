import {
  complexes,
  findComponent,
  findFluid,
  makeup,
  printSpecies,
  type Solid,
  solidMakeup,
  solids,
  sources,
} from "kation/biology";
import type { Sourced } from "kation/model";
import {
  type ComponentRow,
  type Speciated,
  type SpeciationBands,
  type SpeciationProblem,
  type SpeciesRow,
  speciate,
  speciationBands,
} from "kation/study";
import { KationError, plainNumber, printNumber } from "kation/units";
import { colour, errorColour } from "./colours.ts";
import { textTable } from "./output.ts";

/** Flags of `kation speciate`. */
export interface SpeciateFlags {
  readonly pH?: string;
  readonly medium?: string;
  readonly temperature?: string;
  readonly ionicStrength?: string;
  readonly activity?: string;
  readonly solids?: string;
  readonly draws?: string;
  readonly seed?: string;
  readonly all?: boolean;
  readonly sources?: boolean;
  readonly json?: boolean;
}

/** Shares of what is dissolved below this are not printed unless asked for. */
const little = 1e-3;

/** kation speciate TOTALS: species of a solution, what precipitates, and the constants that say so. */
export function speciateVerb(totals: readonly string[], flags: SpeciateFlags): void {
  const problem = problemOf(totals, flags);
  const found = speciate(problem);
  const bands =
    flags.draws === undefined
      ? undefined
      : speciationBands(problem, {
          draws: number("--draws", flags.draws),
          seed: flags.seed === undefined ? 1 : number("--seed", flags.seed),
        });
  const shown = shownOf(found, problem, flags.all ?? false);
  if (flags.json) {
    const { fluid: _, ...rest } = found;
    const plain = {
      ...rest,
      ...(bands && {
        bands: {
          worlds: bands.worlds,
          solved: bands.solved,
          species: Object.fromEntries(bands.species),
          solids: Object.fromEntries(bands.solids),
        },
      }),
      ...(flags.sources && {
        constants: constantsOf(shown).map(({ id, logK }) => ({ id, ...plainNumberOf(logK) })),
      }),
    };
    console.log(JSON.stringify(plain, null, 1));
  } else print(found, shown, bands, flags);
  if (found.status !== "done")
    throw new KationError("failed-integration", `no equilibrium was found: ${found.message}`, {
      fix: "give --ionic-strength, or fewer solids",
    });
}

function problemOf(totals: readonly string[], flags: SpeciateFlags): SpeciationProblem {
  const pairs = totals.map((text) => {
    const at = text.indexOf("=");
    if (at > 0) return [text.slice(0, at).trim(), text.slice(at + 1)] as const;
    throw new KationError("invalid-syntax", `"${text}" is no total`, {
      fix: 'write name=amount, "Fe3=10uM"',
    });
  });
  const twice = pairs.find(([name], i) => pairs.findIndex(([other]) => other === name) < i);
  if (twice)
    throw new KationError("duplicate-key", `${twice[0]} is given twice`, { fix: "give one total of it" });
  const named = flags.solids?.split(",").map((s) => s.trim());
  const word = flags.solids as "none" | "all" | "day" | undefined;
  return {
    totals: Object.fromEntries(pairs),
    ...(flags.medium !== undefined && { medium: flags.medium }),
    ...(flags.pH !== undefined && { pH: flags.pH === "free" ? "free" : number("--pH", flags.pH) }),
    ...(flags.temperature !== undefined && { temperature: flags.temperature }),
    ...(flags.ionicStrength !== undefined && { ionicStrength: flags.ionicStrength }),
    ...(flags.activity !== undefined && { activity: flags.activity as "davies" }),
    ...(named && { solids: word && ["none", "all", "day"].includes(word) ? word : named }),
  };
}

function number(flag: string, text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && Number.isFinite(value)) return value;
  throw new KationError("invalid-number", `${flag} takes a number, not "${text}"`);
}

interface Shown {
  readonly components: readonly ComponentRow[];
  readonly species: readonly (readonly [ComponentRow, readonly SpeciesRow[]])[];
  readonly solids: Speciated["solids"];
}

/** What is worth printing: components that were asked for, their species by share, solids near saturation. */
function shownOf(found: Speciated, problem: SpeciationProblem, all: boolean): Shown {
  const given = new Set(Object.keys(problem.medium === undefined ? {} : findFluid(problem.medium).totals));
  const asked = found.components.filter((c) => !given.has(c.id));
  const components = all || asked.length === 0 ? found.components : asked;
  const bare = new Set(components.map((c) => findComponent(c.id).species));
  const ours = new Set(
    solids.filter((s) => [...solidMakeup(s).parts.keys()].some((p) => bare.has(p))).map((s) => s.id),
  );
  return {
    components,
    species: components.map((c) => {
      const least = all ? 0 : little * (c.dissolved / c.total);
      const of = found.species.filter((s) => (s.shares[c.id] ?? 0) > least);
      return [c, of.sort((a, b) => b.shares[c.id]! - a.shares[c.id]!)] as const;
    }),
    solids: found.solids
      .filter((s) => all || s.amount > 0 || (s.saturationIndex > -2 && ours.has(s.id)))
      .sort((a, b) => b.amount - a.amount || b.saturationIndex - a.saturationIndex),
  };
}

function print(
  found: Speciated,
  shown: Shown,
  bands: SpeciationBands | undefined,
  flags: SpeciateFlags,
): void {
  const strength = `${printNumber(found.ionicStrength / 1000)} M`;
  console.log(
    colour.dim(
      `pH ${plainNumber(found.pH, 4)}, ${plainNumber(found.temperature - 273.15, 4)} °C, ionic strength ${strength}, ${
        found.activity === "davies" ? "activities by Davies" : "ideal"
      }${found.fluid ? `, ${found.fluid.id}` : ""}\n`,
    ),
  );
  const between = (band: readonly [number, number, number] | undefined): string[] =>
    bands ? [band ? `${amount(band[0])} – ${amount(band[2])}` : ""] : [];
  const extra = bands ? ["90 % band"] : [];
  console.log(
    textTable(
      ["component", "species", "concentration", "share", ...extra],
      shown.species.flatMap(([component, rows]) =>
        rows.map((row, i) => [
          i === 0 ? `${component.id}  ${colour.dim(amount(component.total))}` : "",
          printSpecies(row.species),
          amount(row.concentration),
          share(row.shares[component.id]!),
          ...between(bands?.species.get(row.species)),
        ]),
      ),
    ),
  );
  if (shown.solids.length > 0)
    console.log(
      `\n${textTable(
        ["solid", "precipitated", "saturation index", ...extra],
        shown.solids.map((s) => [
          s.id,
          s.amount > 0 ? amount(s.amount) : "–",
          plainNumber(s.saturationIndex, 3),
          ...between(bands?.solids.get(s.id)),
        ]),
      )}`,
    );
  for (const c of shown.components)
    if (c.precipitated > 0)
      console.log(
        colour.dim(
          `\n${c.label}: ${share(c.precipitated / c.total)} precipitates, ${amount(c.dissolved)} stays dissolved`,
        ),
      );
  if (flags.sources) printSources(shown);
  for (const w of found.warnings) console.error(errorColour.yellow(`warning: ${w}`));
  const recalled = constantsOf(shown).filter(({ logK }) => logK.needsPaper).length;
  if (recalled > 0 && !flags.sources)
    console.log(
      colour.dim(`\nconstants of these that wait for a paper to be read: ${recalled}; --sources names them`),
    );
}

/** A concentration in mM as people write it. */
function amount(millimolar: number): string {
  const steps: readonly [number, string][] = [
    [1e3, "M"],
    [1, "mM"],
    [1e-3, "µM"],
    [1e-6, "nM"],
    [1e-9, "pM"],
    [1e-12, "fM"],
  ];
  if (millimolar === 0) return "0";
  const [size, name] = steps.find(([s]) => millimolar >= 0.9995 * s) ?? [1e3, "M"];
  return `${printNumber(millimolar / size)} ${name}`;
}

function share(of: number): string {
  return `${plainNumber(100 * of, 3)} %`;
}

interface Constant {
  readonly id: string;
  readonly reaction: string;
  readonly logK: Sourced;
}

/** The constants that build what is shown, in the order of the records. */
function constantsOf(shown: Shown): Constant[] {
  const species = new Set(shown.species.flatMap(([, rows]) => rows.map((r) => r.species)));
  const steps = [...species].flatMap((s) => makeup(s).steps.map((step) => step.of));
  const named = new Set(shown.solids.map((s) => s.id));
  const dissolved = solids
    .filter((s) => named.has(s.id))
    .flatMap((s) => solidMakeup(s).steps.map((x) => x.of));
  const used = new Set([...steps, ...dissolved]);
  const idOf = (of: Solid | (typeof complexes)[number]): string => ("forms" in of ? of.parameter : of.id);
  return [...complexes, ...solids]
    .filter((c) => used.has(c))
    .map((c) => ({ id: idOf(c), reaction: c.reaction, logK: c.logK }));
}

function printSources(shown: Shown): void {
  console.log(
    `\n${textTable(
      ["reaction", "log K, 25 °C", "90 % range", "grade", "from"],
      constantsOf(shown).map(({ reaction, logK }) => [
        reaction,
        `${logK.value.value}${logK.when?.["I"] && logK.when["I"] !== "0 M" ? ` at I ${logK.when["I"]}` : ""}`,
        logK.range
          ? `${plainNumber(logK.range[0].value, 5)} – ${plainNumber(logK.range[1].value, 5)}`
          : "fixed",
        logK.grade + (logK.needsPaper ? "*" : ""),
        [logK.source && (sources[logK.source]?.citation ?? logK.source), logK.at, logK.why]
          .filter(Boolean)
          .join("; "),
      ]),
    )}`,
  );
  console.log(
    colour.dim(
      "\ngrades: A read in a source, A(c) in stored model code or data, B recalled, C estimate, D derived; * a paper is still to be read",
    ),
  );
}

function plainNumberOf(n: Sourced): object {
  const { value, range, ...rest } = n;
  return { value: value.value, range: range?.map((q) => q.value), ...rest };
}
