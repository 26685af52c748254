import type { Code, F64, I32, Local } from "#wasm";
import type { Layout } from "./layout.ts";

/** Access to what one lane keeps, for code that treats lanes one by one. */
export class Lane {
  readonly f: Code;
  readonly layout: Layout;
  /** 8 times the number of the lane: what is added to every address. */
  readonly offset: Local<I32>;

  /** The lane is the function's first parameter. */
  constructor(f: Code, layout: Layout, offset: Local<I32> = f.parameter<I32>(0, "i32")) {
    this.f = f;
    this.layout = layout;
    this.offset = offset;
  }

  at(): I32 {
    return this.f.get(this.offset);
  }
  number(name: keyof Layout["lane"]): F64 {
    return this.f.load(this.at(), this.layout.lane[name]);
  }
  whole(name: keyof Layout["lane"]): I32 {
    return this.f.loadI32(this.at(), this.layout.lane[name]);
  }
  put(name: keyof Layout["lane"], value: () => F64): void {
    this.f.store(this.at(), value(), this.layout.lane[name]);
  }
  putWhole(name: keyof Layout["lane"], value: () => I32): void {
    this.f.storeI32(this.at(), value(), this.layout.lane[name]);
  }
  /** Adds to a whole number. */
  count(name: keyof Layout["lane"], by = 1): void {
    this.putWhole(name, () => this.f.iadd(this.whole(name), this.f.i32(by)));
  }
  host(name: keyof Layout["host"]): F64 {
    return this.f.load(this.f.i32(0), this.layout.host[name]);
  }
  hostWhole(name: keyof Layout["host"]): I32 {
    return this.f.loadI32(this.f.i32(0), this.layout.host[name]);
  }
  putHost(name: keyof Layout["host"], value: () => I32): void {
    this.f.storeI32(this.f.i32(0), value(), this.layout.host[name]);
  }

  /** Copies `count` numbers of this lane between two rows, each with its own address and distance. */
  copy(count: number, from: [() => I32, number, number], to: [() => I32, number, number]): void {
    const { f } = this;
    if (count === 0) return;
    const [a, b, left] = [f.int(), f.int(), f.int()];
    f.set(a, from[0]());
    f.set(b, to[0]());
    f.set(left, f.i32(count));
    f.loop((again) => {
      f.store(f.get(b), f.load(f.get(a), from[1]), to[1]);
      f.set(a, f.iadd(f.get(a), f.i32(from[2])));
      f.set(b, f.iadd(f.get(b), f.i32(to[2])));
      again(f.tee(left, f.isub(f.get(left), f.i32(1))));
    });
    for (const local of [a, b, left]) f.release(local);
  }

  /** Sets the first numbers of a vector of states. */
  fill(n: number, vector: number, value: number): void {
    const { f } = this;
    if (n === 0) return;
    const [place, left] = [f.int(), f.int()];
    f.set(place, this.at());
    f.set(left, f.i32(n));
    f.loop((again) => {
      f.store(f.get(place), f.f64(value), vector);
      f.set(place, f.iadd(f.get(place), f.i32(this.layout.stride)));
      again(f.tee(left, f.isub(f.get(left), f.i32(1))));
    });
    for (const local of [place, left]) f.release(local);
  }

  /** From one vector of states to another. */
  copyVector(n: number, from: number, to: number): void {
    const { stride } = this.layout;
    this.copy(n, [() => this.at(), from, stride], [() => this.at(), to, stride]);
  }
}
