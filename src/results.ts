/**
 * Results that were kept: an assessment that went through JSON is read as strictly as a round, so that what was stored
 * years ago, or came from somebody else, can be worked with as if `assess` had just given it. What a version may change
 * of it is said in `docs/versions.md`. And the editions of a round's results, as its acts and corrections make them.
 */
import * as z from "zod/mini";
import { assertUntil, isUntil, type Until } from "./appraisal.ts";
import type { Assessment } from "./assess.ts";
import type { IsoDate } from "./criteria-set.ts";
import { stateReasons } from "./evaluation.ts";
import { hasErrors, InvalidError, type Issue, type IssueCode, inFileOrder, report } from "./issue.ts";
import { assertGiven, brand, byCodeUnit, deepFreeze, inputLimits, isRecord, plainCopy } from "./plain.ts";
import type { Ranking } from "./ranking.ts";
import type { Round } from "./round.ts";
import type { Score } from "./score.ts";
import { built, custom, readShape, refuse, shape } from "./shape.ts";
import { unrankedReasons } from "./units.ts";
import type { Param, Params } from "./words/words.ts";

const isCode = (value: unknown): value is IssueCode =>
  typeof value === "string" && /^[a-z0-9-]{1,100}$/.test(value);

const isParam = (value: unknown): value is Param =>
  typeof value === "string" ||
  typeof value === "number" ||
  (Array.isArray(value) ? value.every(isParam) : isRecord(value) && isNamedText(value));

/** A text in several languages, or a message with its values. */
const isNamedText = ({ params, ...texts }: Readonly<Record<string, unknown>>): boolean =>
  Object.values(texts).every((it) => typeof it === "string") && (params === undefined || isParams(params));

const isParams = (value: unknown): value is Params => isRecord(value) && Object.values(value).every(isParam);

/** The shape of an assessment. */
const assessmentShape: z.core.$ZodType<Assessment> = /* @__PURE__ */ built(() => {
  const { id, count, words } = shape;
  const digits = (form: RegExp) =>
    custom<string>((value) =>
      typeof value === "string" && value.length <= 20_000 && form.test(value)
        ? value
        : refuse("not-a-decimal", value),
    );
  const decimal = digits(/^-?(0|[1-9]\d*)(\.\d+)?$/);
  const fraction = z.optional(digits(/^-?(0|[1-9]\d*)(\.\d+|\/[1-9]\d*)?$/));
  const until = z.optional(
    custom<NonNullable<Assessment["until"]>>((value) =>
      isUntil(value) ? value : refuse("not-a-date", value),
    ),
  );
  const bounds = z.optional(z.strictObject({ low: decimal, high: decimal }));
  const reason = z.enum(stateReasons);
  const head = { set: id, edition: count };
  const sum = {
    points: z.optional(decimal),
    fraction,
    maxPoints: fraction.def.innerType,
    index: z.optional(decimal),
    bounds,
  };
  const item = z.strictObject({
    ...{ item: words, ...sum },
    state: z.optional(z.enum(["scored", "unanswered", "not-applicable", "pending"])),
    reason: z.optional(reason),
    gate: z.optional(words),
    claimed: z.optional(z.union([decimal, z.literal("not-applicable")])),
  });
  const line = z.strictObject({
    kind: z.enum(["conversion", "bonus", "penalty", "late", "cap"]),
    ...{ id: words, points: decimal, fraction },
  });
  const score: z.core.$ZodType<Score> = z.strictObject({
    ...{ ...head, unit: id, group: id, until },
    state: z.enum(["complete", "uncertain", "provisional", "refused", "not-applicable"]),
    approved: z.boolean(),
    ...{ ...sum, grade: z.optional(words), reaches: z.optional(words), claimed: z.optional(decimal) },
    items: z.array(item),
    sources: z.array(z.strictObject({ source: words, ...sum })),
    lines: z.array(line),
    open: z.array(z.strictObject({ item: words, reason })),
  });
  const decidedBy = z.strictObject({
    by: z.enum(["exact-index", "item", "source"]),
    ...{ id: z.optional(words), value: z.string() },
  });
  const place = z.strictObject({
    ...{ place: count, unit: id, index: decimal, grade: z.optional(words), tied: z.boolean() },
    decidedBy: z.optional(decidedBy),
  });
  const unranked = z.strictObject({
    unit: id,
    reason: z.enum(unrankedReasons),
    index: z.optional(decimal),
  });
  const made = { format: z.literal(1), library: words };
  const ranking: z.core.$ZodType<Ranking> = z.strictObject({
    ...{ ...made, ...head, group: id },
    by: z.optional(z.union([z.strictObject({ item: words }), z.strictObject({ source: words })])),
    places: z.array(place),
    unranked: z.array(unranked),
    ...{ complete: z.boolean(), approved: z.boolean(), mean: z.optional(decimal), meanOf: count },
    passedQuotas: z.optional(
      z.array(
        z.strictObject({
          ...{ grade: words, percent: decimal, allowed: count, count, edge: z.array(id) },
        }),
      ),
    ),
  });
  const issue = custom<Issue>((value) =>
    isStoredIssue(value) ? value : refuse("wrong-value", value, "issue"),
  );
  return z.strictObject({
    ...{ ...made, ...head, until, without: z.optional(words) },
    scores: z.array(score),
    rankings: z.array(ranking),
    issues: z.array(issue),
  });
});

const isStoredIssue = (value: unknown): value is Issue => {
  if (!isRecord(value)) return false;
  const { code, severity, path, params, line, column, cell, ...texts } = value;
  const isPlace = (step: unknown): boolean => typeof step === "string" || Number.isSafeInteger(step);
  return (
    isCode(code) &&
    (severity === "error" || severity === "warning") &&
    Array.isArray(path) &&
    path.every(isPlace) &&
    isParams(params) &&
    [line, column].every((it) => it === undefined || Number.isSafeInteger(it)) &&
    (cell === undefined || (isRecord(cell) && Object.values(cell).every(isPlace))) &&
    Object.entries(texts).every(
      ([key, text]) => ["unit", "item", "number"].includes(key) && typeof text === "string",
    )
  );
};

/** The assessments that were read here. */
const assessmentsRead = /* @__PURE__ */ brand<true>();

/** Tells whether a value is an assessment that was read here. */
export const isReadAssessment = (value: unknown): value is Assessment =>
  assessmentsRead.originOf(value) !== undefined;

/**
 * Reads an assessment that went through JSON, so that it serves where a result of `assess` does: `change`, tables, texts.
 *
 * The shape is closed, and scores and rankings must be of the set and edition that the assessment names. Whether the
 * figures are right nobody can tell without the round: `change`, which has it, refuses results that it does not give,
 * and a sealed record is what proves a score to others.
 *
 * @param value The parsed JSON of what `assess` gave, by this version or an earlier one of the same `format`.
 *
 * @returns The assessment, frozen, equal to what was stored.
 *
 * @throws InvalidError with every issue, if any of them is an error.
 *
 * @example
 * ```ts
 * import { assess, readAssessment, readRound } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * import file from "par-index/examples/published/binh-duong/district/2017.1.json" with { type: "json" };
 * const set = criteriaSet("binh-duong/district/2017");
 * const round = readRound(set, file);
 * const stored = JSON.stringify(assess(set, round));
 * readAssessment(JSON.parse(stored)).rankings[0]?.places[0]?.index; // => '84.58'
 * ```
 */
export function readAssessment(value: unknown): Assessment {
  const { assessment, issues } = judgedAssessment(value);
  if (assessment === undefined || hasErrors(issues))
    throw new InvalidError("The assessment cannot be read", issues);
  return assessmentsRead.mark(deepFreeze(assessment), true);
}

/**
 * Checks an assessment that went through JSON, and gives everything that is wrong with it.
 *
 * @param value The parsed JSON of what `assess` gave.
 *
 * @returns All issues, in the order of the file; empty for one without fault.
 *
 * @example
 * ```ts
 * import { checkAssessment } from "par-index";
 * checkAssessment({ format: 2, library: "par-index 9.0.0", set: "a/b/2026", edition: 1, scores: [], rankings: [], issues: [] }).map(({ code }) => code); // => [ 'wrong-value' ]
 * ```
 */
export const checkAssessment = (value: unknown): readonly Issue[] => judgedAssessment(value).issues;

function judgedAssessment(value: unknown) {
  const to = report();
  const root = plainCopy(value, inputLimits, "normalise", to);
  const assessment = hasErrors(to.issues) ? undefined : readShape(assessmentShape, root, [], to);
  if (assessment !== undefined) {
    const { set, edition } = assessment;
    for (const list of ["scores", "rankings"] as const)
      for (const [at, part] of assessment[list].entries()) {
        if (part.set !== set) to("wrong-value", [list, at, "set"], { found: part.set, expected: set });
        if (part.edition !== edition)
          to("wrong-value", [list, at, "edition"], { found: part.edition, expected: edition });
      }
    const units = new Set<string>();
    for (const [at, { unit, state, index, bounds }] of assessment.scores.entries()) {
      if (units.has(unit)) to("unit-twice", ["scores", at, "unit"], { found: unit });
      units.add(unit);
      if (state === "complete" && index === undefined)
        to("missing-key", ["scores", at, "index"], { expected: "index" });
      if (state === "provisional" && bounds === undefined)
        to("missing-key", ["scores", at, "bounds"], { expected: "bounds" });
      if (state !== "complete" && state !== "uncertain" && index !== undefined)
        to("unknown-key", ["scores", at, "index"], { found: "index" });
    }
  }
  return { assessment, issues: inFileOrder(root, to.issues) };
}

/** One edition of the result of a council's units. */
export interface ResultEdition {
  /** The id of the council. */
  readonly council: string;
  /** The edition, from 1. */
  readonly edition: number;
  /** `final`: the closing act. `correction`: a decision after it. */
  readonly kind: "final" | "correction";
  /** The number of the act or decision. */
  readonly number: string;
  /** The day of the act, or the last day of the entries that the decision orders. */
  readonly date: IsoDate;
  /** What `assess` takes as `until` to give this edition: `"final"`, or the day. */
  readonly until: Until;
  /** The ids of the units that a correction touches; empty for the closing act. */
  readonly units: readonly string[];
}

/**
 * Lists the editions of a round's results, council by council.
 *
 * @param round The round, made by `readRound`.
 *
 * @returns The editions, by council id, then edition; none for a council that has not closed its final stage. Frozen.
 *
 * @example
 * ```ts
 * import { readRound, resultEditions } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * import file from "par-index/examples/hoa-lam-departments-2026.json" with { type: "json" };
 * const editions = resultEditions(readRound(criteriaSet("hoa-lam/department/2026"), file));
 * editions.map(({ council, edition, kind, number }) => `${council} ${edition}: ${kind} ${number}`); // => [ 'general 1: final 412/QĐ-UBND', 'general 2: correction 498/QĐ-UBND' ]
 * ```
 */
export function resultEditions(round: Round): readonly ResultEdition[] {
  assertGiven(
    round,
    ["acts", "councils", "ledger"],
    "resultEditions: the round must be what readRound gives",
  );
  const finals = round.acts.filter(({ stage }) => stage === "final");
  const councils = [...round.councils].sort((a, b) => byCodeUnit(a.id, b.id));
  return deepFreeze(
    councils.flatMap(({ id, units }): readonly ResultEdition[] => {
      const act = finals.find(({ council }) => council === id);
      if (act === undefined) return [];
      const first: ResultEdition = {
        council: id,
        edition: 1,
        kind: "final",
        number: act.number,
        date: act.date,
        until: "final",
        units: [],
      };
      return [first, ...corrections(round, id, new Set(units))];
    }),
  );
}

function corrections(round: Round, council: string, judged: ReadonlySet<string>): readonly ResultEdition[] {
  const byDecision = new Map<string, { number: string; date: IsoDate; units: Set<string> }>();
  for (const { stage, unit, decision, date } of round.ledger) {
    if (stage !== "correction" || decision === undefined || !judged.has(unit)) continue;
    const known = byDecision.get(decision.number) ?? { number: decision.number, date, units: new Set() };
    known.units.add(unit);
    byDecision.set(decision.number, { ...known, date: known.date < date ? date : known.date });
  }
  return [...byDecision.values()]
    .sort((a, b) => byCodeUnit(a.date, b.date) || byCodeUnit(a.number, b.number))
    .map(({ number, date, units }, at) => {
      assertUntil(date, "resultEditions");
      const touched = [...units].sort(byCodeUnit);
      return { council, edition: at + 2, kind: "correction", number, date, until: date, units: touched };
    });
}
