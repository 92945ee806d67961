/**
 * The survey of a criteria file: questionnaires against leaves, groups, scales and respondents, and what is asked of
 * whom: every survey leaf about every group of units, as many questions as declared, and the same questions by all groups
 * of respondents that combine.
 */
import type { Report } from "../issue.ts";
import { compareExact, decimal, hundred } from "../number.ts";
import { addTo, byCodeUnit } from "../plain.ts";
import type { LeafFindings, SourceNames } from "./leaves.ts";
import { type DraftFile, declaredIds, type Names, refer, type Tree, type TreeNode } from "./tree.ts";

type DraftSurvey = NonNullable<DraftFile["survey"]>;
type DraftForm = NonNullable<NonNullable<DraftSurvey["questionnaires"]>[number]>;

/** What is known of the rest of the file. */
interface Beside extends Pick<LeafFindings, "misfits"> {
  readonly items: Names;
  readonly groups: Names;
  readonly sources: SourceNames;
}

/** What questionnaires refer to, and the leaves that questions may feed; undefined where those cannot be told. */
interface Asked {
  readonly tree: Tree;
  readonly leaves: ReadonlySet<TreeNode> | undefined;
  readonly items: Names;
  readonly groups: Names;
  readonly respondents: Names;
  readonly scales: Names;
}

/** Checks the survey part against the tree and the groups. */
export function checkSurvey(tree: Tree, file: DraftFile, beside: Beside, report: Report): void {
  const { items, groups } = beside;
  const leaves = leavesFed(tree, file, beside);
  const { survey } = file;
  if (survey === undefined) {
    const first = leaves?.[0];
    if (first !== undefined && !("survey" in file))
      report("survey-missing", first.path, { found: leaves?.map(({ number }) => number).join(", ") ?? "" });
    return;
  }
  if (leaves?.length === 0 && tree.complete) return report("survey-without-leaf", ["survey"]);
  const idsOf = (key: "respondents" | "scales" | "questionnaires") =>
    declaredIds(survey[key], ["survey", key], report);
  const respondents: Names = { ...idsOf("respondents"), unknown: "unknown-respondents" };
  const scales: Names = { ...idsOf("scales"), unknown: "unknown-scale" };
  idsOf("questionnaires");
  checkWeights(survey, report);
  checkScales(survey, report);
  const asked = { tree, leaves: leaves && new Set(leaves), items, groups, respondents, scales };
  // What is not used may be what a misspelt name meant.
  if (!checkQuestionnaires(survey, asked, report)) return;
  checkUse(survey, report);
  if (leaves !== undefined) checkAsked(survey, leaves, groups, report);
}

/** The leaves that the survey feeds; undefined where that cannot be told of every leaf. */
function leavesFed(tree: Tree, file: DraftFile, beside: Beside): readonly TreeNode[] | undefined {
  const { kinds } = beside.sources;
  const told = file.sources?.every((source) => kinds.has(source?.id)) === true;
  if (beside.misfits.size > 0 || kinds.size === 0 || !told) return undefined;
  return tree.leaves.filter(({ draft }) => kinds.get(draft.source) === "survey");
}

function checkWeights(survey: DraftSurvey, report: Report): void {
  let pooled = false;
  survey.respondents?.forEach((group, at) => {
    if (group === undefined) return;
    const path = ["survey", "respondents", at];
    const title = group.title?.vi ?? group.id ?? "";
    if (survey.combine === "weights" && !("weight" in group)) report("missing-weight", path, { title });
    if (survey.combine !== "pooled" || !("weight" in group) || pooled) return;
    pooled = true;
    report("weight-without-use", [...path, "weight"], { found: group.weight ?? "", title });
  });
}

function checkScales(survey: DraftSurvey, report: Report): void {
  survey.scales?.forEach((scale, at) => {
    const { options, id: found = "" } = scale ?? {};
    if (options === undefined) return;
    const path = ["survey", "scales", at, "options"];
    declaredIds(options, path, report);
    if (options.every((option) => option !== undefined && !("percent" in option)))
      report("scale-without-percent", path, { found });
    else if (options.length === 1) report("scale-without-choice", path, { found });
    let best: number | undefined;
    options.forEach((option, position) => {
      if (option?.percent === undefined) return;
      const above = compareExact(decimal(option.percent), hundred);
      if (best === undefined || above > best) best = above;
      if (above > 0)
        report("out-of-range", [...path, position, "percent"], { found: option.percent, expected: "0–100" });
    });
    if (best !== undefined && best < 0) report("scale-below-hundred", path, { found });
  });
}

/** Checks what questionnaires refer to; gives false where one of those names is not known or cannot be read. */
function checkQuestionnaires(survey: DraftSurvey, asked: Asked, report: Report): boolean {
  const { tree, leaves, items, groups, respondents, scales } = asked;
  let sound = survey.questionnaires !== undefined;
  const known = (...reference: Parameters<typeof refer>): boolean => {
    const found = refer(...reference);
    sound &&= found;
    return found;
  };
  survey.questionnaires?.forEach((form, at) => {
    sound &&= form?.judges !== undefined && form.questions !== undefined;
    if (form === undefined) return;
    const path = ["survey", "questionnaires", at];
    known(form.respondents, respondents, [...path, "respondents"], report);
    const judged = new Set<string>();
    form.judges?.forEach((group, position) => {
      const place = [...path, "judges", position];
      known(group, groups, place, report);
      if (group !== undefined && judged.has(group)) report("duplicate-id", place, { found: group });
      if (group !== undefined) judged.add(group);
    });
    declaredIds(form.questions, [...path, "questions"], report);
    form.questions?.forEach((question, position) => {
      const place = [...path, "questions", position];
      const { scale, item = "" } = question ?? {};
      known(scale, scales, [...place, "scale"], report);
      if (!known(question?.item, items, [...place, "item"], report)) return;
      const node = tree.byId.get(item);
      if (node === undefined || leaves === undefined || leaves.has(node) || node.doubled || !node.whole)
        return;
      if (node.leaf && node.draft.source === undefined) return;
      sound = false;
      report("question-without-survey-leaf", [...place, "item"], { found: item }, { item: node });
    });
  });
  return sound;
}

/** Scales and respondent groups that no questionnaire uses. */
function checkUse(survey: DraftSurvey, report: Report): void {
  const forms = survey.questionnaires ?? [];
  const asked = new Set(forms.map((form) => form?.respondents));
  const used = new Set(forms.flatMap((form) => form?.questions?.map((question) => question?.scale) ?? []));
  survey.respondents?.forEach((group, at) => {
    if (group?.id === undefined || asked.has(group.id)) return;
    const facts = { found: group.id, title: group.title?.vi ?? group.id };
    report("respondents-not-asked", ["survey", "respondents", at], facts);
  });
  survey.scales?.forEach((scale, at) => {
    if (scale?.id !== undefined && !used.has(scale.id))
      report("scale-not-used", ["survey", "scales", at, "id"], { found: scale.id });
  });
}

/** A question that feeds a leaf: in which questionnaire, with which id. */
interface Feeder {
  readonly form: DraftForm;
  readonly question: string | undefined;
}

/** Questions by the leaf that they feed. */
type Feeders = ReadonlyMap<string | undefined, readonly Feeder[]>;

/** The questionnaires that ask about a leaf; those of all leaves that the same ones ask about are one value. */
interface Asking {
  readonly key: string;
  readonly forms: readonly DraftForm[];
}

/** Checks that the questionnaires cover the survey leaves. */
function checkAsked(survey: DraftSurvey, leaves: readonly TreeNode[], groups: Names, report: Report): void {
  const feeders = feedersOf(survey);
  const asked = leaves.filter(({ id, doubled }) => id !== undefined && !doubled);
  if (!checkDeclared(asked, feeders, report)) return;
  const asking = askingOf(asked, feeders, survey, report);
  checkGroups(asking, groups, report);
  const together = new Map([...new Set(asking.values())].map((forms) => [forms, judgingTogether(forms)]));
  for (const [leaf, forms] of asking)
    checkShared(leaf, feeders.get(leaf.id) ?? [], together.get(forms) ?? [], report);
}

function feedersOf(survey: DraftSurvey): Feeders {
  const feeders = new Map<string | undefined, Feeder[]>();
  for (const form of survey.questionnaires ?? []) {
    if (form === undefined) continue;
    for (const question of form.questions ?? [])
      addTo(feeders, question?.item, { form, question: question?.id });
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
  const facts = { found: first.found, expected: first.expected, items };
  report("questions-differ", [...first.leaf.path, "rule", "questions"], facts);
  return false;
}

/** The questionnaires that ask about each leaf, in the order of the tree; a leaf that none asks about is reported. */
function askingOf(
  leaves: readonly TreeNode[],
  feeders: Feeders,
  survey: DraftSurvey,
  report: Report,
): ReadonlyMap<TreeNode, Asking> {
  const places = new Map(survey.questionnaires?.map((form, at) => [form, at]));
  const known = new Map<string, Asking>();
  const asking = new Map<TreeNode, Asking>();
  for (const leaf of leaves) {
    const forms = [...new Set(feeders.get(leaf.id)?.map(({ form }) => form))];
    const key = forms.map((form) => places.get(form)).join(" ");
    if (!known.has(key)) known.set(key, { key, forms });
    const alike = known.get(key);
    if (forms.length > 0 && alike !== undefined) asking.set(leaf, alike);
    else report("survey-leaf-without-question", leaf.path, { found: leaf.id ?? "" });
  }
  return asking;
}

/** Each survey leaf is asked about for every group of units. */
function checkGroups(asking: ReadonlyMap<TreeNode, Asking>, groups: Names, report: Report): void {
  const lacking = new Map<string, Asking[]>();
  for (const alike of new Set(asking.values())) {
    const judged = new Set(alike.forms.flatMap((form) => form.judges ?? []));
    for (const id of groups.ids) if (!judged.has(id)) addTo(lacking, id, alike);
  }
  // Groups that lack the same leaves are told the same: each list is made once.
  const lists = new Map<string, string>();
  const numbersOf = (of: readonly Asking[]): string => {
    const key = of.map((alike) => alike.key).join("\n");
    const known = lists.get(key);
    if (known !== undefined) return known;
    const leaves = [...asking].filter(([, alike]) => of.includes(alike)).map(([leaf]) => leaf.number);
    lists.set(key, leaves.join(", "));
    return leaves.join(", ");
  };
  [...groups.ids].forEach((id, at) => {
    const of = lacking.get(id);
    if (of !== undefined)
      report("group-without-question", ["groups", at], { found: id, items: numbersOf(of) });
  });
}

/** The questionnaires that judge a same group of units, without those that others of the list repeat. */
function judgingTogether({ forms }: Asking): readonly ReadonlySet<DraftForm>[] {
  const judging = new Map<string | undefined, number[]>();
  forms.forEach((form, at) => {
    for (const group of new Set(form.judges)) addTo(judging, group, at);
  });
  const sets = new Map([...judging.values()].map((places) => [places.join(" "), places]));
  return [...sets.values()].map((places) => new Set(places.flatMap((at) => forms[at] ?? [])));
}

/** Groups that are asked different questions on a leaf combine on none of those: a declared weight could be without effect. */
function checkShared(
  leaf: TreeNode,
  feeding: readonly Feeder[],
  together: readonly ReadonlySet<DraftForm>[],
  report: Report,
): void {
  for (const forms of together) {
    const asked = new Map<string | undefined, Set<string>>();
    for (const { form, question } of feeding) {
      if (!forms.has(form) || question === undefined) continue;
      asked.set(form.respondents, (asked.get(form.respondents) ?? new Set()).add(question));
    }
    const lists = [...asked.values()].map((ids) => [...ids].sort(byCodeUnit).join("\n"));
    const alike = lists.every((list) => list === lists[0]) || lists.every((list) => !list.includes("\n"));
    if (alike || asked.has(undefined)) continue;
    return report("questions-not-shared", leaf.path, { found: [...asked.keys()].join(", ") });
  }
}
