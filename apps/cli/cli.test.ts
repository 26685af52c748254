import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const folder = mkdtempSync(join(tmpdir(), "kation test "));
const command = [
  "--conditions=kation:source",
  "--import",
  join(root, "node_modules/tsx/dist/loader.mjs"),
  join(root, "apps/cli/main.ts"),
];

function kation(...args: string[]): { code: number; out: string; err: string } {
  return kationIn({ NO_COLOR: "1" }, ...args);
}

/** The command with variables of the environment, as a program at the other end of a pipe sees it. */
function kationIn(
  variables: Readonly<Record<string, string>>,
  ...args: string[]
): { code: number; out: string; err: string } {
  const { NO_COLOR: _, FORCE_COLOR: __, ...rest } = process.env;
  const env = { ...rest, ...variables };
  const result = spawnSync(process.execPath, [...command, ...args], { cwd: folder, env, encoding: "utf8" });
  return { code: result.status ?? -1, out: result.stdout, err: result.stderr };
}
const study = `kation: 1
title: Small
study: dose-response
agents: [fe2p-nanorods]
cells: { tumour: tumour-generic }
environment: { tumour: medium-ph6.5 }
culture: { density: 1e5 1/mL, volume: 100 uL }
dose: { from: 1 ug/mL, to: 1 mg/mL, points: 4 }
until: 24 h
read: [viability, metal]
uncertainty: { draws: 8 }
`;
writeFileSync(join(folder, "small.yaml"), study);

describe("kation", () => {
  test("without a verb shows its help and what there is", () => {
    const { code, out } = kation();
    expect(code).toBe(0);
    for (const verb of [
      "run",
      "check",
      "show",
      "explain",
      "list",
      "new",
      "case",
      "simulate",
      "speciate",
      "convert",
      "validate",
    ])
      expect(out).toContain(verb);
  });
  test("suggests the nearest verb, option and name, with exit 2", () => {
    expect(kation("rnu", "small.yaml")).toMatchObject({
      code: 2,
      err: expect.stringContaining("did you mean run"),
    });
    expect(kation("run", "small.yaml", "--drwas", "3")).toMatchObject({
      code: 2,
      err: expect.stringContaining("--draws"),
    });
    expect(kation("show", "fe2p-nanorod")).toMatchObject({
      code: 2,
      err: expect.stringContaining("fe2p-nanorods"),
    });
  });
  test("lists shipped studies by paths that are found from where it was asked", () => {
    const paths = JSON.parse(kation("list", "studies", "--json").out) as { path: string }[];
    expect(paths.length).toBeGreaterThan(5);
    for (const { path } of paths) expect(existsSync(join(folder, path)), path).toBe(true);
  });
  test("sends a file of another kind to its verb", () => {
    writeFileSync(join(folder, "model.xml"), "<sbml/>");
    writeFileSync(join(folder, "mine.yaml"), "kation: 1\nagent: mine\n");
    expect(kation("run", "model.xml").err).toContain("kation simulate model.xml");
    expect(kation("run", "mine.yaml").err).toContain("agents: [mine.yaml]");
    expect(kation("simulate", "small.yaml", "--duration", "1").err).toContain("kation run small.yaml");
  });
  test("refuses a place that cannot be written before it runs", () => {
    const { code, err } = kation("run", "small.yaml", "--out", "small.yaml/out");
    expect(code).toBe(2);
    expect(err).toContain("part of its path is a file");
    expect(err).not.toContain("runs ·");
  });
  test("leaves the exact study with the files it names, those of an agent beside that agent", () => {
    mkdirSync(join(folder, "agents"));
    writeFileSync(
      join(folder, "agents/own.yaml"),
      "kation: 1\nagent: own\ncores:\n  - { phase: Fe3O4, radius: 8 nm }\nrelease: release.csv\n",
    );
    writeFileSync(join(folder, "agents/release.csv"), "time,fraction\n0,0\n24,0.5\n");
    writeFileSync(join(folder, "own.yaml"), study.replace("fe2p-nanorods", "agents/own.yaml"));
    const { code, out } = kation("run", "own.yaml", "--draws", "0", "--workers", "1");
    expect(code).toBe(0);
    expect(out).toContain("show agents/own.yaml");
    expect(kation("check", "out/own/study.yaml")).toMatchObject({ code: 0 });
    expect(kation("show", "agents/own.yaml").out).toContain("cores/0/radius");
  });
  test("does not write over the study it reads", () => {
    writeFileSync(join(folder, "study.yaml"), study);
    expect(kation("run", "study.yaml", "--out", ".").code).toBe(2);
    expect(readFileSync(join(folder, "study.yaml"), "utf8")).toBe(study);
  });
  test("checks a model: every fault with its line, and what cannot be carried with 3", () => {
    const model = (content: string): string =>
      `<sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2"><model id="m">\n${content}\n</model></sbml>`;
    const species = (id: string): string =>
      `<species id="${id}" compartment="nowhere" hasOnlySubstanceUnits="false" boundaryCondition="false" constant="false"/>`;
    writeFileSync(
      join(folder, "wrong.xml"),
      model(`<listOfSpecies>\n${species("a")}\n${species("b")}\n</listOfSpecies>`),
    );
    const wrong = kation("check", "wrong.xml");
    expect(wrong.code).toBe(2);
    expect(wrong.out).toContain("wrong.xml:3:");
    expect(wrong.out).toContain("wrong.xml:4:");
    writeFileSync(join(folder, "right.xml"), model(""));
    expect(kation("check", "right.xml")).toMatchObject({ code: 0, out: "ok right.xml\n" });
    writeFileSync(
      join(folder, "old.xml"),
      '<sbml xmlns="http://www.sbml.org/sbml/level1" level="1" version="2"/>',
    );
    expect(kation("check", "old.xml").code).toBe(3);
  });
  test("writes no colour codes into a pipe unless asked, in CI either", () => {
    const { out } = kationIn({ CI: "true" }, "list", "questions");
    expect(out).toContain("dose-response");
    expect(out).not.toContain("\u001b");
    expect(kationIn({ CI: "true" }, "rnu").err).not.toContain("\u001b");
    expect(kationIn({ FORCE_COLOR: "1" }, "list", "questions").out).toContain("\u001b[1m");
  });
  test("runs a study in a folder with spaces and leaves its files", () => {
    const { code, out } = kation("run", "small.yaml", "--workers", "1");
    expect(code).toBe(0);
    expect(out).toMatch(/\d of \d+ numbers calibrated on plain particles, the rest priors/);
    for (const file of [
      "report.html",
      "study.yaml",
      "runs.parquet",
      "ic50.csv",
      "figures/dose-response-85mm.png",
    ]) {
      expect(existsSync(join(folder, "out/small", file)), file).toBe(true);
    }
  }, 60_000);
  test("gives the same bytes for one and two workers", () => {
    for (const n of ["1", "2"])
      expect(kation("run", "small.yaml", "--workers", n, "--out", `workers-${n}`).code).toBe(0);
    for (const file of ["runs.parquet", "worlds.parquet", "report.html", "influence.csv"]) {
      expect(
        readFileSync(join(folder, "workers-1", file)).equals(readFileSync(join(folder, "workers-2", file))),
        file,
      ).toBe(true);
    }
  }, 60_000);
  test("answers in JSON", () => {
    const { code, out } = kation(
      "run",
      "small.yaml",
      "--json",
      "--draws",
      "4",
      "--seed",
      "7",
      "--out",
      "json",
    );
    expect(code).toBe(0);
    expect(JSON.parse(out).ic50).toHaveLength(1);
    expect(JSON.parse(kation("list", "agents", "--json").out).length).toBeGreaterThan(5);
  }, 60_000);
  test("replaces numbers, and refuses paths and units that are not there", () => {
    expect(
      kation(
        "run",
        "small.yaml",
        "--draws",
        "2",
        "--set",
        "agents/fe2p-nanorods/cores/0/radius=4 nm",
        "--out",
        "set",
      ).code,
    ).toBe(0);
    expect(kation("run", "small.yaml", "--set", "agents/fe2p-nanorods/cores/0/radiuss=4 nm")).toMatchObject({
      code: 2,
      err: expect.stringContaining("radius"),
    });
    expect(kation("run", "small.yaml", "--set", "agents/fe2p-nanorods/cores/0/radius=4 s")).toMatchObject({
      code: 2,
      err: expect.stringContaining("mismatch-unit"),
    });
  }, 60_000);
  test("checks, explains and shows", () => {
    expect(kation("check", "small.yaml")).toMatchObject({ code: 0, out: expect.stringContaining("ok") });
    expect(kation("explain", "small.yaml").out).toContain("fenton_Fe2_H2O2__cyt");
    expect(kation("show", "tumour-generic", "--against", "normal-generic").out).toContain("catalase");
    expect(kation("show", "ms-mno2").out).toContain("50 nm");
  }, 60_000);
  test.each([
    "cells",
    "environments",
    "phases",
    "complexes",
    "solids",
    "mechanisms",
    "questions",
    "studies",
    "cases",
    "sources",
  ])("lists %s", (family) => expect(kation("list", family).code).toBe(0));
  test("warns of light that an agent was not measured at, with its line, and runs all the same", () => {
    const light =
      "protocol:\n  - { at: 4 h, for: 5 min, laser: { wavelength: 808 nm, irradiance: 1 W/cm^2 } }\n";
    writeFileSync(join(folder, "light.yaml"), study + light);
    const { code, out } = kation("check", "light.yaml", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      faults: [],
      warnings: [{ code: "out-of-range", where: expect.stringMatching(/^light\.yaml:13:/) }],
    });
  });
  test("tells a note from a warning, in words and in JSON", () => {
    const light = (wavelength: string): string =>
      `protocol:\n  - { at: 4 h, for: 5 min, laser: { wavelength: ${wavelength}, irradiance: 1 W/m^2 } }\n`;
    const persulfate = study.replace("agents: [fe2p-nanorods]", "agents: [pnso]");
    writeFileSync(join(folder, "note.yaml"), persulfate + light("254 nm"));
    const { code, out } = kation("check", "note.yaml");
    expect(code).toBe(0);
    expect(out).toMatch(/^note unsupported-feature: ultraviolet of 254 nm on pnso/m);
    expect(out).not.toContain("warning");
    const noted = JSON.parse(kation("check", "note.yaml", "--json").out);
    expect(noted.notes).toMatchObject([{ code: "unsupported-feature" }]);
    expect(noted).not.toHaveProperty("warnings");
    expect(kation("run", "note.yaml", "--draws", "2", "--out", "note").err).toMatch(
      /^note unsupported-feature/m,
    );
    writeFileSync(join(folder, "note.yaml"), persulfate + light("365 nm"));
    const warned = kation("check", "note.yaml").out;
    expect(warned).toMatch(/^warning out-of-range: light of 365 nm on pnso/m);
    expect(warned).not.toMatch(/^note /m);
  }, 60_000);
  test("shows a dissolved species and a solid with their constants, and the other record of a shared name", () => {
    expect(JSON.parse(kation("list", "complexes", "--json").out)).toContainEqual(
      expect.objectContaining({ species: "CuCl2-", reaction: "Cu+ + 2 Cl- = CuCl2-" }),
    );
    const built = kation("show", "FeOHCit⁻").out;
    expect(built).toContain("FeCit + H2O = FeOHCit- + H+");
    expect(built).toContain("Fe+3 + Cit-3 = FeOHCit- + H+, log β");
    const tenorite = JSON.parse(kation("show", "solids/tenorite", "--json").out);
    expect(tenorite).toMatchObject({ id: "tenorite", kind: "solid" });
    expect(tenorite.numbers.map((n: { path: string }) => n.path)).toEqual([
      "chemistry/log_Ks_tenorite",
      "chemistry/log_Ks_tenorite/enthalpy",
    ]);
    expect(kation("show", "tenorite").out).toContain("kation show solids/tenorite");
    expect(kation("show", "aragonite", "--against", "calcite").out).toContain("2 of 2 numbers differ");
    expect(kation("show", "CuCl2+")).toMatchObject({
      code: 2,
      err: expect.stringContaining("CuCl+ or CuCl2"),
    });
  }, 60_000);
  test("writes an agent and a study to start from, and never over a file", () => {
    expect(kation("new", "agent", "my-agent").code).toBe(0);
    expect(kation("check", "my-agent.yaml").out).toContain("ok");
    expect(kation("new", "agent", "my-agent")).toMatchObject({
      code: 2,
      err: expect.stringContaining("is there already"),
    });
    expect(kation("new", "study", "my-study").code).toBe(0);
    writeFileSync(
      join(folder, "my-study.yaml"),
      readFileSync(join(folder, "my-study.yaml"), "utf8").replace("[fe2p-nanorods]", "[my-agent.yaml]"),
    );
    expect(kation("check", "my-study.yaml").out).toContain("ok");
  }, 60_000);
  test("an own release curve and own points make a report", () => {
    writeFileSync(join(folder, "release.csv"), "time,fraction,pH\n0,0,5\n2,0.3,5\n24,0.8,5\n");
    const agent = readFileSync(join(folder, "my-agent.yaml"), "utf8")
      .replace("agent: my-agent", "agent: measured")
      .replace("# release:", "release:");
    writeFileSync(join(folder, "measured.yaml"), agent);
    writeFileSync(
      join(folder, "points.csv"),
      "agent,cell,dose,unit,viability,sd\nmeasured,tumour,10,ug/mL,0.8,0.05\n",
    );
    writeFileSync(
      join(folder, "own.yaml"),
      `${study.replace("[fe2p-nanorods]", "[measured.yaml]")}data: points.csv\n`,
    );
    expect(kation("run", "own.yaml")).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, "out/own/report.html"), "utf8")).toContain("measured points");
  }, 60_000);
});

describe("bad input", () => {
  test.each([
    ["a file that is not there", ["run", "nowhere.yaml"], "missing-file"],
    ["a folder", ["run", "."], "invalid-file"],
    ["a seed that is no number", ["run", "small.yaml", "--seed", "x"], "invalid-number"],
    ["--set without a value", ["run", "small.yaml", "--set", "x"], "invalid-syntax"],
    ["a family that is not listed", ["list", "agent"], "unknown-name"],
  ])("%s ends with exit 2 and its reason", (_what, args, code) => {
    expect(kation(...args)).toMatchObject({ code: 2, err: expect.stringContaining(code) });
  });
  test("as JSON is one object", () => {
    expect(JSON.parse(kation("run", "nowhere.yaml", "--json").err).error.code).toBe("missing-file");
  });
  test("a file of 50 MB is refused without being read", () => {
    writeFileSync(join(folder, "big.yaml"), Buffer.alloc(50_000_000, 32));
    expect(kation("run", "big.yaml")).toMatchObject({ code: 2, err: expect.stringContaining("50 MB") });
  });
  test("a study does not reach out of its folder", () => {
    writeFileSync(join(folder, "out.yaml"), study.replace("[fe2p-nanorods]", "[../../x.yaml]"));
    expect(kation("check", "out.yaml")).toMatchObject({ code: 2, out: expect.stringContaining("outside") });
  });
  test("simulates SBML, refuses by name with 3, and says where a file is broken with 2", () => {
    const decay = (law: string): string =>
      `<sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2"><model>
<listOfParameters><parameter id="x" value="8" constant="false"/></listOfParameters>
<listOfRules><rateRule variable="x"><math xmlns="http://www.w3.org/1998/Math/MathML">${law}</math></rateRule></listOfRules>
</model></sbml>`;
    writeFileSync(join(folder, "decay.xml"), decay("<cn>-2</cn>"));
    writeFileSync(join(folder, "broken.xml"), decay("<ci>k</ci>"));
    writeFileSync(
      join(folder, "old.xml"),
      '<sbml xmlns="http://www.sbml.org/sbml/level1" level="1" version="2"/>',
    );
    writeFileSync(
      join(folder, "settings.txt"),
      "start: 0\nduration: 2\nsteps: 2\nvariables: x\nabsolute: 1e-6\nrelative: 1e-6\namount:\nconcentration:\n",
    );
    const { code, out } = kation("simulate", "decay.xml", "--duration", "2", "--steps", "1");
    expect(code).toBe(0);
    expect(out).toMatch(/^time,x\n0,8\n2,(?:4|4\.0{6}\d+|3\.9{6}\d*)\n$/);
    kation("simulate", "decay.xml", "--settings", "settings.txt", "--out", "result.csv");
    const rows = readFileSync(join(folder, "result.csv"), "utf8").trim().split("\n").slice(1);
    expect(rows.map((row) => row.split(",").map((cell) => Math.round(Number(cell) * 1e6) / 1e6))).toEqual([
      [0, 8],
      [1, 6],
      [2, 4],
    ]);
    expect(kation("simulate", "broken.xml", "--duration", "1")).toMatchObject({
      code: 2,
      err: expect.stringMatching(/broken\.xml:3:\d+/),
    });
    expect(kation("simulate", "old.xml", "--duration", "1")).toMatchObject({
      code: 3,
      err: expect.stringContaining("unsupported: SBML Level 1"),
    });
    expect(kation("simulate", "decay.xml")).toMatchObject({
      code: 2,
      err: expect.stringContaining("--duration"),
    });
  }, 60_000);
  test("speciates, as JSON too, and tells a wrong name the nearest", () => {
    const { code, out } = kation("speciate", "ferric=1mM", "--medium", "medium-ph7.4", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out).status).toBe("done");
    expect(kation("speciate", "citrat=1uM", "--pH", "7")).toMatchObject({
      code: 2,
      err: expect.stringContaining("did you mean citrate"),
    });
  }, 60_000);

  test("converts one run of a study to SBML that simulates, and asks which where there are several", () => {
    expect(kation("convert", "small.yaml", "model.xml")).toMatchObject({
      code: 2,
      err: expect.stringContaining("--dose"),
    });
    expect(kation("convert", "small.yaml", "model.xml", "--dose", "50 ug/mL")).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, "model.xml"), "utf8")).toContain('grade="');
    expect(
      kation("simulate", "model.xml", "--duration", "3600", "--steps", "2").out.split("\n"),
    ).toHaveLength(5);
  }, 60_000);
  test("a folder that cannot be written leaves nothing behind", () => {
    writeFileSync(join(folder, "taken"), "a file where the folder should be");
    expect(kation("run", "small.yaml", "--draws", "2", "--out", "taken")).toMatchObject({
      code: 2,
      err: expect.stringContaining("failed-write"),
    });
    const locked = join(folder, "locked");
    mkdirSync(locked);
    chmodSync(locked, 0o500);
    kation("run", "small.yaml", "--draws", "2", "--out", join(locked, "deep"));
    chmodSync(locked, 0o700);
    expect(readdirSync(locked).filter((f) => f.startsWith(".writing"))).toEqual([]);
  }, 60_000);
  test.skipIf(process.platform === "win32")(
    "Ctrl-C ends with 130 and nothing half-written",
    async () => {
      const child = spawn(
        process.execPath,
        [...command, "run", "small.yaml", "--draws", "4000", "--out", "stopped"],
        { cwd: folder },
      );
      await new Promise<void>((resolve) => child.stderr.once("data", () => resolve()));
      child.kill("SIGINT");
      const code = await new Promise((resolve) => child.once("exit", resolve));
      expect(code).toBe(130);
      expect(existsSync(join(folder, "stopped"))).toBe(false);
    },
    60_000,
  );
});
