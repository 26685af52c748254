"""Writes the reference solutions of the stiff classics beside this file.

    python reference.py          # NumPy and SciPy needed

Radau IIA of order 5 at rtol 1e-12 with the exact Jacobian. Each file states the largest difference from a second method
(LSODA; BDF for e5) at the same tolerance, relative to |y| + 1e-3 of the largest |y| of that state.
"""
import pathlib
import sys

import numpy as np
import scipy
from scipy.integrate import solve_ivp


def robertson(t, y):
    a, b, c = y
    return [-0.04 * a + 1e4 * b * c, 0.04 * a - 1e4 * b * c - 3e7 * b * b, 3e7 * b * b]


def robertson_j(t, y):
    a, b, c = y
    return [[-0.04, 1e4 * c, 1e4 * b], [0.04, -1e4 * c - 6e7 * b, -1e4 * b], [0, 6e7 * b, 0]]


def hires(t, y):
    v = 280 * y[5] * y[7]
    return [
        -1.71 * y[0] + 0.43 * y[1] + 8.32 * y[2] + 0.0007,
        1.71 * y[0] - 8.75 * y[1],
        -10.03 * y[2] + 0.43 * y[3] + 0.035 * y[4],
        8.32 * y[1] + 1.71 * y[2] - 1.12 * y[3],
        -1.745 * y[4] + 0.43 * y[5] + 0.43 * y[6],
        -v + 0.69 * y[3] + 1.71 * y[4] - 0.43 * y[5] + 0.69 * y[6],
        v - 1.81 * y[6],
        -v + 1.81 * y[6],
    ]


def hires_j(t, y):
    j = np.zeros((8, 8))
    j[0, :3] = -1.71, 0.43, 8.32
    j[1, :2] = 1.71, -8.75
    j[2, 2:5] = -10.03, 0.43, 0.035
    j[3, 1:4] = 8.32, 1.71, -1.12
    j[4, 4:7] = -1.745, 0.43, 0.43
    j[5, 3:8] = 0.69, 1.71, -280 * y[7] - 0.43, 0.69, -280 * y[5]
    j[6, 5:8] = 280 * y[7], -1.81, 280 * y[5]
    j[7, 5:8] = -280 * y[7], 1.81, -280 * y[5]
    return j


def vanderpol(t, y):
    return [y[1], 1000 * ((1 - y[0] * y[0]) * y[1] - y[0])]


def vanderpol_j(t, y):
    return [[0, 1], [1000 * (-2 * y[0] * y[1] - 1), 1000 * (1 - y[0] * y[0])]]


def orego(t, y):
    a, b, c = y
    return [77.27 * (b + a * (1 - 8.375e-6 * a - b)), (c - (1 + a) * b) / 77.27, 0.161 * (a - c)]


def orego_j(t, y):
    a, b, c = y
    return [
        [77.27 * (1 - 2 * 8.375e-6 * a - b), 77.27 * (1 - a), 0],
        [-b / 77.27, -(1 + a) / 77.27, 1 / 77.27],
        [0.161, 0, -0.161],
    ]


def e5(t, y):
    r1, r2, r3, r4 = 7.89e-10 * y[0], 1.1e7 * y[0] * y[2], 1.13e9 * y[1] * y[2], 1.13e3 * y[3]
    return [-r1 - r2, r1 - r3, r1 - r2 - r3 + r4, r2 - r4]


def e5_j(t, y):
    a, b, m, q = 7.89e-10, 1.1e7, 1.13e9, 1.13e3
    return [
        [-a - b * y[2], 0, -b * y[0], 0],
        [a, -m * y[2], -m * y[1], 0],
        [a - b * y[2], -m * y[2], -b * y[0] - m * y[1], q],
        [b * y[2], 0, b * y[0], -q],
    ]


PROBLEMS = {
    "robertson": (robertson, robertson_j, [1, 0, 0], [0.4, 40, 4000, 4e4, 1e5], 1e-18),
    "hires": (hires, hires_j, [1, 0, 0, 0, 0, 0, 0, 0.0057], [5, 50, 150, 250, 321.8122], 1e-16),
    "vanderpol": (vanderpol, vanderpol_j, [2, 0], [0.25, 0.5, 1, 1.5, 2], 1e-14),
    "orego": (orego, orego_j, [1, 2, 3], [30, 100, 200, 250, 360], 1e-12),
    "e5": (e5, e5_j, [1.76e-3, 0, 0, 0], [10, 1e3, 1e6, 1e9, 1e11], 1e-32),
}


def main():
    here = pathlib.Path(__file__).parent
    for name, (f, j, y0, times, atol) in PROBLEMS.items():
        kw = dict(t_eval=times, jac=j, rtol=1e-12, atol=atol)
        sol = solve_ivp(f, (0, times[-1]), y0, method="Radau", **kw)
        other = solve_ivp(f, (0, times[-1]), y0, method="LSODA" if name != "e5" else "BDF", **kw)
        scale = np.abs(sol.y) + 1e-3 * np.abs(sol.y).max(axis=1, keepdims=True)
        gap = (np.abs(sol.y - other.y) / scale).max() if other.success else float("nan")
        print(f"{name}: Radau against {'BDF' if name == 'e5' else 'LSODA'} {gap:.1e}", file=sys.stderr)
        lines = [
            f"# {name}: SciPy {scipy.__version__} solve_ivp Radau, rtol 1e-12, atol {atol:g}, exact Jacobian",
            f"# differs from a second method by at most {gap:.0e} of |y| + 0.001 max|y|; command: python reference.py",
            "t," + ",".join(f"y{i}" for i in range(len(y0))),
        ]
        for k, t in enumerate(times):
            lines.append(",".join(repr(float(x)) for x in (t, *sol.y[:, k])))
        (here / f"{name}.csv").write_text("\n".join(lines) + "\n")


main()
