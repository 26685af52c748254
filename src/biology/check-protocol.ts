import type { Finding, Sourced } from "#model";
import { plainNumber, toBase } from "#units";
import type { ProtocolStep } from "./assemble.ts";
import { findPhase } from "./catalogue.ts";
import { laserOf } from "./mechanisms/heat.ts";
import { ionsFreed } from "./mechanisms/payload-ions.ts";
import { persulfateAbsorbs, persulfateClear } from "./mechanisms/persulfate-light.ts";
import { ultrasoundOf } from "./mechanisms/ultrasound.ts";
import type { Agent } from "./types.ts";

/** Part by which a wavelength may differ from the one an extinction was measured at. */
const wavelengthBand = 0.1;
/** Factor by which a frequency may differ from the one an answer to ultrasound was measured at. */
const frequencyFactor = 3;
/** Frequency at which sonolysis and warming are stated, and an answer whose record names none. */
const usualFrequency = { hertz: 1e6, text: "1 MHz" };

/**
 * What is odd about light and sound of a protocol for an agent: extinction, conversion and the answer to ultrasound
 * are taken as measured, whatever the protocol shines or sounds.
 *
 * @param agent     the agent, of which laser and ultrasound triggers count
 * @param protocol  steps with quantities that can be read
 * @param set       numbers of the study by path, which stand for those of the record
 * @returns warnings (`out-of-range`): a laser off the trigger's wavelength by more than a tenth, ultrasound off its
 *          frequency, or off 1 MHz where the record names none, by more than a factor of three; light that persulfate may
 *          absorb, at a wavelength where how much is not at hand; and a note on ultraviolet, which kills by itself
 */
export function checkProtocol(
  agent: Agent,
  protocol: readonly ProtocolStep[],
  set: ReadonlyMap<string, Sourced> = new Map(),
): Finding[] {
  const at = `agents/${agent.id}/triggers`;
  const laser = laserOf(agent);
  const sound = ultrasoundOf(agent);
  const persulfate = ionsFreed(agent, findPhase).includes("S2O8");
  return protocol.flatMap((step, i) => {
    const found: Finding[] = [];
    if (laser && step.laser) {
      const known = set.get(`${at}/laser/wavelength`) ?? laser.wavelength;
      const [given, measured] = [toBase(step.laser.wavelength, "m"), toBase(known.value)];
      if (Math.abs(given / measured - 1) > wavelengthBand)
        found.push({
          severity: "warning",
          code: "out-of-range",
          what: `light of ${nanometres(given)} on ${agent.id}, whose extinction and conversion were measured at ${nanometres(measured)}`,
          where: `protocol/${i}/laser/wavelength`,
          why: `they are used as they stand; a tenth away a band of absorption may have fallen several fold, and the heat with it`,
          fix: `shine ${nanometres(measured)}, or set ${at}/laser/extinction as measured at ${nanometres(given)} and ${at}/laser/wavelength with it`,
        });
    }
    if (persulfate && step.laser) found.push(...lightOfPersulfate(agent, step.laser.wavelength, i));
    if (sound && step.ultrasound) {
      const known = sound.frequency;
      const given = toBase(step.ultrasound.frequency, "1/s");
      const measured = known ? toBase(known.value) : usualFrequency.hertz;
      const ratio = given / measured;
      if (Math.max(ratio, 1 / ratio) > frequencyFactor)
        found.push({
          severity: "warning",
          code: "out-of-range",
          what: `ultrasound of ${megahertz(given)} on ${agent.id}, whose answer is ${known ? `that at ${megahertz(measured)}` : `taken from ${usualFrequency.text}`}`,
          where: `protocol/${i}/ultrasound/frequency`,
          why: "cavitation, and with it radicals and reduced iron per W/cm², changes with frequency several fold; the model follows intensity alone",
          fix: `sound ${megahertz(measured)}, or give the agent's ultrasound trigger the frequency and reduction that were measured there`,
        });
    }
    return found;
  });
}

/** Light on persulfate: split where its absorption is stated, unknown about there, nothing from the violet on. */
function lightOfPersulfate(agent: Agent, wavelength: string, i: number): Finding[] {
  const given = toBase(wavelength, "m");
  const { from, to } = persulfateAbsorbs;
  const where = `protocol/${i}/laser/wavelength`;
  if (given >= from && given <= to)
    return [
      {
        severity: "note",
        code: "unsupported-feature",
        what: `ultraviolet of ${nanometres(given)} on ${agent.id}: what it does to the cells themselves is not followed`,
        where,
        why: "it breaks nucleic acids, and kills cells at doses that split one persulfate in ten thousand; only the persulfate's share of death is told",
        fix: "hold it against cells that get the same light without persulfate",
      },
    ];
  if (given >= persulfateClear) return [];
  return [
    {
      severity: "warning",
      code: "out-of-range",
      what: `light of ${nanometres(given)} on ${agent.id}, whose absorption by persulfate is not known there`,
      where,
      why: `it is stated from ${nanometres(from)} to ${nanometres(to)}; elsewhere nothing is split`,
      fix: `shine ${nanometres(254e-9)}, or another wavelength from ${nanometres(from)} to ${nanometres(to)}`,
    },
  ];
}

function nanometres(metres: number): string {
  return `${plainNumber(metres * 1e9, 4)} nm`;
}

function megahertz(hertz: number): string {
  return `${plainNumber(hertz / 1e6, 3)} MHz`;
}
