import { beforeAll, describe, expect, test } from "vitest";
import { doseResponse, type Results, run } from "#study";
import { figures, files, html, png } from "./index.ts";
import { powerTick, tick } from "./panels.ts";
import { measured } from "./plots.ts";

let results: Results;
beforeAll(async () => {
  results = await run(
    doseResponse({
      title: `Iron <script>alert("1")</script> & salt`,
      agents: ["fe2p-nanorods", "tio2-spheres"],
      cells: { tumour: "tumour-generic", normal: "normal-generic" },
      environment: { tumour: "medium-ph6.5", normal: "medium-ph7.4" },
      culture: { density: "1e5 1/mL", volume: "100 uL" },
      dose: { from: "1 ug/mL", to: "1 mg/mL", points: 6 },
      until: "24 h",
      numerics: { points: 9 },
      uncertainty: { draws: 24 },
      data: [{ agent: "fe2p-nanorods", cell: "tumour", dose: 0.01, viability: 0.7 }],
    }),
    { workers: 1 },
  );
}, 60_000);

describe("the page", () => {
  test("escapes what a person wrote", () => {
    expect(html(results)).not.toContain("<script>alert");
  });
  test("fetches nothing from anywhere", () => {
    const outside = [...html(results).matchAll(/(?:src|href|url)\s*[=(]\s*["']?(https?:[^"')\s]+)/g)].map(
      (m) => m[1],
    );
    expect(outside).toEqual([]);
  });
  test("has every section, the exact study and every parameter", () => {
    const text = html(results);
    for (const id of [
      "answer",
      "curves",
      "budget",
      "courses",
      "why",
      "network",
      "numbers",
      "methods",
      "study",
    ])
      expect(text).toContain(`<section id="${id}">`);
    expect(text).toContain(results.standing);
    for (const p of results.arms[0]!.compiled.model.parameters.filter((x) => x.sourced))
      expect(text).toContain(p.path);
  });
  test("says that what is never reached cannot be ranked", () => {
    expect(html(results)).toContain("nothing can be ranked");
  });
});

describe("figures", () => {
  test("draw a measured point at its dose of particle, whatever it was counted by", () => {
    const { arms, plan } = results;
    const counted = (basis: "particle" | "metal" | "amount"): number => {
      const value = { ...plan, study: { ...plan.study, basis } };
      return Number(measured(Object.create(results, { plan: { value } }) as Results)[0]!["dose"]);
    };
    expect(counted("particle")).toBeCloseTo(10, 9);
    expect(counted("metal")).toBeCloseTo(10 / arms[0]!.metalShare, 9);
    expect(counted("amount")).toBeCloseTo(10 / arms[0]!.metalMolality, 9);
  });
  test("label decades by powers of ten, and tenths as they are", () => {
    expect([0.01, 1, 100, 1e4, 1e6, 1e-5].map(powerTick)).toEqual(["0.01", "1", "100", "10⁴", "10⁶", "10⁻⁵"]);
    expect([20000, 250000, -0.0005].map(tick)).toEqual(["20000", "2.5×10⁵", "-5×10⁻⁴"]);
  });
  test("print type of at least 7 pt at both widths", () => {
    for (const figure of figures(results)) {
      for (const mm of [85, 170]) {
        const svg = figure.svg(mm);
        const scale = Number(/scale\(([\d.]+)\)/.exec(svg)?.[1] ?? 1);
        const sizes = [...svg.matchAll(/font-size="([\d.]+)(?:px)?"/g)].map((m) => Number(m[1]));
        // 96 px are an inch, 72 pt too.
        const smallest = Math.min(...sizes) * (svg.includes("scale(") ? scale : 1) * 0.75;
        expect(smallest, `${figure.name} at ${mm} mm`).toBeGreaterThanOrEqual(7);
      }
    }
  });
  test("are as wide as they say and of one name each", () => {
    const all = figures(results);
    expect(new Set(all.map((f) => f.name)).size).toBe(all.length);
    for (const f of all)
      for (const mm of [85, 170]) expect(f.svg(mm)).toContain(`width="${Math.round((mm / 25.4) * 96)}"`);
  });
  test("have no number that is none", () => {
    for (const f of figures(results)) expect(f.svg(170)).not.toMatch(/NaN|Infinity|undefined/);
  });
  test("show the network in at most 25 boxes", () => {
    const network = figures(results).find((f) => f.name.startsWith("network-"))!;
    const boxes = network.svg(170).match(/<rect /g)?.length ?? 0;
    expect(boxes).toBeGreaterThan(5);
    expect(boxes).toBeLessThanOrEqual(25);
  });
  test("become PNGs of 300 dpi", async () => {
    const bytes = await png(figures(results)[0]!.svg(85), 85);
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    expect(view.getUint32(16)).toBe(1004);
  });
});

test("the same results give the same bytes", async () => {
  const [one, two] = [await files(results), await files(results)];
  for (const [name, content] of one)
    expect(Buffer.from(content as string).equals(Buffer.from(two.get(name) as string)), name).toBe(true);
}, 60_000);
