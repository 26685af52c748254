import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { referenceCell } from "../cell-network.ts";

const rows = readFileSync(new URL("./values.csv", import.meta.url), "utf8")
  .split("\n")
  .filter((l) => l !== "" && !l.startsWith("#") && !l.startsWith("case"))
  .map((l) => l.split(","))
  .map(([what, hours, name, value]) => ({
    what: what!,
    hours: Number(hours),
    name: name!,
    value: Number(value),
  }));
const ids: Readonly<Record<string, string>> = {
  He: "H2O2__med",
  Hc: "H2O2__cyt",
  SO: "PrxSO__cyt",
  SS: "PrxSS__cyt",
  SO2: "PrxSO2__cyt",
  TSS: "TrxSS__cyt",
  GSSG: "GSSG__cyt",
  GSH: "GSH__cyt",
  NADP: "NADP__cyt",
  Fe3: "Fe3__cyt",
  LOO: "LOO__cyt",
  LOOH: "LOOH__cyt",
  TOH: "TOH__cyt",
};
const changes: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  rest: {},
  "gpx4 gone": { gpx4_inhibition: 1 },
  "xc- blocked": { xc_inhibition: 1 },
  "300 uM H2O2": { culture_density: 1e11 },
};

test.each(Object.keys(changes))(
  "the assembled network and a second writing of it in SciPy agree: %s",
  (what) => {
    const wanted = rows.filter((r) => r.what === what);
    const hours = [...new Set(wanted.map((r) => r.hours))].filter((h) => h > 0);
    const run = referenceCell(changes[what]!, hours.length > 0 ? hours : [1], (y, index) => {
      if (what === "300 uM H2O2") y[index("H2O2__med")] = 0.3;
    });
    expect(wanted.length).toBeGreaterThan(2);
    for (const { hours: h, name, value } of wanted) {
      const found = h === 0 ? run.rest(ids[name]!) : run.at(ids[name]!, hours.indexOf(h));
      // The network also lets ·OH take glutathione and makes superoxide a state: a thousandth covers both.
      expect(Math.abs(found / value - 1), `${name} at ${h} h: ${found} against ${value}`).toBeLessThanOrEqual(
        2e-3,
      );
    }
  },
);
