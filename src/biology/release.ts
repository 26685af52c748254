import { KationError, ln } from "#units";
import type { Agent, ReleaseCurve, ScheduleEntry } from "./types.ts";

/** Settings that carry a measured release: the hazard of an undissolved formula unit, by place. */
export const releaseSettings = {
  med: "k_release_med",
  early__vesicle: "k_release_early",
  late__vesicle: "k_release_late",
  cyt: "k_release_cyt",
} as const;

/** pH a particle meets in each place; the curve measured nearest to it is used there. */
const typicalPH = { med: 7.4, early__vesicle: 6, late__vesicle: 4.7, cyt: 7.2 } as const;

/**
 * A measured release curve as steps of a rate: between two points the fraction left decays by a constant hazard,
 * ln((1 − f₁)/(1 − f₂))/(t₂ − t₁), so that the released fraction meets every measured point.
 * After the last point the release rests. Time runs from the dose, not from uptake.
 */
export function releaseSteps(agent: Agent): ScheduleEntry[] {
  if (!agent.release || agent.release.length === 0) return [];
  const entries: ScheduleEntry[] = [];
  for (const [place, setting] of Object.entries(releaseSettings)) {
    const curve = nearestCurve(agent.release, typicalPH[place as keyof typeof typicalPH]);
    let last = { time: 0, fraction: 0 };
    for (const point of curve.points) {
      if (point.time <= last.time) {
        if (point.fraction > last.fraction) throw backwards(agent.id, curve);
        continue;
      }
      const left = Math.max(1 - point.fraction, 1e-6);
      const hazard = Math.max(0, ln(Math.max(1 - last.fraction, 1e-6) / left) / (point.time - last.time));
      entries.push({ t: last.time, set: { [setting]: hazard } });
      last = { time: point.time, fraction: Math.max(last.fraction, point.fraction) };
    }
    entries.push({ t: last.time, set: { [setting]: 0 } });
  }
  return entries;
}

function nearestCurve(curves: readonly ReleaseCurve[], pH: number): ReleaseCurve {
  return curves.reduce((best, c) => (Math.abs(c.pH - pH) < Math.abs(best.pH - pH) ? c : best));
}

function backwards(agent: string, curve: ReleaseCurve): KationError {
  return new KationError(
    "invalid-value",
    `the release curve at pH ${curve.pH} has something released at its first time`,
    {
      where: `agents/${agent}/release`,
      fix: "let the curve begin at time 0 with fraction 0",
    },
  );
}
