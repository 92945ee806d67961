/**
 * What is asked of whom in the survey of a criteria file: every survey leaf about every group of units, as many
 * questions as declared, and the same questions by all groups of respondents that combine (design 3.7).
 */
import type { Report } from "../issue.ts";
import { byCodeUnit } from "../plain.ts";
import type { Names } from "./criteria-names.ts";
import type { CriteriaFile } from "./criteria-schema.ts";
import type { TreeNode } from "./criteria-tree.ts";
import type { Draft } from "./draft.ts";

type Survey = NonNullable<NonNullable<Draft<CriteriaFile>>["survey"]>;
type Form = NonNullable<NonNullable<Survey["questionnaires"]>[number]>;

/** The questions by the leaf that they feed: in which questionnaire, with which id. */
type Feeders = ReadonlyMap<
  string | undefined,
  readonly { readonly form: Form; readonly question: string | undefined }[]
>;

/** Checks that the questionnaires cover the survey leaves. */
export function checkCover(survey: Survey, leaves: readonly TreeNode[], groups: Names, report: Report): void {
  const feeders = feedersOf(survey);
  const asked = leaves.filter(({ id, doubled }) => id !== undefined && !doubled);
  if (!checkDeclared(asked, feeders, report)) return;
  checkGroups(asked, feeders, groups, report);
  for (const leaf of asked) checkShared(leaf, feeders, report);
}

function feedersOf(survey: Survey): Feeders {
  const feeders = new Map<string | undefined, { form: Form; question: string | undefined }[]>();
  for (const form of survey.questionnaires ?? []) {
    for (const question of form?.questions ?? []) {
      if (form === undefined) continue;
      const known = feeders.get(question?.item);
      const feeder = { form, question: question?.id };
      if (known === undefined) feeders.set(question?.item, [feeder]);
      else known.push(feeder);
    }
  }
  return feeders;
}

/**
 * Declared numbers of questions. A question that points to the wrong leaf is missing on one and too many on another:
 * one mistake, named with both. False where one was found: what is asked of whom only follows from it.
 */
function checkDeclared(leaves: readonly TreeNode[], feeders: Feeders, report: Report): boolean {
  const off = leaves.flatMap((leaf) => {
    const { rule } = leaf.draft;
    if (rule?.kind !== "survey" || rule.questions === undefined) return [];
    const found = feeders.get(leaf.id)?.length ?? 0;
    return found === 0 || found === rule.questions ? [] : [{ leaf, found, expected: rule.questions }];
  });
  const [first] = off;
  if (first === undefined) return true;
  const items = off.map(({ leaf, found, expected }) => `${leaf.number}: ${found}/${expected}`).join("; ");
  report(
    "questions-differ",
    [...first.leaf.path, "rule", "questions"],
    { found: first.found, expected: first.expected, items },
    { item: first.leaf.number },
  );
  return false;
}

/** Each survey leaf has a question in some questionnaire, and for every group of units. */
function checkGroups(leaves: readonly TreeNode[], feeders: Feeders, groups: Names, report: Report): void {
  const unasked = new Map<string, (string | undefined)[]>();
  for (const leaf of leaves) {
    const feeding = feeders.get(leaf.id);
    if (feeding === undefined) {
      report("survey-leaf-without-question", leaf.path, { found: leaf.id ?? "" }, { item: leaf.number });
      continue;
    }
    const judged = new Set(
      [...new Set(feeding.map(({ form }) => form))].flatMap((form) => form.judges ?? []),
    );
    for (const id of groups.ids) {
      if (judged.has(id)) continue;
      const items = unasked.get(id);
      if (items === undefined) unasked.set(id, [leaf.number]);
      else items.push(leaf.number);
    }
  }
  [...groups.ids].forEach((id, at) => {
    const items = unasked.get(id);
    if (items !== undefined)
      report("group-without-question", ["groups", at], { found: id, items: items.join(", ") });
  });
}

/** Groups that are asked different questions on a leaf combine on none of those: a declared weight could be without effect. */
function checkShared(leaf: TreeNode, feeders: Feeders, report: Report): void {
  const feeding = feeders.get(leaf.id) ?? [];
  const forms = new Set(feeding.map(({ form }) => form));
  for (const judged of new Set([...forms].flatMap((form) => form.judges ?? []))) {
    const asked = new Map<string | undefined, Set<string>>();
    for (const { form, question } of feeding) {
      if (!form.judges?.includes(judged) || question === undefined) continue;
      const known = asked.get(form.respondents) ?? new Set();
      asked.set(form.respondents, known.add(question));
    }
    const lists = [...asked.values()].map((ids) => [...ids].sort(byCodeUnit).join("\n"));
    const alike = lists.every((it) => it === lists[0]) || lists.every((it) => !it.includes("\n"));
    if (alike || asked.has(undefined)) continue;
    const facts = { found: [...asked.keys()].join(", ") };
    report("questions-not-shared", leaf.path, facts, { item: leaf.number });
    return;
  }
}
