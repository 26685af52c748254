import { toStudy } from "../read.ts";
import type { Study } from "../types.ts";
import type { CultureStudy } from "./dose-response.ts";

/**
 * Time course: read-outs against time at the doses given, with bands over worlds.
 * @throws the first fault of what was asked, with its path
 */
export function timeCourse(options: CultureStudy): Study {
  return toStudy({ kation: 1, study: "time-course", ...options });
}
