import fc from "fast-check";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { expect, test } from "vitest";
import { parquet } from "./parquet.ts";
import { quantile, rankCorrelation, ranks } from "./statistics.ts";
import { column, csv, table } from "./table.ts";

const runs = table("runs", [
  { name: "agent", unit: "", values: ['Fe2P, "rods"', "µ\nCu₃P"] },
  { name: "world", unit: "", values: Int32Array.of(0, -7) },
  { name: "dose", unit: "ug/mL", values: Float64Array.of(1 / 3, 1e-300) },
  { name: "viability", unit: "", values: Float64Array.of(Number.NaN, Infinity) },
]);

test("a table's columns are of one length, and a wrong name is told the nearest", () => {
  expect(column(runs, "world")).toEqual(Int32Array.of(0, -7));
  expect(() => column(runs, "doze")).toThrow(/unknown-name/);
  expect(() => table("t", [runs.columns[0]!, { name: "x", unit: "", values: Float64Array.of(1) }])).toThrow(
    /mismatch-shape/,
  );
  expect(table("none", [])).toMatchObject({ rows: 0 });
});

test("CSV names units, quotes what needs it, and loses no digit", () => {
  expect(csv(runs)).toBe(
    'agent,world,dose (ug/mL),viability\n"Fe2P, ""rods""",0,0.3333333333333333,NaN\n"µ\nCu₃P",-7,1e-300,Infinity\n',
  );
});

test("Parquet reads back as it was, with units and what made it", async () => {
  const bytes = parquet(runs, { study: "title: µ", seed: "1" });
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const rows = await parquetReadObjects({ file });
  expect(rows).toEqual([
    { agent: 'Fe2P, "rods"', world: 0, dose: 1 / 3, viability: Number.NaN },
    { agent: "µ\nCu₃P", world: -7, dose: 1e-300, viability: Infinity },
  ]);
  const known = new Map(parquetMetadata(file).key_value_metadata?.map(({ key, value }) => [key, value]));
  expect(known.get("study")).toBe("title: µ");
  expect(JSON.parse(known.get("units")!)).toMatchObject({ dose: "ug/mL" });
});

test("Parquet of one table is the same bytes each time, and holds many rows", async () => {
  const n = 20_000;
  const long = table("long", [
    { name: "x", unit: "s", values: Float64Array.from({ length: n }, (_, i) => Math.sqrt(i)) },
    { name: "name", unit: "", values: Array.from({ length: n }, (_, i) => `agent ${i % 3}`) },
  ]);
  const bytes = parquet(long);
  expect(parquet(long)).toEqual(bytes);
  const rows = await parquetReadObjects({ file: bytes.buffer.slice(0, bytes.byteLength) as ArrayBuffer });
  expect(rows).toHaveLength(n);
  expect(rows[n - 1]).toEqual({ x: Math.sqrt(n - 1), name: `agent ${(n - 1) % 3}` });
});

// numpy.quantile([3, 1, 2, 10], [0.05, 0.5, 0.9]), its default method being type 7
test("quantiles are of type 7", () => {
  const values = [3, 1, 2, 10];
  expect([0.05, 0.5, 0.9].map((q) => quantile(values, q))).toEqual([1.15, 2.5, expect.closeTo(7.9, 12)]);
  expect(quantile([4], 0.3)).toBe(4);
  expect(quantile([], 0.5)).toBeNaN();
});

test("quantiles leave NaN out and give a bound where they fall beside one", () => {
  expect(quantile([Number.NaN, 1, 3], 0.5)).toBe(2);
  expect(quantile([Number.NaN], 0.5)).toBeNaN();
  expect(quantile([1, Infinity], 0.5)).toBe(Infinity);
  expect(quantile([-Infinity, 1], 0.5)).toBe(-Infinity);
  expect(quantile([1, 2, Infinity, Infinity], 1 / 3)).toBe(2);
});

test("quantiles rise with q and stay among the values", () => {
  const q = fc.double({ min: 0, max: 1, noNaN: true });
  const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(values, q, q, (xs, a, b) => {
      const [low, high] = [quantile(xs, Math.min(a, b)), quantile(xs, Math.max(a, b))];
      expect(low).toBeLessThanOrEqual(high + 1e-9 * Math.abs(high));
      expect(low).toBeGreaterThanOrEqual(Math.min(...xs));
      expect(high).toBeLessThanOrEqual(Math.max(...xs));
    }),
    { seed: 4, numRuns: 200 },
  );
});

// scipy.stats.rankdata([2, 7, 7, inf, 1, inf]), and spearmanr of it with [1, 2, 3, 4, 5, 6]
test("ranks share ties, infinite ones too, and Spearman's coefficient follows from them", () => {
  const x = [2, 7, 7, Infinity, 1, Infinity];
  expect([...ranks(x)]).toEqual([2, 3.5, 3.5, 5.5, 1, 5.5]);
  expect(rankCorrelation(x, [1, 2, 3, 4, 5, 6])).toBeCloseTo(0.35309393180189985, 14);
  expect(rankCorrelation([1, 2, 3], [5, 5, 5])).toBeNaN();
});

test("a rank correlation is that of any rising function of its values", () => {
  const pairs = fc.array(fc.tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -40, max: 40 })), {
    minLength: 3,
    maxLength: 40,
  });
  fc.assert(
    fc.property(pairs, (xy) => {
      const [x, y] = [xy.map((p) => p[0]), xy.map((p) => p[1])];
      const rho = rankCorrelation(x, y);
      expect(
        rankCorrelation(
          x.map((v) => v ** 3 + 5),
          y,
        ),
      ).toEqual(rho);
      expect(
        rankCorrelation(
          x.map((v) => -v),
          y,
        ),
      ).toEqual(Number.isNaN(rho) ? rho : expect.closeTo(-rho, 12));
      if (!Number.isNaN(rho)) expect(Math.abs(rho)).toBeLessThanOrEqual(1 + 1e-12);
    }),
    { seed: 5, numRuns: 200 },
  );
});
