/**
 * The survey of a criteria file: questionnaires against leaves, groups, scales and respondents (design 3.7). Every
 * question feeds a survey leaf; that every survey leaf is asked about stands in `criteria-cover.ts`.
 */
import type { Report } from "../issue.ts";
import { compare, decimal, hundred } from "../number.ts";
import { checkCover } from "./criteria-cover.ts";
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
  if (leaves !== undefined) checkCover(survey, leaves, groups, report);
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
