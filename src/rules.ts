/**
 * All kinds of rule, and the doors through which the rest of the library uses them. Facts and rules come in as data and
 * are judged here; a new kind is one new file and one line in `ruleKinds` (design 2: a closed vocabulary).
 */
import { z } from "zod";
import type { Decimal, Facts } from "./criteria-set.ts";
import type { Path, Report } from "./issue.ts";
import type { CompiledRule, Language, LeafContext, Rule, RuleKind, RuleStep } from "./rule.ts";
import { bands } from "./rules/bands.ts";
import { checklist } from "./rules/checklist.ts";
import { choice } from "./rules/choice.ts";
import { count } from "./rules/count.ts";
import { deduction } from "./rules/deduction.ts";
import { direct } from "./rules/direct.ts";
import { checkPoints } from "./rules/given.ts";
import { percent } from "./rules/percent.ts";
import { ratio } from "./rules/ratio.ts";
import { relative } from "./rules/relative.ts";
import { survey } from "./rules/survey.ts";
import { readShape, withoutEval } from "./shape.ts";

/** The kinds of rule, by their discriminant, in the order of the design's table. */
export const ruleKinds: { readonly [K in Rule["kind"]]: RuleKind<Extract<Rule, { kind: K }>> } = {
  choice,
  checklist,
  ratio,
  percent,
  bands,
  count,
  deduction,
  direct,
  survey,
  relative,
};

/** The kinds that a bonus or penalty line may carry: they do without a maximum (design 3.8). */
export const lineRuleKinds: readonly Rule["kind"][] = ["choice", "checklist", "count", "direct"];

/** The shape of any rule in a file. */
export const ruleSchema: z.ZodType<Rule> = withoutEval(() =>
  z.discriminatedUnion("kind", [
    choice.schema,
    checklist.schema,
    ratio.schema,
    percent.schema,
    bands.schema,
    count.schema,
    deduction.schema,
    direct.schema,
    survey.schema,
    relative.schema,
  ]),
);

const kindOf = (rule: Rule): RuleKind<Rule> => ruleKinds[rule.kind] as RuleKind<Rule>;

/** Makes a rule ready for its leaf: constants parsed, lookups built. */
export const compileRule = (rule: Rule, leaf: LeafContext): CompiledRule => kindOf(rule).compile(rule, leaf);

/** Checks a rule of the right shape within its leaf; `path` is that of the rule. On a line `leaf.max` is its cap. */
export function checkRule(rule: Rule, leaf: LeafContext, path: Path, report: Report, item: string): void {
  kindOf(rule).check(rule, leaf, path, report, item);
}

/** The lowest and highest points that any answer can give; no highest on a line without a cap. */
export const reachOf = (rule: Rule, leaf: LeafContext): ReturnType<RuleKind<Rule>["reach"]> =>
  kindOf(rule).reach(rule, leaf);

/** The rule in words, one sentence without a full stop. */
export const ruleText = (rule: Rule, leaf: LeafContext, language: Language): string =>
  kindOf(rule).ruleText(rule, leaf, language);

/** The facts in words. */
export const factsText = (rule: Rule, facts: Facts, language: Language): string =>
  kindOf(rule).factsText(rule, facts, language);

/** The case that applied in words. */
export const stepText = (rule: Rule, step: RuleStep, language: Language): string =>
  kindOf(rule).stepText(rule, step, language);

/**
 * Reads the facts of an answer and checks them against the rule. Gives undefined after reporting everything that is
 * wrong with them; facts of another kind are one issue, that says what was expected.
 */
export function readFacts(
  rule: Rule,
  leaf: LeafContext,
  value: unknown,
  path: Path,
  report: Report,
  item: string,
): Facts | undefined {
  const kind = kindOf(rule);
  const schema = kind.facts(rule);
  const expected = factsKeys(rule);
  const given = givenKeys(value, expected);
  if (schema === undefined || given !== undefined) {
    const words = expectedWords[expected];
    const found =
      given ?? (typeof value === "object" && value !== null ? Object.keys(value).join(", ") : String(value));
    report("answer-of-wrong-kind", path, { found, expected: words.en, expectedVi: words.vi }, { item });
    return undefined;
  }
  const facts = readShape(schema, value, path, report, { item });
  if (facts === undefined) return undefined;
  const before = report.issues.length;
  kind.checkFacts(rule, leaf, facts, path, report, item);
  return report.issues.slice(before).some(({ severity }) => severity === "error") ? undefined : facts;
}

/**
 * Checks points that are given in place of facts, when the council adjusts a leaf (design 3.5): between the floor and
 * the maximum, on the leaf's step, or without one with at most as many decimals as are published.
 */
export function checkGivenPoints(
  rule: Rule,
  leaf: LeafContext,
  points: Decimal,
  path: Path,
  report: Report,
  item: string,
): void {
  const limits = rule.kind === "direct" || rule.kind === "deduction" ? rule : {};
  checkPoints(limits, leaf, points, path, report, item);
}

/** The keys of each shape of facts, and how an answer of that shape is asked for in words. */
const expectedWords = {
  choice: { vi: "mã của một phương án (choice)", en: "the id of one option (choice)" },
  parts: { vi: "danh sách mã các nội dung đạt (parts)", en: "the ids of the parts that hold (parts)" },
  "numerator, denominator": {
    vi: "hai số đếm, tử số và mẫu số (numerator, denominator)",
    en: "two counts, numerator and denominator (numerator, denominator)",
  },
  percent: { vi: "tỷ lệ phần trăm như đã in (percent)", en: "a percentage as printed (percent)" },
  value: { vi: "một con số (value)", en: "a number (value)" },
  count: { vi: "một số đếm (count)", en: "a count (count)" },
  breaches: {
    vi: "số lần vi phạm của từng loại (breaches)",
    en: "the count of each kind of breach (breaches)",
  },
  points: { vi: "số điểm (points)", en: "points (points)" },
  none: {
    vi: "để trống: điểm của mục này lấy từ kết quả khảo sát",
    en: "nothing: the points of this item come from the survey",
  },
} as const;

type FactsKeys = keyof typeof expectedWords;

/** The keys of the facts that a rule asks for. */
function factsKeys(rule: Rule): FactsKeys {
  switch (rule.kind) {
    case "choice":
    case "percent":
    case "count":
      return rule.kind;
    case "checklist":
      return "parts";
    case "ratio":
      return "numerator, denominator";
    case "deduction":
      return "breaches";
    case "direct":
      return "points";
    case "survey":
      return "none";
    case "bands":
      return ({ ratio: "numerator, denominator", percent: "percent", number: "value" } as const)[rule.of];
    case "relative":
      return ({ ratio: "numerator, denominator", count: "count" } as const)[rule.of];
  }
}

/** The keys of a value that are just those of another kind of facts; undefined where they are not. */
function givenKeys(value: unknown, expected: FactsKeys): string | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const keys = Object.keys(value);
  const wanted = expected.split(", ");
  if (keys.length === 0 || keys.some((key) => wanted.includes(key))) return undefined;
  const known = Object.keys(expectedWords).map((it) => it.split(", "));
  return known.some((it) => it.every((key) => keys.includes(key))) ? keys.join(", ") : undefined;
}
