import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { expect, test, vi } from "vitest";

const learn = new URL("../docs/learn/", import.meta.url);
const blocks = readdirSync(learn).flatMap((name) =>
  [...readFileSync(new URL(name, learn), "utf8").matchAll(/```ts\n([\s\S]*?)```/g)].map((m, i) => ({
    name,
    code: m[1]!,
    i,
  })),
);

test.each(blocks.map((b) => [`${b.name}, block ${b.i + 1}`, b] as const))(
  "the code of %s runs",
  async (_title, { code, name, i }) => {
    const script = new URL(`./learn-${name}-${i}.example.ts`, import.meta.url);
    writeFileSync(script, code);
    const spy = vi.spyOn(console, "log").mockImplementation(() => {});
    try {
      await import(pathToFileURL(script.pathname).href);
      expect(spy.mock.calls.flat()).toContain("done");
    } finally {
      spy.mockRestore();
      rmSync(script);
    }
  },
  60_000,
);
