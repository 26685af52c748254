export const root: string;
export const folder: string;
export const python: string;
export const compiler: readonly string[];
export function missingForC(): string;
export function buildC(source: string, program: string, library: string): void;
export function preparePython(): string;
