import { writeFileSync } from "node:fs";
import { KationError, nearest } from "kation/units";
import { failedWrite } from "./files.ts";

const templates: Readonly<Record<string, (name: string) => string>> = {
  agent: (name) => `# An agent: what it is made of decides which mechanisms a model gets.
# Phases the library knows: kation list phases. Put the file's path into a study's agents.
kation: 1
agent: ${name}
names: [${name}]
note: what is known of it, and from where
cores:
  - phase: Fe3O4                 # one of kation list phases
    shape: sphere                # sphere | cube (radius is half its edge) | rod (with length) | sheet (with thickness; its radius is a disc's)
    # A number is a quantity, or a quantity with what is known of it: its central 90 % range, grade and source.
    radius: { value: 8 nm, range: [5 nm, 12 nm], grade: C, why: TEM of our batch }
    spread: 1.2                  # geometric standard deviation of the radius
    # shells: [ { phase: MnO2, thickness: 3 nm } ]           # access: 0.5 for a shell whose pores leave half open
    # classes: 8                 # follow the size distribution by classes instead of two moments
    # specific-surface: 54 m^2/g # of a porous core, as measured
coating: { material: none, delay: 0 h }                    # access: share of the surface it leaves open
cargo: []                        # - { enzyme: glucose-oxidase, loading: 0.05 }   mass fraction of the agent
targeting: none                  # { receptor: CD44, gain: 3 }
triggers: []                     # - laser: { wavelength: 808 nm, efficiency: 0.4, extinction: 10 L/g/cm }
                                 # - ultrasound   or   - ultrasound: { frequency: 1 MHz, reduction: 1e-3 1/s }
# release: release.csv           # measured release: columns time (h), fraction, pH, medium; replaces the dissolution law
`,
  study: (
    name,
  ) => `# A study: agents against a tumour and a normal cell. kation list questions names what can be asked.
kation: 1
title: ${name}
study: dose-response
agents: [fe2p-nanorods]          # ids (kation list agents) or paths of agent files
cells: { tumour: tumour-generic, normal: normal-generic }
environment: { tumour: medium-ph6.5, normal: medium-ph7.4 }
culture: { density: 1e5 1/mL, volume: 100 uL }
dose: { from: 1 ug/mL, to: 1 mg/mL, points: 12, basis: particle }   # basis: particle | metal | amount
# protocol:                      # light, ultrasound and X-rays, by time from the dose
#   - { at: 4 h, for: 10 min, laser: { wavelength: 1064 nm, irradiance: 1 W/cm^2 } }
#   - { at: 4 h, for: 5 min, ultrasound: { intensity: 1 W/cm^2, frequency: 1 MHz } }
#   - { at: 4 h, xray: { dose: 6 Gy, rate: 1 Gy/min } }   # or dose: [0 Gy, 2 Gy, 6 Gy]: all doses at each
#   - { at: 0 h, drug: ferrostatin-1, concentration: 1 uM }     # kation list drugs; the control gets it too
#   - { at: 0 h, for: 30 min, medium: hypotonic-200 }            # kation list environments; its ions and osmolarity
until: 24 h
read: [viability, OH.made, GSH, metal]
uncertainty: { draws: 200 }
seed: 1
# set: { cells/generic/gpx4: 1e-7 M }
# data: viability.csv            # own points: columns agent, cell, dose, unit, viability (fraction), sd
`,
};

/** kation new KIND NAME: a commented file to start from; an existing file is never overwritten. */
export function newVerb(kind: string, name: string): void {
  const template = Object.hasOwn(templates, kind) ? templates[kind]! : undefined;
  if (!template) {
    const near = nearest(kind, Object.keys(templates));
    throw new KationError("unknown-name", `there is no template for "${kind}"`, {
      fix: near.length > 0 ? `did you mean ${near.join(" or ")}?` : "study or agent",
    });
  }
  if (!/^[a-z0-9][a-z0-9.-]*$/.test(name))
    throw new KationError("invalid-id", `"${name}" cannot be a name here`, {
      fix: "use lower-case letters, digits, dots and hyphens",
    });
  const file = `${name}.yaml`;
  try {
    writeFileSync(file, template(name), { flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw failedWrite(file, error);
    throw new KationError("failed-write", `${file} is there already`, {
      where: file,
      fix: "choose another name",
    });
  }
  console.log(
    `${file}\n\nGo on:   kation check ${file}${kind === "study" ? `\n         kation run ${file} --draws 20` : "\n         add it to the agents of a study: kation new study my-study"}`,
  );
}
