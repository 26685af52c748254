import { sources } from "#biology";
import { print } from "#expr";
import { writeStudy } from "#formats";
import { equation, type Parameter } from "#model";
import { type Arm, type Budget, budget, type InfluenceRow, massConcentration, type Results } from "#study";
import { plainNumber, printNumber, printUnit, toBase, version } from "#units";
import { figures } from "./figures.ts";
import { hostSection } from "./hosts.ts";
import { page } from "./page.ts";
import { escape, slug } from "./style.ts";

/**
 * The report as one HTML file: no network, no fonts or scripts from elsewhere; reads without scripts, too.
 *
 * Answers first, then the figures, why the bands are wide, the assembled network, every number with its source,
 * methods, and the exact study.
 */
export function html(results: Results): string {
  const { study } = results.plan;
  const drawn = new Map(figures(results).map((f) => [f.name, f]));
  const figure = (name: string): string => {
    const f = drawn.get(name);
    return f
      ? `<figure id="${name}"><h3>${escape(f.title)}</h3><div class="page">${f.svg(170)}</div><div class="column">${f.svg(85)}</div><figcaption>${escape(f.caption)}</figcaption></figure>`
      : "";
  };
  const tumour = results.arms.filter((a) => a.role === "tumour");
  const course = study.question === "time-course";
  const reads = study.read.filter((r) => r !== "viability");
  const sections: [string, string, string][] = [
    ...(course ? [] : [["answer", "Answer", answers(results)] as [string, string, string]]),
    ...(course
      ? []
      : [
          [
            "curves",
            "Dose and response",
            figure("dose-response") +
              figure("selectivity") +
              reads.map((r) => figure(`read-${slug(r)}`)).join(""),
          ] as [string, string, string],
        ]),
    ...(study.axis
      ? [["grid", "Both together", grid(results, study.read, figure)] as [string, string, string]]
      : []),
    ...(results.hosts
      ? [["hosts", "In the host", hostSection(results, figure)] as [string, string, string]]
      : []),
    ["budget", "Budget", budgets(results)],
    ["courses", "Over time", study.read.map((r) => figure(`course-${slug(r)}`)).join("")],
    ...(course
      ? []
      : [
          [
            "why",
            "Why so wide",
            tumour.map((arm) => why(results, arm, figure(`why-so-wide-${arm.agent.id}-tumour`))).join(""),
          ] as [string, string, string],
        ]),
    [
      "network",
      "What was assembled",
      tumour.map((arm) => network(arm, figure(`network-${arm.agent.id}`))).join(""),
    ],
    ["numbers", "Every number", numbers(results)],
    ["methods", "Methods", methods(results)],
    ["study", "The exact study", `<pre>${escape(writeStudy(study))}</pre>`],
  ];
  return page(
    study.title,
    results.plan.worlds.count === 1 ? "with the numbers as written" : results.standing,
    sections,
  );
}

function answers(results: Results): string {
  const percent = Math.round(results.plan.study.uncertainty.band * 100);
  const half = results.ic50();
  const selectivity = new Map(results.selectivity().map((r) => [r.agent, r]));
  const lines = results.plan.study.agents.map((agent) => {
    const row = half.find((r) => r.agent === agent.id && r.role === "tumour")!;
    const ratio = selectivity.get(agent.id);
    const name = agent.names[0] ?? agent.id;
    const reach =
      row.notReached > 0
        ? ` In ${Math.round(row.notReached * 100)} % of worlds the highest dose leaves more than half of the cells alive.`
        : "";
    const against =
      ratio && ratio.worlds > 0 ? ` Selectivity, normal over tumour: ${escape(ratio.text)}.` : "";
    return `<li><strong>${escape(name)}</strong>: IC50 in the tumour cell ${escape(row.text)}.${against}${reach}</li>`;
  });
  const rows = half.map((r) => [
    r.agent,
    r.cell,
    r.text,
    Number.isNaN(r.metal.median) ? "no metal" : massText(r.metal.median),
    `${Math.round(r.notReached * 100)} %`,
    ratioText(selectivity.get(r.agent)?.text, r.role),
  ]);
  return (
    `<ul class="answers">${lines.join("")}</ul>` +
    tableOf(
      [
        "agent",
        "cell",
        `${results.ic50Name} (${percent} % band)`,
        "IC50, metal",
        "not reached",
        "selectivity",
      ],
      rows,
    ) +
    `<p class="note">IC50 is absolute: the dose that leaves half as many living cells as the untreated control. They rest on what the head of this page says; one published IC50 and another laboratory's differ by two- to threefold.</p>`
  );
}

/** IC50 at each level of the protocol, and what agent and level do together. */
function grid(results: Results, reads: readonly string[], figure: (name: string) => string): string {
  const { axis, levels, question } = results.plan.study;
  const course = question === "time-course";
  const rows = results.levels.flatMap((at) =>
    at.ic50().map((r) => [r.agent, r.cell, levels[at.level]!.text, r.text]),
  );
  const drawn = reads.map((r) => figure(`grid-${slug(r)}`)).join("");
  const none =
    levels[0]!.value === 0 ? "" : " No level is 0, so there is nothing to hold the others against.";
  return (
    `<p class="note">Answers and curves are of the lowest level, ${escape(levels[0]!.text)}, the budget is of the highest. ${course ? "The grid counts cells" : `IC50 counts cells over a control that has the same ${escape(axis!.name)} and no agent, the grid`} over one with neither.${none}</p>` +
    (course ? "" : tableOf(["agent", "cell", axis!.name, results.ic50Name], rows)) +
    drawn
  );
}

function massText(kgPerM3: number): string {
  if (kgPerM3 === Infinity) return "above the doses";
  return kgPerM3 === 0 ? "below the doses" : `${printNumber(kgPerM3 * 1e3, 2)} µg/mL`;
}

function ratioText(text: string | undefined, role: string): string {
  return role === "tumour" ? (text ?? "") : "";
}

/** What there was and what was spent at the highest dose, and the ceiling that binds, for every agent in the tumour cell. */
function budgets(results: Results): string {
  const { plan } = results;
  const tumour = plan.arms.filter((a) => a.role === "tumour");
  const hours = plainNumber(plan.study.until / 3600);
  const block = (b: Budget): string => {
    const rows = [...b.lines, ...b.ceilings.map((c) => ({ ...c, label: `ceiling on oxidants: ${c.label}` }))];
    const cells = rows.map((l) => `<tr><td>${escape(l.label)}</td><td class="n">${escape(l.text)}</td></tr>`);
    const verdict = `${b.binds[0]!.toUpperCase()}${b.binds.slice(1)}.`;
    return `<h3>${escape(b.agent)}, ${escape(massConcentration(b.dose))}</h3><p>${escape(verdict)}</p><div class="wide"><table class="budget"><tbody>${cells.join("")}</tbody></table></div>`;
  };
  const found = budget({ ...plan, arms: tumour });
  if (found.length === 0)
    return `<p class="note">No redox chemistry is in this study, so there is no budget.</p>`;
  return (
    `<p class="note">Highest dose, ${hours} h, numbers as written, amounts per volume of the tumour cell. Every ·OH takes one H2O2 and one reduced ion: what dissolution, enzymes and glutathione take before it is not there for it.</p>` +
    found.map(block).join("")
  );
}

function why(results: Results, arm: Arm, figure: string): string {
  const rows = results.influence(arm);
  if (rows.length === 0) {
    return `<h3>${escape(arm.agent.id)}</h3><p>IC50 does not vary over the worlds (${results.plan.worlds.count === 1 ? "there is one" : "it is never reached"}): nothing can be ranked.</p>`;
  }
  return figure + strongest(rows, `What to measure first to narrow the band of ${arm.agent.id}`);
}

/** The three numbers that go most with an outcome, what would narrow them, and whether they stand out from chance. */
export function strongest(rows: readonly InfluenceRow[], lead: string): string {
  const first = rows.slice(0, 3);
  const sentence = (r: InfluenceRow): string =>
    `<li><strong>${escape(r.label)}</strong> (grade ${escape(r.grade)}, ρ = ${plainNumber(r.rho, 2)}${r.beyondChance ? "" : ", could be chance"}): ${escape(r.experiment)}.</li>`;
  const chance = rows.filter((r) => r.beyondChance).length;
  const text =
    `<p>${chance === 0 ? "No single number stands out from chance among the many that vary: the width comes from many together. The strongest are" : `${chance} of ${rows.length} numbers stand out from chance. ${escape(lead)}`}:</p>` +
    `<ol>${first.map(sentence).join("")}</ol>`;
  return text;
}

function network(arm: Arm, figure: string): string {
  const { model } = arm.compiled;
  const blocks = arm.assembly.mechanisms.map((m) => {
    const reactions = model.reactions.filter((r) => r.module === m.id);
    const variables = model.variables.filter((v) => v.module === m.id);
    if (reactions.length + variables.length === 0) return "";
    const lines = [
      ...reactions.map(
        (r) =>
          `<dt>${escape(equation(r))}</dt><dd><code>${escape(print(r.rate))}</code>${r.at ? ` in ${escape(r.at)}` : ""} <span class="id">${escape(r.id)}</span></dd>`,
      ),
      ...variables.map(
        (v) =>
          `<dt>${escape(v.label)}</dt><dd><code>d(${escape(v.id)})/dt = ${escape(print(v.rate))}</code></dd>`,
      ),
    ];
    return `<details><summary><strong>${escape(m.id)}</strong> ${escape(m.label)} <span class="count">${reactions.length} reactions</span></summary><dl>${lines.join("")}</dl></details>`;
  });
  return `${figure}<div class="modules">${blocks.join("")}</div>`;
}

function numbers(results: Results): string {
  const all = new Map<string, Parameter>();
  for (const p of results.models.flatMap((m) => m.parameters))
    if (!all.has(p.path) || p.sourced) all.set(p.path, p);
  const list = [...all.values()].filter((p) => p.sourced);
  const generic = list.filter((p) => p.generic);
  const papers = list.filter((p) => p.sourced!.needsPaper).length;
  const rows = list
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map((p) => {
      const s = p.sourced!;
      const source = s.source ? (sources[s.source]?.citation ?? s.source) : "";
      const from = [source && s.at ? `${source}, ${s.at}` : source, s.why ?? ""].filter(Boolean).join("; ");
      return (
        `<tr class="${p.generic ? "generic" : ""}"><td>${escape(p.label)}<br><span class="id">${escape(p.path)}</span></td>` +
        `<td class="n">${printNumber(p.value, 6)}</td><td class="n">${rangeText(p)}</td><td>${escape(printUnit(p.unit))}</td>` +
        `<td>${s.grade}${s.needsPaper ? '<abbr title="a paper is still to be read">*</abbr>' : ""}</td><td>${escape(from)}${p.generic ? ' <span class="tag">generic</span>' : ""}</td></tr>`
      );
    });
  const counts = ["A", "A(c)", "B", "C", "D"]
    .map((g) => `${list.filter((p) => p.sourced!.grade === g).length} of grade ${g}`)
    .join(", ");
  return (
    `<p>${list.length} numbers: ${counts}. ${generic.length} values came from the generic cell or the standard medium; ${papers} wait for a paper to be read (*). ` +
    "Grades: A read in a source, A(c) read in stored model code or a data set, B recalled and not re-read, C estimated, D derived. A range is the central 90 %.</p>" +
    '<p class="filter" hidden><label>Find <input type="search" id="find" placeholder="gpx4, uptake, phases …"></label></p>' +
    `<div class="wide"><table id="parameters"><thead><tr><th>number</th><th>value</th><th>range</th><th>unit</th><th>grade</th><th>from</th></tr></thead><tbody>${rows.join("")}</tbody></table></div>`
  );
}

function rangeText(p: Parameter): string {
  const range = p.sourced?.range;
  if (!range) return "fixed";
  return range.map((q) => printNumber((toBase(q) - p.unit.offset) / p.unit.factor, 2)).join(" – ");
}

/** How worlds were drawn, by sampler. */
const samplers = {
  latin: "Latin hypercube whose columns hang on the names of the numbers",
  sobol: "Latin supercube of scrambled Sobol sequences",
  random: "Philox generator",
} as const;

function methods(results: Results): string {
  const { study, worlds } = results.plan;
  const cited = new Set(
    results.models.flatMap((m) => m.parameters.flatMap((p) => (p.sourced?.source ? [p.sourced.source] : []))),
  );
  const failed = results.failures.size;
  const error = Number.isNaN(results.achievedError)
    ? ""
    : ` The largest error of a read-out in a sample repeated at a hundredth of the tolerance was ${printNumber(results.achievedError, 2)} of its largest value.`;
  const restless = results.arms.map((a) => results.restless(a).length).reduce((a, b) => Math.max(a, b), 0);
  const unrest =
    restless === 0
      ? ""
      : ` In up to ${restless} of ${worlds.count} worlds a cell was still drifting when the dose was given.`;
  const paragraph =
    `Models were assembled by Kation ${version} from the composition of each agent, the cell and the medium, checked for units, mass and charge, and compiled to ordinary differential equations ` +
    `(${results.arms
      .map((a) => `${a.compiled.states.length} states for ${a.agent.id}`)
      .filter((t, i, l) => l.indexOf(t) === i)
      .join(
        ", ",
      )}). Each cell was brought to rest for ${plainNumber(study.numerics.rest / 3600)} h before the dose.${unrest}${results.unfitText ? ` ${results.unfitText}` : ""} ` +
    `The equations were integrated by Rodas5P, a Rosenbrock method of order 5 (by Rodas4 where that costs less), with steps held to a relative error of ${plainNumber(results.plan.batch.rtol, 2)} for results to ${study.numerics.rtol}, and absolute tolerances of a thousandth of that of each state's largest value.${error} ` +
    (worlds.count > 1
      ? `${worlds.count} worlds were drawn over ${worlds.varied.length} numbers by a ${samplers[study.uncertainty.sampler]} (seed ${study.seed}); one world has one value of each number for all agents, doses and both cells, except where a cell's record sets its own.`
      : "The numbers were taken as written. ") +
    `${cellsOf(results)}Bands are quantiles over worlds, selectivity is formed within a world. ${failed === 0 ? "Every run reached its end." : `${failed} of ${results.batch.runs} runs failed and are marked so in the table of runs: ${[...results.failures.values()][0]}`}`;
  const works = [...cited]
    .sort()
    .map(
      (key) =>
        `<li>${escape(sources[key]?.citation ?? key)}${sources[key]?.doi ? `, doi:${escape(sources[key]!.doi!)}` : ""} <span class="id">${escape(sources[key]?.read ?? "given by the user")}</span></li>`,
    );
  return (
    `<p>${escape(paragraph)}</p><p>Culture: ${printNumber(toBase(study.culture.density) / 1e6)} cells/mL, ${printNumber(toBase(study.culture.volume) * 1e9)} µL. Dose basis: ${study.basis}. Until ${plainNumber(study.until / 3600)} h.</p>` +
    `<h3>Cite</h3><p>Kation ${version}, a laboratory in software for cancer therapy with metal ions (Apache-2.0), with the works its numbers come from:</p><ul class="works">${works.join("")}</ul>`
  );
}

/** What a culture was made of: said of particles only, in which cells differ. */
function cellsOf({ arms }: Results): string {
  const carried = arms.filter((a) => a.agent.solute === undefined);
  if (carried.length === 0) return "";
  const classes = Math.max(...carried.map((a) => a.classes.length));
  return classes === 1
    ? "A culture was one mean cell: that cells take up unequally, which makes curves less steep, was left out (with: uptake-spread). "
    : `A culture was ${classes} classes of cells whose uptake is log-normal, and what is read the weighted mean over them. `;
}

/** A table of texts. */
export function tableOf(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = header.map((h) => `<th>${escape(h)}</th>`).join("");
  const body = rows.map((r) => `<tr>${r.map((c) => `<td>${escape(c)}</td>`).join("")}</tr>`).join("");
  return `<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}
