import type { Claim } from "../claim.ts";
import { halvesTheSaltDose } from "./culture.ts";

/** Salt particles beside a blocker of NKCC1. */
const claim: Claim = halvesTheSaltDose({
  id: "bumetanide-halves-the-salt-dose",
  says: "With NKCC1 blocked by 10 µM bumetanide half the dose of salt particles kills half of the tumour cells.",
  drug: "bumetanide",
  concentration: "10 uM",
  source: "jiang2019",
  expect: { verdict: "undecided", margin: -0.719657 },
  because:
    "It acts by NKCC1 and by nothing else: where the carrier brings next to no sodium in at rest, the two doses are one. Blocked, the dose falls by a seventh in the median. Without Na/Ca exchange it is a quarter, so that it is bursting and not calcium that it furthers. No paper gives it beside these particles.",
});
export default claim;
