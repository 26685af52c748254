"""Solves the cases of cases.ts with PHREEQC, over the constants of Kation's own records, and stores the results.

    pip install phreeqc==1.1.1
    python test/references/speciation/run-phreeqc.py > test/references/speciation/phreeqc.json

Run from the root of the project; needs node for write-cases.ts, which prints each case as a PHREEQC database and input.
"""
import json
import subprocess
import sys
from importlib import metadata

import phreeqc

command = "node --conditions=kation:source --import tsx test/references/speciation/write-cases.ts"
cases = json.loads(subprocess.run(command.split(), check=True, capture_output=True, text=True).stdout)
knobs = "KNOBS\n-convergence_tolerance 1e-12\n-tolerance 1e-18\n-iterations 500\n"


def run(engine, text, case):
    if engine.RunString(text) != 0:
        sys.exit(f"{case['name']}: {engine.GetErrorString()}\n{text}")


def solve(case):
    engine = phreeqc.Phreeqc()
    if engine.LoadDatabaseString(case["database"]) != 0:
        sys.exit(f"{case['name']}: {engine.GetErrorString()}\n{case['database']}")
    asked = ['-LA("H+")', "MU", 'LA("H2O")', "DH_A"] + [f'MOL("{name}")' for _, name in case["species"]]
    asked += [f'EQUI("Solid_{s}")' for s in case["solids"]] + [f'SI("Solid_{s}")' for s in case["solids"]]
    punch = "SELECTED_OUTPUT\n-reset false\n-high_precision true\nUSER_PUNCH\n-headings "
    punch += " ".join(f"v{i}" for i in range(len(asked))) + "\n"
    punch += "".join(f"{i + 1} PUNCH {what}\n" for i, what in enumerate(asked))
    text = knobs + punch + case["solution"] + "\nEND\n"
    if case["solids"]:
        phases = "".join(f"Solid_{s} 0 0\n" for s in case["solids"])
        text += f"USE solution 1\nEQUILIBRIUM_PHASES 1\n{phases}END\n"
    run(engine, text, case)
    found = engine.GetSelectedOutput()
    values = [found[f"v{i}"][-1] for i in range(len(asked))]
    count = len(case["species"])
    solids = len(case["solids"])
    return {
        "name": case["name"],
        "pH": values[0],
        "ionicStrength": values[1],
        "logWater": values[2],
        "slope": values[3],
        "molality": {s: v for (s, _), v in zip(case["species"], values[4 : 4 + count]) if v > 1e-90},
        "solids": {s: {"amount": a, "si": i} for s, a, i in
                   zip(case["solids"], values[4 + count :], values[4 + count + solids :])},
    }


print(json.dumps({
    "tool": "PHREEQC by the Python package phreeqc",
    "version": f"{metadata.version('phreeqc')}, {phreeqc.Phreeqc().GetVersionString()}",
    "command": "python test/references/speciation/run-phreeqc.py > test/references/speciation/phreeqc.json",
    "cases": [solve(c) for c in cases],
}, indent=1, ensure_ascii=False))
