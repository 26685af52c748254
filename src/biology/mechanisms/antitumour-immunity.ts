import { Draft, type Model, type Sourced, sourced } from "#model";
import type { Mechanism } from "../types.ts";
import { type Constants, constants } from "./constants.ts";

/** A constant of the published fit; the eight belong together, so none is drawn by itself. */
function fitted(text: string, id: string): Sourced {
  return sourced(text, {
    grade: "A(c)",
    source: "kuznetsov1994",
    at: `BIOMD0000000762, parameter ${id}`,
    dist: "fixed",
  });
}

const published: Constants = {
  a_tumour: {
    label: "growth of the tumour",
    number: sourced("0.18 1/d", {
      grade: "A(c)",
      range: ["0.17 1/d", "0.35 1/d"],
      source: "kuznetsov1994",
      at: "BIOMD0000000762, parameter a",
      why: "the range is a doubling in 4 to 2 d, recalled for 4T1, CT26 and B16 in mice",
      needsPaper: true,
    }),
  },
  b_tumour: { label: "inverse of the greatest tumour", number: fitted("2e-9 1/cell", "b") },
  n_kill: { label: "killing of tumour cells by an effector", number: fitted("1.101e-7 1/(d*cell)", "n") },
  s_effectors: { label: "effectors that come without tumour", number: fitted("1.3e4 cells/d", "s") },
  p_effectors: { label: "recruitment of effectors by the tumour", number: fitted("0.1245 1/d", "p") },
  g_effectors: { label: "tumour at half of that recruitment", number: fitted("2.019e7 cells", "g") },
  m_effectors: {
    label: "inactivation of effectors by tumour cells",
    number: fitted("3.422e-10 1/(d*cell)", "m"),
  },
  d_effectors: { label: "loss of effectors", number: fitted("0.0412 1/d", "d") },
};

const day = "days, as a stage of a primary response; not measured for a tumour";
const textbook = "recalled, no source known: primary response of CD8 cells to an infection";

/** How much of a signal is half enough: of none of the three has it been measured. */
function enough(signal: string): Constants[string] {
  return {
    label: `${signal}, at half of its effect on dendritic cells`,
    number: sourced("0.1", {
      grade: "C",
      range: ["0.01", "1"],
      why: "each signal is said to be needed; how much of it a dendritic cell needs has not been found",
      dist: "log-uniform",
      needsPaper: true,
    }),
  };
}

const memoryNumbers: Constants = {
  danger_silent: {
    label: "what a cell that dies silently counts, against one that dies immunogenically",
    number: sourced("0.05", {
      grade: "C",
      range: ["0.005", "0.3"],
      why: "silent is not quite silent: some of the dead are always lysed; no dose-response of it is known",
      needsPaper: true,
    }),
  },
  half_CRT: enough("calreticulin, share of the dead that show it"),
  half_ATP: enough("ATP let out, in cells' worth per dead cell"),
  half_HMGB1: enough("HMGB1 let out, in cells' worth per dead cell"),
  k_antigen: {
    label: "loss of dead cells as antigen with danger",
    number: sourced("0.5 1/d", { grade: "C", range: ["0.2 1/d", "2 1/d"], why: day, needsPaper: true }),
  },
  K_antigen: {
    label: "dead cells at half the maturation of dendritic cells",
    number: sourced("3e5 cells", {
      grade: "C",
      range: ["3e4 cells", "3e6 cells"],
      why: "vaccines of dying cells use about a million; where it saturates is not known",
      needsPaper: true,
    }),
  },
  k_mature: {
    label: "maturation of dendritic cells",
    number: sourced("1 1/d", { grade: "C", range: ["0.5 1/d", "2 1/d"], why: day, needsPaper: true }),
  },
  k_migrate: {
    label: "way of mature dendritic cells to the node",
    number: sourced("1 1/d", { grade: "C", range: ["0.5 1/d", "2 1/d"], why: day, needsPaper: true }),
  },
  k_node: {
    label: "loss of mature dendritic cells in the node",
    number: sourced("0.5 1/d", { grade: "C", range: ["0.3 1/d", "1 1/d"], why: day, needsPaper: true }),
  },
  K_node: {
    label: "mature dendritic cells of the node at half their effect on CD8 cells, as share of all",
    number: sourced("0.2", {
      grade: "C",
      range: ["0.05", "0.5"],
      why: "few dendritic cells prime many T cells",
      needsPaper: true,
    }),
  },
  naive_start: {
    label: "naive CD8 cells that know the tumour",
    number: sourced("300 cells", {
      grade: "B",
      range: ["30 cells", "3000 cells"],
      why: "recalled, no source known: tens to thousands of precursors per epitope in a mouse",
      needsPaper: true,
    }),
  },
  k_prime: {
    label: "priming of naive CD8 cells",
    number: sourced("0.5 1/d", { grade: "C", range: ["0.2 1/d", "1 1/d"], why: day, needsPaper: true }),
  },
  k_divide: {
    label: "division of primed CD8 cells",
    number: sourced("1.73 1/d", {
      grade: "B",
      range: ["1.39 1/d", "2.08 1/d"],
      why: `${textbook}, two to three divisions a day`,
      needsPaper: true,
    }),
  },
  primed_max: {
    label: "greatest number of primed CD8 cells",
    number: sourced("1e7 cells", {
      grade: "B",
      range: ["1e6 cells", "3e7 cells"],
      why: `${textbook}; a tumour may well raise fewer`,
      needsPaper: true,
    }),
  },
  k_contract: {
    label: "contraction of primed CD8 cells",
    number: sourced("0.329 1/d", {
      grade: "B",
      range: ["0.2 1/d", "0.5 1/d"],
      why: `${textbook}: nine tenths are lost in 7 d`,
      needsPaper: true,
    }),
  },
  f_memory: {
    label: "share that outlives contraction as memory",
    number: sourced("0.07", {
      grade: "A",
      range: ["0.05", "0.1"],
      source: "cd8Trafficking2011",
      at: "abstract: 90–95 % of effectors die, the others go on as memory",
    }),
  },
  gain_recall: {
    label: "recall of memory against priming",
    number: sourced("10", {
      grade: "C",
      range: ["3", "30"],
      why: "faster and without dendritic cells; by how much is not known for a tumour",
      needsPaper: true,
    }),
  },
  k_memory: {
    label: "loss of memory",
    number: sourced("2e-3 1/d", {
      grade: "C",
      range: ["2e-4 1/d", "1e-2 1/d"],
      why: "memory lasts a good part of a mouse's life; how long after a tumour is not known",
      needsPaper: true,
    }),
  },
};

/**
 * A tumour and the CD8 cells against it in a mouse: the published system of Kuznetsov, and the least that makes a host
 * remember: dead cells seen with danger, dendritic cells, a clone that expands and contracts, memory.
 *
 *     dT/dt = a·T·(1 − b·T) − n·(E + X)·T
 *     dE/dt = s + p·E·T/(g + T) − m·E·T − d·E
 *     dD/dt = −k_D·D        dA/dt = k_mat·(1 − A)·D/(K_D + D) − k_mig·A        dL/dt = k_mig·A − k_L·L
 *     dN/dt = −k_p·λ·N        λ = L/(K_L + L)        σ = λ + (1 − λ)·T/(g + T)
 *     dX/dt = k_p·λ·N + 10·k_p·M·T/(g + T) + k_div·σ·X·(1 − X/X_max) − k_con·(1 − σ)·X − m·X·T
 *     dM/dt = f·k_con·(1 − σ)·X − k_M·M
 *     danger = s + (1 − s)·Π (1 + K_i)·c_i/(K_i + c_i)        c_i calreticulin, ATP, HMGB1 per dead cell
 *
 * Numbers are cells of a host. E are the effectors of the published fit, X the clone that dendritic cells have primed;
 * naive cells need dendritic cells of the node (A of the tumour, L of the node, as shares of all), and so come days late;
 * primed and memory cells answer to the tumour itself. The events are fired by a schedule: `treat` kills the share `kill`
 * of the tumour, `vaccinate` gives `vaccine` dead cells and `vaccine_living` living ones, `challenge` gives
 * `challenge_cells` living ones. Those that die count as antigen once when each of them brings a cell's worth of every
 * signal (the settings `given_CRT`, `given_ATP`, `given_HMGB1`, which a culture's `vaccine.…` read-outs tell) and
 * `danger_silent` times, s, when one of the three is missing: ATP calls dendritic cells, calreticulin has them eat, HMGB1
 * lets them present, and a chain is not longer than its links. A treatment beyond
 * `kill = 1` of all there is cures: the tumour is 0 from then on.
 *
 * Without `memory` it is the published system alone, two equations, and nothing of the above is declared.
 *
 * @param memory  dendritic cells, the primed clone and memory, default true
 * @limits  no dead cells and no memory: dT and dE are the published ones; without tumour E = s/d
 * @valid   the fit is of one lymphoma (BCL1) in the spleen of chimeric mice; weeks to months. No suppression, no escape
 *          mutants, no vessels: it says what memory can do, not whether a given tumour lets it
 * @source  kuznetsov1994 (BIOMD0000000762); cd8Trafficking2011 (what outlives contraction); breastCancerManag2013 (what
 *          each signal is for)
 */
export function antitumourImmunity(options: { memory?: boolean } = {}): Mechanism {
  const memory = options.memory ?? true;
  return {
    id: "antitumour-immunity",
    label: "tumour, effectors and memory of a host",
    add(draft) {
      constants(draft, published);
      draft.setting("tumour_start", 0, "1", "tumour cells at the start");
      draft.setting("kill", 0.9, "1", "share of the tumour that a treatment kills");
      draft.setting("challenge_cells", 1e6, "1", "living tumour cells given by a challenge");
      draft.rule(
        "antigen_seen",
        "1",
        "tumour/(g_effectors + tumour)",
        "how far the tumour stimulates T cells",
      );
      draft.variable("tumour", {
        label: "tumour cells",
        unit: "1",
        initial: "tumour_start",
        rate: `a_tumour*tumour*(1 - b_tumour*tumour) - n_kill*${memory ? "(effectors + primed)" : "effectors"}*tumour`,
      });
      draft.variable("effectors", {
        label: "effectors",
        unit: "1",
        initial: "s_effectors/d_effectors",
        rate: "s_effectors + p_effectors*effectors*antigen_seen - m_effectors*effectors*tumour - d_effectors*effectors",
      });
      draft.event("challenge", {
        label: "living tumour cells are given",
        assignments: [["tumour", "tumour + challenge_cells"]],
      });
      if (memory) remember(draft);
      draft.event("treat", {
        label: "a treatment kills its share of the tumour",
        assignments: [
          ...(memory ? ([["antigen", "antigen + danger*kill*tumour"]] as const) : []),
          ["tumour", "(1 - kill)*tumour"],
        ],
      });
      draft.observe("tumour", { label: "tumour cells", unit: "1", expr: "tumour" });
      draft.observe("effectors", {
        label: "effectors",
        unit: "1",
        expr: memory ? "effectors + primed" : "effectors",
      });
    },
  };
}

/** From dead cells to a clone that expands, contracts and is remembered. */
function remember(draft: Draft): void {
  constants(draft, memoryNumbers);
  const signals = [
    ["CRT", "share of the dead that show calreticulin"],
    ["ATP", "ATP that the dead let out, in cells' worth each"],
    ["HMGB1", "HMGB1 that the dead let out, in cells' worth each"],
  ] as const;
  for (const [id, label] of signals) draft.setting(`given_${id}`, 1, "1", label);
  draft.rule(
    "immunogenic",
    "1",
    signals.map(([id]) => `(1 + half_${id})*given_${id}/(half_${id} + given_${id})`).join("*"),
    "how far a death is immunogenic: 1 with all of every signal, 0 without one of them",
  );
  draft.setting("vaccine", 1e6, "1", "dead cells given by a vaccination");
  draft.setting("vaccine_living", 0, "1", "living cells given with them");
  draft.rule("danger", "1", "immunogenic + (1 - immunogenic)*danger_silent", "what a dead cell counts");
  draft.rule("presented", "1", "DC_node/(K_node + DC_node)", "how far the node primes T cells");
  draft.rule(
    "stimulus",
    "1",
    "presented + (1 - presented)*antigen_seen",
    "how far a primed cell is stimulated",
  );
  const follow = (id: string, label: string, rate: string, initial: string = "0"): string =>
    draft.variable(id, { label, unit: "1", initial, rate });
  follow("antigen", "dead cells seen with danger", "-k_antigen*antigen");
  follow(
    "DC_tumour",
    "mature dendritic cells at the tumour, of all",
    "k_mature*(1 - DC_tumour)*antigen/(K_antigen + antigen) - k_migrate*DC_tumour",
  );
  follow("DC_node", "mature dendritic cells in the node, of all", "k_migrate*DC_tumour - k_node*DC_node");
  follow("naive", "naive CD8 cells that know the tumour", "-k_prime*presented*naive", "naive_start");
  follow(
    "primed",
    "primed CD8 cells",
    "k_prime*presented*naive + gain_recall*k_prime*antigen_seen*memory + " +
      "k_divide*stimulus*primed*(1 - primed/primed_max) - k_contract*(1 - stimulus)*primed - " +
      "m_effectors*tumour*primed",
  );
  follow("memory", "memory CD8 cells", "f_memory*k_contract*(1 - stimulus)*primed - k_memory*memory");
  draft.event("vaccinate", {
    label: "dead tumour cells are given",
    assignments: [
      ["antigen", "antigen + danger*vaccine"],
      ["tumour", "tumour + vaccine_living"],
    ],
  });
  draft.observe("memory", { label: "memory CD8 cells", unit: "1", expr: "memory" });
  draft.observe("primed", { label: "primed CD8 cells", unit: "1", expr: "primed" });
  draft.observe("dendritic cells", {
    label: "mature dendritic cells in the node, of all",
    unit: "1",
    display: "%",
    expr: "DC_node",
  });
}

/**
 * A host with a tumour and nothing else: {@link antitumourImmunity} as a model of its own.
 *
 * @example  const compiled = compile(tumourHost()); compiled.events.indexOf("challenge");
 */
export function tumourHost(options: { memory?: boolean } = {}): Model {
  const draft = new Draft("a tumour and the immune cells of its host");
  const mechanism = antitumourImmunity(options);
  draft.module = mechanism.id;
  mechanism.add(draft);
  return draft.finish();
}
