/**
 * The steps between the leaves and the result in words: lines with what they are worked out from, the index as the sum
 * of its terms, grade and place.
 */
import type { Amount } from "../amount.ts";
import { shortest } from "../number.ts";
import { clause, inner } from "../rules/words.ts";
import { appliedText, basisSentences, type Detail } from "./explanation-leaf-text.ts";
import type {
  Explanation,
  GradeStep,
  IndexStep,
  IndexSum,
  LineStep,
  LineWorking,
  Neighbour,
  PlaceStep,
} from "./explanation-step.ts";
import { historySentences } from "./history-text.ts";
import { magnitude } from "./words/amounts.ts";
import type { Sentence } from "./words/layout.ts";
import { bracketed, joined, type Voice } from "./words/voice.ts";

/** The sentences of a line. */
export function lineSentences(
  voice: Voice,
  step: LineStep,
  level: number,
  detail: Detail,
): readonly Sentence[] {
  const { points, bounds, working } = step;
  const amount =
    points !== undefined
      ? voice.say("pointsAlone", { points: voice.signed(points) })
      : bounds === undefined
        ? ""
        : voice.say("pointsFrom", { low: voice.signed(bounds.low), high: voice.signed(bounds.high) });
  const at = bracketed(step.basis.at);
  const { label, text } = lineText(voice, step.line, working);
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

interface LineText {
  readonly label: string;
  readonly text: string;
}

function lineText(voice: Voice, line: LineStep["line"], working: LineWorking): LineText {
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
      return decidedText(voice, { ...working, line });
    case "late":
      return { label: `${voice.say("late", {})}:`, text: lateText(voice, working) };
    case "cap":
      return capText(voice, working);
  }
}

function decidedText(voice: Voice, decided: Decided): LineText {
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

function lateText(voice: Voice, working: Extract<LineWorking, { kind: "late" }>): string {
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

function capText(voice: Voice, working: Extract<LineWorking, { kind: "cap" }>): LineText {
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
export function indexSentences(voice: Voice, step: IndexStep, level: number): readonly Sentence[] {
  const label = `${voice.say("index", {})}:`;
  if (step.sum !== undefined) return [{ level, label, text: `${sumText(voice, step.sum)}.` }];
  if (step.bounds === undefined) return [{ level, label, text: `${voice.say("indexNone", {})}.` }];
  const { low, high } = step.bounds;
  const facts = { low: sumText(voice, low), high: sumText(voice, high) };
  return [{ level, label, text: `${voice.say("indexBetween", facts)}.` }];
}

function sumText(voice: Voice, { index, terms }: IndexSum): string {
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
export function gradeSentences(
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
export function placeSentences(
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
      deciderText(voice, step),
      ...apart,
    ],
    "; ",
  );
  const near = (phrase: "placeBefore" | "placeAfter", it: Neighbour | undefined): Sentence[] =>
    it === undefined ? [] : [{ level: level + 1, text: `${neighbourText(voice, phrase, it)}.` }];
  return [{ level, label, text: `${text}.` }, ...near("placeBefore", before), ...near("placeAfter", after)];
}

const neighbourText = (voice: Voice, phrase: "placeBefore" | "placeAfter", it: Neighbour): string =>
  voice.say(phrase, {
    unit: voice.words(it.name),
    index: voice.percent(it.index),
    place: voice.number(String(it.place)),
  });

/** Against whom, by what, and the value of each. */
function deciderText(voice: Voice, { place, decider }: PlaceStep): string | undefined {
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
