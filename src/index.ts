export { agents, assemble, cells, environments } from "#biology";
export { compile, instantiate } from "#compile";
export { checkStudy, readAgent, readStudy, writeStudy } from "#formats";
export { check, Draft, sourced } from "#model";
export { report } from "#report";
export { rodas4, rodas5p, solve } from "#solve";
export { doseResponse, Results, run, selectivity, timeCourse, verdict } from "#study";
export { KationError, quantity, version } from "#units";
