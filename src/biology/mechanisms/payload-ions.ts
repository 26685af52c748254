import type { Draft } from "#model";
import { layersOf, particleSets } from "../shape.ts";
import type { Agent, Cell, Mechanism, Phase } from "../types.ts";
import { bariumOf } from "./barium.ts";
import { freedBy } from "./coating.ts";
import { useCell } from "./culture.ts";

/** Ions of a payload that the ion core or the chemistry of persulfate and barium follow, with their formula. */
const payload = {
  Na: { formula: "Na+", label: "Na+" },
  K: { formula: "K+", label: "K+" },
  Cl: { formula: "Cl-", label: "Cl-" },
  S2O8: { formula: "S2O8-2", label: "persulfate" },
  Ba2: { formula: "Ba+2", label: "Ba2+" },
} as const;

/** Names of the payload's ions. */
export type PayloadIon = keyof typeof payload;
const names = Object.keys(payload) as PayloadIon[];

/** What an ion of the payload turns into inside an endosome, and what waits and leaves as it does. */
const remains: Partial<Record<PayloadIon, string>> = { S2O8: "SO4" };

const places = { med: "in the medium", vesicle: "in endosomes", cyt: "in the cytosol" } as const;

/**
 * Where the ions of a payload go: pools in medium, endosomes and cytosol, and the way out of an endosome that is whole.
 *
 *     Na⁺ + Cl⁻ (endosome) → (cytosol)     2k·Na·Cl/(Na + K + Cl)         so for K⁺
 *
 * A salt leaves by channels as a pair, so that no charge moves: k is the cell's `ionEscape` where there is as much of one
 * as of the other. Persulfate, the sulfate it ends as and Ba²⁺ have no channel, and hold back what belongs to them, sodium or
 * chloride: they wait for the endosome to burst (`endosomeBurst`, for all of `ionsWaiting`). Pools that
 * another mechanism has declared are left as they are; the pools declared here count as osmolytes of their place.
 *
 * Ba²⁺ of a peroxide stands where the protons stood that freed it, so that its arrival moves no charge. Ba²⁺ of a
 * chloride arrives with its anions, and counts among `charges__cyt` as they do; an agent of both is held for a chloride.
 *
 * @limits  no payload, nothing; every pool of an endosome stays neutral
 * @valid   hours; the endosome's own sodium, potassium and chloride are not followed
 */
export function payloadIons(options: { agent: Agent; cell: Cell; phases: (id: string) => Phase }): Mechanism {
  const { agent, cell, phases } = options;
  return {
    id: "payload-ions",
    label: "ions of the payload in medium, endosomes and cytosol",
    add(draft) {
      const freed = ionsFreed(agent, phases);
      const own = freed.filter((ion) => !draft.has(`${ion}__vesicle`));
      for (const ion of freed) {
        const { formula, label } = payload[ion];
        for (const [at, where] of Object.entries(places)) {
          const id = `${ion}__${at}`;
          if (draft.has(id)) continue;
          draft.species(id, { label: `${label} ${where}`, at, formula });
          if (at !== "vesicle") draft.addTo(`osmoles__${at}`, id);
          if (id === "S2O8__cyt") draft.addTo("charges__cyt", `-2*${id}`);
        }
      }
      if (freed.includes("Ba2") && freed.includes("Cl"))
        // What has leaked in from the medium is counted where it leaks.
        draft.addTo("charges__cyt", `2*(${bariumOf("cyt")} - Ba_leaked/v_cell)`);
      leave(draft, cell, own);
    },
  };
}

/** The way out of an endosome that is whole. */
function leave(draft: Draft, cell: Cell, own: readonly PayloadIon[]): void {
  const cations = own.filter((ion) => ion === "Na" || ion === "K");
  if (!own.includes("Cl") || cations.length === 0) return;
  useCell(draft, cell, { k_ion_escape: "ionEscape" });
  const sum = [...cations, "Cl"].map((ion) => `${ion}__vesicle`).join(" + ");
  for (const ion of cations)
    draft.reaction(`leave_${ion}Cl`, `${ion}__vesicle + Cl__vesicle -> ${ion}__cyt + Cl__cyt`, {
      at: "vesicle",
      rate: `2*k_ion_escape*${ion}__vesicle*Cl__vesicle/(${sum} + 1e-3 [mM])`,
      label: `${ion}Cl leaves endosomes by channels`,
    });
}

/** Payload ions that the phases of an agent free. */
export function ionsFreed(agent: Agent, phases: (id: string) => Phase): PayloadIon[] {
  const found = new Set(
    particleSets(agent)
      .flatMap((set) => layersOf(set, phases))
      .flatMap(({ phase }) => phase.dissolution.flatMap((way) => freedBy(way.equation, phase.id)))
      .map(([name]) => name),
  );
  return names.filter((ion) => found.has(ion));
}

/** Ions of an agent's payload that endosomes hold until they burst, and what they have turned into there. */
export function ionsWaiting(draft: Draft, agent: Agent, phases: (id: string) => Phase): string[] {
  return ionsFreed(agent, phases).flatMap((ion) => {
    const made = remains[ion];
    return made !== undefined && draft.has(`${made}__vesicle`) ? [ion, made] : [ion];
  });
}

/** Osmolytes among what one formula unit of a phase frees, by its first way. */
export function osmolytesOf(phase: Phase): number {
  const way = phase.dissolution[0];
  if (!way) return 0;
  return freedBy(way.equation, phase.id)
    .filter(([name]) => names.includes(name as PayloadIon))
    .reduce((sum, [, n]) => sum + n, 0);
}
