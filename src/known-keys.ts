/**
 * What a schema knows at a place: the parts that readers walk along, and the keys of the object that a path leads to,
 * so that a complaint about an unknown key can name the known ones. Knows just as much of zod's insides as that needs.
 */
import type { z } from "zod";

/** The definition of a schema, as far as it leads to other schemas. */
export interface Definition {
  /** Of optional, default and nullable: the schema inside. */
  readonly innerType?: z.ZodType;
  /** Of a list: the schema of its elements. */
  readonly element?: z.ZodType;
  /** Of an object: the schemas of its keys. */
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  /** Of a schema that refers to itself. */
  readonly getter?: () => z.ZodType;
  /** Of a union: the key that tells which alternative is meant. */
  readonly discriminator?: string;
  /** Of a union: its alternatives. */
  readonly options?: readonly z.ZodType[];
}

/** The definition of a schema. */
export function definitionOf(schema: z.ZodType): Definition {
  const definition: object = schema._zod.def;
  return definition;
}

/** The keys of the object to which a path leads; undefined where it leads to no object. */
export function knownKeys(
  schema: z.ZodType,
  path: readonly PropertyKey[],
  root: unknown,
): readonly string[] | undefined {
  let definition = meant(schema, root);
  let value = root;
  for (const step of path) {
    value = partOf(value, step);
    const next = typeof step === "number" ? definition?.element : definition?.shape?.[String(step)];
    if (next === undefined) return undefined;
    definition = meant(next, value);
  }
  return definition?.shape === undefined ? undefined : Object.keys(definition.shape);
}

/** What is meant behind optional, lazy and union schemas, for this value. */
function meant(schema: z.ZodType | undefined, value: unknown): Definition | undefined {
  if (schema === undefined) return undefined;
  const definition = definitionOf(schema);
  if (definition.getter !== undefined) return meant(definition.getter(), value);
  if (definition.innerType !== undefined) return meant(definition.innerType, value);
  const { discriminator, options } = definition;
  if (options === undefined || discriminator === undefined) return definition;
  const kind = partOf(value, discriminator);
  return meant(
    options.find((option) => [...(option._zod.propValues?.[discriminator] ?? [])].some((it) => it === kind)),
    value,
  );
}

function partOf(value: unknown, key: PropertyKey): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? (value as Record<PropertyKey, unknown>)[key]
    : undefined;
}
