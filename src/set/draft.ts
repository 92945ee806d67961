/**
 * Drafts: what can be read of a value whose shape is wrong somewhere. Every part that has its shape is kept and every
 * other part is undefined, so that one pass finds all mistakes and none that only follows from another (design 3.14).
 */
import type { z } from "zod";
import type { LatePolicy } from "../criteria-set.ts";
import { definitionOf } from "../known-keys.ts";
import type { Rule } from "../rule.ts";

/** A value of which any part may be unreadable. A key that is there with `undefined` was written, but cannot be read. */
export type Draft<T> = T extends string | number | boolean | undefined | Rule | LatePolicy
  ? T | undefined
  : T extends readonly (infer E)[]
    ? readonly Draft<E>[] | undefined
    : T extends object
      ? { readonly [K in keyof T]?: Draft<T[K]> } | undefined
      : T | undefined;

/**
 * Reads as much of a value as has its shape: objects key by key, lists element by element, anything else whole.
 * The value is a plain copy, so its depth is bounded.
 */
export function draftOf<T>(schema: z.ZodType<T>, value: unknown): Draft<T> {
  return read(schema, value) as Draft<T>;
}

function read(schema: z.ZodType, value: unknown): unknown {
  const whole = schema.safeParse(value);
  if (whole.success) return whole.data;
  const definition = definitionOf(schema);
  if (definition.getter !== undefined) return read(definition.getter(), value);
  if (definition.innerType !== undefined) return read(definition.innerType, value);
  if (definition.element !== undefined) {
    const { element } = definition;
    return Array.isArray(value) && value.length > 0 ? value.map((one) => read(element, one)) : undefined;
  }
  if (definition.shape === undefined || typeof value !== "object" || value === null || Array.isArray(value))
    return undefined;
  const result: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(definition.shape)) {
    const part = read(field, (value as Record<string, unknown>)[key]);
    if (part !== undefined || Object.hasOwn(value, key)) result[key] = part;
  }
  return result;
}
