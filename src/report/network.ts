import dagre from "@dagrejs/dagre";
import { symbolsOf } from "#expr";
import type { Model } from "#model";
import type { Arm } from "#study";
import { frame } from "./panels.ts";
import type { Figure } from "./plots.ts";
import { escape, fontSize, palette, pixels } from "./style.ts";

/** How one module hangs on another: through species and rules that one makes and the other reads. */
interface Link {
  readonly from: string;
  readonly to: string;
  readonly weight: number;
}

/** The modules of a model and how they hang together. */
function modulesOf(model: Model): {
  modules: { id: string; states: number; reactions: number }[];
  links: Link[];
} {
  const owner = new Map<string, string>();
  for (const part of [...model.species, ...model.variables, ...model.rules]) owner.set(part.id, part.module);
  const weights = new Map<string, number>();
  const link = (from: string | undefined, to: string | undefined): void => {
    if (from === undefined || to === undefined || from === to || from === "culture") return;
    weights.set(`${from}>${to}`, (weights.get(`${from}>${to}`) ?? 0) + 1);
  };
  for (const r of model.reactions) {
    for (const name of symbolsOf(r.rate)) link(owner.get(name), r.module);
    for (const p of r.products) link(r.module, owner.get(p.species));
  }
  for (const v of model.variables) for (const name of symbolsOf(v.rate)) link(owner.get(name), v.module);
  const acting = actingRules(model);
  for (const r of model.rules) {
    if (acting.has(r.id)) for (const name of symbolsOf(r.expr)) link(owner.get(name), r.module);
  }
  const ids = [
    ...new Set([...model.reactions.map((r) => r.module), ...model.variables.map((v) => v.module)]),
  ];
  const count = (id: string, list: readonly { module: string }[]): number =>
    list.filter((x) => x.module === id).length;
  const modules = ids.map((id) => ({
    id,
    reactions: count(id, model.reactions),
    states:
      count(
        id,
        model.species.filter((s) => !s.boundary),
      ) + count(id, model.variables),
  }));
  const links = [...weights]
    .map(([key, weight]) => ({ from: key.split(">")[0]!, to: key.split(">")[1]!, weight }))
    .filter((l) => ids.includes(l.from) && ids.includes(l.to) && l.from !== l.to);
  return { modules, links };
}

/** Rules that some rate hangs on, directly or through other rules; the rest are read-outs. */
function actingRules(model: Model): ReadonlySet<string> {
  const rules = new Map(model.rules.map((r) => [r.id, r]));
  const acting = new Set<string>();
  const visit = (names: Iterable<string>): void => {
    for (const name of names) {
      const rule = rules.get(name);
      if (!rule || acting.has(name)) continue;
      acting.add(name);
      visit(symbolsOf(rule.expr));
    }
  };
  for (const part of [...model.reactions, ...model.variables]) visit(symbolsOf(part.rate));
  return acting;
}

/** The assembled network as modules and what they hand to each other, laid out from cause to effect. */
export function networkFigure(arm: Arm): Figure {
  const { modules, links } = modulesOf(arm.compiled.model);
  return {
    name: `network-${arm.agent.id}`,
    title: `The network of ${arm.agent.id}`,
    caption: `${modules.length} modules, ${arm.compiled.states.length} states, ${arm.compiled.model.reactions.length} reactions. An arrow: what one module makes, another one's rates read or take up.`,
    svg: (mm) => layOut(modules, strongest(links), mm),
  };
}

/** Of two arrows between a pair the heavier stays, so that the drawing has a direction. */
function strongest(links: readonly Link[]): Link[] {
  return links.filter((l) => {
    const back = links.find((x) => x.from === l.to && x.to === l.from);
    return !back || l.weight > back.weight || (l.weight === back.weight && l.from < l.to);
  });
}

type Module = { readonly id: string; readonly states: number; readonly reactions: number };

const boxHeight = 36;

/** Modules from cause to effect: ranks downwards on a page that holds them, else a column with arcs. */
function layOut(modules: readonly Module[], links: readonly Link[], mm: number): string {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: "TB", nodesep: 18, ranksep: 26 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const m of modules) graph.setNode(m.id, { width: boxWidth(m), height: boxHeight });
  for (const l of links) graph.setEdge(l.from, l.to);
  dagre.layout(graph);
  const at = (id: string): { x: number; y: number } => graph.node(id) as { x: number; y: number };
  const ordered = [...modules].sort((a, b) => at(a.id).y - at(b.id).y || at(a.id).x - at(b.id).x);
  if (mm < 100) return arcs(ordered, links, mm);
  const paths = links.map((l) => ({
    ...l,
    points: (graph.edge(l.from, l.to) as { points: { x: number; y: number }[] }).points,
  }));
  const spots = [
    ...paths.flatMap((p) => p.points),
    ...modules.flatMap((m) =>
      [-1, 1].map((s) => ({ x: at(m.id).x + (s * boxWidth(m)) / 2, y: at(m.id).y + (s * boxHeight) / 2 })),
    ),
  ];
  const [left, right] = [Math.min(...spots.map((p) => p.x)), Math.max(...spots.map((p) => p.x))];
  const [top, bottom] = [Math.min(...spots.map((p) => p.y)), Math.max(...spots.map((p) => p.y))];
  const width = pixels(mm);
  // Only the places are squeezed to the page, never boxes or type.
  const squeeze = Math.min(1, (width - 150) / Math.max(1, right - left - 140));
  const x = (value: number): number => width / 2 + (value - (left + right) / 2) * squeeze;
  const y = (value: number): number => value - top + 4;
  const centres = modules.map((m) => ({ m, x: x(at(m.id).x), y: y(at(m.id).y) }));
  const collide = centres.some((a, i) =>
    centres
      .slice(i + 1)
      .some((b) => a.y === b.y && Math.abs(a.x - b.x) < (boxWidth(a.m) + boxWidth(b.m)) / 2 + 4),
  );
  if (collide) return arcs(ordered, links, mm);
  const edges = paths.map((p) =>
    line(
      p.points.map(({ x: px, y: py }) => [x(px), y(py)] as const),
      p.weight,
    ),
  );
  const boxes = modules.map((m) => box(m, x(at(m.id).x), y(at(m.id).y)));
  return frame(width, Math.ceil(bottom - top + 8), arrowHead + edges.join("") + boxes.join(""));
}

function arcs(modules: readonly Module[], links: readonly Link[], mm: number): string {
  const width = pixels(mm);
  const widest = Math.max(...modules.map(boxWidth));
  const y = (id: string): number =>
    4 + boxHeight / 2 + modules.findIndex((m) => m.id === id) * (boxHeight + 10);
  const edge = 4 + widest;
  const farthest = Math.max(1, ...links.map((l) => Math.abs(y(l.from) - y(l.to))));
  const edges = links.map((l) => {
    const [from, to] = [y(l.from), y(l.to)];
    // A curve with both handles at `out` reaches three quarters of the way to it.
    const out = edge + (14 + (width - edge - 24) * (Math.abs(to - from) / farthest)) / 0.75;
    return `<path d="M${edge},${from.toFixed(1)}C${out.toFixed(1)},${from.toFixed(1)} ${out.toFixed(1)},${to.toFixed(1)} ${edge},${to.toFixed(1)}" ${stroke(l.weight)}/>`;
  });
  const boxes = modules.map((m) => box(m, 4 + widest / 2, y(m.id), widest));
  return frame(
    width,
    8 + modules.length * (boxHeight + 10) - 10,
    arrowHead + edges.join("") + boxes.join(""),
  );
}

const arrowHead =
  `<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto">` +
  `<path d="M0,0L8,4L0,8z" fill="${palette.faint}"/></marker></defs>`;

function boxWidth(m: Module): number {
  return 18 + Math.max(m.id.length * 6.2, counts(m).length * 5.3);
}

function counts(m: Module): string {
  return `${counted(m.states, "state")} · ${counted(m.reactions, "reaction")}`;
}

function box(m: Module, x: number, y: number, width: number = boxWidth(m)): string {
  const text = (dy: number, rest: string, content: string): string =>
    `<text x="${x.toFixed(1)}" y="${(y + dy).toFixed(1)}" text-anchor="middle" ${rest}>${escape(content)}</text>`;
  return (
    `<rect x="${(x - width / 2).toFixed(1)}" y="${(y - boxHeight / 2).toFixed(1)}" width="${width.toFixed(1)}" height="${boxHeight}" rx="6" fill="#f4f6f8" stroke="${palette.ink}" stroke-width="0.8"/>` +
    text(-3, `font-size="${fontSize}" font-weight="600" fill="${palette.ink}"`, m.id) +
    text(11, `font-size="${fontSize}" fill="${palette.faint}"`, counts(m))
  );
}

function line(points: readonly (readonly [number, number])[], weight: number): string {
  const path = points.map(([x, y], i) => `${i === 0 ? "M" : "L"}${x.toFixed(1)},${y.toFixed(1)}`).join("");
  return `<path d="${path}" ${stroke(weight)}/>`;
}

function stroke(weight: number): string {
  return `fill="none" stroke="${palette.faint}" stroke-opacity="0.6" stroke-width="${(0.7 + Math.min(weight, 8) * 0.15).toFixed(2)}" marker-end="url(#arrow)"`;
}

function counted(n: number, thing: string): string {
  return `${n} ${thing}${n === 1 ? "" : "s"}`;
}
