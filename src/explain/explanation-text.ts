/**
 * An explanation in words, Vietnamese or English, as plain text that fits 100 columns or as Markdown: whose it is, by
 * which set, up to where and on what basis, then what is explained. The sentences are made here from the explanation
 * alone.
 */
import type { Amount } from "../amount.ts";
import type { Until } from "../appraisal.ts";
import type { Issue } from "../issue.ts";
import { shortest } from "../number.ts";
import type { Stage } from "../round.ts";
import type { Language } from "../rule.ts";
import { clause, inner } from "../rules/words.ts";
import { historySentences } from "./history-text.ts";
import { appliedText, basisSentences, type Detail, leafSentences } from "./leaf-text.ts";
import type {
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
} from "./step.ts";
import {
  bracketed,
  joined,
  magnitude,
  markdownLayout,
  plainLayout,
  type Sentence,
  type Voice,
  voiceOf,
} from "./words/voice.ts";

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
 * @param language `"vi"` or `"en"`; what the criteria set has only in Vietnamese stays Vietnamese.
 * @param options Layout, depth and detail.
 *
 * @returns The text, without a line break at its end.
 *
 * @throws RangeError if the language is none of those, or the depth is not a whole number from 0.
 *
 * @example
 * ```ts
 * import { explain, explanationText } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * const set = criteriaSet("hoa-lam/department/2026");
 * const unit = "hoa-lam/so-b";
 * const evidence = [{ number: "90/BC-SB", issuer: "Sở B", date: "2026-12-15" }];
 * const answers = [{ item: "1.1.2", facts: { numerator: 45, denominator: 50 }, evidence }];
 * const round = {
 *   format: 1,
 *   set: set.id,
 *   edition: set.edition,
 *   title: { vi: "Đợt đánh giá minh họa" },
 *   status: "illustrative",
 *   units: [{ id: unit, name: { vi: "Sở B" }, group: "general" }],
 *   selfAssessments: [{ unit, submitted: "2026-12-20", answers }],
 * };
 * const text = explanationText(explain(set, round, unit, "1.1.2"), "vi", { markdown: true, detail: "short" });
 * text.slice(text.indexOf("đã hoàn thành")); // => 'đã hoàn thành 45/50 nhiệm vụ trong kế hoạch, đạt 90 % → 1,35/1,5 điểm (Phụ lục I, mục 1.1.2); tự chấm 1,35.'
 * ```
 */
export function explanationText(
  explanation: Explanation,
  language: Language,
  options: ExplanationTextOptions = {},
): string {
  const voice = voiceOf(language, "explanationText");
  const { depth } = options;
  if (depth !== undefined && !(Number.isSafeInteger(depth) && depth >= 0)) {
    throw new RangeError(`explanationText: the depth must be a whole number from 0, not ${String(depth)}`);
  }
  const { kind } = explanation.step;
  const detail = options.detail ?? (kind === "leaf" || kind === "line" ? "full" : "short");
  const sentences = [
    ...headSentences(voice, explanation),
    ...stepSentences({ voice, explanation, detail, depth }, explanation.step, 0),
  ];
  return options.markdown === true ? markdownLayout(sentences) : plainLayout(sentences);
}

interface Telling {
  readonly voice: Voice;
  readonly explanation: Explanation;
  readonly detail: Detail;
  readonly depth: number | undefined;
}

/** Whose result it is, by which set, on what data, up to where, and on what basis. */
function headSentences(voice: Voice, { unit, set, round, until, step }: Explanation): readonly Sentence[] {
  const about = [
    voice.words(set.title),
    round.status === "illustrative" ? voice.say("illustrativeData", {}) : undefined,
    until === undefined ? undefined : untilText(voice, until),
  ];
  return [
    { level: 0, label: `${voice.words(unit.name)},`, text: `${joined(about, "; ")}.` },
    ...basisSentences(voice, step.basis, 0),
  ];
}

const untilText = (voice: Voice, until: Until): string =>
  /^\d/.test(until)
    ? voice.say("untilDay", { day: voice.day(until) })
    : voice.say("untilStage", { stage: voice.wording.stages[until as Stage | "self"] });

function stepSentences(telling: Telling, step: Step, level: number): readonly Sentence[] {
  const { voice, explanation, detail, depth } = telling;
  if (depth !== undefined && level > depth) return [];
  switch (step.kind) {
    case "unit":
      return unitSentences(telling, step, level);
    case "node":
    case "source":
      return groupSentences(telling, step, level);
    case "leaf":
      return leafSentences(voice, step, level, detail);
    case "line":
      return lineSentences(voice, step, level, detail);
    case "index":
      return indexSentences(voice, step, level);
    case "grade":
      return gradeSentences(voice, step, level);
    case "place":
      return placeSentences(voice, step, explanation.unit, level);
    case "unscored": {
      const days =
        step.lateDays > 0 ? voice.say("lateBy", { days: voice.number(String(step.lateDays)) }) : undefined;
      const reason = joined([voice.wording.unranked[step.reason], days], ", ");
      const text = `${voice.say("unscored", { reason })}.`;
      const listed = (severity: Issue["severity"]): readonly Sentence[] =>
        step.issues
          .filter((it) => it.severity === severity)
          .map((it) => ({ level: level + 1, text: issueSentence(voice, it) }));
      return [
        { level, label: `${voice.say("result", {})}:`, text },
        ...headed(level, voice.say("errors", {}), listed("error")),
        ...headed(level, voice.say("warnings", {}), listed("warning")),
      ];
    }
  }
}

/** Sentences under a heading; no heading without any. */
const headed = (level: number, heading: string, sentences: readonly Sentence[]): readonly Sentence[] =>
  sentences.length === 0 ? [] : [{ level, label: `${heading}:`, text: "" }, ...sentences];

/** The words of an issue; a day in the style of the language, unless it is quoted as it was found. */
const issueSentence = ({ language, day }: Voice, issue: Issue): string =>
  issue[language].replace(/(?<![\w“-])\d{4}-\d{2}-\d{2}(?![\w”-])/g, day);

function unitSentences(telling: Telling, step: UnitStep, level: number): readonly Sentence[] {
  const { voice } = telling;
  const points = pointsOfSum(voice, step);
  const result = [
    unitText(voice, step),
    points === "" ? undefined : voice.say("total", { points }),
    step.claimed === undefined
      ? undefined
      : voice.say("claimedTotal", { points: voice.number(step.claimed.rounded) }),
  ];
  const below = (steps: readonly Step[]): readonly Sentence[] =>
    steps.flatMap((it) => stepSentences(telling, it, level + 1));
  const items = step.steps.filter((it) => it.kind !== "line");
  const top = items[0]?.level;
  return [
    { level, label: `${voice.say("result", {})}:`, text: `${joined(result, "; ")}.` },
    ...openSentences(voice, step, level),
    ...indexSentences(voice, step.index, level),
    ...gradeSentences(voice, step.grade, level),
    ...headed(
      level,
      voice.say("sources", {}),
      step.sources.map((it) => sourceSentence(voice, it, level + 1)),
    ),
    ...headed(
      level,
      voice.say("byLevel", { level: top === undefined ? "" : inner(voice.words(top)) }),
      below(items),
    ),
    ...headed(level, voice.say("lines", {}), below(step.steps.filter((it) => it.kind === "line"))),
  ];
}

/** What is open, by what it waits for. */
function openSentences(voice: Voice, { open }: UnitStep, level: number): readonly Sentence[] {
  const reasons = [...new Set(open.map(({ why }) => why))];
  return reasons.map((why) => {
    const items = open.filter((it) => it.why === why).map(({ number }) => number);
    const facts = { reason: voice.wording.reasons[why], items: items.join(", ") };
    return { level, text: `${voice.say("open", facts)}.` };
  });
}

function unitText(voice: Voice, { state, index }: UnitStep): string {
  if (state === "refused") return voice.say("unitRefused", {});
  if (index.sum !== undefined)
    return voice.say("unitComplete", { index: voice.percent(index.sum.index.rounded) });
  if (index.bounds === undefined) return voice.say("unitNotApplicable", {});
  const { low, high } = index.bounds;
  return voice.say("unitProvisional", {
    low: voice.percent(low.index.rounded),
    high: voice.percent(high.index.rounded),
  });
}

/** Points of a sum out of its applicable maximum, or their bounds. */
function pointsOfSum(
  voice: Voice,
  { points, bounds, maxPoints }: Pick<SumPart, "points" | "bounds" | "maxPoints">,
): string {
  const max = voice.number(maxPoints);
  if (points !== undefined) return voice.say("points", { points: voice.number(points.rounded), max });
  if (bounds === undefined) return "";
  return voice.say("pointsBetween", {
    low: voice.number(bounds.low.rounded),
    high: voice.number(bounds.high.rounded),
    max,
  });
}

/** Points, component index and claim of a node or source. */
function partTexts(voice: Voice, part: SumPart): readonly (string | undefined)[] {
  return [
    part.maxPoints === "0" ? voice.say("notApplicableValue", {}) : pointsOfSum(voice, part),
    part.index === undefined
      ? undefined
      : voice.say("component", { percent: voice.percent(part.index.rounded) }),
    part.claimed === undefined
      ? undefined
      : voice.say("claimed", { points: voice.number(part.claimed.rounded) }),
  ];
}

function groupSentences(telling: Telling, step: NodeStep | SourceStep, level: number): readonly Sentence[] {
  const { voice } = telling;
  const children = step.steps.flatMap((it) => stepSentences(telling, it, level + 1));
  if (step.kind === "source") return [sourceSentence(voice, step, level), ...children];
  const at = bracketed(step.basis.at);
  const text = `(${voice.words(step.title)}): ${joined([joined(partTexts(voice, step), ", "), at], " ")}.`;
  return [
    { level, label: joined([step.level && voice.words(step.level), step.number], " "), text },
    ...children,
  ];
}

const sourceSentence = (voice: Voice, source: SourceTotal, level: number): Sentence => ({
  level,
  label: `${voice.words(source.title)}:`,
  text: `${joined(partTexts(voice, source), ", ")}.`,
});

/** The sentences of a line. */
function lineSentences(voice: Voice, step: LineStep, level: number, detail: Detail): readonly Sentence[] {
  const { points, bounds, working } = step;
  const amount =
    points !== undefined
      ? voice.say("pointsAlone", { points: voice.signed(points) })
      : bounds === undefined
        ? ""
        : voice.say("pointsFrom", { low: voice.signed(bounds.low), high: voice.signed(bounds.high) });
  const at = bracketed(step.basis.at);
  const { label, text } = namedLine(voice, step.line, working);
  const head: Sentence = { level, label, text: `${joined([joined([text, amount], " → "), at], " ")}.` };
  const decided = working.kind === "decided" ? { ...working, line: step.line } : undefined;
  const entries = decided === undefined ? [] : historySentences(voice, decided, decided.history, level + 1);
  if (detail === "short") return [head, ...entries];
  const rule = decided === undefined ? [] : decidedTexts(voice, decided);
  const exact = points?.exact.includes("/")
    ? [voice.say("exact", { exact: voice.number(points.exact) })]
    : [];
  return [
    head,
    ...[...rule, ...exact].map((text): Sentence => ({ level: level + 1, text: `${text}.` })),
    ...(level === 0 ? [] : basisSentences(voice, step.basis, level + 1)),
    ...entries,
  ];
}

/** A line that the council decides, with its kind. */
type Decided = Extract<LineWorking, { kind: "decided" }> & Pick<LineStep, "line">;

/** The rule, and how it comes to what is given or taken away. */
function decidedTexts(voice: Voice, decided: Decided): readonly string[] {
  const { given, line } = decided;
  const working = given?.kind === "facts" ? voice.working(decided, given.applied) : undefined;
  return [
    voice.say("rule", { rule: voice.rule(decided) }),
    ...(working === undefined
      ? []
      : [voice.say(line === "penalty" ? "formulaTaken" : "formula", { working })]),
  ];
}

interface NamedLine {
  readonly label: string;
  readonly text: string;
}

function namedLine(voice: Voice, line: LineStep["line"], working: LineWorking): NamedLine {
  switch (working.kind) {
    case "conversion": {
      const facts = {
        source: voice.words(working.source),
        left: voice.number(working.left),
        applicable: voice.number(working.applicable),
      };
      const text =
        working.left === "0" || working.applicable === "0"
          ? voice.say("conversionIdle", facts)
          : working.points === undefined
            ? voice.say("conversionOpen", facts)
            : voice.say("conversionOf", { ...facts, points: workedAmount(voice, working.points) });
      return { label: voice.say("conversion", {}), text };
    }
    case "decided":
      return decidedLine(voice, { ...working, line });
    case "late":
      return { label: `${voice.say("late", {})}:`, text: lateSentence(voice, working) };
    case "cap":
      return cappedLine(voice, working);
  }
}

function decidedLine(voice: Voice, decided: Decided): NamedLine {
  const { number, title, given, line } = decided;
  const label = voice.say(line === "penalty" ? "penalty" : "bonus", { number });
  const what =
    given === undefined
      ? voice.say("undecided", {})
      : given.kind !== "facts"
        ? voice.say(line === "penalty" ? "takenPoints" : "decidedPoints", {})
        : appliedText(voice, decided, given.facts, given.applied);
  return { label, text: `(${voice.words(title)}): ${what}` };
}

function lateSentence(voice: Voice, working: Extract<LineWorking, { kind: "late" }>): string {
  const { policy, days, submitted, deadline, extension } = working;
  const due =
    extension !== undefined
      ? voice.say("by", { date: voice.day(extension.by) })
      : deadline?.before !== undefined
        ? voice.say("before", { date: voice.day(deadline.before) })
        : deadline?.by !== undefined
          ? voice.say("by", { date: voice.day(deadline.by) })
          : "";
  const charge = (): string => {
    if (policy.kind === "flag") return voice.say("lateFlag", {});
    if (policy.kind === "refuse") return voice.say("lateRefuse", {});
    const points = voice.number(policy.points);
    if (policy.kind === "flat") return voice.say("lateFlat", { points });
    return policy.cap === undefined
      ? voice.say("latePerDay", { points })
      : voice.say("lateCapped", { points, cap: voice.number(policy.cap) });
  };
  const what =
    days <= 0 || submitted === undefined
      ? voice.say("onTime", {})
      : voice.say("lateDays", {
          days: voice.number(String(days)),
          submitted: voice.day(submitted),
          deadline: due,
        });
  const extended =
    extension === undefined
      ? undefined
      : voice.say("extension", { date: voice.day(extension.by), reason: clause(extension.reason) });
  return joined([what, extended, charge()], "; ");
}

function cappedLine(voice: Voice, working: Extract<LineWorking, { kind: "cap" }>): NamedLine {
  const { of, title, cap, before } = working;
  const whose = {
    line: () => voice.say("capLine", { title: title === undefined ? "" : voice.words(title) }),
    bonus: () => voice.say("capBonus", {}),
    penalty: () => voice.say("capPenalty", {}),
    max: () => voice.say("capMax", {}),
    min: () => voice.say("capMin", {}),
  }[of]();
  const percent = of === "max" || of === "min";
  const shown = (text: string): string =>
    percent ? voice.percent(text) : voice.say("pointsAlone", { points: voice.number(text) });
  const bites =
    cap === undefined || before === undefined
      ? voice.say("capIdle", {})
      : voice.say("capBites", { before: shown(shortest(before.rounded)), cap: shown(cap) });
  return { label: voice.say("cap", {}), text: `${whose}: ${bites}` };
}

/** Digits up to which a number inside an arithmetic is written exactly; longer ones are rounded and say so. */
const shownLength = 9;

const workedAmount = (voice: Voice, { exact, rounded }: Amount): string =>
  exact.length <= shownLength ? voice.number(exact) : `≈ ${voice.number(rounded)}`;

/** The index as an arithmetic: `"68,32 ÷ 84 × 100 + 1 ÷ 100 × 100 = 82,33 %"`. */
function indexSentences(voice: Voice, step: IndexStep, level: number): readonly Sentence[] {
  const label = `${voice.say("index", {})}:`;
  if (step.sum !== undefined) return [{ level, label, text: `${indexText(voice, step.sum)}.` }];
  if (step.bounds === undefined) return [{ level, label, text: `${voice.say("indexNone", {})}.` }];
  const { low, high } = step.bounds;
  const facts = { low: indexText(voice, low), high: indexText(voice, high) };
  return [{ level, label, text: `${voice.say("indexBetween", facts)}.` }];
}

function indexText(voice: Voice, { index, terms }: IndexSum): string {
  const parts = terms.map(({ points, dividedBy }, at) => {
    const negative = points.exact.startsWith("-");
    const term = voice.say("indexTerm", {
      points: workedAmount(voice, negative && at > 0 ? magnitude(points) : points),
      max: voice.number(dividedBy),
    });
    return at === 0 ? term : `${negative ? "−" : "+"} ${term}`;
  });
  return `${parts.join(" ")} = ${voice.percent(index.rounded)}`;
}

/** The grade with the bounds of its band. */
function gradeSentences(
  voice: Voice,
  { state, index, grade }: GradeStep,
  level: number,
): readonly Sentence[] {
  const label = `${voice.say("grade", {})}:`;
  if (grade === undefined || index === undefined) {
    const none = voice.say(state === "complete" ? "gradeUndeclared" : "gradeNone", {});
    return [{ level, label, text: `${none}.` }];
  }
  const from = grade.from === undefined ? undefined : voice.percent(grade.from);
  const below = grade.below === undefined ? undefined : voice.percent(grade.below);
  const band =
    from !== undefined && below !== undefined
      ? voice.say("gradeRange", { from, below })
      : from !== undefined
        ? voice.say("gradeFrom", { from })
        : below !== undefined
          ? voice.say("gradeBelow", { below })
          : undefined;
  const why = band === undefined ? undefined : voice.say("gradeBand", { index: voice.percent(index), band });
  return [{ level, label, text: `${joined([voice.words(grade.title), bracketed(why)], " ")}.` }];
}

/** The place, what decided it, and the units around it. */
function placeSentences(
  voice: Voice,
  step: PlaceStep,
  unit: Explanation["unit"],
  level: number,
): readonly Sentence[] {
  const { place, reason, ranking, shared, before, after } = step;
  const counted = (phrase: "placeIncomplete" | "placeExempted", count: number): string | undefined =>
    count === 0 ? undefined : voice.say(phrase, { count: voice.number(String(count)) });
  const apart = [counted("placeIncomplete", step.unranked), counted("placeExempted", step.exempted)];
  const label = `${voice.say("place", {})}:`;
  if (place === undefined) {
    const why =
      step.exempt === undefined
        ? voice.say("placeNone", { reason: voice.wording.unranked[reason ?? "error"] })
        : voice.say("placeExempt", { reason: inner(step.exempt) });
    return [{ level, label, text: `${joined([why, ...apart], "; ")}.` }];
  }
  const facts = {
    place: voice.number(String(place.place)),
    of: voice.number(String(step.of)),
    group: voice.words(unit.group),
  };
  const text = joined(
    [
      voice.say("placeOf", facts),
      voice.say(ranking.on === "exact" ? "onExact" : "onPublished", { index: voice.percent(place.index) }),
      shared.length === 0
        ? undefined
        : voice.say("placeShared", { units: shared.map(({ name }) => voice.words(name)).join("; ") }),
      decisiveText(voice, step),
      ...apart,
    ],
    "; ",
  );
  const near = (phrase: "placeBefore" | "placeAfter", other: Neighbour | undefined): Sentence[] =>
    other === undefined ? [] : [{ level: level + 1, text: `${neighbourText(voice, phrase, other)}.` }];
  return [{ level, label, text: `${text}.` }, ...near("placeBefore", before), ...near("placeAfter", after)];
}

const neighbourText = (
  voice: Voice,
  phrase: "placeBefore" | "placeAfter",
  { name, index, place }: Neighbour,
): string =>
  voice.say(phrase, {
    unit: voice.words(name),
    index: voice.percent(index),
    place: voice.number(String(place)),
  });

/** Against whom, by what, and the value of each. */
function decisiveText(voice: Voice, { place, decider }: PlaceStep): string | undefined {
  if (place?.decidedBy === undefined || decider === undefined) return undefined;
  const { number, title, against, value } = decider;
  const shown = (text: string): string =>
    text === ""
      ? voice.say("notApplicableValue", {})
      : title === undefined
        ? voice.percent(text)
        : voice.number(text);
  return voice.say(place.place < against.place ? "decidedAbove" : "decidedBelow", {
    unit: voice.words(against.name),
    what:
      title === undefined ? voice.say("exactIndex", {}) : `“${joined([number, voice.words(title)], " ")}”`,
    value: shown(place.decidedBy.value),
    other: shown(value),
  });
}
