import {
  type Component,
  chargeOf,
  complexes,
  components,
  findComponent,
  findSolid,
  makeup,
  shiftOf,
  solidMakeup,
} from "#biology";
import { cases } from "./cases.ts";

/**
 * Prints, as JSON, each case as input for PHREEQC: a database with the constants of the records and a solution. Run by
 * `run-phreeqc.py`; components are renamed to elements that PHREEQC cannot mistake for others.
 */
const element = (c: Component): string => `Q${String.fromCharCode(97 + components.indexOf(c))}`;
const bySpecies = new Map(components.map((c) => [c.species, c]));

function sign(charge: number): string {
  return charge === 0 ? "" : `${charge > 0 ? "+" : "-"}${Math.abs(charge) === 1 ? "" : Math.abs(charge)}`;
}

/** A name PHREEQC parses: `QbOH+2`, `H2Qc-`. */
function nameOf(species: string): string {
  if (species === "H+" || species === "OH-") return species;
  const { parts } = makeup(species);
  let text = "";
  for (const [part, n] of parts) {
    const component = bySpecies.get(part);
    if (component) text += element(component) + (n === 1 ? "" : n);
  }
  const protons = parts.get("H+") ?? 0;
  if (protons > 0) text = `H${protons === 1 ? "" : protons}${text}`;
  if (protons < 0) text += `(OH)${-protons}`;
  return text + sign(chargeOf(species));
}

const base = `SOLUTION_MASTER_SPECIES
H H+ -1 H 1.008
H(0) H2 0 H
H(1) H+ -1 0
E e- 0 0 0
O H2O 0 O 16
O(0) O2 0 O
O(-2) H2O 0 0
Alkalinity OH- 1 1 1
MASTERS
SOLUTION_SPECIES
H+ = H+
-GAMMA
e- = e-
H2O = H2O
H2O = OH- + H+
-GAMMA
log_k LOGKW
delta_h HW kJ
2 H2O = O2 + 4 H+ + 4 e-
log_k -86.08
2 H+ + 2 e- = H2
log_k -3.15
`;

function constants(steps: ReturnType<typeof makeup>["steps"]): string {
  let [logK, heat] = [0, 0];
  for (const { of, times, chargeSquares } of steps) {
    logK += times * (of.logK.value.value + shiftOf(of, chargeSquares, 298.15));
    heat += times * (of.enthalpy ? of.enthalpy.value.value : 0);
  }
  return `log_k ${logK}\ndelta_h ${heat} kJ\n`;
}

function databaseOf(used: readonly Component[], davies: boolean): string {
  const gamma = davies ? "" : "-gamma 1e10 0\n";
  const known = new Set(["H+", ...used.map((c) => c.species)]);
  const own = used.map(
    (c) =>
      `${nameOf(c.species)} = ${nameOf(c.species)}\n${gamma || (chargeOf(c.species) === 0 ? "-gamma 1e10 0\n" : "")}`,
  );
  const others = complexes.filter(
    (c) => c.species !== "OH-" && [...makeup(c.species).parts.keys()].every((p) => known.has(p)),
  );
  const formed = others.map(({ species }) => {
    const { parts, steps } = makeup(species);
    const left: string[] = [];
    const right: string[] = [nameOf(species)];
    for (const [part, n] of parts)
      (n > 0 ? left : right).push(`${Math.abs(n) === 1 ? "" : `${Math.abs(n)} `}${nameOf(part)}`);
    return `${left.join(" + ")} = ${right.join(" + ")}\n-no_check\n${constants(steps)}${gamma || (chargeOf(species) === 0 ? "-gamma 1e10 0\n" : "")}`;
  });
  const water = makeup("OH-").steps;
  const [, logK, heat] = /log_k (\S+)\ndelta_h (\S+) kJ/.exec(constants(water))!;
  return (
    base
      .replace("MASTERS\n", used.map((c) => `${element(c)} ${nameOf(c.species)} 0 1 1\n`).join(""))
      .replaceAll("-GAMMA\n", gamma)
      .replace("LOGKW", logK!)
      .replace("HW", heat!) +
    own.join("") +
    formed.join("")
  );
}

function phasesOf(names: readonly string[]): string {
  const text = names.map((name) => {
    const solid = findSolid(name);
    const { parts, steps } = solidMakeup(solid);
    const right = [...parts]
      .filter(([, n]) => n > 0)
      .map(([p, n]) => `${n === 1 ? "" : `${n} `}${nameOf(p)}`);
    const left = [...parts]
      .filter(([, n]) => n < 0)
      .map(([p, n]) => `${-n === 1 ? "" : `${-n} `}${nameOf(p)}`);
    let formula = "";
    for (const [part, n] of parts) {
      const c = bySpecies.get(part);
      if (c) formula += element(c) + (n === 1 ? "" : n);
    }
    const protons = parts.get("H+") ?? 0;
    if (protons > 0) formula = `H${protons}${formula}`;
    if (protons < 0) formula += `(OH)${-protons}`;
    return `Solid_${name}\n${[formula, ...left].join(" + ")} = ${right.join(" + ")}\n-no_check\n${constants(steps)}`;
  });
  return `PHASES\n${text.join("")}`;
}

const written = cases.map((c) => {
  const used = Object.keys(c.totals).map(findComponent);
  const known = new Set(["H+", ...used.map((u) => u.species)]);
  const species = ["H+", ...used.map((u) => u.species), ...complexes.map((x) => x.species)].filter((s) =>
    [...makeup(s).parts.keys()].every((p) => known.has(p)),
  );
  const solution = [
    "SOLUTION 1",
    `temp ${c.celsius}`,
    "units mol/kgw",
    `pH ${c.pH === "free" ? "7 charge" : c.pH}`,
    ...Object.entries(c.totals).map(([id, total]) => `${element(findComponent(id))} ${total}`),
  ].join("\n");
  return {
    name: c.name,
    database: databaseOf(used, c.davies) + (c.solids.length > 0 ? phasesOf(c.solids) : ""),
    solution,
    species: species.map((s) => [s, nameOf(s)]),
    solids: c.solids,
  };
});
console.log(JSON.stringify(written));
