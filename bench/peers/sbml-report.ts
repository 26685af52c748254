/** What is said of a folder of SBML files: how many times as fast Kation is. */
export type SbmlKey = "roadrunner_steady" | "roadrunner_first" | "copasi_steady";

/** What a folder of SBML files gave. */
export interface SbmlTable {
  readonly models: readonly ({
    readonly model: string;
    readonly states: number;
    /** Why Kation ran it in the JavaScript loop for hybrid models; null when compiled. */
    readonly hybrid: string | null;
    /** µs at the error, and ms from the bytes of the file to the first trajectory, by tool. */
    readonly us: Readonly<Record<string, number | null>>;
    readonly firstMs: Readonly<Record<string, number | null>>;
  } & Readonly<Record<SbmlKey, number | null>>)[];
  /** Models, or a tool on one, that are left out, with the reason. */
  readonly excluded: readonly string[];
}

/** What was measured now in place of what was known of the same models. */
export function renewed(known: SbmlTable | undefined, made: SbmlTable): SbmlTable {
  const names = new Set([...made.models.map((m) => m.model), ...made.excluded.map(modelOf)]);
  const kept = known?.models.filter((m) => !names.has(m.model)) ?? [];
  const left = known?.excluded.filter((e) => !names.has(modelOf(e))) ?? [];
  return {
    models: [...kept, ...made.models].sort((a, b) => (a.model < b.model ? -1 : 1)),
    excluded: [...left, ...made.excluded].sort(),
  };
}

const modelOf = (exclusion: string): string => exclusion.slice(0, exclusion.indexOf(":"));

/** Geometric means over the models. */
export function summaryOf({ models }: SbmlTable): Readonly<Record<SbmlKey, number | null>> {
  const mean = (key: SbmlKey): number | null => {
    const logs = models.flatMap((m) => (m[key] ? [Math.log(m[key])] : []));
    return logs.length === 0 ? null : Math.exp(logs.reduce((a, b) => a + b, 0) / logs.length);
  };
  return {
    roadrunner_steady: mean("roadrunner_steady"),
    roadrunner_first: mean("roadrunner_first"),
    copasi_steady: mean("copasi_steady"),
  };
}

const number = (x: number | null | undefined): string => (x ? String(+x.toPrecision(3)) : "–");

/** The table in words. */
export function sbmlReport({ models, excluded }: SbmlTable): string[] {
  return [
    "## SBML models of BioModels",
    "",
    "Models of the folder for 100 units of their own time, 101 rows, every tool with every species. Steady: a run of a loaded model, into the table of its run before, at an achieved error of 1e-4 against the tightest run of libRoadRunner, which has to agree with Kation's own to 1e-5; each state has an absolute tolerance by its own peak in Kation and libRoadRunner, COPASI takes one and is given the best of three. First: from the bytes of the file to the trajectory at that error, in processes that have opened other files but not this one; medians of rounds that begin elsewhere in the list. The tools take turns at each model.",
    "",
    "| model | states | Kation, µs | libRoadRunner, µs | COPASI, µs | steady vs libRoadRunner | vs COPASI | first, Kation, ms | libRoadRunner, ms | first vs libRoadRunner | |",
    "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|",
    ...models.map(
      (m) =>
        `| ${m.model} | ${m.states} | ${["Kation", "libRoadRunner", "COPASI"].map((t) => number(m.us[t])).join(" | ")} | ${number(m.roadrunner_steady)} | ${number(m.copasi_steady)} | ${number(m.firstMs["Kation"])} | ${number(m.firstMs["libRoadRunner"])} | ${number(m.roadrunner_first)} | ${m.hybrid ? `JavaScript: ${m.hybrid}` : ""} |`,
    ),
    "",
    "Left out:",
    "",
    ...excluded.map((e) => `- ${e}`),
    "",
  ];
}

const shown: readonly (readonly [SbmlKey, string, string])[] = [
  ["roadrunner_steady", "libRoadRunner, steady", "#2a8f6a"],
  ["roadrunner_first", "libRoadRunner, first trajectory", "#0b6fb3"],
  ["copasi_steady", "COPASI, steady", "#8a5fb0"],
];

/** Every model's factor as a dot, sorted, one strip per comparison, on a logarithmic scale. */
export function sbmlFigure({ models }: SbmlTable, width: number, height: number): string {
  const left = 190;
  const [low, high] = [Math.log(0.3), Math.log(1000)];
  const x = (factor: number): number =>
    left + ((Math.log(Math.min(1000, Math.max(0.3, factor))) - low) / (high - low)) * (width - left - 30);
  const ticks = [1, 10, 100, 1000]
    .map(
      (t) =>
        `<line x1="${x(t)}" x2="${x(t)}" y1="18" y2="${height - 24}" stroke="#e3e5e8"/><text x="${x(t)}" y="${height - 10}" text-anchor="middle" font-size="10">${t}×</text>`,
    )
    .join("");
  const strips = shown.map(([key, label, colour], i) => {
    const y = 44 + i * 50;
    const dots = models
      .flatMap((m) => m[key] ?? [])
      .sort((a, b) => a - b)
      .map(
        (f, k) =>
          `<circle cx="${x(f).toFixed(1)}" cy="${y - 9 + 6 * (k % 4)}" r="2.6" fill="${colour}" fill-opacity="0.75"/>`,
      )
      .join("");
    return `<text x="${left - 14}" y="${y + 4}" text-anchor="end" font-size="12">${label}</text>${dots}`;
  });
  return `<text x="46" y="8" font-size="12" font-weight="600">times as fast as its peers, SBML models, one dot each</text>${ticks}${strips.join("")}`;
}
