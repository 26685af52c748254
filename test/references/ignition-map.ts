/**
 * Prints the map of ignition of docs/why/ferroptosis.md: branching number half an hour after GPX4 is taken away, LOOH per
 * lipid and viability after 24 h, over GPX4 left and labile iron, in the reference cell.
 *
 *     node --conditions=kation:source --import tsx test/references/ignition-map.ts
 */
import { printNumber } from "#units";
import { referenceCell } from "./cell-network.ts";

const left = [1, 0.1, 0.03, 0.01, 0.003, 0.001, 0];
console.log(`| labile iron \\ GPX4 left | ${left.map((x) => `${x * 100} %`).join(" | ")} |`);
console.log(`|---${"|---".repeat(left.length)}|`);
for (const iron of [0.1, 0.35, 1, 3, 10]) {
  const cells = left.map((share) => {
    const run = referenceCell({ LIP: iron * 1e-3, gpx4_inhibition: 1 - share });
    const [branching, looh, alive] = [
      run.read("branching", 0),
      run.read("LOOH", 3),
      run.read("viability", 3),
    ];
    return `${printNumber(branching, 2)}; ${printNumber(looh, 2)}; ${Math.round(100 * alive)} %`;
  });
  console.log(`| ${iron} µM | ${cells.join(" | ")} |`);
}
