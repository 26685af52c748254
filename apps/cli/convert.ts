import { sbmlDocument, writeSbml } from "kation/formats";
import { type Arm, exportRun, plan, type Study } from "kation/study";
import { KationError, toBase, unit } from "kation/units";
import { checkPlace, loadStudy, type StudyFlags, withPlaces, writeText } from "./files.ts";

/** Flags of `kation convert`. */
export interface ConvertFlags extends StudyFlags {
  readonly agent?: string;
  readonly cell?: string;
  readonly dose?: string;
  readonly json?: boolean;
}

/** kation convert STUDY model.xml: one run of a study as SBML, at rest when it starts. */
export async function convertVerb(file: string, out: string, flags: ConvertFlags): Promise<void> {
  if (!/\.(xml|sbml)$/i.test(out))
    throw new KationError("unsupported-feature", `writing ${out}`, { fix: "name a file that ends in .xml" });
  checkPlace(out);
  const text = await withPlaces(file, () => {
    const study = loadStudy(file, { ...flags, draws: "0" });
    const { arms } = plan(study);
    const arm = one(
      "--cell",
      flags.cell,
      one("--agent", flags.agent, arms, (a) => a.agent.id),
      (a) => a.cell.id,
    )[0]!;
    return writeSbml(sbmlDocument(arm.assembly.model, exportRun(study, arm, doseOf(study, arm, flags.dose))));
  });
  writeText(out, text);
  console.log(flags.json ? JSON.stringify({ files: [out] }) : out);
}

/** The arms a flag chooses; all when they agree in it. */
function one(
  flag: string,
  wanted: string | undefined,
  arms: readonly Arm[],
  idOf: (a: Arm) => string,
): Arm[] {
  const ids = [...new Set(arms.map(idOf))];
  if (wanted === undefined && ids.length > 1)
    throw new KationError("missing-key", `the study has more than one: say ${flag}`, {
      fix: `one of ${ids.join(", ")}`,
    });
  const chosen = arms.filter((a) => wanted === undefined || idOf(a) === wanted);
  if (chosen.length === 0)
    throw new KationError("unknown-name", `the study has no ${wanted}`, { fix: `one of ${ids.join(", ")}` });
  return chosen;
}

/** Particle mass per volume, kg/m³, of a dose in the study's own basis. */
function doseOf(study: Study, arm: Arm, text: string | undefined): number {
  if (text === undefined) {
    if (arm.particleDoses.length === 1) return arm.particleDoses[0]!;
    throw new KationError("missing-key", "the study has more than one dose: say --dose", {
      fix: '--dose "50 ug/mL"',
    });
  }
  const inUnit = study.basis === "amount" ? "mol/m^3" : "kg/m^3";
  const perParticle = { particle: 1, metal: arm.metalShare, amount: arm.metalMolality }[study.basis];
  let value: number;
  try {
    value = toBase(text, unit(inUnit)) / perParticle;
  } catch (error) {
    if (!(error instanceof KationError)) throw error;
    throw new KationError(error.code, `--dose ${text}: ${error.what}`, {
      fix: `--dose "${study.basis === "amount" ? "50 uM" : "50 ug/mL"}": the study's doses count ${study.basis === "amount" ? "amount of metal" : `mass of ${study.basis}`}`,
      cause: error,
    });
  }
  if (value >= 0) return value;
  throw new KationError("out-of-range", `--dose is ${text}`, { why: "it is 0 or more" });
}
