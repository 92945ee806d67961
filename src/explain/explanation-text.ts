/**
 * An explanation in words, as plain text that fits 100 columns or as Markdown: whose it is, by which set, up to where
 * and on what basis, then what is explained. The sentences are made here from the explanation alone.
 */

import type { Until } from "../appraisal.ts";
import { type Issue, issueSentenceIn } from "../issue.ts";
import { shortest } from "../number.ts";
import { assertGiven, assertOptions } from "../plain.ts";
import { ruleWording, workingText } from "../rules/kinds.ts";
import { type Amount, magnitude, signedAmount, toKeyIn } from "../score.ts";
import { enExplanation, enHistory, enIssues, enNamed, enRules, enStyle, enTerms } from "../words/en.ts";
import { viExplanation, viHistory, viIssues, viNamed, viRules, viStyle, viTerms } from "../words/vi.ts";
import {
  assertWords,
  capital,
  clause,
  type Language,
  laidOut,
  type Message,
  message,
  numberIn,
  type Param,
  percentIn,
  type Sentence,
  said,
  say,
  tableOf,
  textIn,
  withColon,
} from "../words/words.ts";
import { historySentences } from "./history-text.ts";
import {
  appliedText,
  basisSentences,
  type Detail,
  type ExplanationWords,
  findingSentences,
  leafSentences,
  numberedLabel,
  sentence,
} from "./leaf-text.ts";
import type {
  AskedCondition,
  ConditionStep,
  Explanation,
  GradeStep,
  IndexStep,
  IndexSum,
  LineStep,
  LineWorking,
  Neighbour,
  NodeStep,
  PlaceStep,
  SourceStep,
  SourceTotal,
  Step,
  SumPart,
  UnitStep,
  UnscoredStep,
} from "./step.ts";

const shippedWords: Readonly<Record<Language, ExplanationWords>> = {
  vi: {
    style: viStyle,
    terms: viTerms,
    rules: viRules,
    history: viHistory,
    explanation: viExplanation,
    named: viNamed,
    issues: viIssues,
  },
  en: {
    style: enStyle,
    terms: enTerms,
    rules: enRules,
    history: enHistory,
    explanation: enExplanation,
    named: enNamed,
    issues: enIssues,
  },
};

/** How an explanation is worded. */
export interface ExplanationTextOptions {
  /** Markdown instead of plain text. */
  readonly markdown?: boolean | undefined;
  /** How many levels of steps are printed below the first, 0 or more; absent: all. */
  readonly depth?: number | undefined;
  /**
   * `short`: each leaf is one sentence, with its history where more than one entry made it. `full`: with its rule,
   * working, citation, survey and whole history. Absent: `full` where a leaf or line is explained by itself.
   */
  readonly detail?: Detail | undefined;
}

/**
 * Words an explanation.
 *
 * @param explanation The explanation, as `explain` gave it.
 * @param language `"vi"` or `"en"`, or the words of another language; what the criteria set has only in Vietnamese stays
 * Vietnamese.
 * @param options Layout, depth and detail.
 *
 * @returns The text, without a line break at its end.
 *
 * @throws RangeError if the language is none of those, or the depth is not a whole number from 0.
 *
 * @example
 * ```ts
 * import { explain, explanationText, type RoundInput } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * const set = criteriaSet("hoa-lam/department/2026");
 * const unit = "hoa-lam/so-b";
 * const evidence = [{ number: "90/BC-SB", issuer: "Sở B", date: "2026-12-15" }];
 * const round: RoundInput = {
 *   format: 1,
 *   set: set.id,
 *   edition: set.edition,
 *   title: { vi: "Đợt đánh giá minh họa" },
 *   status: "illustrative",
 *   units: [{ id: unit, name: { vi: "Sở B" }, group: "general" }],
 *   selfAssessments: [
 *     {
 *       unit,
 *       submitted: "2026-12-20",
 *       answers: [
 *         { item: "1.1.1", facts: { choice: "in-time" }, evidence },
 *         { item: "1.1.2", facts: { numerator: 45, denominator: 50 }, evidence },
 *       ],
 *     },
 *   ],
 * };
 * const text = explanationText(explain(set, round, unit, "1.1.2"), "vi", { markdown: true, detail: "short" });
 * text.slice(text.indexOf("đã hoàn thành")); // => 'đã hoàn thành 45/50 nhiệm vụ trong kế hoạch, đạt 90 % → 1,35/1,5 điểm (Phụ lục I, mục 1.1.2); tự chấm 1,35.'
 * ```
 */
export function explanationText(
  explanation: Explanation,
  language: Language | ExplanationWords,
  options: ExplanationTextOptions = {},
): string {
  return explanationTextIn(explanation, tableOf(language, shippedWords, "explanationText"), options);
}

/**
 * Words an explanation in the words of a table: as `explanationText`, for an app that shows one language and leaves the
 * other out of its bundle.
 *
 * @param explanation The explanation, as `explain` gave it.
 * @param words The table: `vi`, `en`, or one of the app's own.
 * @param options Layout, depth and detail.
 *
 * @returns The text, without a line break at its end.
 *
 * @throws RangeError if the depth is not a whole number from 0.
 *
 * @example
 * ```ts
 * import { explain, explanationTextIn, readRound, vi } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * import file from "par-index/examples/hoa-lam-departments-2026.json" with { type: "json" };
 * const set = criteriaSet("hoa-lam/department/2026");
 * const round = readRound(set, file);
 * const grade = explain(set, round, "hoa-lam-so-noi-vu", "grade");
 * explanationTextIn(grade, vi).split("\n").find((line) => line.startsWith("Xếp loại")); // => 'Xếp loại: Xuất sắc (91,60 %, thuộc mức Chỉ số từ 90 % trở lên).'
 * ```
 */
export function explanationTextIn(
  explanation: Explanation,
  words: ExplanationWords,
  options: ExplanationTextOptions = {},
): string {
  assertWords(words, "explanationText");
  assertGiven(explanation, ["step", "unit"], "explanationText: the explanation must be what explain gives");
  assertOptions(options, ["markdown", "depth", "detail"], "explanationText");
  const { depth } = options;
  if (depth !== undefined && !(Number.isSafeInteger(depth) && depth >= 0)) {
    throw new RangeError(`explanationText: the depth must be a whole number from 0, not ${String(depth)}`);
  }
  const { kind } = explanation.step;
  const detail = options.detail ?? (kind === "leaf" || kind === "line" ? "full" : "short");
  const sentences = [
    ...headSentences(words, explanation),
    ...stepSentences({ words, explanation, detail, depth }, explanation.step, 0),
  ];
  return laidOut(sentences, options);
}

interface Telling {
  readonly words: ExplanationWords;
  readonly explanation: Explanation;
  readonly detail: Detail;
  readonly depth: number | undefined;
}

/** Whose result it is, by which set, on what data, up to where, and on what basis. */
function headSentences(words: ExplanationWords, explanation: Explanation): readonly Sentence[] {
  const { unit, set, round, until, approved, uncertain, step } = explanation;
  const about = [
    set.title,
    round.status === "illustrative" ? message("explanation.illustrativeData") : undefined,
    until === undefined ? undefined : untilMessage(until),
  ];
  return [
    {
      level: 0,
      label: `${textIn(words, unit.name)}${words.style.comma.trimEnd()}`,
      text: `${say(words, "explanation.series", { about })}.`,
    },
    ...headSentence(words, approved ? undefined : message("explanation.notApproved")),
    ...headSentence(words, uncertain ? message("terms.result.uncertain") : undefined),
    ...basisSentences(words, step.basis, 0),
  ];
}

const headSentence = (words: ExplanationWords, told: Message | undefined): readonly Sentence[] =>
  told === undefined ? [] : [{ level: 0, text: `${capital(said(words, told))}.` }];

const untilMessage = (until: Until): Message =>
  until === "self" || until === "first" || until === "second" || until === "final" || until === "correction"
    ? message("explanation.untilStage", { stage: message(`terms.stage.${until}`) })
    : message("explanation.untilDay", { day: until });

function stepSentences(telling: Telling, step: Step, level: number): readonly Sentence[] {
  const { words, explanation, detail, depth } = telling;
  if (depth !== undefined && level > depth) return [];
  switch (step.kind) {
    case "unit":
      return unitSentences(telling, step, level);
    case "node":
    case "source":
      return groupSentences(telling, step, level);
    case "leaf":
      return leafSentences(words, step, level, detail);
    case "line":
      return lineSentences(words, step, level, detail);
    case "index":
      return indexSentences(words, step, level);
    case "grade":
      return gradeSentences(words, step, level);
    case "place":
      return placeSentences(words, step, explanation.unit, level);
    case "unscored":
      return unscoredSentences(words, step, level);
  }
}

/** A sentence with what it is about before it. */
const labelled = (words: ExplanationWords, level: number, label: Message, told: Param): Sentence => ({
  level,
  label: withColon(words, said(words, label)),
  text: `${said(words, told)}.`,
});

/** Sentences under a heading; no heading without any. */
const headed = (
  words: ExplanationWords,
  level: number,
  heading: Message,
  sentences: readonly Sentence[],
): readonly Sentence[] =>
  sentences.length === 0
    ? []
    : [{ level, label: withColon(words, said(words, heading)), text: "" }, ...sentences];

function unscoredSentences(words: ExplanationWords, step: UnscoredStep, level: number): readonly Sentence[] {
  const reason = [
    message(`terms.unranked.${step.reason}`),
    ...(step.replacedBy ?? []).map((it) => message("explanation.replacedBy", { ...it })),
    step.lateDays > 0 ? message("explanation.lateBy", { days: step.lateDays }) : undefined,
  ];
  const listed = (severity: Issue["severity"]): readonly Sentence[] =>
    step.issues
      .filter((issue) => issue.severity === severity)
      .map((issue) => ({ level: level + 1, text: issueSentenceIn(issue, words) }));
  return [
    labelled(words, level, message("explanation.result"), message("explanation.unscored", { reason })),
    ...headed(words, level, message("explanation.errors"), listed("error")),
    ...headed(words, level, message("explanation.warnings"), listed("warning")),
  ];
}

function unitSentences(telling: Telling, step: UnitStep, level: number): readonly Sentence[] {
  const { words } = telling;
  const points = sumMessage(step);
  const result = [
    unitMessage(step),
    points && message("explanation.total", { points }),
    step.claimed && message("explanation.claimedTotal", { points: step.claimed.rounded }),
  ];
  const below = (steps: readonly Step[]): readonly Sentence[] =>
    steps.flatMap((child) => stepSentences(telling, child, level + 1));
  const items = step.steps.filter((child) => child.kind !== "line");
  const top = items[0]?.level;
  return [
    labelled(words, level, message("explanation.result"), message("explanation.series", { about: result })),
    ...openSentences(words, step, level),
    ...findingSentences(words, step, level),
    ...indexSentences(words, step.index, level),
    ...gradeSentences(words, step.grade, level),
    ...headed(
      words,
      level,
      message("explanation.sources"),
      step.sources.map((source) => sourceSentence(words, source, level + 1)),
    ),
    ...headed(words, level, message("explanation.byLevel", { level: top ?? "" }), below(items)),
    ...headed(
      words,
      level,
      message("explanation.lines"),
      below(step.steps.filter((child) => child.kind === "line")),
    ),
  ];
}

/** What is open, by what it waits for. */
function openSentences(words: ExplanationWords, { open }: UnitStep, level: number): readonly Sentence[] {
  const reasons = [...new Set(open.map(({ reason }) => reason))];
  return reasons.flatMap((reason) => {
    const items = open.filter((item) => item.reason === reason).map(({ number }) => number);
    const facts = { reason: message(`terms.reason.${reason}`), items };
    return sentence(words, level, message("explanation.open", facts));
  });
}

function unitMessage({ state, index }: UnitStep): Message {
  if (state === "refused") return message("explanation.unitRefused");
  if (index.sum !== undefined) return message("explanation.unitComplete", { index: index.sum.index.rounded });
  if (index.bounds === undefined) return message("explanation.unitNotApplicable");
  const { low, high } = index.bounds;
  return message("explanation.unitProvisional", { low: low.index.rounded, high: high.index.rounded });
}

/** Points of a sum out of its applicable maximum, or their bounds. */
function sumMessage({
  points,
  bounds,
  maxPoints: max,
}: Pick<SumPart, "points" | "bounds" | "maxPoints">): Message | undefined {
  if (points !== undefined) return message("explanation.points", { points: points.rounded, max });
  if (bounds === undefined) return undefined;
  return message("explanation.pointsBetween", { low: bounds.low.rounded, high: bounds.high.rounded, max });
}

/** Points, component index and claim of a node or source. */
const partMessages = (part: SumPart): readonly (Message | undefined)[] => [
  part.maxPoints === "0" ? message("history.notApplicableValue") : sumMessage(part),
  part.index && message("explanation.component", { percent: part.index.rounded }),
  part.claimed && message("explanation.claimed", { points: part.claimed.rounded }),
];

function groupSentences(telling: Telling, step: NodeStep | SourceStep, level: number): readonly Sentence[] {
  const { words } = telling;
  const children = step.steps.flatMap((child) => stepSentences(telling, child, level + 1));
  if (step.kind === "source") return [sourceSentence(words, step, level), ...children];
  const node = { title: step.title, parts: partMessages(step), at: step.basis.at };
  const text = `${say(words, "explanation.node", node)}.`;
  const label = numberedLabel(words, step.level, step.number);
  return [{ level, label, text }, ...findingSentences(words, step, level + 1), ...children];
}

const sourceSentence = (words: ExplanationWords, source: SourceTotal, level: number): Sentence => ({
  level,
  label: withColon(words, textIn(words, source.title)),
  text: `${say(words, "explanation.parts", { parts: partMessages(source) })}.`,
});

/** The sentences of a line. */
function lineSentences(
  words: ExplanationWords,
  step: LineStep,
  level: number,
  detail: Detail,
): readonly Sentence[] {
  const { points, bounds, working } = step;
  const amount =
    points !== undefined
      ? message("history.pointsAlone", { points: signedAmount(points) })
      : bounds &&
        message("explanation.pointsFrom", { low: signedAmount(bounds.low), high: signedAmount(bounds.high) });
  const { label, reached } = namedLine(words, step.line, working);
  const head: Sentence = {
    level,
    label,
    text: `${say(words, "explanation.reachedPoints", { reached, points: amount, at: step.basis.at })}.`,
  };
  const decided = working.kind === "decided" ? { ...working, line: step.line } : undefined;
  const entries = decided === undefined ? [] : historySentences(words, decided, decided.history, level + 1);
  if (detail === "short") return [head, ...entries];
  const exact = points?.exact.includes("/") ? [message("explanation.exact", { exact: points.exact })] : [];
  return [
    head,
    ...[...(decided === undefined ? [] : decidedMessages(words, decided)), ...exact].flatMap((told) =>
      sentence(words, level + 1, told),
    ),
    ...(level === 0 ? [] : basisSentences(words, step.basis, level + 1)),
    ...entries,
  ];
}

/** A line that the council decides, with its kind. */
type Decided = Extract<LineWorking, { kind: "decided" }> & Pick<LineStep, "line">;

/** The rule, and how it comes to what is given or taken away. */
function decidedMessages(words: ExplanationWords, decided: Decided): readonly Message[] {
  const { given, line } = decided;
  const working = given?.kind === "facts" ? workingText(words, decided, given.applied) : undefined;
  const rule = message("explanation.rule", { rule: ruleWording(words, decided) });
  if (working === undefined) return [rule];
  return [
    rule,
    message(line === "penalty" ? "explanation.formulaTaken" : "explanation.formula", { working }),
  ];
}

interface NamedLine {
  readonly label: string;
  readonly reached: Param;
}

function namedLine(words: ExplanationWords, line: LineStep["line"], working: LineWorking): NamedLine {
  const reached = reachedOfLine(words, line, working);
  switch (working.kind) {
    case "conversion":
      return { label: say(words, "explanation.conversion"), reached };
    case "decided": {
      const { number, title } = working;
      return {
        label: say(words, line === "penalty" ? "explanation.penalty" : "explanation.bonus", { number }),
        reached: message("explanation.decided", { title, what: reached }),
      };
    }
    case "late":
      return { label: withColon(words, say(words, "explanation.late")), reached };
    case "cap":
      return { label: say(words, "explanation.cap"), reached };
  }
}

/** What a line comes from: the facts and the rule, the days and the charge, what is converted, what the cap cuts. */
export function reachedOfLine(words: ExplanationWords, line: LineStep["line"], working: LineWorking): Param {
  switch (working.kind) {
    case "conversion": {
      const { source, left, applicable, points } = working;
      return left === "0" || applicable === "0"
        ? message("explanation.conversionIdle", { source })
        : points === undefined
          ? message("explanation.conversionOpen", { source, left, applicable })
          : message("explanation.conversionOf", { source, left, applicable, points: workedAmount(points) });
    }
    case "decided": {
      const { given } = working;
      return given === undefined
        ? message("explanation.undecided")
        : given.kind !== "facts"
          ? message(line === "penalty" ? "explanation.takenPoints" : "explanation.decidedPoints")
          : appliedText(words, { ...working, line }, given.facts, given.applied);
    }
    case "late":
      return lateMessage(working);
    case "cap":
      return capMessage(words, working);
  }
}

function lateMessage({ policy, days, submitted, deadline, extension }: Late): Message {
  const by = extension?.by ?? deadline?.by;
  const due =
    extension === undefined && deadline?.before !== undefined
      ? message("explanation.before", { date: deadline.before })
      : by === undefined
        ? ""
        : message("explanation.by", { date: by });
  const late =
    days <= 0 || submitted === undefined
      ? message("explanation.onTime")
      : message("explanation.lateDays", { days, submitted, deadline: due });
  const extended =
    extension && message("explanation.extension", { date: extension.by, reason: clause(extension.reason) });
  return message("explanation.series", { about: [late, extended, chargeMessage(policy)] });
}

type Late = Extract<LineWorking, { kind: "late" }>;

/** What late submission costs. */
export function chargeMessage(policy: Late["policy"]): Message {
  if (policy.kind === "flag") return message("explanation.lateFlag");
  if (policy.kind === "refuse") return message("explanation.lateRefuse");
  const { points } = policy;
  if (policy.kind === "flat") return message("explanation.lateFlat", { points });
  return policy.cap === undefined
    ? message("explanation.latePerDay", { points })
    : message("explanation.lateCapped", { points, cap: policy.cap });
}

function capMessage(
  words: ExplanationWords,
  { of, title = { vi: "" }, cap, before }: Extract<LineWorking, { kind: "cap" }>,
): Message {
  const whose = {
    line: message("explanation.capLine", { title }),
    bonus: message("explanation.capBonus"),
    penalty: message("explanation.capPenalty"),
    max: message("explanation.capMax"),
    min: message("explanation.capMin"),
  };
  const value = (text: string): Param =>
    of === "max" || of === "min" ? percentIn(words, text) : message("history.pointsAlone", { points: text });
  const what =
    cap === undefined || before === undefined
      ? message("explanation.capIdle")
      : message("explanation.capBites", { before: value(shortest(before.rounded)), cap: value(cap) });
  return message("explanation.capped", { whose: whose[of], what });
}

/** Digits up to which a number inside an arithmetic is written exactly; longer ones are rounded and say so. */
const shownLength = 9;

const workedAmount = ({ exact, rounded }: Amount): string =>
  exact.length <= shownLength ? exact : `≈ ${rounded}`;

/** Decimals of the points in the arithmetic of an index: enough for what is printed of it. */
const keyedPlaces = 6;

/** The index as an arithmetic: `"68,32 ÷ 84 × 100 + 1 ÷ 100 × 100 = 82,33 %"`. */
function indexSentences(
  words: ExplanationWords,
  { sum, bounds }: IndexStep,
  level: number,
): readonly Sentence[] {
  const told =
    sum !== undefined
      ? indexText(words, sum)
      : bounds === undefined
        ? message("explanation.indexNone")
        : message("explanation.indexBetween", {
            low: indexText(words, bounds.low),
            high: indexText(words, bounds.high),
          });
  return [labelled(words, level, message("explanation.index"), told)];
}

function indexText(words: ExplanationWords, { index, terms }: IndexSum): string {
  const parts = terms.map(({ points, dividedBy: max }, at) => {
    const negative = points.exact.startsWith("-");
    const shown = toKeyIn(negative && at > 0 ? magnitude(points) : points, keyedPlaces);
    // Whoever keys the terms in comes to the printed index.
    const isShort = toKeyIn(points, keyedPlaces) === points.exact;
    const term = say(words, "explanation.indexTerm", { points: isShort ? shown : `≈ ${shown}`, max });
    return at === 0 ? term : `${negative ? "−" : "+"} ${term}`;
  });
  return `${parts.join(" ")} = ${percentIn(words, index.rounded)}`;
}

/** The grade with the bounds of its band. */
export function gradeSentences(
  words: ExplanationWords,
  { state, index, grade, missed = [], conditions: own = [] }: GradeStep,
  level: number,
): readonly Sentence[] {
  const label = message("explanation.grade");
  if (grade === undefined || index === undefined)
    return [
      labelled(
        words,
        level,
        label,
        message(state === "complete" ? "explanation.gradeUndeclared" : "explanation.gradeNone"),
      ),
    ];
  const { title, from, below } = grade;
  const band =
    from !== undefined && below !== undefined
      ? message("explanation.gradeRange", { from, below })
      : from !== undefined
        ? message("explanation.gradeFrom", { from })
        : below && message("explanation.gradeBelow", { below });
  // Who misses a condition of a better grade has an index beyond the band of its own.
  const aside = message("explanation.gradeBand", { index, band: missed.length > 0 ? undefined : band });
  const told = band ? message("explanation.aside", { text: title, aside }) : title;
  const conditions = (list: readonly ConditionStep[]): readonly Sentence[] =>
    list.flatMap((it) => sentence(words, level + 1, conditionMessage(it)));
  return [
    labelled(words, level, label, told),
    ...missed.flatMap((of) => [
      ...sentence(words, level, message("explanation.gradeMissed", { title: of.title })),
      ...conditions(of.conditions),
    ]),
    ...conditions(own),
  ];
}

/** A condition of a grade with what the unit has, and whether it holds. */
function conditionMessage(of: ConditionStep): Message {
  const verdict = message(of.holds ? "explanation.conditionHolds" : "explanation.conditionFails");
  return message("explanation.conditionChecked", { condition: asksMessage(of), index: of.index, verdict });
}

/** What a condition of a grade asks. */
export function asksMessage({ kind, number = "", title = { vi: "" }, from, above }: AskedCondition): Message {
  if (kind === "late") return message("explanation.conditionLate");
  if (kind === "line") return message("explanation.conditionLine", { number, title });
  return message("explanation.conditionShare", { number, title, from, above });
}

/** The place, what decided it, and the units around it. */
function placeSentences(
  words: ExplanationWords,
  step: PlaceStep,
  { group }: Explanation["unit"],
  level: number,
): readonly Sentence[] {
  const { place, reason = "error", ranking, shared, before, after } = step;
  const apart = [
    step.unranked === 0 ? undefined : message("explanation.placeIncomplete", { count: step.unranked }),
    step.exempted === 0 ? undefined : message("explanation.placeExempted", { count: step.exempted }),
  ];
  const label = message("explanation.place");
  if (place === undefined) {
    const said =
      step.exempt === undefined
        ? message("explanation.placeNone", { reason: message(`terms.unranked.${reason}`) })
        : message("explanation.placeExempt", { reason: step.exempt });
    return [labelled(words, level, label, message("explanation.series", { about: [said, ...apart] }))];
  }
  const { index } = place;
  const about = [
    message("explanation.placeOf", { place: place.place, of: step.ranked, group }),
    message(ranking.on === "exact" ? "explanation.onExact" : "explanation.onPublished", { index }),
    shared.length === 0
      ? undefined
      : message("explanation.placeShared", { units: shared.map(({ name }) => name) }),
    deciderMessage(words, step),
    ...apart,
  ];
  return [
    labelled(words, level, label, message("explanation.series", { about })),
    ...sentence(words, level + 1, before && message("explanation.placeBefore", neighbourFacts(before))),
    ...sentence(words, level + 1, after && message("explanation.placeAfter", neighbourFacts(after))),
  ];
}

const neighbourFacts = ({ name: unit, index, place }: Neighbour) => ({ unit, index, place });

/** Against whom, by what, and the value of each. */
function deciderMessage(words: ExplanationWords, { place, decider }: PlaceStep): Message | undefined {
  if (place?.decidedBy === undefined || decider === undefined) return undefined;
  const { number, title, against, value } = decider;
  const shown = (text: string): Param =>
    text === ""
      ? message("history.notApplicableValue")
      : title === undefined
        ? percentIn(words, text)
        : numberIn(words, text);
  return message(place.place < against.place ? "explanation.decidedAbove" : "explanation.decidedBelow", {
    unit: against.name,
    what:
      title === undefined
        ? message("explanation.exactIndex")
        : message("explanation.decidingItem", { number, title }),
    value: shown(place.decidedBy.value),
    other: shown(value),
  });
}
