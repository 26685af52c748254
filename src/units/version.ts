/** The version of the library, as reports and files name it; `package.json` says the same. */
export const version: string = "0.1.0";
