"""Writes dense samples of elementary functions with what the nearest double lacks, by mpmath at 60 digits.

    python test/references/elementary/dense.py > test/references/elementary/dense.csv

`rest` is the true value less `value` in units in the last place of `value`, so that errors are known to 0.001 ulp.
`hard` holds the worst arguments that 2·10⁵ samples a range against libquadmath have shown.
"""
import math
import random

import mpmath

mpmath.mp.dps = 60
random.seed(21)
u = random.uniform
m = mpmath
functions = {
    "exp": (m.exp, [lambda: u(-700, 700), lambda: u(-1, 1), lambda: u(-745, -705)]),
    "ln": (m.log, [lambda: 2 ** u(-1073, 1023), lambda: u(0.4, 2.5), lambda: u(0.99, 1.01)]),
    "log10": (m.log10, [lambda: 2 ** u(-1073, 1023), lambda: u(0.5, 2), lambda: u(0.99, 1.01)]),
    "expm1": (m.expm1, [lambda: u(-2, 2), lambda: 10 ** u(-10, 0)]),
    "log1p": (m.log1p, [lambda: 10 ** u(-10, 3), lambda: -(10 ** u(-10, -0.01))]),
    "sin": (m.sin, [lambda: u(-1e6, 1e6), lambda: u(-10, 10), lambda: 10 ** u(-10, 0)]),
    "cos": (m.cos, [lambda: u(-1e6, 1e6), lambda: u(-10, 10)]),
    "tan": (m.tan, [lambda: u(-1e6, 1e6), lambda: u(-10, 10), lambda: 10 ** u(-10, 0)]),
    "asin": (m.asin, [lambda: u(-1, 1), lambda: 10 ** u(-10, 0)]),
    "acos": (m.acos, [lambda: u(-1, 1), lambda: 1 - 10 ** u(-15, -1)]),
    "atan": (m.atan, [lambda: u(-3, 3), lambda: 10 ** u(-10, 10)]),
    "sinh": (m.sinh, [lambda: u(-3, 3), lambda: u(-710.4, 710.4), lambda: 10 ** u(-10, 0)]),
    "cosh": (m.cosh, [lambda: u(-3, 3), lambda: u(-710.4, 710.4)]),
    "tanh": (m.tanh, [lambda: u(-3, 3), lambda: u(-25, 25), lambda: 10 ** u(-10, 0)]),
    "pow": (
        m.power,
        [
            lambda: (10 ** u(-9, 9), u(-12, 12)),
            lambda: (math.exp(u(-690, 690)), u(-1, 1)),
            lambda: (u(0.5, 2), u(-1000, 1000)),
            lambda: (u(0.97, 1.03), u(-20000, 20000)),
            lambda: (u(0.997, 1.003), u(-230000, 230000)),
            lambda: (math.exp(u(-1, 1)) * 2 ** round(u(-1000, 1000)), u(-1, 1)),
        ],
    ),
}
hard = {
    "exp": [-498.52920845121218, -708.60516119905117, -0.12377361203287229],
    "ln": [1.5848303598778919, 0.69826659205252639, 1.0081523593926254],
    "log10": [2.6214372846411129e79, 0.99764862916886399, 1.0019630960373405],
    "sin": [298293.71517484658, 3.266790539466033],
    "cos": [-883916.68799273262, 7.6013671172699233],
    "tan": [-32062.318878530292, -2.1117403339937049],
    "asin": [-0.52883847161510689],
    "acos": [0.60643501697766267, 0.96945151831156362],
    "atan": [0.52810084624976206, 0.42797132172422087],
    "sinh": [1.7392924221990747, 18.40954491727291, 0.38632184278881332],
    "cosh": [-1.7470887897585525, 18.57253297175987],
    "tanh": [-1.7502596169604236, -12.142724857072096, 0.4875238479053875],
    "pow": [
        (0.0014343962173783962, 4.9949230492234058),
        (9767791.9818184171, 0.55679601241251442),
        (1.7757056020727973, -128.09868455978676),
        (0.99807666410957108, -226453.33558111044),
        (1.0045955379155649, -18449.296140970924),
    ],
}

print(f"# mpmath {mpmath.__version__}, 60 digits; python test/references/elementary/dense.py; columns function,x,y,value,rest")
for name, (f, draws) in functions.items():
    samples = [draw() for draw in draws for _ in range(150)] + hard.get(name, [])
    for sample in samples:
        x, *y = sample if isinstance(sample, tuple) else (sample,)
        exact = f(*(mpmath.mpf(v) for v in (x, *y)))
        value = float(exact)
        if value == 0 or math.isinf(value):
            continue
        # The unit in the last place as the error is counted: of the binade of the value, no less than the least number.
        unit = mpmath.ldexp(1, max(math.frexp(value)[1] - 53, -1074))
        rest = float((exact - mpmath.mpf(value)) / unit)
        print(f"{name},{x!r},{y[0] if y else ''!s},{value!r},{rest:.3f}")
