/** Browsers keep nothing: their own cache of compiled code serves pages that come again. */
export function readKept(_key: string): Uint8Array<ArrayBuffer> | undefined {
  return undefined;
}

/** Does nothing. */
export function keep(_key: string, _make: () => Uint8Array): void {}
