/**
 * Reading, scoring, explaining: read a criteria set and a round, then assess them; or go stage by stage. What auditors, provinces
 * and the yearly process need besides is in `par-index/audit`, `par-index/check` and `par-index/process`; the page of results is in
 * `par-index/report`, the built-in
 * sets are in `par-index/criteria`.
 *
 * @module par-index
 */

export {
  type Appraisal,
  type AppraisedItem,
  type AppraisedLine,
  type AppraiseOptions,
  type ApprovalIn,
  type ApprovalOptions,
  type Claim,
  isApproved,
  type NotApplicableReason,
  type PendingReason,
  type Standing,
  type UnansweredReason,
  type Until,
} from "./appraisal.ts";
export { type Assessment, type AssessOptions, assess } from "./assess.ts";
export type {
  ComparedIndexes,
  ComparedLeaf,
  ComparedUnit,
  Difference,
  Incomparable,
  ItemDifference,
  LineDifference,
  NamedUnit,
  NotComparable,
} from "./audit/compare.ts";
export { roundDigest } from "./audit/digest.ts";
export { lateDays } from "./calendar.ts";
export type * from "./criteria-set.ts";
export type { EvaluationState, LeafState, StateReason } from "./evaluation.ts";
export { type ExplainedNamed, type ExplainedPart, explain } from "./explain/explanation.ts";
export {
  type ExplanationTextOptions,
  explanationText,
  explanationTextIn,
} from "./explain/explanation-text.ts";
export {
  type GateStep,
  type HistoryActor,
  type HistoryEntry,
  type HistoryOf,
  type HistoryValue,
  type HistoryVote,
  type ItemHistory,
  itemHistory,
} from "./explain/history.ts";
export {
  type HistoryTextOptions,
  type HistoryWords,
  historyText,
  historyTextIn,
  ruleText,
  ruleTextIn,
} from "./explain/history-text.ts";
export type { Detail, ExplanationWords } from "./explain/leaf-text.ts";
export type * from "./explain/step.ts";
export {
  type Change,
  type ChangedAnswer,
  type ChangedUnit,
  change,
  type IndexAndPlace,
  type RefusedChange,
} from "./fast/change.ts";
export { type IndexedUnit, type Indexes, type IndexesOptions, indexes } from "./fast/indexes.ts";
export {
  InvalidError,
  type Issue,
  type IssueCode,
  type IssueWords,
  issueSentence,
  issueText,
  issueTextIn,
  type Path,
} from "./issue.ts";
export {
  type ComparedRanking,
  type CompareRankingsOptions,
  compareRankings,
  type ListHead,
  type ListStanding,
  type MovementTextOptions,
  type MovementWords,
  movementText,
  type RankingMovement,
  type UnitMovement,
} from "./movement.ts";
export {
  type Outstanding,
  type OutstandingOptions,
  type OutstandingTextOptions,
  type OutstandingUnit,
  type OutstandingWords,
  type Owed,
  type Owing,
  outstanding,
  outstandingText,
} from "./outstanding.ts";
export {
  type Apart,
  type PassedQuota,
  type Place,
  type RankedList,
  type RankedPart,
  type Ranking,
  type RankOptions,
  rank,
  type Unranked,
} from "./ranking.ts";
export { checkAssessment, type ResultEdition, readAssessment, resultEditions } from "./results.ts";
export {
  type BlankAnswer,
  type BlankSelfAssessment,
  blankSelfAssessment,
  type FormFigure,
  type FormQuestion,
} from "./round/form.ts";
export type {
  ActInput,
  AnswerInput,
  BreachInput,
  CouncilInput,
  CouncilRoleInput,
  DecimalInput,
  EntryInput,
  EntryLists,
  EntryValue,
  EvidenceInput,
  FactsInput,
  FindingInput,
  FormCountsInput,
  QuestionCountsInput,
  Readable,
  RegisteredUnitInput,
  RemovedPartsInput,
  RoundInput,
  RoundPartsInput,
  SelfAssessmentInput,
  StatisticInput,
  TallyInput,
  TargetInput,
  VoteInput,
  Writable,
  WritableValue,
} from "./round/input.ts";
export {
  checkRound,
  checkSelfAssessment,
  readLedger,
  readRound,
  readSelfAssessment,
  readStatistics,
  readTally,
} from "./round/read.ts";
export { type UpdatedRound, updateRound } from "./round/update.ts";
export type {
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
  Stage,
  Statistic,
  SurveyNotHeld,
  Tally,
  Target,
  Unit,
  Vote,
} from "./round.ts";
export type {
  BlankFact,
  FormChoice,
  Language,
  Rule,
  RuleCarrier,
  Ruled,
  RuleStep,
  RuleTerm,
} from "./rule.ts";
export type { RuleWords } from "./rules/words.ts";
export {
  type Amount,
  type AmountBounds,
  type Bounds,
  type ItemScore,
  type OpenItem,
  type Score,
  type ScoreInput,
  type ScoreLine,
  type SourceScore,
  score,
} from "./score.ts";
export { checkCriteriaSet, readCriteriaSet } from "./set/check.ts";
export {
  formatDecimal,
  itemOf,
  leavesOf,
  type NamesOptions,
  namesOf,
  parseDecimal,
  type ResultCode,
  type ResultNames,
  type TermWords,
  wordsFor,
} from "./shown.ts";
export {
  mergeSurvey,
  type Survey,
  type SurveyGroup,
  type SurveyItem,
  type SurveyLeafGroup,
  type SurveyOptions,
  type SurveyQuestion,
  type SurveyQuestionGroup,
  type SurveyReason,
  type SurveyUnit,
} from "./survey/share.ts";
export {
  emptyTally,
  mergeTallies,
  type ResponseAnswer,
  type ResponseFault,
  type SurveyResponse,
  type TallyOptions,
  tally,
  tallyAsync,
} from "./survey/tally.ts";
export {
  appraise,
  type GroupMemberFacts,
  groupFacts,
  type RelativeInput,
  type UnitGroupFacts,
  type UnrankedReason,
} from "./units.ts";
export { en } from "./words/en.ts";
export { vi } from "./words/vi.ts";
export {
  type AppWords,
  languages,
  type Message,
  type Param,
  type Params,
  type Style,
  type WordCode,
  type Words,
} from "./words/words.ts";
