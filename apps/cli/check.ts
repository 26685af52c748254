import { agentFindings, placed } from "kation/formats";
import { check as checkModel } from "kation/model";
import { plan } from "kation/study";
import { KationError } from "kation/units";
import { colour } from "./colours.ts";
import {
  asError,
  isAgent,
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

/** kation check FILE: every fault at once, and what is odd; exit 2 when there is a fault. */
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
  if (faults.length > 0) process.exitCode = 2;
}

function plain({ code, what, where, why, fix }: KationError): object {
  return { code, what, where, why, fix };
}

function faultsOf(file: string, flags: StudyFlags, remarks: Remark[]): KationError[] {
  const text = readText(file);
  try {
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
    return arms
      .flatMap((a) => checkModel(a.assembly.model).filter((f) => f.severity === "error"))
      .map(asError);
  } catch (error) {
    if (error instanceof KationError) return [placed(error, text, file)];
    throw error;
  }
}
