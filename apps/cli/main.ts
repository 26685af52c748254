import { fail } from "./output.ts";
import { buildProgram } from "./program.ts";

const json = process.argv.includes("--json");
// A closed pipe (`kation list agents | head`) ends the output, not in an error; a full disk behind a redirect is one.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") fail(error, json);
  process.exit();
});
process.on("uncaughtException", (error) => {
  fail(error, json);
  process.exit();
});
try {
  await buildProgram().parseAsync(process.argv);
} catch (error) {
  fail(error, json);
}
