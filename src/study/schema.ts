import * as z from "zod";
import { KationError } from "#units";

const text = z.string().min(1).max(500);
const quantityText = z.union([text, z.number()]).describe("a quantity with its unit, such as 50 uM");
const quantityOrLevels = (help: string): z.ZodType =>
  z
    .union([quantityText, z.array(quantityText).min(2).max(50)])
    .describe(`${help}, or a list of two or more that everything is run at`);
const role = <T extends z.ZodType>(one: T): z.ZodObject<{ tumour: T; normal: z.ZodOptional<T> }> =>
  z.strictObject({ tumour: one, normal: one.optional() });

/** A sourced number as a file writes it: a bare quantity, or its value with what is known of it. */
export const numberSchema: z.ZodType = z.union([
  quantityText,
  z.strictObject({
    value: quantityText,
    range: z.tuple([quantityText, quantityText]).optional(),
    grade: z.enum(["A", "A(c)", "B", "C", "D"]).optional(),
    source: text.optional(),
    at: text.optional(),
    why: text.optional(),
    needsPaper: z.boolean().optional(),
    when: z.record(text, z.union([text, z.number()])).optional(),
    dist: z.enum(["log-normal", "normal", "logit-normal", "uniform", "log-uniform", "fixed"]).optional(),
  }),
]);

/** Keys common to every study that is carried in culture. */
const common = {
  kation: z.literal(1).describe("1, the version of the study grammar"),
  title: text.describe("what the report is headed with"),
  agents: z.array(z.unknown()).min(1).max(100).describe("a list of agents by id, or paths of agent files"),
  cells: role(z.unknown()).describe("a tumour and, beside it, a normal cell, by id"),
  environment: role(z.unknown()).describe("the medium of each cell, by id"),
  culture: z
    .strictObject({
      density: quantityText.describe("cells per volume, such as 1e5 1/mL"),
      volume: quantityText.describe("volume of the well, such as 100 uL"),
    })
    .describe("cells per volume, and volume of the well"),
  protocol: z
    .array(
      z.strictObject({
        at: quantityText.describe("a time from the first dose, such as 4 h"),
        for: quantityText.optional().describe("a duration, such as 10 min"),
        laser: z
          .strictObject({
            wavelength: quantityText.describe("a length, such as 1064 nm"),
            irradiance: quantityOrLevels("power per area, such as 1 W/cm^2"),
          })
          .optional()
          .describe("wavelength and irradiance"),
        ultrasound: z
          .strictObject({
            intensity: quantityOrLevels("power per area, such as 1 W/cm^2"),
            frequency: quantityText.describe("a frequency, such as 1 MHz"),
          })
          .optional()
          .describe("intensity and frequency"),
        xray: z
          .strictObject({
            dose: quantityOrLevels("absorbed dose, such as 6 Gy"),
            rate: quantityText.describe("dose rate, such as 1 Gy/min"),
          })
          .optional()
          .describe("dose and dose rate of X-rays"),
        dose: z.number().gt(0).optional().describe("a further dose as a multiple of the first"),
        drug: text.optional().describe("a drug given to the medium, by id"),
        concentration: quantityOrLevels("its concentration in the medium, such as 1 uM").optional(),
        medium: text.optional().describe("another medium or bath, by id, whose ions the cells are put into"),
      }),
    )
    .max(200)
    .optional()
    .describe(
      "a list of light, ultrasound, X-rays, drugs, changes of medium and further doses, by time from the first dose",
    ),
  until: quantityText.describe("the end of the run, from the first dose, such as 24 h"),
  read: z.array(text).min(1).max(50).optional().describe("a list of read-outs by name"),
  uncertainty: z
    .strictObject({
      draws: z
        .number()
        .int()
        .min(0)
        .max(1_000_000)
        .optional()
        .describe("how many worlds, 0 for the numbers as written"),
      sampler: z.enum(["latin", "sobol", "random"]).optional().describe("latin, sobol or random"),
      band: z.number().gt(0).lt(1).optional().describe("the share of worlds inside the bands, such as 0.9"),
      vary: z
        .union([z.enum(["all", "none"]), z.array(text)])
        .optional()
        .describe("all, none, or a list of paths"),
    })
    .optional()
    .describe("how many worlds, how drawn, and what varies"),
  numerics: z
    .strictObject({
      rtol: z.number().min(1e-10).max(0.01).optional().describe("the relative tolerance, 1e-10 … 0.01"),
      rest: quantityText.optional().describe("the time to come to rest before the first dose, such as 500 h"),
      points: z.number().int().min(2).max(2000).optional().describe("how many report times, 2 … 2000"),
      classes: z
        .number()
        .int()
        .min(1)
        .max(64)
        .optional()
        .describe("how many classes of cells with uptake-spread, 1 … 64"),
    })
    .optional()
    .describe("tolerance, time to rest before the dose, report times, classes of cells"),
  seed: z
    .number()
    .int()
    .min(0)
    .max(Number.MAX_SAFE_INTEGER)
    .optional()
    .describe("a whole number, the seed of the draws"),
  with: z.array(text).optional().describe("a list of hypotheses to add"),
  without: z.array(text).optional().describe("a list of mechanisms to leave out"),
  set: z.record(z.string(), numberSchema).optional().describe("numbers to replace, by path"),
  data: z.unknown().optional().describe("measured viabilities to draw on the curves"),
};

const basis = z
  .enum(["particle", "metal", "amount"])
  .optional()
  .describe("what a dose counts: particle, metal or amount");
const doses = z.union([
  z.strictObject({
    from: quantityText.describe("the lowest dose, such as 1 ug/mL"),
    to: quantityText.describe("the highest dose, such as 1 mg/mL"),
    points: z.number().int().min(2).max(200).describe("how many doses, 2 … 200, evenly in the logarithm"),
    basis,
  }),
  z.strictObject({ list: z.array(quantityText).min(1).max(200).describe("a list of doses"), basis }),
]);

/** The questions by name: each with its file schema and one line of help. */
export const questions: Readonly<Record<string, { readonly help: string; readonly schema: z.ZodObject }>> = {
  "dose-response": {
    help: "viability and read-outs against dose; IC50 and selectivity with bands",
    schema: z.strictObject({
      study: z.literal("dose-response"),
      ...common,
      dose: doses.describe("from, to and points, or list"),
    }),
  },
  selectivity: {
    help: "as dose-response, with both cells required and the ratio of IC50 as the answer",
    schema: z.strictObject({
      study: z.literal("selectivity"),
      ...common,
      cells: z
        .strictObject({ tumour: z.unknown(), normal: z.unknown() })
        .describe("a tumour and a normal cell, by id"),
      environment: z
        .strictObject({ tumour: z.unknown(), normal: z.unknown() })
        .describe("the medium of each cell, by id"),
      dose: doses.describe("from, to and points, or list"),
    }),
  },
  vaccination: {
    help: "cells killed in culture by an agent and dose, given to a host that is challenged with living ones",
    schema: z.strictObject({
      study: z.literal("vaccination"),
      ...common,
      cells: z.strictObject({ tumour: z.unknown() }).describe("the tumour cell, by id"),
      environment: z.strictObject({ tumour: z.unknown() }).describe("its medium, by id"),
      dose: doses.describe("from, to and points, or list"),
      host: z
        .strictObject({
          vaccine: z
            .strictObject({
              cells: quantityText.describe("cells given, living and dead, such as 1e6 cells"),
              washed: z.boolean().optional().describe("true: without their medium; false: with all of it"),
              living: z
                .enum(["given", "removed"])
                .optional()
                .describe("given: cells that still live are given, too; removed: they are not"),
            })
            .describe("cells given, washed or not, with the living or without"),
          challenge: z
            .strictObject({
              cells: quantityText.describe("living cells given, such as 1e6 cells"),
              at: quantityText.describe("a time from the vaccination, such as 30 d"),
            })
            .describe("living cells, and when they are given"),
          until: quantityText.describe("the end, from the vaccination, such as 58 d"),
        })
        .describe("vaccine, challenge and the end of it"),
    }),
  },
  "time-course": {
    help: "read-outs against time at the doses given",
    schema: z.strictObject({
      study: z.literal("time-course"),
      ...common,
      dose: doses.describe("from, to and points, or list"),
    }),
  },
};

/** JSON Schema (draft 2020-12) of a question's study file, for editors. @throws `unknown-name` */
export function jsonSchema(question: string): unknown {
  if (!Object.hasOwn(questions, question)) {
    throw new KationError("unknown-name", `no question is called "${question}"`, {
      fix: `one of ${Object.keys(questions).join(", ")}`,
    });
  }
  return z.toJSONSchema(questions[question]!.schema);
}
