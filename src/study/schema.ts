import * as z from "zod";

const text = z.string().min(1).max(500);
const quantityText = z.union([text, z.number()]).describe("a quantity with its unit, such as 50 uM");
const role = <T extends z.ZodType>(one: T): z.ZodObject<{ tumour: T; normal: z.ZodOptional<T> }> =>
  z.strictObject({ tumour: one, normal: one.optional() });

/** A sourced number as a file writes it: a bare quantity, or its value with what is known of it. */
export const numberSchema: z.ZodType = z.union([
  quantityText,
  z.strictObject({
    value: quantityText, range: z.tuple([quantityText, quantityText]).optional(),
    grade: z.enum(["A", "A(c)", "B", "C", "D"]).optional(), source: text.optional(), at: text.optional(), why: text.optional(),
    needsPaper: z.boolean().optional(), when: z.record(text, z.union([text, z.number()])).optional(),
    dist: z.enum(["log-normal", "normal", "logit-normal", "uniform", "log-uniform", "fixed"]).optional(),
  }),
]);

/** Keys common to every study that is carried in culture. */
const common = {
  kation: z.literal(1).describe("version of the study grammar"),
  title: text.describe("what the report is headed with"),
  agents: z.array(z.unknown()).min(1).max(100).describe("agents by id, or paths of agent files"),
  cells: role(z.unknown()).describe("tumour and, beside it, normal cell"),
  environment: role(z.unknown()).describe("medium of each cell"),
  culture: z.strictObject({ density: quantityText, volume: quantityText }).describe("cells per volume, and volume of the well"),
  protocol: z.array(z.strictObject({
    at: quantityText, for: quantityText.optional(),
    laser: z.strictObject({ wavelength: quantityText, irradiance: quantityText }).optional(),
    dose: z.number().optional(),
  })).max(200).optional().describe("light and further doses, by time from the first dose"),
  until: quantityText.describe("end of the run, from the first dose"),
  read: z.array(text).min(1).max(50).optional().describe("read-outs by name"),
  uncertainty: z.strictObject({
    draws: z.number().int().min(0).max(1_000_000).optional(), sampler: z.enum(["sobol", "random"]).optional(),
    band: z.number().gt(0).lt(1).optional(), vary: z.union([z.enum(["all", "none"]), z.array(text)]).optional(),
  }).optional().describe("how many worlds, how drawn, and what varies"),
  numerics: z.strictObject({
    rtol: z.number().gt(0).optional(), rest: quantityText.optional(), points: z.number().int().min(2).max(2000).optional(),
  }).optional().describe("tolerance, time to rest before the dose, report times"),
  seed: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional().describe("seed of the draws"),
  with: z.array(text).optional().describe("hypotheses to add"),
  without: z.array(text).optional().describe("mechanisms to leave out"),
  set: z.record(z.string(), numberSchema).optional().describe("numbers to replace, by path"),
  data: z.unknown().optional().describe("measured viabilities to draw on the curves"),
};

const basis = z.enum(["particle", "metal", "amount"]).optional();
const doses = z.union([
  z.strictObject({ from: quantityText, to: quantityText, points: z.number().int().min(2).max(200), basis }),
  z.strictObject({ list: z.array(quantityText).min(1).max(200), basis }),
]);

/** The questions by name: each with its file schema and one line of help. */
export const questions: Readonly<Record<string, { readonly help: string; readonly schema: z.ZodObject }>> = {
  "dose-response": {
    help: "viability and read-outs against dose; IC50 and selectivity with bands",
    schema: z.strictObject({ study: z.literal("dose-response"), ...common, dose: doses.describe("doses") }),
  },
  selectivity: {
    help: "as dose-response, with both cells required and the ratio of IC50 as the answer",
    schema: z.strictObject({
      study: z.literal("selectivity"), ...common, cells: z.strictObject({ tumour: z.unknown(), normal: z.unknown() }),
      environment: z.strictObject({ tumour: z.unknown(), normal: z.unknown() }), dose: doses.describe("doses"),
    }),
  },
  "time-course": {
    help: "read-outs against time at the doses given",
    schema: z.strictObject({ study: z.literal("time-course"), ...common, dose: doses.describe("doses") }),
  },
};

/** JSON Schema (draft 2020-12) of a question's study file, for editors. */
export function jsonSchema(question: string): unknown {
  return z.toJSONSchema(questions[question]!.schema);
}
