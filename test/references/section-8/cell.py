"""The reference cell written a second time, in SciPy, to hold the assembled network against.

    python test/references/section-8/cell.py > test/references/section-8/values.csv

Amounts are M per litre of cell, the medium's H2O2 M of medium; lipid-phase laws see LOO and TOH over phi.
"""
import numpy
import scipy
from scipy.integrate import solve_ivp

NAMES = "He Hc SO SS SO2 TSS GSSG GSH NADP Fe3 LOO LOOH TOH".split()
PHI, LH, LIP, TOH_T = 0.03, 0.3, 1e-6, 1e-4 * 0.03


def rates(_t, y, ratio=600.0, xc=1.0, gpx4=1.0):
    he, hc, so, ss, so2, tss, gssg, gsh, nadp, fe3, loo, looh, toh = y
    nadph, fe2, to = 6.06e-5 - nadp, LIP - fe3, TOH_T - toh
    exchange = 10.4 * (he - hc)
    oxidise, condense, sulfinylate = 4e7 * (1e-4 - so - ss - so2) * hc, 7 * so, 3e3 * so * hc
    repair, reduce = 2e-3 * so2, 2.1e5 * ss * (2.5e-5 - tss)
    trxr = 2e-4 * tss / (1.8e-6 + tss) * nadph / (6e-6 + nadph)
    gpx1 = 1e-6 * 6e7 * hc * 4e4 * gsh / (6e7 * hc + 4e4 * gsh)
    gr = 1e-4 * gssg / (65e-6 + gssg) * nadph / (8.5e-6 + nadph)
    fenton, split = 4.2e3 * fe2 * hc, 1.39e3 * fe2 * looh
    carry, end, trap = 30 * LH * loo, 2e5 * loo * loo / PHI, 5.8e3 * loo / PHI * toh
    peroxidase4 = gpx4 * 2e-7 * 1e7 * looh * 2e4 * gsh / (1e7 * looh + 2e4 * gsh)
    return [
        -exchange / ratio,
        1.25e-6 + exchange - 20 * hc - oxidise - sulfinylate - gpx1 - fenton,
        oxidise - condense - sulfinylate + repair,
        condense - reduce,
        sulfinylate - repair,
        reduce - trxr,
        gpx1 + peroxidase4 - gr,
        1.1e-6 * xc - 2e-4 * gsh - 2 * gpx1 - 2 * peroxidase4 + 2 * gr,
        trxr + gr - 3.75e-4 * nadp / (57e-6 + nadp),
        fenton + split - 1e-2 * gsh / 5e-3 * fe3,
        1e-9 + 1e-2 * fenton + 0.5 * split - end - trap,
        carry + trap - split - peroxidase4 - 1e-4 * looh,
        1e-8 * to / (1e-4 * PHI + to) - trap,
    ]


def run(y, seconds, **change):
    result = solve_ivp(lambda t, x: rates(t, x, **change), (0, seconds), y, method="BDF", rtol=1e-9, atol=1e-20)
    assert result.success
    return result.y[:, -1]


start = numpy.zeros(13)
start[[0, 1, 7, 9, 12]] = 3e-10, 3e-10, 5e-3, 0.2 * LIP, TOH_T
rest = run(start, 2e5)
print(f"# SciPy {scipy.__version__}, solve_ivp BDF rtol 1e-9; python test/references/section-8/cell.py")
print("case,hours,name,value")
for name, value in zip(NAMES, rest):
    print(f"rest,0,{name},{value:.6e}")
for case, change, hours in [("gpx4 gone", {"gpx4": 0.0}, [0.5, 4, 24]), ("xc- blocked", {"xc": 0.0}, [8, 12, 24])]:
    for h in hours:
        print(f"{case},{h},LOOH,{run(rest, 3600 * h, **change)[11]:.6e}")
bolus = rest.copy()
bolus[0] = 3e-4
for h in [0.1, 1]:
    after = run(bolus, 3600 * h, ratio=6000.0)
    for name in ["He", "Hc", "GSSG", "SO2", "NADP"]:
        print(f"300 uM H2O2,{h},{name},{after[NAMES.index(name)]:.6e}")
