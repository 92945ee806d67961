/**
 * Checks and reads criteria sets: first plain data, then the shape of each part, then what must hold between the parts,
 * so that one pass finds every issue and none that only follows from another. A set that passes is filled in, frozen and
 * marked as read.
 */
import type { CriteriaSet, Exemption, Gate, GradeCondition, Item } from "../criteria-set.ts";
import {
  hasErrors,
  InvalidError,
  type Issue,
  inFileOrder,
  itemKeys,
  type NamedItem,
  report as newReport,
  type Path,
  type Report,
} from "../issue.ts";
import { decimal } from "../number.ts";
import { byCodeUnit, deepFreeze, fileLimits, plainCopy, present } from "../plain.ts";
import { readFacts } from "../rules/kinds.ts";
import { readShape } from "../shape.ts";
import { markCriteriaSet } from "./brand.ts";
import { checkConditions } from "./conditions.ts";
import { checkCitations, checkHead } from "./head.ts";
import { checkLeaves, contextOf, type SourceNames, sourceKinds } from "./leaves.ts";
import { checkCitedItems, checkLineOrder, checkNodes, checkTexts, checkWeightSum } from "./order.ts";
import { checkPolicies } from "./policies.ts";
import { type CriteriaFile, criteriaFileSchema, type ItemFile } from "./schema.ts";
import { checkSums, checkTotals } from "./sums.ts";
import { checkSurvey } from "./survey.ts";
import { type DraftFile, declaredIds, draftOf, type Ids, type Names, treeOf } from "./tree.ts";

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
  const report = numbering(copy, newReport());
  const file = readShape(criteriaFileSchema, copy, [], report);
  for (const found of report.issues) markMeant(copy, found);
  const draft = file ?? draftOf(criteriaFileSchema, copy);
  if (draft !== undefined) checkMeaning(draft, report);
  checkTexts(copy, report);
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

/** What an unknown key was meant for is not missing: a misspelt or displaced key, or a node with neither children nor rule. */
function markMeant(copy: unknown, { code, path, params: { expected } }: Issue): void {
  const holder = path.slice(0, -1);
  if ((code === "misspelt-key" || code === "displaced-key") && typeof expected === "string")
    markUnread(copy, [...holder, expected]);
  if (code !== "unknown-key" || holder[0] !== "items" || typeof holder.at(-1) !== "number") return;
  const node = valueIn(copy, holder);
  if (typeof node === "object" && node !== null && !("rule" in node)) markUnread(copy, [...holder, "items"]);
}

/** Puts null where something was written that could not be read: it is not missing, and it was reported. */
function markUnread(copy: unknown, path: Path): void {
  const last = path.at(-1);
  const holder = valueIn(copy, path.slice(0, -1));
  if (last === undefined || typeof holder !== "object" || holder === null || Object.hasOwn(holder, last))
    return;
  Reflect.set(holder, last, null);
}

const valueIn = (root: unknown, path: Path): unknown => path.reduce(stepInto, root);

const stepInto = (value: unknown, step: string | number): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined;

/** The item or line in which a path lies. */
function itemAt(root: unknown, path: Path): NamedItem | undefined {
  if (path[0] !== "items" && path[0] !== "bonus" && path[0] !== "penalty") return undefined;
  let value = root;
  let found: NamedItem | undefined;
  for (const step of path) {
    value = stepInto(value, step);
    const [id, number] = ["id", "number"].map((key) => stepInto(value, key));
    if (typeof number === "string" && !Array.isArray(value))
      found = { id: typeof id === "string" ? id : number.trim(), number: number.trim() };
  }
  return found;
}

function withItem(found: Issue, root: unknown): Issue {
  return found.number === undefined
    ? Object.freeze({ ...found, ...itemKeys(itemAt(root, found.path)) })
    : found;
}

/** A report that knows the item or line in which a path lies: checks of nodes and lines need not say it. */
function numbering(root: unknown, report: Report): Report {
  const add: (...of: Parameters<Report>) => void = (code, path, facts, subject = {}) =>
    report(code, path, facts, { ...subject, item: subject.item ?? itemAt(root, path) });
  return Object.assign(add, { issues: report.issues });
}

/** Names of a list that may be empty, which is reported as such, and not once more for everybody who refers to it. */
const orNone = ({ ids, complete }: Ids): Ids => ({ ids, complete: complete && ids.size > 0 });

/** What must hold between the parts, as far as they could be read. */
function checkMeaning(file: DraftFile, report: Report): void {
  const tree = treeOf(file);
  checkHead(file, report);
  const idsOf = (key: "decisions" | "sources" | "groups" | "kinds" | "grades" | "calendar"): Ids =>
    declaredIds(file[key], [key], report);
  const decisions: Names = { ...orNone(idsOf("decisions")), unknown: "unknown-decision" };
  const groups: Names = { ...idsOf("groups"), unknown: "unknown-group" };
  const kinds: Names = { ...idsOf("kinds"), unknown: "unknown-kind" };
  const sources: SourceNames = {
    ...orNone(idsOf("sources")),
    unknown: "unknown-source",
    kinds: sourceKinds(tree, file, report),
  };
  idsOf("grades");
  idsOf("calendar");
  checkCitations(tree, file, decisions, report);
  const { misfits, suspects } = checkLeaves(tree, file, sources, report);
  const sums = checkSums(tree, file, suspects, report);
  for (const [leaf, { issues }] of suspects) if (!sums.mistyped.has(leaf)) report.issues.push(...issues);
  checkTotals(tree, file, { misfits, offs: sums.offs }, report);
  checkNodes(tree, file, sums, report);
  checkLineOrder(tree, file, report);
  const { complete } = tree;
  const ids = new Set(tree.byId.keys());
  const items: Names = { ids, complete, unknown: "unknown-item", excused: sums.lost };
  checkSurvey(tree, file, { items, groups, sources, misfits }, report);
  checkConditions(tree, file, { items, sources, misfits, sumsHold: sums.offs.length === 0 }, report);
  checkCitedItems(tree, report);
  checkWeightSum(file, report);
  checkPolicies(tree, file, { items, sources, kinds, sumsHold: sums.offs.length === 0 }, report);
}

/**
 * Fills in a file that has been checked: ids, sources' scorers, evidence and consequences; examples are read as their
 * rule reads facts, and lists whose order means nothing are sorted, so that a digest of the set depends on its meaning
 * alone. Keys keep one order, so that equal sets print alike.
 */
function completeSet(file: CriteriaFile): CriteriaSet {
  const { $schema: _, decisions, kinds, exemptions, survey, ...rest } = file;
  const ids = new Map(treeOf(file).nodes.map(({ draft, id }) => [draft, id]));
  const appraised = new Set(file.sources.flatMap(({ id, kind }) => (kind === "appraisal" ? [id] : [])));
  const complete = (item: ItemFile): Item => {
    const { number, title, maxPoints, citation, source, rule, items } = item;
    const replaces = item.replaces && sorted(item.replaces);
    const requires = item.requires && [...item.requires].sort(byGate);
    const id = ids.get(item) ?? number;
    const node = present({ id, number, title, maxPoints, citation, replaces, requires });
    if (items !== undefined) return { ...node, items: items.map(complete) };
    if (source === undefined || rule === undefined) return node;
    const scoredBy = appraised.has(source) ? (item.scoredBy ?? "unit") : undefined;
    const evidence = item.evidence ?? (scoredBy === "unit" ? "required" : undefined);
    const notApplicable = item.notApplicable === true ? file.policies.notApplicable : item.notApplicable;
    const context = contextOf(file, decimal(maxPoints));
    const examples = item.examples?.flatMap(({ facts: given, points }) => {
      const facts = readFacts(rule, given, { leaf: context, path: [], report: newReport(), item });
      return facts === undefined ? [] : [{ facts, points }];
    });
    return { ...node, ...present({ source, rule, scoredBy, evidence, notApplicable, examples }) };
  };
  return {
    ...rest,
    decisions: byId(decisions),
    kinds: byId(kinds),
    items: file.items.map(complete),
    grades: file.grades.map((grade) =>
      grade.requires === undefined ? grade : { ...grade, requires: [...grade.requires].sort(byCondition) },
    ),
    ...(survey && {
      survey: { ...survey, respondents: byId(survey.respondents), scales: byId(survey.scales) },
    }),
    exemptions: inExemptionOrder(exemptions.map((it) => ({ ...it, items: sorted(it.items) }))),
  };
}

const sorted = (ids: readonly string[]): readonly string[] => [...ids].sort(byCodeUnit);

const byId = <T extends { readonly id: string }>(list: readonly T[]): readonly T[] =>
  [...list].sort((a, b) => byCodeUnit(a.id, b.id));

/** By kind, then by items. What is compared is made once for each. */
const inExemptionOrder = (exemptions: readonly Exemption[]): readonly Exemption[] =>
  exemptions
    .map((exemption) => ({ exemption, key: [exemption.kind, ...exemption.items].join("\n") }))
    .sort((a, b) => byCodeUnit(a.key, b.key))
    .map(({ exemption }) => exemption);

const byGate = (a: Gate, b: Gate): number =>
  byCodeUnit(a.item, b.item) || byCodeUnit(a.from ?? a.above ?? "", b.from ?? b.above ?? "");

/** Items, then sources, then lines, each by id. */
const byCondition = (a: GradeCondition, b: GradeCondition): number => {
  const key = ({ item, source, unused, from, above }: GradeCondition): string =>
    [item ?? "~", source ?? "~", unused ?? "~", from ?? above ?? ""].join("\n");
  return byCodeUnit(key(a), key(b));
};
