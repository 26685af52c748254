import { expect, test } from "vitest";
import { rodas4, rodas5p, rosenbrock } from "./index.ts";
import { rodas4Data } from "./methods/rodas4.data.ts";

const claim = { name: "changed", order: 4, embedded: 3 };

test("Rodas4 and Rodas5P have the orders and the stability their authors state", () => {
  expect(rodas4).toMatchObject({ denseOrder: 3, stifflyAccurate: true, lStable: true });
  expect(rodas5p).toMatchObject({ denseOrder: 4, stifflyAccurate: true, lStable: true });
});

test("a wrong digit in any coefficient is refused", () => {
  for (const key of ["a", "C"] as const) {
    const table = rodas4Data[key];
    table.forEach((row, i) => {
      row.forEach((value, j) => {
        const changed = table.map((r, k) => (k === i ? r.map((x, l) => (l === j ? value + 1e-6 : x)) : r));
        expect(() => rosenbrock({ ...rodas4Data, ...claim, [key]: changed })).toThrow("invalid-tableau");
      });
    });
  }
  expect(() => rosenbrock({ ...rodas4Data, ...claim, gamma: 0.26 })).toThrow("invalid-tableau");
});

test("a claim above or below the order of the table is refused", () => {
  expect(() => rosenbrock({ ...rodas4Data, ...claim, order: 5 })).toThrow("order 4, claimed 5");
  expect(() => rosenbrock({ ...rodas4Data, ...claim, order: 3 })).toThrow("order 4, claimed 3");
  expect(() => rosenbrock({ ...rodas4Data, ...claim, embedded: 2 })).toThrow("order 3, claimed 2");
});

test("a table of the wrong shape is refused", () => {
  expect(() => rosenbrock({ ...rodas4Data, ...claim, c: [0] })).toThrow("c has 1 entries for 6 stages");
  expect(() => rosenbrock({ ...rodas4Data, ...claim, dense: [[1]] })).toThrow("dense");
});

const oneStage = { embedded: 0, a: [[]], C: [[]], c: [0], dense: [], source: "", error: [0] };

test("the linearly implicit Euler method is told to be of order 1 and L-stable", () => {
  const euler = rosenbrock({ ...oneStage, name: "euler", order: 1, embedded: 1, gamma: 1, b: [1], d: [1] });
  expect(euler).toMatchObject({ denseOrder: 1, lStable: true, stifflyAccurate: true });
});

test("the linearly implicit midpoint rule is told to be of order 2 and not L-stable", () => {
  const midpoint = rosenbrock({
    ...oneStage,
    name: "midpoint",
    order: 2,
    embedded: 2,
    gamma: 0.5,
    b: [2],
    d: [0.5],
  });
  expect(midpoint).toMatchObject({ lStable: false, stifflyAccurate: false });
});
