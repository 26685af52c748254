"""Writes reference values of elementary functions, correctly rounded to double, by mpmath at 60 digits.

    python test/references/elementary/make.py > test/references/elementary/values.csv
"""
import random
import sys

import mpmath

mpmath.mp.dps = 60
random.seed(20)
print(f"# mpmath {mpmath.__version__}, 60 digits; python test/references/elementary/make.py; columns function,x,y,value")
unary = {
    "exp": (mpmath.exp, lambda: random.uniform(-700, 700)), "ln": (mpmath.log, lambda: 10 ** random.uniform(-300, 300)),
    "log10": (mpmath.log10, lambda: 10 ** random.uniform(-12, 12)), "expm1": (mpmath.expm1, lambda: random.uniform(-2, 2)),
    "log1p": (mpmath.log1p, lambda: 10 ** random.uniform(-12, 3)), "sin": (mpmath.sin, lambda: random.uniform(-100, 100)),
    "cos": (mpmath.cos, lambda: random.uniform(-100, 100)), "tan": (mpmath.tan, lambda: random.uniform(-1.5, 1.5)),
    "asin": (mpmath.asin, lambda: random.uniform(-1, 1)), "acos": (mpmath.acos, lambda: random.uniform(-1, 0.9)),
    "atan": (mpmath.atan, lambda: random.uniform(-50, 50)), "sinh": (mpmath.sinh, lambda: random.uniform(-20, 20)),
    "cosh": (mpmath.cosh, lambda: random.uniform(-20, 20)), "tanh": (mpmath.tanh, lambda: random.uniform(-5, 5)),
    "normalCdf": (mpmath.ncdf, lambda: random.uniform(-8, 8)),
}
for name, (f, draw) in unary.items():
    for _ in range(40):
        x = draw()
        print(f"{name},{x!r},,{float(f(mpmath.mpf(x)))!r}")
for _ in range(120):
    x, y = 10 ** random.uniform(-9, 9), random.uniform(-12, 12)
    print(f"pow,{x!r},{y!r},{float(mpmath.power(mpmath.mpf(x), mpmath.mpf(y)))!r}")
