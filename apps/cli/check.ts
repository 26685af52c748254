import { placed, readAgent } from "kation/formats";
import { check as checkModel } from "kation/model";
import { plan } from "kation/study";
import { KationError } from "kation/units";
import pc from "picocolors";
import { loadStudy, readerFor, readText, type StudyFlags, studyFaults } from "./files.ts";

/** kation check FILE: every fault at once; exit 2 when there is one. */
export function checkVerb(file: string, flags: StudyFlags & { readonly json?: boolean }): void {
  const faults = faultsOf(file, flags);
  if (flags.json)
    console.log(
      JSON.stringify(
        { file, faults: faults.map(({ code, what, where, why, fix }) => ({ code, what, where, why, fix })) },
        null,
        1,
      ),
    );
  else if (faults.length === 0) console.log(`${pc.green("ok")} ${file}`);
  else console.log(faults.map((f) => f.print()).join("\n\n"));
  if (faults.length > 0) process.exitCode = 2;
}

function faultsOf(file: string, flags: StudyFlags): KationError[] {
  const text = readText(file);
  try {
    if (/^\s*"?agent"?\s*:/m.test(text) && !/^\s*"?study"?\s*:/m.test(text)) {
      readAgent(text, file, readerFor(file));
      return [];
    }
    const faults = studyFaults(file, flags);
    if (faults.length > 0) return faults;
    const { arms } = plan(loadStudy(file, flags));
    return arms
      .flatMap((a) => checkModel(a.compiled.model).filter((f) => f.severity === "error"))
      .map(
        (f) => new KationError(f.code as "invalid-value", f.what, { where: f.where, why: f.why, fix: f.fix }),
      );
  } catch (error) {
    if (error instanceof KationError) return [placed(error, text, file)];
    throw error;
  }
}
