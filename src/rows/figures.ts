/**
 * The figures of a leaf as rows: each thing that a rule asks for has a row of its own beneath its leaf, with a code and
 * a label, so that an officer fills in one cell for each and types no id (design 2, table of rules).
 */
import type { Facts } from "../criteria-set.ts";
import type { Rule } from "../rule.ts";
import { pointsText } from "../rules/words.ts";

/** One figure that a leaf asks for. */
export interface Figure {
  /** The id of the option, part or breach, or the key of the fact. */
  readonly key: string;
  /** What the cell holds. */
  readonly holds: "mark" | "count" | "decimal" | "percent";
  /** What is asked, in Vietnamese. */
  readonly label: string;
}

/** What an officer filled in, by the key of the figure. */
export type Filled = ReadonlyMap<string, boolean | number | string>;

/** The code of a figure's row. No id has a `#`, so that no code of a figure is the id of an item. */
export const figureCode = (item: string, key: string): string => `${item}#${key}`;

/** The figures of a rule, in the order of their rows; none where the points themselves are the fact, or nobody answers. */
export function figuresOf(rule: Rule): readonly Figure[] {
  switch (rule.kind) {
    case "choice":
      return rule.options.map((it) => marked("Phương án", it.id, it.title.vi, it.points));
    case "checklist":
      return rule.parts.map((it) => marked("Nội dung đạt", it.id, it.title.vi, it.points));
    case "deduction":
      return rule.breaches.map(({ id, title, points }) => ({
        key: id,
        holds: "count",
        label: `Số lần: ${title.vi} (trừ ${pointsText(points, "vi")}/lần)`,
      }));
    case "percent":
      return [{ key: "percent", holds: "percent", label: `Tỷ lệ (%): ${rule.of.vi}` }];
    case "count":
      return [{ key: "count", holds: "count", label: `Số lượng: ${rule.what.vi}` }];
    case "ratio":
      return twoCounts(rule.numerator.vi, rule.denominator.vi);
    case "bands":
      if (rule.of === "ratio") return twoCounts(rule.numerator.vi, rule.denominator.vi);
      if (rule.of === "percent")
        return [{ key: "percent", holds: "percent", label: `Tỷ lệ (%): ${rule.what.vi}` }];
      return [{ key: "value", holds: "decimal", label: `Con số: ${rule.what.vi}` }];
    case "relative":
      if (rule.of === "ratio") return twoCounts(rule.numerator.vi, rule.denominator.vi);
      return [{ key: "count", holds: "count", label: `Số lượng: ${rule.what.vi}` }];
    case "direct":
    case "survey":
      return [];
  }
}

const marked = (head: string, key: string, title: string, points: string): Figure => ({
  key,
  holds: "mark",
  label: `${head} (đánh dấu x): ${title}, ${pointsText(points, "vi")}`,
});

const twoCounts = (numerator: string, denominator: string): readonly Figure[] => [
  { key: "numerator", holds: "count", label: `Tử số: ${numerator}` },
  { key: "denominator", holds: "count", label: `Mẫu số: ${denominator}` },
];

/** The facts that filled figures give, still to be judged by the rule. */
export function writtenFacts(rule: Rule, filled: Filled): Readonly<Record<string, unknown>> {
  const held = [...filled].flatMap(([key, value]) => (value === true ? [key] : []));
  if (rule.kind === "choice") return held[0] === undefined ? {} : ({ choice: held[0] } satisfies Facts);
  if (rule.kind === "checklist") return { parts: held } satisfies Facts;
  if (rule.kind === "deduction")
    return { breaches: [...filled].map(([breach, count]) => ({ breach, count })) };
  return Object.fromEntries(filled);
}
