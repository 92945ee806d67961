/**
 * What the file of a round may write: the zod shape of each part, one small part at a time, so that a wrong answer
 * spoils one answer and not the round. Facts are read apart, by the rule of their leaf.
 */
import * as z from "zod/mini";
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
import { built, shape } from "../shape.ts";

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
export const roundShape = /* @__PURE__ */ built(() => {
  const { date, id, text, words, count, decimal } = shape;
  const stage = z.enum(stages);
  const list = z.optional(z.array(z.unknown()));

  const evidence: z.core.$ZodType<readonly Evidence[]> = z._default(
    z.array(
      z.strictObject({
        number: words,
        issuer: words,
        date,
        title: z.optional(words),
        section: z.optional(words),
        page: z.optional(words),
      }),
    ),
    [],
  );
  const claim = z.optional(z.strictObject({ reason: words }));
  const invalid: z.core.$ZodType<readonly InvalidCount[]> = z._default(
    z.array(z.strictObject({ code: id, count })),
    [],
  );

  const frame = z.strictObject({
    $schema: z.optional(z.string()),
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
    tally: z.optional(z.unknown()),
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
    tally: z.optional(z.unknown()),
    statistics: list,
    targets: list,
    findings: list,
    extensions: list,
    remove: z.optional(
      z.strictObject({
        selfAssessments: z.optional(z.array(id)),
        statistics: z.optional(z.array(item)),
        targets: z.optional(z.array(item)),
        findings: z.optional(z.array(id)),
        extensions: z.optional(z.array(z.strictObject({ unit: id, deadline: id }))),
      }),
    ),
  });

  const unit: z.core.$ZodType<Unit> = z.strictObject({
    id,
    name: text,
    group: id,
    kinds: z._default(z.array(id), []),
    parent: z.optional(id),
    replaces: z.optional(z.array(z.strictObject({ unit: id, since: date }))),
    exempt: z.optional(words),
  });

  const role: z.core.$ZodType<CouncilRole> = z.strictObject({
    id,
    title: text,
    holders: z._default(z.array(words), []),
    decides: z.array(stage),
    items: z.optional(z.array(id).check(z.minLength(1))),
  });
  const council: z.core.$ZodType<Council> = z.strictObject({
    id,
    title: text,
    units: z.array(id),
    roles: z.array(role),
  });

  const selfAssessment = z.strictObject({
    unit: id,
    submitted: z.optional(date),
    approved: z.optional(z.strictObject({ role: words, date })),
    answers: z.array(z.unknown()),
  });
  const answer: z.core.$ZodType<WrittenAnswer> = z.strictObject({
    item: id,
    asks: z.optional(z.unknown()),
    facts: z.optional(z.unknown()),
    notApplicable: claim,
    points: z.optional(decimal),
    evidence,
    explanation: z.optional(words),
  });

  const base = {
    unit: id,
    item: id,
    stage,
    by: id,
    date,
    reason: z.optional(words),
    evidence,
    findings: z._default(z.array(id), []),
    decision: z.optional(z.strictObject({ number: words, date })),
  };
  const value = { facts: z.optional(z.unknown()), points: z.optional(decimal) };
  const votes: z.core.$ZodType<readonly Vote[]> = z.array(z.strictObject({ by: id, points: decimal }));
  const voted = { votes: z.optional(votes), absent: z.optional(z.array(id)) };
  const entry: z.core.$ZodType<WrittenEntry> = z.discriminatedUnion("kind", [
    z.strictObject({ ...base, kind: z.literal("accept") }),
    z.strictObject({ ...base, kind: z.literal("uphold") }),
    z.strictObject({ ...base, kind: z.literal("adjust"), ...value, ...voted }),
    z.strictObject({ ...base, kind: z.literal("not-applicable") }),
    z.strictObject({ ...base, kind: z.literal("return") }),
    z.strictObject({ ...base, kind: z.literal("explain"), ...value, notApplicable: claim }),
  ]);
  const act: z.core.$ZodType<Act> = z.strictObject({
    stage: z.enum(["first", "second", "final"]),
    council: id,
    number: words,
    date,
  });

  const finding: z.core.$ZodType<Finding> = z.strictObject({
    id,
    unit: id,
    item: z.optional(id),
    what: words,
    by: words,
    date,
    remedied: z.optional(date),
  });
  const figure = { unit: id, item: id, facts: z.unknown() };
  const maxPoints = z.optional(shape.positive);
  const statistic: z.core.$ZodType<WrittenFigure> = z.strictObject({
    ...figure,
    facts: z.optional(z.unknown()),
    notApplicable: claim,
    maxPoints,
    reference: z.optional(words),
  });
  // The same for editors: facts, or that the item does not apply.
  const statistics = {
    given: z.strictObject({ ...figure, maxPoints, reference: z.optional(words) }),
    away: z.strictObject({
      ...item.shape,
      notApplicable: z.strictObject({ reason: words }),
      reference: z.optional(words),
    }),
  };
  const target: z.core.$ZodType<WrittenFigure> = z.strictObject(figure);
  const extension: z.core.$ZodType<Extension> = z.strictObject({
    unit: id,
    deadline: id,
    by: date,
    reason: words,
  });
  const surveyNotHeld: z.core.$ZodType<SurveyNotHeld> = z.strictObject({ group: id, reason: words });

  const tally = z.strictObject({
    batches: z._default(z.array(id), []),
    counts: z._default(z.array(z.unknown()), []),
    invalid,
  });
  const options = z._default(z.array(z.strictObject({ option: id, count })), []);
  const counts: z.core.$ZodType<FormCounts> = z.strictObject({
    unit: id,
    questionnaire: id,
    forms: count,
    invalid,
    questions: z._default(z.array(z.strictObject({ question: id, options })), []),
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
    statistics,
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
  const whole = built(() => {
    const { count, decimal, id, percent, words } = shape;
    // The keys of all kinds of facts; a blank form has null in their place.
    const facts = z.strictObject({
      choice: z.optional(z.nullable(words)),
      parts: z.optional(z.nullable(z.array(words))),
      numerator: z.optional(z.nullable(count)),
      denominator: z.optional(z.nullable(count)),
      percent: z.optional(z.nullable(percent)),
      value: z.optional(z.nullable(decimal)),
      count: z.optional(z.nullable(count)),
      breaches: z.optional(z.nullable(z.array(z.strictObject({ breach: id, count: z.nullable(count) })))),
      points: z.optional(z.nullable(decimal)),
    });
    const lists = {
      units: z.array(part.unit),
      councils: z.optional(z.array(part.council)),
      selfAssessments: z.optional(
        z.array(z.extend(selfAssessment, { answers: z.array(withFacts(answer, z.optional(facts))) })),
      ),
      ledger: z.optional(z.array(withFacts(entry, z.optional(facts)))),
      acts: z.optional(z.array(part.act)),
      tally: z.optional(z.extend(part.tally, { counts: z._default(z.array(counts), []) })),
      surveyNotHeld: z.optional(z.array(part.surveyNotHeld)),
      statistics: z.optional(
        z.array(z.union([withFacts(part.statistics.given, facts), part.statistics.away])),
      ),
      targets: z.optional(z.array(withFacts(part.target, facts))),
      findings: z.optional(z.array(part.finding)),
      extensions: z.optional(z.array(part.extension)),
    };
    return z.extend(frame, lists);
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
function withFacts(shapeOfPart: z.core.$ZodType, facts: z.core.$ZodType): z.core.$ZodType {
  if (shapeOfPart instanceof z.ZodMiniDiscriminatedUnion)
    return z.union(shapeOfPart.def.options.map((one) => withFacts(one, facts)));
  return shapeOfPart instanceof z.ZodMiniObject && "facts" in shapeOfPart.shape
    ? z.extend(shapeOfPart, { facts })
    : shapeOfPart;
}
