import { compileSystem, instantiate, type System, systemEquations } from "#compile";
import { buildModule, Engine, type Member, type Method, rodas4, rodas5p, solve } from "#solve";
import { partsOf } from "../../src/compile/machine/parts.ts";
import { planKernel } from "../../src/compile/machine/plan.ts";

/** A ring of twelve species that meet and part. */
function massAction(): System {
  const names = Array.from({ length: 12 }, (_, i) => `s${i}`);
  const at = (i: number): string => names[i % 12]!;
  const flow = (i: number): string =>
    `k*${1 + (i % 5)}*${at(i)}*${at(i + 3)} - back*${at(i + 1)}*${at(i + 2)}`;
  return {
    states: Object.fromEntries(names.map((s, i) => [s, 0.2 + (i % 4) / 2])),
    parameters: { k: 3, back: 0.7 },
    rates: Object.fromEntries(
      names.map((s, i) => [s, `-(${flow(i)}) - (${flow(i + 9)}) + (${flow(i + 11)}) + (${flow(i + 10)})`]),
    ),
  };
}

/** Powers of states and parameters, every elementary function, and time. */
const powers: System = {
  states: { a: 1, b: "K^0.3", c: 0.2 },
  parameters: { K: 0.8, n: 2.6, V: 1.5 },
  rates: {
    a: "V*c^n/(K^n + c^n) - a*(1 + 0.1*sin(3*t))*tanh(a + b) + 0.01*log10(1 + a)",
    b: "V*a^1.7/(K^1.7 + a^1.7) - b*exp(-0.1*c) + 0.01*atan(b)*acos(a/(1 + a))",
    c: "V*K^n/(K^n + b^n) - c*ln(2 + a) + 0.01*cosh(c/(1 + c))*asin(c/(1 + c)) - 0.01*sinh(c)*cos(t)*c + 0.001*tan(a/(2 + a))",
  },
  observables: { ratio: "a/(b + c)", root: "sqrt(a)*floor(1 + t) + max(a, b, c)" },
};

/** Rates with an algebraic state, events that follow each other, and doses. */
const algebraic: System = {
  states: { free: 1, bound: 0, level: 0.1, count: 0 },
  parameters: { k: 2, limit: 0.4, dose: 0.5 },
  rates: { free: "-k*free*level + 0.2*bound", bound: "k*free*level - 0.2*bound", count: "0" },
  algebraic: { level: "level + level^3 - free" },
  events: {
    low: { when: "free < limit", set: { count: "count + 1", limit: "0.9*limit" } },
    high: { when: "count > 1.5 + sin(t)", set: { free: "free + 0.3" } },
    give: { set: { free: "free + dose" } },
  },
};

/** Models that use everything a module may have in it. */
export const systems = { massAction: massAction(), powers, algebraic } as const;
const times = Float64Array.from({ length: 21 }, (_, i) => i / 4);

/** SHA-256 of all bytes, in hex. */
export async function digest(
  parts: readonly (Uint8Array<ArrayBuffer> | Float64Array<ArrayBuffer>)[],
): Promise<string> {
  const bytes = new Uint8Array(parts.reduce((sum, p) => sum + p.byteLength, 0));
  let at = 0;
  for (const p of parts) {
    bytes.set(new Uint8Array(p.buffer, p.byteOffset, p.byteLength), at);
    at += p.byteLength;
  }
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (x) => x.toString(16).padStart(2, "0")).join("");
}

/** The bytes of a system's module. */
export function moduleOf(system: System, method: Method, lanes: 1 | 2): Uint8Array<ArrayBuffer> {
  const { shape } = compileSystem(system).program;
  const plan = planKernel(systemEquations(system), shape.parameters);
  return buildModule(partsOf(plan, shape.triggerEvents), method, { lanes }).bytes;
}

/** All results of a run, in one row. */
const row = (...values: (Float64Array | number)[]): Float64Array<ArrayBuffer> =>
  Float64Array.from(values.flatMap((v) => (typeof v === "number" ? [v] : [...v])));

/** SHA-256 of module bytes and of all bits of trajectories, by what they are of. */
export async function hashes(): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [name, system] of Object.entries(systems)) {
    const compiled = compileSystem(system);
    const { program } = compiled;
    const { n, observables, events } = program.shape;
    const members = Array.from({ length: 5 }, (_, i): Member => {
      const own = compiled.nominal();
      own[0]! *= 0.7 + i / 5;
      const schedule =
        events > 0
          ? [
              { t: 1, fire: [2] },
              { t: 1.5 + i / 8, set: [{ parameter: 2, value: 0.2 }], fire: [2] },
            ]
          : [];
      return { parameters: own, schedule };
    });
    for (const method of [rodas4, rodas5p]) {
      const options = { method, rtol: method === rodas4 ? 1e-3 : 1e-7, atol: 1e-9, maxSteps: 20_000 };
      for (const lanes of [1, 2] as const) {
        found[`${name}, ${method.name}, module of ${lanes}`] = await digest([
          moduleOf(system, method, lanes),
        ]);
      }
      const engine = new Engine(program);
      const alone = members.map((member) => {
        const run = engine.solve({ ...member, t0: 0, times }, options);
        return row(
          run.states,
          run.observed,
          run.end,
          run.tEnd,
          run.stats.steps,
          ...run.fired.map(({ t }) => t),
        );
      });
      found[`${name}, ${method.name}, one lane`] = await digest(alone);
      const rows = members.map(
        () => [new Float64Array(21 * n), new Float64Array(21 * observables), new Float64Array(n)] as const,
      );
      const rest = members.map((): number[] => []);
      engine.run(
        members,
        { ...options, t0: 0, tEnd: 5, times },
        {
          states: (m) => rows[m]![0],
          observed: (m) => rows[m]![1],
          end: (m) => rows[m]![2],
          outcome: (m, { tEnd, steps }) => rest[m]!.unshift(tEnd, steps),
          fired: (m, _event, t) => rest[m]!.push(t),
        },
      );
      found[`${name}, ${method.name}, two lanes`] = await digest(
        members.map((_, m) => row(...rows[m]!, ...rest[m]!)),
      );
      const reference = solve({ kernel: instantiate(program), ...members[0]!, t0: 0, times }, options);
      found[`${name}, ${method.name}, JavaScript`] = await digest([
        row(reference.states, reference.observed),
      ]);
    }
  }
  return found;
}
