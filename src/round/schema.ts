/**
 * What the file of a round may write: the zod shape of each part, one small part at a time, so that a wrong answer
 * spoils one answer and not the round. Facts are read apart, by the rule of their leaf.
 */
import * as z from "zod";
import { stages } from "../appraisal.ts";
import type {
  Act,
  Answer,
  Council,
  CouncilRole,
  Entry,
  Evidence,
  Extension,
  Finding,
  FormCounts,
  InvalidCount,
  Statistic,
  SurveyNotHeld,
  Unit,
  Vote,
} from "../round.ts";
import { shape, withoutEval } from "../shape.ts";

/** What is written with facts still to be read: by which rule that is done, their leaf tells. */
type AsWritten<T> = T extends unknown
  ? "facts" extends keyof T
    ? Omit<T, "facts"> & { readonly facts?: unknown }
    : T
  : never;
/** An answer as it is written; what a blank form asks is passed over. */
export type WrittenAnswer = AsWritten<Answer> & { readonly asks?: unknown };
/** A figure as it is written: a statistic or a target. */
export type WrittenFigure = AsWritten<Statistic>;
/** An entry of the ledger as it is written. */
export type WrittenEntry = AsWritten<Entry>;

/** The lists of a round, in the order in which a file has them. */
export const roundLists = [
  "units",
  "councils",
  "selfAssessments",
  "ledger",
  "acts",
  "surveyNotHeld",
  "statistics",
  "targets",
  "findings",
  "extensions",
] as const;

/** The shapes of a round and its parts. */
export const roundShape = /* @__PURE__ */ withoutEval(() => {
  const { date, id, text, words, count, decimal } = shape;
  const stage = z.enum(stages);
  const list = z.array(z.unknown()).optional();

  const evidence: z.ZodType<readonly Evidence[]> = z
    .array(
      z.strictObject({
        number: words,
        issuer: words,
        date,
        title: words.optional(),
        section: words.optional(),
        page: words.optional(),
      }),
    )
    .default([]);
  const claim = z.strictObject({ reason: words }).optional();
  const invalid: z.ZodType<readonly InvalidCount[]> = z
    .array(z.strictObject({ code: id, count }))
    .default([]);

  const frame = z.strictObject({
    $schema: z.string().optional(),
    format: z.literal(1),
    set: id,
    edition: count,
    title: text,
    status: z.enum(["real", "illustrative"]),
    units: z.array(z.unknown()),
    councils: list,
    selfAssessments: list,
    ledger: list,
    acts: list,
    tally: z.unknown().optional(),
    surveyNotHeld: list,
    statistics: list,
    targets: list,
    findings: list,
    extensions: list,
  });

  const item = z.strictObject({ unit: id, item: id });
  const parts = z.strictObject({
    selfAssessments: list,
    ledger: list,
    acts: list,
    tally: z.unknown().optional(),
    statistics: list,
    targets: list,
    findings: list,
    extensions: list,
    remove: z
      .strictObject({
        selfAssessments: z.array(id).optional(),
        statistics: z.array(item).optional(),
        targets: z.array(item).optional(),
        findings: z.array(id).optional(),
        extensions: z.array(z.strictObject({ unit: id, deadline: id })).optional(),
      })
      .optional(),
  });

  const unit: z.ZodType<Unit> = z.strictObject({
    id,
    name: text,
    group: id,
    kinds: z.array(id).default([]),
    parent: id.optional(),
    replaces: z.array(z.strictObject({ unit: id, since: date })).optional(),
    exempt: words.optional(),
  });

  const role: z.ZodType<CouncilRole> = z.strictObject({
    id,
    title: text,
    holders: z.array(words).default([]),
    decides: z.array(stage),
    items: z.array(id).min(1).optional(),
  });
  const council: z.ZodType<Council> = z.strictObject({
    id,
    title: text,
    units: z.array(id),
    roles: z.array(role),
  });

  const selfAssessment = z.strictObject({
    unit: id,
    submitted: date.optional(),
    approved: z.strictObject({ role: words, date }).optional(),
    answers: z.array(z.unknown()),
  });
  const answer: z.ZodType<WrittenAnswer> = z.strictObject({
    item: id,
    asks: z.unknown().optional(),
    facts: z.unknown().optional(),
    notApplicable: claim,
    points: decimal.optional(),
    evidence,
    explanation: words.optional(),
  });

  const base = {
    unit: id,
    item: id,
    stage,
    by: id,
    date,
    reason: words.optional(),
    evidence,
    findings: z.array(id).default([]),
    decision: z.strictObject({ number: words, date }).optional(),
  };
  const value = { facts: z.unknown().optional(), points: decimal.optional() };
  const votes: z.ZodType<readonly Vote[]> = z.array(z.strictObject({ by: id, points: decimal }));
  const voted = { votes: votes.optional(), absent: z.array(id).optional() };
  const entry: z.ZodType<WrittenEntry> = z.discriminatedUnion("kind", [
    z.strictObject({ ...base, kind: z.literal("accept") }),
    z.strictObject({ ...base, kind: z.literal("uphold") }),
    z.strictObject({ ...base, kind: z.literal("adjust"), ...value, ...voted }),
    z.strictObject({ ...base, kind: z.literal("not-applicable") }),
    z.strictObject({ ...base, kind: z.literal("return") }),
    z.strictObject({ ...base, kind: z.literal("explain"), ...value, notApplicable: claim }),
  ]);
  const act: z.ZodType<Act> = z.strictObject({
    stage: z.enum(["first", "second", "final"]),
    council: id,
    number: words,
    date,
  });

  const finding: z.ZodType<Finding> = z.strictObject({
    id,
    unit: id,
    item: id.optional(),
    what: words,
    by: words,
    date,
    remedied: date.optional(),
  });
  const figure = { unit: id, item: id, facts: z.unknown() };
  const statistic: z.ZodType<WrittenFigure> = z.strictObject({ ...figure, reference: words.optional() });
  const target: z.ZodType<WrittenFigure> = z.strictObject(figure);
  const extension: z.ZodType<Extension> = z.strictObject({ unit: id, deadline: id, by: date, reason: words });
  const surveyNotHeld: z.ZodType<SurveyNotHeld> = z.strictObject({ group: id, reason: words });

  const tally = z.strictObject({
    batches: z.array(id).default([]),
    counts: z.array(z.unknown()).default([]),
    invalid,
  });
  const options = z.array(z.strictObject({ option: id, count })).default([]);
  const counts: z.ZodType<FormCounts> = z.strictObject({
    unit: id,
    questionnaire: id,
    forms: count,
    invalid,
    questions: z.array(z.strictObject({ question: id, options })).default([]),
  });

  return {
    frame,
    parts,
    unit,
    council,
    selfAssessment,
    answer,
    entry,
    act,
    finding,
    statistic,
    target,
    extension,
    surveyNotHeld,
    tally,
    counts,
  };
});

/**
 * Makes the JSON Schema of a round, for editors and for whoever writes rounds in another language.
 *
 * What only the criteria set knows, such as which facts an item asks for, is for `checkRound` to say.
 *
 * @returns The schema as plain JSON; a round that the reader accepts satisfies it.
 */
export function roundJsonSchema(): Readonly<Record<string, unknown>> {
  const { frame, answer, counts, entry, selfAssessment, ...part } = roundShape;
  const whole = withoutEval(() => {
    const { count, decimal, id, percent, words } = shape;
    // The keys of all kinds of facts; a blank form has null in their place.
    const facts = z.strictObject({
      choice: words.nullable().optional(),
      parts: z.array(words).nullable().optional(),
      numerator: count.nullable().optional(),
      denominator: count.nullable().optional(),
      percent: percent.nullable().optional(),
      value: decimal.nullable().optional(),
      count: count.nullable().optional(),
      breaches: z
        .array(z.strictObject({ breach: id, count: count.nullable() }))
        .nullable()
        .optional(),
      points: decimal.nullable().optional(),
    });
    const lists = {
      units: z.array(part.unit),
      councils: z.array(part.council).optional(),
      selfAssessments: z
        .array(selfAssessment.extend({ answers: z.array(withFacts(answer, facts.optional())) }))
        .optional(),
      ledger: z.array(withFacts(entry, facts.optional())).optional(),
      acts: z.array(part.act).optional(),
      tally: part.tally.extend({ counts: z.array(counts).default([]) }).optional(),
      surveyNotHeld: z.array(part.surveyNotHeld).optional(),
      statistics: z.array(withFacts(part.statistic, facts)).optional(),
      targets: z.array(withFacts(part.target, facts)).optional(),
      findings: z.array(part.finding).optional(),
      extensions: z.array(part.extension).optional(),
    };
    return frame.extend(lists);
  });
  const { $schema, ...rest } = z.toJSONSchema(whole, {
    io: "input",
    target: "draft-2020-12",
    override: ({ jsonSchema }) => {
      // Keys of an app's own may stand in every object.
      if (jsonSchema.additionalProperties === false) jsonSchema.patternProperties = { "^x-": {} };
    },
  });
  return {
    $schema,
    title: "Đợt đánh giá chỉ số cải cách hành chính — PAR index assessment round",
    description:
      "Một tệp cho một đợt đánh giá theo một bộ tiêu chí — One file for one round by one criteria set; checkRound says what only the set knows",
    ...rest,
  };
}

/** The shape of a part with its facts spelt out, which the reader leaves to the rule of the leaf. */
function withFacts(shapeOfPart: z.core.$ZodType, facts: z.ZodType): z.core.$ZodType {
  if (shapeOfPart instanceof z.ZodDiscriminatedUnion)
    return z.union(shapeOfPart.options.map((one) => withFacts(one, facts)));
  return shapeOfPart instanceof z.ZodObject && "facts" in shapeOfPart.shape
    ? shapeOfPart.extend({ facts })
    : shapeOfPart;
}
