import { daviesTerm, debyeHueckelSlope } from "#biology";
import { ln, pow } from "#units";
import { Balance } from "./balance.ts";
import type { Equilibrium } from "./equilibrium.ts";
import { Precipitates } from "./precipitates.ts";

/** How a solution ended. */
export type SpeciationStatus = "done" | "no-balance" | "no-ionic-strength" | "not-finite";

/** Conditions of a solution, numbers in M. */
export interface Conditions {
  /** Totals by component, in the order of the equilibrium, ≥ 0. */
  readonly totals: ArrayLike<number>;
  /** −log10 of the activity of H⁺; absent: what the balance of charge asks for. */
  readonly pH?: number;
  /** `davies` or γ = 1. */
  readonly davies: boolean;
  /** Ionic strength; absent: that of the species themselves. Without `davies` it changes nothing. */
  readonly ionicStrength?: number;
  /** Charge that species not among the components carry, M. */
  readonly otherCharge?: number;
}

/**
 * Solves one solution after another of the same species and solids; nothing is allocated per solution, and none
 * depends on those before it.
 *
 * For a given ionic strength the problem is convex, see {@link Balance} and {@link Precipitates}. The ionic strength of
 * the species is the root of one equation in one unknown, found by the secant method within bounds.
 */
export class EquilibriumSolver {
  readonly equilibrium: Equilibrium;
  readonly balance: Balance;
  readonly precipitates: Precipitates;
  ionicStrength = 0;
  readonly #slope: number;
  #conditions: Conditions | undefined;

  constructor(of: Equilibrium) {
    this.equilibrium = of;
    this.balance = new Balance(of);
    this.precipitates = new Precipitates(this.balance);
    this.#slope = debyeHueckelSlope(of.temperature);
  }

  /** Concentrations of species, M. */
  get concentrations(): Float64Array {
    return this.balance.c;
  }

  /** log10 of a species' activity coefficient. */
  logGamma(charge: number): number {
    return this.#conditions?.davies ? -this.#slope * daviesTerm(this.ionicStrength) * charge * charge : 0;
  }

  /** Finds species and solids. Results stand in `concentrations`, `precipitates.n` and `balance.x`. */
  solve(conditions: Conditions): SpeciationStatus {
    this.#conditions = conditions;
    this.#begin(conditions);
    const given = conditions.ionicStrength;
    if (!conditions.davies || given !== undefined) {
      this.ionicStrength = given ?? 0;
      const status = this.#at(this.ionicStrength, true);
      if (given === undefined) this.ionicStrength = this.#ownStrength();
      return status;
    }
    return this.#strengthOfSpecies();
  }

  #begin({ totals, pH, otherCharge = 0 }: Conditions): void {
    const { balance, equilibrium } = this;
    const count = equilibrium.components.length;
    let charge = otherCharge;
    for (let j = 0; j < count; j++) {
      const total = totals[j]!;
      balance.totals[j] = total;
      balance.present[j] = total > 0 ? 1 : 0;
      balance.x[j] = total > 0 ? ln(total) : 0;
      charge += total * equilibrium.charges[j]!;
    }
    balance.size = pH === undefined ? count + 1 : count;
    balance.present[count] = 1;
    balance.totals[count] = -charge;
    balance.x[count] = -(pH ?? 7) * ln(10);
    balance.iterations = 0;
    this.precipitates.begin();
  }

  /** Solves at one ionic strength. */
  #at(strength: number, fresh: boolean): SpeciationStatus {
    const { balance, equilibrium } = this;
    this.ionicStrength = strength;
    const perSquare = this.#conditions!.davies ? this.#slope * daviesTerm(strength) * ln(10) : 0;
    const { from, column } = equilibrium.makeup;
    for (let i = 0; i < balance.lnB.length; i++) {
      let there = true;
      for (let k = from[i]!; k < from[i + 1]!; k++) there &&= balance.present[column[k]!] === 1;
      balance.lnB[i] = there ? equilibrium.lnK[i]! + perSquare * equilibrium.charges[i]! ** 2 : -Infinity;
    }
    if (fresh) balance.approach();
    const held = this.precipitates.held.length > 0;
    if (!held && !balance.settle()) return this.#fault();
    if (!this.precipitates.settle()) return this.#fault();
    return "done";
  }

  #fault(): SpeciationStatus {
    for (const c of this.balance.c) if (!Number.isFinite(c)) return "not-finite";
    return "no-balance";
  }

  #ownStrength(): number {
    const { charges } = this.equilibrium;
    let sum = 0;
    for (let i = 0; i < charges.length; i++) sum += this.balance.c[i]! * charges[i]! ** 2;
    return sum / 2;
  }

  /** I so that ½·Σ z²·c(I) = I. */
  #strengthOfSpecies(): SpeciationStatus {
    let low = 0;
    let high = Infinity;
    let [at, before, offBefore] = [Math.min(this.#guess(), 0.3), Number.NaN, Number.NaN];
    for (let round = 0; round < 60; round++) {
      const status = this.#at(at, round === 0);
      if (status !== "done") return status;
      const own = this.#ownStrength();
      const off = own - at;
      if (Math.abs(off) <= 1e-12 * (at + own) + 1e-16) return "done";
      if (off > 0) low = at;
      else high = at;
      const slope = (off - offBefore) / (at - before);
      [before, offBefore] = [at, off];
      let next = slope < 0 ? at - off / slope : own;
      if (!(next > low && next < high)) next = high < Infinity ? (low + high) / 2 : Math.max(own, 2 * low);
      if (next === at || (high < Infinity && high - low <= 1e-15 * high)) return "done";
      at = next;
    }
    return "no-ionic-strength";
  }

  /** The ionic strength that the components would have by themselves. */
  #guess(): number {
    const { balance, equilibrium } = this;
    let sum = pow(10, balance.x[equilibrium.components.length]! / ln(10)) / 2;
    for (let j = 0; j < equilibrium.components.length; j++)
      sum += (balance.totals[j]! * Math.min(equilibrium.charges[j]! ** 2, 4)) / 2;
    return sum;
  }
}
