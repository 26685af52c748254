// npm start: set up what is missing, then the main job with its defaults; further arguments go to the command line.
import { fromSource, installIfNeeded, node } from "./install.mjs";

installIfNeeded();
const given = process.argv.slice(2);
process.exitCode = node([
  ...fromSource,
  "apps/cli/main.ts",
  ...(given.length > 0 ? given : ["run", "studies/copper-versus-iron.yaml"]),
]);
