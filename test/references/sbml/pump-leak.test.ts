import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openSbml, readStudy, sbmlDocument, sbmlModel, writeSbml } from "#formats";
import { exportRun, plan, type Study, simulate } from "#study";

/**
 * Pump–leak cells as other tools follow them: `kation convert STUDY NAME.xml --agent … --cell tumour-generic --dose …`, then
 * `peers.py` on what it wrote, as the head of each table says.
 */
const runs = [
  { name: "hypotonic-shock", study: "hypotonic-shock.yaml", agent: "dcpib", dose: 0, until: 7200 },
  { name: "scnp", study: "scnp-tumour-and-normal.yaml", agent: "scnp", dose: -1, until: 86_400 },
] as const;

function shipped(file: string): Study {
  const text = readFileSync(new URL(`../../../studies/${file}`, import.meta.url), "utf8");
  return readStudy(text, file, {
    read: () => "",
    overrides: { without: ["redox"], uncertainty: { draws: 0 } },
  });
}

/** Rows of a stored table by tool: the largest value of every column, and values at times. */
function stored(name: string) {
  const text = readFileSync(new URL(`pump-leak/${name}.csv`, import.meta.url), "utf8");
  const lines = text.trim().split("\n");
  const [head, ...rows] = lines.filter((line) => !line.startsWith("#")).map((line) => line.split(","));
  return { comments: lines.filter((line) => line.startsWith("# ")), columns: head!.slice(2), rows };
}

test.each(runs)(
  "$name runs the same in libRoadRunner and COPASI to 1e-4",
  ({ name, study, agent, dose, until }) => {
    const of = shipped(study);
    const { arms } = plan(of);
    const arm = arms.find((a) => a.agent.id === agent && a.role === "tumour")!;
    const text = writeSbml(sbmlDocument(arm.compiled.model, exportRun(of, arm, arm.particleDoses.at(dose)!)));
    const { document } = openSbml(text, `${name}.xml`);
    const { comments, columns, rows } = stored(name);
    expect(comments.join("\n")).toMatch(/libRoadRunner \d.*CVODE[\s\S]*COPASI \d.*LSODA/);
    const model = sbmlModel(document, { outputs: columns.map((id) => ({ id })) });
    const times = Float64Array.from({ length: 11 }, (_, i) => (i * until) / 10);
    // Amounts of one cell are 10⁻¹⁴ mol.
    const run = simulate(model, { times, rtol: 1e-8, atol: 1e-22 });
    expect(run.status).toBe("done");
    const tools = new Set(rows.map(([tool]) => tool!));
    expect([...tools].sort()).toEqual(["copasi", "roadrunner"]);
    for (const tool of tools) {
      const own = rows.filter(([of]) => of === tool);
      const largest = own
        .find(([, t]) => t === "max")!
        .slice(2)
        .map(Number);
      const course = own.filter(([, t]) => t !== "max");
      expect(course.map(([, t]) => Number(t))).toEqual([...times]);
      // What one tool has no column for (COPASI: a species that nothing changes) is the other's to judge.
      const judged = columns.map((_, j) => course[0]![j + 2] !== "");
      const apart = columns.map((_, j) =>
        Math.max(
          ...course.map(
            (row, i) => Math.abs(Number(row[j + 2]) - run.values[i * columns.length + j]!) / largest[j]!,
          ),
        ),
      );
      expect(
        Object.fromEntries(
          columns.map((id, j) => [id, apart[j]!] as const).filter(([, d], j) => judged[j] && !(d < 1e-4)),
        ),
        tool,
      ).toEqual({});
    }
    // Each course moves: nothing is compared at rest.
    expect(
      columns.filter((_, j) => new Set(rows.filter(([, t]) => t !== "max").map((r) => r[j + 2])).size > 4)
        .length,
    ).toBeGreaterThan(4);
  },
);
