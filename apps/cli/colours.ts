import pc from "picocolors";

type Colours = ReturnType<typeof pc.createColors>;

/** What of a stream and its surroundings decides on colours. */
export interface ColourSetting {
  readonly terminal: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Whether a stream is written in colour: on a terminal that knows colours, and where `FORCE_COLOR` asks for them; never with
 * `NO_COLOR`. What goes to a file or a pipe is plain, in CI and on Windows too, where picocolors would colour it.
 */
export function coloured({ terminal, env }: ColourSetting): boolean {
  if (env["NO_COLOR"]) return false;
  const forced = env["FORCE_COLOR"];
  if (forced) return forced !== "0" && forced !== "false";
  return terminal && env["TERM"] !== "dumb";
}

/** Colours of standard output. */
export const colour: Colours = of(process.stdout);
/** Colours of standard error. */
export const errorColour: Colours = of(process.stderr);

function of(stream: NodeJS.WriteStream): Colours {
  return pc.createColors(coloured({ terminal: stream.isTTY === true, env: process.env }));
}
