"""Writes src/study/sobol.data.ts from the Joe-Kuo direction numbers (new-joe-kuo-6) that SciPy carries.

    python test/references/sobol/make.py > src/study/sobol.data.ts
"""
import os

import numpy
import scipy
import scipy.stats._sobol as module

DIMENSIONS = 512
data = numpy.load(os.path.join(os.path.dirname(module.__file__), "_sobol_direction_numbers.npz"))
poly = [int(p) for p in data["poly"][1:DIMENSIONS]]
rows = [[int(m) for m in data["vinit"][i + 1][: p.bit_length() - 1]] for i, p in enumerate(poly)]

print(f"""/**
 * Direction numbers of S. Joe and F. Y. Kuo (new-joe-kuo-6; SIAM J. Sci. Comput. 30, 2635 (2008)), first {DIMENSIONS} dimensions.
 * Copyright (c) 2008, Frances Y. Kuo and Stephen Joe, BSD-style licence. Taken from SciPy {scipy.__version__} by
 * test/references/sobol/make.py. Dimension 1 has none; entry i belongs to dimension i + 2.
 */""")
print("/** Primitive polynomials, highest power first as bits. */")
print("export const polynomials: readonly number[] = [" + ", ".join(map(str, poly)) + "];")
print("/** Initial direction numbers m₁, m₂, … of each polynomial. */")
print("export const directionNumbers: readonly (readonly number[])[] = [")
for row in rows:
    print("  [" + ", ".join(map(str, row)) + "],")
print("];")
