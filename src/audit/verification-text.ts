/**
 * The answer of `verify` in words, a line for each thing that was checked, so that somebody without the code can read
 * what holds, what differs first, and what could not be checked. The step of a difference is told in the words of the
 * field: `inputs.selfAssessments 1.1.2 facts.numerator` is “báo cáo tự đánh giá, tiêu chí 1.1.2, số liệu kê khai, tử số”.
 */

import { assertGiven } from "../plain.ts";
import type { Language } from "../rule.ts";
import { enStyle, enTerms, enVerification } from "../words/en.ts";
import { viStyle, viTerms, viVerification } from "../words/vi.ts";
import {
  dayIn,
  joined,
  type Message,
  message,
  numberIn,
  percentIn,
  say,
  tableOf,
  type Words,
} from "../words/words.ts";
import { noValue, type StepDifference } from "./record-check.ts";
import type { HeldAgainst, Verification, VerifiedRecord } from "./verify.ts";

/** What the answer needs of a table of words. */
export type VerificationWords = Pick<Words, "style" | "terms" | "verification">;

const shippedVerificationWords: Readonly<Record<Language, VerificationWords>> = {
  vi: { style: viStyle, terms: viTerms, verification: viVerification },
  en: { style: enStyle, terms: enTerms, verification: enVerification },
};

/**
 * Words a verification.
 *
 * @param verification What `verify` gave.
 * @param language `"vi"` or `"en"`, or the words of another language.
 *
 * @returns The text, without a line break at its end.
 *
 * @throws RangeError if the language is not shipped.
 *
 * @example
 * ```ts
 * import { verificationText, verify } from "par-index/audit";
 * verificationText(verify({}), "en").split("\n")[0]; // => 'This is no record of the format'
 * ```
 */
export function verificationText(verification: Verification, language: Language | VerificationWords): string {
  const words = tableOf(language, shippedVerificationWords, "verificationText");
  assertGiven(
    verification,
    ["digests", "unchecked"],
    "verificationText: the verification must be what verify gives",
  );
  const { record, digests, recomputation, sums, round, published, inclusion, unchecked, firstDifference } =
    verification;
  const isReadable = digests !== "unreadable";
  return joined(
    [
      ...(record === undefined ? [] : verifiedLines(record, words)),
      ...againstLines(verification.against, words),
      say(words, `verification.digests.${digests}`),
      isReadable ? say(words, `verification.recomputation.${recomputation}`) : undefined,
      isReadable ? say(words, `verification.sums.${sums}`) : undefined,
      round === "not-done" ? undefined : say(words, `verification.round.${round}`),
      published && say(words, `verification.published.${published}`),
      inclusion && say(words, `verification.inclusion.${inclusion}`),
      firstDifference && firstText(firstDifference, round, words),
      verification.conclusion === "partly" || unchecked.length === 0
        ? undefined
        : say(words, "verification.unchecked", {
            parts: unchecked.map((it) => message(`verification.unchecked.${it}`)),
          }),
      say(words, "verification.conclusion", {
        conclusion: message(`verification.conclusion.${verification.conclusion}`, {
          parts: unchecked.map((it) => message(`verification.unchecked.${it}`)),
        }),
      }),
    ],
    "\n",
  );
}

/** The unit or else the group, and its set; then what the record says of it. */
function verifiedLines(
  { unit, group, set, edition, index, place }: VerifiedRecord,
  words: VerificationWords,
): readonly string[] {
  const told = (facts: Readonly<Record<string, string | number | undefined>>): readonly Message[] =>
    Object.entries(facts).flatMap(([key, value]) =>
      value === undefined ? [] : [message("verification.fact", { name: differingStep(key, words), value })],
    );
  const of = unit === undefined ? { group, set, edition } : { unit, set, edition };
  const result = told({ index: index === undefined ? undefined : percentIn(words, index), place });
  return [
    say(words, "verification.sealed", { facts: told(of) }),
    ...(result.length === 0 ? [] : [say(words, "verification.outcome", { facts: result })]),
  ];
}

/** The digests of what was held against each other. */
function againstLines({ record, set, round, digest, root }: HeldAgainst, words: VerificationWords): string[] {
  return [
    ...(record === undefined ? [] : [say(words, "verification.against.record", { digest: record })]),
    ...(set === undefined
      ? []
      : [say(words, `verification.against.${set.builtIn ? "builtIn" : "set"}`, set)]),
    ...(round === undefined ? [] : [say(words, "verification.against.round", { digest: round })]),
    ...(digest === undefined ? [] : [say(words, "verification.against.digest", { digest })]),
    ...(root === undefined ? [] : [say(words, "verification.against.root", { digest: root })]),
  ];
}

function firstText(first: StepDifference, round: Verification["round"], words: VerificationWords): string {
  const { step, found, expected, from } = first;
  const line = (about: string, what: Message): string =>
    say(words, "verification.first", { step: differingStep(about, words), what });
  if (from === "digest") {
    const isTold = round === "not-done" && /^(?:unit \S+: )?(?:inputs|relative)/.test(step);
    return line(step, message("verification.changed", { round: isTold ? "round" : undefined }));
  }
  const lack = from === "round" ? lackOf(first, round) : undefined;
  if (lack !== undefined) return line(lack.about, lack.what);
  const values = { found: valueText(found, step, words), expected: valueText(expected, step, words) };
  return line(step, message(`verification.${sideOf(first, round)}`, values));
}

/** A value is called wrong where it is computed from the same inputs, or the round is the one that was sealed. */
function sideOf({ step, from }: StepDifference, round: Verification["round"]) {
  if (from === "set") return "apart.set";
  if (from === "published") return "apart.published";
  if (from !== "round" || round !== "differs") return "wrong";
  return step.includes("inputs") ? "apart.round" : "apart.computed";
}

/** What is said of an element that only one side has: an entry by who made it and when, any other as the part it is. */
function lackOf(
  { step, found, expected }: StepDifference,
  round: Verification["round"],
): { readonly about: string; readonly what: Message } | undefined {
  if (found !== noValue && expected !== noValue) return undefined;
  const isExtra = expected === noValue;
  const lacks = (what: Message): Message =>
    message(`verification.lacks.${!isExtra ? "record" : round === "same" ? "excess" : "round"}`, { what });
  const there = isExtra ? found : expected;
  const [, ledger, item = "", kind] =
    /^((?:unit \S+: )?inputs\.ledger) (\S+) (\S+)(?: \d+)?$/.exec(step) ?? [];
  const [, by = "", day] = /^(\S+) (\d{4}-\d\d-\d\d)$/.exec(there) ?? [];
  if (ledger !== undefined && day !== undefined) {
    const entry =
      kind === "explain"
        ? message("verification.explained", { item, day })
        : message("verification.entry", { by, item, day });
    return { about: ledger, what: lacks(entry) };
  }
  return /^[{[]/.test(there) ? { about: step, what: lacks(message("verification.part")) } : undefined;
}

/** Lists of the inputs whose elements are named by an item before anything else. */
const byItem = ["selfAssessments", "ledger", "statistics", "targets"].map((list) => `inputs.${list}`);

/** Parts of which the key alone is told: “Chỉ số”, not “kết quả, Chỉ số”. */
const untold = ["inputs", "result", "place"];

/** Steps that are followed by the id of what they are about. */
type StepKind = {
  [K in keyof Words["verification"]]: K extends `step.${infer Kind}` ? Kind : never;
}[keyof Words["verification"]];

const isStepKind = (kind: string): kind is StepKind => Object.hasOwn(viVerification, `step.${kind}`);

const isKey = <T extends object>(table: T, key: PropertyKey): key is keyof T => Object.hasOwn(table, key);

/** A step in words. */
function differingStep(step: string, words: VerificationWords): string {
  const [, unit, rest = ""] = /^(?:unit (\S+): )?([\s\S]*)$/.exec(step) ?? [];
  const text = withinUnit(rest, words);
  return unit === undefined ? text : joined([`${keysText("unit", words)} ${unit}`, text], words.style.comma);
}

function withinUnit(step: string, words: VerificationWords): string {
  const [, kind = "", id = ""] = /^(place of|line \w+|\w+) ([\s\S]+)$/.exec(step) ?? [];
  // What is late or capped is no id that somebody chose.
  const params = { id: /^line (?:late|cap)$/.test(kind) ? keysText(id, words) : id };
  if (isStepKind(kind)) return say(words, `verification.step.${kind}`, params);
  const [first = "", ...rest] = step.split(" ");
  const told = rest.map((name, at) =>
    at === 0 && byItem.includes(first) ? withinUnit(`leaf ${name}`, words) : keysText(name, words),
  );
  const { comma } = words.style;
  return told.reduce((text, it) => `${text}${/^\d+$/.test(it) ? " " : comma}${it}`, keysText(first, words));
}

/** Keys with points between them; a name that somebody chose stays as it is. */
function keysText(path: string, words: VerificationWords): string {
  const word = (name: string): string | undefined => {
    const [own, stage] = [`name.${name}`, `stage.${name}`];
    if (isKey(words.verification, own)) return words.verification[own];
    return isKey(words.terms, stage) ? words.terms[stage] : undefined;
  };
  const [first = "", ...rest] = path.split(".");
  const whole = word(path);
  if (whole !== undefined || word(first) === undefined) return whole ?? path;
  const told = untold.includes(first) ? rest : [first, ...rest];
  return joined(
    told.map((key) => word(key) ?? key),
    words.style.comma,
  );
}

/** What stands at a step, or should, in the style of the language. */
function valueText(value: string, step: string, words: VerificationWords): string {
  const own = `value.${value}`;
  if (isKey(words.verification, own)) return words.verification[own];
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return dayIn(words, value);
  return isFigure(step) && /^-?\d+(\.\d+)?(\/\d+)?$/.test(value) ? numberIn(words, value) : value;
}

/** Documents, sections and pages have numbers too, which are no figures. */
const isFigure = (step: string): boolean =>
  !step.includes("inputs.") || /[. ](?:numerator|denominator|percent|value|count|points|forms)$/.test(step);
