/**
 * What third parties bring to a round: statistics, targets of `relative` leaves, findings of inspections, and survey
 * counts. Lists are put in the order of the set, then of ids, so that equal figures read equal.
 */
import type { Decimal, Facts, Question, Questionnaire, SurveyPlan } from "../criteria-set.ts";
import type { IssueCode, Path } from "../issue.ts";
import { add, compareExact, decimal, type Exact, exactText, integer, sum, zero } from "../number.ts";
import { byCodeUnit, memo } from "../plain.ts";
import type { Leaf, Plan } from "../plan.ts";
import {
  byUnit,
  type Finding,
  type FormCounts,
  type InvalidCount,
  inTallyOrder,
  type OptionCount,
  type Statistic,
  type Tally,
  type Target,
} from "../round.ts";
import { checkTarget } from "../rules/relative.ts";
import {
  checkListedOnce,
  elements,
  hasErrorSince,
  itemKey,
  judgedFacts,
  leafAt,
  type Placed,
  type Reading,
  readPart,
  readPartFacts,
  readSound,
  repeats,
  textAt,
  unknownName,
} from "./reading.ts";
import type { HasUnit, UnitRegister } from "./register.ts";
import { roundShape, type WrittenFigure } from "./schema.ts";

/** What is about one item of one unit. */
interface OfItem {
  readonly unit: string;
  readonly item: string;
}

/** What is about a unit, or one item of it. */
type OfUnit = Pick<Finding, "unit" | "item">;

/** Orders parts by unit, then by the place of their item in the set: the unit as a whole first, a node with its first leaf. */
export function byUnitAndItem(plan: Plan): (a: OfUnit, b: OfUnit) => number {
  const place = (item: string | undefined): number => {
    if (item === undefined) return -1;
    const known = plan.leafOf.get(item)?.index ?? plan.nodeOf.get(item)?.first;
    return known ?? plan.leaves.length + plan.lines.findIndex(({ id }) => id === item);
  };
  return (a, b) => byCodeUnit(a.unit, b.unit) || place(a.item) - place(b.item);
}

/** What sets statistics and targets apart: their shape, how the facts are read, and what is said of a wrong one. */
interface FigureKind {
  readonly schema: Parameters<typeof readPart<WrittenFigure>>[1];
  readonly twice: IssueCode;
  /** What is wrong with the leaf; undefined where it takes such a figure. */
  readonly misfit: (leaf: Leaf) => IssueCode | undefined;
  readonly read: (leaf: Leaf, facts: Placed<unknown>) => Facts | undefined;
}

/** Reads the statistics; without a round every unit is taken as known. */
export const readStatisticParts = (
  reading: Reading,
  list: Placed<unknown>,
  hasUnit: HasUnit | undefined,
): readonly Statistic[] =>
  readFigureParts(reading, list, hasUnit, {
    schema: roundShape.statistic,
    twice: "statistic-twice",
    misfit: ({ source }) => (source.kind === "statistic" ? undefined : "not-a-statistic"),
    read: (leaf, facts) => readPartFacts(reading, leaf, facts),
  });

/** Reads the targets of `relative` leaves. */
export const readTargetParts = (
  reading: Reading,
  list: Placed<unknown>,
  hasUnit: HasUnit,
): readonly Target[] => {
  const parts = readFigureParts(reading, list, hasUnit, {
    schema: roundShape.target,
    twice: "target-twice",
    misfit: ({ rule }) => (rule.kind === "relative" ? undefined : "target-without-relative"),
    read: (leaf, facts) =>
      judgedFacts(reading, leaf, facts, (at) =>
        leaf.rule.kind === "relative" ? checkTarget(leaf.rule, facts.value, at) : undefined,
      ),
  });
  return parts.filter(isTarget);
};

const isTarget = (part: Statistic): part is Statistic & Target => part.facts !== undefined;

function readFigureParts(
  reading: Reading,
  list: Placed<unknown>,
  hasUnit: HasUnit | undefined,
  { schema, twice, misfit, read }: FigureKind,
): Statistic[] {
  const isRepeated = repeats();
  return readSound(reading, list, schema, (written, path) => {
    const leaf = figureLeaf(reading, { value: written, path }, hasUnit);
    if (leaf === undefined) return undefined;
    const wrong = misfit(leaf);
    if (wrong !== undefined) {
      reading.report(wrong, [...path, "item"], { found: leaf.id });
      return undefined;
    }
    if (isRepeated(itemKey(written))) reading.report(twice, path);
    if (written.notApplicable !== undefined || written.maxPoints !== undefined) {
      const before = reading.report.issues.length;
      checkPublished(reading, leaf, { value: written, path });
      if (hasErrorSince(reading, before)) return undefined;
      if (isWithoutFacts(written)) return written;
    }
    const placed = { value: written.facts, path: [...path, "facts"] };
    if (!("facts" in written) && !reading.isDamaged(placed.path)) {
      reading.report("missing-key", placed.path, { expected: "facts" });
      return undefined;
    }
    const facts = read(leaf, placed);
    if (facts === undefined) return undefined;
    const { maxPoints } = written;
    if (maxPoints !== undefined && "points" in facts && isMoreThan(facts.points, maxPoints))
      reading.report("points-above-own-maximum", [...path, "facts"], {
        found: facts.points,
        expected: maxPoints,
      });
    return hasFacts(written, facts) ? written : { ...written, facts };
  }).sort(byUnitAndItem(reading.plan));
}

/** That an item does not apply, or has a maximum of its own, is taken from a publication, and by a summary set alone. */
function checkPublished(reading: Reading, leaf: Leaf, { value: written, path }: Placed<WrittenFigure>): void {
  const { facts, notApplicable, maxPoints } = written;
  const key = notApplicable === undefined ? "maxPoints" : "notApplicable";
  const place = [...path, key];
  if (reading.plan.set.status !== "summary") reading.report("statistic-of-summary", place, { found: key });
  else if (notApplicable !== undefined && (facts !== undefined || maxPoints !== undefined))
    reading.report("answer-with-both", path);
  else if (notApplicable !== undefined && leaf.notApplicable === undefined)
    reading.report("not-applicable-not-allowed", place);
  else if (maxPoints !== undefined && leaf.rule.kind !== "direct")
    reading.report("own-maximum-without-points", place, { found: leaf.rule.kind });
  else if (maxPoints !== undefined && isMoreThan(maxPoints, leaf.item.maxPoints))
    reading.report("own-maximum-above-declared", place, { found: maxPoints, expected: leaf.item.maxPoints });
}

const isMoreThan = (points: Decimal, max: Decimal): boolean =>
  compareExact(decimal(points), decimal(max)) > 0;

const isWithoutFacts = (written: WrittenFigure): written is Statistic => written.facts === undefined;

const hasFacts = (written: WrittenFigure, facts: Facts): written is Statistic => written.facts === facts;

/** The leaf of a figure or finding; undefined after it was reported that its unit or leaf is none of the round or set. */
function figureLeaf(
  reading: Reading,
  { value: { unit, item }, path }: Placed<OfItem>,
  hasUnit: HasUnit | undefined,
): Leaf | undefined {
  if (hasUnit?.(unit, [...path, "unit"]) === false) return undefined;
  return leafAt(reading, { value: item, path: [...path, "item"] });
}

/** True where unit and item of a finding are of the round and set; else it was reported that they are not. */
function isPlaced(
  reading: Reading,
  { value: { unit, item }, path }: Placed<Finding>,
  hasUnit: HasUnit,
): boolean {
  if (!hasUnit(unit, [...path, "unit"])) return false;
  if (item === undefined || reading.plan.nodeOf.has(item)) return true;
  return leafAt(reading, { value: item, path: [...path, "item"] }) !== undefined;
}

/** True where an entry on an item is about what a finding is about: the item itself, or a node or unit above it. */
export function isAbout({ leafOf, nodeOf }: Plan, finding: Finding, item: string): boolean {
  if (finding.item === undefined || finding.item === item) return true;
  const node = nodeOf.get(finding.item);
  const leaf = leafOf.get(item);
  return node !== undefined && leaf !== undefined && node.first <= leaf.index && leaf.index < node.end;
}

/** The findings as read, with their places; `unreadable` by id where a finding's own data is wrong. */
export interface ReadFindings {
  readonly findings: readonly Finding[];
  readonly byId: ReadonlyMap<string, Finding | "unreadable">;
  /** The ids of all findings, even of those whose data is wrong. */
  readonly ids: readonly string[];
  readonly pathOf: ReadonlyMap<string, Path>;
  readonly ofUnit: ReadonlyMap<string, readonly Finding[]>;
}

/** Reads the findings of inspections. */
export function readFindings(reading: Reading, list: Placed<unknown>, hasUnit: HasUnit): ReadFindings {
  const byId = new Map<string, Finding | "unreadable">();
  const pathOf = new Map<string, Path>();
  const findings: Finding[] = [];
  for (const part of elements(reading, list)) {
    const { path } = part;
    const finding = readPart(reading, roundShape.finding, part);
    if (finding === undefined) {
      byId.set(textAt(part.value, "id") ?? "", "unreadable");
      continue;
    }
    const { id, date, remedied } = finding;
    if (byId.has(id)) {
      reading.report("finding-twice", [...path, "id"], { found: id });
      continue;
    }
    byId.set(id, "unreadable");
    if (!isPlaced(reading, { value: finding, path }, hasUnit)) continue;
    if (remedied !== undefined && remedied < date) {
      const facts = { found: remedied, expected: date };
      reading.report("finding-remedied-before-found", [...path, "remedied"], facts);
      continue;
    }
    byId.set(id, finding);
    pathOf.set(id, path);
    findings.push(finding);
  }
  const order = byUnitAndItem(reading.plan);
  const ofUnit = byUnit(findings);
  findings.sort((a, b) => order(a, b) || byCodeUnit(a.id, b.id));
  return { findings, byId, ids: [...byId.keys()], pathOf, ofUnit };
}

/** Reads a tally; undefined where its frame is wrong. The units are absent where it is read without its round. */
export function readTallyPart(
  reading: Reading,
  part: Placed<unknown>,
  units: UnitRegister | undefined,
): Tally | undefined {
  const frame = readPart(reading, roundShape.tally, part);
  if (frame === undefined) return undefined;
  const { path } = part;
  checkListedOnce(reading, frame.batches, [...path, "batches"], "batch-twice");
  checkCodes(reading, frame.invalid, [...path, "invalid"]);
  const isRepeated = repeats();
  const list = { value: frame.counts, path: [...path, "counts"] };
  const counts = readSound(reading, list, roundShape.counts, (written, place) => {
    const read = readCounts(reading, { value: written, path: place }, units);
    if (read !== undefined && isRepeated(`${read.unit}\n${read.questionnaire}`))
      reading.report("counts-twice", place, { found: read.questionnaire });
    return read;
  });
  return inTallyOrder({ ...frame, counts });
}

function checkCodes(reading: Reading, invalid: readonly InvalidCount[], path: Path): void {
  const codes = invalid.map(({ code }) => code);
  checkListedOnce(reading, codes, path);
}

function readCounts(
  reading: Reading,
  { value: counts, path }: Placed<FormCounts>,
  units: UnitRegister | undefined,
): FormCounts | undefined {
  const { unit } = counts;
  if (units?.has(unit, [...path, "unit"]) === false) return undefined;
  const { survey } = reading.plan.set;
  const questionnaires = survey?.questionnaires ?? [];
  const questionnaire = questionnaires.find(({ id }) => id === counts.questionnaire);
  const place = [...path, "questionnaire"];
  if (survey === undefined || questionnaire === undefined) {
    const known = questionnaires.map(({ id }) => id);
    reading.report("unknown-questionnaire", place, unknownName(reading, counts.questionnaire, known));
    return undefined;
  }
  const group = units?.byId.get(unit)?.group;
  if (group !== undefined && !questionnaire.judges.includes(group)) {
    reading.report("questionnaire-of-other-group", place, { found: questionnaire.id, expected: group });
  }
  checkCodes(reading, counts.invalid, [...path, "invalid"]);
  const placed = { value: counts, path };
  const before = reading.report.issues.length;
  const isAsked = units?.absent.has(unit) !== true;
  if (isAsked && counts.forms < questionnaire.leastForms) {
    const facts = {
      found: counts.forms,
      expected: questionnaire.leastForms,
      questionnaire: questionnaire.id,
    };
    reading.report("forms-below-least", [...path, "forms"], facts);
  }
  checkQuestions(reading, placed, questionnaire, survey);
  if (isAsked && !hasErrorSince(reading, before)) checkAnswersGiven(reading, placed, questionnaire);
  return counts;
}

/** The questions are those of the questionnaire, and their answers fit the number of forms. */
function checkQuestions(
  reading: Reading,
  { value: { forms, questions }, path }: Placed<FormCounts>,
  questionnaire: Questionnaire,
  survey: SurveyPlan,
): void {
  const named = questions.map(({ question }) => question);
  checkListedOnce(reading, named, [...path, "questions"]);
  for (const [at, { question, options }] of questions.entries()) {
    const place = [...path, "questions", at];
    const asked = questionsById(questionnaire).get(question);
    if (asked === undefined) {
      const known = questionsById(questionnaire).keys();
      reading.report("unknown-question", [...place, "question"], unknownName(reading, question, known));
      continue;
    }
    checkOptions(reading, { value: options, path: [...place, "options"] }, asked, survey);
    const answers = timesChosen(options);
    if (compareExact(answers, integer(forms)) <= 0) continue;
    const item = reading.plan.leafOf.get(asked.item);
    const facts = { found: exactText(answers), expected: forms };
    reading.report("more-answers-than-forms", place, facts, { item });
  }
}

/** Questions that nobody answered, and fewer answers than forms: what was given is not all. */
function checkAnswersGiven(
  reading: Reading,
  { value: { forms, questions }, path }: Placed<FormCounts>,
  questionnaire: Questionnaire,
): void {
  const answered = new Set<string>();
  for (const { question, options } of questions) if (options.some(isChosen)) answered.add(question);
  // Without any form there are no answers to miss.
  for (const { id, item } of forms === 0 ? [] : questionnaire.questions) {
    if (answered.has(id)) continue;
    const about = { item: reading.plan.leafOf.get(item) };
    reading.report("question-without-answers", [...path, "questions"], { found: id }, about);
  }
  // A valid form answers at least one question.
  if (questions.some(({ options }) => compareExact(timesChosen(options), integer(forms)) >= 0)) return;
  const answers = sum(questions.map(({ options }) => timesChosen(options)));
  if (compareExact(answers, integer(forms)) >= 0) return;
  const facts = { found: exactText(answers), expected: forms };
  reading.report("fewer-answers-than-forms", [...path, "forms"], facts);
}

const questionsById = /* @__PURE__ */ memo(
  ({ questions }: Questionnaire): ReadonlyMap<string, Question> =>
    new Map(questions.map((it) => [it.id, it])),
);

/** The options of each scale. */
const optionsByScale = /* @__PURE__ */ memo(
  ({ scales }: SurveyPlan): ReadonlyMap<string, ReadonlySet<string>> =>
    new Map(scales.map(({ id, options }) => [id, new Set(options.map((it) => it.id))])),
);

/** How often the options of a question were chosen. */
const timesChosen = (options: readonly OptionCount[]): Exact =>
  options.reduce((total, { count }) => add(total, integer(count)), zero);

const isChosen = ({ count }: OptionCount): boolean => count > 0;

function checkOptions(
  reading: Reading,
  { value: options, path }: Placed<readonly OptionCount[]>,
  { scale }: Question,
  survey: SurveyPlan,
): void {
  const known = optionsByScale(survey).get(scale) ?? new Set();
  const chosen = options.map(({ option }) => option);
  checkListedOnce(reading, chosen, path);
  chosen.forEach((option, at) => {
    if (!known.has(option))
      reading.report("unknown-answer-option", [...path, at, "option"], unknownName(reading, option, known));
  });
}
