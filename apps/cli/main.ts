import { KationError } from "kation/units";
import { exitCodeOf, printError } from "./output.ts";
import { buildProgram } from "./program.ts";

// A closed pipe (`kation list agents | head`) ends the output, not in an error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

const json = process.argv.includes("--json");
try {
  await buildProgram().parseAsync(process.argv);
} catch (error) {
  if (!(error instanceof KationError)) throw error;
  printError(error, json);
  process.exitCode = exitCodeOf(error);
}
