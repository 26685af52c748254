export type { CultureStudy } from "./dose-response.ts";
export { doseResponse } from "./dose-response.ts";
export { selectivity } from "./selectivity.ts";
export { timeCourse } from "./time-course.ts";
export type { VaccinationStudy } from "./vaccination.ts";
export { vaccination } from "./vaccination.ts";
