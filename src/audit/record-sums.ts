/**
 * What can be checked of a record without its criteria set: that nodes and sources are the sums of their leaves, that
 * leaves and lines give the result, that the index follows from them, and that the published figures are the exact
 * ones, rounded once (design 3.2 to 3.4, 3.8, 3.9). Works on a plain value whose shape nobody has checked.
 */
import { z } from "zod";
import { report } from "../issue.ts";
import {
  add,
  compare,
  decimal,
  divide,
  type Exact,
  exactText,
  greatest,
  hundred,
  isDecimal,
  isZero,
  least,
  multiply,
  readFraction,
  rounded,
  subtract,
  sum,
  zero,
} from "../number.ts";
import { readShape, withoutEval } from "../shape.ts";
import { difference, type StepDifference, unfit } from "./record-check.ts";

const shapes = /* @__PURE__ */ withoutEval(() => {
  const exact = z
    .string()
    .max(20_000)
    .regex(/^-?(0|[1-9]\d*)(\.\d+|\/[1-9]\d*)?$/);
  const places = z.int().min(0).max(10);
  const printed = z.string().refine(isDecimal);
  const sums = { points: exact.optional(), low: exact.optional(), high: exact.optional(), maxPoints: exact };
  const leaf = z.strictObject({
    item: z.string(),
    source: z.string(),
    state: z.enum(["scored", "unanswered", "not-applicable", "pending"]),
    why: z.string().optional(),
    consequence: z.enum(["rescale", "rescale-source", "full", "zero"]).optional(),
    points: exact.optional(),
    floor: exact.optional(),
    maxPoints: exact,
    claimed: exact.or(z.literal("not-applicable")).optional(),
  });
  const line = z.strictObject({
    kind: z.enum(["conversion", "bonus", "penalty", "late", "cap"]),
    id: z.string(),
    points: exact,
  });
  const total = z.strictObject({
    leaves: exact,
    maxPoints: exact,
    lines: z.array(line),
    points: exact,
    index: exact.optional(),
  });
  const steps = z.strictObject({
    leaves: z.array(leaf),
    nodes: z.array(
      z.strictObject({ item: z.string(), leaves: z.tuple([z.int().min(0), z.int().min(0)]), ...sums }),
    ),
    sources: z.array(z.strictObject({ source: z.string(), ...sums })),
    total: total.optional(),
    low: total.optional(),
    high: total.optional(),
  });
  const declared = z.object({
    maxPoints: printed,
    policies: z.object({
      rounding: z.object({ places, mode: z.enum(["half-up", "half-even", "down", "up"]) }),
      limits: z.object({ max: printed.optional(), min: printed.optional() }),
    }),
    grades: z.array(z.object({ id: z.string(), from: printed.optional() })),
  });
  const bounds = z.object({ low: z.string(), high: z.string() });
  const result = z.object({
    state: z.enum(["complete", "provisional", "refused", "not-applicable"]),
    index: z.string().optional(),
    points: z.string().optional(),
    grade: z.string().optional(),
    bounds: bounds.optional(),
  });
  return { steps, declared, result };
});

type Steps = z.output<typeof shapes.steps>;
type Declared = z.output<typeof shapes.declared>;
type Result = z.output<typeof shapes.result>;
type TotalKey = "total" | "low" | "high";

/** The first sum of a plain record that does not hold; undefined where all do. */
export function sumDifference(record: Readonly<Record<string, unknown>>): StepDifference | undefined {
  const unread = (part: string): StepDifference => unfit(part, record[part], "a readable part");
  const steps = shaped(shapes.steps, record["steps"]);
  const declared = shaped(shapes.declared, record["declared"]);
  const result = shaped(shapes.result, record["result"]);
  if (steps === undefined) return unread("steps");
  if (declared === undefined) return unread("declared");
  if (result === undefined) return unread("result");
  for (const check of checksOf(steps, declared, result)) {
    const found = check();
    if (found !== undefined) return found;
  }
  return undefined;
}

const shaped = <T>(schema: z.ZodType<T>, value: unknown): T | undefined =>
  readShape(schema, value, [], report());

/** The checks, in the order of the steps. */
function checksOf(steps: Steps, declared: Declared, result: Result): (() => StepDifference | undefined)[] {
  const totals = (["total", "low", "high"] as const).filter((key) => steps[key] !== undefined);
  return [
    ...steps.nodes.map(
      (it) => () => sumsOf(`node ${it.item}`, it, steps.leaves.slice(it.leaves[0], it.leaves[1])),
    ),
    ...steps.sources.map(
      (it) => () =>
        sumsOf(
          `source ${it.source}`,
          it,
          steps.leaves.filter(({ source }) => source === it.source),
        ),
    ),
    ...totals.map((key) => () => totalOf(key, steps, declared)),
    () => published(steps, declared, result),
  ];
}

type Leaf = Steps["leaves"][number];

/** True where the maximum of a leaf is part of the applicable maximum. */
const counts = ({ state, consequence }: Leaf): boolean =>
  state !== "not-applicable" || consequence === "full" || consequence === "zero";

/** The points of a leaf that counts: its own, or where it is pending its floor or its maximum. */
const pointsOf = (leaf: Leaf, open: "floor" | "max"): Exact =>
  readFraction(leaf.points ?? (open === "max" ? leaf.maxPoints : (leaf.floor ?? "0")));

function sumsOf(
  step: string,
  found: Steps["sources"][number] | Steps["nodes"][number],
  leaves: readonly Leaf[],
): StepDifference | undefined {
  const own = leaves.filter(counts);
  const total = (open: "floor" | "max"): string => exactText(sum(own.map((leaf) => pointsOf(leaf, open))));
  const pending = own.some(({ state }) => state === "pending");
  const expected = {
    points: pending ? undefined : total("floor"),
    low: pending ? total("floor") : undefined,
    high: pending ? total("max") : undefined,
    maxPoints: exactText(sum(own.map(({ maxPoints }) => readFraction(maxPoints)))),
  };
  for (const key of ["points", "low", "high", "maxPoints"] as const)
    if (found[key] !== expected[key]) return difference(step, found[key], expected[key]);
  return undefined;
}

function totalOf(key: TotalKey, steps: Steps, declared: Declared): StepDifference | undefined {
  const found = steps[key] as NonNullable<Steps[TotalKey]>;
  const open = key === "high" ? "max" : "floor";
  const own = steps.leaves.filter(counts);
  const leaves = sum(own.map((leaf) => pointsOf(leaf, open)));
  const lines = found.lines.map((line) => ({ ...line, value: readFraction(line.points) }));
  const of = (test: (line: (typeof lines)[number]) => boolean): Exact =>
    sum(lines.filter(test).map(({ value }) => value));
  const isLimit = ({ kind, id }: { readonly kind: string; readonly id: string }): boolean =>
    kind === "cap" && (id === "max" || id === "min");
  let max = zero;
  for (const { source } of steps.sources) {
    const stays = own.filter((leaf) => leaf.source === source);
    const ownMax = sum(stays.map(({ maxPoints }) => readFraction(maxPoints)));
    if (isZero(ownMax)) continue;
    const left = steps.leaves.filter(
      (leaf) => leaf.source === source && !counts(leaf) && leaf.consequence === "rescale-source",
    );
    const leftMax = sum(left.map(({ maxPoints }) => readFraction(maxPoints)));
    max = add(max, add(ownMax, leftMax));
    const line = lines.find(({ kind, id }) => kind === "conversion" && id === source)?.value ?? zero;
    const due = divide(multiply(sum(stays.map((leaf) => pointsOf(leaf, open))), leftMax), ownMax);
    if (compare(line, due) !== 0)
      return difference(`line conversion ${source}`, exactText(line), exactText(due));
  }
  const conversions = of(({ kind }) => kind === "conversion");
  const extra = of((line) => line.kind !== "conversion" && !isLimit(line));
  const base = add(leaves, conversions);
  const points = add(
    base,
    of(({ kind }) => kind !== "conversion"),
  );
  const limited = isZero(max) ? undefined : indexOf(base, max, extra, declared);
  const limit = limited === undefined ? zero : limited.line;
  const expected = {
    leaves: exactText(leaves),
    maxPoints: exactText(max),
    limit: exactText(limit),
    points: exactText(points),
    index: limited === undefined ? undefined : exactText(limited.index),
  };
  const stated = { ...found, limit: exactText(of(isLimit)) };
  for (const part of ["leaves", "maxPoints", "limit", "points", "index"] as const)
    if (stated[part] !== expected[part]) return difference(`${key}.${part}`, stated[part], expected[part]);
  return undefined;
}

/** The index within its limits, and the line in points that a limit makes. */
function indexOf(
  base: Exact,
  max: Exact,
  extra: Exact,
  { maxPoints, policies }: Declared,
): { index: Exact; line: Exact } {
  const whole = decimal(maxPoints);
  const free = add(divide(multiply(base, hundred), max), divide(multiply(extra, hundred), whole));
  const { limits } = policies;
  const raised = limits.min === undefined ? free : greatest(free, decimal(limits.min));
  const index = limits.max === undefined ? raised : least(raised, decimal(limits.max));
  return { index, line: divide(multiply(subtract(index, free), whole), hundred) };
}

/** The published figures are the exact ones, rounded once. */
function published(steps: Steps, declared: Declared, result: Result): StepDifference | undefined {
  const { places, mode } = declared.policies.rounding;
  const round = (text: string | undefined): string | undefined =>
    text === undefined ? undefined : rounded(readFraction(text), places, mode);
  const refused = result.state === "refused";
  const index = refused ? undefined : round(steps.total?.index);
  const pending = steps.leaves.some((leaf) => leaf.state === "pending");
  const state = refused
    ? "refused"
    : pending
      ? "provisional"
      : index === undefined
        ? "not-applicable"
        : "complete";
  const expected: Readonly<Record<string, string | undefined>> = {
    state,
    index,
    points: index === undefined ? undefined : round(steps.total?.points),
    grade: index === undefined ? undefined : gradeFor(index, declared),
    "bounds.low": state === "provisional" ? (round(steps.low?.index) ?? round("0")) : undefined,
    "bounds.high": state === "provisional" ? (round(steps.high?.index) ?? round("0")) : undefined,
  };
  const found: Readonly<Record<string, string | undefined>> = {
    ...{ state: result.state, index: result.index, points: result.points, grade: result.grade },
    "bounds.low": result.bounds?.low,
    "bounds.high": result.bounds?.high,
  };
  for (const key of Object.keys(expected))
    if (found[key] !== expected[key]) return difference(`result.${key}`, found[key], expected[key]);
  return undefined;
}

const gradeFor = (index: string, { grades }: Declared): string | undefined =>
  grades.find(({ from }) => from === undefined || compare(decimal(index), decimal(from)) >= 0)?.id;
