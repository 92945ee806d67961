/**
 * The whole of a criteria set as the table that a jurist proof-reads against the annex of the decision: every title,
 * every point, every rule in words, every policy, laid out as text that fits 100 columns or as Markdown.
 */
import type { Citation, CriteriaSet, Decimal, Item, Text } from "../criteria-set.ts";
import { type Voice, voiceOf } from "../explain/words/voice.ts";
import { planOf } from "../plan.ts";
import type { Language, Ruled } from "../rule.ts";
import { factsText, ruleWording } from "../rules/kinds.ts";
import { pointsText, shippedRuleWords } from "../rules/words.ts";
import { type TableLabel, type TableWords, tableWords } from "./table-words.ts";

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

/** The lists of a set that others refer to by id. */
type TitledList = "sources" | "groups" | "kinds" | "respondents";

/** What every part of the table is printed from. */
export interface Printing {
  readonly set: CriteriaSet;
  readonly voice: Voice;
  readonly words: TableWords;
  /** A title; where asked for, with the English one beneath. */
  readonly both: (text: Text) => string;
  /** The title of what an id stands for in a list; the id itself where no set knows it. */
  readonly titleOf: (list: TitledList, id: string) => string;
  /** A citation: the number of the document, and the place in it. */
  readonly cited: (citation: Citation) => string;
}

/** How a set is printed, beside its language. */
export interface PrintingOptions {
  /** Puts English titles beneath Vietnamese ones. */
  readonly english?: boolean | undefined;
  /** A set whose names prevail for what both know: of two sets that are compared a new name is told once. */
  readonly namesOf?: CriteriaSet | undefined;
}

/** A set with the words of a language. */
export function printingOf(
  set: CriteriaSet,
  voice: Voice,
  { english, namesOf = set }: PrintingOptions = {},
): Printing {
  // Of what both sets know, the one that prevails comes last.
  const sets = [set, namesOf];
  const titles = (listOf: (of: CriteriaSet) => readonly { id: string; title: Text }[] | undefined) =>
    new Map(sets.flatMap((of) => (listOf(of) ?? []).map(({ id, title }) => [id, voice.words(title)])));
  const lists: Readonly<Record<TitledList, ReadonlyMap<string, string>>> = {
    sources: titles(({ sources }) => sources),
    groups: titles(({ groups }) => groups),
    kinds: titles(({ kinds }) => kinds),
    respondents: titles(({ survey }) => survey?.respondents),
  };
  const documents = new Map(sets.flatMap(({ decisions }) => decisions.map(({ id, number }) => [id, number])));
  return {
    set,
    voice,
    words: tableWords[voice.language],
    both: ({ vi, en }) =>
      english === true && voice.language === "vi" && en !== undefined
        ? `${vi}\n${en}`
        : voice.words({ vi, en }),
    titleOf: (list, id) => lists[list].get(id) ?? id,
    cited: ({ decision, at }) => `${documents.get(decision) ?? decision}, ${at}`,
  };
}

/** A rule in words, each of its clauses on a line of its own. */
function ruleLines(of: Ruled, language: Language): readonly string[] {
  const [first = "", ...rest] = ruleWording(shippedRuleWords[language], of).split("; ");
  const listed = rest.map((clause) => `– ${clause}`);
  const { kind } = of.rule;
  const colon = kind === "choice" || kind === "checklist" ? first.indexOf(": ") : -1;
  return colon < 0
    ? [first, ...listed]
    : [first.slice(0, colon + 1), `– ${first.slice(colon + 2)}`, ...listed];
}

/** The lines of a cell; what is undefined is not there. */
const stacked = (...lines: readonly (string | undefined)[]): string =>
  lines.filter((line) => line !== undefined).join("\n");

/** Rows of a label and its content; what is undefined is not there. */
const pairs = (rows: readonly (readonly [label: string, content: string | undefined])[]) =>
  rows.flatMap(([label, content]) => (content === undefined ? [] : [[label, content]]));

/** Columns by their labels and widths; the third tells figures. */
const columnsOf = (
  { labels }: TableWords,
  ...columns: readonly (readonly [label: TableLabel, width: number, right?: true])[]
): readonly PrintedColumn[] =>
  columns.map(([label, width, right]) => ({ title: labels[label], width, ...(right && { right }) }));

/** Two columns: what, and its content. */
const pairColumns = (words: TableWords): readonly PrintedColumn[] =>
  columnsOf(words, ["what", 30], ["content", 68]);

/** The parts before the tree. */
export const headParts = (printing: Printing): readonly PrintedPart[] => [
  setPart(printing),
  decisionsPart(printing),
  sourcesPart(printing),
  groupsPart(printing),
];

/** The parts after the tree; those without rows are left out by who prints them. */
export const annexParts = (printing: Printing): readonly PrintedPart[] => [
  ...surveyParts(printing),
  linesPart(printing, "bonus"),
  linesPart(printing, "penalty"),
  policiesPart(printing),
  gradesPart(printing),
  calendarPart(printing),
  exemptionsPart(printing),
];

function treePart(printing: Printing): PrintedPart {
  const { set, voice, words, both } = printing;
  const rowsOf = (item: Item): string[][] => [
    [item.number, both(item.title), voice.number(item.maxPoints), itemCell(printing, item)],
    ...(item.items ?? []).flatMap(rowsOf),
  ];
  return {
    id: "tree",
    title: words.headings.tree,
    columns: columnsOf(words, ["number", 8], ["title", 34], ["points", 6, true], ["rule", 46]),
    rows: set.items.flatMap(rowsOf),
  };
}

function itemCell({ voice, words, titleOf, cited }: Printing, item: Item): string {
  const { labels } = words;
  const { id, number, rule, source, scoredBy, evidence, notApplicable, replaces, citation } = item;
  const ruled = rule && { rule, max: item.maxPoints };
  const by = scoredBy === "appraiser" ? ` (${labels.appraiser})` : "";
  return stacked(
    ...(ruled === undefined ? [] : ruleLines(ruled, voice.language)),
    ...(ruled === undefined ? [] : (item.examples ?? [])).map(
      ({ facts, points }) =>
        ruled &&
        `${labels.example}: ${factsText(shippedRuleWords[voice.language], ruled, facts)} → ${pointsText(shippedRuleWords[voice.language], points)}`,
    ),
    source && `${labels.source}: ${titleOf("sources", source)}${by}`,
    evidence && `${labels.evidence}: ${words.evidence[evidence]}`,
    notApplicable && `${labels.mayNotApply}: ${voice.wording.consequences[notApplicable]}`,
    id === number ? undefined : `${labels.id}: ${id}`,
    replaces && `${labels.replaces}: ${replaces.join(", ")}`,
    citation && `${labels.citation}: ${cited(citation)}`,
  );
}

function setPart({ set, voice, words, both }: Printing): PrintedPart {
  const { labels, headings } = words;
  const { editionNote, framework, period, totals } = set;
  const count = (of: number): string => voice.number(String(of));
  const levels = set.levels.map((level, at) => {
    const declared = totals.counts?.[at];
    return declared === undefined ? voice.words(level) : `${voice.words(level)}: ${count(declared)}`;
  });
  const changes =
    editionNote &&
    stacked(
      `${words.editions[editionNote.kind]}, ${voice.day(editionNote.from)}`,
      ...editionNote.changes.map(both),
    );
  const rows = pairs([
    [headings.set, both(set.title)],
    [labels.issuer, both(set.issuer)],
    [labels.id, set.id],
    [labels.edition, String(set.edition)],
    [labels.changes, changes],
    [labels.status, words.status[set.status]],
    [labels.level, set.level],
    [labels.period, `${voice.day(period.from)} – ${voice.day(period.to)}`],
    [labels.framework, framework && `${framework.set}, ${framework.edition}`],
    [labels.kind, set.isFramework ? labels.isFramework : undefined],
    [labels.levels, stacked(...levels)],
    [labels.leaves, totals.leaves === undefined ? undefined : count(totals.leaves)],
    [labels.maximum, voice.number(set.maxPoints)],
  ]);
  return { id: "set", title: headings.set, columns: pairColumns(words), rows };
}

const decisionsPart = ({ set, voice, words, both }: Printing): PrintedPart => ({
  id: "decisions",
  title: words.headings.decisions,
  columns: columnsOf(words, ["id", 12], ["document", 18], ["day", 10], ["content", 54]),
  rows: set.decisions.map(({ id, number, date, issuer, title, source }) => [
    id,
    number,
    voice.day(date),
    stacked(both(issuer), title && both(title), source),
  ]),
});

const sourcesPart = ({ set, voice, words, both }: Printing): PrintedPart => ({
  id: "sources",
  title: words.headings.sources,
  columns: columnsOf(words, ["id", 14], ["name", 38], ["kind", 28], ["points", 6, true], ["leaves", 6, true]),
  rows: set.sources.map(({ id, title, kind, maxPoints, leaves }) => [
    id,
    both(title),
    words.sources[kind],
    voice.number(maxPoints ?? ""),
    voice.number(String(leaves ?? "")),
  ]),
});

const groupsPart = ({ set, words, both }: Printing): PrintedPart => ({
  id: "groups",
  keys: 2,
  title: words.headings.groups,
  columns: columnsOf(words, ["kind", 16], ["id", 20], ["name", 60]),
  rows: [
    ...set.groups.map(({ id, title }) => [words.labels.group, id, both(title)]),
    ...set.kinds.map(({ id, title }) => [words.labels.unitKind, id, both(title)]),
  ],
});

function surveyParts({ set, voice, words, both, titleOf }: Printing): readonly PrintedPart[] {
  const { survey } = set;
  if (survey === undefined) return [];
  const { labels, headings } = words;
  return [
    {
      id: "survey",
      title: headings.survey,
      columns: pairColumns(words),
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
      columns: columnsOf(words, ["id", 24], ["name", 60], ["weight", 10, true]),
      rows: survey.respondents.map(({ id, title, weight = "" }) => [id, both(title), voice.number(weight)]),
    },
    {
      id: "scales",
      keys: 2,
      title: headings.scales,
      columns: columnsOf(words, ["scale", 24], ["id", 20], ["name", 36], ["percent", 14]),
      rows: survey.scales.flatMap(({ id: scale, options }) =>
        options.map(({ id, title, percent }) => [
          scale,
          id,
          both(title),
          percent === undefined ? labels.noOpinion : voice.percent(percent),
        ]),
      ),
    },
    ...survey.questionnaires.map(({ id: form, title, judges, respondents, leastForms, questions }) => ({
      id: `questionnaire ${form}`,
      title: `${voice.words(title)} (${form})`,
      notes: [
        `${labels.judges}: ${judges.map((id) => titleOf("groups", id)).join(", ")}`,
        `${headings.respondents}: ${titleOf("respondents", respondents)}`,
        `${labels.leastForms}: ${voice.number(String(leastForms))}`,
      ],
      columns: columnsOf(words, ["id", 20], ["question", 48], ["scale", 16], ["item", 10]),
      rows: questions.map(({ id, text, scale, item }) => [id, both(text), scale, item]),
    })),
  ];
}

function linesPart({ set, voice, words, both, cited }: Printing, kind: "bonus" | "penalty"): PrintedPart {
  const { labels } = words;
  const { lines, cap } = set[kind];
  return {
    id: kind,
    title: words.headings[kind],
    notes: cap === undefined ? [] : [`${labels.capAll}: ${voice.number(cap)}`],
    columns: columnsOf(words, ["number", 8], ["name", 34], ["cap", 7, true], ["rule", 45]),
    rows: lines.map(({ id, number, title, cap: own = "", rule, citation }) => [
      number,
      both(title),
      voice.number(own),
      stacked(
        ...ruleLines({ rule, line: kind }, voice.language),
        id === number ? undefined : `${labels.id}: ${id}`,
        citation && `${labels.citation}: ${cited(citation)}`,
      ),
    ]),
  };
}

function policiesPart({ set, voice, words, titleOf }: Printing): PrintedPart {
  const { labels } = words;
  const { policies, ranking } = set;
  const { places, mode, items } = policies.rounding;
  const rounding = [`${places} ${labels.places}`, words.modes[mode], items ? labels.eachItem : labels.once];
  const breakers = ranking.tieBreakers.map(({ by, id, exact }) => {
    const name = by === "item" ? `${labels.item} ${id}` : `${labels.source}: ${titleOf("sources", id)}`;
    return exact ? `${name} (${labels.exact})` : name;
  });
  const { notApplicable } = policies;
  return {
    id: "policies",
    title: words.headings.policies,
    columns: pairColumns(words),
    rows: pairs([
      [labels.rounding, rounding.join("; ")],
      [labels.notApplicable, notApplicable && voice.wording.consequences[notApplicable]],
      [labels.unanswered, words.unanswered[policies.unanswered]],
      [labels.silence, words.silence[policies.silence]],
      [labels.missing, words.missing[policies.missing]],
      [labels.late, lateChargeText(set, voice)],
      [labels.openFindings, words.openFindings[policies.openFindings]],
      [labels.limits, limitsText(set, voice, words)],
      [labels.ranking, words.rankedOn[ranking.on]],
      [labels.ties, words.ties[ranking.ties]],
      [labels.tieBreakers, breakers.length === 0 ? undefined : stacked(...breakers)],
    ]),
  };
}

function lateChargeText({ policies: { late } }: CriteriaSet, voice: Voice): string {
  if (late.kind === "flag") return voice.say("lateFlag", {});
  if (late.kind === "refuse") return voice.say("lateRefuse", {});
  const points = voice.number(late.points);
  if (late.kind === "flat") return voice.say("lateFlat", { points });
  if (late.cap === undefined) return voice.say("latePerDay", { points });
  return voice.say("lateCapped", { points, cap: voice.number(late.cap) });
}

function limitsText({ policies: { limits } }: CriteriaSet, voice: Voice, { labels }: TableWords): string {
  const { min, max } = limits;
  const bound = (it: Decimal | undefined): string => (it === undefined ? labels.noLimit : voice.percent(it));
  return min === undefined && max === undefined ? labels.noLimit : `${bound(min)} – ${bound(max)}`;
}

const gradesPart = ({ set, voice, words, both }: Printing): PrintedPart => ({
  id: "grades",
  title: words.headings.grades,
  columns: columnsOf(words, ["id", 14], ["grade", 24], ["content", 58]),
  rows: set.grades.map(({ id, title, from, below }) => {
    const bounds = {
      ...(from !== undefined && { from: voice.percent(from) }),
      ...(below !== undefined && { below: voice.percent(below) }),
    };
    const phrase = from === undefined ? "gradeBelow" : below === undefined ? "gradeFrom" : "gradeRange";
    const isRest = from === undefined && below === undefined;
    return [id, both(title), isRest ? words.labels.rest : voice.say(phrase, bounds)];
  }),
});

const calendarPart = ({ set, voice, words, both, cited }: Printing): PrintedPart => ({
  id: "calendar",
  title: words.headings.calendar,
  columns: columnsOf(words, ["id", 18], ["day", 22], ["content", 56]),
  rows: set.calendar.map(({ id, title, before, by = "", citation }) => [
    id,
    before === undefined
      ? voice.say("by", { date: voice.day(by) })
      : voice.say("before", { date: voice.day(before) }),
    stacked(both(title), citation && `${words.labels.citation}: ${cited(citation)}`),
  ]),
});

const exemptionsPart = ({ set, words, titleOf, cited }: Printing): PrintedPart => ({
  id: "exemptions",
  title: words.headings.exemptions,
  columns: columnsOf(words, ["unitKind", 36], ["items", 34], ["citation", 26]),
  rows: set.exemptions.map(({ kind, items, citation }) => [
    titleOf("kinds", kind),
    items.join(", "),
    citation === undefined ? "" : cited(citation),
  ]),
});

/** A column of a part. */
export interface PrintedColumn {
  /** Its heading. */
  readonly title: string;
  /** Its width in text, in characters; those of a part and two spaces between them make at most 100. */
  readonly width: number;
  /** True for figures, which stand at the right. */
  readonly right?: true | undefined;
}

/** A part: a heading and its table. A cell may have several lines. */
export interface PrintedPart {
  /** The name of the part, the same in every language. */
  readonly id: string;
  /** How many of the first columns tell rows apart. */
  readonly keys?: number | undefined;
  readonly title: string;
  /** Lines between the heading and the table. */
  readonly notes?: readonly string[] | undefined;
  readonly columns: readonly PrintedColumn[];
  readonly rows: readonly (readonly string[])[];
}

/** Lays parts out as text of at most 100 columns; a word longer than its column is broken. */
export const textTable = (parts: readonly PrintedPart[]): string => parts.map(textPart).join("\n\n");

function textPart({ title, notes = [], columns, rows }: PrintedPart): string {
  const heading = columns.map((column) => column.title);
  const rule = columns.map(({ width }) => "-".repeat(width));
  const lines = [heading, rule, ...rows].flatMap((cells) => textRow(columns, cells));
  return [...[title, ...notes].flatMap((line) => wrap(line, 100)), "", ...lines].join("\n");
}

function textRow(columns: readonly PrintedColumn[], cells: readonly string[]): readonly string[] {
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
export const markdownTable = (parts: readonly PrintedPart[]): string => parts.map(markdownPart).join("\n\n");

function markdownPart({ title, notes = [], columns, rows }: PrintedPart): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    `## ${markdownSafe(title)}`,
    "",
    ...notes.flatMap((note) => [markdownSafe(note), ""]),
    line(columns.map((column) => markdownSafe(column.title))),
    line(columns.map(({ right }) => (right ? "--:" : "---"))),
    ...rows.map((cells) => line(cells.map((cell) => markdownSafe(cell).replace(/\n/g, "<br>")))),
  ].join("\n");
}

const markdownSafe = (text: string): string => text.replace(/[\\`*[\]<>|~]/g, "\\$&");
