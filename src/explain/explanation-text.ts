/**
 * An explanation in words, Vietnamese or English, as plain text that fits 100 columns or as Markdown: whose it is, by
 * which set, up to where and on what basis, then what is explained. The sentences are made here from the explanation
 * alone.
 */
import type { Until } from "../appraisal.ts";
import type { Issue } from "../issue.ts";
import type { Stage } from "../round.ts";
import type { Language } from "../rule.ts";
import { inner } from "../rules/words.ts";
import { basisSentences, type Detail, leafSentences } from "./explanation-leaf-text.ts";
import { gradeSentences, indexSentences, lineSentences, placeSentences } from "./explanation-line-text.ts";
import type {
  Explanation,
  NodeStep,
  SourceStep,
  SourceTotal,
  Step,
  SumPart,
  UnitStep,
} from "./explanation-step.ts";
import { markdownLayout, plainLayout, type Sentence } from "./words/layout.ts";
import { bracketed, joined, type Voice, voiceOf } from "./words/voice.ts";

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
          .map((it) => ({ level: level + 1, text: issueWords(voice, it) }));
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
const issueWords = ({ language, day }: Voice, issue: Issue): string =>
  issue[language].replace(/(?<![\w“-])\d{4}-\d{2}-\d{2}(?![\w”-])/g, day);

function unitSentences(telling: Telling, step: UnitStep, level: number): readonly Sentence[] {
  const { voice } = telling;
  const points = sumText(voice, step);
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
function sumText(
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
    part.maxPoints === "0" ? voice.say("notApplicableValue", {}) : sumText(voice, part),
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

const sourceSentence = (voice: Voice, it: SourceTotal, level: number): Sentence => ({
  level,
  label: `${voice.words(it.title)}:`,
  text: `${joined(partTexts(voice, it), ", ")}.`,
});
