import { exp } from "#units";
import type { Agent, Core, Phase } from "./types.ts";

/** Particles followed together: a core's, as one mean particle, or those of one of its classes of size. */
export interface ParticleSet {
  readonly core: Core;
  /** Index of the core in the agent. */
  readonly index: number;
  /** Prefix of the core's numbers: `NP`, `NP2`. */
  readonly base: string;
  /** Prefix of the set's species and rules: the same, or `NPc3` for a class. */
  readonly id: string;
  /** Of a class: its share of the core's volume, and ln(radius/median)/s less what the weight by volume shifts it. */
  readonly class?: { readonly share: number; readonly node: number };
}

/** A concentric layer of a core: its phase and the parameters that bound it. */
export interface Layer {
  readonly phase: Phase;
  /** Prefix of its ids: `NP_MnO2`; classes have their own. */
  readonly id: string;
  /** Prefix of its numbers, which all classes share. */
  readonly base: string;
  /** Expressions of inner and outer radius, m. */
  readonly inner: string;
  readonly outer: string;
  /** Layer that covers this one, if any. */
  readonly cover?: { readonly id: string; readonly dissolves: boolean; readonly access?: string };
}

/** Prefix of the ids of core `index` of an agent. */
export function coreId(index: number): string {
  return index === 0 ? "NP" : `NP${index + 1}`;
}

/** Every set of particles of an agent. */
export function particleSets(agent: Agent): ParticleSet[] {
  return agent.cores.flatMap((core, index): ParticleSet[] => {
    const base = coreId(index);
    if (core.classes === undefined) return [{ core, index, base, id: base }];
    return normalNodes(core.classes).map((c, i) => ({ core, index, base, id: `${base}c${i + 1}`, class: c }));
  });
}

/** The layers of a set from inside out. */
export function layersOf(set: ParticleSet, phases: (id: string) => Phase): Layer[] {
  const { core, id: prefix, base } = set;
  const shells = core.shells ?? [];
  const list = [core.phase, ...shells.map((s) => s.phase)].map(phases);
  return list.map((phase, i) => {
    const over = list[i + 1];
    const access = shells[i]?.access;
    return {
      phase,
      id: `${prefix}_${phase.id}`,
      base: `${base}_${phase.id}`,
      inner: i === 0 ? "0 [m]" : `radius_${i - 1}__${prefix}`,
      outer: `radius_${i}__${prefix}`,
      ...(over
        ? {
            cover: {
              id: `${prefix}_${over.id}`,
              dissolves: over.dissolution.length > 0,
              ...(access ? { access: `access_${i + 1}__${base}` } : {}),
            },
          }
        : {}),
    };
  });
}

/** Bodies of one size: volume over the radius cubed, area over the radius squared; the radius of a cube is half its edge. */
const bodies = {
  sphere: { volume: "4.18879020478639", area: "12.5663706143592" },
  cube: { volume: "8", area: "24" },
} as const;

/** The numbers of a body of one size; undefined for rods and sheets. */
function bodyOf(core: Core): { readonly volume: string; readonly area: string } | undefined {
  return core.shape === "sphere" || core.shape === "cube" ? bodies[core.shape] : undefined;
}

/** Power of the radius that a particle's volume goes by: what the size distribution is weighted with. */
export function volumePower(core: Core): 2 | 3 {
  return bodyOf(core) ? 3 : 2;
}

/** Volume of a whole layer, m³, as an expression. */
export function layerVolume(set: ParticleSet, layer: Layer): string {
  const { core, base } = set;
  const inner = layer.inner === "0 [m]" ? "" : ` - ${layer.inner}^2`;
  const body = bodyOf(core);
  if (body) return `${body.volume}*(${layer.outer}^3 - (${layer.inner})^3)`;
  const across = core.shape === "rod" ? `length__${base}` : `thickness__${base}`;
  return `3.14159265358979*(${layer.outer}^2${inner})*${across}`;
}

/**
 * Area of a layer of which `volume` is left, m², as an expression: spheres, cubes and shells shrink from outside; rods
 * keep their length; sheets keep their face and get thinner.
 */
export function layerArea(set: ParticleSet, layer: Layer, volume: string): string {
  const { core, base } = set;
  const body = bodyOf(core);
  if (body) return `${body.area}*((${layer.inner})^3 + ${volume}/${body.volume})^(2/3)`;
  if (core.shape === "sheet") return `(6.28318530717959*${layer.outer}^2 + 2*${volume}/${layer.outer})`;
  const ends = `(1 + ${layer.outer}/length__${base})`;
  return layer.inner === "0 [m]"
    ? `2*sqrt(3.14159265358979*length__${base}*${volume})*${ends}`
    : `6.28318530717959*length__${base}*sqrt(${layer.inner}^2 + ${volume}/(3.14159265358979*length__${base}))*${ends}`;
}

/** Mean area over that of the particle of mean volume, as an exponent of the variance of ln radius. */
export function areaExponent(core: Core): string {
  return { sphere: "-1", cube: "-1", rod: "-0.5", sheet: "0" }[core.shape];
}

/**
 * Nodes and weights that integrate over a standard normal (Gauss–Hermite): of all ways to cut a log-normal into classes
 * the one that gets its moments right with the fewest.
 */
export function normalNodes(n: number): { readonly node: number; readonly share: number }[] {
  // The roots of a Hermite polynomial lie between those of the one before.
  let roots = [0];
  for (let order = 2; order <= n; order++) {
    const edge = 2 * Math.sqrt(order) + 1;
    const bounds = [-edge, ...roots, edge];
    roots = Array.from({ length: order }, (_, i) => bisect(order, bounds[i]!, bounds[i + 1]!));
  }
  // n!/(n·He(n−1))² by logarithms would lose digits; the recurrence is scaled to norm one instead.
  const weights = roots.map((x) => {
    let sum = 0;
    let before = 0;
    let now = 1;
    for (let k = 0; k < n; k++) {
      sum += now * now;
      const next = (x * now - Math.sqrt(k) * before) / Math.sqrt(k + 1);
      before = now;
      now = next;
    }
    return 1 / sum;
  });
  return roots.map((node, i) => ({ node, share: weights[i]! }));
}

function hermite(n: number, x: number): number {
  let before = 0;
  let now = 1;
  for (let k = 0; k < n; k++) {
    const next = (x * now - Math.sqrt(k) * before) / Math.sqrt(k + 1);
    before = now;
    now = next;
  }
  return now;
}

function bisect(n: number, from: number, to: number): number {
  let [low, high] = [from, to];
  const sign = hermite(n, low) < 0;
  for (let i = 0; i < 80; i++) {
    const middle = 0.5 * (low + high);
    if (hermite(n, middle) < 0 === sign) low = middle;
    else high = middle;
  }
  return 0.5 * (low + high);
}

/** Moles of particles of a class per mole of its core's, for a spread s = ln(spread): plain number, for tests. */
export function classNumber(
  of: { readonly node: number; readonly share: number },
  s: number,
  power: 2 | 3,
): number {
  return of.share * exp(-0.5 * power * power * s * s - power * s * of.node);
}
