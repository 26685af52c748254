import { describe, expect, test } from "vitest";
import { referenceCell } from "./cell-network.ts";

/** Within a share of the printed value. */
function near(found: number, printed: number, share = 0.03): void {
  expect(Math.abs(found / printed - 1), `${found} against ${printed}`).toBeLessThanOrEqual(share);
}

describe("the reference cell network gives the printed numbers", () => {
  const basal = referenceCell();
  test.each([
    ["H2O2__cyt", 3.1e-10],
    ["GSH__cyt", 5.5e-3],
    ["GSSG__cyt", 2.7e-8],
    ["PrxSS__cyt", 2.3e-7],
    ["NADP__cyt", 1.9e-7],
    ["Fe2__cyt", 0.999e-6],
  ])("basal %s", (id, printed) => near(basal.rest(id), printed));
  test("basal LOOH/LH and tocopherol", () => {
    near(basal.rest("LOOH__cyt") / 9e-3, 1.0e-6);
    near(basal.rest("TOH__cyt") / 3e-6, 0.89);
  });
  test.each([
    [1, 1.0e-6],
    [0.1, 1.1e-5],
    [0.01, 4.4e-4],
    [0, 0.19],
  ])("GPX4 at %s of normal: LOOH/LH after 24 h", (left, printed) => {
    near(referenceCell({ gpx4_inhibition: 1 - left }).read("LOOH", 3), printed);
  });
  test("a bolus that takes GSH to 0.5 % is made up for within a day and does not ignite", () => {
    const run = referenceCell({}, [1, 24], (y, i) => {
      y[i("GSH__cyt")]! *= 0.005;
    });
    near(run.at("GSH__cyt", 0), 2.8e-3);
    near(run.at("GSH__cyt", 1), 5.5e-3);
    expect(run.read("LOOH", 1)).toBeLessThan(1e-5);
  });
  test.each([
    [1, 3.0e-9],
    [10, 4.0e-8],
    [50, 1.35e-5],
    [200, 6.6e-5],
  ])("outside H2O2 held at %s µM for an hour: inside", (outside, printed) => {
    const held = { k_gsh_loss: 7.4e-5, k_gsh_synthesis: 4.1e-4, H2O2_medium: outside * 1e-3, k_medium: 1e6 };
    near(referenceCell(held, [1]).at("H2O2__cyt", 0), printed);
  });
});

describe("facts that must come out without tuning", () => {
  test("V11: the gradient collapses above 20 µM outside", () => {
    const gradient = (uM: number): number =>
      (uM * 1e-6) /
      referenceCell(
        { k_gsh_loss: 7.4e-5, k_gsh_synthesis: 4.1e-4, H2O2_medium: uM * 1e-3, k_medium: 1e6 },
        [1],
      ).at("H2O2__cyt", 0);
    near(gradient(1), 340, 0.05);
    near(gradient(20), 16, 0.1);
    near(gradient(100), 3, 0.1);
  });
  test("V16: without GPX4 lipid peroxidation ignites; a hundredfold faster trap or less iron holds it", () => {
    const none = referenceCell({ gpx4_inhibition: 1 });
    expect(none.read("LOOH", 0)).toBeGreaterThan(0.02);
    near(none.read("LOOH", 2), 0.14, 0.05);
    near(none.read("LOOH", 3), 0.187, 0.05);
    near(referenceCell({ gpx4_inhibition: 1, k_inh: 580 }).read("LOOH", 3), 2.6e-4, 0.05);
    near(referenceCell({ gpx4_inhibition: 0.999 }).read("LOOH", 3), 0.16, 0.05);
    near(referenceCell({ gpx4_inhibition: 0.999, LIP: 3e-5 }).read("LOOH", 3), 0.004, 0.05);
  });
  test("iron a hundredfold with GPX4 intact does not ignite", () => {
    expect(referenceCell({ LIP: 0.1 }).read("LOOH", 3)).toBeLessThan(1e-4);
  });
});

describe("anchors of death", () => {
  test("an untouched cell lives", () => expect(referenceCell().read("viability", 3)).toBeGreaterThan(0.999));
  test("a cell without GPX4 is dead after a day", () =>
    expect(referenceCell({ gpx4_inhibition: 1 }).read("viability", 3)).toBeLessThan(0.05));
  test.each([
    [1e11, 0.43],
    [1e12, 0.92],
  ])("300 µM H2O2 at %s cells/m³", (density, printed) => {
    const run = referenceCell({ culture_density: density }, [24], (y, i) => {
      y[i("H2O2__med")]! = 0.3;
    });
    near(run.read("viability", 0), printed);
  });
});
