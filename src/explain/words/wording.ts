/**
 * What a language has to word for explanations and histories: one table for each list of codes, and phrases with
 * `{names}` in place of what varies; `{name:word|words}` is the word that fits a number. A new language is one more file beside `vi.ts` and `en.ts` that fills this shape,
 * and one more line in `voice.ts`; the compiler names what is missing.
 */
import type { Consequence } from "../../criteria-set.ts";
import type { StateReason, UnrankedReason } from "../../result.ts";
import type { Stage } from "../../round.ts";
import type { SurveyReason } from "../../survey/survey.ts";
import type { HistoryEntry } from "../history.ts";

/** The words of one language. */
export interface Wording {
  /** Why a leaf is not plainly scored. */
  readonly reasons: Readonly<Record<StateReason, string>>;
  /** Why a survey leaf is as it is. */
  readonly surveyReasons: Readonly<Record<SurveyReason, string>>;
  /** What not applicable does to a leaf. */
  readonly consequences: Readonly<Record<Consequence, string>>;
  /** The stages. */
  readonly stages: Readonly<Record<Stage | "self", string>>;
  /** Why a unit has no place. */
  readonly unranked: Readonly<Record<UnrankedReason, string>>;
  /** What an entry does, to follow who made it. */
  readonly entries: Readonly<Record<HistoryEntry["kind"], string>>;
  /** How respondent groups combine. */
  readonly combine: Readonly<Record<"weights" | "pooled", string>>;
  /** The phrases. */
  readonly phrases: Readonly<Record<Phrase, string>>;
}

/** The names of the phrases, with what each of them takes. */
export const phraseFacts = {
  // Amounts
  points: ["points", "max"],
  pointsBetween: ["low", "high", "max"],
  pointsAlone: ["points"],
  pointsFrom: ["low", "high"],
  pointsTaken: ["points"],
  // The head
  illustrativeData: [],
  untilStage: ["stage"],
  untilDay: ["day"],
  illustrative: [],
  // The unit
  result: [],
  unitComplete: ["index"],
  unitProvisional: ["low", "high"],
  unitRefused: [],
  unitNotApplicable: [],
  unscored: ["reason"],
  errors: [],
  warnings: [],
  lateBy: ["days"],
  total: ["points"],
  claimedTotal: ["points"],
  sources: [],
  byLevel: ["level"],
  lines: [],
  open: ["reason", "items"],
  // Nodes and leaves
  title: ["title"],
  component: ["percent"],
  basisFull: ["at", "name", "date", "issuer"],
  basisWhole: ["name", "date", "issuer"],
  basis: ["basis"],
  notApplicable: ["reason", "consequence"],
  pending: ["reason"],
  decidedPoints: [],
  takenPoints: [],
  claimed: ["points"],
  claimedNotApplicable: [],
  rule: ["rule"],
  formula: ["working"],
  formulaTaken: ["working"],
  exact: ["exact"],
  unrounded: ["exact", "rounded"],
  reference: ["reference"],
  notHeld: ["reason"],
  openFinding: ["finding"],
  finding: ["what", "by", "date"],
  remedied: ["date"],
  target: ["facts"],
  leader: ["value"],
  best: ["value"],
  // Survey
  survey: ["how"],
  question: ["text"],
  reached: ["share"],
  noShare: [],
  weight: ["weight"],
  answers: ["valid", "none"],
  forms: ["forms"],
  shortForm: ["title", "forms", "least"],
  // The council
  did: ["who", "what"],
  scores: [],
  because: ["reason"],
  finds: ["findings"],
  council: [],
  unit: [],
  changed: ["before", "after"],
  replaced: ["before"],
  raised: ["points"],
  lowered: ["points"],
  takenMore: ["points"],
  takenLess: ["points"],
  proposed: ["value"],
  proposedValue: ["value"],
  evidence: ["documents"],
  document: ["title", "name", "date", "issuer"],
  documentTitle: [],
  numbered: ["number"],
  entitled: ["title"],
  section: ["section"],
  page: ["page"],
  approved: ["role", "date"],
  decision: ["name", "date"],
  exemption: ["kind"],
  notApplicableValue: [],
  history: ["unit", "number"],
  noHistory: [],
  closing: ["name", "date"],
  // Lines
  conversion: [],
  conversionOf: ["source", "points", "left", "applicable"],
  conversionOpen: ["source", "left", "applicable"],
  conversionIdle: ["source"],
  bonus: ["number"],
  penalty: ["number"],
  late: [],
  lateDays: ["days", "submitted", "deadline"],
  onTime: [],
  lateFlag: [],
  lateRefuse: [],
  lateFlat: ["points"],
  latePerDay: ["points"],
  lateCapped: ["points", "cap"],
  before: ["date"],
  by: ["date"],
  extension: ["date", "reason"],
  cap: [],
  capLine: ["title"],
  capBonus: [],
  capPenalty: [],
  capMax: [],
  capMin: [],
  capBites: ["before", "cap"],
  capIdle: [],
  undecided: [],
  // Index, grade, place
  index: [],
  indexTerm: ["points", "max"],
  indexBetween: ["low", "high"],
  indexNone: [],
  grade: [],
  gradeNone: [],
  gradeUndeclared: [],
  gradeBand: ["index", "band"],
  gradeFrom: ["from"],
  gradeBelow: ["below"],
  gradeRange: ["from", "below"],
  place: [],
  placeOf: ["place", "of", "group"],
  placeNone: ["reason"],
  placeExempt: ["reason"],
  placeIncomplete: ["count"],
  placeShared: ["units"],
  placeBefore: ["unit", "index", "place"],
  placeAfter: ["unit", "index", "place"],
  placeExempted: ["count"],
  decidedAbove: ["unit", "what", "value", "other"],
  decidedBelow: ["unit", "what", "value", "other"],
  exactIndex: [],
  onPublished: ["index"],
  onExact: ["index"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The name of a phrase. */
export type Phrase = keyof typeof phraseFacts;
