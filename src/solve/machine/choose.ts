import { rodas4, rodas5p } from "../methods/index.ts";
import type { Method } from "../types.ts";

/**
 * From here down Rodas5P: on nine reaction networks of 3 to 520 states it costs at 1e-4 what Rodas4 costs (stages
 * times steps within 15 %) with a third of the error, and less below; above, steps are so few that stages decide.
 */
const FINE = 3e-4;

/** The method for a tolerance, unless one is asked for. */
export function methodFor({
  method,
  rtol,
}: {
  readonly method?: Method | undefined;
  readonly rtol: number;
}): Method {
  return method ?? (rtol < FINE ? rodas5p : rodas4);
}
