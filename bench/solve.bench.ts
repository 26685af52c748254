/**
 * Work and precision of the methods on the stiff classics: steps, time and achieved error per tolerance.
 *
 *     node --import tsx --conditions=kation:source bench/solve.bench.ts
 *
 * Look at the machine's load first. Times are the least of several runs, methods in turn, after warming up.
 */
import { rodas4, rodas5p } from "#solve";
import { classics, errorOf, solveClassic } from "../test/contracts/stiff-classics.ts";

const methods = [rodas4, rodas5p];
const tolerances = [1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8];
const repeats = 9;
/** Runs of every problem before anything is timed, so that no row pays for the compiler of the engine. */
const warming = 40;

for (let run = 0; run < warming; run++) {
  for (const problem of classics) for (const method of methods) solveClassic(problem, method, 1e-5);
}
console.log("problem    method   rtol    error     steps rejected  rates   time/µs  µs/step");
for (const problem of classics) {
  for (const rtol of tolerances) {
    const least = methods.map(() => Infinity);
    const answers = methods.map((method) => solveClassic(problem, method, rtol));
    for (let repeat = 0; repeat < repeats; repeat++) {
      methods.forEach((method, m) => {
        const start = performance.now();
        answers[m] = solveClassic(problem, method, rtol);
        least[m] = Math.min(least[m]!, performance.now() - start);
      });
    }
    answers.forEach(({ states, stats, status }, m) => {
      const error = status === "done" ? errorOf(problem, states).toExponential(1) : status;
      const time = 1000 * least[m]!;
      console.log(
        [
          problem.name.padEnd(10),
          methods[m]!.name.padEnd(8),
          rtol.toExponential(0),
          error.padStart(9),
          String(stats.steps).padStart(8),
          String(stats.rejected).padStart(6),
          String(stats.rates).padStart(8),
          time.toFixed(0).padStart(9),
          (time / (stats.steps + stats.rejected)).toFixed(2).padStart(8),
        ].join(" "),
      );
    });
  }
}
