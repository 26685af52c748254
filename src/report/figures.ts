import type { Results } from "#study";
import { gridFigure } from "./grid.ts";
import { hostFigure, hostInfluence } from "./hosts.ts";
import { networkFigure } from "./network.ts";
import {
  courseFigure,
  doseResponseFigure,
  type Figure,
  influenceFigure,
  readFigure,
  selectivityFigure,
} from "./plots.ts";

/** Every figure of a study's report, in reading order. */
export function figures(results: Results): Figure[] {
  const reads = results.plan.study.read;
  const others = reads.filter((r) => r !== "viability");
  const tumour = results.arms.filter((a) => a.role === "tumour");
  const course = results.plan.study.question === "time-course";
  return [
    ...(course ? [] : [doseResponseFigure(results)]),
    ...(course ? [] : [selectivityFigure(results)]),
    ...reads.map((read) => gridFigure(results, read)),
    hostFigure(results),
    ...hostInfluence(results),
    ...(course ? [] : others.map((read) => readFigure(results, read))),
    ...reads.map((read) => courseFigure(results, read)),
    ...(course ? [] : tumour.map((arm) => influenceFigure(results, arm))),
    ...tumour.map((arm) => networkFigure(arm)),
  ].filter((f): f is Figure => f !== undefined);
}
