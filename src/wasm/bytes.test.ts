import { expect, test } from "vitest";
import { Bytes } from "./bytes.ts";

const written = (write: (b: Bytes) => void, capacity?: number): number[] => {
  const bytes = new Bytes(capacity);
  write(bytes);
  return [...bytes.view()];
};

/** Reads LEB128 the slow and obvious way, in whole numbers without a limit. */
function decoded(bytes: readonly number[], signed: boolean): bigint {
  let value = 0n;
  bytes.forEach((byte, k) => {
    value |= BigInt(byte & 0x7f) << BigInt(7 * k);
  });
  const width = 7 * bytes.length;
  return signed ? BigInt.asIntN(width, value) : value;
}

/** The ends of every length, each with its neighbours. */
const ends = (bits: number): bigint[] =>
  Array.from({ length: bits + 1 }, (_, k) => 1n << BigInt(k)).flatMap((x) => [
    x - 1n,
    x,
    x + 1n,
    -x,
    1n - x,
    -x - 1n,
  ]);

test("the examples of the LEB128 article are met", () => {
  expect(written((b) => b.u32(624485))).toEqual([0xe5, 0x8e, 0x26]);
  expect(written((b) => b.s32(-123456))).toEqual([0xc0, 0xbb, 0x78]);
});

test("unsigned numbers read back, in as few bytes as they need", () => {
  for (const x of ends(32).filter((x) => x >= 0n && x < 1n << 32n)) {
    const bytes = written((b) => b.u32(Number(x)));
    expect(decoded(bytes, false), `${x}`).toBe(x);
    expect(bytes.length, `${x}`).toBe(Math.max(1, Math.ceil(x.toString(2).length / 7)));
    expect(bytes.map((byte) => byte >> 7)).toEqual(bytes.map((_, k) => (k < bytes.length - 1 ? 1 : 0)));
  }
});

test.each([32, 64])("signed numbers of %i bits read back, in as few bytes as they need", (bits) => {
  for (const x of ends(bits).filter((x) => x === BigInt.asIntN(bits, x))) {
    const bytes = written((b) => (bits === 32 ? b.s32(Number(x)) : b.s64(x)));
    expect(decoded(bytes, true), `${x}`).toBe(x);
    const magnitude = x < 0n ? -x - 1n : x;
    const needed = magnitude === 0n ? 1 : Math.ceil((magnitude.toString(2).length + 1) / 7);
    expect(bytes.length, `${x}`).toBe(needed);
  }
});

test("floats are their IEEE bits, the least first", () => {
  for (const x of [0, -0, 1, -1.5, 5e-324, Number.MAX_VALUE, Infinity, -Infinity, Number.NaN, Math.PI]) {
    const bytes = Uint8Array.from(written((b) => b.f64(x)));
    expect(Object.is(new DataView(bytes.buffer).getFloat64(0, true), x), `${x}`).toBe(true);
  }
  expect(written((b) => b.u64(-2n))).toEqual([0xfe, ...new Array(7).fill(0xff)]);
});

test("texts and vectors stand behind their length in bytes", () => {
  expect(written((b) => b.text("µ"))).toEqual([2, 0xc2, 0xb5]);
  expect(written((b) => b.vector(Uint8Array.of(7, 8)))).toEqual([2, 7, 8]);
});

test("rows grow beyond their first capacity and keep what they hold", () => {
  const row = Uint8Array.from({ length: 1000 }, (_, i) => i);
  const bytes = written((b) => {
    b.byte(1);
    b.raw(row);
    for (const x of row) b.byte(x);
  }, 1);
  expect(bytes).toEqual([1, ...row, ...row]);
});
