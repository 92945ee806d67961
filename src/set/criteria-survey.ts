/**
 * The survey of a criteria file: questionnaires against leaves, groups, scales and respondents (design 3.7). Every
 * survey leaf is asked about every group of units; every question feeds a survey leaf.
 */

import type { Report } from "../issue.ts";
import { compare, decimal, hundred } from "../number.ts";
import { byCodeUnit } from "../plain.ts";
import type { SourceKinds } from "./criteria-leaves.ts";
import { type Names, namesOf, refer } from "./criteria-names.ts";
import type { CriteriaFile } from "./criteria-schema.ts";
import type { Tree, TreeNode } from "./criteria-tree.ts";
import type { Draft } from "./draft.ts";

type File = NonNullable<Draft<CriteriaFile>>;
type Survey = NonNullable<File["survey"]>;

/** Checks the survey part against the tree and the groups. */
export function checkSurvey(
  tree: Tree,
  file: File,
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
  if (leaves === undefined || !checkDeclared(survey, leaves, report)) return;
  checkCover(survey, leaves, groups, report);
  checkShared(survey, leaves, report);
}

/** The leaves that the survey feeds; undefined where that cannot be told of every leaf. */
function surveyLeaves(
  tree: Tree,
  file: File,
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

/** Each survey leaf has a question in some questionnaire, and for every group of units. */
function checkCover(survey: Survey, leaves: readonly TreeNode[], groups: Names, report: Report): void {
  const unasked = new Map<string, string[]>();
  for (const leaf of leaves) {
    if (leaf.id === undefined || leaf.doubled) continue;
    const feeding = (survey.questionnaires ?? []).filter((form) =>
      form?.questions?.some((question) => question?.item === leaf.id),
    );
    if (feeding.length === 0) {
      report("survey-leaf-without-question", leaf.path, { found: leaf.id }, { item: leaf.number });
      continue;
    }
    const judged = new Set(feeding.flatMap((form) => form?.judges ?? []));
    for (const id of groups.ids) {
      if (!judged.has(id)) unasked.set(id, [...(unasked.get(id) ?? []), leaf.number ?? leaf.id]);
    }
  }
  const order = [...groups.ids];
  for (const [id, items] of unasked) {
    report("group-without-question", ["groups", order.indexOf(id)], { found: id, items: items.join(", ") });
  }
}

/**
 * Declared numbers of questions. A question that points to the wrong leaf is missing on one and too many on another:
 * one mistake, named with both. False where one was found: what is asked of whom only follows from it.
 */
function checkDeclared(survey: Survey, leaves: readonly TreeNode[], report: Report): boolean {
  const questions = (survey.questionnaires ?? []).flatMap((form) => form?.questions ?? []);
  const off = leaves.flatMap((leaf) => {
    const { rule } = leaf.draft;
    if (rule?.kind !== "survey" || rule.questions === undefined || leaf.doubled) return [];
    const found = questions.filter((question) => question?.item === leaf.id).length;
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

/** Groups that are asked different questions on a leaf combine on none of those: a declared weight could be without effect. */
function checkShared(survey: Survey, leaves: readonly TreeNode[], report: Report): void {
  for (const leaf of leaves) {
    if (leaf.id === undefined || leaf.doubled) continue;
    const feeding = survey.questionnaires?.flatMap((form) => {
      const ids = form?.questions?.flatMap((it) =>
        it?.item === leaf.id && it?.id !== undefined ? [it.id] : [],
      );
      return form === undefined || ids === undefined || ids.length === 0 ? [] : [{ form, ids }];
    });
    for (const judged of new Set(feeding?.flatMap(({ form }) => form.judges ?? []))) {
      const asked = new Map<string | undefined, Set<string>>();
      for (const { form, ids } of feeding ?? []) {
        if (!form.judges?.includes(judged)) continue;
        asked.set(form.respondents, new Set([...(asked.get(form.respondents) ?? []), ...ids]));
      }
      const lists = [...asked.values()].map((ids) => [...ids].sort(byCodeUnit).join("\n"));
      const alike = lists.every((it) => it === lists[0]) || lists.every((it) => !it.includes("\n"));
      if (alike || asked.has(undefined)) continue;
      report(
        "questions-not-shared",
        leaf.path,
        { found: [...asked.keys()].join(", ") },
        { item: leaf.number },
      );
      break;
    }
  }
}
