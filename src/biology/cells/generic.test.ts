import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { genericCell } from "./generic.ts";

const systems = readdirSync(new URL("./generic/", import.meta.url)).filter((name) => name !== "number.ts");

test("every key of the generic cell stands in one system, and every file of a system is part of the cell", async () => {
  const keys: string[] = [];
  for (const name of systems) {
    const file: Record<string, object> = await import(new URL(`./generic/${name}`, import.meta.url).href);
    for (const [id, part] of Object.entries(file))
      if (id.startsWith("generic")) keys.push(...Object.keys(part));
  }
  expect(keys.sort()).toEqual(Object.keys(genericCell).sort());
});
