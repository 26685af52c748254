"""Reads log K and delta_h out of the databases that come with PHREEQC, resolved to the components of Kation.

    pip install phreeqc==1.1.1
    python test/references/speciation/read-databases.py > test/references/speciation/databases.json

Keys are stoichiometries, `Cit-3:1 Fe+3:1 H+:1` for a species, and names for a solid; values are log K and kJ/mol or null.
llnl.dat is written with HPO4-2, so what it makes of phosphate is kept as it is written.
"""
import json
import re
from collections import Counter
from importlib import metadata, resources

files = ["minteq.v4.dat", "phreeqc.dat", "wateq4f.dat", "llnl.dat"]
components = ["H+", "Fe+2", "Fe+3", "Cu+", "Cu+2", "Mn+2", "Zn+2", "Ag+", "Ba+2", "Ca+2", "Mg+2", "Na+", "K+",
              "Cl-", "SO4-2", "CO3-2", "PO4-3", "Citrate-3"]


def side(text):
    found = Counter()
    for part in text.split(" + "):
        count, name = re.match(r"^(\d*\.?\d*)\s*(\S+)$", part.strip()).groups()
        found[name] += float(count or 1)
    return found


def read(file):
    species, phases, section, entry = {}, {}, "", None
    path = resources.files("phreeqc") / "databases" / file
    for line in path.read_text(errors="replace").split("\n"):
        text = line.split("#")[0].strip()
        if re.fullmatch(r"[A-Z_]{5,}", text):
            section, entry = text, None
        elif section == "SOLUTION_SPECIES" and "=" in text and not text.startswith("-"):
            left, right = text.split("=")
            product = right.split(" + ")[0].split()[-1]
            entry = {"equation": text}
            if left.strip() != right.strip():
                species.setdefault(product, entry)
        elif section == "PHASES" and text and entry is not None and "=" in text and "equation" not in entry:
            entry["equation"] = text
        elif section == "PHASES" and text and "=" not in text and not re.match(r"-?[a-z]\w*_|-?analytic|-?gamma|-V|-O|-T|-P", text):
            entry = {}
            phases.setdefault(text.split()[0], entry)
        elif entry is not None:
            for part in text.split(";"):
                found = re.match(r"-?(log_k|delta_h)\s+(\S+)\s*(\S*)", part.strip(), re.I)
                if found:
                    scale = 4.184 if found[3].lower().startswith("kcal") else 1
                    entry[found[1].lower()] = float(found[2]) * scale
    return species, phases


def resolve(name, species, depth=0):
    if name == "H2O" or name in components:
        return Counter({name: 1.0}), 0.0, 0.0
    entry = species.get(name)
    if entry is None or "log_k" not in entry or depth > 6:
        return None
    return gather(entry, name, 1, species, depth)


def gather(entry, own, sign, species, depth=0):
    """Parts, log K and heat of a species (sign 1) or of the dissolution of a solid (sign -1)."""
    try:
        left, right = (side(s) for s in entry["equation"].split("="))
    except AttributeError:
        return None
    turn = Counter(right)
    turn.subtract(left)
    if abs(turn.pop(own, 0)) != 1:
        return None
    parts, log_k, heat = Counter(), entry["log_k"], entry.get("delta_h") or None
    for name, count in turn.items():
        inner = resolve(name, species, depth + 1)
        if inner is None:
            return None
        for part, n in inner[0].items():
            parts[part] -= sign * count * n
        log_k -= count * inner[1]
        heat = None if heat is None or inner[2] is None else heat - count * inner[2]
    return parts, log_k, heat


def key(parts):
    return " ".join(f"{p.replace('Citrate', 'Cit')}:{n:g}" for p, n in sorted(parts.items()) if p != "H2O" and abs(n) > 1e-9)


def numbers(found):
    return [round(found[1], 4), None if found[2] is None else round(found[2], 2)]


out = {}
for file in files:
    species, phases = read(file)
    complexes = {}
    for name in species:
        found = resolve(name, species)
        if found and name not in components:
            complexes.setdefault(key(found[0]), numbers(found))
        if not found and "HPO4-2" in species[name].get("equation", "") and "log_k" in species[name]:
            left, right = (side(t) for t in species[name]["equation"].split("="))
            left.subtract({n: c for n, c in right.items() if n != name})
            complexes.setdefault(key(left), [species[name]["log_k"], None])
    solids = {}
    for name, entry in phases.items():
        if "equation" in entry and "log_k" in entry:
            found = gather(entry, entry["equation"].split()[0], -1, species)
            if found:
                solids[name] = [key(found[0])] + numbers(found)
    out[file] = {"complexes": complexes, "solids": solids}
print(json.dumps({
    "version": f"databases of the Python package phreeqc {metadata.version('phreeqc')}",
    "command": "python test/references/speciation/read-databases.py > test/references/speciation/databases.json",
    **out,
}, indent=1))
