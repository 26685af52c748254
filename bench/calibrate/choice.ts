/** Plain particles whose measured viability is fitted, and the record that stands for each. */
export const materials = [
  { name: "CuO", agent: "cuo-spheres" },
  { name: "Cu2O", agent: "cu2o-spheres" },
  { name: "Fe3O4", agent: "fe3o4-spheres" },
  { name: "Fe2O3", agent: "fe2o3-particles" },
] as const;

/** What may be fitted: damage constants, uptake, and what decides how much of a metal of strategy 1 acts. */
export const fittedPaths = [
  "chemistry/w_T",
  "chemistry/w_N",
  "chemistry/w_L",
  "chemistry/h_max",
  "chemistry/n_damage",
  "cells/generic/uptake",
  "cells/generic/escape",
  "cells/generic/ionEscape",
  "cells/generic/metallothionein",
  "cells/generic/copperExport",
  "cells/generic/ironStorage",
  "cells/generic/ferritinCapacity",
  "phases/CuO/acid",
  "phases/Cu2O/acid",
  "phases/Fe3O4/acid",
] as const;
