"""Writes the reference solutions of the published problems beside this file.

    python reference.py [NAME …]          # NumPy, SciPy and SymPy needed; all problems when none is named

Two methods that share nothing but the text of the equations and their exact Jacobian (SymPy):

1. extrapolation in numbers of 64 bits mantissa (numpy.longdouble on x86; elsewhere the script stops): the linearly
   implicit Euler method for stiff problems, the modified midpoint rule for the others, relative tolerance a step 1e-15
   (1e-17 where not stiff).
   These are the values written.
2. SciPy's Radau (DOP853 for what is not stiff) in double precision at rtol 1e-13. The largest difference, relative to
   |y| + 0.001 max|y|, stands in the header of each file; so does the relative difference of the values written from the
   published ones at the end.

The ring modulator would take both of them days in Python: a C compiler is needed for its first method (rtol 1e-13), and
the second is LSODA at rtol 1e-11.

The row `max` holds the largest |y| of each column on the way, which is what errors are measured against. Problems with
algebraic states are integrated in state-space form, the algebraic states found by Newton's method wherever rates are
asked for; the published values were found in descriptor form by PSIDE.

Published values: Test Set for IVP Solvers, release 2.4 (Mazzia and Magherini 2008), routine `solut` of each problem's file.
"""
import ctypes
import pathlib
import re
import subprocess
import sys
import tempfile
import time

import numpy as np
import scipy
import sympy as sp
from scipy.integrate import solve_ivp
from sympy.codegen.ast import float80, real
from sympy.printing.c import C99CodePrinter

L = np.longdouble
RINGING = 1e-13
HERE = pathlib.Path(__file__).parent


def pleiades():
    n = range(1, 8)
    rates = {f"x{i}": f"u{i}" for i in n} | {f"y{i}": f"v{i}" for i in n}
    for i in n:
        for q, w in (("x", "u"), ("y", "v")):
            rates[f"{w}{i}"] = " + ".join(
                f"{j}*({q}{j} - {q}{i})/((x{i} - x{j})**2 + (y{i} - y{j})**2)**(3/2)" for j in n if j != i
            )
    start = dict.fromkeys(rates, 0) | dict(
        x1=3, x2=3, x3=-1, x4=-3, x5=2, x6=-2, x7=2, y1=3, y2=-3, y3=2, y6=-4, y7=4, u6=1.75, u7=-1.5, v4=-1.25, v5=1
    )
    order = [f"{q}{i}" for q in "xyuv" for i in n]
    return {k: start[k] for k in order}, {k: rates[k] for k in order}


def pollution():
    k = ".35 26.6 12.3e3 .86e-3 .82e-3 15e3 .13e-3 24e3 16.5e3 9e3 .022 12e3 1.88 16.3e3 4.8e6 .35e-3 .0175 1e8 444e9 1240"
    k = (k + " 2.1 5.78 .0474 1780 3.12").split()
    of = "1;2 4;5 2;7;7;7 6;9;9 6;11 2;11 1;13;10 2;14;1 6;3;4;4;16;16;17 6;19;19;1 4;19 1;20".split(";")
    f = {
        1: "-1 -10 -14 -23 -24 +2 +3 +9 +11 +12 +22 +25", 2: "-2 -3 -9 -12 +1 +21", 3: "-15 +1 +17 +19 +22",
        4: "-2 -16 -17 -23 +15", 5: "-3 +4 +4 +6 +7 +13 +20", 6: "-6 -8 -14 -20 +3 +18 +18", 7: "-4 -5 -6 +13",
        8: "+4 +5 +6 +7", 9: "-7 -8", 10: "-12 +7 +9", 11: "-9 -10 +8 +11", 12: "+9", 13: "-11 +10", 14: "-13 +12",
        15: "+14", 16: "-18 -19 +16", 17: "-20", 18: "+20", 19: "-21 -22 -24 +23 +25", 20: "-25 +24",
    }
    r = {i + 1: "*".join([k[i]] + [f"y{s}" for s in of[i].split()]) for i in range(25)}
    rates = {f"y{s}": " ".join(f"{x[0]} {r[int(x[1:])]}" for x in terms.split()) for s, terms in f.items()}
    start = dict.fromkeys(rates, 0) | {"y2": "0.2", "y4": "0.04", "y7": "0.1", "y8": "0.3", "y9": "0.01", "y17": "0.007"}
    return start, rates


def ring():
    define = {"U1": "0.5*sin(2000*pi*t)", "U2": "2*sin(20000*pi*t)"}
    for i, d in enumerate(("y3 - y5 - y7 - U2", "-y4 + y6 - y7 - U2", "y4 + y5 + y7 + U2", "-y3 - y6 + y7 + U2")):
        define[f"q{i + 1}"] = f"40.67286402e-9*(exp(17.7493332*({d})) - 1)"
    rates = dict(
        y1="(y8 - 0.5*y10 + 0.5*y11 + y14 - y1/25e3)/1.6e-8", y2="(y9 - 0.5*y12 + 0.5*y13 + y15 - y2/25e3)/1.6e-8",
        y3="(y10 - q1 + q4)/2e-12", y4="(-y11 + q2 - q3)/2e-12", y5="(y12 + q1 - q3)/2e-12", y6="(-y13 - q2 + q4)/2e-12",
        y7="(-y7/50 + q1 + q2 - q3 - q4)/1e-8", y8="-y1/4.45", y9="-y2/4.45",
        y10="(0.5*y1 - y3 - 17.3*y10)/5e-4", y11="(-0.5*y1 + y4 - 17.3*y11)/5e-4",
        y12="(0.5*y2 - y5 - 17.3*y12)/5e-4", y13="(-0.5*y2 + y6 - 17.3*y13)/5e-4",
        y14="(-y1 + U1 - (50 + 36.3)*y14)/2e-3", y15="(-y2 - (600 + 36.3)*y15)/2e-3",
    )
    return dict.fromkeys(rates, 0), rates, define


HIRES = dict(
    y1="-1.71*y1 + 0.43*y2 + 8.32*y3 + 0.0007", y2="1.71*y1 - 8.75*y2", y3="-10.03*y3 + 0.43*y4 + 0.035*y5",
    y4="8.32*y2 + 1.71*y3 - 1.12*y4", y5="-1.745*y5 + 0.43*y6 + 0.43*y7",
    y6="-280*y6*y8 + 0.69*y4 + 1.71*y5 - 0.43*y6 + 0.69*y7", y7="280*y6*y8 - 1.81*y7", y8="-280*y6*y8 + 1.81*y7",
)
AKZO = {
    "r1": "18.7*y1**4*sqrt(y2)", "r2": "0.58*y3*y4", "r3": "0.58/34.4*y1*y5", "r4": "0.09*y1*y4**2",
    "r5": "0.42*y6**2*sqrt(y2)", "Fin": "3.3*(0.9/737 - y2)",
}
# States are the voltages over the capacitors; y1 … y8 are the node voltages.
AMPLIFIER = {
    "y1": "y2 - a", "y3": "b", "y4": "y5 - c", "y6": "d", "y7": "y8 - e", "U": "0.1*sin(200*pi*t)",
    "F1": "1e-6*(exp((y2 - y3)/0.026) - 1)", "F2": "1e-6*(exp((y5 - y6)/0.026) - 1)",
}

# Each: start, rates, times; and where it has them: define, algebraic (equation and first guess), report, nonstiff,
# atol of both methods as a share of the largest value so far (0 is purely relative), the published end values.
PROBLEMS = {
    "robertson": dict(
        start=dict(y1=1, y2=0, y3=0),
        rates=dict(y1="-0.04*y1 + 1e4*y2*y3", y2="0.04*y1 - 1e4*y2*y3 - 3e7*y2**2", y3="3e7*y2**2"),
        times="0.4 40 4e3 4e5 4e7 1e11",
        published="0.2083340149701255e-07 0.8333360770334713e-13 0.9999999791665050",
    ),
    "hires": dict(
        start=dict(y1=1, y2=0, y3=0, y4=0, y5=0, y6=0, y7=0, y8="0.0057"), rates=HIRES, times="5 50 150 250 321.8122",
        published="0.7371312573325668e-3 0.1442485726316185e-3 0.5888729740967575e-4 0.1175651343283149e-2"
        " 0.2386356198831331e-2 0.6238968252742796e-2 0.2849998395185769e-2 0.2850001604814231e-2",
    ),
    "vanderpol": dict(
        start=dict(y1=2, y2=0), rates=dict(y1="y2", y2="((1 - y1**2)*y2 - y1)/1e-6"), times="0.25 0.5 1 1.5 2",
        published="1.706167732170483 -0.8928097010247975",
    ),
    "orego": dict(
        start=dict(y1=1, y2=2, y3=3),
        rates=dict(y1="77.27*(y2 + y1*(1 - 8.375e-6*y1 - y2))", y2="(y3 - (1 + y1)*y2)/77.27", y3="0.161*(y1 - y3)"),
        times="30 100 200 250 360", published="1.000814870318523 1228.178521549917 132.0554942846706",
    ),
    "e5": dict(
        # y2 − y3 − y4 = 0 is kept by the equations, but not by rounding: in four states y2 − y3 drifts to 2e-25, and the
        # end values, which then follow dy/dt = −1.13e9·y², would be wrong in their fourth digit. So are the published ones.
        start=dict(y1="1.76e-3", y2=0, y4=0), define={"y3": "y2 - y4"}, report="y1 y2 y3 y4",
        rates=dict(y1="-7.89e-10*y1 - 1.1e7*y1*y3", y2="7.89e-10*y1 - 1.13e9*y2*y3", y4="1.1e7*y1*y3 - 1.13e3*y4"),
        times="10 1e3 1e6 1e9 1e11 1e13", published="0.1152903278711829e-290 0.8867655517642120e-22 0.8854814626268838e-22 0",
    ),
    "pollution": dict(
        start=pollution()[0], rates=pollution()[1], times="0.1 1 10 30 60",
        published="0.5646255480022769e-01 0.1342484130422339 0.4139734331099427e-08 0.5523140207484359e-02"
        " 0.2018977262302196e-06 0.1464541863493966e-06 0.7784249118997964e-01 0.3245075353396018 0.7494013383880406e-02"
        " 0.1622293157301561e-07 0.1135863833257075e-07 0.2230505975721359e-02 0.2087162882798630e-03 0.1396921016840158e-04"
        " 0.8964884856898295e-02 0.4352846369330103e-17 0.6899219696263405e-02 0.1007803037365946e-03 0.1772146513969984e-05"
        " 0.5682943292316392e-04",
    ),
    "ring": dict(
        start=ring()[0], rates=ring()[1], define=ring()[2], times="5e-5 1e-4 2e-4 5e-4 1e-3", ringing=True,
        published="-0.2339057358486745e-01 -0.7367485485540825e-02 0.2582956709291169 -0.4064465721283450"
        " -0.4039455665149794 0.2607966765422943 0.1106761861269975 0.2939904342435596e-06 -0.2840029933642329e-07"
        " 0.7267198267264553e-03 0.7929487196960840e-03 -0.7255283495698965e-03 -0.7941401968526521e-03"
        " 0.7088495416976114e-04 0.2390059075236570e-04",
    ),
    "pleiades": dict(
        start=pleiades()[0], rates=pleiades()[1], times="0.5 1 1.5 2 2.5 3", nonstiff=True,
        published="0.3706139143970502 3.237284092057233 -3.222559032418324 0.6597091455775310 0.3425581707156584"
        " 1.562172101400631 -0.7003092922212495 -3.943437585517392 -3.271380973972550 5.225081843456543 -2.590612434977470"
        " 1.198213693392275 -0.2429682344935824 1.091449240428980 3.417003806314313 1.354584501625501 -2.590065597810775"
        " 2.025053734714242 -1.155815100160448 -0.8072988170223021 0.5952396354208710 -3.741244961234010 0.3773459685750630"
        " 0.9386858869551073 0.3667922227200571 -0.3474046353808490 2.344915448180937 -1.947020434263292",
    ),
    "akzo": dict(
        start=dict(y1="0.444", y2="0.00123", y3=0, y4="0.007", y5=0), define=AKZO,
        rates=dict(y1="-2*r1 + r2 - r3 - r4", y2="-0.5*r1 - r4 - 0.5*r5 + Fin", y3="r1 - r2 + r3", y4="-r2 + r3 - 2*r4",
                   y5="r2 - r3 + r5"),
        algebraic=dict(y6=("115.83*y1*y4 - y6", 0)), report="y1 y2 y3 y4 y5 y6", times="1 10 45 90 180",
        published="0.1150794920661702 0.1203831471567715e-2 0.1611562887407974 0.3656156421249283e-3"
        " 0.1708010885264404e-1 0.4873531310307455e-2",
    ),
    "amplifier": dict(
        start=dict(a=3, b=3, c=-3, d=3, e=-6), define=AMPLIFIER,
        rates=dict(a="(y1 - U)/1000/1e-6", b="(F1 - y3/9000)/2e-6", c="((y4 - 6)/9000 + 0.99*F1)/3e-6",
                   d="(F2 - y6/9000)/4e-6", e="((y7 - 6)/9000 + 0.99*F2)/5e-6"),
        algebraic=dict(
            y2=("(y1 - U)/1000 + y2/9000 + (y2 - 6)/9000 + 0.01*F1", 3),
            y5=("(y4 - 6)/9000 + 0.99*F1 + y5/9000 + (y5 - 6)/9000 + 0.01*F2", 3),
            y8=("(y7 - 6)/9000 + 0.99*F2 + y8/9000", 0),
        ),
        report="y1 y2 y3 y4 y5 y6 y7 y8", times="0.02 0.05 0.1 0.15 0.2",
        published="-0.5562145012262709e-2 3.006522471903042 2.849958788608128 2.926422536206241 2.704617865010554"
        " 2.761837778393145 4.770927631616772 1.236995868091548",
    ),
}


class Problem:
    """Rates, exact Jacobian and what is reported, from text; all arithmetic in the type of what it is given."""

    def __init__(self, start, rates, times, define=None, algebraic=None, report=None, nonstiff=False, published="", ringing=False):
        self.names, self.nonstiff = list(start), nonstiff
        self.ringing = ringing
        self.rtol = L("1e-17") if nonstiff else L("1e-15")
        self.start = [L(str(v)) for v in start.values()]
        self.times = times.split()
        self.published = [L(v) for v in published.split()]
        self.constants = {}
        algebraic = algebraic or {}
        names = {}
        for name in ["t", *start, *algebraic]:
            names[name] = sp.Symbol(name)
        self.z0 = np.array([L(v) for _, v in algebraic.values()])
        todo = dict(define or {})
        while todo:  # in whatever order they need each other
            for name, text in list(todo.items()):
                if set(re.findall(r"[A-Za-z_]\w*", re.sub(r"\d\.?\d*e", "", text))) - {"exp", "sin", "sqrt", "pi"} <= set(names):
                    names[name] = self.expression(todo.pop(name), names)
        y, z = [names[s] for s in start], [names[s] for s in algebraic]
        f = [self.expression(rates[s], names) for s in start]
        g = [self.expression(text, names) for text, _ in algebraic.values()]
        out = [names[s] for s in report.split()] if report else y
        self.columns = report.split() if report else list(start)
        args = [names["t"], *y, *z, *self.constants]
        matrix = lambda e, v: [[sp.diff(a, b) for b in v] for a in e]
        make = lambda e: sp.lambdify(args, e, modules=[{"exp": np.exp, "sin": np.sin, "sqrt": np.sqrt}], cse=True)
        self.c = list(self.constants.values())
        self.c64 = [float(c) for c in self.c]
        self.f, self.out = make(f), make(out)
        self.fy = make(matrix(f, y))
        if z:
            self.fz, self.g, self.gy, self.gz = make(matrix(f, z)), make(g), make(matrix(g, y)), make(matrix(g, z))
        self.z = len(z)
        self.expressions, self.symbols = f, y
        if ringing:  # machine numbers, as fast as Python can
            self.quick = sp.lambdify(args, f, modules="math", cse=True)

    def expression(self, text, names):
        """SymPy expression; numbers that are no small integers become symbols with a value of 64 bits."""

        def constant(match):
            number = match.group(0)
            if re.fullmatch(r"\d\d?|0\.5", number):
                return number if number != "0.5" else "(1/2)"
            name = sp.Symbol("k_" + re.sub(r"\W", "_", number))
            self.constants[name] = L(number)
            return name.name

        text = re.sub(r"(?<![A-Za-z_\d.])(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?", constant, text)
        if "pi" in text:
            self.constants[sp.Symbol("pi_")] = L("3.14159265358979323846264338327950288")
            text = re.sub(r"\bpi\b", "pi_", text)
        return sp.sympify(text, locals={**names, **{k.name: k for k in self.constants}}, rational=True)

    def algebraic(self, t, y):
        """The algebraic states by Newton's method from where they were last."""
        if not self.z:
            return []
        z = self.z0.astype(y.dtype)
        for _ in range(60):
            args = (t, *y, *z, *self.c_of(y))
            step = lu_solve(lu(np.array(self.gz(*args), y.dtype)), -np.array(self.g(*args), y.dtype))
            # The exponentials must not run away.
            step = np.clip(step, -0.3, 0.3) if self.z > 1 else step
            z = z + step
            if np.all(np.abs(step) <= 8 * np.finfo(y.dtype).eps * np.maximum(np.abs(z), 1e-3)):
                break
        self.z0 = z.astype(L)
        return z

    def c_of(self, y):
        return self.c if y.dtype == L else self.c64

    def fast(self, t, y):
        """Rates in machine numbers; no numbers where the exponentials overflow, which makes a step too long."""
        try:
            return self.quick(t, *y.tolist(), *self.c64)
        except OverflowError:
            return [np.nan] * len(y)

    def rates(self, t, y):
        return np.array(self.f(t, *y, *self.algebraic(t, y), *self.c_of(y)), y.dtype)

    def jacobian(self, t, y):
        args = (t, *y, *self.algebraic(t, y), *self.c_of(y))
        J = np.array(self.fy(*args), y.dtype)
        if not self.z:
            return J
        inner = lu(np.array(self.gz(*args), y.dtype))
        gy = np.array(self.gy(*args), y.dtype)
        dz = np.stack([lu_solve(inner, -gy[:, j]) for j in range(len(y))], axis=1)
        return J + np.array(self.fz(*args), y.dtype) @ dz

    def reported(self, t, y):
        return np.array(self.out(t, *y, *self.algebraic(t, y), *self.c_of(y)), y.dtype)


def lu(a):
    """LU with partial pivoting in any type; LAPACK knows double only."""
    a, n = a.copy(), len(a)
    order = np.arange(n)
    for k in range(n - 1):
        p = k + int(np.argmax(np.abs(a[k:, k])))
        if p != k:
            a[[k, p]], order[[k, p]] = a[[p, k]], order[[p, k]]
        a[k + 1 :, k] /= a[k, k]
        a[k + 1 :, k + 1 :] -= np.outer(a[k + 1 :, k], a[k, k + 1 :])
    return a, order


def lu_solve(factors, b):
    a, order = factors
    x, n = b[order], len(b)
    for k in range(n - 1):
        x[k + 1 :] -= a[k + 1 :, k] * x[k]
    for k in range(n - 1, -1, -1):
        x[k] /= a[k, k]
        x[:k] -= a[:k, k] * x[k]
    return x


STIFF = [2, 3, 4, 6, 8, 12, 16, 24, 32, 48]
MIDPOINT = [2, 4, 6, 8, 10, 12, 16, 20, 24, 28]


def euler(problem, J, t, y, H, n):
    """n steps of the linearly implicit Euler method with one Jacobian (Hairer and Wanner II, IV.9)."""
    h = H / n
    factors = lu(np.eye(len(y), dtype=L) - h * J)
    for i in range(n):
        y = y + lu_solve(factors, h * problem.rates(t + (i + 1) * h, y))
    return y


def midpoint(problem, _J, t, y, H, n):
    """n steps of the modified midpoint rule with Gragg's smoothing."""
    h = H / n
    before, now = y, y + h * problem.rates(t, y)
    for i in range(1, n + 1):
        before, now, last = now, before + 2 * h * problem.rates(t + i * h, now), before
    # now is one step too far: y_{n+1}; before is y_n, last y_{n−1}.
    return (last + 2 * before + now) / 4


def extrapolate(problem):
    """States at the report times, by extrapolation to order ten (twenty for the midpoint rule), and the largest values."""
    sequence, basic, power = (MIDPOINT, midpoint, 2) if problem.nonstiff else (STIFF, euler, 1)
    rtol = problem.rtol
    t, y = L(0), np.array(problem.start)
    h = L(problem.times[0]) * L("1e-6")
    with np.errstate(all="ignore"):
        most = np.abs(problem.reported(t, y))
        scale = np.abs(y)
        rows, steps = [], 0
        for end in map(L, problem.times):
            while t < end:
                last = t + h >= end * (1 - L("1e-15"))
                H = end - t if last else h
                J = None if problem.nonstiff else problem.jacobian(t, y)
                table = []
                for k, n in enumerate(sequence):
                    row = [basic(problem, J, t, y, H, n)]
                    for j in range(k):
                        row.append(row[j] + (row[j] - table[j]) / ((L(n) / sequence[k - j - 1]) ** power - 1))
                    table = row
                    if k < 3:
                        continue
                    size = np.maximum(scale, np.abs(row[-1]))
                    # A share of the largest value so far keeps states that vanish from stopping the run.
                    weight = rtol * (np.maximum(np.abs(y), np.abs(row[-1])) + L("1e-9") * size) + L("1e-300")
                    error = np.max(np.abs(row[-1] - row[-2]) / weight)
                    if error <= 1 or not np.isfinite(error):
                        break
                factor = (L("0.8") / error) ** (L(1) / (power * k + 1)) if np.isfinite(error) and error > 0 else L("0.1")
                if error <= 1:
                    t, y = (end if last else t + H), row[-1]
                    scale = np.maximum(scale, np.abs(y))
                    most = np.maximum(most, np.abs(problem.reported(t, y)))
                    steps += 1
                    # Convergence before the last columns: longer steps are worth it.
                    grown = H * (2 if k <= 6 else 1.3 if k == 7 else 1 if k == 8 else 0.85)
                    h = max(grown, h) if last else grown
                else:
                    h = H * min(max(factor, L("0.1")), L("0.7"))
                if not h > abs(t) * L("1e-18"):
                    raise RuntimeError(f"step too small at {t}")
            rows.append(problem.reported(t, y))
    return np.array(rows), most, steps


DRIVER = r"""
#include <math.h>
#include <stdlib.h>
#include <string.h>
typedef long double R;
static void rates(R t, const R *y, const R *c, R *out) {%s}
static void jacobian(R t, const R *y, const R *c, R *out) {%s}
enum { n = %d, K = 10 };
static const int sequence[K] = {2, 3, 4, 6, 8, 12, 16, 24, 32, 48};
static void factor(R *a, int *order) {
  for (int i = 0; i < n; i++) order[i] = i;
  for (int k = 0; k < n; k++) {
    int p = k;
    for (int i = k + 1; i < n; i++) if (fabsl(a[i * n + k]) > fabsl(a[p * n + k])) p = i;
    if (p != k) {
      for (int j = 0; j < n; j++) { R x = a[k * n + j]; a[k * n + j] = a[p * n + j]; a[p * n + j] = x; }
      int o = order[k]; order[k] = order[p]; order[p] = o;
    }
    for (int i = k + 1; i < n; i++) {
      R m = a[i * n + k] /= a[k * n + k];
      if (m != 0) for (int j = k + 1; j < n; j++) a[i * n + j] -= m * a[k * n + j];
    }
  }
}
/* Linearly implicit Euler, extrapolated, from t to end; the step is left in *h, the number of steps returned. */
long run(double from, double to, const R *c, R *y, R *most, R *h, double rtol) {
  R t = from, end = to, J[n * n], A[n * n], f[n], x[n], old[K][n], now[K][n];
  int order[n];
  long steps = 0;
  while (t < end) {
    int last = t + *h >= end * (1 - 1e-15L), k;
    R H = last ? end - t : *h, error = INFINITY;
    jacobian(t, y, c, J);
    for (k = 0; k < K; k++) {
      R s = H / sequence[k], *row = now[0];
      for (int i = 0; i < n * n; i++) A[i] = (i %% (n + 1) == 0) - s * J[i];
      factor(A, order);
      memcpy(row, y, sizeof f);
      for (int q = 1; q <= sequence[k]; q++) {
        rates(t + q * s, row, c, f);
        for (int i = 0; i < n; i++) {
          x[i] = s * f[order[i]];
          for (int j = 0; j < i; j++) x[i] -= A[i * n + j] * x[j];
        }
        for (int i = n - 1; i >= 0; i--) {
          for (int j = i + 1; j < n; j++) x[i] -= A[i * n + j] * x[j];
          x[i] /= A[i * n + i];
        }
        for (int i = 0; i < n; i++) row[i] += x[i];
      }
      for (int j = 0; j < k; j++)
        for (int i = 0; i < n; i++)
          now[j + 1][i] = now[j][i] + (now[j][i] - old[j][i]) / ((R)sequence[k] / sequence[k - j - 1] - 1);
      if (k >= 3) {
        error = 0;
        for (int i = 0; i < n; i++) {
          R size = fmaxl(fabsl(y[i]), fabsl(now[k][i]));
          R e = fabsl(now[k][i] - now[k - 1][i]) / (rtol * (size + 1e-3L * fmaxl(most[i], size)) + 1e-300L);
          if (!(e <= error)) error = e;
        }
        if (error <= 1 || !isfinite(error)) break;
      }
      memcpy(old, now, sizeof old);
    }
    if (error <= 1) {
      t = last ? end : t + H;
      memcpy(y, now[k], sizeof f);
      for (int i = 0; i < n; i++) most[i] = fmaxl(most[i], fabsl(y[i]));
      steps++;
      R grown = H * (k <= 6 ? 2 : k == 7 ? 1.3L : k == 8 ? 1 : 0.85L);
      *h = last ? fmaxl(grown, *h) : grown;
    } else
      *h = H * (isfinite(error) ? fminl(fmaxl(powl(0.8L / error, 1.0L / K), 0.1L), 0.7L) : 0.1L);
    if (!(*h > t * 1e-18L)) return -1;
  }
  return steps;
}
"""


def compiled(problem):
    """The same as `extrapolate`, by a C compiler: for what would take Python days."""

    def body(values):
        shared, values = sp.cse(values)
        printer = C99CodePrinter({"type_aliases": {real: float80}})
        names = {s: sp.Symbol(f"y[{i}]") for i, s in enumerate(problem.symbols)}
        names |= {s: sp.Symbol(f"c[{i}]") for i, s in enumerate(problem.constants)}
        lines = [f"R {name} = {printer.doprint(e.xreplace(names))};" for name, e in shared]
        return " ".join(lines + [f"out[{i}] = {printer.doprint(e.xreplace(names))};" for i, e in enumerate(values)])

    n = len(problem.names)
    flat = [sp.diff(a, b) for a in problem.expressions for b in problem.symbols]
    with tempfile.TemporaryDirectory() as folder:
        code, library = pathlib.Path(folder, "run.c"), pathlib.Path(folder, "run.so")
        code.write_text(DRIVER % (body(problem.expressions), body(flat), n))
        subprocess.run(["cc", "-O2", "-shared", "-fPIC", "-o", library, code, "-lm"], check=True)
        run = ctypes.CDLL(library).run
    run.restype = ctypes.c_long
    pointer = lambda a: a.ctypes.data_as(ctypes.c_void_p)
    c, y = np.array(problem.c, L), np.array(problem.start, L)
    # Volts and amperes that matter: the start is zero, and what is small at first is small against these.
    floor = np.array([L("1e-3")] * 7 + [L("1e-8")] * (n - 7))
    most, h, t, steps, rows = floor.copy(), np.array([L("1e-14")]), 0.0, 0, []
    for end in map(float, problem.times):
        taken = run(ctypes.c_double(t), ctypes.c_double(end), pointer(c), pointer(y), pointer(most), pointer(h),
                    ctypes.c_double(RINGING))
        if taken < 0:
            raise RuntimeError(f"step too small before {end}")
        t, steps = end, steps + taken
        rows.append(y.copy())
    assert np.all(most > floor)
    return np.array(rows), most, steps


def second(problem, scale):
    """The same by SciPy in double precision."""
    rates = lambda t, y: problem.rates(t, y)
    kw = {} if problem.nonstiff else dict(jac=lambda t, y: problem.jacobian(t, y))
    method = "LSODA" if problem.ringing else "DOP853" if problem.nonstiff else "Radau"
    if problem.ringing:
        rates = problem.fast
    times = [float(t) for t in problem.times]
    y0 = np.array(problem.start, float)
    with np.errstate(all="ignore"):
        solution = solve_ivp(rates, (0, times[-1]), y0, method=method, t_eval=times, rtol=1e-11 if problem.ringing else 1e-13,
                             atol=np.array([1e-15 * float(s) for s in scale]), **kw)
        if not solution.success:
            return method, None
        return method, np.array([problem.reported(t, y) for t, y in zip(times, solution.y.T)])


def main():
    if np.finfo(L).nmant < 63:
        sys.exit("numpy.longdouble has no 64 bits here; run it on x86")
    wanted = sys.argv[1:] or list(PROBLEMS)
    for name in wanted:
        begun = time.time()
        problem = Problem(**PROBLEMS[name])
        values, most, steps = compiled(problem) if problem.ringing else extrapolate(problem)
        took = time.time() - begun
        states = [float(most[problem.columns.index(s)]) if s in problem.columns else 6.0 for s in problem.names]
        method, other = second(problem, states)
        weight = np.abs(values) + L("1e-3") * most
        gap = "stopped early" if other is None else f"{float(np.max(np.abs(values - other) / weight)):.0e}"
        published = np.array(problem.published)
        large = np.abs(published) > L("1e-30") * most
        far = np.max(np.abs(values[-1] / np.where(large, published, 1) - 1)[large]) if len(published) else None
        how = f"extrapolation in 64 bits, rtol {RINGING if problem.ringing else problem.rtol:.0e}"
        lines = [
            f"# {name}: {how}, {steps} steps; NumPy {np.__version__}, SciPy {scipy.__version__},"
            f" SymPy {sp.__version__}; command: python reference.py {name}",
            f"# SciPy {method} at rtol {1e-11 if problem.ringing else 1e-13:g} differs by at most {gap} of |y| + 0.001 max|y|"
            + ("" if far is None else f"; published end values by {float(far):.0e}"),
            "t," + ",".join(problem.columns),
            "max," + ",".join(f"{float(v):.3g}" for v in most),
        ]
        lines += [",".join([t, *(repr(float(v)) for v in row)]) for t, row in zip(problem.times, values)]
        (HERE / f"{name}.csv").write_text("\n".join(lines) + "\n")
        print(f"{name}: {steps} steps in {took:.0f} s; {method} differs by {gap}; published by {far}", file=sys.stderr)


main()
