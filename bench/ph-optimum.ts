import { writeFileSync } from "node:fs";
import * as Plot from "@observablehq/plot";
import { beaker } from "kation/cases";
import { png } from "kation/report";
import { plainNumber } from "kation/units";
import { parseHTML } from "linkedom";

/** ·OH in an hour against pH from Fe(II) and from Fe(III): the table and the figure of docs/why/ph-optimum.md. */
const pHs = Array.from({ length: 57 }, (_, i) => 2 + i * 0.1);
const starts = [
  { label: "50 µM Fe(II)", ferrous: 50e-6 },
  { label: "500 µM Fe(III)", ferric: 500e-6 },
  { label: "50 µM Fe(III)", ferric: 50e-6 },
  { label: "5 µM Fe(III)", ferric: 5e-6 },
  { label: "0.5 µM Fe(III)", ferric: 0.5e-6 },
];
const points = starts.flatMap((start) => {
  const iron = start.ferrous ?? start.ferric!;
  return pHs.map((pH) => ({ start: start.label, pH, perIron: beaker({ pH, ...start }) / iron, iron }));
});

console.log("start            optimum pH   ·OH per Fe there   at pH 6.5   ratio");
for (const { label } of starts) {
  const of = points.filter((p) => p.start === label);
  const best = of.reduce((a, b) => (b.perIron > a.perIron ? b : a));
  const neutral = of.find((p) => Math.abs(p.pH - 6.5) < 0.01)!;
  const row = [best.pH, best.perIron, neutral.perIron, best.perIron / neutral.perIron].map((x) =>
    plainNumber(x, 3),
  );
  console.log(
    label.padEnd(15),
    row[0]!.padStart(10),
    row[1]!.padStart(17),
    row[2]!.padStart(11),
    row[3]!.padStart(8),
  );
}

// Each curve is named where it falls through its own height, so that no two names meet.
const heights = [0.7, 1.5e-4, 1.5e-4, 1.5e-4, 1.5e-4];
const labelled = starts.map(({ label }, i) => {
  const of = points.filter((p) => p.start === label && p.pH > 2.5);
  const far = (y: number): number => Math.abs(Math.log(y / heights[i]!));
  return of.reduce((a, b) => (far(b.perIron) < far(a.perIron) ? b : a));
});

const { document } = parseHTML("<html><body></body></html>");
const drawing = Plot.plot({
  document: document as never,
  width: 640,
  height: 380,
  marginLeft: 60,
  marginRight: 30,
  style: { fontFamily: "Inter, system-ui, sans-serif", fontSize: "12px", background: "white" },
  x: { label: "pH", ticks: 6 },
  y: {
    type: "log",
    label: "·OH made in an hour, per iron",
    grid: true,
    tickFormat: (y: number) => plainNumber(y),
  },
  color: {
    range: ["#c8501e", "#08306b", "#0b6fb3", "#4a9bd1", "#8fc3e8"],
    domain: starts.map((s) => s.label),
  },
  marks: [
    Plot.line(points, { x: "pH", y: "perIron", stroke: "start", strokeWidth: 2 }),
    Plot.text(labelled.slice(1), {
      x: "pH",
      y: "perIron",
      text: (p: { start: string }) => p.start.replace(" Fe(III)", ""),
      fill: "start",
      textAnchor: "start",
      dx: 6,
      dy: -4,
    }),
    Plot.text([{ x: 2.1, y: 0.6, text: "from Fe(II), 50 µM" }], {
      x: "x",
      y: "y",
      text: "text",
      textAnchor: "start",
      fill: "#c8501e",
    }),
    Plot.text([{ x: 2.1, y: 0.003, text: "from Fe(III)" }], {
      x: "x",
      y: "y",
      text: "text",
      textAnchor: "start",
      fill: "#0b6fb3",
    }),
  ],
});
drawing.setAttribute("xmlns", "http://www.w3.org/2000/svg");
writeFileSync("docs/why/ph-optimum.png", await png(drawing.outerHTML, 150));
