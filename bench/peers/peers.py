"""libRoadRunner, COPASI and SciPy on one engine model; prints one JSON object.

Usage: peers.py JOB.json, where the job names the SBML file, the compiled model, times, tolerances and budgets. Three
clocks: load (bytes to a model that can run), first run, steady runs (the library's own call, nothing around it).
"""

import ctypes
import json
import sys
import time
import warnings

import numpy as np

warnings.filterwarnings("ignore")


def repeat(call, before, repeats, budget_us):
    """Times in microseconds of `call`, each after an untimed `before`."""
    us = []
    while len(us) < repeats and (not us or sum(us) < budget_us):
        before()
        start = time.perf_counter()
        call()
        us.append(1e6 * (time.perf_counter() - start))
    return us


def atol_of(job, rtol):
    return [job["share"] * rtol * y for y in job["ymax"]]


def keep_five(job, table):
    return [[float(v) for v in table[k]] for k in job["five"]]


def finite(rows):
    return [[v if np.isfinite(v) else None for v in row] for row in rows]


def roadrunner_rows(job):
    import roadrunner

    roadrunner.Logger.setLevel(roadrunner.Logger.LOG_FATAL)
    roadrunner.Logger.disableLogging()
    with open(job["sbml"]) as file:
        text = file.read()
    start = time.perf_counter()
    rr = roadrunner.RoadRunner(text)
    load_ms = 1e3 * (time.perf_counter() - start)
    ids = [f"y{i}" for i in range(len(job["ymax"]))]
    rr.timeCourseSelections = ids
    rr.setIntegrator("cvode")
    rr.integrator.setValue("maximum_num_steps", 2000000)
    first_ms = None
    rows = []
    for rtol in job["tolerances"]["roadrunner"]:
        rr.integrator.setValue("relative_tolerance", rtol)
        for name, value in zip(ids, atol_of(job, rtol)):
            rr.integrator.setIndividualTolerance(name, value)
        held = {}

        def call():
            held["table"] = rr.simulate(times=job["times"])

        row = {"tool": "roadrunner", "rtol": rtol, "status": "done"}
        try:
            rr.reset()
            start = time.perf_counter()
            call()
            once = 1e3 * (time.perf_counter() - start)
            first_ms = once if first_ms is None else first_ms
            table = np.array(held["table"])
            row["us"] = repeat(call, rr.reset, job["repeats"], job["budgetUs"])
            row["outputs5"] = finite(keep_five(job, table))
        except RuntimeError as error:
            row["status"] = str(error).strip().split("\n")[0][:120]
        rows.append(row)
    return {"loadMs": load_ms, "firstMs": first_ms, "version": roadrunner.__version__, "rows": rows}


def copasi_rows(job):
    import basico
    import COPASI

    with open(job["sbml"]) as file:
        text = file.read()
    start = time.perf_counter()
    dm = basico.load_model_from_string(text)
    load_ms = 1e3 * (time.perf_counter() - start)
    species = [f"y{i}" for i in range(len(job["ymax"]))]
    task = dm.getTask("Time-Course")
    first_ms = None
    rows = []
    peaks = np.array(job["ymax"])
    scales = [("peak", float(peaks.max())), ("middle", float(np.median(peaks))), ("least", float(peaks.min()))]
    for rtol in job["tolerances"]["copasi"]:
        for scale, size in scales[: job["copasiScales"]]:
            basico.set_task_settings(
                "Time-Course",
                {
                    "problem": {"Duration": job["times"][-1], "Use Values": True, "Values": job["times"]},
                    "method": {
                        "name": "Deterministic (LSODA)",
                        "Relative Tolerance": rtol,
                        "Absolute Tolerance": max(job["share"] * rtol * size, 1e-300),
                        "Max Internal Steps": 2000000,
                    },
                },
            )
            row = {"tool": "copasi", "rtol": rtol, "status": "done", "scale": scale}
            ok = []

            def call():
                ok.append(task.processRaw(True))

            def before():
                task.initializeRaw(COPASI.CCopasiTask.OUTPUT_UI)

            before()
            start = time.perf_counter()
            call()
            once = 1e3 * (time.perf_counter() - start)
            first_ms = once if first_ms is None else first_ms
            series = task.getTimeSeries()
            if not ok[-1] or series.getRecordedSteps() < len(job["times"]):
                row["status"] = "COPASI stopped"
                rows.append(row)
                continue
            place = {series.getTitle(c): c for c in range(series.getNumVariables())}
            columns = [place.get(s, place.get(f"[{s}]")) for s in species]
            table = np.array(
                [[series.getConcentrationData(k, c) for c in columns] for k in range(series.getRecordedSteps())]
            )
            row["outputs5"] = finite(keep_five(job, table))
            row["us"] = repeat(call, before, job["repeats"], job["budgetUs"])
            rows.append(row)
    return {"loadMs": load_ms, "firstMs": first_ms, "version": basico.COPASI.__version__, "rows": rows}


def scipy_rows(job):
    import scipy
    from scipy.integrate import solve_ivp

    library = ctypes.CDLL(job["library"])
    n = len(job["ymax"])
    pointer = ctypes.POINTER(ctypes.c_double)
    constants = np.zeros(ctypes.c_int.in_dll(library, "model_constants").value + 1)
    constants[: len(job["parameters"])] = job["parameters"]
    at = lambda array: array.ctypes.data_as(pointer)
    library.model_prepare(at(constants))
    c_pointer = at(constants)
    nnz = ctypes.c_int.in_dll(library, "model_nnz").value
    starts = np.array((ctypes.c_int * (n + 1)).in_dll(library, "model_starts"))
    rows_of = np.array((ctypes.c_int * nnz).in_dll(library, "model_rows"))
    columns_of = np.repeat(np.arange(n), np.diff(starts))
    values = np.zeros(nnz)
    clock = ctypes.c_double

    def rhs(t, y):
        out = np.empty(n)
        state = np.ascontiguousarray(y)
        library.model_rhs(clock(t), at(state), c_pointer, at(out))
        return out

    def sparse(t, y):
        state = np.ascontiguousarray(y)
        library.model_jacobian(clock(t), at(state), c_pointer, at(values))
        return scipy.sparse.csc_matrix((values.copy(), rows_of, starts), shape=(n, n))

    def dense(t, y):
        state = np.ascontiguousarray(y)
        library.model_jacobian(clock(t), at(state), c_pointer, at(values))
        out = np.zeros((n, n))
        out[rows_of, columns_of] = values
        return out

    times = np.array(job["times"])
    rows = []
    for method, rtol in job["scipy"]:
        jac = dense if method == "LSODA" or n < 60 else sparse
        held = {}

        def call():
            held["s"] = solve_ivp(
                rhs,
                (0, times[-1]),
                np.array(job["initial"], dtype=float),
                method=method,
                t_eval=times,
                rtol=rtol,
                atol=np.array(atol_of(job, rtol)),
                jac=jac,
            )

        us = repeat(call, lambda: None, 3, job["budgetUs"] / 4)
        solution = held["s"]
        row = {"tool": f"scipy {method}", "rtol": rtol, "status": "done" if solution.success else "stopped", "us": us}
        if solution.success:
            row["outputs5"] = finite(keep_five(job, solution.y.T))
        rows.append(row)
    return {"version": scipy.__version__, "rows": rows}


def main():
    with open(sys.argv[1]) as file:
        job = json.load(file)
    answer = {}
    for name, make in (("roadrunner", roadrunner_rows), ("copasi", copasi_rows), ("scipy", scipy_rows)):
        try:
            answer[name] = make(job)
        except Exception as error:  # one peer's fault must not hide the others' answers
            answer[name] = {"fault": f"{type(error).__name__}: {error}"[:300], "rows": []}
    print(json.dumps(answer))


main()
