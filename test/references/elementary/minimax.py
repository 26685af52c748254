"""Minimax coefficients of src/units/elementary.data.ts by Remez exchange, at 50 digits, rounded to double one by one.

    python test/references/elementary/minimax.py

Each line: name, coefficients from the lowest power, log2 of the largest weighted error before rounding.
Method: Remez 1934; see Muller, Elementary Functions (3rd ed., 2016), section 3.5.
"""
import mpmath as mp

mp.mp.dps = 50


def series(terms, z):
    return mp.fsum(c * z**n for n, c in enumerate(terms))


def remez(f, weight, a, b, degree, rounds=12):
    """Polynomial p of a degree with the least max |weight·(p − f)| on [a, b]; the error changes sign degree + 2 times."""
    a, b = mp.mpf(a), mp.mpf(b)
    n = degree + 2
    nodes = [(a + b) / 2 - (b - a) / 2 * mp.cos(mp.pi * (i + mp.mpf(1) / 2) / n) for i in range(n)]
    for _ in range(rounds):
        system = mp.matrix(n, n)
        right = mp.matrix(n, 1)
        for i, x in enumerate(nodes):
            for j in range(degree + 1):
                system[i, j] = x**j
            system[i, degree + 1] = (-1) ** i / weight(x)
            right[i] = f(x)
        solution = mp.lu_solve(system, right)
        coefficients = list(solution)[: degree + 1]
        error = lambda x: weight(x) * (series(coefficients, x) - f(x))
        # The largest error of each stretch of one sign.
        grid = [a + (b - a) * (1 - mp.cos(mp.pi * i / (40 * n))) / 2 for i in range(40 * n + 1)]
        values = [error(x) for x in grid]
        best, peaks = 0, []
        for i in range(len(grid)):
            if i > 0 and values[i] * values[i - 1] < 0:
                peaks.append(best)
                best = i
            elif abs(values[i]) > abs(values[best]):
                best = i
        peaks.append(best)
        while len(peaks) > n:
            peaks.pop(0 if abs(values[peaks[0]]) < abs(values[peaks[-1]]) else -1)
        if len(peaks) < n:
            raise ValueError("too few sign changes")
        nodes = [grid[i] for i in peaks]
    return coefficients, max(abs(v) for v in values)


def guarded(f, at_zero):
    """f with its limit near 0, where the closed form cancels."""
    return lambda x: at_zero if abs(x) < mp.mpf(10) ** -14 else f(x)


ln2 = mp.log(2)
quarter = (mp.pi / 4 * mp.mpf("1.0001")) ** 2
root = mp.sqrt
half = ln2 / 2 * mp.mpf("1.0002")
part = ln2 / 128 + mp.mpf("2e-5")
tiny = mp.mpf("1e-18")
jobs = {
    # e^r = 1 + r + r²·E(r), |r| ≤ ln 2/128
    "exp": (lambda r: (mp.exp(r) - 1 - r) / r**2 if abs(r) > 1e-14 else 0.5, lambda r: r**2 + mp.mpf(10) ** -30, -part, part, 3),
    # ln((1 + s)/(1 − s)) = 2s + s·z·L(z), z = s², |s| ≤ (√2 − 1)/(√2 + 1)
    "ln": (lambda z: (2 * mp.atanh(root(z)) / root(z) - 2) / z, lambda z: z / 2, tiny, "0.02945", 6),
    # artanh s = s + s·z·N(z), |s| ≤ 1/512
    "near": (lambda z: (mp.atanh(root(z)) / root(z) - 1) / z, lambda z: z, tiny, mp.mpf(1) / 512**2, 1),
    # sin r = r + r·z·S(z), cos r = 1 − z/2 + z²·C(z), z = r², |r| ≤ π/4
    "sin": (lambda z: (mp.sin(root(z)) / root(z) - 1) / z, lambda z: z, tiny, quarter, 5),
    "cos": (lambda z: (mp.cos(root(z)) - 1 + z / 2) / z**2, lambda z: z**2, mp.mpf("1e-12"), quarter, 5),
    # sinh r = r + r·z·S(z), cosh r = 1 + z·C(z), |r| ≤ ln 2/2
    "sinh": (lambda z: (mp.sinh(root(z)) / root(z) - 1) / z, lambda z: z, tiny, half**2, 4),
    "cosh": (lambda z: (mp.cosh(root(z)) - 1) / z, lambda z: z, tiny, half**2, 4),
    # arctan t = t + t·z·A(z), |t| ≤ tan(π/8)
    "atan": (lambda z: (mp.atan(root(z)) / root(z) - 1) / z, lambda z: z, tiny, mp.tan(mp.pi / 8) ** 2 * mp.mpf("1.0001"), 10),
    # arcsin t = t + t·z·A(z), |t| ≤ ½
    "asin": (lambda z: (mp.asin(root(z)) / root(z) - 1) / z, lambda z: z, tiny, mp.mpf("0.2501"), 11),
}


def split(x, bits):
    """x as a multiple of 2^−bits and the double next to what is left."""
    head = mp.nint(mp.ldexp(x, bits)) * mp.ldexp(mp.mpf(1), -bits)
    return float(head), float(x - head)


def rows(name, comment, numbers, width=4):
    texts = [repr(n) for n in numbers]
    lines = [", ".join(texts[i : i + width]) for i in range(0, len(texts), width)]
    print(f"/** {comment} */\nexport const {name}: readonly number[] = [\n  " + ",\n  ".join(lines) + ",\n];")


if __name__ == "__main__":
    print("// Made by test/references/elementary/minimax.py; src/units and src/wasm hold the same file. No edits by hand.\n")
    for name, (f, weight, a, b, degree) in jobs.items():
        coefficients, error = remez(f, weight, a, b, degree)
        bound = float(mp.log(error, 2))
        rows(f"{name}Terms", f"Lowest power first; relative error of the function 2^{bound:.1f} before rounding.", [float(c) for c in coefficients])
    # c = 184/256 … 255/256, 128/128 … 183/128: halves of ln c, so that k·ln 2/2 + head is exact (multiples of 2⁻⁴³).
    points = [mp.mpf(184 + j) / 256 if j < 72 else mp.mpf(56 + j) / 128 for j in range(128)]
    rows("lnTable", "Halves of ln c, c = 184/256 … 255/256, 1 … 183/128, each as head (a multiple of 2⁻⁴³) and tail.", [n for c in points for n in split(mp.log(c) / 2, 43)])
    heads = [float(mp.power(2, mp.mpf(j) / 64)) for j in range(64)]
    rows("expTable", "2^(j/64), each as the nearest double and what is left in proportion.", [n for j in range(64) for n in (heads[j], float(mp.power(2, mp.mpf(j) / 64) / heads[j] - 1))])
    # A head of ln 2 that a count of halves of up to 12 bits, or of 64ths of up to 18, multiplies exactly.
    rows("ln2", "ln 2, head (a multiple of 2⁻⁴²) and tail.", split(ln2, 42))
    rows("ln2Part", "(ln 2)/64, head (a multiple of 2⁻⁴²) and tail.", split(ln2 / 64, 42))
    rows("halfPi", "π/2 in three parts; the first two have 33 bits.", [*(lambda a: (a[0], *split(mp.mpf(a[1]) + (mp.pi / 2 - a[0] - mp.mpf(a[1])), 66), ))(split(mp.pi / 2, 32))])
