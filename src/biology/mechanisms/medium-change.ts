import type { Draft } from "#model";
import type { Environment, Mechanism } from "../types.ts";
import { useEnvironment } from "./culture.ts";
import { otherOsmolytes } from "./ion-core.ts";

/** Id of an environment in models: `sodium-free` is `sodium_free`. */
export function environmentId(environment: Environment): string {
  return environment.id.replaceAll(/[^A-Za-z0-9]/g, "_");
}

/**
 * Changes of the medium: the ions and osmolytes outside become those of another solution, at once, and come back.
 *
 * Events `medium_<id>` and `medium_back` set Na⁺, K⁺, Cl⁻, Ca²⁺ and the other osmolytes of the medium, and nothing else:
 * particles, drugs, pH, oxygen and temperature stay as they are.
 *
 * @param environments  the solutions of the protocol
 * @limits  a change to the medium that is there already changes nothing at rest
 * @valid   exchange of the bath within seconds; the other ions that a solution is made up with do not cross the membrane
 */
export function mediumChange(options: { environments: readonly Environment[] }): Mechanism {
  return {
    id: "medium-change",
    label: "changes of the medium's ions and osmolarity",
    add(draft) {
      for (const environment of options.environments) {
        const id = environmentId(environment);
        useEnvironment(draft, environment, {
          [`Na_in_${id}`]: "sodium",
          [`K_in_${id}`]: "potassium",
          [`Cl_in_${id}`]: "chloride",
          [`osmolarity_in_${id}`]: "osmolarity",
          ...(draft.has("Ca__med") ? { [`Ca_in_${id}`]: "calcium" } : {}),
        });
        otherOsmolytes(draft, `in_${id}`, environment.id);
        exchange(draft, `medium_${id}`, `in_${id}`, `medium becomes ${environment.id}`);
      }
      exchange(draft, "medium_back", "medium", "medium as before");
    },
  };
}

function exchange(draft: Draft, id: string, suffix: string, label: string): void {
  const ions = ["Na", "K", "Cl", "X", ...(draft.has("Ca__med") ? ["Ca"] : [])];
  draft.event(id, { label, assignments: ions.map((ion) => [`${ion}__med`, `${ion}_${suffix}`]) });
}
