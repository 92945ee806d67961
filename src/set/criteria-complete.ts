/**
 * Completes a checked criteria file into the set as read: ids, sources' scorers, evidence and consequences filled in,
 * examples read as their rule reads facts, and lists whose order means nothing sorted, so that a digest of the set
 * depends on its meaning alone (design 3.16).
 */

import type { CriteriaSet, Exemption, Item, RuleExample } from "../criteria-set.ts";
import { report } from "../issue.ts";
import { byCodeUnit } from "../plain.ts";
import { readFacts } from "../rule-shapes.ts";
import { contextOf } from "./criteria-rules.ts";
import type { CriteriaFile } from "./criteria-schema.ts";
import { type TreeNode, treeOf } from "./criteria-tree.ts";
import type { ItemFile } from "./item-schema.ts";

/** Fills in a file that has been checked. */
export function completeSet(file: CriteriaFile): CriteriaSet {
  const { $schema: _, decisions, kinds, exemptions, survey, ...rest } = file;
  return {
    ...rest,
    decisions: byId(decisions),
    kinds: byId(kinds),
    items: treeOf(file).roots.map((node) => completeItem(node, file)),
    ...(survey === undefined
      ? {}
      : { survey: { ...survey, respondents: byId(survey.respondents), scales: byId(survey.scales) } }),
    exemptions: exemptions.map((it) => ({ ...it, items: [...it.items].sort(byCodeUnit) })).sort(byExemption),
  };
}

const byId = <T extends { readonly id: string }>(list: readonly T[]): readonly T[] =>
  [...list].sort((a, b) => byCodeUnit(a.id, b.id));

const byExemption = (a: Exemption, b: Exemption): number =>
  byCodeUnit(a.kind, b.kind) || byCodeUnit(a.items.join("\n"), b.items.join("\n"));

function completeItem(node: TreeNode, file: CriteriaFile): Item {
  // The whole file has its shape, so every draft is whole; keys keep one order, so that equal sets print alike.
  const { number, title, maxPoints, citation, replaces, items, ...leaf } = node.draft as ItemFile;
  const common = {
    id: node.id as string,
    number,
    title,
    maxPoints,
    ...(citation === undefined ? {} : { citation }),
    ...(replaces === undefined ? {} : { replaces: [...replaces].sort(byCodeUnit) }),
  };
  if (items !== undefined)
    return { ...common, items: node.children.map((child) => completeItem(child, file)) };
  const { source, rule } = leaf;
  if (source === undefined || rule === undefined) return common;
  const appraised = file.sources.some(({ id, kind }) => id === source && kind === "appraisal");
  const scoredBy = appraised ? (leaf.scoredBy ?? "unit") : undefined;
  const evidence = scoredBy === "unit" ? (leaf.evidence ?? "required") : leaf.evidence;
  const notApplicable = leaf.notApplicable === true ? file.policies.notApplicable : leaf.notApplicable;
  const examples = leaf.examples?.flatMap((example) => readExample(example, node, file));
  return {
    ...common,
    source,
    rule,
    ...(scoredBy === undefined ? {} : { scoredBy }),
    ...(evidence === undefined ? {} : { evidence }),
    ...(notApplicable === undefined ? {} : { notApplicable }),
    ...(examples === undefined ? {} : { examples }),
  };
}

function readExample(
  example: NonNullable<ItemFile["examples"]>[number],
  node: TreeNode,
  file: CriteriaFile,
): RuleExample[] {
  const { rule } = node.draft;
  if (rule === undefined) return [];
  const facts = readFacts(rule, contextOf(node, file), example.facts, [], report(), node.number ?? "");
  return facts === undefined ? [] : [{ facts, points: example.points }];
}
