/**
 * Leaves of a criteria file: source and rule, whether they fit each other, who scores, evidence, not applicable, and
 * the examples, which are run through the rule (design 2, 3.4). Inner nodes must have nothing of a leaf; leaves of a
 * framework have no rule yet, and leaves of a summary are given as points.
 */

import { hasErrors, report as newReport, type Report } from "../issue.ts";
import { decimal, equals, exactText, rounded, shortest, terminating } from "../number.ts";
import { emptyClaim, type LeafContext, type Rule } from "../rule.ts";
import { checkRule, compileRule, readFacts } from "../rules.ts";
import { type Names, refer } from "./criteria-names.ts";
import type { CriteriaFile } from "./criteria-schema.ts";
import type { Tree, TreeNode } from "./criteria-tree.ts";
import type { Draft } from "./draft.ts";
import type { ItemFile } from "./item-schema.ts";

type File = NonNullable<Draft<CriteriaFile>>;
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

/** Checks what stands on the nodes of the tree; gives the leaves whose source and rule contradict each other. */
export function checkLeaves(
  tree: Tree,
  file: File,
  sources: Names,
  kinds: SourceKinds,
  report: Report,
): ReadonlySet<TreeNode> {
  const misfits = new Set<TreeNode>();
  const scored = tree.leaves.some(({ draft }) => "source" in draft);
  if (file.sources?.length === 0 && scored && file.isFramework !== true)
    report("sources-missing", ["sources"]);
  for (const node of tree.nodes) {
    if (!node.whole) continue;
    if (!node.leaf || file.isFramework === true) checkBare(node, report);
    else if (!checkLeaf(node, file, sources, kinds, report)) misfits.add(node);
  }
  return misfits;
}

/** The kinds of the sources. Where every leaf of a source contradicts its kind, the kind is the one mistake. */
export function sourceKinds(tree: Tree, file: File, report: Report): SourceKinds {
  const kinds = new Map<string | undefined, SourceKind>();
  file.sources?.forEach((source, at) => {
    if (source?.kind === undefined) return;
    const rules = tree.leaves
      .filter(({ draft }) => draft.source === source.id)
      .map(({ draft }) => draft.rule?.kind);
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

function checkLeaf(node: TreeNode, file: File, sources: Names, kinds: SourceKinds, report: Report): boolean {
  const { draft, path, number } = node;
  const about = { item: number };
  if (!("source" in draft))
    report("leaf-without-source", path, { expected: [...sources.ids].join(", ") }, about);
  if (!("rule" in draft)) report("leaf-without-rule", path, {}, about);
  const known = refer(draft.source, sources, "unknown-source", [...path, "source"], report, {}, about);
  const kind = known ? kinds.get(draft.source) : undefined;
  const rule = draft.rule;
  if (kind !== undefined) checkScorer(node, kind, report);
  if (rule === undefined) return true;
  const fits = kind === undefined || (kind === "survey") === (rule.kind === "survey");
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
  if (node.max !== undefined) checkRuleAndExamples(node, rule, contextOf(node, file), report);
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

function checkNotApplicable(node: TreeNode, rule: Rule, file: File, report: Report): void {
  const { draft, path, number } = node;
  if (draft.notApplicable === true && file.policies !== undefined && !("notApplicable" in file.policies)) {
    report("missing-consequence", [...path, "notApplicable"], {}, { item: number });
  }
  if ("empty" in rule && rule.empty === "not-applicable" && !("notApplicable" in draft)) {
    report("empty-claim-not-allowed", [...path, "rule", "empty"], { found: rule.empty }, { item: number });
  }
}

/** What the rule needs of its leaf; where the rounding could not be read, its default. */
export function contextOf(node: TreeNode, file: File): LeafContext {
  const { places = 2, mode = "half-up" } = file.policies?.rounding ?? {};
  return { max: node.max, places, mode };
}

function checkRuleAndExamples(node: TreeNode, rule: Rule, context: LeafContext, report: Report): void {
  const { draft, path, number = "" } = node;
  const own = newReport();
  checkRule(rule, context, [...path, "rule"], own, number);
  report.issues.push(...own.issues);
  const { examples } = draft;
  if (examples === undefined || hasErrors(own.issues)) return;
  if (rule.kind === "survey" || rule.kind === "relative") {
    return report("example-not-possible", [...path, "examples"], { found: rule.kind }, { item: number });
  }
  const compiled = compileRule(rule, context);
  examples.forEach((example, at) => {
    if (example?.facts === undefined || example.points === undefined) return;
    const place = [...path, "examples", at];
    const heard = newReport();
    const facts = readFacts(rule, context, example.facts, [...place, "facts"], heard, number);
    // Warnings about the facts of an example are for units, not for the file.
    report.issues.push(...heard.issues.filter(({ severity }) => severity === "error"));
    if (facts === undefined || hasErrors(heard.issues)) return;
    const points = compiled.points(facts);
    const found = points === emptyClaim ? "not-applicable" : exactText(points);
    if (points !== emptyClaim && equals(points, decimal(example.points))) return;
    // A value that does not terminate can only be printed rounded, as the set rounds.
    if (points !== emptyClaim && terminating(points) === undefined) {
      if (shortest(rounded(points, context.places, context.mode)) === example.points) return;
    }
    report(
      "example-differs",
      [...place, "points"],
      { found: example.points, expected: found },
      { item: number },
    );
  });
}
