"""Time courses of two BioModels with delays by the method of steps, as tables to compare with.

    out/peers/venv/bin/python test/references/sbml/delays.py FOLDER

libRoadRunner has no delay and COPASI 4.48 stops on these two. The equations are written out here from the files, so nothing of
Kation's is in them. With tau the delay, piece j is y on [j tau, (j + 1) tau] as a function of s in [0, tau]; piece j depends on piece
j - 1 at the same s and on what is constant before the start. So pieces 0 to j are an ordinary system without any delay, solved
together by SciPy: no interpolation of the past. Two methods, explicit and implicit; their difference stands in the table.
"""

import pathlib
import sys

import numpy
import scipy
from scipy.integrate import solve_ivp


def clock(now, past):
    """BIOMD0000000024, Scheper 1999: mRNA M and protein P, as concentrations."""
    m, p = now
    return [1 / (1 + p**2) - 0.21 * m, past[0] ** 3 - 0.21 * p]


def p53(now, past):
    """BIOMD0000000154, Zatorsky 2006, model 3: p53 x and Mdm2 y."""
    x, y = now
    return [2.3 - 120 * y * x, 24 * past[0] - 24 * y]


# Columns, constants among them, the start (the past, too), the delay.
models = {
    "BIOMD0000000024": (clock, ["M", "P"], {"EmptySet": 0.0}, [1.0, 1.0], 4.0),
    "BIOMD0000000154": (p53, ["x", "y"], {}, [0.02, 0.02], 3.3),
}
end = 100


def steps(rate, start, tau, method, rtol, atol):
    """Values at 0, 1, ..., end."""
    n = len(start)
    wanted = numpy.arange(end + 1)
    out = numpy.zeros((end + 1, n))
    starts = [list(start)]
    for piece in range(int(numpy.ceil(end / tau + 1e-9))):

        def together(_, z):
            pieces = [start, *z.reshape(-1, n)]
            return numpy.concatenate([rate(pieces[k + 1], pieces[k]) for k in range(piece + 1)])

        mine = [i for i in wanted if piece * tau - 1e-9 <= i < (piece + 1) * tau - 1e-9]
        inside = [max(0.0, i - piece * tau) for i in mine]
        times = sorted({0.0, *inside, tau})
        run = solve_ivp(together, (0, tau), numpy.concatenate(starts), method, times, rtol=rtol, atol=atol)
        assert run.success, run.message
        for i, s in zip(mine, inside):
            out[i] = run.y[-n:, times.index(s)]
        starts.append(list(run.y[-n:, -1]))
    return out


folder = pathlib.Path(sys.argv[1])
for name, (rate, columns, constants, start, tau) in models.items():
    rows = steps(rate, start, tau, "DOP853", 1e-12, 1e-15)
    other = steps(rate, start, tau, "Radau", 1e-9, 1e-13)
    largest = abs(rows).max(axis=0)
    apart = (abs(rows - other) / largest).max()
    with (folder / ("%s.csv" % name)).open("w") as file:
        file.write("# %s: the concentration of every species; row max: its largest over %d rows\n" % (name, end + 1))
        file.write("# delays.py FOLDER\n")
        file.write("# SciPy %s: method of steps, DOP853 at 1e-12; Radau at 1e-9 differs by %.0e\n" % (scipy.__version__, apart))
        file.write(",".join(["tool", "time", *columns, *constants]) + "\n")
        for time, values in [("max", largest), *((str(i), rows[i]) for i in range(0, end + 1, 10))]:
            cells = ["%.9g" % value for value in [*values, *constants.values()]]
            file.write(",".join(["steps", time, *cells]) + "\n")
