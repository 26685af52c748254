import * as z from "zod";
import { KationError, nearest } from "#units";
import type { Fault } from "./types.ts";

/** Faults of a document's shape: missing and unknown keys, values of the wrong kind. All of them, each with its path. */
export function shapeFaults(document: unknown, schema: z.ZodObject): Fault[] {
  const result = schema.safeParse(document);
  return result.success ? [] : result.error.issues.flatMap((issue) => fromIssue(issue, [], schema, document));
}

type Path = readonly (string | number)[];

function fromIssue(issue: z.core.$ZodIssue, above: Path, schema: z.ZodType, document: unknown): Fault[] {
  const path = [...above, ...issue.path.map((p) => (typeof p === "number" ? p : String(p)))];
  const missing =
    path.length > 0 && valueAt(document, path) === undefined && issue.code !== "unrecognized_keys";
  if (issue.code === "invalid_union" && !missing) {
    const branch = likeliest(issue.errors);
    if (branch) return branch.flatMap((inner) => fromIssue(inner, path, schema, document));
  }
  const parts = partsAt(schema, path);
  if (issue.code === "unrecognized_keys") {
    const known = [
      ...new Set(parts.flatMap((part) => (part instanceof z.ZodObject ? Object.keys(part.shape) : []))),
    ];
    return issue.keys.map((key) => {
      const near = nearest(key, known);
      const fix = near.length > 0 ? `did you mean ${near.join(" or ")}?` : `one of ${known.join(", ")}`;
      return {
        path: [...path, key],
        error: new KationError("unknown-key", `no key is called "${key}" here`, { fix }),
      };
    });
  }
  const help = parts.map((part) => part.description).find((text) => text !== undefined);
  const fix = help === undefined ? "see the example that kation new study writes" : `expected: ${help}`;
  if (missing) {
    return [
      { path, error: new KationError("missing-key", `the key "${String(path.at(-1))}" is missing`, { fix }) },
    ];
  }
  const message =
    issue.code === "invalid_union"
      ? "not one of the forms it may have"
      : issue.message.replace(/^Invalid input: /, "");
  return [
    {
      path,
      error: new KationError("invalid-value", `${path.join("/") || "the study"}: ${message}`, { fix }),
    },
  ];
}

function valueAt(document: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null
        ? (value as Record<string | number, unknown>)[key]
        : undefined,
    document,
  );
}

/** The branch of a union that was meant: of those that got past the value's own kind, the one with fewest faults. */
function likeliest(
  branches: readonly (readonly z.core.$ZodIssue[])[],
): readonly z.core.$ZodIssue[] | undefined {
  const entered = branches.filter(
    (issues) =>
      issues.length > 0 && !issues.some((i) => i.path.length === 0 && i.code !== "unrecognized_keys"),
  );
  return [...entered].sort((a, b) => a.length - b.length)[0];
}

/** The schemas that a path may lead to: one, or one for each branch of a union. */
function partsAt(schema: z.ZodType, path: Path): z.ZodType[] {
  let parts: z.ZodType[] = opened(schema);
  for (const key of path) {
    parts = parts.flatMap((part) => {
      if (part instanceof z.ZodObject)
        return Object.hasOwn(part.shape, key) ? opened(part.shape[key as string] as z.ZodType) : [];
      if (part instanceof z.ZodArray) return opened(part.element as z.ZodType);
      return part instanceof z.ZodRecord ? opened(part.valueType as z.ZodType) : [];
    });
  }
  return parts;
}

/** A schema with what it wraps: optional values and the branches of unions. */
function opened(schema: z.ZodType): z.ZodType[] {
  if (schema instanceof z.ZodOptional) return [schema, ...opened(schema.unwrap() as z.ZodType)];
  if (schema instanceof z.ZodUnion)
    return [schema, ...schema.options.flatMap((option) => opened(option as z.ZodType))];
  return [schema];
}
