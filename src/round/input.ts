/**
 * What may be written where a round or a part of one is read: writable, a decimal also as a JSON number, and without what
 * reading fills in. Each is told from the value as read, so that a key is named once; two tests
 * of the repository (`test/types.test-d.ts`, `test/types.test.ts`) hold them to the schemas.
 */
import type { BreachCount, Decimal } from "../criteria-set.ts";
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
  OptionCount,
  QuestionCounts,
  Round,
  SelfAssessment,
  Statistic,
  SurveyNotHeld,
  Target,
  Unit,
  Vote,
} from "../round.ts";

/** A value as read, with keys and lists that may be written; the keys `Out` may be left out. */
export type Writable<T, Out extends keyof T = never> = {
  -readonly [K in keyof T as K extends Out ? never : K]: WritableValue<T[K]>;
} & {
  -readonly [K in keyof T as K extends Out ? K : never]?: WritableValue<T[K]> | undefined;
};

/** What a key of a writable value holds. */
export type WritableValue<T> = { -readonly [K in keyof T]: WritableValue<T[K]> };

/**
 * A value as a function takes it: nothing of it is written to, so that its lists may be those of a value as read, of an
 * `as const`, or lists of one's own.
 */
export type Readable<T> = { readonly [K in keyof T]: Readable<T[K]> };

/** A decimal as it may be written: text, or a number of at most 15 significant digits; both mean the printed digits. */
export type DecimalInput = Decimal | number;

/**
 * Facts as they may be written: the keys of the rule's kind, and no others; which kind that is, the leaf tells when they
 * are read. A form that is not filled in holds `null`.
 */
export interface FactsInput {
  /** `choice`: the id of the option. */
  choice?: string | null | undefined;
  /** `checklist`: the ids of the parts that hold. */
  parts?: string[] | null | undefined;
  /** Two counts: the first. */
  numerator?: number | null | undefined;
  /** Two counts: the second. */
  denominator?: number | null | undefined;
  /** A percentage, with the digits that are printed. */
  percent?: DecimalInput | null | undefined;
  /** A number. */
  value?: DecimalInput | null | undefined;
  /** A count. */
  count?: number | null | undefined;
  /** `deduction`: how many breaches of each kind. */
  breaches?: BreachInput[] | null | undefined;
  /** `direct`: the points. */
  points?: DecimalInput | null | undefined;
}

/** How many breaches of one kind there were, as it may be written. */
export interface BreachInput extends Writable<Omit<BreachCount, "count">> {
  /** How many; `null` until it is filled in. */
  count: number | null;
}

/** A document as it may be written. */
export interface EvidenceInput extends Writable<Evidence> {}

/** A unit as it may be written. */
export interface RegisteredUnitInput extends Writable<Unit, "kinds"> {}

/** An answer as it may be written. */
export interface AnswerInput extends Writable<Omit<Answer, "facts" | "points">, "evidence"> {
  /** The facts, from which the rule computes the points. */
  facts?: FactsInput | undefined;
  /** The points as the unit wrote them down, only compared with what the facts give. */
  points?: DecimalInput | undefined;
  /** What a blank form asks; passed over. */
  asks?: object | undefined;
}

/** A self-assessment as it may be written. */
export interface SelfAssessmentInput extends Writable<Omit<SelfAssessment, "answers">> {
  /** The answers; a leaf without one is unanswered. */
  answers: AnswerInput[];
}

/** An entry of the ledger as it may be written: each kind with what it may hold. */
export type EntryInput = Entry extends infer E
  ? E extends Entry
    ? Writable<Omit<E, "facts" | "points" | "votes" | "evidence" | "findings">> &
        EntryLists & { [K in keyof E & keyof EntryValue]?: EntryValue[K] }
    : never
  : never;

/** What every entry may leave out. */
export interface EntryLists {
  /** The evidence. */
  evidence?: EvidenceInput[] | undefined;
  /** The ids of the findings that it addresses. */
  findings?: string[] | undefined;
}

/** The value that an entry may set or propose. */
export interface EntryValue {
  /** The facts, which run through the rule again. */
  facts?: FactsInput | undefined;
  /** The points. */
  points?: DecimalInput | undefined;
  /** In place of facts and points: what each member of the council gives. */
  votes?: VoteInput[] | undefined;
}

/** A vote as it may be written. */
export interface VoteInput extends Writable<Omit<Vote, "points">> {
  /** The points. */
  points: DecimalInput;
}

/** A closing act as it may be written. */
export interface ActInput extends Writable<Act> {}

/** A role of a council as it may be written. */
export interface CouncilRoleInput extends Writable<CouncilRole, "holders"> {}

/** A council as it may be written. */
export interface CouncilInput extends Writable<Omit<Council, "roles">> {
  /** Its roles. */
  roles: CouncilRoleInput[];
}

/** A finding as it may be written. */
export interface FindingInput extends Writable<Finding> {}

/** A figure of a third party as it may be written. */
export interface StatisticInput extends Writable<Omit<Statistic, "facts" | "maxPoints">> {
  /** The facts. */
  facts?: FactsInput | undefined;
  /** In a summary set: the part of the item's maximum that applies to the unit. */
  maxPoints?: DecimalInput | undefined;
}

/** A target as it may be written. */
export interface TargetInput extends Writable<Omit<Target, "facts">> {
  /** The facts. */
  facts: FactsInput;
}

/** The counts of one question as they may be written. */
export interface QuestionCountsInput extends Writable<Omit<QuestionCounts, "options">> {
  /** The counts of the options. */
  options?: Writable<OptionCount>[] | undefined;
}

/** The counts of one questionnaire for one unit as they may be written. */
export interface FormCountsInput extends Writable<Omit<FormCounts, "questions">, "invalid"> {
  /** The counts of each question. */
  questions?: QuestionCountsInput[] | undefined;
}

/** A tally as it may be written. */
export interface TallyInput {
  /** The ids of the batches that were counted. */
  batches?: string[] | undefined;
  /** The counts, one entry for each unit and questionnaire. */
  counts?: FormCountsInput[] | undefined;
  /** Forms that could not be given to any unit and questionnaire, by code. */
  invalid?: Writable<InvalidCount>[] | undefined;
}

/** A round as it may be written: head and units, and of the other lists those that it has. */
export interface RoundInput extends Writable<Pick<Round, "format" | "set" | "edition" | "title" | "status">> {
  /** The JSON Schema of the file, for an editor; passed over. */
  $schema?: string | undefined;
  /** The units. */
  units: RegisteredUnitInput[];
  /** The councils. */
  councils?: CouncilInput[] | undefined;
  /** The self-assessments; a unit without one is missing. */
  selfAssessments?: SelfAssessmentInput[] | undefined;
  /** The ledger. */
  ledger?: EntryInput[] | undefined;
  /** The closing acts. */
  acts?: ActInput[] | undefined;
  /** The survey counts. */
  tally?: TallyInput | undefined;
  /** Groups for which no survey was held. */
  surveyNotHeld?: Writable<SurveyNotHeld>[] | undefined;
  /** The statistics. */
  statistics?: StatisticInput[] | undefined;
  /** The targets of relative leaves. */
  targets?: TargetInput[] | undefined;
  /** The findings. */
  findings?: FindingInput[] | undefined;
  /** The extensions. */
  extensions?: Writable<Extension>[] | undefined;
}

/** What changes of a round that was read, as it may be written; what is left out stays as it is. */
export interface RoundPartsInput {
  /** Each takes the place of the one of its unit. */
  selfAssessments?: SelfAssessmentInput[] | undefined;
  /** Entries that are added to the ledger. */
  ledger?: EntryInput[] | undefined;
  /** Acts that are added. */
  acts?: ActInput[] | undefined;
  /** Counts that are added to those of the round, with the ids of their batches. */
  tally?: TallyInput | undefined;
  /** Each takes the place of the one of its unit and item. */
  statistics?: StatisticInput[] | undefined;
  /** Each takes the place of the one of its unit and item. */
  targets?: TargetInput[] | undefined;
  /** Each takes the place of the one of its id. */
  findings?: FindingInput[] | undefined;
  /** Each takes the place of the one of its unit and deadline. */
  extensions?: Writable<Extension>[] | undefined;
  /** What is taken out. */
  remove?: RemovedPartsInput | undefined;
}

/** What is taken out of a round, by its keys; each must be there. */
export interface RemovedPartsInput {
  /** The ids of the units. */
  selfAssessments?: string[] | undefined;
  /** Units and items. */
  statistics?: Writable<Pick<Statistic, "unit" | "item">>[] | undefined;
  /** Units and items. */
  targets?: Writable<Pick<Target, "unit" | "item">>[] | undefined;
  /** The ids. */
  findings?: string[] | undefined;
  /** Units and deadlines. */
  extensions?: Writable<Pick<Extension, "unit" | "deadline">>[] | undefined;
}
