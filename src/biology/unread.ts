import { type Sourced, sourced } from "#model";

/** A number of a work in which it could not be read: a wide estimate that says so. */
export function unread(value: string, low: string, high: string): Sourced {
  return sourced(value, {
    grade: "C",
    range: [low, high],
    why: "not reported where it could be read",
    needsPaper: true,
  });
}
