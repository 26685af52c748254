import dagre from "@dagrejs/dagre";
import { symbolsOf } from "#expr";
import type { Model } from "#model";
import type { Arm } from "#study";
import type { Figure } from "./plots.ts";
import { frame } from "./plots.ts";
import { escape, fontSize, palette, pixels } from "./style.ts";

/** How one module hangs on another: through species and rules that one makes and the other reads. */
interface Link {
  readonly from: string;
  readonly to: string;
  readonly weight: number;
}

/** The modules of a model and how they hang together. */
export function modulesOf(model: Model): {
  modules: { id: string; states: number; reactions: number }[];
  links: Link[];
} {
  const owner = new Map<string, string>();
  for (const part of [...model.species, ...model.variables, ...model.rules]) owner.set(part.id, part.module);
  const weights = new Map<string, number>();
  const link = (from: string | undefined, to: string): void => {
    if (from === undefined || from === to || from === "culture" || from === "heat") return;
    weights.set(`${from}>${to}`, (weights.get(`${from}>${to}`) ?? 0) + 1);
  };
  for (const r of model.reactions) {
    for (const name of symbolsOf(r.rate)) link(owner.get(name), r.module);
    for (const p of r.products)
      if (owner.get(p.species) !== r.module)
        weights.set(
          `${r.module}>${owner.get(p.species)}`,
          (weights.get(`${r.module}>${owner.get(p.species)}`) ?? 0) + 1,
        );
  }
  for (const v of model.variables) for (const name of symbolsOf(v.rate)) link(owner.get(name), v.module);
  for (const r of model.rules) for (const name of symbolsOf(r.expr)) link(owner.get(name), r.module);
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

/** Of two arrows between a pair the heavier stays, so that the drawing has a direction; the lightest are left out. */
function strongest(links: readonly Link[]): Link[] {
  return links.filter((l) => {
    const back = links.find((x) => x.from === l.to && x.to === l.from);
    return !back || l.weight > back.weight || (l.weight === back.weight && l.from < l.to);
  });
}

function layOut(
  modules: readonly { id: string; states: number; reactions: number }[],
  links: readonly Link[],
  mm: number,
): string {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({
    rankdir: mm < 100 ? "TB" : "LR",
    nodesep: 14,
    ranksep: mm < 100 ? 26 : 34,
    marginx: 4,
    marginy: 4,
  });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const m of modules) graph.setNode(m.id, { width: 12 + 6.1 * Math.max(m.id.length, 18), height: 34 });
  for (const l of links) graph.setEdge(l.from, l.to);
  dagre.layout(graph);
  const { width = 1, height = 1 } = graph.graph() as { width?: number; height?: number };
  const target = pixels(mm);
  // Drawn at its own size and scaled to the page; type is enlarged by as much so that it prints at full size.
  const scale = Math.min(1, target / width);
  const size = fontSize / scale;
  const edges = links.map((l) => {
    const { points } = graph.edge(l.from, l.to) as { points: { x: number; y: number }[] };
    const path = points.map((p, i) => `${i === 0 ? "M" : "L"}${p.x.toFixed(1)},${p.y.toFixed(1)}`).join("");
    return `<path d="${path}" fill="none" stroke="${palette.faint}" stroke-opacity="0.55" stroke-width="${(0.7 + Math.min(l.weight, 8) * 0.15).toFixed(2)}" marker-end="url(#arrow)"/>`;
  });
  const nodes = modules.map((m) => {
    const node = graph.node(m.id) as { x: number; y: number; width: number; height: number };
    return (
      `<g><rect x="${(node.x - node.width / 2).toFixed(1)}" y="${(node.y - node.height / 2).toFixed(1)}" width="${node.width.toFixed(1)}" height="${node.height}" rx="6" fill="#f4f6f8" stroke="${palette.ink}" stroke-width="0.8"/>` +
      `<text x="${node.x.toFixed(1)}" y="${(node.y - 2).toFixed(1)}" text-anchor="middle" font-size="${Math.min(size, 13).toFixed(1)}" font-weight="600">${escape(m.id)}</text>` +
      `<text x="${node.x.toFixed(1)}" y="${(node.y + 11).toFixed(1)}" text-anchor="middle" font-size="${Math.min(size, 13).toFixed(1)}" fill="${palette.faint}">${m.states} states · ${m.reactions} reactions</text></g>`
    );
  });
  const arrow = `<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6" markerHeight="6" orient="auto"><path d="M0,0L8,4L0,8z" fill="${palette.faint}"/></marker></defs>`;
  return frame(
    target,
    Math.ceil(height * scale),
    `${arrow}<g transform="scale(${scale.toFixed(4)})">${edges.join("")}${nodes.join("")}</g>`,
  );
}
