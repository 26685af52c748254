import { type Draft, type Sourced, sourced } from "#model";
import { KationError } from "#units";
import { type Constants, constants } from "../mechanisms/constants.ts";
import type { Mechanism } from "../types.ts";

/** A probe of the laboratory: what it is said to measure, what else it reads, and the read-outs it adds. */
export interface Probe {
  /** Read as `probe.<id>`. */
  readonly id: string;
  readonly names: readonly string[];
  /** What it is used for. */
  readonly measures: string;
  /** What else makes or takes its signal. */
  readonly misreads: string;
  /** Parts of the model it cannot do without, and the mechanism that brings each; without them it is refused. */
  readonly needs?: readonly Need[];
  readonly observe: (draft: Draft) => void;
}

/** A part of the model that a probe reads: its id, its name, and the mechanism that brings it. */
export interface Need {
  readonly id: string;
  readonly label: string;
  readonly from: string;
}

/** What may change a dye. */
export type Analyte = "OH" | "CO3" | "X" | "peroxyl" | "superoxide" | "Fe2" | "Fe3" | "Cu1" | "Cu2";

/** How a dye meets an analyte: rate constant (its affinity), and product per dye that has reacted. */
export interface Reading {
  readonly rate: Sourced;
  readonly yield: Sourced;
}

/** A dye that is changed for good by what it meets; numbers of the record {@link dye} makes a probe of. */
export interface Dye {
  readonly id: string;
  readonly names: readonly string[];
  readonly measures: string;
  readonly misreads: string;
  /** Where the dye is: in the cytosol (and its membranes) or in the medium. */
  readonly at: "cyt" | "med";
  /** Concentration of the dye there. */
  readonly amount: Sourced;
  /** How long it stays before it is read. */
  readonly window: Sourced;
  readonly reads: Readonly<Partial<Record<Analyte, Reading>>>;
  /** Change of the dye by light and air alone. */
  readonly background?: Sourced;
  /** Loss of the product. */
  readonly fading?: Sourced;
  /** `share`: the read-out is product per dye, as ratiometric dyes are read. Default: product per volume. */
  readonly signal?: "amount" | "share";
}

const shared: Constants = {
  k_OH_medium: {
    label: "·OH lost to organics of the medium",
    number: sourced("5e7 1/s", {
      grade: "C",
      range: ["1e7 1/s", "2e8 1/s"],
      why: "25 mM glucose takes 4e7, HEPES, amino acids and serum the rest; buffer alone takes less",
    }),
  },
  k_CO3_sink: {
    label: "CO3·⁻ lost to thiols and aromatic residues",
    number: sourced("1e5 1/s", {
      grade: "C",
      range: ["2e4 1/s", "2e6 1/s"],
      why: "5 mM GSH at 5.3e6 takes 2.7e4; tyrosine and tryptophan of proteins the rest",
    }),
  },
  k_X_sink: {
    label: "ferryl, Cu(III) and CO3·⁻ lost to thiols and proteins",
    number: sourced("1e5 1/s", {
      grade: "C",
      range: ["2e4 1/s", "2e6 1/s"],
      why: "taken as that of CO3·⁻, which the sum may contain; ferryl is not measured",
      needsPaper: true,
    }),
  },
};

/**
 * Concentration of an analyte at a place while the dye is there: radicals from their source and all that takes them,
 * the dye among it; molecules as they are. Nothing where the model has none.
 */
function concentration(draft: Draft, analyte: Analyte, at: "cyt" | "med", k: string, dye: string): string {
  const source = `${analyte}_source__${at}`;
  // The sinks that the model has; those of a place where nobody follows them are of the probe's own.
  const known = at === "cyt" ? { OH: "OH_sink", CO3: "CO3_sink" } : { OH: "OH_sink__med", CO3: "" };
  const own = { OH: "k_OH_medium", CO3: "k_CO3_sink", X: "k_X_sink" }[analyte as "OH"];
  const there = known[analyte as "OH"] ?? "";
  const sink = draft.has(there) ? there : own;
  if (sink !== undefined) {
    if (!draft.has(source)) return "";
    if (shared[sink]) constants(draft, { [sink]: shared[sink] });
    return `${source}/(${sink} + ${k}*${dye})`;
  }
  if (analyte === "peroxyl") return at === "cyt" && draft.has("LOO__cyt") ? "LOO__cyt/phi_lipid" : "";
  const species = `${analyte}__${at}`;
  return draft.has(species) ? species : "";
}

/**
 * A probe from its dye: a signal that saturates, read at the end of a window that opens at the time read.
 *
 *     R = k_bg + Σ k_a·[a]        signal = dye·Σ y_a·k_a·[a] / R · (1 − exp(−R·t))
 *     [·OH] = source/(Σ sinks + k·dye), the same for CO3·⁻ and ferryl or Cu(III); molecules as they are
 *
 * The dye is in for minutes, so the fluxes are taken as they stand at the time read: no state is added, and the dye,
 * which takes part of what it reads, does not disturb the cell that was simulated. `probe.<id>.OH_share` is the share
 * of the signal that ·OH made.
 *
 * @limits  no analyte and no background, no signal; never more signal than dye
 */
export function dye(record: Dye): Probe {
  const { id, names, measures, misreads, at } = record;
  return {
    id,
    names,
    measures,
    misreads,
    observe(draft) {
      const path = `probes/${id}`;
      const number = (name: string, value: Sourced, label: string): string =>
        draft.parameter(`${name}_${id}`, value, { label: `${id}: ${label}`, path: `${path}/${name}` });
      const amount = number("amount", record.amount, "concentration of the dye");
      const window = number("window", record.window, "time it stays");
      const terms = Object.entries(record.reads).flatMap(([analyte, reading]) => {
        const k = `rate_${analyte}_${id}`;
        const c = concentration(draft, analyte as Analyte, at, k, amount);
        if (c === "") return [];
        number(`rate_${analyte}`, reading.rate, `rate with ${analyte}`);
        const y = number(`yield_${analyte}`, reading.yield, `product by ${analyte}`);
        return [{ analyte, rate: `${k}*${c}`, product: `${y}*${k}*${c}` }];
      });
      const background = record.background
        ? [number("background", record.background, "change by light and air")]
        : [];
      const sum = (list: readonly string[]): string => list.join(" + ") || "0 [1/s]";
      const all = draft.rule(
        `change_${id}`,
        "1/s",
        sum([...background, ...terms.map((t) => t.rate)]),
        `change of ${id}`,
      );
      const made = draft.rule(
        `product_${id}`,
        "1/s",
        sum([...background, ...terms.map((t) => t.product)]),
        `product of ${id} per dye`,
      );
      const kept = record.fading
        ? fadedShare(number("fading", record.fading, "loss of the product"), window)
        : "1";
      const share = `${made}/(${all} + 1e-30 [1/s])*(1 - exp(-${all}*${window}))*${kept}`;
      const asShare = record.signal === "share";
      draft.observe(`probe.${id}`, {
        label: `${names[0]} signal`,
        unit: asShare ? "1" : "mM",
        display: asShare ? "%" : "uM",
        expr: asShare ? share : `${amount}*${share}`,
      });
      const oh = terms.find((t) => t.analyte === "OH");
      draft.observe(`probe.${id}.OH_share`, {
        label: `share of the ${names[0]} signal made by ·OH`,
        unit: "1",
        display: "%",
        expr: oh ? `${oh.product}/(${made} + 1e-30 [1/s])` : "0",
      });
    },
  };
}

/** Share of a product made evenly over a time that is left at its end. */
function fadedShare(loss: string, time: string): string {
  return `(1 - exp(-${loss}*${time}))/(${loss}*${time})`;
}

/**
 * A probe as a mechanism of an assembly; it observes only.
 * @throws `unknown-species` when the model lacks what the probe reads
 */
export function probeMechanism(probe: Probe): Mechanism {
  return {
    id: `probe-${probe.id.toLowerCase()}`,
    label: `probe ${probe.names[0]}: ${probe.measures}`,
    add(draft) {
      const missing = (probe.needs ?? []).find(({ id }) => !draft.has(id));
      if (missing) {
        throw new KationError(
          "unknown-species",
          `probe.${probe.id} reads ${missing.id}, which is not in the model`,
          {
            where: `read: probe.${probe.id}`,
            why: `${missing.label} comes with the mechanism ${missing.from}`,
            fix: `have ${missing.from} in the model, or leave probe.${probe.id} out`,
          },
        );
      }
      probe.observe(draft);
    },
  };
}

/** Declares the numbers of a probe, by parameter id: what each is, and its value. Paths are `probes/<id>/<what>`. */
export function probeNumbers(
  draft: Draft,
  probe: string,
  numbers: Readonly<Record<string, readonly [label: string, number: Sourced]>>,
): void {
  for (const [id, [label, number]] of Object.entries(numbers)) {
    const name = id.slice(0, id.lastIndexOf("_"));
    draft.parameter(id, number, { label: `${probe}: ${label}`, path: `probes/${probe}/${name}` });
  }
}

/** A yield of one, by definition of the signal. */
export const whole: Sourced = sourced("1", {
  grade: "D",
  why: "the signal is what has reacted",
  dist: "fixed",
});

/** Minutes a dye usually stays. */
export function minutes(n: number): Sourced {
  return sourced(`${n} min`, { grade: "D", why: "set by the experimenter, as is usual", dist: "fixed" });
}

/** A rate or yield of which no measurement is at hand. */
export function guessed(value: string, low: string, high: string, why: string): Sourced {
  return sourced(value, { grade: "C", range: [low, high], why, needsPaper: true });
}

/** A number recalled without its source. */
export function recalled(value: string, low: string, high: string, why: string = ""): Sourced {
  return sourced(value, {
    grade: "B",
    range: [low, high],
    why: `recalled, no source known${why && `: ${why}`}`,
    needsPaper: true,
  });
}
