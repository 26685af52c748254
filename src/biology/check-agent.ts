import { type Finding, faultOf, parseFormula, type Sourced } from "#model";
import { KationError, nearest, printNumber, printQuantity, sameDimension, toBase, unit } from "#units";
import { enzymes, nucleicAcids, receptors } from "./cargo.ts";
import * as phaseRecords from "./phases/index.ts";
import type { Agent, Core, Phase } from "./types.ts";

const phases = (): Phase[] => Object.values(phaseRecords).filter((p): p is Phase => typeof p === "object");

/** Bounds of a number, base units; `above` and `below` are open. */
interface Bounds {
  readonly unit: string;
  readonly above?: number;
  readonly atLeast?: number;
  readonly atMost?: number;
  /** Beyond this the model is not valid: a warning. */
  readonly valid?: readonly [number, number];
}

/**
 * Every fault of an agent's record, before anything is assembled: unknown phases, cargo and receptors, sizes that cannot
 * be, parts that do not add up to one, triggers that nothing receives, numbers outside of what the model is valid for.
 *
 * @returns findings whose `where` is the path of the fault, `agents/<id>/cores/0/radius`; an agent may be used when none
 *          has severity `error`
 */
export function checkAgent(agent: Agent): Finding[] {
  const check = new AgentCheck(`agents/${agent.id}`);
  // An agent may be a solute without any particle.
  if (agent.cores.length === 0 && !("solute" in agent))
    check.error("cores", "missing-key", "an agent needs at least one core", "say what it is made of");
  for (const [i, core] of agent.cores.entries()) check.core(core, `cores/${i}`);
  check.number("coating/delay", agent.coating.delay, { unit: "s", atLeast: 0 });
  check.number("coating/access", agent.coating.access, { unit: "1", above: 0, atMost: 1 });
  check.number("coating/radiolysis", agent.coating.radiolysis, { unit: "1/Gy", atLeast: 0, valid: [0, 1] });
  if (agent.coating.radiolysis && !agent.coating.access)
    check.error(
      "coating/access",
      "missing-key",
      "a coating that X-rays take away needs the share it leaves open before",
      "give access, such as 0.01",
    );
  check.coat(agent);
  check.cargo(agent);
  check.sums(agent);
  check.responses(agent);
  return check.findings;
}

class AgentCheck {
  readonly findings: Finding[] = [];
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  error(path: string, code: Finding["code"], what: string, fix: string, why = ""): void {
    this.findings.push({ severity: "error", code, what, where: `${this.#root}/${path}`, why, fix });
  }

  #warn(path: string, what: string, why: string, fix: string): void {
    this.findings.push({
      severity: "warning",
      code: "out-of-range",
      what,
      where: `${this.#root}/${path}`,
      why,
      fix,
    });
  }

  #unknown(path: string, kind: string, name: string, known: readonly string[]): void {
    const near = nearest(name, known);
    this.error(
      path,
      "unknown-name",
      `no ${kind} is called "${name}"`,
      near.length > 0 ? `did you mean ${near.join(" or ")}?` : `one of ${known.join(", ")}`,
    );
  }

  /** One number against its bounds; nothing to say of one that is not there. @returns its base value, when it is sound */
  number(path: string, number: Sourced | undefined, bounds: Bounds): number | undefined {
    if (!number) return undefined;
    const name = path.split("/").at(-1)!;
    const fault = faultOf(number);
    if (fault) this.error(path, fault.code, fault.what, fault.fix);
    if (!sameDimension(number.value.unit, unit(bounds.unit))) {
      this.error(path, "mismatch-unit", `${name} is not in ${bounds.unit}`, `give it in ${bounds.unit}`);
      return undefined;
    }
    const value = toBase(number.value, unit(bounds.unit));
    const { above, atLeast, atMost, valid } = bounds;
    const of = bounds.unit === "1" ? "" : ` ${bounds.unit}`;
    const say = (limit: number, word: string): void =>
      this.error(
        path,
        "out-of-range",
        `${name} is ${printQuantity(number.value)}: it must be ${word} ${printNumber(limit, 4)}${of}`,
        "mend the value or its unit",
      );
    if (above !== undefined && !(value > above)) say(above, "above");
    else if (atLeast !== undefined && !(value >= atLeast)) say(atLeast, "at least");
    else if (atMost !== undefined && !(value <= atMost)) say(atMost, "at most");
    else if (valid && (value < valid[0] || value > valid[1]))
      this.#warn(
        path,
        `${name} is ${printQuantity(number.value)}, outside ${printNumber(valid[0], 4)} – ${printNumber(valid[1], 4)}${of}`,
        "the model has not been held against such particles",
        "read the result with that in mind",
      );
    return value;
  }

  #phase(path: string, id: string): Phase | undefined {
    const found = phases().find((p) => p.id === id || p.names.includes(id));
    if (!found)
      this.#unknown(
        path,
        "phase",
        id,
        phases().flatMap((p) => [p.id, ...p.names]),
      );
    return found;
  }

  core(core: Core, path: string): void {
    const length = { unit: "m", above: 0, valid: [3e-10, 1e-6] as const };
    this.#phase(`${path}/phase`, core.phase);
    let radius = this.number(`${path}/radius`, core.radius, length);
    this.number(`${path}/length`, core.length, { ...length, valid: [3e-10, 1e-5] });
    this.number(`${path}/thickness`, core.thickness, { ...length, valid: [2e-10, 1e-6] });
    this.number(`${path}/spread`, core.spread, { unit: "1", atLeast: 1, valid: [1, 2.5] });
    this.number(`${path}/share`, core.share, { unit: "1", above: 0, atMost: 1 });
    this.#shape(core, path);
    (core.shells ?? []).forEach((shell, i) => {
      const at = `${path}/shells/${i}`;
      const phase = this.#phase(`${at}/phase`, shell.phase);
      const thickness = this.number(`${at}/thickness`, shell.thickness, length);
      this.number(`${at}/access`, shell.access, { unit: "1", atLeast: 0, atMost: 1 });
      if (radius !== undefined && radius > 0 && thickness !== undefined && thickness > 10 * radius)
        this.error(
          `${at}/thickness`,
          "out-of-range",
          `the shell is ${printNumber(thickness / radius, 3)} times as thick as what it covers`,
          "mend the thickness, or make the shell's phase the core",
        );
      if (radius !== undefined && thickness !== undefined) radius += thickness;
      if (phase && phase.dissolution.length === 0 && !shell.access)
        this.#warn(
          `${at}/phase`,
          `what lies below the ${phase.id} shell never dissolves`,
          `${phase.id} is inert and no pores are stated`,
          "give the shell access, the share its pores leave open",
        );
    });
    this.#knobs(core, path);
  }

  #shape(core: Core, path: string): void {
    const { shape } = core;
    if ((shape === "rod") !== (core.length !== undefined))
      this.error(
        `${path}/length`,
        "missing-key",
        "a rod, and only a rod, has a length",
        "give length or mend shape",
      );
    if ((shape === "sheet") !== (core.thickness !== undefined))
      this.error(
        `${path}/thickness`,
        "missing-key",
        "a sheet, and only a sheet, has a thickness",
        "give thickness or mend shape",
      );
    if (shape === "sheet" && (core.shells?.length ?? 0) > 0)
      this.error(
        `${path}/shells`,
        "unsupported-feature",
        "shells on sheets are not simulated",
        "leave them out",
      );
    if (core.specificSurface && (core.shells?.length ?? 0) > 0)
      this.error(
        `${path}/specificSurface`,
        "unsupported-feature",
        "a measured surface needs a core without shells",
        "leave out one of the two",
      );
    if (core.classes === undefined) return;
    if (!Number.isInteger(core.classes) || core.classes < 8 || core.classes > 32)
      this.error(
        `${path}/classes`,
        "out-of-range",
        "classes of size are 8 to 32",
        "leave it out for two moments",
      );
    if (shape === "sheet")
      this.error(
        `${path}/classes`,
        "unsupported-feature",
        "a sheet's life hangs on its thickness, which has no classes",
        "leave classes out",
      );
  }

  #knobs(core: Core, path: string): void {
    const factor = { unit: "1", above: 0, valid: [0.01, 1e4] as const };
    this.number(`${path}/specificSurface`, core.specificSurface, { unit: "m^2/kg", above: 0, atMost: 3e6 });
    this.number(`${path}/facet/factor`, core.facet?.factor, factor);
    this.number(`${path}/defects`, core.defects, factor);
    const { singleAtoms } = core;
    if (!singleAtoms) return;
    const at = `${path}/singleAtoms`;
    this.number(`${at}/loading`, singleAtoms.loading, {
      unit: "1",
      above: 0,
      atMost: 0.3,
      valid: [1e-4, 0.1],
    });
    this.number(`${at}/accessible`, singleAtoms.accessible, { unit: "1", above: 0, atMost: 1 });
    this.number(`${at}/factor`, singleAtoms.factor, factor);
    try {
      parseFormula(singleAtoms.metal);
    } catch (error) {
      if (!(error instanceof KationError)) throw error;
      this.error(
        `${at}/metal`,
        "unknown-name",
        `"${singleAtoms.metal}" is no element`,
        "write it as Fe, Cu, Mn",
      );
    }
  }

  /** What a coat lets pass, and what it has lost with age. */
  coat(agent: Agent): void {
    const { permeation, age } = agent.coating;
    this.number("coating/age", age, { unit: "s", atLeast: 0, valid: [0, 2.6e6] });
    if (age && !permeation)
      this.error(
        "coating/age",
        "missing-key",
        "what a coat loses with age is not known",
        "give its permeation, or leave the age out",
      );
    if (!permeation) return;
    const at = "coating/permeation";
    this.number(`${at}/halfLife`, permeation.halfLife, { unit: "s", above: 0, valid: [1, 2.6e6] });
    const factor = { unit: "1", above: 0, valid: [1, 1000] as const };
    this.number(`${at}/acid`, permeation.acid, { ...factor, valid: [1, 100] });
    this.number(`${at}/enzyme`, permeation.enzyme, factor);
    const inside = agent.cores
      .flatMap((c) => [c.phase, ...(c.shells ?? []).map((s) => s.phase)])
      .map((id) => phases().find((p) => p.id === id || p.names.includes(id)));
    if (agent.cores.length > 0 && !inside.some((p) => p?.dissolution.some((way) => way.by === "water")))
      this.#warn(
        at,
        "nothing passes this coat",
        "no phase of the agent dissolves by water alone",
        "leave the permeation out",
      );
  }

  cargo(agent: Agent): void {
    agent.cargo.forEach((cargo, i) => {
      this.number(`cargo/${i}/loading`, cargo.loading, { unit: "1", above: 0, atMost: 1 });
      if ("enzyme" in cargo && !enzymes.includes(cargo.enzyme))
        this.#unknown(`cargo/${i}/enzyme`, "enzyme", cargo.enzyme, enzymes);
      if ("nucleicAcid" in cargo && !nucleicAcids.some((n) => n.id === cargo.nucleicAcid))
        this.#unknown(
          `cargo/${i}/nucleicAcid`,
          "nucleic acid",
          cargo.nucleicAcid,
          nucleicAcids.map((n) => n.id),
        );
      if ("enzyme" in cargo || !cargo.release) return;
      this.number(`cargo/${i}/release/rate`, cargo.release.rate, { unit: "1/s", atLeast: 0 });
      this.number(`cargo/${i}/release/pH`, cargo.release.pH, { unit: "1", valid: [4, 8] });
      this.number(`cargo/${i}/release/steepness`, cargo.release.steepness, { unit: "1", atLeast: 0 });
    });
  }

  /** Mass fractions of cores and cargo. */
  sums(agent: Agent): void {
    const value = (n: Sourced): number => toBase(n.value, "1");
    const numbers = [...agent.cargo.map((c) => c.loading), ...agent.cores.flatMap((c) => c.share ?? [])];
    if (numbers.some((n) => !sameDimension(n.value.unit, unit("1")))) return;
    const total = numbers.reduce((sum, n) => sum + value(n), 0);
    const open = agent.cores.some((c) => c.share === undefined);
    const [where, parts] =
      agent.cargo.length > 0 ? ["cargo", "loadings and shares"] : ["cores", "shares of the cores"];
    if (open ? total >= 1 : numbers.length > 0 && agent.cores.length > 0 && Math.abs(total - 1) > 0.01)
      this.error(
        where,
        "out-of-range",
        `the ${parts} sum to ${printNumber(total, 4)}`,
        open
          ? "leave some of the mass to the cores"
          : "make them sum to 1, or leave one core without a share",
        "they are mass fractions of the agent",
      );
  }

  /** Targeting and triggers: what receives them. */
  responses(agent: Agent): void {
    if (agent.targeting) {
      const { receptor, gain } = agent.targeting;
      if (!receptors.includes(receptor)) this.#unknown("targeting/receptor", "receptor", receptor, receptors);
      this.number("targeting/gain", gain, { unit: "1", above: 0, valid: [1, 20] });
    }
    agent.triggers.forEach((trigger, i) => {
      const at = `triggers/${i}`;
      if (trigger === "ultrasound" || "ultrasound" in trigger) {
        const metals = agent.cores.flatMap((c) => this.#metals(c));
        if (agent.cores.length > 0 && metals.length === 0)
          this.error(
            at,
            "invalid-value",
            "nothing in this agent receives ultrasound",
            "leave the trigger out",
            "ultrasound acts on metal that is freed",
          );
        if (trigger === "ultrasound") return;
        const { frequency, reduction } = trigger.ultrasound;
        this.number(`${at}/ultrasound/frequency`, frequency, { unit: "1/s", above: 0 });
        this.number(`${at}/ultrasound/reduction`, reduction, { unit: "1/s", above: 0 });
        return;
      }
      this.number(`${at}/laser/wavelength`, trigger.laser.wavelength, {
        unit: "m",
        above: 0,
        valid: [2e-7, 2e-6],
      });
      this.number(`${at}/laser/efficiency`, trigger.laser.efficiency, { unit: "1", above: 0, atMost: 1 });
      this.number(`${at}/laser/extinction`, trigger.laser.extinction, { unit: "m^2/kg", above: 0 });
    });
    this.number("relaxivity/r1", agent.relaxivity?.r1, { unit: "m^3/(mol*s)", above: 0 });
    this.number("relaxivity/r2", agent.relaxivity?.r2, { unit: "m^3/(mol*s)", above: 0 });
  }

  #metals(core: Core): string[] {
    return [core.phase, ...(core.shells ?? []).map((s) => s.phase)].flatMap(
      (id) => phases().find((p) => p.id === id || p.names.includes(id))?.metal ?? [],
    );
  }
}
