"""libRoadRunner and COPASI on SBML files: one request per line of standard input, one answer per line of standard output.

Requests are JSON: {"do": "versions"}; {"do": "load", "tool", "text", "columns", "times"}, after which the tool holds this
model; {"do": "run", "rtol", "atol" or "size", "repeats", "budgetUs"}; {"do": "first", "file", "columns", "times", "rtol",
"share"}: bytes of a file to a table, nothing known of the model before. Clocks are around the library's own calls.
"""

import contextlib
import json
import os
import sys
import time

import numpy as np

# The libraries write what they like to either stream: answers go to a copy of standard output of their own.
answers = os.fdopen(os.dup(1), "w")
os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


def clock(call):
    start = time.perf_counter()
    call()
    return 1e6 * (time.perf_counter() - start)


class RoadRunner:
    """CVODE with an absolute tolerance for each state: a share of its own peak."""

    def __init__(self, text, columns, times):
        import roadrunner

        roadrunner.Logger.setLevel(roadrunner.Logger.LOG_FATAL)
        roadrunner.Logger.disableLogging()
        self.times = times
        self.rr = roadrunner.RoadRunner(text)
        self.rr.integrator.setValue("maximum_num_steps", 2000000)
        self.rr.timeCourseSelections = columns
        # Its table is looked at where it stands, run after run, as the other tools' are.
        self.rr._RoadRunner__simulateOptions.copy_result = False
        self.table = None

    def peaks(self):
        """Peaks of the states as the integrator holds them: amounts, and what rate rules set."""
        model = self.rr.model
        ids = list(model.getFloatingSpeciesIds()) + list(model.getRateRuleSymbols())
        kept = self.rr.timeCourseSelections
        self.rr.timeCourseSelections = ids
        self.rr.integrator.setValue("relative_tolerance", 1e-8)
        self.rr.integrator.setValue("absolute_tolerance", 1e-12)
        self.rr.reset()
        table = np.abs(np.array(self.rr.simulate(times=self.times)))
        self.rr.timeCourseSelections = kept
        peak = np.nanmax(table, axis=0) if len(ids) else np.array([])
        floor = 1e-30 * (peak.max() if len(ids) else 1)
        return {i: float(max(p, floor)) for i, p in zip(ids, peak)}

    def tolerances(self, rtol, atol):
        self.rr.integrator.setValue("relative_tolerance", rtol)
        for name, value in atol.items():
            with contextlib.suppress(Exception):
                self.rr.integrator.setIndividualTolerance(name, max(value, 1e-300))

    def run(self, job):
        self.tolerances(job["rtol"], job["atol"])

        def call():
            self.table = self.rr.simulate(times=self.times)

        self.rr.reset()
        return clock(call), call, self.rr.reset

    def rows(self):
        return np.array(self.table)


class Copasi:
    """LSODA with the one absolute tolerance it has."""

    def __init__(self, text, columns, times):
        import basico
        import COPASI

        self.basico, self.COPASI = basico, COPASI
        self.times, self.columns = times, columns
        self.model = basico.load_model_from_string(text)
        self.task = self.model.getTask("Time-Course")
        self.places = None

    def run(self, job):
        self.basico.set_task_settings(
            "Time-Course",
            {
                "problem": {"Duration": self.times[-1], "Use Values": True, "Values": self.times},
                "method": {
                    "name": "Deterministic (LSODA)",
                    "Relative Tolerance": job["rtol"],
                    "Absolute Tolerance": max(job["size"], 1e-300),
                    "Max Internal Steps": 2000000,
                },
            },
        )
        ok = []

        def call():
            ok.append(self.task.processRaw(True))

        def before():
            self.task.initializeRaw(self.COPASI.CCopasiTask.OUTPUT_UI)

        before()
        us = clock(call)
        if not ok[-1] or self.task.getTimeSeries().getRecordedSteps() < len(self.times):
            raise RuntimeError("COPASI stopped")
        return us, call, before

    def rows(self):
        series = self.task.getTimeSeries()
        place = {series.getSBMLId(c, self.model): c for c in range(series.getNumVariables())}
        ids = [c.strip("[]") for c in self.columns]
        # What never changes is left out there, and stays empty here.
        return np.array(
            [
                [series.getConcentrationData(k, place[i]) if i in place else np.nan for i in ids]
                for k in range(series.getRecordedSteps())
            ]
        )


tools = {"roadrunner": RoadRunner, "copasi": Copasi}
held = None


def answer(job):
    global held
    if job["do"] == "versions":
        import basico
        import roadrunner

        return {"libRoadRunner": roadrunner.__version__, "COPASI": basico.COPASI.__version__}
    if job["do"] == "load":
        held = tools[job["tool"]](job["text"], job["columns"], job["times"])
        return {"peaks": held.peaks() if job["tool"] == "roadrunner" else {}}
    if job["do"] == "run":
        once, call, before = held.run(job)
        table = held.rows() if job.get("table") else None
        us = []
        while len(us) < job["repeats"] and sum(us) < job["budgetUs"]:
            before()
            us.append(clock(call))
        made = {"once": once, "us": us}
        if table is not None:
            made["table"] = [[float(v) if np.isfinite(v) else None for v in row] for row in table]
        return made
    with open(job["file"], "rb") as file:
        data = file.read()
    start = time.perf_counter()
    model = RoadRunner(data.decode(), job["columns"], job["times"])
    model.tolerances(job["rtol"], job["atol"])
    model.rr.simulate(times=job["times"])
    return {"ms": 1e3 * (time.perf_counter() - start)}


for line in sys.stdin:
    try:
        made = answer(json.loads(line))
    except Exception as error:  # a peer's fault is an answer, too
        made = {"fault": f"{type(error).__name__}: {error}".strip().split("\n")[0][:160]}
    answers.write(json.dumps(made) + "\n")
    answers.flush()
