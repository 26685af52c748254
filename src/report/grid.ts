import { quantile } from "#results";
import { type AdditivityRow, type Arm, additivity, massConcentration, type Results } from "#study";
import { printUnit, unit } from "#units";
import { frame } from "./panels.ts";
import type { Figure } from "./plots.ts";
import { escape, fontSize, palette, pixels, slug } from "./style.ts";

/** Heights of a row of the grid and of what stands above it, and the width of its doses, pixels. */
const rowHeight = 30;
const head = 40;
const left = 76;

/**
 * Survival over doses of agents and the levels of a protocol, with the excess over Bliss additivity under each share and
 * as the colour of its field; nothing for studies at one level, or without a level of 0.
 */
export function gridFigure(results: Results, read: string): Figure | undefined {
  const rows = additivity(results).filter((r) => r.read === read);
  const { axis, levels, until } = results.plan.study;
  if (!axis || rows.length === 0) return undefined;
  const { label } = results.unitOf(read);
  return {
    name: `grid-${slug(read)}`,
    title: `${label}: dose against ${axis.name}`,
    caption:
      `${label} after ${until / 3600} h in per cent of cells with neither agent nor ${axis.name}, and under it by how many of a hundred cells more die than both would ` +
      "kill independently (Bliss): medians over worlds; orange where more die, blue where fewer. What each does alone stands in the first column and the first row.",
    svg: (mm) => {
      const width = pixels(mm);
      const column = (width - left) / levels.length;
      const height = head + (results.arms[0]!.particleDoses.length + 1) * rowHeight + 12;
      const panels = results.arms.map(
        (arm, i) =>
          `<g transform="translate(0,${i * height})">${panel(results, arm, read, rows, column)}</g>`,
      );
      return frame(width, results.arms.length * height, panels.join(""));
    },
  };
}

function panel(
  results: Results,
  arm: Arm,
  read: string,
  rows: readonly AdditivityRow[],
  column: number,
): string {
  const { axis, levels } = results.plan.study;
  const title = `${arm.agent.id}, ${arm.role} cell: ${axis!.name} (${printUnit(unit(axis!.unit))}) →`;
  const at = (x: number, y: number, content: string, more = ""): string =>
    `<text x="${x.toFixed(1)}" y="${y}" font-size="${fontSize}" ${more}>${escape(content)}</text>`;
  const middle = `text-anchor="middle" fill="${palette.ink}"`;
  const parts = [at(4, 12, title, `font-weight="600" fill="${palette.ink}"`)];
  levels.forEach(({ text }, l) => {
    parts.push(at(left + (l + 0.5) * column, 30, text.replace(axis!.unit, "").trim(), middle));
  });
  for (let dose = -1; dose < arm.particleDoses.length; dose++) {
    const y = head + (dose + 1) * rowHeight;
    const name = dose < 0 ? "none" : massConcentration(arm.particleDoses[dose]!);
    parts.push(at(left - 6, y + 18, name, `text-anchor="end" fill="${palette.ink}"`));
    levels.forEach((_, level) => {
      const x = left + level * column;
      const row = rows.find((r) => matches(r, arm, dose, level));
      const excess = row?.excess.median ?? 0;
      const share = row ? row.found.median : alone(results, arm, read, dose, level);
      const colour = excess > 0 ? palette.tumour : palette.normal;
      const strength = Math.min(0.85, 2.5 * Math.abs(excess));
      parts.push(
        `<rect x="${x.toFixed(1)}" y="${y}" width="${(column - 1).toFixed(1)}" height="${rowHeight - 1}" fill="${palette.grid}" fill-opacity="0.5"/>`,
      );
      if (row)
        parts.push(
          `<rect x="${x.toFixed(1)}" y="${y}" width="${(column - 1).toFixed(1)}" height="${rowHeight - 1}" fill="${colour}" fill-opacity="${strength.toFixed(3)}"/>`,
        );
      parts.push(at(x + column / 2, y + (row ? 12 : 18), percent(share), middle));
      if (row) parts.push(at(x + column / 2, y + 25, signed(excess), middle));
    });
  }
  return parts.join("");
}

/** What survives one of the two alone: the median over worlds. */
function alone(results: Results, arm: Arm, read: string, dose: number, level: number): number {
  const none = results.levels[0]!;
  const there = results.levels[level]!;
  const values = Array.from(
    { length: results.plan.worlds.count },
    (_, w) => there.value(arm, w, dose, read) / none.value(arm, w, -1, read),
  );
  return quantile(values, 0.5);
}

function matches(row: AdditivityRow, arm: Arm, dose: number, level: number): boolean {
  return row.agent === arm.agent.id && row.role === arm.role && row.dose === dose && row.level === level;
}

function percent(share: number): string {
  return Number.isNaN(share) ? "–" : String(Math.round(share * 100));
}

function signed(excess: number): string {
  const points = Math.round(excess * 100);
  return points > 0 ? `+${points}` : points < 0 ? `−${-points}` : "±0";
}
