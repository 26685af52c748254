/**
 * What the peers need: a Python environment and the folder that generated C is built in, both under `out/peers`.
 * Nothing is installed on the system; what is missing is said.
 *
 *     node bench/peers/environment.mjs
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
export const folder = join(root, "out", "peers");
export const python = join(folder, "venv", "bin", "python");
const packages = ["libroadrunner", "copasi-basico", "scipy", "numpy"];
const headers = ["cvode/cvode.h", "sunlinsol/sunlinsol_klu.h", "klu.h"];
export const compiler = ["gcc", "-O3", "-march=native"];
const includes = ["-I/usr/include/suitesparse"];
const libraries = [
  "-lsundials_cvode",
  "-lsundials_sunlinsolklu",
  "-lsundials_sunlinsoldense",
  "-lsundials_sunmatrixsparse",
  "-lsundials_sunmatrixdense",
  "-lsundials_nvecserial",
  "-lsundials_generic",
  "-lklu",
  "-ldl",
  "-lm",
];

/** What keeps CVODE from being built here, in words; empty when nothing does. */
export function missingForC() {
  const source = headers.map((h) => `#include <${h}>\n`).join("");
  const tried = spawnSync("gcc", [...includes, "-fsyntax-only", "-x", "c", "-"], { input: source });
  if (tried.error) return "no gcc: apt-get install gcc libsundials-dev libsuitesparse-dev";
  return tried.status === 0 ? "" : "no SUNDIALS: apt-get install libsundials-dev libsuitesparse-dev";
}

/** Builds the program of one model, and the same model as a library for Python. */
export function buildC(source, program, library) {
  const harness = join(root, "bench", "peers", "cvode.c");
  must([...compiler, ...includes, source, harness, "-o", program, ...libraries]);
  must([...compiler, "-shared", "-fPIC", source, "-o", library, "-lm"]);
}

/** Makes the Python environment unless it is there; what keeps it from being made, in words. */
export function preparePython() {
  mkdirSync(folder, { recursive: true });
  const probe = ["-c", "import roadrunner, basico, scipy, numpy"];
  if (existsSync(python) && spawnSync(python, probe).status === 0) return "";
  if (!existsSync(python)) {
    const made = spawnSync("python3", ["-m", "venv", join(folder, "venv")]);
    if (made.status !== 0) return "no Python environment: apt-get install python3-venv";
  }
  const got = spawnSync(python, ["-m", "pip", "install", "--quiet", ...packages], { encoding: "utf8" });
  return got.status === 0 ? "" : `pip could not install ${packages.join(", ")}`;
}

function must([command, ...rest]) {
  const done = spawnSync(command, rest, { encoding: "utf8" });
  if (done.status !== 0) throw new Error(`${command} failed: ${done.stderr}`);
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  for (const fault of [missingForC(), preparePython()]) console.log(fault || "ready");
}
