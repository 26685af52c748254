/**
 * The package's version and the start of the SHA-256 of reference modules: what is kept of an engine that writes other
 * code is not used. A test compares both and says what to write here when the code has changed.
 */
export const engineVersion: string = "0.1.0/d9fbb9b331326741";
