import type { Phase } from "./types.ts";

/** A phase record, frozen. Its id is its formula or short name, so it is not held to the form of other ids. */
export function phase(record: Phase): Phase {
  return Object.freeze(record);
}
