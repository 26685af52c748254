import { Command, CommanderError, InvalidArgumentError } from "commander";
import { KationError, nearest, version } from "kation/units";
import { caseVerb } from "./case.ts";
import { checkVerb } from "./check.ts";
import { convertVerb } from "./convert.ts";
import { explainVerb } from "./explain.ts";
import { families, listVerb } from "./list.ts";
import { newVerb } from "./new.ts";
import { runVerb } from "./run.ts";
import { showVerb } from "./show.ts";
import { simulateVerb } from "./simulate.ts";
import { speciateVerb } from "./speciate.ts";
import { validateVerb } from "./validate.ts";

const collect = (value: string, before: readonly string[] = []): string[] => [...before, value];

/** The command line: one verb a file, errors as everywhere else. */
export function buildProgram(): Command {
  const program = new Command("kation")
    .description(
      "Cancer therapy with metal ions, simulated: agent, cells and protocol in; dose-response, reasons and uncertainty out.",
    )
    .version(version)
    .showSuggestionAfterError(false)
    .exitOverride()
    .configureOutput({ writeErr: () => {} });

  const study = (command: Command): Command =>
    command
      .option("--set <path=value>", "replace a number of the study (may be repeated)", collect)
      .option("--seed <n>", "seed of the draws")
      .option("--draws <n>", "number of worlds")
      .option("--json", "print what a machine can read");

  study(program.command("run").argument("<study>", "study file (YAML or JSON)"))
    .description("run a study; write tables, figures and a report")
    .option("--out <folder>", "where to write; default out/<name of the study file>")
    .option("--workers <n>", "threads; default the cores there are")
    .addHelpText(
      "after",
      '\nExample:\n  kation run studies/copper-versus-iron.yaml --draws 50 --set "cells/generic/gpx4=1e-7 M"',
    )
    .action(runVerb);
  study(program.command("check").argument("<file>", "study, agent, SBML or .net file"))
    .description("list every fault of a file")
    .action(checkVerb);
  program
    .command("show")
    .argument(
      "<name>",
      "agent, cell, environment, phase, drug, complex or solid (solids/tenorite where a name is of two), or an agent file",
    )
    .description("a record with every number's value, range, grade and source")
    .option("--against <name>", "list what differs from another record of the same kind")
    .option("--json", "print what a machine can read")
    .addHelpText("after", "\nExample:\n  kation show tumour-generic --against normal-generic")
    .action(showVerb);
  study(program.command("explain").argument("<study>", "study file"))
    .description("the network a study assembles: modules, reactions, rate laws, parameters")
    .option("--agent <id>", "one agent of the study")
    .option("--equations", "the differential equations as well")
    .action(explainVerb);
  study(program.command("convert").argument("<study>", "study file").argument("<file>", "SBML file to write"))
    .description("one run of a study as SBML: model, rest, schedule, and the source of every number")
    .option("--agent <id>", "one agent of the study")
    .option("--cell <id>", "one cell of the study")
    .option("--dose <quantity>", "one dose, in the basis of the study")
    .addHelpText(
      "after",
      '\nExample:\n  kation convert studies/copper-versus-iron.yaml model.xml --agent ms-mno2 --cell tumour-generic --dose "50 ug/mL"',
    )
    .action(convertVerb);
  program
    .command("list")
    .argument("<family>", families.join(" | "))
    .description("what the library holds")
    .option("--json", "print what a machine can read")
    .action(listVerb);
  program
    .command("new")
    .argument("<kind>", "study | agent")
    .argument("<name>", "name of the new file, without ending")
    .description("write a commented file to start from")
    .action(newVerb);
  program
    .command("case")
    .argument("[name]", "one case")
    .description("claims of the literature as executable cases, with their verdicts")
    .option("--all", "every case")
    .option("--apart", "take the claim apart: what each difference between its two sides does")
    .option("--json", "print what a machine can read")
    .action(caseVerb);
  program
    .command("simulate")
    .argument("<model>", "SBML file, Level 2 or 3, with package comp; or .net of BioNetGen")
    .description("a model of your own in time, as a table")
    .option("--duration <time>", "how long, in the model's unit of time")
    .option("--steps <n>", "rows after the first; default 100")
    .option("--settings <file>", "what to report as a settings file of the SBML Test Suite says")
    .option("--out <file>", "write the table there; default standard output")
    .option("--rtol <x>", "relative tolerance of a step; default 1e-9")
    .option("--atol <x>", "absolute tolerance; default 1e-12")
    .option("--method <name>", "rodas5p (default) or rodas4")
    .option("--seed <n>", "seed of the order of simultaneous events; default 1")
    .option("--json", "print what a machine can read")
    .addHelpText(
      "after",
      "\nExample:\n  kation simulate model.xml --duration 100 --steps 500 --out result.csv\n\nExit 3 with the name of a feature that is not carried, 4 when the run stops before its end.",
    )
    .action(simulateVerb);
  program
    .command("speciate")
    .argument("[totals...]", 'what is in the solution, "Fe3=10uM" "citrate=100uM"')
    .description("free ions, complexes and precipitates at equilibrium, from totals and pH")
    .option("--pH <number>", "pH, or free: what the balance of charge asks for")
    .option("--medium <name>", "a fluid with its totals and conditions: medium-ph7.4, cytosol, lysosome, …")
    .option("--temperature <quantity>", "default the medium's, or 25degC")
    .option("--ionic-strength <quantity>", "default the medium's, or auto: that of the ions themselves")
    .option("--activity <model>", "davies (default) or ideal")
    .option(
      "--solids <names>",
      "day (default): those that form within a day; none, all, or names with commas",
    )
    .option("--draws <n>", "bands of 90 % by so many draws of the constants within their ranges")
    .option("--seed <n>", "seed of the draws; default 1")
    .option("--all", "every species and solid, not only those that matter")
    .option("--sources", "the constants behind the table, with range, grade and source")
    .option("--json", "print what a machine can read")
    .addHelpText(
      "after",
      '\nExample:\n  kation speciate "Fe3=10uM" "citrate=100uM" --pH 6.5 --ionic-strength 0.15M\n  kation speciate "Cu2=20uM" --medium medium-ph7.4 --sources',
    )
    .action(speciateVerb);
  program
    .command("validate")
    .description("predictions against reported facts: prediction, band, reported value, fold error")
    .option("--json", "print what a machine can read")
    .action(validateVerb);
  for (const command of program.commands) command.exitOverride().configureOutput({ writeErr: () => {} });
  return guarded(program);
}

/** Faults of the command line itself as errors of Kation, with the nearest name. */
function guarded(program: Command): Command {
  const parse = program.parseAsync.bind(program);
  program.parseAsync = async (argv?: readonly string[]) => {
    if ((argv ?? []).length <= 2) {
      program.outputHelp();
      return program;
    }
    try {
      return await parse(argv as string[]);
    } catch (error) {
      if (error instanceof InvalidArgumentError) throw new KationError("invalid-value", error.message);
      if (!(error instanceof CommanderError)) throw error;
      if (error.exitCode === 0) return program;
      throw fromCommander(error, program, (argv ?? []).slice(2));
    }
  };
  return program;
}

function fromCommander(error: CommanderError, program: Command, args: readonly string[]): KationError {
  const what = error.message.replace(/^error: /, "");
  const verbs = program.commands.map((c) => c.name());
  const help = error.code === "commander.help";
  if (error.code === "commander.unknownCommand" || help) {
    const verb = args[help ? 1 : 0] ?? "";
    const near = nearest(verb, verbs);
    return new KationError("unknown-name", `unknown command '${verb}'`, {
      fix: near.length > 0 ? `did you mean ${near.join(" or ")}?` : `one of ${verbs.join(", ")}`,
    });
  }
  if (error.code === "commander.unknownOption") {
    const command = program.commands.find((c) => c.name() === args[0]) ?? program;
    const options = command.options.map((o) => o.long ?? "");
    const wrong = /'(--?[^']+)'/.exec(what)?.[1] ?? "";
    const near = nearest(wrong, options);
    return new KationError("unknown-name", what, {
      fix: near.length > 0 ? `did you mean ${near.join(" or ")}?` : `one of ${options.join(", ")}`,
    });
  }
  return new KationError("invalid-value", what, { fix: `kation ${args[0] ?? ""} --help` });
}
