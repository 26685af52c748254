import type { Elementary, Lanes, Module, Real, Reals } from "#wasm";
import type { Layout, Sizes } from "./layout.ts";
import type { LuWriter } from "./lu.ts";

/** Indices of what the stages of a step call. */
export interface StageFunctions {
  /** () factorises shift·M − jac into `lu`; leaves 1 in `lane.good` where every pivot is sound, else 0. */
  readonly factor: number;
  /** (vector) solves in place. */
  readonly backsolve: number;
  /** (vector) u = (shift·M − J)⁻¹·(f(`trial`) + `w`). */
  readonly stage: number;
}

/**
 * Indices of the functions that a model contributes to its module. All work on the memory of the layout; time is read
 * from `lane.stageTime`.
 */
export interface KernelFunctions {
  /** (lane) fills what follows from parameters alone in `c`. `lane` is 8 times the number of the lane. */
  readonly prepare: number;
  /** (lane) initial state from parameters to `y`. */
  readonly initial: number;
  /** () rates and Jacobian at `y` to `f0` and `jac`, ∂f/∂t to `ft` unless autonomous. */
  readonly evaluate: number;
  /** What stages call; nothing where they are written into one function. */
  readonly stages?: StageFunctions;
  /** (lane) trigger functions at `at` to `now`. */
  readonly triggers: number;
  /** (lane, event) carries an event out on `y` and `c`. */
  readonly fire: number;
  /**
   * (pointer, pointer, θ, θ) what is observed at two shares of the last step, a lane's next two rows or one of each lane, and
   * the two times of `stageTime`, to the pointers.
   */
  readonly observe: number;
}

/** The parts of a small model that may be written into one function with the stages. */
export interface InlineKernel {
  /** Writes f; `store` takes each row once. */
  rates(
    real: Reals,
    layout: Layout,
    elementary: Elementary,
    state: (index: number) => Real,
    store: (index: number, value: () => Real) => void,
  ): void;
  readonly lu: LuWriter;
}

/** What a model gives the step loop to be built around. */
export interface Parts extends Sizes {
  readonly observables: number;
  /** Event that each trigger fires. */
  readonly triggerEvents: readonly number[];
  /** What the factorisation runs over, by the bytes from one state to the next. */
  luTable(stride: number): Int32Array;
  /** Writes the model's functions into a module. */
  define(module: Module, layout: Layout, elementary: Elementary): KernelFunctions;
  /** Of models so small that stages in one function pay. */
  readonly inline?: InlineKernel;
}

/** Of which kind a module is. */
export interface Kind {
  readonly lanes: Lanes;
}
