export type { ReadFile } from "./kation/agent.ts";
export { readAgent } from "./kation/agent.ts";
export { largestFile } from "./kation/document.ts";
export type { ReadStudyOptions } from "./kation/study.ts";
export { checkStudy, placed, readData, readStudy, writeStudy } from "./kation/study.ts";
