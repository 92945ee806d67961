/**
 * The survey of a criteria file: questionnaires against leaves, groups, scales and respondents, and what is asked of
 * whom: every survey leaf about every group of units, as many questions as declared, and the same questions by all groups
 * of respondents that combine.
 */
import type { Report } from "../issue.ts";
import { compare, decimal, hundred } from "../number.ts";
import { byCodeUnit } from "../plain.ts";
import type { SourceKinds } from "./leaves.ts";
import { type DraftFile, type Names, namesOf, refer, type Tree, type TreeNode } from "./tree.ts";

/** Checks the survey part against the tree and the groups. */
export function checkSurvey(
  tree: Tree,
  file: DraftFile,
  names: { readonly items: Names; readonly groups: Names },
  kinds: SourceKinds,
  misfits: ReadonlySet<TreeNode>,
  report: Report,
): void {
  const { groups } = names;
  const leaves = surveyLeaves(tree, file, kinds, misfits);
  if (!("survey" in file)) {
    const first = leaves?.[0];
    if (first !== undefined)
      report(
        "survey-missing",
        first.path,
        { found: leaves?.map(({ number }) => number).join(", ") ?? "" },
        { item: first.number },
      );
    return;
  }
  const { survey } = file;
  if (survey === undefined) return;
  if (leaves?.length === 0 && tree.complete) return report("survey-without-leaf", ["survey"], {});
  const respondents = namesOf(survey.respondents, ["survey", "respondents"], report);
  const scales = namesOf(survey.scales, ["survey", "scales"], report);
  namesOf(survey.questionnaires, ["survey", "questionnaires"], report);
  checkWeights(survey, report);
  checkScales(survey, report);
  const sound = checkQuestionnaires(survey, tree, leaves, { ...names, respondents, scales }, report);
  // What is not used may be what a misspelt name meant.
  if (!sound) return;
  checkUse(survey, report);
  if (leaves !== undefined) checkCover(survey, leaves, groups, report);
}

/** The leaves that the survey feeds; undefined where that cannot be told of every leaf. */
function surveyLeaves(
  tree: Tree,
  file: DraftFile,
  kinds: SourceKinds,
  misfits: ReadonlySet<TreeNode>,
): readonly TreeNode[] | undefined {
  if (
    misfits.size > 0 ||
    kinds.size === 0 ||
    file.sources?.some((source) => !kinds.has(source?.id)) !== false
  )
    return undefined;
  return tree.leaves.filter(({ draft }) => kinds.get(draft.source) === "survey");
}

function checkWeights(survey: Survey, report: Report): void {
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

function checkScales(survey: Survey, report: Report): void {
  survey.scales?.forEach((scale, at) => {
    const path = ["survey", "scales", at];
    const options = scale?.options;
    if (options === undefined) return;
    namesOf(options, [...path, "options"], report);
    if (options.every((option) => option !== undefined && !("percent" in option))) {
      report("scale-without-percent", [...path, "options"], { found: scale?.id ?? "" });
    } else if (options.length === 1) {
      report("scale-without-choice", [...path, "options"], { found: scale?.id ?? "" });
    }
    options.forEach((option, position) => {
      if (option?.percent !== undefined && compare(decimal(option.percent), hundred) > 0) {
        report("out-of-range", [...path, "options", position, "percent"], {
          found: option.percent,
          expected: "0–100",
        });
      }
    });
    const percents = options.flatMap((option) =>
      option?.percent === undefined ? [] : [decimal(option.percent)],
    );
    const best = percents.some((percent) => compare(percent, hundred) >= 0);
    if (percents.length > 0 && !best)
      report("scale-below-hundred", [...path, "options"], { found: scale?.id ?? "" });
  });
}

function checkQuestionnaires(
  survey: Survey,
  tree: Tree,
  leaves: readonly TreeNode[] | undefined,
  names: Readonly<Record<"items" | "groups" | "respondents" | "scales", Names>>,
  report: Report,
): boolean {
  const { items, groups, respondents, scales } = names;
  let sound = survey.questionnaires !== undefined;
  const known = (...[name, ...rest]: Parameters<typeof refer>): boolean => {
    const found = refer(name, ...rest);
    sound &&= found;
    return found;
  };
  survey.questionnaires?.forEach((form, at) => {
    sound &&= form?.judges !== undefined && form.questions !== undefined;
    if (form === undefined) return;
    const path = ["survey", "questionnaires", at];
    known(form.respondents, respondents, "unknown-respondents", [...path, "respondents"], report);
    const judged = new Set<string>();
    form.judges?.forEach((group, position) => {
      known(group, groups, "unknown-group", [...path, "judges", position], report);
      if (group !== undefined && judged.has(group))
        report("duplicate-id", [...path, "judges", position], { found: group });
      if (group !== undefined) judged.add(group);
    });
    namesOf(form.questions, [...path, "questions"], report);
    form.questions?.forEach((question, position) => {
      const place = [...path, "questions", position];
      known(question?.scale, scales, "unknown-scale", [...place, "scale"], report);
      if (!known(question?.item, items, "unknown-item", [...place, "item"], report)) return;
      const node = tree.byId.get(question?.item ?? "");
      if (node === undefined || leaves === undefined || leaves.includes(node) || node.doubled || !node.whole)
        return;
      if (node.leaf && node.draft.source === undefined) return;
      sound = false;
      report(
        "question-without-survey-leaf",
        [...place, "item"],
        { found: question?.item ?? "" },
        { item: node.number },
      );
    });
  });
  return sound;
}

/** Scales and respondent groups that no questionnaire uses. */
function checkUse(survey: Survey, report: Report): void {
  const forms = survey.questionnaires ?? [];
  const asked = new Set(forms.map((form) => form?.respondents));
  const used = new Set(forms.flatMap((form) => form?.questions?.map((question) => question?.scale) ?? []));
  survey.respondents?.forEach((group, at) => {
    if (group?.id === undefined || asked.has(group.id)) return;
    report("respondents-not-asked", ["survey", "respondents", at], {
      found: group.id,
      title: group.title?.vi ?? group.id,
    });
  });
  survey.scales?.forEach((scale, at) => {
    if (scale?.id !== undefined && !used.has(scale.id))
      report("scale-not-used", ["survey", "scales", at, "id"], { found: scale.id });
  });
}

type Survey = NonNullable<DraftFile["survey"]>;
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
