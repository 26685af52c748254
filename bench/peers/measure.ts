import { build, Cvode, type CvodeMode, reference } from "./cvode.ts";
import { folder } from "./environment.mjs";
import * as kation from "./kation.ts";
import { absoluteTolerances, type EngineModel, errorNorm, outputGrid } from "./models.ts";
import { type PythonPlan, runPython } from "./python.ts";
import type { EnsembleRow, Results, Row } from "./work-precision.ts";

/** Repeats, budgets and tolerances of a session. */
export interface Plan {
  readonly quick: boolean;
  readonly python: boolean;
}

/** What a model gave. */
export interface Measured {
  readonly rows: readonly Row[];
  readonly ensembles: readonly EnsembleRow[];
  readonly clocks: Results["clocks"];
  readonly versions: Readonly<Record<string, string>>;
  readonly notes: readonly string[];
}

const modes: Readonly<Record<string, CvodeMode>> = {
  "CVODE dense": "dense",
  "CVODE dense, tuned": "tuned",
  "CVODE KLU": "klu",
};
const labels: Readonly<Record<string, string>> = { roadrunner: "libRoadRunner", copasi: "COPASI" };

/** Everything about one model, Kation and CVODE in turn. */
export async function measure(model: EngineModel, plan: Plan): Promise<Measured> {
  const built = build(model);
  const grid = outputGrid(model);
  const cvode = new Cvode(built.program, grid);
  const exact = await reference(model, grid, cvode);
  const large = model.species.length > 400;
  const rows: Row[] = [];
  const notes: string[] = [];
  const rounds = plan.quick ? 2 : 3;
  const budget = (large ? 0.6e6 : 0.15e6) / (plan.quick ? 3 : 1);
  const most = plan.quick ? 7 : 20;
  const tolerances = plan.quick
    ? [1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8]
    : Array.from({ length: 15 }, (_, k) => 10 ** (-2 - k / 2));
  // Nobody pays for a compiler that is still warming up.
  kation.single(model, 1e-4, absoluteTolerances(model.name, 1e-4, exact.ymax), grid, 60, 1e6);
  for (const rtol of tolerances) {
    const atol = absoluteTolerances(model.name, rtol, exact.ymax);
    const whole = Math.abs(Math.log10(rtol) % 1) < 0.1;
    const tools = ["Kation", ...Object.keys(modes)].filter((tool) => {
      if (tool === "Kation" || tool === "CVODE KLU") return true;
      if (tool === "CVODE dense, tuned" && !whole) return false;
      return !large || (!plan.quick && whole && rtol > 0.9e-6);
    });
    const times = new Map<string, number[]>(tools.map((t) => [t, []]));
    const last = new Map<string, { status: string; steps: number; outputs5: Float64Array }>();
    for (let round = 0; round < rounds; round++) {
      for (const tool of tools) {
        const slow = large && tool.startsWith("CVODE dense");
        if (slow && round > 0) continue;
        const runs =
          tool === "Kation"
            ? kation.single(model, rtol, atol, grid, most, budget)
            : await cvode.single(modes[tool]!, rtol, atol, slow ? 1 : most, budget);
        times.get(tool)!.push(...runs.us);
        last.set(tool, runs);
      }
    }
    for (const tool of tools) {
      const { status, steps, outputs5 } = last.get(tool)!;
      const row = rowOf(tool, model, rtol, times.get(tool)!, status, steps, errorNorm(outputs5, exact));
      rows.push(row);
      if (status !== "done") notes.push(`${model.name}: ${tool} at rtol ${rtol.toExponential(1)}: ${status}`);
    }
  }
  const ensembles = await measureEnsemble(model, plan, cvode, exact.ymax);
  cvode.end();
  const versions: Record<string, string> = {};
  const clocks: Results["clocks"][number][] = [];
  if (plan.python) {
    const answers = await runPython(model, grid, exact, built, pythonPlan(large, plan.quick));
    for (const [name, answer] of Object.entries(answers)) {
      const tool = labels[name] ?? "SciPy";
      if (answer.version) versions[tool] = answer.version;
      if (answer.fault) notes.push(`${model.name}: ${tool}: ${answer.fault}`);
      if (answer.loadMs !== undefined)
        clocks.push({ tool, model: model.name, loadMs: answer.loadMs, firstMs: answer.firstMs ?? null });
      for (const r of answer.rows) {
        const label = labels[r.tool] ?? r.tool.replace("scipy", "SciPy");
        const error = r.outputs5
          ? errorNorm(
              r.outputs5.flat().map((v) => v ?? Number.NaN),
              exact,
            )
          : Number.NaN;
        rows.push(rowOf(label, model, r.rtol, r.us ?? [], r.status, null, error));
        if (r.status !== "done") notes.push(`${model.name}: ${label} at rtol ${r.rtol}: ${r.status}`);
      }
    }
  }
  return { rows, ensembles, clocks, versions, notes };
}

function pythonPlan(large: boolean, quick: boolean): PythonPlan {
  const tolerances = quick ? [1e-3, 1e-5, 1e-7] : [1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9];
  return {
    roadrunner: large ? tolerances.slice(0, quick ? 1 : 4) : tolerances,
    copasi: large ? tolerances.slice(0, quick ? 1 : 3) : tolerances,
    copasiScales: large ? 1 : 3,
    scipy: large
      ? [["BDF", 1e-4]]
      : [
          ["BDF", 1e-6],
          ["LSODA", 1e-6],
          ["Radau", 1e-8],
        ],
    repeats: quick ? 7 : 20,
    budgetUs: quick ? 0.15e6 : 0.5e6,
  };
}

function rowOf(
  tool: string,
  model: EngineModel,
  rtol: number,
  us: readonly number[],
  status: string,
  steps: number | null,
  error: number,
): Row {
  const sorted = [...us].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return {
    tool,
    model: model.name,
    rtol,
    error: status === "done" && Number.isFinite(error) ? error : null,
    us: at(0.5),
    low: at(0.25),
    high: at(0.75),
    runs: us.length,
    steps,
    status,
  };
}

/** Members with every parameter times U(0.7, 1.4), seeded. */
export function memberRows(model: EngineModel, members: number): Float64Array {
  let state = 0x2545f491;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const count = model.parameters.length;
  return Float64Array.from(
    { length: members * count },
    (_, k) => model.parameters[k % count]! * (0.7 + 0.7 * uniform()),
  );
}

async function measureEnsemble(
  model: EngineModel,
  plan: Plan,
  cvode: Cvode,
  ymax: Float64Array,
): Promise<readonly EnsembleRow[]> {
  const n = model.species.length;
  const large = n > 400;
  const own = plan.quick ? (large ? 8 : n > 30 ? 50 : 200) : large ? 40 : 1000;
  const theirs = plan.quick ? (large ? 8 : n > 30 ? 30 : 200) : large ? 8 : n > 30 ? 100 : 1000;
  const atol = absoluteTolerances(model.name, 1e-4, ymax);
  const rows = memberRows(model, own);
  const grid = outputGrid(model);
  const made: EnsembleRow[] = [];
  // As with single runs, nobody pays for a compiler that is still warming up; then all in turn, three times.
  kation.ensemble(model, 1e-4, atol, grid, rows, Math.min(own, 100));
  const times = new Map<string, { us: number[]; members: number; failed: number }>();
  const note = (tool: string, members: number, found: { totalUs: number; failed: number }): void => {
    const known = times.get(tool) ?? { us: [], members, failed: found.failed };
    known.us.push(found.totalUs / members);
    times.set(tool, known);
  };
  for (let round = 0; round < (plan.quick ? 1 : 3); round++) {
    note("Kation", own, kation.ensemble(model, 1e-4, atol, grid, rows, own));
    for (const [tool, mode] of Object.entries(modes)) {
      const slow = large && mode !== "klu";
      if (slow && (plan.quick || round > 0)) continue;
      const members = Math.min(own, theirs);
      note(tool, members, await cvode.ensemble(mode, 1e-4, atol, rows, members));
    }
  }
  for (const [tool, { us, members, failed }] of times)
    made.push({
      tool,
      model: model.name,
      members,
      failed,
      usPerMember: us.sort((a, b) => a - b)[Math.floor(us.length / 2)]!,
    });
  return made;
}

/** Where figures and caches go. */
export const outputs: string = folder;
