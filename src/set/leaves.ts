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

const leafKeys = [
  "source",
  "rule",
  "scoredBy",
  "evidence",
  "notApplicable",
  "examples",
] as const satisfies readonly (keyof ItemFile)[];

/** Kinds of sources by id; a kind that cannot be read, or that its leaves contradict, is absent. */
export type SourceKinds = ReadonlyMap<string | undefined, SourceKind>;

/** What the leaves tell the checks that follow. */
export interface LeafFindings {
  /** The leaves whose source and rule contradict each other. */
  readonly misfits: ReadonlySet<TreeNode>;
  /** The leaves whose rule or examples do not fit their maximum. Their issues wait until the sums have been looked at. */
  readonly suspects: ReadonlyMap<TreeNode, Suspect>;
}

/** Checks what stands on the nodes of the tree. */
export function checkLeaves(
  tree: Tree,
  file: DraftFile,
  sources: Names,
  kinds: SourceKinds,
  report: Report,
): LeafFindings {
  const misfits = new Set<TreeNode>();
  const suspects = new Map<TreeNode, Suspect>();
  const scored = tree.leaves.some(({ draft }) => "source" in draft);
  if (file.sources?.length === 0 && scored && file.isFramework !== true)
    report("sources-missing", ["sources"]);
  for (const node of tree.nodes) {
    if (!node.whole) continue;
    if (!node.leaf || file.isFramework === true) checkBare(node, report);
    else {
      if (!checkLeaf(node, file, sources, kinds, report)) misfits.add(node);
      const suspect = suspectOf(node, file);
      if (suspect !== undefined) suspects.set(node, suspect);
    }
  }
  return { misfits, suspects };
}

/** The kinds of the sources. Where every leaf of a source contradicts its kind, the kind is the one mistake. */
export function sourceKinds(tree: Tree, file: DraftFile, report: Report): SourceKinds {
  const kinds = new Map<string | undefined, SourceKind>();
  const rulesOf = new Map<string | undefined, (Rule["kind"] | undefined)[]>();
  for (const { draft } of tree.leaves) {
    const rules = rulesOf.get(draft.source);
    if (rules === undefined) rulesOf.set(draft.source, [draft.rule?.kind]);
    else rules.push(draft.rule?.kind);
  }
  file.sources?.forEach((source, at) => {
    if (source?.kind === undefined) return;
    const rules = rulesOf.get(source.id) ?? [];
    const unfit =
      rules.length > 0 &&
      rules.every((rule) => rule !== undefined && (rule === "survey") !== (source.kind === "survey"));
    if (!unfit) kinds.set(source.id, source.kind);
    else
      report("source-kind-unfit", ["sources", at, "kind"], {
        found: source.kind,
        source: source.title?.vi ?? source.id ?? "",
      });
  });
  return kinds;
}

/** An inner node, and a leaf of a framework, have no rule and nothing that goes with one. */
function checkBare(node: TreeNode, report: Report): void {
  const keys = leafKeys.filter((key) => key in node.draft);
  const first = keys[0];
  if (first === undefined) return;
  const code = node.leaf ? "rule-in-framework" : "rule-on-inner-node";
  report(code, [...node.path, first], { found: keys.join(", ") }, { item: node.number });
}

function checkLeaf(
  node: TreeNode,
  file: DraftFile,
  sources: Names,
  kinds: SourceKinds,
  report: Report,
): boolean {
  const { draft, path, number } = node;
  const about = { item: number };
  if (!("source" in draft))
    report("leaf-without-source", path, { expected: [...sources.ids].slice(0, 8).join(", ") }, about);
  if (!("rule" in draft)) report("leaf-without-rule", path, {}, about);
  const known = refer(draft.source, sources, "unknown-source", [...path, "source"], report, {}, about);
  const kind = known ? kinds.get(draft.source) : undefined;
  const rule = draft.rule;
  const fits = kind === undefined || rule === undefined || (kind === "survey") === (rule.kind === "survey");
  // Under a source that is not its own, nothing can be said of who scores it.
  if (kind !== undefined && fits) checkScorer(node, kind, report);
  if (rule === undefined) return true;
  if (!fits) {
    if (kind === "survey")
      report(
        "survey-source-without-survey-rule",
        [...path, "rule", "kind"],
        { found: rule.kind, expected: "survey" },
        about,
      );
    else
      report("survey-rule-without-survey-source", [...path, "source"], { found: draft.source ?? "" }, about);
  }
  if (file.status === "summary" && rule.kind !== "direct") {
    report("summary-with-rule", [...path, "rule", "kind"], { found: rule.kind, expected: "direct" }, about);
  }
  checkNotApplicable(node, rule, file, report);
  return fits;
}

/** The unit scores only leaves of an appraisal source, and evidence is asked only of the unit. */
function checkScorer(node: TreeNode, kind: SourceKind, report: Report): void {
  const { draft, path, number } = node;
  if (kind !== "appraisal" && draft.scoredBy !== undefined) {
    report(
      "scored-by-without-appraisal",
      [...path, "scoredBy"],
      { found: draft.scoredBy, kind },
      { item: number },
    );
  }
  const own = kind === "appraisal" && draft.scoredBy !== "appraiser";
  if (!own && draft.evidence !== undefined && draft.evidence !== "none") {
    report("evidence-of-nobody", [...path, "evidence"], { found: draft.evidence }, { item: number });
  }
}

function checkNotApplicable(node: TreeNode, rule: Rule, file: DraftFile, report: Report): void {
  const { draft, path, number } = node;
  if (draft.notApplicable === true && file.policies !== undefined && !("notApplicable" in file.policies)) {
    report("missing-consequence", [...path, "notApplicable"], {}, { item: number });
  }
  if ("empty" in rule && rule.empty === "not-applicable" && !("notApplicable" in draft)) {
    report("empty-claim-not-allowed", [...path, "rule", "empty"], { found: rule.empty }, { item: number });
  }
}

/** A leaf whose rule or examples have issues. */
export interface Suspect {
  readonly issues: readonly Issue[];
  /** True where all would be well with another maximum. */
  readonly fits: (max: Exact) => boolean;
}

/** What the rule needs of its leaf; where the rounding could not be read, its default. */
export function contextOf(node: TreeNode, file: DraftFile): LeafContext {
  const { places = 2, mode = "half-up" } = file.policies?.rounding ?? {};
  return { max: node.max, places, mode };
}

/** Runs the checks of the rule and its examples; undefined where nothing is wrong, or nothing can be said. */
export function suspectOf(node: TreeNode, file: DraftFile): Suspect | undefined {
  if (node.max === undefined || node.draft.rule === undefined) return undefined;
  const context = contextOf(node, file);
  const issues = ruleIssues(node, context);
  const fits = (max: Exact): boolean => {
    if (isZero(max) || isNegative(max)) return false;
    const others = ruleIssues(node, { ...context, max });
    return others.length < issues.length && !hasErrors(others);
  };
  return issues.length === 0 ? undefined : { issues, fits };
}

function ruleIssues(node: TreeNode, context: LeafContext): readonly Issue[] {
  const { draft, path, number = "" } = node;
  const { rule, examples } = draft;
  const report = newReport();
  if (rule === undefined) return report.issues;
  const at = { leaf: context, path, report, item: number };
  checkRule(rule, placeBeneath(at, "rule"));
  if (examples === undefined || hasErrors(report.issues)) return report.issues;
  if (rule.kind === "survey" || rule.kind === "relative") {
    reportAt(at, "example-not-possible", { found: rule.kind }, "examples");
    return report.issues;
  }
  const { result } = compileRule(rule, context);
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
