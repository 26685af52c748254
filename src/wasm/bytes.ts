const scratch = new DataView(new ArrayBuffer(16));

/** A growing row of bytes in WebAssembly's encodings. */
export class Bytes {
  #bytes: Uint8Array<ArrayBuffer>;
  #numbers: DataView | undefined;
  length = 0;

  constructor(capacity = 64) {
    this.#bytes = new Uint8Array(capacity);
  }

  byte(value: number): void {
    if (this.length === this.#bytes.length) this.#grow(1);
    this.#bytes[this.length++] = value;
  }

  /** Unsigned LEB128 of a whole number below 2³². */
  u32(value: number): void {
    while (value >= 0x80) {
      this.byte((value & 0x7f) | 0x80);
      value = Math.floor(value / 128);
    }
    this.byte(value);
  }

  /** Signed LEB128 of a 32-bit number. */
  s32(value: number): void {
    for (;;) {
      const low = value & 0x7f;
      value >>= 7;
      if ((value === 0 && (low & 0x40) === 0) || (value === -1 && (low & 0x40) !== 0)) {
        this.byte(low);
        return;
      }
      this.byte(low | 0x80);
    }
  }

  /** Signed LEB128 of a 64-bit number. */
  s64(value: bigint): void {
    for (;;) {
      const low = Number(value & 0x7fn);
      value >>= 7n;
      if ((value === 0n && (low & 0x40) === 0) || (value === -1n && (low & 0x40) !== 0)) {
        this.byte(low);
        return;
      }
      this.byte(low | 0x80);
    }
  }

  f64(value: number): void {
    if (this.length + 8 > this.#bytes.length) this.#grow(8);
    this.#numbers ??= new DataView(this.#bytes.buffer);
    this.#numbers.setFloat64(this.length, value, true);
    this.length += 8;
  }

  /** 64 bits, little-endian. */
  u64(value: bigint): void {
    scratch.setBigUint64(0, BigInt.asUintN(64, value), true);
    for (let i = 0; i < 8; i++) this.byte(scratch.getUint8(i));
  }

  /** A text as its length and UTF-8 bytes. */
  text(value: string): void {
    this.vector(new TextEncoder().encode(value));
  }

  /** Bytes behind their length. */
  vector(bytes: Uint8Array): void {
    this.u32(bytes.length);
    this.raw(bytes);
  }

  raw(bytes: Uint8Array): void {
    if (this.length + bytes.length > this.#bytes.length) this.#grow(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** What has been written; valid until more is. */
  view(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.length);
  }

  #grow(room: number): void {
    const bytes = new Uint8Array(Math.max(this.length + room, 2 * this.#bytes.length));
    bytes.set(this.#bytes.subarray(0, this.length));
    this.#bytes = bytes;
    this.#numbers = undefined;
  }
}
