import { Bytes } from "./bytes.ts";

declare const kind: unique symbol;

/** A 32-bit whole number on the stack. */
export type I32 = { readonly [kind]: "i32" };
/** A 64-bit number on the stack. */
export type F64 = { readonly [kind]: "f64" };
/** 128 bits on the stack, mostly two 64-bit numbers. */
export type V128 = { readonly [kind]: "v128" };
/** What may be on the stack. */
export type Value = I32 | F64 | V128;

/** Types of values by their byte in the binary format. */
export const types = { i32: 0x7f, i64: 0x7e, f64: 0x7c, v128: 0x7b } as const;
/** Name of a value type. */
export type TypeName = keyof typeof types;

/** A local variable or parameter of a function. */
export interface Local<T extends Value> {
  readonly index: number;
  readonly type: TypeName;
  /** Only for the checker: what it holds. */
  readonly holds?: T;
}

const VALUE = {} as never;

/** Rows of bytes that finished bodies have left. */
const spare: Bytes[] = [];

/**
 * The body of one function, written in the order in which a stack machine carries it out.
 *
 * Every method emits its instruction at once and returns a token that stands for the value left on the stack. Since
 * arguments are evaluated from left to right before the call, nested calls read as formulas and come out in postfix
 * order: `f.set(x, f.add(f.get(a), f.get(b)))`. A token is used once, where it is made; what is needed twice goes
 * through a local. Statements check that the stack is empty.
 *
 * Memory accesses take a byte address and a constant offset; vectors are two 64-bit numbers unless a name says
 * otherwise.
 */
export class Code {
  readonly bytes: Bytes = spare.pop() ?? new Bytes(4096);
  readonly parameters: number;
  readonly locals: TypeName[] = [];
  readonly #free = new Map<TypeName, number[]>();
  #depth = 0;
  #blocks = 0;

  constructor(parameters: readonly TypeName[]) {
    this.parameters = parameters.length;
  }

  // Locals

  /** Parameter `index`. */
  parameter<T extends Value>(index: number, type: TypeName): Local<T> {
    return { index, type };
  }

  /** A fresh local, or one given back by `release`: what it holds at first is not defined. */
  local<T extends Value>(type: TypeName): Local<T> {
    const index = this.#free.get(type)?.pop() ?? this.parameters + this.locals.push(type) - 1;
    return { index, type };
  }

  int(): Local<I32> {
    return this.local("i32");
  }

  float(): Local<F64> {
    return this.local("f64");
  }

  vector(): Local<V128> {
    return this.local("v128");
  }

  /** Lets a local be used again under another name. */
  release(local: Local<Value>): void {
    const list = this.#free.get(local.type) ?? [];
    list.push(local.index);
    this.#free.set(local.type, list);
  }

  get<T extends Value>(local: Local<T>): T {
    this.bytes.byte(0x20);
    this.bytes.u32(local.index);
    return this.#made(0) as T;
  }

  set<T extends Value>(local: Local<T>, _value: T): void {
    this.bytes.byte(0x21);
    this.bytes.u32(local.index);
    this.#statement(1);
  }

  /** Sets and leaves the value. */
  tee<T extends Value>(local: Local<T>, _value: T): T {
    this.bytes.byte(0x22);
    this.bytes.u32(local.index);
    return this.#made(1) as T;
  }

  // Control

  if(_condition: I32, then: () => void, otherwise?: () => void): void {
    this.#open(0x04, 1);
    then();
    if (otherwise) {
      this.#statement(0);
      this.bytes.byte(0x05);
      otherwise();
    }
    this.#close();
  }

  /** Repeats its body for as long as `again` is called in it at its end. */
  loop(body: (again: (condition: I32) => void) => void): void {
    this.#open(0x03, 0);
    const depth = this.#blocks;
    body(() => this.#branch(0x0d, this.#blocks - depth, 1));
    this.#close();
  }

  /** A stretch that `leave` leaves, always or on a condition. */
  block(body: (leave: (condition?: I32) => void) => void): void {
    this.#open(0x02, 0);
    const depth = this.#blocks;
    body((condition) =>
      condition === undefined
        ? this.#branch(0x0c, this.#blocks - depth, 0)
        : this.#branch(0x0d, this.#blocks - depth, 1),
    );
    this.#close();
  }

  /** Runs the case that the value names, if there is one. */
  switch(value: () => I32, cases: readonly (() => void)[]): void {
    if (cases.length === 0) return;
    for (let k = 0; k <= cases.length; k++) this.#open(0x02, 0);
    value();
    this.bytes.byte(0x0e);
    this.bytes.u32(cases.length);
    for (let k = 0; k <= cases.length; k++) this.bytes.u32(k);
    this.#statement(1);
    cases.forEach((body, k) => {
      this.#close();
      body();
      if (k < cases.length - 1) this.#branch(0x0c, cases.length - 1 - k, 0);
    });
    this.#close();
  }

  /**
   * A loop over byte offsets 0, `step`, … below `to`: the body is written `copies` times a round, or once for each
   * offset where that is all there are. It adds `offset` to the address it is given.
   */
  sweep(to: number, step: number, copies: number, body: (at: () => I32, offset: number) => void): void {
    const count = Math.ceil(to / step);
    const whole = count <= 2 * copies ? 0 : Math.floor(count / copies) * copies * step;
    if (whole > 0) {
      const at = this.int();
      this.set(at, this.i32(0));
      this.loop((again) => {
        for (let k = 0; k < copies; k++) body(() => this.get(at), k * step);
        again(this.iltu(this.tee(at, this.iadd(this.get(at), this.i32(step * copies))), this.i32(whole)));
      });
      this.release(at);
    }
    for (let k = whole; k < to; k += step) body(() => this.i32(0), k);
  }

  return(_value?: Value): void {
    this.bytes.byte(0x0f);
    this.#statement(_value === undefined ? 0 : 1);
  }

  /** Calls a function by index; `returns` is the number of its results. */
  call<T extends Value>(index: number, args: readonly Value[], returns: 0 | 1 = 0): T {
    this.bytes.byte(0x10);
    this.bytes.u32(index);
    this.#depth -= args.length;
    if (returns === 0) this.#statement(0);
    else this.#depth++;
    return VALUE;
  }

  drop(_value: Value): void {
    this.bytes.byte(0x1a);
    this.#statement(1);
  }

  // 32-bit whole numbers

  i32(value: number): I32 {
    this.bytes.byte(0x41);
    this.bytes.s32(value | 0);
    return this.#made(0);
  }
  ieqz(_a: I32): I32 {
    return this.#op(0x45, 1);
  }
  ieq(_a: I32, _b: I32): I32 {
    return this.#op(0x46, 2);
  }
  ine(_a: I32, _b: I32): I32 {
    return this.#op(0x47, 2);
  }
  ilt(_a: I32, _b: I32): I32 {
    return this.#op(0x48, 2);
  }
  iltu(_a: I32, _b: I32): I32 {
    return this.#op(0x49, 2);
  }
  igt(_a: I32, _b: I32): I32 {
    return this.#op(0x4a, 2);
  }
  ile(_a: I32, _b: I32): I32 {
    return this.#op(0x4c, 2);
  }
  ige(_a: I32, _b: I32): I32 {
    return this.#op(0x4e, 2);
  }
  iadd(_a: I32, _b: I32): I32 {
    return this.#op(0x6a, 2);
  }
  isub(_a: I32, _b: I32): I32 {
    return this.#op(0x6b, 2);
  }
  imul(_a: I32, _b: I32): I32 {
    return this.#op(0x6c, 2);
  }
  iand(_a: I32, _b: I32): I32 {
    return this.#op(0x71, 2);
  }
  ior(_a: I32, _b: I32): I32 {
    return this.#op(0x72, 2);
  }
  ishl(_a: I32, _b: I32): I32 {
    return this.#op(0x74, 2);
  }
  ishru(_a: I32, _b: I32): I32 {
    return this.#op(0x76, 2);
  }
  loadI32(_address: I32, offset = 0): I32 {
    return this.#access(0x28, 2, offset, 1);
  }
  storeI32(_address: I32, _value: I32, offset = 0): void {
    this.#store(0x36, 2, offset);
  }

  // 64-bit numbers

  f64(value: number): F64 {
    this.bytes.byte(0x44);
    this.bytes.f64(value);
    return this.#made(0);
  }
  eq(_a: F64, _b: F64): I32 {
    return this.#op(0x61, 2);
  }
  ne(_a: F64, _b: F64): I32 {
    return this.#op(0x62, 2);
  }
  lt(_a: F64, _b: F64): I32 {
    return this.#op(0x63, 2);
  }
  gt(_a: F64, _b: F64): I32 {
    return this.#op(0x64, 2);
  }
  le(_a: F64, _b: F64): I32 {
    return this.#op(0x65, 2);
  }
  ge(_a: F64, _b: F64): I32 {
    return this.#op(0x66, 2);
  }
  abs(_a: F64): F64 {
    return this.#op(0x99, 1);
  }
  neg(_a: F64): F64 {
    return this.#op(0x9a, 1);
  }
  ceil(_a: F64): F64 {
    return this.#op(0x9b, 1);
  }
  floor(_a: F64): F64 {
    return this.#op(0x9c, 1);
  }
  sqrt(_a: F64): F64 {
    return this.#op(0x9f, 1);
  }
  add(_a: F64, _b: F64): F64 {
    return this.#op(0xa0, 2);
  }
  sub(_a: F64, _b: F64): F64 {
    return this.#op(0xa1, 2);
  }
  mul(_a: F64, _b: F64): F64 {
    return this.#op(0xa2, 2);
  }
  div(_a: F64, _b: F64): F64 {
    return this.#op(0xa3, 2);
  }
  min(_a: F64, _b: F64): F64 {
    return this.#op(0xa4, 2);
  }
  max(_a: F64, _b: F64): F64 {
    return this.#op(0xa5, 2);
  }
  /** The first where the condition is not 0. */
  select<T extends F64 | I32>(_a: T, _b: T, _condition: I32): T {
    return this.#op(0x1b, 3);
  }
  /** A truth value as 1 or 0. */
  truth(_a: I32): F64 {
    return this.#op(0xb7, 1);
  }
  load(_address: I32, offset = 0): F64 {
    return this.#access(0x2b, 3, offset, 1);
  }
  store(_address: I32, _value: F64, offset = 0): void {
    this.#store(0x39, 3, offset);
  }

  // Pairs of 64-bit numbers

  /** Both numbers a constant. */
  v64(value: number): V128 {
    this.#simd(0x0c);
    this.bytes.f64(value);
    this.bytes.f64(value);
    return this.#made(0);
  }
  /** Both halves the same 64 bits. */
  vbits(bits: bigint): V128 {
    this.#simd(0x0c);
    this.bytes.u64(bits);
    this.bytes.u64(bits);
    return this.#made(0);
  }
  vsplat(_a: F64): V128 {
    return this.#vop(0x14, 1);
  }
  /** The number in one half. */
  vlane(_a: V128, lane: 0 | 1): F64 {
    this.#simd(0x21);
    this.bytes.byte(lane);
    return this.#made(1);
  }
  vreplace(_a: V128, lane: 0 | 1, _value: F64): V128 {
    this.#simd(0x22);
    this.bytes.byte(lane);
    return this.#made(2);
  }
  /** The low 32 bits of one half. */
  vint(_a: V128, lane: 0 | 1): I32 {
    this.#simd(0x1b);
    this.bytes.byte(2 * lane);
    return this.#made(1);
  }
  /** One half of the first (low) and the same half of the second (high). */
  vzip(_a: V128, _b: V128, half: 0 | 1): V128 {
    this.#simd(0x0d);
    for (let k = 0; k < 16; k++) this.bytes.byte((k < 8 ? k : k + 8) + 8 * half);
    return this.#made(2);
  }
  veq(_a: V128, _b: V128): V128 {
    return this.#vop(0x47, 2);
  }
  vne(_a: V128, _b: V128): V128 {
    return this.#vop(0x48, 2);
  }
  vlt(_a: V128, _b: V128): V128 {
    return this.#vop(0x49, 2);
  }
  vgt(_a: V128, _b: V128): V128 {
    return this.#vop(0x4a, 2);
  }
  vle(_a: V128, _b: V128): V128 {
    return this.#vop(0x4b, 2);
  }
  vge(_a: V128, _b: V128): V128 {
    return this.#vop(0x4c, 2);
  }
  vnot(_a: V128): V128 {
    return this.#vop(0x4d, 1);
  }
  vand(_a: V128, _b: V128): V128 {
    return this.#vop(0x4e, 2);
  }
  /** a and not b. */
  vandnot(_a: V128, _b: V128): V128 {
    return this.#vop(0x4f, 2);
  }
  vor(_a: V128, _b: V128): V128 {
    return this.#vop(0x50, 2);
  }
  vxor(_a: V128, _b: V128): V128 {
    return this.#vop(0x51, 2);
  }
  /** Bits of the first where the mask is set, of the second elsewhere. */
  vselect(_a: V128, _b: V128, _mask: V128): V128 {
    return this.#vop(0x52, 3);
  }
  vany(_a: V128): I32 {
    return this.#vop(0x53, 1);
  }
  vceil(_a: V128): V128 {
    return this.#vop(0x74, 1);
  }
  vfloor(_a: V128): V128 {
    return this.#vop(0x75, 1);
  }
  vtrunc(_a: V128): V128 {
    return this.#vop(0x7a, 1);
  }
  /** Rounds to the nearest whole number, ties to even. */
  vnearest(_a: V128): V128 {
    return this.#vop(0x94, 1);
  }
  vall64(_a: V128): I32 {
    return this.#vop(0xc3, 1);
  }
  /** The signs of the halves as bits 0 and 1. */
  vsigns(_a: V128): I32 {
    return this.#vop(0xc4, 1);
  }
  vshl64(_a: V128, _by: I32): V128 {
    return this.#vop(0xcb, 2);
  }
  /** Shifts the sign in. */
  vshr64(_a: V128, _by: I32): V128 {
    return this.#vop(0xcc, 2);
  }
  vshru64(_a: V128, _by: I32): V128 {
    return this.#vop(0xcd, 2);
  }
  vadd64(_a: V128, _b: V128): V128 {
    return this.#vop(0xce, 2);
  }
  vsub64(_a: V128, _b: V128): V128 {
    return this.#vop(0xd1, 2);
  }
  vabs(_a: V128): V128 {
    return this.#vop(0xec, 1);
  }
  vneg(_a: V128): V128 {
    return this.#vop(0xed, 1);
  }
  vsqrt(_a: V128): V128 {
    return this.#vop(0xef, 1);
  }
  vadd(_a: V128, _b: V128): V128 {
    return this.#vop(0xf0, 2);
  }
  vsub(_a: V128, _b: V128): V128 {
    return this.#vop(0xf1, 2);
  }
  vmul(_a: V128, _b: V128): V128 {
    return this.#vop(0xf2, 2);
  }
  vdiv(_a: V128, _b: V128): V128 {
    return this.#vop(0xf3, 2);
  }
  vmin(_a: V128, _b: V128): V128 {
    return this.#vop(0xf4, 2);
  }
  vmax(_a: V128, _b: V128): V128 {
    return this.#vop(0xf5, 2);
  }
  /** b < a ? b : a; one machine instruction where `vmin` takes several. */
  vpmin(_a: V128, _b: V128): V128 {
    return this.#vop(0xf6, 2);
  }
  /** a < b ? b : a. */
  vpmax(_a: V128, _b: V128): V128 {
    return this.#vop(0xf7, 2);
  }
  loadV(_address: I32, offset = 0): V128 {
    return this.#vaccess(0x00, 3, offset, 1);
  }
  /** One number, in both halves. */
  loadSplat(_address: I32, offset = 0): V128 {
    return this.#vaccess(0x0a, 3, offset, 1);
  }
  storeV(_address: I32, _value: V128, offset = 0): void {
    this.#vaccess(0x0b, 3, offset, 2);
    this.#depth--;
    this.#statement(0);
  }
  /** Stores one half. */
  storeLane(_address: I32, _value: V128, lane: 0 | 1, offset = 0): void {
    this.#simd(0x5b);
    this.bytes.u32(3);
    this.bytes.u32(offset);
    this.bytes.byte(lane);
    this.#statement(2);
  }

  /** The finished body: locals, code, end. Nothing is written afterwards. */
  finish(): Uint8Array {
    if (this.#depth !== 0 && this.#depth !== 1)
      throw new Error(`${this.#depth} values are left on the stack`);
    const out = new Bytes(this.bytes.length + 32);
    const runs: [TypeName, number][] = [];
    for (const type of this.locals) {
      const last = runs.at(-1);
      if (last?.[0] === type) last[1]++;
      else runs.push([type, 1]);
    }
    out.u32(runs.length);
    for (const [type, count] of runs) {
      out.u32(count);
      out.byte(types[type]);
    }
    out.raw(this.bytes.view());
    out.byte(0x0b);
    this.bytes.length = 0;
    spare.push(this.bytes);
    return out.view();
  }

  #op<T extends Value>(opcode: number, pops: number): T {
    this.bytes.byte(opcode);
    return this.#made(pops);
  }

  #vop<T extends Value>(opcode: number, pops: number): T {
    this.#simd(opcode);
    return this.#made(pops);
  }

  #simd(opcode: number): void {
    this.bytes.byte(0xfd);
    this.bytes.u32(opcode);
  }

  #access<T extends Value>(opcode: number, align: number, offset: number, pops: number): T {
    this.bytes.byte(opcode);
    this.bytes.u32(align);
    this.bytes.u32(offset);
    return this.#made(pops);
  }

  #vaccess(opcode: number, align: number, offset: number, pops: number): V128 {
    this.#simd(opcode);
    this.bytes.u32(align);
    this.bytes.u32(offset);
    return this.#made(pops);
  }

  #store(opcode: number, align: number, offset: number): void {
    this.bytes.byte(opcode);
    this.bytes.u32(align);
    this.bytes.u32(offset);
    this.#statement(2);
  }

  #open(opcode: number, pops: number): void {
    this.bytes.byte(opcode);
    this.bytes.byte(0x40);
    this.#blocks++;
    this.#statement(pops);
  }

  #close(): void {
    this.bytes.byte(0x0b);
    this.#blocks--;
    this.#statement(0);
  }

  #branch(opcode: number, depth: number, pops: number): void {
    this.bytes.byte(opcode);
    this.bytes.u32(depth);
    this.#statement(pops);
  }

  #made(pops: number): never {
    this.#depth += 1 - pops;
    return VALUE;
  }

  #statement(pops: number): void {
    this.#depth -= pops;
    if (this.#depth !== 0) throw new Error(`a statement leaves ${this.#depth} values on the stack`);
  }
}
