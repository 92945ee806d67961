/**
 * The quick look at a shape: from a zod schema, an acceptor that gives the value as read where nothing is wrong with it,
 * and else says no more than that. Only what it refuses goes the way that explains. It is derived from the schema when
 * first asked for, without `eval`, so that there is one meaning; a law holds the two against each other.
 *
 * It is given plain copies that nobody else holds: it freezes what it accepts, and gives the very part of the copy
 * wherever that stands as it is read.
 */
import * as z from "zod/mini";
import { brand, deepFreeze, elementAt, isRecord, memo } from "./plain.ts";

/** What an acceptor gives for a value with which something is wrong. */
export const notAccepted = Symbol("not accepted");

/** Gives a value as its schema reads it, frozen but for what the schema leaves unknown, or `notAccepted`. */
export type Acceptor = (value: unknown) => unknown;

/** The acceptors of readers of our own, by the function that zod was given. */
const ownAcceptors = /* @__PURE__ */ brand<Acceptor>();

/** Says what a transformation of a schema accepts, so that zod need not be asked. Gives the transformation back. */
export const accepting = <T extends object>(transformation: T, acceptor: Acceptor): T =>
  ownAcceptors.mark(transformation, acceptor);

/** The definition of a schema, as far as acceptors know it. */
interface Accepted {
  readonly type?: string;
  readonly checks?: readonly z.core.$ZodCheck[];
  readonly innerType?: z.core.$ZodType;
  readonly defaultValue?: unknown;
  readonly element?: z.core.$ZodType;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly catchall?: z.core.$ZodType;
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly discriminator?: string;
  readonly options?: readonly z.core.$ZodType[];
  readonly out?: z.core.$ZodType;
  readonly in?: z.core.$ZodType;
  readonly transform?: object;
}

const definition = (schema: z.core.$ZodType): Accepted => {
  const own: object = schema._zod.def;
  return own;
};

/** The acceptor of a schema. What it does not know it asks of zod. */
export const acceptorOf = /* @__PURE__ */ memo((schema: z.core.$ZodType): Acceptor => {
  const def = definition(schema);
  const { checks = [] } = def;
  if (def.type === "string") return textAcceptor(checks) ?? askingZod(schema);
  if (checks.length > 0) return askingZod(schema);
  switch (def.type) {
    case "any":
    case "unknown":
      return (value) => value;
    case "literal":
      return oneOf(def.values ?? []);
    case "enum":
      return oneOf(Object.values(def.entries ?? {}));
    case "array":
      return def.element === undefined ? askingZod(schema) : listAcceptor(acceptorOf(def.element));
    case "object":
      return objectAcceptor(def) ?? askingZod(schema);
    case "union":
      return unionAcceptor(def) ?? askingZod(schema);
    case "optional":
    case "default":
      return absentAcceptor(def) ?? askingZod(schema);
    case "pipe":
      return ownAcceptor(def) ?? askingZod(schema);
    default:
      return askingZod(schema);
  }
});

const askingZod =
  (schema: z.core.$ZodType): Acceptor =>
  (value) => {
    const { success, data } = z.safeParse(schema, value);
    return success ? data : notAccepted;
  };

function oneOf(values: readonly unknown[]): Acceptor {
  const known = new Set(values);
  return (value) => (known.has(value) ? value : notAccepted);
}

/** Text of which the spaces at its ends are cut, and something may have to be left. */
function textAcceptor(checks: readonly z.core.$ZodCheck[]): Acceptor | undefined {
  const kinds = checks.map((check) => check._zod.def.check).join(" ");
  if (kinds === "") return (value) => (typeof value === "string" ? value : notAccepted);
  const [trim, least = trim] = checks.map((check): object => check._zod.def);
  if (least === undefined || !("minimum" in least && least.minimum === 1)) return undefined;
  if (kinds === "min_length")
    return (value) => (typeof value === "string" && value !== "" ? value : notAccepted);
  const isKnown =
    kinds === "overwrite min_length" &&
    trim !== undefined &&
    "tx" in trim &&
    typeof trim.tx === "function" &&
    trim.tx(" a ") === "a";
  if (!isKnown) return undefined;
  return (value) => {
    const text = typeof value === "string" ? value.trim() : "";
    return text === "" ? notAccepted : text;
  };
}

const listAcceptor =
  (element: Acceptor): Acceptor =>
  (value) => {
    if (!Array.isArray(value)) return notAccepted;
    let list: unknown[] = value;
    for (let at = 0; at < value.length; at++) {
      const given: unknown = value[at];
      const read = element(given);
      if (read === notAccepted) return notAccepted;
      if (Object.is(read, given)) continue;
      if (list === value) list = [...value];
      list[at] = read;
    }
    return Object.freeze(list);
  };

/** An object with known keys and no others. */
function objectAcceptor({ shape, catchall }: Accepted): Acceptor | undefined {
  if (shape === undefined || catchall === undefined || definition(catchall).type !== "never")
    return undefined;
  const fields = Object.entries(shape).map(([key, schema]): Field => {
    const { optin } = schema._zod;
    return { key, accept: acceptorOf(schema), mayLack: optin === "optional", isFilled: optin !== undefined };
  });
  const places = new Map(fields.map(({ key }, at) => [key, at]));
  return (value) => {
    if (!isRecord(value)) return notAccepted;
    // Most objects have their keys in the order of the schema, and stand as they are read: those that do not, or of which
    // something is filled in, are made anew from the field where that shows.
    let next = 0;
    for (const key in value) {
      const place = fields[next]?.key === key ? next : places.get(key);
      if (place === undefined) return notAccepted;
      if (place < next) return hasOnly(value, places) ? acceptFields(fields, value, {}, 0) : notAccepted;
      while (next < place && elementAt(fields, next).mayLack) next += 1;
      const given = value[key];
      const read = next < place ? given : elementAt(fields, place).accept(given);
      if (read === notAccepted) return notAccepted;
      if (next < place || !Object.is(read, given))
        return hasOnly(value, places)
          ? acceptFields(fields, value, copyOf(fields, value, next), next)
          : notAccepted;
      next = place + 1;
    }
    return acceptFields(fields, value, value, next);
  };
}

function hasOnly(value: object, keys: ReadonlyMap<string, unknown>): boolean {
  for (const key in value) if (!keys.has(key)) return false;
  return true;
}

/** A field of an object; what stands in the place of an absent value: nothing, a default, or an issue. */
interface Field {
  readonly key: string;
  readonly accept: Acceptor;
  readonly mayLack: boolean;
  readonly isFilled: boolean;
}

/** Accepts the fields of an object from one on; those before it stand in what is made, which may be the object itself. */
function acceptFields(
  fields: readonly Field[],
  value: Record<string, unknown>,
  so: Record<string, unknown>,
  from: number,
): unknown {
  let made = so;
  for (let at = from; at < fields.length; at++) {
    const { key, accept, mayLack, isFilled } = elementAt(fields, at);
    const given = value[key];
    if (given === undefined && !(key in value)) {
      if (mayLack) continue;
      if (!isFilled) return notAccepted;
    }
    const read = accept(given);
    if (read === notAccepted) return notAccepted;
    if (made === value) {
      if (Object.is(read, given)) continue;
      made = copyOf(fields, value, at);
    }
    made[key] = read;
  }
  return Object.freeze(made);
}

/** A copy of the fields before one. */
function copyOf(
  fields: readonly Field[],
  value: Record<string, unknown>,
  end: number,
): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (let at = 0; at < end; at++) {
    const { key } = elementAt(fields, at);
    if (key in value) made[key] = value[key];
  }
  return made;
}

/** An object whose alternative one of its keys tells. */
function unionAcceptor({ options, discriminator }: Accepted): Acceptor | undefined {
  if (options === undefined || discriminator === undefined) return undefined;
  const alternatives = new Map<unknown, Acceptor>();
  for (const option of options)
    for (const name of option._zod.propValues?.[discriminator] ?? []) {
      if (alternatives.has(name)) return undefined;
      alternatives.set(name, acceptorOf(option));
    }
  return (value) => {
    if (!isRecord(value)) return notAccepted;
    const meant = alternatives.get(value[discriminator]);
    return meant === undefined ? notAccepted : meant(value);
  };
}

/** What may be absent, and what then stands in its place. */
function absentAcceptor(def: Accepted): Acceptor | undefined {
  if (def.innerType === undefined || definition(def.innerType).type === "default") return undefined;
  const accept = acceptorOf(def.innerType);
  const otherwise = deepFreeze(def.defaultValue);
  return (value) => (value === undefined ? otherwise : accept(value));
}

function ownAcceptor(def: Accepted): Acceptor | undefined {
  const { out, in: before } = def;
  if (out === undefined || before === undefined || definition(before).type !== "any") return undefined;
  const { transform } = definition(out);
  return ownAcceptors.originOf(transform);
}
