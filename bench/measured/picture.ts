import { log10 } from "kation/units";
import type { Lane } from "./page.ts";

const [width, left, right, step] = [643, 128, 20, 26];
const colour = { tumour: "#c8501e", normal: "#0b6fb3" };

/** Bands of both predictions and every measured curve on one log axis, one lane per material, cell and time. */
export function picture(lanes: readonly Lane[]): string {
  const x = (ug: number): number =>
    left + ((log10(Math.min(Math.max(ug, 0.3), 3000)) - log10(0.3)) / log10(1e4)) * (width - left - right);
  const parts: string[] = [];
  for (const tick of [1, 10, 100, 1000]) {
    parts.push(
      `<line x1="${x(tick)}" x2="${x(tick)}" y1="20" y2="${24 + lanes.length * step}" stroke="#e3e5e8"/><text x="${x(tick)}" y="${40 + lanes.length * step}" text-anchor="middle">${tick}</text>`,
    );
  }
  lanes.forEach((lane, i) => {
    const y = 36 + i * step;
    const at = (v: number): number => x(v * 1e3);
    const bar = (low: number, high: number, tall: number, opacity: number): string =>
      `<rect x="${at(low).toFixed(1)}" y="${y - tall / 2}" width="${Math.max(2, at(high) - at(low)).toFixed(1)}" height="${tall}" rx="3" fill="${colour[lane.role]}" fill-opacity="${opacity}"/>`;
    parts.push(
      `<text x="4" y="${y + 4}">${lane.name}, ${lane.role}, ${lane.hours} h</text>`,
      bar(lane.prior.low, lane.prior.high, 14, 0.13),
      bar(lane.posterior.low, lane.posterior.high, 7, lane.fitted ? 0.32 : 0.22),
      `<line x1="${at(lane.posterior.median).toFixed(1)}" x2="${at(lane.posterior.median).toFixed(1)}" y1="${y - 8}" y2="${y + 8}" stroke="${colour[lane.role]}" stroke-width="2.4"/>`,
    );
    lane.curves.forEach((c, k) => {
      const jitter = ((k * 7) % 11) - 5;
      parts.push(
        c.half === Infinity
          ? `<path d="M${x(c.highest).toFixed(1)},${y + jitter - 3}l5,3l-5,3z" fill="none" stroke="#1c1f24" stroke-width="0.9"/>`
          : `<circle cx="${x(Math.max(c.half, 0.3)).toFixed(1)}" cy="${y + jitter}" r="2.6" fill="#1c1f24" fill-opacity="0.75"/>`,
      );
    });
  });
  const high = 62 + lanes.length * step;
  parts.push(
    `<text x="${width - right}" y="${56 + lanes.length * step}" text-anchor="end">half-effect dose of particle (µg/mL) →</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${high}" viewBox="0 0 ${width} ${high}" font-family="Inter, sans-serif" font-size="10" fill="#1c1f24">${parts.join("")}</svg>`;
}
