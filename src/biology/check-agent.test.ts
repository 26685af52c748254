import { describe, expect, test } from "vitest";
import { sourced } from "#model";
import { KationError } from "#units";
import { type AgentRecord, agent, checkAgent, records } from "./index.ts";

const number = (text: string) => sourced(text, { grade: "D", why: "set for a test", dist: "fixed" });
const sound: AgentRecord = {
  id: "sound",
  names: [],
  note: "",
  cores: [{ phase: "Fe3O4", shape: "sphere", radius: number("8 nm"), spread: number("1.2") }],
  coating: { material: "none", delay: number("0 h") },
  triggers: [],
};
const core = sound.cores[0]!;
const findings = (change: Partial<AgentRecord>) => checkAgent({ cargo: [], ...sound, ...change });
const places = (change: Partial<AgentRecord>) =>
  findings(change).map((f) => `${f.severity} ${f.code} ${f.where.replace("agents/sound/", "")}`);

test("a sound agent has no findings", () => expect(findings({})).toEqual([]));

test("no agent of the library has an error", () => {
  expect(records.agents.flatMap((a) => checkAgent(a).filter((f) => f.severity === "error"))).toEqual([]);
  expect(records.agents.length).toBeGreaterThan(25);
});

describe("what cannot be is found before anything runs", () => {
  test.each<[string, Partial<AgentRecord>, string]>([
    ["no cores", { cores: [] }, "error missing-key cores"],
    ["a phase nobody knows", { cores: [{ ...core, phase: "Fe3O5" }] }, "error unknown-name cores/0/phase"],
    [
      "a radius of zero",
      { cores: [{ ...core, radius: number("0 nm") }] },
      "error out-of-range cores/0/radius",
    ],
    [
      "a radius in hours",
      { cores: [{ ...core, radius: number("8 h") }] },
      "error mismatch-unit cores/0/radius",
    ],
    [
      "a spread below one",
      { cores: [{ ...core, spread: number("0.9") }] },
      "error out-of-range cores/0/spread",
    ],
    [
      "a shell of eleven radii",
      { cores: [{ ...core, shells: [{ phase: "MnO2", thickness: number("90 nm") }] }] },
      "error out-of-range cores/0/shells/0/thickness",
    ],
    ["a rod without length", { cores: [{ ...core, shape: "rod" }] }, "error missing-key cores/0/length"],
    [
      "a sheet without thickness",
      { cores: [{ ...core, shape: "sheet" }] },
      "error missing-key cores/0/thickness",
    ],
    [
      "an age without a permeation",
      { coating: { ...sound.coating, age: number("6 h") } },
      "error missing-key coating/age",
    ],
    [
      "a coat of no half-life",
      {
        cores: [{ ...core, phase: "NaCl", shape: "cube" }],
        coating: { ...sound.coating, permeation: { halfLife: number("0 h") } },
      },
      "error out-of-range coating/permeation/halfLife",
    ],
    [
      "a half-life without time",
      {
        cores: [{ ...core, phase: "NaCl" }],
        coating: { ...sound.coating, permeation: { halfLife: number("1 nm") } },
      },
      "error mismatch-unit coating/permeation/halfLife",
    ],
    [
      "a cube with a length",
      { cores: [{ ...core, shape: "cube", length: number("5 nm") }] },
      "error missing-key cores/0/length",
    ],
    ["seven classes", { cores: [{ ...core, classes: 7 }] }, "error out-of-range cores/0/classes"],
    [
      "more cargo than particle",
      {
        cargo: [
          { enzyme: "glucose-oxidase", loading: number("0.6") },
          { drug: "x", loading: number("0.6") },
        ],
      },
      "error out-of-range cargo",
    ],
    [
      "shares that fall short of one",
      { cores: [{ ...core, share: number("0.6") }] },
      "error out-of-range cores",
    ],
    [
      "an enzyme nobody knows",
      { cargo: [{ enzyme: "lactase", loading: number("0.1") }] },
      "error unknown-name cargo/0/enzyme",
    ],
    [
      "a receptor nobody knows",
      { targeting: { receptor: "X1", gain: number("3") } },
      "error unknown-name targeting/receptor",
    ],
    [
      "ultrasound that nothing receives",
      { cores: [{ ...core, phase: "SiO2" }], triggers: ["ultrasound"] },
      "error invalid-value triggers/0",
    ],
    [
      "a laser that heats more than its light",
      {
        triggers: [
          {
            laser: {
              wavelength: number("808 nm"),
              efficiency: number("1.2"),
              extinction: number("1 L/g/cm"),
            },
          },
        ],
      },
      "error out-of-range triggers/0/laser/efficiency",
    ],
    [
      "a micrometre",
      { cores: [{ ...core, radius: number("1.5 um") }] },
      "warning out-of-range cores/0/radius",
    ],
    [
      "a tight inert shell",
      { cores: [{ ...core, shells: [{ phase: "SiO2", thickness: number("5 nm") }] }] },
      "warning out-of-range cores/0/shells/0/phase",
    ],
    [
      "a coat that nothing passes",
      { coating: { ...sound.coating, permeation: { halfLife: number("1 h") } } },
      "warning out-of-range coating/permeation",
    ],
  ])("%s", (_what, change, place) => expect(places(change)).toContain(place));
  test("agent() throws the first error with its path, and lets warnings pass", () => {
    expect(() => agent({ ...sound, cores: [{ ...core, phase: "Fe3O5" }] })).toThrow(KationError);
    expect(agent({ ...sound, cores: [{ ...core, radius: number("1.5 um") }] }).cargo).toEqual([]);
  });
});
