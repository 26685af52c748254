import type { KineticLaw, ModelElement, SbmlModel } from "./document.ts";
import type { SbmlMath } from "./math.ts";

/** A formula with the element it stands in and, in a kinetic law, the law whose local parameters it may use. */
export interface Formula {
  readonly element: ModelElement;
  readonly math: SbmlMath;
  readonly law?: KineticLaw;
}

/** Every formula of a model but the bodies of its function definitions, in the order of the file. */
export function formulasOf(model: SbmlModel): Formula[] {
  const out: Formula[] = [];
  const add = (element: (ModelElement & { readonly math?: SbmlMath | undefined }) | undefined): void => {
    if (element?.math) out.push({ element, math: element.math });
  };
  for (const list of [model.initialAssignments, model.rules, model.constraints]) list.forEach(add);
  for (const { kineticLaw: law } of model.reactions)
    if (law?.math) out.push({ element: law, math: law.math, law });
  for (const event of model.events)
    for (const part of [event.trigger, event.delay, event.priority, ...event.assignments]) add(part);
  return out;
}
