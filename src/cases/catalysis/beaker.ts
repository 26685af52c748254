import { bulkFenton } from "#biology";
import { compile, instantiate } from "#compile";
import { Draft } from "#model";
import { rodas4, solve } from "#solve";

/** ·OH made in one hour in a beaker with 100 µM H2O2 and 1 mM of a probe, M. */
export function beaker(options: {
  readonly pH: number;
  readonly ferrous?: number;
  readonly ferric?: number;
}): number {
  const draft = new Draft("beaker");
  bulkFenton({
    pH: options.pH,
    ferrous: options.ferrous ?? 0,
    ferric: options.ferric ?? 0,
    peroxide: 1e-4,
    probe: 1e-3,
  }).add(draft);
  const compiled = compile(draft.finish());
  const solution = solve(
    {
      kernel: instantiate(compiled.program),
      parameters: compiled.nominal(),
      t0: 0,
      times: Float64Array.of(3600),
    },
    { method: rodas4, rtol: 1e-7, atol: 1e-16 },
  );
  return solution.observed[compiled.observables.indexOf("OH.made")]! / 1000;
}
