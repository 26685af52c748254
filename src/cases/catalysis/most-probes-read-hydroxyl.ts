import { quantile } from "#results";
import type { Claim } from "../claim.ts";
import { ask, column, frame } from "./culture.ts";

const used = ["DCF", "C11", "MB", "TMB", "ABTS", "DMPO"];

/** Shares of ·OH in the signals of the probes that papers on these agents use. */
const claim: Claim = {
  id: "most-probes-read-hydroxyl",
  says: "Most of the signal of the probes in use (DCFH-DA, C11-BODIPY, methylene blue, TMB, ABTS, DMPO) is ·OH, with Fe2P nanorods in culture at pH 6.5.",
  source: "chemSci2021",
  kind: "emergent",
  expect: { verdict: "fails", margin: -0.412056 },
  distance: "median share of ·OH over the probes − ½",
  because:
    "Uncomplexed Fe(II) near neutral pH makes ferryl; the probes take it, and CO3·⁻, at rates that the medium does not compete with, while it takes nearly all ·OH.",
  async worlds() {
    const read = used.map((id) => `probe.${id}.OH_share`);
    const results = await ask(frame({ agents: ["fe2p-nanorods"], read: [...read, "probe.MB"] }));
    const shares = read.map((r) => column(results, "fe2p-nanorods", r));
    // Where all iron of the medium has rusted, four of the six have nothing to read.
    return column(results, "fe2p-nanorods", "probe.MB").flatMap((signal, w) =>
      signal > 1e-12
        ? [
            quantile(
              shares.map((s) => s[w]!),
              0.5,
            ) - 0.5,
          ]
        : [],
    );
  },
};
export default claim;
