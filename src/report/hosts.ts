import * as Plot from "@observablehq/plot";
import { quantile, type Table, table } from "#results";
import { type Arm, type Band, type Hosts, massConcentration, type Results } from "#study";
import { plainNumber, printNumber } from "#units";
import { strongest, tableOf } from "./html.ts";
import { facets, powerTick, type Row } from "./panels.ts";
import { agentsOf, type Figure, of, raised, rankFigure } from "./plots.ts";
import { escape, palette } from "./style.ts";

const groups = [
  ["naive", "naive", palette.faint],
  ["silent", "silent", palette.normal],
  ["vaccinated", "vaccinated", palette.tumour],
] as const;

/** Tumours of hosts against time, a panel per agent at its highest dose; nothing for a study without hosts. */
export function hostFigure(results: Results): Figure | undefined {
  const { hosts, plan, arms } = results;
  if (!hosts) return undefined;
  const edge = (1 - plan.study.uncertainty.band) / 2;
  const worlds = Array.from({ length: plan.worlds.count }, (_, w) => w);
  const rows = raised(
    arms.flatMap((arm) =>
      groups.flatMap(([kind]) =>
        hosts.days.map((day, time) => {
          const dose = arm.particleDoses.length - 1;
          const cells = worlds.map((w) =>
            hosts.value(w, kind === "naive" ? undefined : { arm, dose, kind }, "tumour", time),
          );
          const at = (q: number): number => Math.max(1e3, quantile(cells, q));
          return {
            agent: arm.agent.id,
            group: kind,
            time: day,
            median: at(0.5),
            low: at(edge),
            high: at(1 - edge),
          };
        }),
      ),
    ),
  );
  const colour = (r: Row): string => groups.find(([kind]) => kind === r["group"])![2];
  return {
    name: "hosts",
    title: "Tumour cells in the host",
    caption: `Hosts given the cells of the highest dose on day 0 and living ones later: median and ${Math.round(plan.study.uncertainty.band * 100)} % band over worlds; silent are those given as many dead cells without signals. Of a model without a last cell; less than a thousand stands at the foot.`,
    svg: (mm) =>
      facets(
        mm,
        agentsOf(results),
        150,
        (agent, options) => ({
          ...options,
          x: { label: "time (d)", ticks: 5 },
          y: { label: "tumour cells", type: "log", ticks: 4, tickFormat: powerTick },
          marks: [
            Plot.areaY(rows.filter(of(agent)), {
              x: "time",
              y1: "low",
              y2: "high",
              z: "group",
              fill: colour,
              fillOpacity: 0.12,
            }),
            Plot.line(rows.filter(of(agent)), {
              x: "time",
              y: "median",
              z: "group",
              stroke: colour,
              strokeWidth: 1.8,
            }),
          ],
        }),
        groups.map(([, label, shade]) => ({ label, colour: shade })),
        rows,
      ),
  };
}

/** What hosts were given and what became of their challenge. */
export function hostSection(results: Results, figure: (name: string) => string): string {
  const hosts = results.hosts!;
  const text = ({ median, low, high }: Band): string => `${count(median)} (${count(low)} – ${count(high)})`;
  const { host } = results.plan.study;
  const rows = hosts
    .rows()
    .map((r) => [
      r.agent,
      massConcentration(results.arms.find((a) => a.agent.id === r.agent)!.particleDoses[r.dose]!),
      text(r.dead),
      ...(host!.living ? [text(r.living)] : []),
      text(r.tumour),
      `${Math.round(r.held * 100)} %`,
      `${Math.round(r.heldBySignals * 100)} %`,
    ]);
  const header = [
    "agent",
    "dose",
    "dead given",
    ...(host!.living ? ["living given"] : []),
    "tumour cells at the end",
    "< naive/10",
    "< silent/10",
  ];
  return (
    `<p class="note">${count(host!.vaccine)} cells of each culture were given${host!.washed ? ", washed" : " with their medium"}, ` +
    `${host!.living ? "the living with the dead" : "without those that still lived"}; ${count(host!.challenge)} living ones on day ${plainNumber(host!.challengeAt / 86400)}. ` +
    `A naive host has ${text(hosts.rows()[0]!.naive)} tumour cells at the end. Silent: as many dead cells without calreticulin, ATP and HMGB1. The last two columns are shares of worlds.</p>` +
    figure("hosts") +
    tableOf(header, rows) +
    results.arms
      .map((arm) => whyHeld(results, arm, figure(`what-decides-in-the-host-${arm.agent.id}`)))
      .join("")
  );
}

function whyHeld({ hosts }: Results, arm: Arm, figure: string): string {
  const rows = hosts!.influence(arm);
  return rows.length === 0
    ? `<h3>${escape(arm.agent.id)}</h3><p>The tumour over that of a naive host does not vary: nothing can be ranked.</p>`
    : figure + strongest(rows, `What to measure first to know what cells killed by ${arm.agent.id} do`);
}

/** What decides in hosts: the numbers that go most with the tumour over that of a naive host, an agent a figure. */
export function hostInfluence(results: Results): (Figure | undefined)[] {
  const { hosts } = results;
  if (!hosts) return [];
  return results.arms.map((arm) =>
    rankFigure(results, hosts.influence(arm), {
      name: `what-decides-in-the-host-${arm.agent.id}`,
      title: `What decides in the host: cells killed by ${arm.agent.id}`,
      of: "ln(tumour/naive)",
      caption: "the tumour at the end over that of a naive host, cells of the highest dose,",
    }),
  );
}

function count(cells: number): string {
  return cells < 1 ? "< 1" : printNumber(cells, 2);
}

/** Hosts by agent and dose. */
export function hostTable(hosts: Hosts): Table {
  const rows = hosts.rows();
  const band = (key: "dead" | "living" | "tumour" | "naive" | "ratio") =>
    (["median", "low", "high"] as const).map((end) => ({
      name: `${key}_${end}`,
      unit: "1",
      values: Float64Array.from(rows, (r) => r[key][end]),
    }));
  return table("vaccines", [
    { name: "agent", unit: "", values: rows.map((r) => r.agent) },
    { name: "dose_index", unit: "", values: Int32Array.from(rows, (r) => r.dose) },
    ...(["dead", "living", "tumour", "naive", "ratio"] as const).flatMap(band),
    { name: "share_below_tenth_of_naive", unit: "", values: Float64Array.from(rows, (r) => r.held) },
    {
      name: "share_below_tenth_of_silent",
      unit: "",
      values: Float64Array.from(rows, (r) => r.heldBySignals),
    },
    { name: "worlds", unit: "", values: Int32Array.from(rows, (r) => r.worlds) },
  ]);
}
