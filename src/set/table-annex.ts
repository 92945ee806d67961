/**
 * What stands after the tree in the table of a criteria set: survey, bonus and penalty, policies, grades, deadlines and
 * exemptions.
 */
import type { CriteriaSet, Lines } from "../criteria-set.ts";
import { pairColumns } from "./table-head.ts";
import type { TablePart } from "./table-layout.ts";
import { citationText, type Printing, ruleLines, titleOf } from "./table-printing.ts";

/** The parts after the tree; those without rows are left out by who prints them. */
export const annexParts = (printing: Printing): readonly TablePart[] => [
  ...surveyParts(printing),
  linesPart(printing, "bonus"),
  linesPart(printing, "penalty"),
  policiesPart(printing),
  gradesPart(printing),
  calendarPart(printing),
  exemptionsPart(printing),
];

function surveyParts(printing: Printing): readonly TablePart[] {
  const { set, voice, words, both } = printing;
  const { survey } = set;
  if (survey === undefined) return [];
  const { labels, headings } = words;
  return [
    {
      id: "survey",
      title: headings.survey,
      columns: pairColumns(printing),
      rows: [
        [labels.combine, voice.wording.combine[survey.combine]],
        [labels.emptyGroup, words.emptyGroup[survey.emptyGroup]],
        [labels.belowLeast, words.belowLeast[survey.belowLeast]],
        [labels.notHeld, words.notHeld[survey.notHeld]],
      ],
    },
    {
      id: "respondents",
      title: headings.respondents,
      columns: [
        { title: labels.id, width: 24 },
        { title: labels.name, width: 60 },
        { title: labels.weight, width: 10, right: true },
      ],
      rows: survey.respondents.map(({ id, title, weight }) => [
        id,
        both(title),
        weight === undefined ? "" : voice.number(weight),
      ]),
    },
    {
      id: "scales",
      keys: 2,
      title: headings.scales,
      columns: [
        { title: labels.scale, width: 24 },
        { title: labels.id, width: 20 },
        { title: labels.name, width: 36 },
        { title: labels.percent, width: 14 },
      ],
      rows: survey.scales.flatMap(({ id, options }) =>
        options.map((option) => [
          id,
          option.id,
          both(option.title),
          option.percent === undefined ? labels.noOpinion : voice.percent(option.percent),
        ]),
      ),
    },
    ...survey.questionnaires.map(
      (it): TablePart => ({
        id: `questionnaire ${it.id}`,
        title: `${voice.words(it.title)} (${it.id})`,
        notes: [
          `${labels.judges}: ${it.judges.map((id) => titleOf(printing, ({ groups }) => groups, id)).join(", ")}`,
          `${headings.respondents}: ${titleOf(printing, ({ survey }) => survey?.respondents, it.respondents)}`,
          `${labels.leastForms}: ${voice.number(String(it.leastForms))}`,
        ],
        columns: [
          { title: labels.id, width: 20 },
          { title: labels.question, width: 48 },
          { title: labels.scale, width: 16 },
          { title: labels.item, width: 10 },
        ],
        rows: it.questions.map(({ id, text, scale, item }) => [id, both(text), scale, item]),
      }),
    ),
  ];
}

function linesPart(printing: Printing, kind: "bonus" | "penalty"): TablePart {
  const { set, voice, words, both } = printing;
  const { labels, headings } = words;
  const { lines, cap }: Lines = set[kind];
  const rows = lines.map((line) => [
    line.number,
    both(line.title),
    line.cap === undefined ? "" : voice.number(line.cap),
    [
      ...ruleLines({ rule: line.rule, line: kind }, voice.language),
      ...(line.id === line.number ? [] : [`${labels.id}: ${line.id}`]),
      ...(line.citation === undefined
        ? []
        : [`${labels.citation}: ${citationText(printing, line.citation)}`]),
    ].join("\n"),
  ]);
  return {
    id: kind,
    title: headings[kind],
    ...(cap === undefined ? {} : { notes: [`${labels.capAll}: ${voice.number(cap)}`] }),
    columns: [
      { title: labels.number, width: 8 },
      { title: labels.name, width: 34 },
      { title: labels.cap, width: 7, right: true },
      { title: labels.rule, width: 45 },
    ],
    rows,
  };
}

function policiesPart(printing: Printing): TablePart {
  const { set, voice, words } = printing;
  const { labels } = words;
  const { policies, ranking } = set;
  const { places, mode, items } = policies.rounding;
  const rounding = [`${places} ${labels.places}`, words.modes[mode], items ? labels.eachItem : labels.once];
  const breakers = ranking.tieBreakers.map(
    ({ by, id, exact }) => `${nameOf(printing, by, id)}${exact ? ` (${labels.exact})` : ""}`,
  );
  return {
    id: "policies",
    title: words.headings.policies,
    columns: pairColumns(printing),
    rows: [
      [labels.rounding, rounding.join("; ")],
      ...(policies.notApplicable === undefined
        ? []
        : [[labels.notApplicable, voice.wording.consequences[policies.notApplicable]]]),
      [labels.unanswered, words.unanswered[policies.unanswered]],
      [labels.silence, words.silence[policies.silence]],
      [labels.missing, words.missing[policies.missing]],
      [labels.late, lateText(printing)],
      [labels.openFindings, words.openFindings[policies.openFindings]],
      [labels.limits, limitsText(printing)],
      [labels.ranking, words.rankedOn[ranking.on]],
      [labels.ties, words.ties[ranking.ties]],
      ...(breakers.length === 0 ? [] : [[labels.tieBreakers, breakers.join("\n")]]),
    ],
  };
}

function nameOf(printing: Printing, by: "item" | "source", id: string): string {
  const { labels } = printing.words;
  if (by === "item") return `${labels.item} ${id}`;
  return `${labels.source}: ${titleOf(printing, ({ sources }) => sources, id)}`;
}

function lateText({ set, voice }: Printing): string {
  const { late } = set.policies;
  if (late.kind === "flag") return voice.say("lateFlag", {});
  if (late.kind === "refuse") return voice.say("lateRefuse", {});
  const points = voice.number(late.points);
  if (late.kind === "flat") return voice.say("lateFlat", { points });
  if (late.cap === undefined) return voice.say("latePerDay", { points });
  return voice.say("lateCapped", { points, cap: voice.number(late.cap) });
}

function limitsText({ set, voice, words }: Printing): string {
  const { min, max } = set.policies.limits;
  const bound = (it: string | undefined): string =>
    it === undefined ? words.labels.noLimit : voice.percent(it);
  return min === undefined && max === undefined ? words.labels.noLimit : `${bound(min)} – ${bound(max)}`;
}

function gradesPart({ set, voice, words, both }: Printing): TablePart {
  const { labels, headings } = words;
  const boundsText = ({ from, below }: CriteriaSet["grades"][number]): string => {
    if (from !== undefined && below !== undefined) {
      return voice.say("gradeRange", { from: voice.percent(from), below: voice.percent(below) });
    }
    if (from !== undefined) return voice.say("gradeFrom", { from: voice.percent(from) });
    return below === undefined ? labels.rest : voice.say("gradeBelow", { below: voice.percent(below) });
  };
  return {
    id: "grades",
    title: headings.grades,
    columns: [
      { title: labels.id, width: 14 },
      { title: labels.grade, width: 24 },
      { title: labels.content, width: 58 },
    ],
    rows: set.grades.map((grade) => [grade.id, both(grade.title), boundsText(grade)]),
  };
}

function calendarPart(printing: Printing): TablePart {
  const { set, voice, words, both } = printing;
  const { labels, headings } = words;
  return {
    id: "calendar",
    title: headings.calendar,
    columns: [
      { title: labels.id, width: 18 },
      { title: labels.day, width: 22 },
      { title: labels.content, width: 56 },
    ],
    rows: set.calendar.map(({ id, title, before, by, citation }) => [
      id,
      before === undefined
        ? voice.say("by", { date: voice.day(by ?? "") })
        : voice.say("before", { date: voice.day(before) }),
      [
        both(title),
        ...(citation === undefined ? [] : [`${labels.citation}: ${citationText(printing, citation)}`]),
      ].join("\n"),
    ]),
  };
}

function exemptionsPart(printing: Printing): TablePart {
  const { set, words } = printing;
  const { labels, headings } = words;
  return {
    id: "exemptions",
    title: headings.exemptions,
    columns: [
      { title: labels.unitKind, width: 36 },
      { title: labels.items, width: 34 },
      { title: labels.citation, width: 26 },
    ],
    rows: set.exemptions.map(({ kind, items, citation }) => [
      titleOf(printing, ({ kinds }) => kinds, kind),
      items.join(", "),
      citation === undefined ? "" : citationText(printing, citation),
    ]),
  };
}
