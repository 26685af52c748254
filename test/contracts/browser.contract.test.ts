import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { createViteServer } from "vitest/node";
import { hashes } from "./browser-hashes.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const chromium = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const there = existsSync(chromium);
if (!there) console.log(`skipped: no browser at ${chromium}; set CHROMIUM to the path of one`);

const page = `<!doctype html><title>kation</title><script type="module">
  const tell = (result) => fetch("/result", { method: "POST", body: JSON.stringify(result) });
  import("/test/contracts/browser-hashes.ts")
    .then(({ hashes }) => hashes())
    .then((found) => tell({ found }), (error) => tell({ error: String(error?.stack ?? error) }));
</script>`;

/** What the page says that the browser runs from the sources as they are. */
async function inBrowser(): Promise<{ found?: Record<string, string>; error?: string }> {
  const profile = mkdtempSync(join(tmpdir(), "kation-browser-"));
  const vite = await createViteServer({
    root,
    configFile: false,
    logLevel: "error",
    appType: "custom",
    cacheDir: join(profile, "vite"),
    resolve: { conditions: ["kation:source"] },
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  });
  let browser: ChildProcess | undefined;
  let server: Server | undefined;
  try {
    return await new Promise((resolve, reject) => {
      server = createServer((request, response) => {
        if (request.url === "/") {
          response.setHeader("content-type", "text/html").end(page);
        } else if (request.url === "/result") {
          let body = "";
          request.on("data", (chunk) => {
            body += chunk;
          });
          request.on("end", () => {
            response.end();
            resolve(JSON.parse(body));
          });
        } else vite.middlewares(request, response);
      });
      server.listen(0, "127.0.0.1", () => {
        const { port } = server!.address() as AddressInfo;
        const flags = [
          ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"],
          ...["--disable-background-networking", "--disable-extensions", `--user-data-dir=${profile}`],
        ];
        const started = spawn(chromium, [...flags, `http://127.0.0.1:${port}/`], { stdio: "ignore" });
        browser = started;
        started.on("error", reject);
        started.on("exit", (code) => reject(new Error(`the browser left with code ${code}`)));
      });
    });
  } finally {
    const gone = new Promise((resolve) => browser?.once("exit", resolve) ?? resolve(undefined));
    browser?.kill();
    await gone;
    server?.closeAllConnections();
    server?.close();
    await vite.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

test.skipIf(!there)(
  "a browser writes the same modules and finds the same bits",
  async () => {
    const [{ found, error }, here] = await Promise.all([inBrowser(), hashes()]);
    expect(error).toBeUndefined();
    expect(Object.keys(here)).toHaveLength(30);
    // Three models, two methods: nothing here is the same by being empty.
    expect(new Set(Object.values(here)).size).toBeGreaterThanOrEqual(24);
    for (const [what, hash] of Object.entries(here))
      if (what.endsWith("one lane")) expect(here[what.replace("one lane", "two lanes")], what).toBe(hash);
    expect(found).toEqual(here);
  },
  60_000,
);
