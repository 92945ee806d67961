/**
 * The whole of a criteria set as the table that a jurist proof-reads against the annex of the decision: every title,
 * every point, every rule in words, every policy, laid out as text that fits 100 columns or as Markdown.
 */
import type { Citation, CriteriaSet, Item, Lines, Text } from "../criteria-set.ts";
import { type Voice, voiceOf } from "../explain/words/voice.ts";
import { planOf } from "../plan.ts";
import type { Language, Ruled } from "../rule.ts";
import { factsText, ruleText } from "../rules/kinds.ts";
import { pointsText } from "../rules/words.ts";
import { type TableWords, tableWords } from "./table-words.ts";

/** How the table is laid out. */
export interface CriteriaTableOptions {
  /** Markdown instead of text of at most 100 columns. */
  readonly markdown?: boolean | undefined;
  /** In Vietnamese: the English titles beneath the Vietnamese ones. */
  readonly english?: boolean | undefined;
}

/**
 * Prints a criteria set as the table that is proof-read against the annex.
 *
 * Everything that the set says is in it: what a checker cannot know is found by a person who reads both.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param language `"vi"` or `"en"`; what the set has only in Vietnamese stays Vietnamese.
 * @param options The layout.
 *
 * @returns The text, without a line break at its end.
 *
 * @throws TypeError if the set was not made by `readCriteriaSet`; RangeError if the language is none of those.
 *
 * @example
 * ```ts
 * import { criteriaTable } from "par-index/check";
 * import { criteriaSet } from "par-index/criteria";
 * const table = criteriaTable(criteriaSet("hoa-lam/department/2026"), "vi");
 * table.split("\n").find((line) => line.startsWith("1.1.2 ")); // => '1.1.2     Mức độ hoàn thành kế hoạch cải         1,5  Tỷ lệ nhiệm vụ đã hoàn thành trên nhiệm vụ'
 * ```
 */
export function criteriaTable(
  set: CriteriaSet,
  language: Language,
  options: CriteriaTableOptions = {},
): string {
  planOf(set, "criteriaTable");
  const printing = printingOf(set, voiceOf(language, "criteriaTable"), { english: options.english });
  const parts = [...headParts(printing), treePart(printing), ...annexParts(printing)].filter(
    ({ rows }) => rows.length > 0,
  );
  return options.markdown === true ? markdownTable(parts) : textTable(parts);
}

function treePart(printing: Printing): TablePart {
  const { headings, labels } = printing.words;
  const rows: string[][] = [];
  const walk = (item: Item): void => {
    const points = printing.voice.number(item.maxPoints);
    rows.push([item.number, printing.both(item.title), points, itemLines(printing, item).join("\n")]);
    for (const child of item.items ?? []) walk(child);
  };
  for (const item of printing.set.items) walk(item);
  return {
    id: "tree",
    title: headings.tree,
    columns: [
      { title: labels.number, width: 8 },
      { title: labels.title, width: 34 },
      { title: labels.points, width: 6, right: true },
      { title: labels.rule, width: 46 },
    ],
    rows,
  };
}

function itemLines(printing: Printing, item: Item): readonly string[] {
  const { set, voice, words } = printing;
  const { labels } = words;
  const { rule, evidence, maxPoints: max } = item;
  const source = set.sources.find(({ id }) => id === item.source);
  const lines = rule === undefined ? [] : [...ruleLines({ rule, max }, voice.language)];
  for (const { facts, points } of item.examples ?? []) {
    if (rule === undefined) continue;
    lines.push(
      `${labels.example}: ${factsText({ rule, max }, facts, voice.language)} → ${pointsText(points, voice.language)}`,
    );
  }
  if (source !== undefined) {
    const by = item.scoredBy === "appraiser" ? ` (${labels.appraiser})` : "";
    lines.push(`${labels.source}: ${voice.words(source.title)}${by}`);
  }
  if (evidence !== undefined) lines.push(`${labels.evidence}: ${words.evidence[evidence]}`);
  if (item.notApplicable !== undefined) {
    lines.push(`${labels.mayNotApply}: ${voice.wording.consequences[item.notApplicable]}`);
  }
  if (item.id !== item.number) lines.push(`${labels.id}: ${item.id}`);
  if (item.replaces !== undefined) lines.push(`${labels.replaces}: ${item.replaces.join(", ")}`);
  if (item.citation !== undefined) lines.push(`${labels.citation}: ${citationText(printing, item.citation)}`);
  return lines;
}

/** The parts before the tree. */
export const headParts = (printing: Printing): readonly TablePart[] => [
  setPart(printing),
  decisionsPart(printing),
  sourcesPart(printing),
  groupsPart(printing),
];

/** Two columns: what, and its content. */
export const pairColumns = ({ words: { labels } }: Printing): readonly Column[] => [
  { title: labels.what, width: 30 },
  { title: labels.content, width: 68 },
];

function setPart(printing: Printing): TablePart {
  const { set, voice, words, both } = printing;
  const { labels } = words;
  const { editionNote, framework, totals } = set;
  const counts = set.levels.map((level, at) => {
    const count = totals.counts?.[at];
    return count === undefined ? voice.words(level) : `${voice.words(level)}: ${voice.number(String(count))}`;
  });
  const leaves = totals.leaves === undefined ? [] : [[labels.leaves, voice.number(String(totals.leaves))]];
  const rows = [
    [words.headings.set, both(set.title)],
    [labels.issuer, both(set.issuer)],
    [labels.id, set.id],
    [labels.edition, String(set.edition)],
    ...(editionNote === undefined
      ? []
      : [
          [
            labels.changes,
            [
              `${words.editions[editionNote.kind]}, ${voice.day(editionNote.from)}`,
              ...editionNote.changes.map(both),
            ].join("\n"),
          ],
        ]),
    [labels.status, words.status[set.status]],
    [labels.level, set.level],
    [labels.period, `${voice.day(set.period.from)} – ${voice.day(set.period.to)}`],
    ...(framework === undefined ? [] : [[labels.framework, `${framework.set}, ${framework.edition}`]]),
    ...(set.isFramework ? [[labels.kind, labels.isFramework]] : []),
    [labels.levels, counts.join("\n")],
    ...leaves,
    [labels.maximum, voice.number(set.maxPoints)],
  ];
  return { id: "set", title: words.headings.set, columns: pairColumns(printing), rows };
}

function decisionsPart({ set, voice, words, both }: Printing): TablePart {
  const { labels, headings } = words;
  return {
    id: "decisions",
    title: headings.decisions,
    columns: [
      { title: labels.id, width: 12 },
      { title: labels.document, width: 18 },
      { title: labels.day, width: 10 },
      { title: labels.content, width: 54 },
    ],
    rows: set.decisions.map(({ id, number, date, issuer, title, source }) => [
      id,
      number,
      voice.day(date),
      [
        both(issuer),
        ...(title === undefined ? [] : [both(title)]),
        ...(source === undefined ? [] : [source]),
      ].join("\n"),
    ]),
  };
}

function sourcesPart({ set, voice, words, both }: Printing): TablePart {
  const { labels, headings } = words;
  const number = (value: string | number | undefined): string =>
    value === undefined ? "" : voice.number(String(value));
  return {
    id: "sources",
    title: headings.sources,
    columns: [
      { title: labels.id, width: 14 },
      { title: labels.name, width: 38 },
      { title: labels.kind, width: 28 },
      { title: labels.points, width: 6, right: true },
      { title: labels.leaves, width: 6, right: true },
    ],
    rows: set.sources.map(({ id, title, kind, maxPoints, leaves }) => [
      id,
      both(title),
      words.sources[kind],
      number(maxPoints),
      number(leaves),
    ]),
  };
}

function groupsPart({ set, words, both }: Printing): TablePart {
  const { labels, headings } = words;
  return {
    id: "groups",
    keys: 2,
    title: headings.groups,
    columns: [
      { title: labels.kind, width: 16 },
      { title: labels.id, width: 20 },
      { title: labels.name, width: 60 },
    ],
    rows: [
      ...set.groups.map(({ id, title }) => [labels.group, id, both(title)]),
      ...set.kinds.map(({ id, title }) => [labels.unitKind, id, both(title)]),
    ],
  };
}

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

/** What every part of the table is printed from. */
export interface Printing {
  readonly set: CriteriaSet;
  /** The sets in which what an id stands for is looked up, in this order. */
  readonly names: readonly CriteriaSet[];
  readonly voice: Voice;
  readonly words: TableWords;
  /** A title; where asked for, with the English one beneath. */
  readonly both: (text: Text) => string;
}

/** How a set is printed, beside its language. */
export interface PrintingOptions {
  /** Puts English titles beneath Vietnamese ones. */
  readonly english?: boolean | undefined;
  /** A set whose names prevail for what both know: of two sets that are compared a new name is told once. */
  readonly namesOf?: CriteriaSet | undefined;
}

/** A set with the words of a language. */
export const printingOf = (
  set: CriteriaSet,
  voice: Voice,
  { english, namesOf }: PrintingOptions = {},
): Printing => ({
  set,
  names: namesOf === undefined ? [set] : [namesOf, set],
  voice,
  words: tableWords[voice.language],
  both: ({ vi, en }) =>
    english === true && voice.language === "vi" && en !== undefined
      ? `${vi}\n${en}`
      : voice.words({ vi, en }),
});

/** The title of what an id stands for, in one of the lists of a set; the id itself where no set knows it. */
export function titleOf(
  { names, voice }: Printing,
  listOf: (set: CriteriaSet) => readonly { readonly id: string; readonly title: Text }[] | undefined,
  id: string,
): string {
  const found = names.flatMap((set) => listOf(set) ?? []).find((it) => it.id === id);
  return found === undefined ? id : voice.words(found.title);
}

/** A rule in words, each of its clauses on a line of its own. */
export function ruleLines(of: Ruled, language: Language): readonly string[] {
  const [first = "", ...rest] = ruleText(of, language).split("; ");
  const listed = rest.map((clause) => `– ${clause}`);
  const { kind } = of.rule;
  const colon = kind === "choice" || kind === "checklist" ? first.indexOf(": ") : -1;
  return colon < 0
    ? [first, ...listed]
    : [first.slice(0, colon + 1), `– ${first.slice(colon + 2)}`, ...listed];
}

/** A citation: the number of the document, and the place in it. */
export function citationText({ names }: Pick<Printing, "names">, { decision, at }: Citation): string {
  const number =
    names.flatMap(({ decisions }) => decisions).find(({ id }) => id === decision)?.number ?? decision;
  return `${number}, ${at}`;
}

/** A column of a part. */
export interface Column {
  /** Its heading. */
  readonly title: string;
  /** Its width in text, in characters; those of a part and two spaces between them make at most 100. */
  readonly width: number;
  /** True for figures, which stand at the right. */
  readonly right?: true | undefined;
}

/** A part: a heading and its table. A cell may have several lines. */
export interface TablePart {
  /** The name of the part, the same in every language. */
  readonly id: string;
  /** How many of the first columns tell rows apart. */
  readonly keys?: number | undefined;
  readonly title: string;
  /** Lines between the heading and the table. */
  readonly notes?: readonly string[] | undefined;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

/** Lays parts out as text of at most 100 columns; a word longer than its column is broken. */
export const textTable = (parts: readonly TablePart[]): string => parts.map(textPart).join("\n\n");

function textPart({ title, notes = [], columns, rows }: TablePart): string {
  const heading = columns.map((column) => column.title);
  const rule = columns.map(({ width }) => "-".repeat(width));
  const lines = [heading, rule, ...rows].flatMap((cells) => textRow(columns, cells));
  return [...[title, ...notes].flatMap((line) => wrap(line, 100)), "", ...lines].join("\n");
}

function textRow(columns: readonly Column[], cells: readonly string[]): readonly string[] {
  const wrapped = columns.map(({ width }, at) =>
    (cells[at] ?? "").split("\n").flatMap((line) => wrap(line, width)),
  );
  const height = wrapped.reduce((most, lines) => Math.max(most, lines.length), 1);
  return Array.from({ length: height }, (_, line) =>
    columns
      .map(({ width, right }, at) => {
        const text = wrapped[at]?.[line] ?? "";
        return right ? text.padStart(width) : text.padEnd(width);
      })
      .join("  ")
      .trimEnd(),
  );
}

/** Breaks a line between words; an indent of the line is kept on what follows it. */
function wrap(text: string, width: number): readonly string[] {
  const indent = /^(– )/.test(text) ? "  " : "";
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/ (?!%)/).flatMap((it) => pieces(it, width - indent.length))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (longer.length <= width) line = longer;
    else {
      lines.push(line);
      line = `${indent}${word}`;
    }
  }
  return [...lines, line];
}

const pieces = (word: string, width: number): readonly string[] =>
  word.length <= width ? [word] : [word.slice(0, width), ...pieces(word.slice(width), width)];

/** Lays parts out as Markdown tables under headings of the second level. */
export const markdownTable = (parts: readonly TablePart[]): string => parts.map(markdownPart).join("\n\n");

function markdownPart({ title, notes = [], columns, rows }: TablePart): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    `## ${escaped(title)}`,
    "",
    ...notes.flatMap((note) => [escaped(note), ""]),
    line(columns.map((column) => escaped(column.title))),
    line(columns.map(({ right }) => (right ? "--:" : "---"))),
    ...rows.map((cells) => line(cells.map((cell) => escaped(cell).replace(/\n/g, "<br>")))),
  ].join("\n");
}

const escaped = (text: string): string => text.replace(/[\\`*[\]<>|~]/g, "\\$&");
