import { cpus } from "node:os";
import { findComponent, solids } from "kation/biology";
import { speciationSolver } from "kation/study";

/**
 * Time of one speciation, in processor time of this process, totals varied by a factor of three from one to the next so
 * that nothing can be kept. Other work on the machine disturbs it little.
 */
const day = solids.filter((s) => s.forms === "day");
const medium = { Na: 0.155, K: 5.3e-3, Ca: 1.8e-3, Mg: 8e-4, Cl: 0.119, SO4: 8e-4, PO4: 9e-4, CO3: 0.024 };
const metals = { histidine: 2e-4, albumin: 4e-5, Fe3: 1e-5, Cu2: 1e-5, Mn2: 1e-5 };
const cytosol = {
  K: 0.14,
  Na: 0.01,
  Mg: 4e-3,
  Cl: 8e-3,
  PO4: 1e-3,
  CO3: 0.012,
  citrate: 2e-4,
  ATP: 3e-3,
  GSH: 5e-3,
};
const held = { metallothionein: 5e-5, Fe2: 1e-6, Cu1: 1e-5, Mn2: 1e-6, Zn: 1e-6 };
const fixed = { davies: true, ionicStrength: 0.15 };
const cases = [
  ["Fe(III) and citrate", { Fe3: 1e-5, citrate: 1e-4 }, [], { ...fixed, pH: 6.5 }],
  ["the same over ferrihydrite", { Fe3: 1e-4, citrate: 1e-4 }, day, { ...fixed, pH: 7.4 }],
  ["medium, three metals", { ...medium, ...metals }, [], { ...fixed, pH: 7.4 }],
  ["medium, solids of a day", { ...medium, ...metals }, day, { ...fixed, pH: 7.4 }],
  ["medium, its own ionic strength", { ...medium, ...metals }, day, { davies: true, pH: 7.4 }],
  ["medium, all solids", { ...medium, ...metals }, [...solids], { davies: true, pH: 7.4 }],
  ["cytosol, four metals", { ...cytosol, ...held }, day, { ...fixed, pH: 7.2 }],
] as const;

console.log(`speciation, µs of processor time each (${cpus()[0]?.model ?? "unknown processor"})`);
for (const [name, amounts, allowed, conditions] of cases) {
  const solver = speciationSolver({
    components: Object.keys(amounts).map(findComponent),
    solids: allowed,
    temperature: 310.15,
  });
  const nominal: number[] = Object.values(amounts);
  const totals = nominal.slice();
  let failed = 0;
  const run = (n: number): void => {
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < totals.length; j++)
        totals[j] = nominal[j]! * (0.5 + ((i * 7 + j * 13) % 100) / 100);
      if (solver.solve({ ...conditions, totals }) !== "done") failed++;
    }
  };
  run(500);
  const before = process.cpuUsage();
  run(5000);
  const { user } = process.cpuUsage(before);
  const { species, solids: could } = solver.equilibrium;
  console.log(
    `  ${name.padEnd(32)} ${(user / 5000).toFixed(1).padStart(8)}   ${species.length} species, ${could.length} solids, ${failed} not solved`,
  );
}
