/**
 * Checked by the compiler, never run: the hand-written interfaces are what the schemas give, key by key and type by
 * type, apart from `readonly`. Schemas whose type is stated by hand are held to it by test/types.test.ts.
 */
import type * as z from "zod/mini";
import type {
  Citation,
  Consequence,
  CriteriaSet,
  Deadline,
  Exemption,
  Facts,
  Grade,
  Lines,
  Policies,
  RankingPolicy,
  SurveyPlan,
  Text,
} from "../src/criteria-set.ts";
import type {
  AnswerInput,
  EntryInput,
  FactsInput,
  Readable,
  RoundInput,
  SelfAssessmentInput,
  TallyInput,
} from "../src/round/input.ts";
import type { Answer, Entry, Round, SelfAssessment, Tally } from "../src/round.ts";
import type { FactsForm, RuleShape } from "../src/rule.ts";
import type {
  CriteriaFile,
  calendarSchema,
  citationSchema,
  consequenceSchema,
  exemptionsSchema,
  gradesSchema,
  ItemFile,
  linesSchema,
  policiesSchema,
  rankingSchema,
  surveySchema,
} from "../src/set/schema.ts";
import type { shape } from "../src/shape.ts";

/** A type without its `readonly`, all the way down; every interface is opened. */
type Open<T> = T extends string | number | boolean | undefined
  ? T
  : T extends readonly (infer E)[]
    ? Open<E>[]
    : { -readonly [K in keyof T]: Open<T[K]> };

/** True where two types are one and the same: each key, and whether it may be absent. */
type Same<A, B> =
  (<T>() => T extends Open<A> ? 1 : 2) extends <T>() => T extends Open<B> ? 1 : 2 ? true : false;

/** True where none of these keys may be left out. */
type Has<T, K extends keyof T> = { [P in K]-?: Pick<T, P> extends Required<Pick<T, P>> ? true : false }[K];

/** Takes `true` alone. */
type Hold<T extends true> = T;

/** What a file leaves out and reading fills in from other parts of it, or changes. */
type FilledIn = "items" | "$schema";

export type Held = [
  Hold<Same<z.output<typeof shape.text>, Text>>,
  Hold<Same<z.output<typeof citationSchema>, Citation>>,
  Hold<Same<z.output<typeof consequenceSchema>, Consequence>>,
  Hold<Same<z.output<typeof linesSchema>, Lines>>,
  Hold<Same<z.output<typeof policiesSchema>, Policies>>,
  Hold<Same<z.output<typeof gradesSchema>, readonly Grade[]>>,
  Hold<Same<z.output<typeof rankingSchema>, RankingPolicy>>,
  Hold<Same<z.output<typeof calendarSchema>, readonly Deadline[]>>,
  Hold<Same<z.output<typeof exemptionsSchema>, readonly Exemption[]>>,
  Hold<Same<z.output<typeof surveySchema>, SurveyPlan>>,
  Hold<Same<CriteriaFile["items"], readonly ItemFile[]>>,
  Hold<Same<Omit<CriteriaFile, FilledIn>, Omit<CriteriaSet, FilledIn>>>,
];

// The comparison itself tells types apart.
export type Apart = [
  // @ts-expect-error a key too many
  Hold<Same<{ a: string; b: string }, { a: string }>>,
  // @ts-expect-error a key that may be absent
  Hold<Same<{ a?: string | undefined }, { a: string | undefined }>>,
  // @ts-expect-error another type, deep inside
  Hold<Same<{ a: readonly { b: string }[] }, { a: readonly { b: number }[] }>>,
];

/** What a kind must say of itself: without its rows or its marks it does not compile. */
export type KindOwns = [
  Hold<Has<FactsForm, "schema" | "blank" | "figures" | "mark" | "ofMark" | "marks">>,
  Hold<Has<RuleShape<unknown>, "schema" | "form" | "check" | "checkFacts">>,
  // @ts-expect-error a key that may be left out
  Hold<Has<FactsForm, "choices">>,
];

/** True where a value of one type may stand for another. */
type May<A, B> = [A] extends [B] ? true : false;
/** All keys of a union. */
type KeysOf<T> = T extends unknown ? keyof T : never;

/** What may be written takes what was read, and has just its keys; which may be left out, test/types.test.ts holds. */
export type Inputs = [
  Hold<May<Round, Readable<RoundInput>>>,
  Hold<May<SelfAssessment, Readable<SelfAssessmentInput>>>,
  Hold<May<Answer, Readable<AnswerInput>>>,
  Hold<May<Entry, Readable<EntryInput>>>,
  Hold<May<Tally, Readable<TallyInput>>>,
  Hold<May<Facts, Readable<FactsInput>>>,
  Hold<May<RoundInput, Readable<RoundInput>>>,
  Hold<Same<Exclude<keyof RoundInput, "$schema">, keyof Round>>,
  Hold<Same<Exclude<keyof AnswerInput, "asks">, keyof Answer>>,
  Hold<Same<KeysOf<EntryInput>, KeysOf<Entry>>>,
  Hold<Same<KeysOf<FactsInput>, KeysOf<Facts>>>,
  // @ts-expect-error a text is no list
  Hold<May<{ units: string }, Pick<RoundInput, "units">>>,
];
