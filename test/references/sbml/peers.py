"""Time courses of SBML models by libRoadRunner and COPASI, as tables to compare with.

    out/peers/venv/bin/python test/references/sbml/peers.py OUT MODEL.xml ... [--end 100] [--rows 100] [--parameters]

`node bench/peers/environment.mjs` makes the Python. For every model OUT gets `<name>.roadrunner.csv` and `<name>.copasi.csv`: time,
then the concentration of every species, or with --parameters every quantity that is no species. What a tool cannot do is said on
a line of `failed.txt`; `versions.txt` has the versions.
"""

import argparse
import math
import pathlib

import basico
import COPASI
import roadrunner

arguments = argparse.ArgumentParser()
arguments.add_argument("out", type=pathlib.Path)
arguments.add_argument("models", type=pathlib.Path, nargs="+")
arguments.add_argument("--end", type=float, default=100)
arguments.add_argument("--rows", type=int, default=100)
arguments.add_argument("--parameters", action="store_true")
asked = arguments.parse_args()
asked.out.mkdir(parents=True, exist_ok=True)


def write(path, columns, rows):
    with path.open("w") as file:
        file.write(",".join(["time", *columns]) + "\n")
        for row in rows:
            file.write(",".join("%.15g" % value for value in row) + "\n")


def by_roadrunner(model):
    runner = roadrunner.RoadRunner(str(model))
    runner.integrator.relative_tolerance = 1e-10
    runner.integrator.absolute_tolerance = 1e-16
    runner.integrator.maximum_num_steps = 1_000_000
    own = runner.model
    if asked.parameters:
        ids = list(own.getGlobalParameterIds())
        selection = ids
    else:
        ids = list(own.getFloatingSpeciesIds()) + list(own.getBoundarySpeciesIds())
        selection = ["[%s]" % i for i in ids]
    runner.timeCourseSelections = ["time", *selection]
    return ids, [list(row) for row in runner.simulate(0, asked.end, asked.rows + 1)]


def by_copasi(model):
    loaded = basico.load_model(str(model))
    known = basico.get_parameters() if asked.parameters else basico.get_species()
    run = basico.run_time_course(
        duration=asked.end,
        intervals=asked.rows,
        start_time=0,
        use_sbml_id=True,
        r_tol=1e-10,
        a_tol=1e-16,
        max_steps=10_000_000,
    )
    basico.remove_datamodel(loaded)
    ids = [i for i in known["sbml_id"] if i in run.columns]
    times = list(run.index)
    return ids, [[float(times[k]), *(float(run[i].iloc[k]) for i in ids)] for k in range(len(times))]


(asked.out / "versions.txt").write_text(
    "libRoadRunner %s, COPASI %s\n" % (roadrunner.__version__, COPASI.__version__)
)
with (asked.out / "failed.txt").open("w") as failed:
    for model in asked.models:
        for tool, run in (("roadrunner", by_roadrunner), ("copasi", by_copasi)):
            try:
                columns, rows = run(model)
                if len(rows) != asked.rows + 1 or any(math.isnan(row[0]) for row in rows):
                    raise RuntimeError("%d rows" % len(rows))
                write(asked.out / ("%s.%s.csv" % (model.stem, tool)), columns, rows)
            except Exception as error:  # a tool that fails is told, whatever it throws
                failed.write("%s %s: %s\n" % (model.stem, tool, str(error).splitlines()[0][:200]))
