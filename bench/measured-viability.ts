/**
 * Writes docs/reference/measured-viability.md: uncalibrated predictions for plain oxide particles beside measured
 * half-effect doses and their spread between laboratories. Nothing is fitted.
 *
 *     npm run measured -- ../shared/data
 */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { png } from "kation/report";
import { doseText, type HalfEffectRow, run, toStudy } from "kation/study";
import { log10, plainNumber } from "kation/units";
import { type Curve, marker, measuredCurves } from "./measured/tables.ts";

const materials = [
  { name: "CuO", agent: "cuo-spheres" },
  { name: "Cu2O", agent: "cu2o-spheres" },
  { name: "Fe3O4", agent: "fe3o4-spheres" },
  { name: "TiO2", agent: "tio2-spheres" },
  { name: "SiO2", agent: "sio2-spheres" },
];

const quantile = (values: number[], q: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = q * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
  return low === high ? low : low + (high - low) * (at % 1);
};

const folder = process.argv[2] ?? "../shared/data";
if (!existsSync(join(folder, ...marker))) {
  console.log(`skipped: there is no data folder ${folder}; give its path`);
  process.exit(0);
}
const measured = measuredCurves(
  folder,
  materials.map((m) => m.name),
  [24],
);
const results = await run(
  toStudy({
    kation: 1,
    study: "dose-response",
    title: "Plain oxide particles",
    agents: materials.map((m) => m.agent),
    cells: { tumour: "tumour-generic", normal: "normal-generic" },
    environment: { tumour: "medium-ph7.4", normal: "medium-ph7.4" },
    culture: { density: "1e5 1/mL", volume: "100 uL" },
    dose: { from: "1 ug/mL", to: "1 mg/mL", points: 12 },
    until: "24 h",
    read: ["viability"],
    numerics: { points: 5 },
    uncertainty: { draws: 200 },
    seed: 1,
  }),
);
const predicted = results.ic50();

function line(material: (typeof materials)[number], role: Curve["role"]): string {
  const row = predicted.find((r) => r.agent === material.agent && r.role === role)!;
  const list = measured.filter((c) => c.material === material.name && c.role === role);
  const reached = list.filter((c) => c.half > 0 && c.half < Infinity).map((c) => c.half);
  const spread =
    reached.length > 1
      ? `${plainNumber(quantile(reached, 0.25), 2)} – ${plainNumber(quantile(reached, 0.75), 2)}`
      : "–";
  const all = list.map((c) => c.half);
  const median = all.length === 0 ? Number.NaN : quantile(all, 0.5);
  const medianText =
    all.length === 0 ? "no curve" : median === Infinity ? "not reached" : plainNumber(median, 2);
  return `| ${material.name} | ${role} | ${row.text} | ${Math.round(row.notReached * 100)} % | ${list.length} | ${list.filter((c) => c.half === Infinity).length} | ${medianText} | ${spread} | ${fold(row, median)} |`;
}

function fold(row: HalfEffectRow, median: number): string {
  const doses = results.arms[0]!.particleDoses;
  if (Number.isNaN(median)) return "–";
  if (median === Infinity)
    return row.median === Infinity ? "both above the doses" : `predicted ${doseText(row.median, doses)}`;
  if (row.median === Infinity) return "predicted above the doses";
  const ratio = (row.median * 1e3) / median;
  return `${plainNumber(ratio > 1 ? ratio : 1 / ratio, 2)}× ${ratio > 1 ? "higher" : "lower"}`;
}

/** Bands of the prediction and every measured curve on one log axis. */
function picture(): string {
  const [width, left, right, step] = [643, 96, 20, 30];
  const lanes = materials.flatMap((m) => (["tumour", "normal"] as const).map((role) => ({ ...m, role })));
  const x = (ug: number): number =>
    left + ((log10(Math.min(Math.max(ug, 0.3), 3000)) - log10(0.3)) / log10(1e4)) * (width - left - right);
  const colour = { tumour: "#c8501e", normal: "#0b6fb3" };
  const parts: string[] = [];
  for (const tick of [1, 10, 100, 1000]) {
    parts.push(
      `<line x1="${x(tick)}" x2="${x(tick)}" y1="20" y2="${24 + lanes.length * step}" stroke="#e3e5e8"/><text x="${x(tick)}" y="${40 + lanes.length * step}" text-anchor="middle">${tick}</text>`,
    );
  }
  lanes.forEach((lane, i) => {
    const y = 36 + i * step;
    const row = predicted.find((r) => r.agent === lane.agent && r.role === lane.role)!;
    const at = (v: number): number => x(v * 1e3);
    parts.push(`<text x="4" y="${y + 4}">${lane.name}, ${lane.role}</text>`);
    parts.push(
      `<rect x="${at(row.low).toFixed(1)}" y="${y - 6}" width="${Math.max(2, at(row.high) - at(row.low)).toFixed(1)}" height="12" rx="3" fill="${colour[lane.role]}" fill-opacity="0.18"/>`,
    );
    parts.push(
      `<line x1="${at(row.median).toFixed(1)}" x2="${at(row.median).toFixed(1)}" y1="${y - 8}" y2="${y + 8}" stroke="${colour[lane.role]}" stroke-width="2.4"/>`,
    );
    const list = measured.filter((c) => c.material === lane.name && c.role === lane.role);
    list.forEach((c, k) => {
      const jitter = ((k * 7) % 11) - 5;
      if (c.half === Infinity) {
        parts.push(
          `<path d="M${x(c.highest).toFixed(1)},${y + jitter - 3}l5,3l-5,3z" fill="none" stroke="#1c1f24" stroke-width="0.9"/>`,
        );
      } else
        parts.push(
          `<circle cx="${x(Math.max(c.half, 0.3)).toFixed(1)}" cy="${y + jitter}" r="2.8" fill="#1c1f24" fill-opacity="0.75"/>`,
        );
    });
  });
  const high = 62 + lanes.length * step;
  parts.push(
    `<text x="${width - right}" y="${56 + lanes.length * step}" text-anchor="end">24 h half-effect dose of particle (µg/mL) →</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${high}" viewBox="0 0 ${width} ${high}" font-family="Inter, sans-serif" font-size="10" fill="#1c1f24">${parts.join("")}</svg>`;
}

const page = `# Predictions beside measured viability

Plain oxide particles, 24 h, uncalibrated priors: every rate that nobody has measured is a wide grade C. **Nothing is fitted to these
data.** Made by \`npm run measured -- DATA\` from ${measured.length} measured curves of at least three doses; the quarter of each data
set that is kept back for blind validation is not among them.

![Predicted bands and measured curves](measured-viability.png)

Shade: 90 % band of the prediction over 200 worlds; bar: its median. Dots: measured curves (at the left edge: below the lowest dose
measured); triangles: curves that do not fall to one
half at their highest dose.

| material | cell | predicted IC50 (90 % band), particle | worlds not reached | curves | of these not reached | measured median, µg/mL | quartiles of those reached | prediction against it |
|---|---|---|---|---|---|---|---|---|
${materials.flatMap((m) => (["tumour", "normal"] as const).map((role) => line(m, role))).join("\n")}

**How to read it.** Laboratories differ: within one material and class, the standard deviation of measured half-effect doses is 0.25 to
0.6 in log10. A prediction within two- to threefold of one laboratory is as good as a second laboratory. The bands here span decades
because dissolution in the lysosome, escape from it and the dose of damage that kills are not known; measuring the first two for one
material would narrow them most. 

**What it says.** Copper oxides kill at 15- to 50-fold lower doses than the median prediction, at or below the lower end of its band. In
the model copper kills once it exceeds glutathione; what it does to protein thiols and iron–sulfur clusters before that is not in it.
Magnetite is predicted to kill at doses that nearly all laboratories find harmless: the storage of iron beyond rest (grade C) is the
number to look at. Both are for calibration; no prior was moved for this page. Silica and titania are inert by record: their predictions say that nothing is freed, so the measured
toxicity of some silicas at high dose is beyond the model.

Sources: ChemX (Center for AI in Chemistry, ITMO University, 2025; MIT licence; articles by DOI in its table); Choi et al., Sci. Rep. 8,
6110 (2018) and Papadiamantis et al., Nanomaterials 10, 2017 (2020), both CC BY 4.0.
`;
mkdirSync("docs/reference", { recursive: true });
writeFileSync("docs/reference/measured-viability.md", page);
writeFileSync("docs/reference/measured-viability.png", await png(picture(), 170));
console.log(page);
