import fc from "fast-check";
import type { System } from "#compile";

/** Functions of one number, by name. */
const functions = [
  ...["exp", "ln", "log10", "sqrt", "abs", "floor", "ceil", "sin", "cos", "tan", "asin", "acos", "atan"],
  ...["sinh", "cosh", "tanh"],
];

/** Any expression over the names: every operator and function of the language. */
export function expressions(names: readonly string[]): fc.Arbitrary<string> {
  const { value } = fc.letrec<{ value: string; truth: string }>((tie) => {
    const [v, c] = [tie("value"), tie("truth")];
    const infix = (signs: readonly string[], a: fc.Arbitrary<string>, b: fc.Arbitrary<string>) =>
      fc.tuple(fc.constantFrom(...signs), a, b).map(([sign, x, y]) => `(${x} ${sign} ${y})`);
    const several = fc.array(v, { minLength: 1, maxLength: 4 });
    return {
      value: fc.oneof(
        { maxDepth: 4, depthSize: "small" },
        { weight: 6, arbitrary: fc.constantFrom(...names) },
        { weight: 2, arbitrary: fc.constantFrom("0", "1", "2", "0.5", "1.75", "1e-3") },
        { weight: 6, arbitrary: infix(["+", "-", "*", "/"], v, v) },
        { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...functions), v).map(([f, x]) => `${f}(${x})`) },
        {
          weight: 2,
          arbitrary: fc
            .tuple(
              v,
              fc.oneof(v, fc.constantFrom("2", "3", "0.5", "2.5", "(-1)", "(-2)", "(-1.5)", "9", "(-9)")),
            )
            .map(([x, y]) => `(${x})^(${y})`),
        },
        { weight: 1, arbitrary: v.map((x) => `(-${x})`) },
        {
          weight: 1,
          arbitrary: fc
            .tuple(fc.constantFrom("min", "max"), several)
            .map(([f, x]) => `${f}(${x.join(", ")})`),
        },
        {
          weight: 1,
          arbitrary: fc
            .tuple(fc.array(fc.tuple(v, c), { minLength: 1, maxLength: 3 }), v)
            .map(([cases, x]) => `piecewise(${[...cases.flat(), x].join(", ")})`),
        },
        { weight: 1, arbitrary: c.map((x) => `(${x})`) },
      ),
      truth: fc.oneof(
        { maxDepth: 4, depthSize: "small" },
        { weight: 4, arbitrary: infix(["<", "<=", ">", ">=", "==", "!="], v, v) },
        { weight: 1, arbitrary: infix(["&&", "||"], c, c) },
        { weight: 1, arbitrary: infix(["&&", "||"], v, c) },
        { weight: 1, arbitrary: c.map((x) => `(!${x})`) },
        { weight: 1, arbitrary: v.map((x) => `(!(${x}))`) },
      ),
    };
  });
  return value;
}

/** Systems of any expressions at all: for looking at single values, not for following in time. */
export const anySystems: fc.Arbitrary<System> = fc
  .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 3 }))
  .chain(([n, parameters]) => {
    const states = Array.from({ length: n }, (_, i) => `y${i}`);
    const names = Array.from({ length: parameters }, (_, i) => `p${i}`);
    const all = expressions([...states, ...names, "t"]);
    const some = (of: fc.Arbitrary<string>, count: number) =>
      fc.array(of, { minLength: count, maxLength: count });
    return fc
      .record({
        start: some(expressions(names), n),
        rates: some(all, n),
        observables: fc.array(all, { maxLength: 3 }),
        when: fc.array(all, { maxLength: 2 }),
        set: some(all, 2),
      })
      .map(({ start, rates, observables, when, set }) => ({
        states: Object.fromEntries(states.map((s, i) => [s, start[i]!])),
        parameters: Object.fromEntries(names.map((p, i) => [p, i + 0.5])),
        rates: Object.fromEntries(states.map((s, i) => [s, rates[i]!])),
        observables: Object.fromEntries(observables.map((o, i) => [`o${i}`, o])),
        events: Object.fromEntries(
          when.map((e, i) => [
            `e${i}`,
            { when: `${e} > 0`, set: { [states[0]!]: set[0]!, [names[0]!]: set[1]! } },
          ]),
        ),
      }));
  });

/** Systems whose functions are cut into pieces, and whose pieces need values and conditions of each other. */
export const largeSystems: fc.Arbitrary<System> = fc
  .record({
    shared: fc.array(expressions(["y0", "y1", "y2", "p0", "p1", "t"]), { minLength: 30, maxLength: 30 }),
    picks: fc.array(fc.tuple(fc.nat(29), fc.nat(29), fc.nat(29)), { minLength: 150, maxLength: 150 }),
  })
  .map(({ shared, picks }) => {
    const states = picks.map((_, i) => `y${i}`);
    const law = ([a, b, c]: readonly number[], i: number): string =>
      `piecewise(d${a} + y${i}, d${b} > y${i}, d${c} - y${i}^2, d${a} < d${c}, y${i})*p0 + d${b}*y${(i + 7) % 150}`;
    return {
      states: Object.fromEntries(states.map((s, i) => [s, `p1 + ${i}`])),
      parameters: { p0: 0.5, p1: 1.5 },
      define: Object.fromEntries(shared.map((e, i) => [`d${i}`, e])),
      rates: Object.fromEntries(states.map((s, i) => [s, law(picks[i]!, i)])),
      observables: Object.fromEntries(states.map((s, i) => [s, law(picks[149 - i]!, i)])),
    };
  });

/** Rate laws of states a, b and parameters that neither vanish nor blow up, with every kind of function in them. */
const laws = [
  "p0*a*b",
  "p0*a/(p1 + b)",
  "p0*a^p2/(p1^p2 + a^p2)",
  "p0*a^2.5/(1 + b^1.5)",
  "p1*exp(-a*b)",
  "p0*ln(1 + a)",
  "p1*log10(2 + b)",
  "sqrt(a + 0.01)*p0",
  "p0*abs(sin(a + t))*b",
  "p1*(1 + cos(p0*t))*a",
  "tanh(a)*b/cosh(b)",
  "p0*atan(a)*asin(b/(1 + b))",
  "p1*acos(a/(1 + a))*a",
  "p0*max(a, b, 0.3)",
  "p1*min(a, p2*b)",
  "piecewise(p0*a, a > b && t > 0.2, p1*b, !(a < 0.1) || b <= 0.3, 0.2*a)",
  "p0*a*(1 + floor(3*t))/(2 + ceil(t))",
  "sinh(a/(1 + a))*tan(b/(2 + b))",
];

/**
 * Closed networks of random laws that can be followed in time: what one state loses another gains. With or without an
 * algebraic state that the laws read, and events that fire and change states and parameters.
 */
export const followedSystems: fc.Arbitrary<System> = fc
  .record({
    n: fc.integer({ min: 2, max: 9 }),
    flows: fc.array(
      fc.record({
        from: fc.nat(8),
        to: fc.nat(8),
        other: fc.nat(8),
        law: fc.nat(laws.length - 1),
        k: fc.double({ min: -1.5, max: 1.5, noNaN: true }),
      }),
      { minLength: 2, maxLength: 10 },
    ),
    start: fc.array(fc.double({ min: 0, max: 2, noNaN: true }), { minLength: 9, maxLength: 9 }),
    algebraic: fc.boolean(),
    singular: fc.boolean(),
    events: fc.nat(2),
  })
  .map(({ n, flows, start, algebraic, singular, events }) => {
    const names = Array.from({ length: n }, (_, i) => `y${i}`);
    const rates = names.map(() => "0");
    const define: Record<string, string> = {};
    flows.forEach(({ from, to, other, law, k }, r) => {
      const [a, b] = [names[from % n]!, algebraic ? "z" : names[other % n]!];
      define[`v${r}`] =
        `${10 ** k}*${laws[law]!.replace(/\ba\b/g, a).replace(/\bb\b/g, b)}*${a}/(0.1 + ${a})`;
      rates[from % n] += ` - v${r}`;
      rates[to % n] += ` + v${r}`;
    });
    return {
      states: {
        ...Object.fromEntries(names.map((s, i) => [s, start[i]!])),
        ...(algebraic && { z: 0.1, u: 0, v: 0 }),
      },
      // With `blow` above zero the first state goes to infinity in finite time; where time stands in a root, rates
      // are no numbers behind `cut`; with `cross` at zero the pivots of u and v vanish.
      parameters: { p0: 0.7, p1: 1.3, p2: 2.2, blow: 0, cut: 10, cross: 3 },
      define,
      rates: {
        ...Object.fromEntries(names.map((s, i) => [s, rates[i]!])),
        y0: `${rates[0]} + blow*y0^2${singular ? " - 0.01*y0*sqrt(cut - t)" : ""}`,
      },
      ...(algebraic && {
        algebraic: {
          z: `${names[0]} + 0.5 - z - z^3`,
          u: `cross*u + v - ${names[0]}`,
          v: `u + cross*v - 2*${names[1]}`,
        },
      }),
      observables: { ...Object.fromEntries(names.map((s) => [s, s])), mix: `${names[0]}*t + p0*${names[1]}` },
      events: {
        ...(events > 0 && {
          cross: { when: `${names[0]} > ${names[1]} + 0.05*sin(9*t)`, set: { p0: "p0 + 0.1" } },
        }),
        ...(events > 1 && {
          often: { when: "sin(20*t) > 0.5", set: { [names[1]!]: `0.9*${names[1]} + 0.01` } },
        }),
        dose: { set: { [names[0]!]: `${names[0]} + p1` } },
      },
    };
  });

/** Closed mass-action networks, up to some size; rate constants over three decades are parameters. */
export function massAction(most: number): fc.Arbitrary<System> {
  return fc.integer({ min: 2, max: most }).chain((n) => {
    const one = fc.nat(n - 1);
    const reaction = fc.record({
      a: one,
      b: one,
      c: one,
      d: one,
      two: fc.boolean(),
      log: fc.double({ min: -1.5, max: 1.5, noNaN: true }),
    });
    return fc
      .record({
        reactions: fc.array(reaction, { minLength: n, maxLength: 2 * n }),
        start: fc.array(fc.double({ min: 0, max: 2, noNaN: true }), { minLength: n, maxLength: n }),
      })
      .map(({ reactions, start }) => {
        const rates = start.map(() => "0");
        const define: Record<string, string> = {};
        reactions.forEach(({ a, b, c, d, two }, r) => {
          define[`v${r}`] = two ? `k${r}*y${a}*y${b}` : `k${r}*y${a}`;
          for (const from of two ? [a, b] : [a]) rates[from] += ` - v${r}`;
          for (const to of two ? [c, d] : [c]) rates[to] += ` + v${r}`;
        });
        return {
          states: Object.fromEntries(start.map((x, i) => [`y${i}`, x])),
          parameters: Object.fromEntries(reactions.map(({ log }, r) => [`k${r}`, 10 ** log])),
          define,
          rates: Object.fromEntries(rates.map((rate, i) => [`y${i}`, rate])),
        };
      });
  });
}
