/**
 * Philox-4x32-10: a counter-based generator. The value at (key, counter) needs no state, so any draw of any member
 * can be found on its own, in any order, on any worker.
 *
 * @param key      two 32-bit words
 * @param counter  four 32-bit words
 * @returns four 32-bit words
 * @source Salmon, Moraes, Dror, Shaw, SC'11 (2011), doi:10.1145/2063384.2063405
 */
export function philox(
  key: readonly [number, number],
  counter: readonly [number, number, number, number],
): [number, number, number, number] {
  let [k0, k1] = key;
  let [a, b, c, d] = counter;
  for (let round = 0; round < 10; round++) {
    const [high0, low0] = wide(0xd2511f53, a);
    const [high1, low1] = wide(0xcd9e8d57, c);
    [a, b, c, d] = [(high1 ^ b ^ k0) >>> 0, low1, (high0 ^ d ^ k1) >>> 0, low0];
    k0 = (k0 + 0x9e3779b9) >>> 0;
    k1 = (k1 + 0xbb67ae85) >>> 0;
  }
  return [a, b, c, d];
}

/** 32 × 32 → 64 bits as two words, by 16-bit halves. */
function wide(a: number, b: number): [number, number] {
  const low = Math.imul(a, b) >>> 0;
  const [a0, a1, b0, b1] = [a & 0xffff, a >>> 16, b & 0xffff, b >>> 16];
  const middle = a1 * b0 + (((a0 * b0) / 65536) >>> 0);
  const rest = a0 * b1 + (middle % 65536);
  const high = a1 * b1 + Math.floor(middle / 65536) + Math.floor(rest / 65536);
  return [high >>> 0, low];
}

/** A uniform number in (0, 1) for a seed, a stream (below 2⁵³) and an index; never 0 or 1. */
export function uniform(seed: number, stream: number, index: number): number {
  const [a, b] = philox(
    [seed >>> 0, Math.floor(seed / 4294967296) >>> 0],
    [
      index >>> 0,
      Math.floor(index / 4294967296) >>> 0,
      stream >>> 0,
      (0x6b61 + Math.floor(stream / 4294967296)) >>> 0,
    ],
  );
  return ((a >>> 5) * 67108864 + (b >>> 6) + 0.5) / 9007199254740992;
}
