/** What drawing PNGs needs besides code: the renderer's WebAssembly and the bundled font. */
export interface Assets {
  readonly wasm: Uint8Array;
  readonly fonts: readonly Uint8Array[];
}

/**
 * Brings the assets from where the package lies. This file states the type; Node and browsers each have their own
 * (`assets.node.ts`, `assets.browser.ts`), chosen by the package's `imports`.
 */
export declare function assets(): Promise<Assets>;

/** Writes files into a folder, all or none; returns their paths. */
export declare function writeAll(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<string[]>;
