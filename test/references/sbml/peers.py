"""Time courses of SBML models by libRoadRunner and COPASI, as tables to compare with.

    out/peers/venv/bin/python test/references/sbml/peers.py OUT MODEL.xml ... [--end 100] [--rows 100] [--parameters] [--keep FOLDER]

`node bench/peers/environment.mjs` makes the Python. For every model OUT gets `<name>.roadrunner.csv` and `<name>.copasi.csv`: time,
then the concentration of every species, or with --parameters every quantity that is no species. What a tool cannot do is said on
a line of `failed.txt`; `versions.txt` has the versions. With --keep every model also gets one small table in FOLDER: each tenth row of
both tools and the largest value of each column over all rows, with nine digits. Those of `peers/` beside this file were made so.
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
arguments.add_argument("--absolute", type=float, default=1e-16)
arguments.add_argument("--parameters", action="store_true")
arguments.add_argument("--keep", type=pathlib.Path)
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
    runner.integrator.absolute_tolerance = asked.absolute
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
        a_tol=asked.absolute,
        max_steps=10_000_000,
    )
    basico.remove_datamodel(loaded)
    ids = [i for i in known["sbml_id"] if i in run.columns]
    times = list(run.index)
    return ids, [[float(times[k]), *(float(run[i].iloc[k]) for i in ids)] for k in range(len(times))]


versions = {"roadrunner": "libRoadRunner %s" % roadrunner.__version__, "copasi": "COPASI %s" % COPASI.__version__}
methods = {"roadrunner": "CVODE", "copasi": "LSODA"}


def keep(model, done, failures):
    """One table of both tools: comments that say how it was made, then tool, time and a column for each species."""
    columns = list(dict.fromkeys(i for ids, _ in done.values() for i in ids))
    with (asked.keep / ("%s.csv" % model.stem)).open("w") as file:
        file.write("# %s: the concentration of every species; row max: its largest over %d rows\n" % (model.stem, asked.rows + 1))
        file.write(
            "# peers.py OUT %s --end %g --rows %d%s --keep FOLDER\n"
            % (model.name, asked.end, asked.rows, "" if asked.absolute == 1e-16 else " --absolute %g" % asked.absolute)
        )
        for tool in versions:
            made = failures.get(tool, "%s, rtol 1e-10, atol %s" % (methods[tool], ("%g" % asked.absolute).replace("e-0", "e-")))
            file.write("# %s: %s\n" % (versions[tool], made))
        file.write(",".join(["tool", "time", *columns]) + "\n")
        for tool, (ids, rows) in done.items():
            at = {i: k + 1 for k, i in enumerate(ids)}
            largest = [max(abs(row[at[i]]) for row in rows) if i in at else None for i in columns]
            some = [(row[0], [row[at[i]] if i in at else None for i in columns]) for row in rows[:: max(1, asked.rows // 10)]]
            for time, values in [("max", largest), *some]:
                cells = ["" if value is None else "%.9g" % value for value in values]
                file.write(",".join([tool, time if time == "max" else "%.9g" % time, *cells]) + "\n")


(asked.out / "versions.txt").write_text("%(roadrunner)s, %(copasi)s\n" % versions)
with (asked.out / "failed.txt").open("w") as failed:
    for model in asked.models:
        done, failures = {}, {}
        for tool, run in (("roadrunner", by_roadrunner), ("copasi", by_copasi)):
            try:
                columns, rows = run(model)
                if len(rows) != asked.rows + 1 or any(math.isnan(row[0]) for row in rows):
                    raise RuntimeError("stops at row %d" % len(rows))
                write(asked.out / ("%s.%s.csv" % (model.stem, tool)), columns, rows)
                done[tool] = (columns, rows)
            except Exception as error:  # a tool that fails is told, whatever it throws
                failures[tool] = str(error).splitlines()[0][:200]
                failed.write("%s %s: %s\n" % (model.stem, tool, failures[tool]))
        if asked.keep and done:
            asked.keep.mkdir(parents=True, exist_ok=True)
            keep(model, done, failures)
