/**
 * The closed shape of a sealed record: every key that a record can have, and what can stand there, in the part of JSON
 * Schema that `criteria/record.schema.json` publishes. What a round and a set say stands once, in their own schemas, and
 * is taken from there in the form *as read*: defaults filled in, decimals in their shortest form, nothing blank. A record
 * is held against it before anything is computed, and what passes is what the types of `record-shape.ts` say.
 */
import * as z from "zod/mini";
import { byReplay, stages } from "../appraisal.ts";
import { stateReasons } from "../evaluation.ts";
import { byCodeUnit, isRecord, memo } from "../plain.ts";
import { roundShape } from "../round/schema.ts";
import type { Entry, Unit } from "../round.ts";
import { gradesSchema, policiesSchema, rankingSchema, surveySchema } from "../set/schema.ts";
import { isDay } from "../shape.ts";
import { unrankedReasons } from "../units.ts";
import {
  type GroupRecord,
  type Plain,
  recordParts,
  type SealedRecord,
  type UnitRecord,
} from "./record-shape.ts";

/** The part of JSON Schema in which the closed shape is written. */
export interface ClosedShape {
  readonly type?: "object" | "array" | "string" | "integer" | "boolean";
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly format?: "date";
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: ClosedShape;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, ClosedShape>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
  readonly oneOf?: readonly ClosedShape[];
}

/** An object with just these keys; those that end in `?` may be absent. */
function keys(of: Readonly<Record<string, ClosedShape>>): ClosedShape {
  const entries = Object.entries(of).map(([key, shape]) => [key.replace(/\?$/, ""), shape] as const);
  return {
    type: "object",
    properties: Object.fromEntries(entries),
    required: Object.keys(of).filter((key) => !key.endsWith("?")),
    additionalProperties: false,
  };
}

const listHolding = (
  items: ClosedShape,
  more: Pick<ClosedShape, "minItems" | "maxItems"> = {},
): ClosedShape => ({
  type: "array",
  items,
  ...more,
});
const constants = (...values: readonly unknown[]): ClosedShape =>
  values.length === 1 ? { const: values[0] } : { enum: values };
const among = (...shapes: readonly ClosedShape[]): ClosedShape => ({ oneOf: shapes });
const textLike = (pattern: string, maxLength: number): ClosedShape => ({
  type: "string",
  pattern,
  maxLength,
});

/** A decimal in its shortest form, without a sign. */
const shortForm = String.raw`(?:0\.\d*[1-9]|[1-9]\d*(?:\.\d*[1-9])?)`;
const decimals = {
  signed: textLike(`^(?:0|-?${shortForm})$`, 30),
  unsigned: textLike(`^(?:0|${shortForm})$`, 30),
  positive: textLike(`^${shortForm}$`, 30),
} as const;
/** A percentage keeps the digits that its source prints, a published figure those of its rounding. */
const digitsAsPrinted = String.raw`(?:0|[1-9]\d*)(?:\.\d+)?`;
const percentAsRead = textLike(`^${digitsAsPrinted}$`, 30);
/** The longest text that plain data may hold. */
const mostLetters = 20_000;
const figure = textLike(`^-?${digitsAsPrinted}$`, mostLetters);
const exact = textLike(String.raw`^(?:0|-?(?:${shortForm}|[1-9]\d*/[1-9]\d*))$`, mostLetters);
const id = textLike("^[a-z0-9][a-z0-9._/-]{0,99}$", 100);
const hash = textLike("^[0-9a-f]{64}$", 64);
const day: ClosedShape = { type: "string", format: "date" };
const words = textLike(String.raw`^\S(?:[\s\S]*\S)?$`, mostLetters);
const wholeNumber: ClosedShape = { type: "integer", minimum: 0 };
const truth: ClosedShape = { type: "boolean" };

const breach = keys({ breach: id, count: wholeNumber });
const facts = among(
  keys({ choice: id }),
  keys({ parts: listHolding(id) }),
  keys({ numerator: wholeNumber, denominator: wholeNumber }),
  keys({ percent: percentAsRead }),
  keys({ value: decimals.signed }),
  keys({ count: wholeNumber }),
  keys({ points: decimals.signed }),
  keys({ breaches: listHolding(breach) }),
);

/** The definition of a schema, as far as it is turned into a closed shape. */
interface Defined {
  readonly type: string;
  readonly innerType?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly options?: readonly z.core.$ZodType[];
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly values?: readonly unknown[];
}

/** Keys of a file that nothing as read has. */
const passedOver = ["$schema", "asks"];

/** What stands after reading where a schema says what may be written. */
function shapeAsRead(schema: z.core.$ZodType): ClosedShape {
  const def: Defined = schema._zod.def;
  switch (def.type) {
    case "object":
      return keys(objectAsRead(def.shape ?? {}));
    case "array":
      return def.element === undefined ? listHolding({}) : listHolding(shapeAsRead(def.element));
    case "union":
      return among(...(def.options ?? []).map(shapeAsRead));
    case "enum":
      return constants(...Object.values(def.entries ?? {}));
    case "literal":
      return constants(...(def.values ?? []));
    case "boolean":
      return truth;
    case "string":
      return words;
    case "pipe":
      return scalarAsRead(z.globalRegistry.get(schema) ?? {});
    case "unknown":
      return facts;
    default:
      if (def.innerType === undefined) return wholeNumber;
      return shapeAsRead(def.innerType);
  }
}

const objectAsRead = (of: Readonly<Record<string, z.core.$ZodType>>): Readonly<Record<string, ClosedShape>> =>
  Object.fromEntries(
    Object.entries(of).flatMap(([key, inner]) =>
      passedOver.includes(key)
        ? []
        : [[(inner._zod.def as Defined).type === "optional" ? `${key}?` : key, shapeAsRead(inner)]],
    ),
  );

/** What the shared small shapes say of themselves tells which they are. */
function scalarAsRead(meta: Readonly<Record<string, unknown>>): ClosedShape {
  if (meta["format"] === "date") return day;
  if (meta["type"] === "integer") {
    const { minimum, maximum } = meta;
    return {
      ...wholeNumber,
      ...(typeof minimum === "number" ? { minimum } : {}),
      ...(typeof maximum === "number" ? { maximum } : {}),
    };
  }
  if (meta["type"] === "string") return id;
  if (meta["exclusiveMinimum"] === 0) return decimals.positive;
  return meta["minimum"] === 0 ? decimals.unsigned : decimals.signed;
}

const only = (schema: z.core.$ZodType, ...names: readonly string[]): ClosedShape => {
  const { properties = {}, required = [] } = shapeAsRead(schema);
  return keys(
    Object.fromEntries(
      names.map((name) => [required.includes(name) ? name : `${name}?`, properties[name] ?? {}]),
    ),
  );
};

/** The inputs: a round of one unit, all its keys there. */
function inputsShape(): ClosedShape {
  const { frame, selfAssessment, tally } = roundShape;
  const head = shapeAsRead(frame).properties ?? {};
  const one = { maxItems: 1 };
  const answered = {
    ...shapeAsRead(selfAssessment).properties,
    answers: listHolding(shapeAsRead(roundShape.answer)),
  };
  const optional = (name: string): string => (["submitted", "approved"].includes(name) ? `${name}?` : name);
  return keys({
    format: constants(1),
    set: id,
    edition: wholeNumber,
    title: head["title"] ?? {},
    status: head["status"] ?? {},
    units: listHolding(shapeAsRead(roundShape.unit), { minItems: 1 }),
    councils: listHolding(shapeAsRead(roundShape.council), one),
    selfAssessments: listHolding(
      keys(Object.fromEntries(Object.entries(answered).map(([name, it]) => [optional(name), it]))),
      one,
    ),
    ledger: listHolding(shapeAsRead(roundShape.entry)),
    acts: listHolding(shapeAsRead(roundShape.act)),
    tally: keys({
      batches: listHolding(id, { maxItems: 0 }),
      counts: listHolding(shapeAsRead(roundShape.counts)),
      invalid: listHolding(shapeAsRead(tally.shape.invalid), { maxItems: 0 }),
    }),
    surveyNotHeld: listHolding(shapeAsRead(roundShape.surveyNotHeld), one),
    statistics: listHolding(shapeAsRead(roundShape.statistic)),
    targets: listHolding(shapeAsRead(roundShape.target)),
    findings: listHolding(shapeAsRead(roundShape.finding)),
    extensions: listHolding(shapeAsRead(roundShape.extension)),
  });
}

const unranked = constants(...unrankedReasons);
/** A record is of a round as it was sent: nothing in it is being filled in. */
const reason = constants(...stateReasons.filter((reason) => reason !== "draft"));

/** Every leaf is in one state, and has what that state has. */
function leafShape(): ClosedShape {
  const of = (state: string, more: Readonly<Record<string, ClosedShape>>): ClosedShape =>
    keys({
      ...{ item: id, source: id, state: constants(state), ...more },
      ...{ maxPoints: decimals.positive, "claimed?": among(exact, constants("not-applicable")) },
    });
  return among(
    of("scored", { "reason?": reason, "gate?": id, points: exact }),
    of("unanswered", { reason, "gate?": id, points: exact }),
    of("not-applicable", { reason, "gate?": id, consequence: constants(...consequences), "points?": exact }),
    of("pending", { reason, "gate?": id, floor: exact, "ceiling?": exact }),
  );
}

const consequences = ["rescale", "rescale-source", "full", "zero"];

function stepsShape(): ClosedShape {
  const sums = { "points?": exact, "low?": exact, "high?": exact, maxPoints: exact };
  const kind = constants("conversion", "bonus", "penalty", "late", "cap");
  const total = keys({
    ...{ leaves: exact, maxPoints: exact },
    lines: listHolding(keys({ kind, id, points: exact })),
    ...{ points: exact, "index?": exact },
  });
  return keys({
    leaves: listHolding(leafShape()),
    nodes: listHolding(
      keys({ item: id, leaves: listHolding(wholeNumber, { minItems: 2, maxItems: 2 }), ...sums }),
    ),
    sources: listHolding(keys({ source: id, ...sums })),
    "total?": total,
    "low?": total,
    "high?": total,
  });
}

function declaredShape(): ClosedShape {
  const grade = gradesSchema.def.element;
  return keys({
    maxPoints: decimals.positive,
    policies: shapeAsRead(policiesSchema),
    "survey?": only(surveySchema, "combine", "emptyGroup", "belowLeast", "notHeld"),
    "bonusCap?": decimals.positive,
    "penaltyCap?": decimals.positive,
    grades: listHolding(only(grade, "id", "from", "requires")),
    ranking: shapeAsRead(rankingSchema),
  });
}

function resultShape(): ClosedShape {
  const approved = truth;
  const bounds = keys({ low: figure, high: figure });
  const common = { maxPoints: exact, "claimed?": figure };
  return among(
    keys({
      ...{ state: constants("complete"), approved, index: figure, "grade?": id, "reaches?": id },
      ...{ points: figure, ...common },
    }),
    keys({ state: constants("provisional"), approved, bounds, ...common }),
    keys({ state: constants("refused"), approved, ...common }),
    keys({ state: constants("not-applicable"), approved, ...common }),
    keys({ state: constants("unscored"), approved, reason: unranked }),
  );
}

function headShape(kind: "unit" | "group"): Readonly<Record<string, ClosedShape>> {
  return {
    format: constants(1),
    kind: constants(kind),
    library: textLike(String.raw`^[a-z0-9@/._-]+ \d+\.\d+\.\d+[0-9A-Za-z.+-]*$`, 100),
    set: keys({ id, edition: { ...wholeNumber, minimum: 1 }, digest: hash }),
    round: hash,
    ...(kind === "unit" ? { unit: id } : {}),
    group: id,
    "until?": among(constants("self", ...stages), day),
    texts: constants("full", "digest"),
  };
}

function madeShape(): { readonly unit: ClosedShape; readonly group: ClosedShape } {
  // Which parts have a digest is told by the parts themselves.
  const seal = { digests: { type: "object" }, digest: hash } as const;
  const unit = keys({
    ...headShape("unit"),
    declared: declaredShape(),
    inputs: inputsShape(),
    relative: listHolding(keys({ item: id, "group?": keys({ "leader?": exact, "best?": exact }) })),
    "steps?": stepsShape(),
    result: resultShape(),
    place: among(
      keys({ place: { ...wholeNumber, minimum: 1 }, tied: truth, ranked: wholeNumber, complete: truth }),
      keys({ reason: unranked, ranked: wholeNumber, complete: truth }),
    ),
    ...seal,
  });
  const decidedBy = keys({
    by: constants("exact-index", "item", "source"),
    "id?": id,
    value: printedOrExact,
  });
  const place = { place: { ...wholeNumber, minimum: 1 }, unit: id, index: figure, "grade?": id, tied: truth };
  const quota = keys({
    grade: id,
    percent: decimals.positive,
    allowed: wholeNumber,
    count: wholeNumber,
    edge: listHolding(id),
  });
  const ranking = keys({
    places: listHolding(keys({ ...place, "decidedBy?": decidedBy })),
    unranked: listHolding(keys({ unit: id, reason: unranked, "index?": figure })),
    ...{
      complete: truth,
      approved: truth,
      "mean?": figure,
      meanOf: wholeNumber,
      "passedQuotas?": listHolding(quota),
    },
  });
  return {
    unit,
    group: keys({ ...headShape("group"), units: listHolding(unit), ranking, root: hash, ...seal }),
  };
}

/** What decides a place: a figure, an exact fraction, or nothing where an item does not apply. */
const printedOrExact = textLike(String.raw`^(?:-?(?:0|[1-9]\d*)(?:\.\d+|/[1-9]\d*)?)?$`, mostLetters);

/** The closed shape of the record of a unit and of a group. */
export const recordShape = /* @__PURE__ */ madeShape();

/**
 * Makes the JSON Schema of a sealed record.
 *
 * @returns The schema as plain JSON; what is not of it `verify` calls unreadable, and names the place.
 *
 * @example
 * ```ts
 * import { recordJsonSchema } from "par-index/audit";
 * Object.keys(recordJsonSchema()); // => [ '$schema', 'title', 'description', 'oneOf', '$defs' ]
 * ```
 */
export function recordJsonSchema(): Readonly<Record<string, unknown>> {
  const unit = { $ref: "#/$defs/unit" };
  const { group } = recordShape;
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Bản kết quả có mã xác thực — Sealed record",
    description: "Của một đơn vị hoặc một nhóm — Of one unit or one group",
    oneOf: [unit, { ...group, properties: { ...group.properties, units: { type: "array", items: unit } } }],
    $defs: { unit: recordShape.unit },
  };
}

/** A place in a value: keys and positions. */
type Steps = readonly (string | number)[];

const kinds: Readonly<Record<string, (value: unknown) => boolean>> = {
  object: isRecord,
  array: Array.isArray,
  string: (value) => typeof value === "string",
  integer: Number.isSafeInteger,
  boolean: (value) => typeof value === "boolean",
};

/** The first place at which a value is not of a shape: in the order of its keys, then of what it has too much. */
function misfit(shape: ClosedShape, value: unknown): Steps | undefined {
  if (shape.oneOf !== undefined) return misfitAmong(shape.oneOf, value);
  if (shape.const !== undefined) return value === shape.const ? undefined : [];
  if (shape.enum !== undefined) return shape.enum.includes(value) ? undefined : [];
  if (shape.type !== undefined && kinds[shape.type]?.(value) !== true) return [];
  if (typeof value === "string") return isWritten(shape, value) ? undefined : [];
  if (typeof value === "number")
    return value >= (shape.minimum ?? value) && value <= (shape.maximum ?? value) ? undefined : [];
  if (Array.isArray(value)) return misfitInList(shape, value);
  return isRecord(value) && shape.properties !== undefined
    ? misfitInObject(shape, shape.properties, value)
    : undefined;
}

/** Of several shapes the one that a constant of the value names; where none does, any that fits. */
function misfitAmong(shapes: readonly ClosedShape[], value: unknown): Steps | undefined {
  const told = (shape: ClosedShape): string | undefined =>
    Object.entries(shape.properties ?? {}).find(([, inner]) => inner.const !== undefined)?.[0];
  const [first] = shapes;
  const key = first === undefined ? undefined : told(first);
  if (key === undefined) return shapes.some((shape) => misfit(shape, value) === undefined) ? undefined : [];
  if (!isRecord(value)) return [];
  const meant = shapes.find((shape) => shape.properties?.[key]?.const === value[key]);
  return meant === undefined ? [key] : misfit(meant, value);
}

const patternOf = /* @__PURE__ */ memo(({ pattern = "" }: ClosedShape) => new RegExp(pattern));

function isWritten(shape: ClosedShape, text: string): boolean {
  if (text.length > (shape.maxLength ?? mostLetters)) return false;
  return shape.format === "date" ? isDay(text) : patternOf(shape).test(text);
}

function misfitInList(
  { items = {}, minItems = 0, maxItems = Number.POSITIVE_INFINITY }: ClosedShape,
  value: readonly unknown[],
): Steps | undefined {
  if (value.length < minItems) return [];
  if (value.length > maxItems) return [maxItems];
  for (const [at, inner] of value.entries()) {
    const found = misfit(items, inner);
    if (found !== undefined) return [at, ...found];
  }
  return undefined;
}

function misfitInObject(
  { required = [] }: ClosedShape,
  properties: Readonly<Record<string, ClosedShape>>,
  value: Plain,
): Steps | undefined {
  for (const [key, shape] of Object.entries(properties)) {
    if (!Object.hasOwn(value, key)) {
      if (required.includes(key)) return [key];
      continue;
    }
    const found = misfit(shape, value[key]);
    if (found !== undefined) return [key, ...found];
  }
  const [stray] = Object.keys(value)
    .filter((key) => !Object.hasOwn(properties, key))
    .sort(byCodeUnit);
  return stray === undefined ? undefined : [stray];
}

/**
 * Free text in the inputs, by the key under which its object or list stands: where `texts` is `digest`, the SHA-256 of
 * each stands in its place.
 */
const freeTexts: ReadonlyMap<string, readonly string[]> = new Map([
  ["units", ["exempt"]],
  ["roles", ["holders"]],
  ["approved", ["role"]],
  ["answers", ["explanation"]],
  ["evidence", ["number", "issuer", "title", "section", "page"]],
  ["notApplicable", ["reason"]],
  ["ledger", ["reason"]],
  ["surveyNotHeld", ["reason"]],
  ["statistics", ["reference"]],
  ["findings", ["what", "by"]],
  ["extensions", ["reason"]],
]);

/** What is made of one free text. */
type Retold = (text: string) => string;

/** The keys below which free text may stand: of all else nothing is looked at, and counts of a survey are most of it. */
const holders: ReadonlySet<string> = new Set([...freeTexts.keys(), "inputs", "councils", "selfAssessments"]);

/** A part of the inputs with another text for each free one; the same object where it holds none. */
export function retold<T>(value: T, key: string, tell: Retold): T;
export function retold(value: unknown, key: string, tell: Retold): unknown {
  if (Array.isArray(value)) {
    let list: unknown[] | undefined;
    for (let at = 0; at < value.length; at++) {
      const own: unknown = retold(value[at], key, tell);
      if (own === value[at]) continue;
      list ??= [...value];
      list[at] = own;
    }
    return list ?? value;
  }
  if (!isRecord(value)) return value;
  const free = freeTexts.get(key);
  let copy: Record<string, unknown> | undefined;
  for (const name in value) {
    const isFree = free?.includes(name) === true;
    if (!isFree && !holders.has(name)) continue;
    const inner = value[name];
    const own = isFree ? toldText(inner, tell) : retold(inner, name, tell);
    if (own === inner) continue;
    copy ??= { ...value };
    copy[name] = own;
  }
  return copy ?? value;
}

/** A free text, or each of a list of them. */
function toldText(value: unknown, tell: Retold): unknown {
  if (typeof value === "string") return tell(value);
  return Array.isArray(value) ? value.map((inner) => toldText(inner, tell)) : value;
}

const isDigested = (text: string): boolean => /^sha256:[0-9a-f]{64}$/.test(text);

/** The place of the first free text that is not as the record says that texts are. */
function mistoldText(value: unknown, key: string, asDigests: boolean): Steps | undefined {
  if (Array.isArray(value))
    return firstWithin(value.entries(), (inner) => mistoldText(inner, key, asDigests));
  if (!isRecord(value)) return undefined;
  const free = freeTexts.get(key) ?? [];
  return firstWithin(Object.entries(value), (inner, name) =>
    free.includes(name) ? mistold(inner, asDigests) : mistoldText(inner, name, asDigests),
  );
}

function mistold(value: unknown, asDigests: boolean): Steps | undefined {
  if (Array.isArray(value)) return firstWithin(value.entries(), (inner) => mistold(inner, asDigests));
  return typeof value === "string" && isDigested(value) !== asDigests ? [] : undefined;
}

function firstWithin(
  entries: Iterable<readonly [string | number, unknown]>,
  look: (inner: unknown, name: string) => Steps | undefined,
): Steps | undefined {
  for (const [key, inner] of entries) {
    const found = look(inner, String(key));
    if (found !== undefined) return [key, ...found];
  }
  return undefined;
}

/** The first place at which a plain record is not of the closed shape, or contradicts itself; undefined where it is a record. */
export function strangePlace(record: Plain): Steps | undefined {
  const found = misfit(record["kind"] === "group" ? recordShape.group : recordShape.unit, record);
  return isOfShape(record, found) ? contradiction(record) : found;
}

/** A plain record of which nothing strange was found is a record. */
export const isOfShape = (_record: Plain, strange: Steps | undefined): _record is Plain & SealedRecord =>
  strange === undefined;

/** Parts of the record that contradict each other, each alone of the right shape. */
function contradiction(record: SealedRecord): Steps | undefined {
  if (record.kind === "unit") return inUnit(record) ?? strangeDigest(record);
  for (const at of record.units.keys()) {
    const found = inMember(record, at);
    if (found !== undefined) return ["units", at, ...found];
  }
  return strangeDigest(record);
}

/** The records of units have the head of their group, and stand by id, each once. */
function inMember(group: GroupRecord, at: number): Steps | undefined {
  const unit = group.units[at] as UnitRecord;
  for (const key of ["set", "round", "group", "until", "texts"] as const) {
    if (key !== "set") {
      if (unit[key] !== group[key]) return [key];
      continue;
    }
    for (const name of ["id", "edition", "digest"] as const)
      if (unit.set[name] !== group.set[name]) return ["set", name];
  }
  const before = group.units[at - 1];
  if (before !== undefined && before.unit >= unit.unit) return ["unit"];
  return inUnit(unit) ?? strangeDigest(unit);
}

/** Just the parts that are there have a digest. */
function strangeDigest(record: SealedRecord): Steps | undefined {
  const stated: Plain = record.digests;
  const names = recordParts({ ...record }).map(({ name }) => name);
  for (const name of names)
    if (!Object.hasOwn(stated, name) || misfit(hash, stated[name]) !== undefined) return ["digests", name];
  const stray = Object.keys(stated)
    .filter((name) => !names.includes(name))
    .sort(byCodeUnit)[0];
  return stray === undefined ? undefined : ["digests", stray];
}

function inUnit(record: UnitRecord): Steps | undefined {
  const { set, unit, group, texts, inputs, relative, steps, result, place } = record;
  const self = inputs.units.find(({ id }) => id === unit);
  if (self === undefined) return ["unit"];
  // Beside a unit that was replaced stand those that replace it, and nobody else.
  const follows = ({ replaces = [] }: Unit): boolean => replaces.some((it) => it.unit === unit);
  const stray = inputs.units.findIndex((it) => it !== self && !(result.reason === "replaced" && follows(it)));
  if (stray >= 0) return ["inputs", "units", stray];
  if (self.group !== group) return ["group"];
  if (inputs.set !== set.id) return ["inputs", "set"];
  if (inputs.edition !== set.edition) return ["inputs", "edition"];
  return (
    foreign(record) ??
    misplaced(record) ??
    within("inputs", mistoldText(inputs, "inputs", texts === "digest")) ??
    within("relative", firstRepeated(relative.map(({ item }) => item))) ??
    ((steps === undefined) === (result.state === "unscored") ? undefined : ["steps"]) ??
    (steps === undefined ? undefined : within("steps", inSteps(steps, result.state))) ??
    ((place.place ?? 0) <= place.ranked ? undefined : ["place", "place"])
  );
}

const within = (key: string, steps: Steps | undefined): Steps | undefined =>
  steps === undefined ? undefined : [key, ...steps];

/** What stands in the inputs and is another unit's, council's or group's. */
function foreign({ unit, group, inputs }: UnitRecord): Steps | undefined {
  for (const key of [
    "selfAssessments",
    "ledger",
    "statistics",
    "targets",
    "findings",
    "extensions",
  ] as const) {
    const at = inputs[key].findIndex((it) => it.unit !== unit);
    if (at >= 0) return ["inputs", key, at, "unit"];
  }
  const counted = inputs.tally.counts.findIndex((it) => it.unit !== unit);
  if (counted >= 0) return ["inputs", "tally", "counts", counted, "unit"];
  const [council] = inputs.councils;
  if (council !== undefined && council.units.join("\n") !== unit) return ["inputs", "councils", 0, "units"];
  const act = inputs.acts.findIndex((it) => it.council !== council?.id);
  if (act >= 0) return ["inputs", "acts", act, "council"];
  const held = inputs.surveyNotHeld.findIndex((it) => it.group !== group);
  return held < 0 ? undefined : ["inputs", "surveyNotHeld", held, "group"];
}

/** Answers and entries that do not stand in the order of the leaves, or an entry before one that it follows. */
function misplaced({ inputs, steps }: UnitRecord): Steps | undefined {
  const order = new Map(steps?.leaves.map(({ item }, at) => [item, at]));
  const position = (item: string): number => order.get(item) ?? order.size;
  const [assessment] = inputs.selfAssessments;
  const answers = assessment?.answers ?? [];
  const repeated = firstRepeated(answers.map(({ item }) => item));
  if (repeated !== undefined) return ["inputs", "selfAssessments", 0, "answers", ...repeated];
  if (steps === undefined) return undefined;
  for (let at = 1; at < answers.length; at++)
    if (position(answers[at]?.item ?? "") < position(answers[at - 1]?.item ?? ""))
      return ["inputs", "selfAssessments", 0, "answers", at];
  for (let at = 1; at < inputs.ledger.length; at++) {
    const [before, entry] = [inputs.ledger[at - 1] as Entry, inputs.ledger[at] as Entry];
    const [first, second] = [position(before.item), position(entry.item)];
    if (second < first || (before.item === entry.item && byReplay(before, entry) > 0))
      return ["inputs", "ledger", at];
  }
  return undefined;
}

function firstRepeated(names: readonly string[]): Steps | undefined {
  const met = new Set<string>();
  for (const [at, name] of names.entries()) {
    if (met.has(name)) return [at, "item"];
    met.add(name);
  }
  return undefined;
}

/** Leaves that repeat, figures of more digits than a set and its answers can give, totals that do not fit the state. */
function inSteps(steps: NonNullable<UnitRecord["steps"]>, state: string): Steps | undefined {
  const repeated = firstRepeated(steps.leaves.map(({ item }) => item));
  if (repeated !== undefined) return ["leaves", ...repeated];
  let digits = 0;
  const most = Math.min(mostLetters, 2_000 + 100 * steps.leaves.length);
  for (const [at, leaf] of steps.leaves.entries()) {
    for (const key of ["points", "floor", "ceiling", "claimed"] as const) {
      digits += leaf[key]?.length ?? 0;
      if (digits > 2 * most) return ["leaves", at, key];
    }
  }
  const isOpen = steps.leaves.some((leaf) => leaf.state === "pending");
  for (const key of ["total", "low", "high"] as const)
    if ((steps[key] === undefined) !== ((key === "total") === isOpen)) return [key];
  const wrong = steps.nodes.findIndex(
    ({ leaves: [first, end] }) => first >= end || end > steps.leaves.length,
  );
  if (wrong >= 0) return ["nodes", wrong, "leaves"];
  return state === "provisional" && !isOpen ? ["leaves"] : undefined;
}
