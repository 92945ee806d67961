/**
 * Leaves of a criteria file: source and rule, whether they fit each other, who scores, evidence and not applicable, and
 * rules and examples within their leaves. Inner nodes must have nothing of a leaf; leaves of a framework have no rule
 * yet, and leaves of a summary are given as points.
 */
import { hasErrors, type Issue, report as newReport, type Report } from "../issue.ts";
import {
  decimal,
  type Exact,
  equals,
  exactText,
  isNegative,
  isZero,
  rounded,
  shortest,
  terminating,
} from "../number.ts";
import { type LeafContext, placeBeneath, type Rule, reportAt } from "../rule.ts";
import { checkRule, compileRule, readFacts } from "../rules/kinds.ts";
import type { CriteriaFile, ItemFile } from "./schema.ts";
import { type DraftFile, type Names, refer, type Tree, type TreeNode } from "./tree.ts";

type SourceKind = CriteriaFile["sources"][number]["kind"];

const leafKeys: readonly (keyof ItemFile)[] = [
  "source",
  "rule",
  "scoredBy",
  "evidence",
  "notApplicable",
  "examples",
];

/** The sources that leaves refer to. */
export interface SourceNames extends Names {
  /** Their kinds by id; a kind that cannot be read, or that its leaves contradict, is absent. */
  readonly kinds: ReadonlyMap<string | undefined, SourceKind>;
}

/** What the leaves tell the checks that follow. */
export interface LeafFindings {
  /** The leaves whose source and rule contradict each other. */
  readonly misfits: ReadonlySet<TreeNode>;
  /** The leaves whose rule or examples do not fit their maximum. Their issues wait until the sums have been looked at. */
  readonly suspects: ReadonlyMap<TreeNode, Suspect>;
}

/** Checks what stands on the nodes of the tree. */
export function checkLeaves(tree: Tree, file: DraftFile, sources: SourceNames, report: Report): LeafFindings {
  const misfits = new Set<TreeNode>();
  const suspects = new Map<TreeNode, Suspect>();
  const scored = tree.leaves.some(({ draft }) => "source" in draft);
  if (file.sources?.length === 0 && scored && file.isFramework !== true)
    report("sources-missing", ["sources"]);
  const choice = [...sources.ids].slice(0, 8).join(", ");
  for (const node of tree.nodes) {
    if (!node.whole) continue;
    if (!node.leaf || file.isFramework === true) {
      checkBare(node, report);
      continue;
    }
    const { draft, path } = node;
    if (!("source" in draft)) report("leaf-without-source", path, { expected: choice });
    if (!("rule" in draft)) report("leaf-without-rule", path);
    if (!checkLeaf(node, file, sources, report)) misfits.add(node);
    const suspect = suspectOf(node, file);
    if (suspect !== undefined) suspects.set(node, suspect);
  }
  return { misfits, suspects };
}

/** The kinds of the sources. Where every leaf of a source contradicts its kind, the kind is the one mistake. */
export function sourceKinds(tree: Tree, file: DraftFile, report: Report): SourceNames["kinds"] {
  const kinds = new Map<string | undefined, SourceKind>();
  const rulesOf = new Map<string | undefined, (Rule["kind"] | undefined)[]>();
  for (const { draft } of tree.leaves) {
    const rules = rulesOf.get(draft.source) ?? [];
    rules.push(draft.rule?.kind);
    rulesOf.set(draft.source, rules);
  }
  file.sources?.forEach((source, at) => {
    if (source?.kind === undefined) return;
    const { id, kind, title } = source;
    const rules = rulesOf.get(id) ?? [];
    const unfit = rules.every((rule) => rule !== undefined && !suits(kind, rule));
    if (rules.length === 0 || !unfit) kinds.set(id, kind);
    else report("source-kind-unfit", ["sources", at, "kind"], { found: kind, source: title?.vi ?? id ?? "" });
  });
  return kinds;
}

/** Only leaves of a survey source have a survey rule. */
const suits = (kind: SourceKind, rule: Rule["kind"]): boolean => (rule === "survey") === (kind === "survey");

/** An inner node, and a leaf of a framework, have no rule and nothing that goes with one. */
function checkBare({ draft, leaf, path }: TreeNode, report: Report): void {
  const keys = leafKeys.filter((key) => key in draft);
  const first = keys[0];
  if (first === undefined) return;
  report(leaf ? "rule-in-framework" : "rule-on-inner-node", [...path, first], { found: keys.join(", ") });
}

/** Checks a leaf; gives false where its source and its rule contradict each other. */
function checkLeaf(node: TreeNode, file: DraftFile, sources: SourceNames, report: Report): boolean {
  const { rule, source } = node.draft;
  const known = refer(source, sources, [...node.path, "source"], report);
  const kind = known ? sources.kinds.get(source) : undefined;
  const fit = kind === undefined || rule === undefined || suits(kind, rule.kind);
  // Under a source that is not its own, nothing can be said of who scores it.
  if (kind !== undefined && fit) checkScorer(node, kind, report);
  if (rule === undefined) return true;
  const place = [...node.path, "rule", "kind"];
  if (!fit && kind === "survey")
    report("survey-source-without-survey-rule", place, { found: rule.kind, expected: "survey" });
  if (!fit && kind !== "survey")
    report("survey-rule-without-survey-source", [...node.path, "source"], { found: source ?? "" });
  if (file.status === "summary" && rule.kind !== "direct" && rule.kind !== "percent")
    report("summary-with-rule", place, { found: rule.kind, expected: "direct, percent" });
  checkNotApplicable(node, rule, file, report);
  return fit;
}

/** The unit scores only leaves of an appraisal source, and evidence is asked only of the unit. */
function checkScorer({ draft, path }: TreeNode, kind: SourceKind, report: Report): void {
  const { scoredBy, evidence } = draft;
  if (kind !== "appraisal" && scoredBy !== undefined)
    report("scored-by-without-appraisal", [...path, "scoredBy"], { found: scoredBy, kind });
  const own = kind === "appraisal" && scoredBy !== "appraiser";
  if (!own && evidence !== undefined && evidence !== "none")
    report("evidence-of-nobody", [...path, "evidence"], { found: evidence });
}

function checkNotApplicable({ draft, path }: TreeNode, rule: Rule, file: DraftFile, report: Report): void {
  if (draft.notApplicable === true && file.policies !== undefined && !("notApplicable" in file.policies))
    report("missing-consequence", [...path, "notApplicable"]);
  if ("empty" in rule && rule.empty === "not-applicable" && !("notApplicable" in draft))
    report("empty-claim-not-allowed", [...path, "rule", "empty"], { found: rule.empty });
}

/** A leaf whose rule or examples have issues. */
export interface Suspect {
  readonly issues: readonly Issue[];
  /** True where all would be well with another maximum. */
  readonly fitsWith: (max: Exact) => boolean;
}

/** What a rule needs of its leaf or line; where the rounding could not be read, its default. */
export function contextOf(file: DraftFile, max: Exact | undefined): LeafContext {
  const { places = 2, mode = "half-up" } = file.policies?.rounding ?? {};
  return { max, places, mode };
}

/** Runs the checks of the rule and its examples; undefined where nothing is wrong, or nothing can be said. */
function suspectOf(node: TreeNode, file: DraftFile): Suspect | undefined {
  if (node.max === undefined || node.draft.rule === undefined) return undefined;
  const context = contextOf(file, node.max);
  const issues = ruleIssues(node, context);
  const fitsWith = (max: Exact): boolean => {
    if (isZero(max) || isNegative(max)) return false;
    const others = ruleIssues(node, { ...context, max });
    return others.length < issues.length && !hasErrors(others);
  };
  return issues.length === 0 ? undefined : { issues, fitsWith };
}

function ruleIssues(node: TreeNode, context: LeafContext): readonly Issue[] {
  const { draft, path } = node;
  const { rule, examples } = draft;
  const report = newReport();
  if (rule === undefined) return report.issues;
  const at = { leaf: context, path, report, item: node };
  checkRule(rule, placeBeneath(at, "rule"));
  if (examples === undefined || hasErrors(report.issues)) return report.issues;
  if (rule.kind === "survey" || rule.kind === "relative") {
    reportAt(at, "example-not-possible", { found: rule.kind }, "examples");
    return report.issues;
  }
  const result = compileRule(rule, context);
  examples.forEach((example, index) => {
    if (example?.facts === undefined || example.points === undefined) return;
    const own = placeBeneath(at, "examples", index);
    const found = newReport();
    const facts = readFacts(rule, example.facts, placeBeneath({ ...own, report: found }, "facts"));
    // Warnings about the facts of an example are for units, not for the file.
    report.issues.push(...found.issues.filter(({ severity }) => severity === "error"));
    if (facts === undefined) return;
    const given = result(facts);
    if (given.kind === "points" && agrees(given.points, example.points, context)) return;
    const expected = given.kind === "points" ? exactText(given.points) : "not-applicable";
    reportAt(own, "example-differs", { found: example.points, expected }, "points");
  });
  return report.issues;
}

/** Exactly the points; only a value that does not terminate may be printed rounded, as the set rounds. */
function agrees(points: Exact, printed: string, { places, mode }: LeafContext): boolean {
  if (equals(points, decimal(printed))) return true;
  return terminating(points) === undefined && shortest(rounded(points, places, mode)) === printed;
}
