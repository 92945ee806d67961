/**
 * The whole of a criteria set as the table that a jurist proof-reads against the annex of the decision: every title,
 * every point, every rule in words, every policy (design 2: one file, proof-read from top to bottom).
 */
import type { CriteriaSet, Item } from "../criteria-set.ts";
import { voiceOf } from "../explain/words/voice.ts";
import { planOf } from "../plan.ts";
import type { Language } from "../rule.ts";
import { factsText } from "../rule-words.ts";
import { pointsText } from "../rules/words.ts";
import { annexParts } from "./table-annex.ts";
import { headParts } from "./table-head.ts";
import { markdownTable, type TablePart, textTable } from "./table-layout.ts";
import { citationText, type Printing, printingOf, ruleLines } from "./table-printing.ts";

/** How the table is laid out. */
export interface CriteriaTableOptions {
  /** Markdown instead of text of at most 100 columns. */
  readonly markdown?: boolean | undefined;
  /** In Vietnamese: the English titles beneath the Vietnamese ones. */
  readonly english?: boolean | undefined;
}

/**
 * Prints a criteria set as the table that is proof-read against the annex.
 *
 * Everything that the set says is in it: what a checker cannot know is found by a person who reads both.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param language `"vi"` or `"en"`; what the set has only in Vietnamese stays Vietnamese.
 * @param options The layout.
 *
 * @returns The text, without a line break at its end.
 *
 * @throws TypeError if the set was not made by `readCriteriaSet`; RangeError if the language is none of those.
 *
 * @example
 * ```ts
 * import { criteriaTable } from "par-index/check";
 * import { criteriaSet } from "par-index/criteria";
 * const table = criteriaTable(criteriaSet("hoa-lam/department/2026"), "vi");
 * table.split("\n").find((line) => line.startsWith("1.1.2 ")); // => '1.1.2     Mức độ hoàn thành kế hoạch cải         1,5  Tỷ lệ nhiệm vụ đã hoàn thành trên nhiệm vụ'
 * ```
 */
export function criteriaTable(
  set: CriteriaSet,
  language: Language,
  options: CriteriaTableOptions = {},
): string {
  planOf(set, "criteriaTable");
  const printing = printingOf(set, voiceOf(language, "criteriaTable"), { english: options.english });
  const parts = [...headParts(printing), treePart(printing), ...annexParts(printing)].filter(
    ({ rows }) => rows.length > 0,
  );
  return options.markdown === true ? markdownTable(parts) : textTable(parts);
}

function treePart(printing: Printing): TablePart {
  const { headings, labels } = printing.words;
  const rows: string[][] = [];
  const walk = (item: Item): void => {
    const points = printing.voice.number(item.maxPoints);
    rows.push([item.number, printing.both(item.title), points, itemLines(printing, item).join("\n")]);
    for (const child of item.items ?? []) walk(child);
  };
  for (const item of printing.set.items) walk(item);
  return {
    id: "tree",
    title: headings.tree,
    columns: [
      { title: labels.number, width: 8 },
      { title: labels.title, width: 34 },
      { title: labels.points, width: 6, right: true },
      { title: labels.rule, width: 46 },
    ],
    rows,
  };
}

function itemLines(printing: Printing, item: Item): readonly string[] {
  const { set, voice, words } = printing;
  const { labels } = words;
  const { rule, evidence, maxPoints: max } = item;
  const source = set.sources.find(({ id }) => id === item.source);
  const lines = rule === undefined ? [] : [...ruleLines({ rule, max }, voice.language)];
  for (const { facts, points } of item.examples ?? []) {
    if (rule === undefined) continue;
    lines.push(
      `${labels.example}: ${factsText({ rule, max }, facts, voice.language)} → ${pointsText(points, voice.language)}`,
    );
  }
  if (source !== undefined) {
    const by = item.scoredBy === "appraiser" ? ` (${labels.appraiser})` : "";
    lines.push(`${labels.source}: ${voice.words(source.title)}${by}`);
  }
  if (evidence !== undefined) lines.push(`${labels.evidence}: ${words.evidence[evidence]}`);
  if (item.notApplicable !== undefined) {
    lines.push(`${labels.mayNotApply}: ${voice.wording.consequences[item.notApplicable]}`);
  }
  if (item.id !== item.number) lines.push(`${labels.id}: ${item.id}`);
  if (item.replaces !== undefined) lines.push(`${labels.replaces}: ${item.replaces.join(", ")}`);
  if (item.citation !== undefined) lines.push(`${labels.citation}: ${citationText(printing, item.citation)}`);
  return lines;
}
