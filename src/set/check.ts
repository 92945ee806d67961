/**
 * Checks and reads criteria sets: first plain data, then the shape of each part, then what must hold between the parts,
 * so that one pass finds every issue and none that only follows from another. A set that passes is filled in, frozen and
 * marked as read.
 */
import type { CriteriaSet, Exemption, Item, RuleExample } from "../criteria-set.ts";
import {
  hasErrors,
  InvalidError,
  type Issue,
  inFileOrder,
  report as newReport,
  type Path,
  type Report,
  type Subject,
} from "../issue.ts";
import { byCodeUnit, deepFreeze, fileLimits, plainCopy } from "../plain.ts";
import { readFacts } from "../rules/kinds.ts";
import { readShape } from "../shape.ts";
import { markCriteriaSet } from "./brand.ts";
import { checkCitations, checkHead } from "./head.ts";
import { checkLeaves, contextOf, sourceKinds } from "./leaves.ts";
import { checkLineOrder, checkOrder } from "./order.ts";
import { checkPolicies, lintCriteria } from "./policies.ts";
import { type CriteriaFile, criteriaFileSchema, type ItemFile } from "./schema.ts";
import { checkSums, checkTotals } from "./sums.ts";
import { checkSurvey } from "./survey.ts";
import { type DraftFile, draftOf, type Names, namesOf, type TreeNode, treeOf } from "./tree.ts";

/**
 * Checks a criteria set and gives everything that is wrong with it, or worth a second look.
 *
 * @param value The parsed JSON of a criteria file; nothing of it is run, changed or kept.
 *
 * @returns All issues, errors and warnings, in the order of the file; empty for a file without fault.
 *
 * @example
 * ```ts
 * import { checkCriteriaSet } from "par-index";
 * checkCriteriaSet({ format: 1 }).some(({ code }) => code === "missing-key"); // => true
 * ```
 */
export function checkCriteriaSet(value: unknown): readonly Issue[] {
  return judgeCriteria(value).issues;
}

/**
 * Reads a criteria set: fills in what the file leaves to its defaults, brings decimals to their shortest form, and
 * freezes the result. Only sets made here are accepted by the stages.
 *
 * @param value The parsed JSON of a criteria file.
 *
 * @returns The set; warnings do not stand in its way.
 *
 * @throws InvalidError with every issue, if any of them is an error.
 *
 * @example
 * ```ts
 * import { readCriteriaSet } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * const file = JSON.parse(JSON.stringify(criteriaSet("hoa-lam/department/2026")));
 * readCriteriaSet(file).maxPoints; // => '100'
 * ```
 */
export function readCriteriaSet(value: unknown): CriteriaSet {
  return settleCriteria(judgeCriteria(value));
}

/** A file that was judged: its shape where that is right, and all issues. */
export interface Judgement {
  readonly file: CriteriaFile | undefined;
  readonly issues: readonly Issue[];
}

/** Makes the set of a judged file, or throws InvalidError. */
export function settleCriteria({ file, issues }: Judgement): CriteriaSet {
  if (file === undefined || hasErrors(issues)) throw new InvalidError("readCriteriaSet", issues);
  return markCriteriaSet(deepFreeze(completeSet(file)));
}

/**
 * Judges a value. `heard` are issues of an earlier look at the same value, as text: what they make unreadable is not
 * complained about again.
 */
export function judgeCriteria(value: unknown, heard: readonly Issue[] = []): Judgement {
  const plain = newReport();
  const copy = plainCopy(value, fileLimits, "error", plain);
  const before = [...heard, ...plain.issues].map((it) => withItem(it, copy));
  // Beyond the limits of size nothing sensible can be said of the rest.
  if (copy === undefined || plain.issues.some(({ code }) => code === "too-many-values")) {
    return { file: undefined, issues: inFileOrder(value, before) };
  }
  for (const { path, code } of before) if (code !== "key-not-allowed") markUnread(copy, path);
  const report = about(copy, newReport());
  const file = readShape(criteriaFileSchema, copy, [], report);
  for (const it of report.issues) markMeant(copy, it);
  const draft = file ?? draftOf(criteriaFileSchema, copy);
  if (draft !== undefined) checkMeaning(draft, report);
  const issues = [...before, ...report.issues.filter(following(before))];
  return { file, issues: inFileOrder(value, issues) };
}

/** Tells the issues that say something new from those that only follow from an earlier look at the same place. */
function following(before: readonly Issue[]): (issue: Issue) => boolean {
  const unread = new Set(before.map(({ path }) => JSON.stringify(path)));
  // What is nested too deep, or without end, is of the wrong type further up as well.
  const endless = before.filter(({ code }) => code === "nested-too-deep" || code === "value-in-cycle");
  const above = new Set(
    endless.flatMap(({ path }) => path.map((_, at) => JSON.stringify(path.slice(0, at + 1)))),
  );
  if (unread.size === 0) return () => true;
  return ({ path }) =>
    !above.has(JSON.stringify(path)) &&
    !path.some((_, at) => unread.has(JSON.stringify(path.slice(0, at + 1))));
}

/** What an unknown key was meant for is not missing: a misspelt key, or a node with neither children nor rule. */
function markMeant(copy: unknown, { code, path, expected }: Issue): void {
  const holder = path.slice(0, -1);
  if (code === "misspelt-key" && expected !== undefined) markUnread(copy, [...holder, expected]);
  if (code === "unknown-key" && holder[0] === "items" && typeof holder[holder.length - 1] === "number") {
    const node = partOf(copy, holder);
    if (typeof node === "object" && node !== null && !("rule" in node))
      markUnread(copy, [...holder, "items"]);
  }
}

/** Puts null where something was written that could not be read: it is not missing, and it was reported. */
function markUnread(copy: unknown, path: Path): void {
  const last = path[path.length - 1];
  const holder = partOf(copy, path.slice(0, -1));
  if (last === undefined || typeof holder !== "object" || holder === null || Object.hasOwn(holder, last))
    return;
  (holder as Record<string | number, unknown>)[last] = null;
}

const partOf = (root: unknown, path: Path): unknown => path.reduce(stepInto, root);

const stepInto = (value: unknown, step: string | number): unknown =>
  typeof value === "object" && value !== null ? (value as Record<string | number, unknown>)[step] : undefined;

/** The number of the item or line in which a path lies. */
function numberAt(root: unknown, path: Path): string | undefined {
  if (path[0] !== "items" && path[0] !== "bonus" && path[0] !== "penalty") return undefined;
  let value = root;
  let number: string | undefined;
  for (const step of path) {
    value = stepInto(value, step);
    const own = stepInto(value, "number");
    if (typeof own === "string" && !Array.isArray(value)) number = own;
  }
  return number;
}

function withItem(it: Issue, root: unknown): Issue {
  const item = it.item ?? numberAt(root, it.path);
  return item === undefined ? it : Object.freeze({ ...it, item });
}

/** A report that knows the number of the item or line in which a path lies. */
function about(root: unknown, report: Report): Report {
  const add: (...it: Parameters<Report>) => void = (code, path, facts = {}, subject: Subject = {}) =>
    report(
      code,
      path,
      facts,
      subject.item === undefined ? { ...subject, item: numberAt(root, path) } : subject,
    );
  return Object.assign(add, { issues: report.issues });
}

/** An empty list is reported as such, and not once more for everybody who refers to it. */
const listed = (names: Names): Names => (names.ids.size === 0 ? { ...names, complete: false } : names);

/** What must hold between the parts, as far as they could be read. */
function checkMeaning(file: DraftFile, report: Report): void {
  const tree = treeOf(file);
  checkHead(file, report);
  const decisions = listed(namesOf(file.decisions, ["decisions"], report));
  const sources = listed(namesOf(file.sources, ["sources"], report));
  const groups = namesOf(file.groups, ["groups"], report);
  const kinds = namesOf(file.kinds, ["kinds"], report);
  namesOf(file.grades, ["grades"], report);
  namesOf(file.calendar, ["calendar"], report);
  checkCitations(tree, file, decisions, report);
  const kindOf = sourceKinds(tree, file, report);
  const { misfits, suspects } = checkLeaves(tree, file, sources, kindOf, report);
  const sums = checkSums(tree, file, suspects, report);
  for (const [leaf, { issues }] of suspects) if (!sums.mistyped.has(leaf)) report.issues.push(...issues);
  checkTotals(tree, file, misfits, sums.offs, report);
  checkOrder(tree, file, sums, report);
  checkLineOrder(tree, file, report);
  const items = { ids: new Set(tree.byId.keys()), complete: tree.complete, excused: sums.lost };
  checkSurvey(tree, file, { items, groups }, kindOf, misfits, report);
  checkPolicies(tree, file, { items, sources, kinds }, report);
  lintCriteria(tree, file, sums.offs.length === 0, report);
}

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
  const at = { leaf: contextOf(node, file), path: [], report: newReport(), item: node.number ?? "" };
  const facts = readFacts(rule, example.facts, at);
  return facts === undefined ? [] : [{ facts, points: example.points }];
}
