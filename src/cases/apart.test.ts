import { describe, expect, test } from "vitest";
import { type CellKey, cellNumber, cells, crossed } from "#biology";
import { takeApart } from "./apart.ts";

describe("a change taken apart", () => {
  // f = 2a + 5b + 3ab in one world, a alone in another.
  const worlds = async (made: ReadonlySet<string>): Promise<number[]> => {
    const [a, b] = [made.has("a") ? 1 : 0, made.has("b") ? 1 : 0];
    return [1 + 2 * a + 5 * b + 3 * a * b, a];
  };
  test("gives each difference alone, and half of what two make together to each", async () => {
    const { parts, whole } = await takeApart(["a", "b", "c"], worlds);
    expect(parts.map((p) => p.share)).toEqual([(3.5 + 1) / 2, 6.5 / 2, 0]);
    expect(parts.map((p) => p.alone)).toEqual([1.5, 2.5, 0]);
    expect(parts[1]!.spread).toBeCloseTo(3.25, 12);
    expect(whole.mean).toBeCloseTo(5.5, 12);
  });
  test("has shares that add up to the whole", async () => {
    const odd = async (made: ReadonlySet<string>): Promise<number[]> => [
      [...made].reduce((x, name) => x * (1 + name.charCodeAt(0) / 100), 1),
    ];
    const { parts, whole } = await takeApart(["p", "q", "r", "s"], odd);
    expect(parts.reduce((sum, p) => sum + p.share, 0)).toBeCloseTo(whole.mean, 12);
    expect(whole.spread).toBe(0);
  });
});

test("a tumour cell with every number of the normal one's own is the normal cell, number by number and draw by draw", () => {
  const [tumour, normal] = [cells.tumourGeneric, cells.normalGeneric];
  const keys = Object.keys(tumour.own) as CellKey[];
  expect(Object.keys(normal.own).sort()).toEqual([...keys].sort());
  const all = crossed(tumour, normal, keys);
  for (const key of keys) expect(cellNumber(all, key)).toEqual(cellNumber(normal, key));
  // One number crossed leaves the others, and what the other has from the generic cell is the generic cell's.
  const one = crossed(tumour, normal, ["catalase"]);
  expect(cellNumber(one, "catalase").path).toBe("cells/normal-generic/catalase");
  expect(cellNumber(one, "labileIron")).toEqual(cellNumber(tumour, "labileIron"));
  const bare = crossed(tumour, { ...normal, own: {} }, ["catalase"]);
  expect(cellNumber(bare, "catalase").path).toBe("cells/generic/catalase");
  expect(crossed(one, tumour, ["catalase"]).own).toEqual(tumour.own);
});
