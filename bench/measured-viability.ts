/**
 * Writes docs/reference/measured-viability.md: predictions for plain oxide particles, as priors and as calibrated,
 * beside measured half-effect doses and their spread between laboratories; what was fitted is told from what was not.
 *
 *     npm run measured -- ../shared/data
 */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { png } from "kation/report";
import { type Results, run, toStudy } from "kation/study";
import { materials as fitted } from "./calibrate/choice.ts";
import { type Lane, page } from "./measured/page.ts";
import { picture } from "./measured/picture.ts";
import { marker, measuredCurves } from "./measured/tables.ts";

const materials = [
  ...fitted,
  { name: "TiO2", agent: "tio2-spheres" },
  { name: "SiO2", agent: "sio2-spheres" },
];
const hours = [24, 48, 72];

const folder = process.argv[2] ?? "../shared/data";
if (!existsSync(join(folder, ...marker))) {
  console.log(`skipped: there is no data folder ${folder}; give its path`);
  process.exit(0);
}

function ask(until: number, calibrated: boolean): Promise<Results> {
  return run(
    toStudy({
      kation: 1,
      study: "dose-response",
      title: "Plain oxide particles",
      agents: materials.map((m) => m.agent),
      cells: { tumour: "tumour-generic", normal: "normal-generic" },
      environment: { tumour: "medium-ph7.4", normal: "medium-ph7.4" },
      culture: { density: "1e5 1/mL", volume: "100 uL" },
      dose: { from: "1 ug/mL", to: "1 mg/mL", points: 12 },
      until: `${until} h`,
      read: ["viability"],
      numerics: { points: 2 },
      uncertainty: { draws: 200 },
      without: calibrated ? [] : ["calibration"],
      seed: 1,
    }),
  );
}

const measured = measuredCurves(
  folder,
  materials.map((m) => m.name),
  hours,
);
const lanes: Lane[] = [];
for (const at of hours) {
  const [before, after] = [await ask(at, false), await ask(at, true)];
  const [priors, posteriors] = [before.ic50(), after.ic50()];
  const doses = after.arms[0]!.particleDoses;
  for (const { name, agent } of materials)
    for (const role of ["tumour", "normal"] as const) {
      const curves = measured.filter((c) => c.material === name && c.role === role && c.hours === at);
      if (curves.length === 0) continue;
      const own = (rows: typeof priors): (typeof priors)[number] =>
        rows.find((r) => r.agent === agent && r.role === role)!;
      const isFitted = at === 24 && fitted.some((m) => m.name === name);
      lanes.push({
        name,
        role,
        hours: at,
        fitted: isFitted,
        prior: own(priors),
        posterior: own(posteriors),
        curves,
        doses,
      });
    }
}
mkdirSync("docs/reference", { recursive: true });
writeFileSync("docs/reference/measured-viability.md", page(lanes, measured.length));
writeFileSync("docs/reference/measured-viability.png", await png(picture(lanes), 170));
console.log(page(lanes, measured.length));
