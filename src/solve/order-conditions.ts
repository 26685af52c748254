/** A rooted tree, as the list of its branches; a leaf has none. */
type Tree = readonly Tree[];

/**
 * A Rosenbrock method in its original form: k_i with coefficients α, Γ, and β = α + Γ (diagonal γ included).
 */
export interface PlainForm {
  readonly alpha: readonly (readonly number[])[];
  readonly beta: readonly (readonly number[])[];
  /** Γ: turns weights of the transformed stages u = Γk into weights of k. */
  readonly Gamma: readonly (readonly number[])[];
}

/** Highest order whose conditions are tested. */
const HIGHEST = 6;

/** Coefficients are printed to 16 digits; their products agree to a few parts in 10¹². */
const CLOSE = 1e-10;

/**
 * Original form of a tableau given in transformed form: Γ = (I/γ − C)⁻¹, α = a·Γ.
 *
 * @source  Hairer and Wanner, Solving Ordinary Differential Equations II, 2nd ed., §IV.7, eqs. 7.21–7.25
 */
export function plainForm(
  gamma: number,
  a: readonly (readonly number[])[],
  C: readonly (readonly number[])[],
): PlainForm {
  const s = a.length;
  const Gamma = lowerInverse(range(s, (i) => range(s, (j) => (i === j ? 1 / gamma : -(C[i]![j] ?? 0)))));
  const alpha = range(s, (i) => range(s, (j) => sum(s, (k) => (a[i]![k] ?? 0) * Gamma[k]![j]!)));
  const beta = range(s, (i) => range(s, (j) => alpha[i]![j]! + Gamma[i]![j]!));
  return { alpha, beta, Gamma };
}

/**
 * Order reached at share θ of a step by the weights w of the transformed stages: the largest p such that
 *
 *     Σ b_i Φ_i(τ) = θ^|τ| / γ(τ)      for all rooted trees τ of at most p nodes, b = w·Γ
 *
 * where Φ multiplies by β along a single branch and by α where several branches meet.
 *
 * @source  Hairer and Wanner, Solving Ordinary Differential Equations II, 2nd ed., §IV.7, theorem 7.3
 */
export function orderReached(form: PlainForm, weights: readonly number[], theta = 1): number {
  const s = weights.length;
  const b = range(s, (j) => sum(s, (i) => weights[i]! * form.Gamma[i]![j]!));
  for (let order = 1; order <= HIGHEST; order++) {
    for (const tree of treesOf(order)) {
      const phi = elementaryWeight(tree, form);
      const found = sum(s, (i) => b[i]! * phi[i]!);
      const size = sum(s, (i) => Math.abs(b[i]! * phi[i]!));
      if (!(Math.abs(found - theta ** order / density(tree)) <= CLOSE * (1 + size))) return order - 1;
    }
  }
  return HIGHEST;
}

/**
 * Largest |R(iy)| over a grid of y in 10⁻²…10⁶, R the stability function 1 + z·bᵀ(I − zβ)⁻¹·1. At most 1
 * together with R(∞) = 0 means L-stable, since R has its only pole at 1/γ > 0.
 */
export function growthOnImaginaryAxis(form: PlainForm, weights: readonly number[]): number {
  const s = weights.length;
  const b = range(s, (j) => sum(s, (i) => weights[i]! * form.Gamma[i]![j]!));
  let most = 0;
  for (let y = 0.01; y < 1e6; y *= 1.05) most = Math.max(most, stability(b, form.beta, y));
  return most;
}

/** |R(iy)|: forward substitution of (I − iyβ)x = 1 in complex numbers. */
function stability(b: readonly number[], beta: readonly (readonly number[])[], y: number): number {
  const re: number[] = [];
  const im: number[] = [];
  let [R, I] = [1, 0];
  for (let i = 0; i < b.length; i++) {
    const p = 1 - y * sum(i, (j) => beta[i]![j]! * im[j]!);
    const q = y * sum(i, (j) => beta[i]![j]! * re[j]!);
    const d = -y * beta[i]![i]!;
    re[i] = (p + q * d) / (1 + d * d);
    im[i] = (q - p * d) / (1 + d * d);
    R -= y * b[i]! * im[i]!;
    I += y * b[i]! * re[i]!;
  }
  return Math.sqrt(R * R + I * I);
}

/** All rooted trees of a number of nodes, each once. */
function treesOf(nodes: number): Tree[] {
  return forests(nodes - 1, nodes - 1);
}

/** Forests of a number of nodes, trees in falling size, none above `largest`. */
function forests(nodes: number, largest: number): Tree[] {
  if (nodes === 0) return [[]];
  const found: Tree[] = [];
  for (let size = Math.min(nodes, largest); size >= 1; size--) {
    const firsts = treesOf(size);
    for (const rest of forests(nodes - size, size)) {
      // Among trees of one size only non-falling positions, so that no forest comes twice.
      const limit = firsts.findIndex((t) => same(t, rest[0]) && nodesOf(t) === size);
      firsts.slice(0, limit < 0 ? firsts.length : limit + 1).forEach((first) => {
        found.push([first, ...rest]);
      });
    }
  }
  return found;
}

function same(a: Tree, b: Tree | undefined): boolean {
  return b !== undefined && a.length === b.length && a.every((branch, i) => same(branch, b[i]));
}

function nodesOf(tree: Tree): number {
  return tree.reduce((total, branch) => total + nodesOf(branch), 1);
}

/** γ(τ): the number of nodes times the densities of the branches. */
function density(tree: Tree): number {
  return tree.reduce((product, branch) => product * density(branch), nodesOf(tree));
}

function elementaryWeight(tree: Tree, form: PlainForm): number[] {
  const s = form.alpha.length;
  const matrix = tree.length === 1 ? form.beta : form.alpha;
  const phi = new Array<number>(s).fill(1);
  for (const branch of tree) {
    const inner = elementaryWeight(branch, form);
    for (let i = 0; i < s; i++) phi[i]! *= sum(s, (j) => matrix[i]![j]! * inner[j]!);
  }
  return phi;
}

function range<T>(n: number, value: (i: number) => T): T[] {
  return Array.from({ length: n }, (_, i) => value(i));
}

function sum(n: number, term: (i: number) => number): number {
  let total = 0;
  for (let i = 0; i < n; i++) total += term(i);
  return total;
}

function lowerInverse(m: readonly (readonly number[])[]): number[][] {
  const n = m.length;
  const inverse = range(n, () => new Array<number>(n).fill(0));
  for (let j = 0; j < n; j++) {
    inverse[j]![j] = 1 / m[j]![j]!;
    for (let i = j + 1; i < n; i++) {
      inverse[i]![j] = -sum(i - j, (k) => m[i]![j + k]! * inverse[j + k]![j]!) / m[i]![i]!;
    }
  }
  return inverse;
}
