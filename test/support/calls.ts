/** One right call of every public function, as its name and its arguments: what a test of wrong calls spoils. */
import { readFileSync } from "node:fs";
import * as main from "par-index";
import * as audit from "par-index/audit";
import * as check from "par-index/check";
import * as criteria from "par-index/criteria";
import * as process from "par-index/process";
import * as report from "par-index/report";

/** The public functions by name, of all entries. */
export const publicFunctions: ReadonlyMap<string, (...given: readonly unknown[]) => unknown> = new Map(
  [main, audit, check, criteria, process, report].flatMap((entry) =>
    Object.entries(entry).flatMap(([name, value]: [string, unknown]) =>
      typeof value === "function" && !/^[A-Z]/.test(name)
        ? [[name, (...given: readonly unknown[]): unknown => Reflect.apply(value, undefined, given)]]
        : [],
    ),
  ),
);

const { vi } = main;
const set = criteria.criteriaSet("hoa-lam/department/2026");
const raw = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), "utf8"));
const written = raw("docs/examples/hoa-lam-departments-2026.json");
const round = main.readRound(set, written);
const unit = "hoa-lam-so-noi-vu";
const assessment = main.assess(set, round);
const indexes = main.indexes(set, round);
const [ranking] = assessment.rankings;
const [score] = assessment.scores;
const self = round.selfAssessments.find((it) => it.unit === unit);
if (self === undefined || ranking === undefined || score === undefined) throw new Error("the round is empty");
const [answer] = self.answers;
const registered = round.units.find((it) => it.id === unit);
const appraisal = main.appraise(set, self, round.ledger);
const explanation = main.explain(set, round, unit, "grade");
const history = main.itemHistory(set, round, unit, "1.1.2");
const [movement] = main.compareRankings(assessment.rankings, assessment.rankings);
const issues = main.checkRound(set, written);
const group = audit.seal(set, round, { group: "general" });
const sealed = audit.seal(set, round, { unit });
const vector = audit.vectorOf(set, round, unit);
const diff = check.diffCriteriaSets(set, set);
const rows = check.selfAssessmentRows(set);
const plan = process.inspectionPlan("hai-phong/inspection/2019");
const visit = { id: "1", unit: "so-1", mode: "direct", team: "doan-1", date: "2019-07-15" };
const year = process.checkInspections(plan, []);
const [targetId = ""] = process.targetPlanIds;
const [indexId = ""] = process.indexPlanIds;
const tally = round.tally;
const leaf = main.itemOf(set, "1.1.2");
const side = { set, round, unit };
const text = JSON.stringify({ format: 1 });

/** The arguments of a right call, by the name of the function. The object of its options, where it takes one, comes last. */
export const rightCalls: Readonly<
  Record<string, { readonly given: readonly unknown[]; readonly options?: object }>
> = {
  appraise: { given: [set, self, round.ledger], options: {} },
  assess: { given: [set, round], options: {} },
  blankSelfAssessment: { given: [set, registered] },
  change: { given: [set, round, indexes], options: { unit, item: answer?.item, answer } },
  checkAssessment: { given: [assessment] },
  checkCriteriaSet: { given: [set] },
  checkRound: { given: [set, written] },
  checkSelfAssessment: { given: [set, self] },
  compareRankings: { given: [assessment.rankings, assessment.rankings], options: {} },
  explain: { given: [set, round, unit], options: {} },
  explanationText: { given: [explanation, "vi"], options: {} },
  explanationTextIn: { given: [explanation, vi], options: {} },
  formatDecimal: { given: ["87.5", "vi"] },
  groupFacts: { given: [set, [{ appraisal }]] },
  historyText: { given: [history, "vi"], options: {} },
  historyTextIn: { given: [history, vi], options: {} },
  indexes: { given: [set, round], options: {} },
  isApproved: { given: [set, round, unit], options: {} },
  issueSentence: { given: [issues[0], "vi"] },
  issueText: { given: [issues, "vi"] },
  issueTextIn: { given: [issues, vi] },
  itemHistory: { given: [set, round, unit], options: { item: "1.1.2" } },
  itemOf: { given: [set, "1.1.2"] },
  lateDays: { given: [set, round, unit] },
  leavesOf: { given: [set] },
  mergeSurvey: { given: [set, tally], options: {} },
  mergeTallies: { given: [tally] },
  movementText: { given: [movement, "vi"], options: {} },
  namesOf: { given: [set, round], options: {} },
  outstanding: { given: [set, round], options: {} },
  outstandingText: { given: [main.outstanding(set, round), "vi"], options: {} },
  parseDecimal: { given: ["87,5", "vi"] },
  rank: { given: [set, assessment.scores], options: {} },
  readAssessment: { given: [assessment] },
  readCriteriaSet: { given: [set] },
  readLedger: { given: [set, round.ledger] },
  readRound: { given: [set, written] },
  readSelfAssessment: { given: [set, self] },
  readStatistics: { given: [set, round.statistics] },
  readTally: { given: [set, tally] },
  resultEditions: { given: [round] },
  roundDigest: { given: [round] },
  ruleText: { given: [leaf, "vi"] },
  ruleTextIn: { given: [leaf, vi] },
  score: { given: [set], options: { unit: registered, appraisal } },
  tally: { given: [set, []], options: { batch: "1" } },
  tallyAsync: { given: [set, []], options: { batch: "1" } },
  updateRound: { given: [set, round, {}] },
  wordsFor: { given: ["state.scored", "vi"] },
  auditTable: { given: [set, {}] },
  readRecord: { given: [JSON.stringify(sealed)] },
  recordJsonSchema: { given: [] },
  canonicalText: { given: [1] },
  checkVector: { given: [set, vector] },
  compare: { given: [side], options: side },
  differenceText: { given: [audit.compare(side, side), "vi"], options: {} },
  digestOf: { given: [1] },
  gains: { given: [set, round, unit], options: { place: 1 } },
  gainsText: { given: [audit.gains(set, round, unit, { place: 1 }), "vi"] },
  proofOf: { given: [group, unit] },
  changesOf: { given: [set, round, unit] },
  changesText: { given: [audit.changesOf(set, round, unit), "vi"] },
  rankIntervalsText: { given: [audit.rankIntervals(set, round, { runs: 1, seed: 1 }), "vi"] },
  statementOf: { given: [sealed] },
  rankIntervals: { given: [set, round], options: { runs: 1, seed: 1, vary: { weights: 10 } } },
  rows: { given: [score] },
  scoreVector: { given: [set, vector] },
  seal: { given: [set, round, { unit }], options: {} },
  setDigest: { given: [set] },
  vectorOf: { given: [set, round, unit], options: {} },
  verificationText: { given: [audit.verify(sealed), "vi"] },
  verify: { given: [sealed], options: {} },
  checkCriteriaText: { given: [text] },
  checkFramework: { given: [set, set] },
  checkSelfAssessmentRows: { given: [set, rows], options: { unit } },
  criteriaTable: { given: [set, "vi"], options: {} },
  diffCriteriaSets: { given: [set, set] },
  diffText: { given: [diff, "vi"] },
  formHead: { given: [rows] },
  issueListing: { given: [issues, "vi"], options: { file: "a.json", text } },
  parseCriteriaSet: { given: [JSON.stringify(raw(`criteria/${set.id}.1.json`))] },
  rankingRows: { given: [set, ranking], options: {} },
  readRoundSheets: { given: [set, check.roundSheets(set)], options: {} },
  readSelfAssessmentRows: { given: [set, rows], options: { unit } },
  roundSheets: { given: [set, round] },
  rowsOfExceljs: { given: [{ rowCount: 0, getRow: () => ({}) }] },
  rowsOfXlsx: { given: [{}] },
  shownRows: { given: [[]], options: { language: "vi", rounding: set.policies.rounding } },
  rowsCsv: { given: [[]], options: { language: "vi", rounding: set.policies.rounding } },
  scoreRows: { given: [set, score], options: {} },
  selfAssessmentRows: { given: [set], options: {} },
  criteriaSet: { given: [set.id], options: {} },
  checkIndexPlan: { given: [{}] },
  checkInspectionPlan: { given: [{}] },
  checkInspections: { given: [plan, []], options: {} },
  checkTargetPlan: { given: [{}] },
  checkTargets: { given: [process.targetPlan(targetId), []], options: {} },
  conclusionText: { given: [visit, "vi"], options: { plan } },
  findingsOf: { given: [[]], options: {} },
  indexPlan: { given: [indexId] },
  inspectionPlan: { given: [plan.id] },
  inspectionText: { given: [year, "vi"], options: {} },
  openFindings: { given: [[], "2026-01-01"], options: {} },
  readIndexPlan: { given: [raw(`criteria/${indexId}.1.json`)] },
  readInspectionPlan: { given: [raw(`criteria/${plan.id}.1.json`)] },
  readTargetPlan: { given: [raw(`criteria/${targetId}.1.json`)] },
  processSheets: { given: [{ inspections: plan }] },
  readProcessSheets: { given: [{ inspections: plan }, []] },
  sampleSize: { given: [100], options: {} },
  targetPlan: { given: [targetId] },
  targetsText: { given: [process.checkTargets(process.targetPlan(targetId), []), "vi"], options: {} },
  visitCountRows: { given: [year, "vi"] },
  annexHtml: { given: [set, "vi"], options: {} },
  annexSheets: { given: [set, "vi"], options: {} },
  reportHtml: { given: [set, round], options: {} },
  resultSheets: { given: [set, round], options: {} },
};
