/**
 * What is kept under a key from one process to the next, or nothing. This file states the types; Node has a folder of
 * the user's, browsers keep nothing (`module-cache.node.ts`, `module-cache.browser.ts`), chosen by the package's
 * `imports`. Neither function throws: a cache that fails is an empty one.
 */
export declare function readKept(key: string): Uint8Array<ArrayBuffer> | undefined;

/** Keeps bytes under a key; they are only made where there is a place for them. */
export declare function keep(key: string, make: () => Uint8Array): void;
