import { expect, test } from "vitest";
import { progressOf } from "./progress.ts";

test("progress is told as a line: done, rate, time left", () => {
  expect(progressOf(1200, 14_400, 4).text).toBe("1200/14400 runs · 300/s · 44 s left");
  expect(progressOf(3, 100, 2).text).toBe("3/100 runs · 1.5/s · 65 s left");
  expect(progressOf(10, 100_000, 10).text).toMatch(/· 1\/s · 27\.8 h left$/);
  expect(progressOf(10, 6010, 10).text).toMatch(/1\.7 h left/);
});

test("before anything is done no rate is made up", () => {
  expect(progressOf(0, 10, 5)).toMatchObject({
    rate: 0,
    secondsLeft: Infinity,
    text: "0/10 runs · 0/s · starting",
  });
  expect(progressOf(0, 10, 0).text).toMatch(/starting/);
  expect(progressOf(10, 10, 5)).toMatchObject({ secondsLeft: 0, text: "10/10 runs · 2/s · done" });
});
