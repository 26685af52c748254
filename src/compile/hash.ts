/** Four 32-bit sums that mix what they are given: names a structure in caches, secures nothing. */
export class Hash {
  readonly #state = Uint32Array.of(0x9e3779b9, 0x243f6a88, 0xb7e15162, 0x85ebca6b);
  readonly #float = new Float64Array(1);
  readonly #words = new Uint32Array(this.#float.buffer);

  number(value: number): void {
    this.#float[0] = value;
    this.#mix(this.#words[0]!);
    this.#mix(this.#words[1]!);
  }

  text(value: string): void {
    for (let i = 0; i < value.length; i++) this.#mix(value.charCodeAt(i));
    this.#mix(0x10000);
  }

  hex(): string {
    for (let k = 0; k < 8; k++) this.#mix(k);
    return Array.from(this.#state, (x) => x.toString(16).padStart(8, "0")).join("");
  }

  #mix(word: number): void {
    const s = this.#state;
    const [a, b, c, d] = [s[0]!, s[1]!, s[2]!, s[3]!];
    s[0] = b ^ Math.imul(a ^ word, 0x9e3779b1);
    s[1] = c ^ Math.imul(b ^ word, 0x85ebca77) ^ (a >>> 15);
    s[2] = d ^ Math.imul(c ^ word, 0xc2b2ae3d) ^ (b >>> 13);
    s[3] = a ^ Math.imul(d ^ word, 0x27d4eb2f) ^ (c >>> 16);
  }
}
