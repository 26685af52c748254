import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["kation:source"] },
  ssr: { resolve: { conditions: ["kation:source"] } },
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts", "apps/**/*.test.ts"],
    exclude: ["**/node_modules/**", "dist/**"],
    // Tests neither read nor fill the cache of whoever runs them.
    env: { KATION_CACHE: "off" },
    testTimeout: 30_000,
  },
});
