import {
  agentFindings,
  openSbml,
  placed,
  readNet,
  refuseForeign,
  sbmlFindings,
  sbmlModel,
} from "kation/formats";
import { check as checkModel, type Model } from "kation/model";
import { plan } from "kation/study";
import { KationError } from "kation/units";
import { colour } from "./colours.ts";
import {
  asError,
  isAgent,
  largestModel,
  loadStudy,
  printRemark,
  type Remark,
  readerFor,
  readText,
  remarksOf,
  type StudyFlags,
  studyFaults,
  studyRemarks,
} from "./files.ts";
import { exitCodeOf } from "./output.ts";

/** kation check FILE: every fault of a study, agent or model at once, and what is odd; exit 2 when there is a fault, 3 when all that is wrong is not supported. */
export function checkVerb(file: string, flags: StudyFlags & { readonly json?: boolean }): void {
  const remarks: Remark[] = [];
  const faults = faultsOf(file, flags, remarks);
  const said = (severity: Remark["severity"]): readonly object[] =>
    remarks.filter((r) => r.severity === severity).map((r) => plain(r.error));
  const [warnings, notes] = [said("warning"), said("note")];
  if (flags.json)
    console.log(
      JSON.stringify(
        {
          file,
          faults: faults.map(plain),
          ...(warnings.length > 0 ? { warnings } : {}),
          ...(notes.length > 0 ? { notes } : {}),
        },
        null,
        1,
      ),
    );
  else {
    if (faults.length === 0) console.log(`${colour.green("ok")} ${file}`);
    const lines = [...faults.map((f) => f.print()), ...remarks.map((r) => printRemark(r, colour))];
    if (lines.length > 0) console.log(lines.join("\n\n"));
  }
  if (faults.length > 0) process.exitCode = Math.min(...faults.map(exitCodeOf));
}

function plain({ code, what, where, why, fix }: KationError): object {
  return { code, what, where, why, fix };
}

function errorsOf(model: Model): KationError[] {
  return checkModel(model)
    .filter((f) => f.severity === "error")
    .map(asError);
}

/** Faults of an SBML file; of one without, what of it cannot be carried. */
function modelFaults(text: string, file: string, remarks: Remark[]): KationError[] {
  const load = readerFor(file, { most: largestModel });
  const findings = sbmlFindings(text, file, load);
  remarks.push(...remarksOf(findings));
  const faults = findings.filter((f) => f.severity === "error");
  if (faults.length > 0) return faults.map(asError);
  const { document } = openSbml(text, file, load);
  refuseForeign(document);
  sbmlModel(document);
  return [];
}

function faultsOf(file: string, flags: StudyFlags, remarks: Remark[]): KationError[] {
  const text = readText(file, largestModel);
  try {
    // A network of BioNetGen is of numbers without units.
    if (/\.net$/i.test(file))
      return errorsOf(readNet(text, file)).filter(({ code }) => code !== "mismatch-unit");
    if (/^\s*</.test(text)) return modelFaults(text, file, remarks);
    if (isAgent(text)) {
      const findings = agentFindings(text, file, readerFor(file));
      remarks.push(...remarksOf(findings));
      return findings.filter((f) => f.severity === "error").map(asError);
    }
    const faults = studyFaults(file, flags);
    if (faults.length > 0) return faults;
    const study = loadStudy(file, flags);
    remarks.push(...studyRemarks(study, file));
    const { arms } = plan(study);
    return arms.flatMap((a) => errorsOf(a.assembly.model));
  } catch (error) {
    if (error instanceof KationError) return [placed(error, text, file)];
    throw error;
  }
}
