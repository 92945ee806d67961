/**
 * The whole of a criteria set as the table that a jurist proof-reads against the annex of the decision: every title,
 * every point, every rule in words, every policy, laid out as text that fits 100 columns or as Markdown.
 */
import type { Citation, CriteriaSet, Item, Text } from "../criteria-set.ts";
import { asksMessage, chargeMessage } from "../explain/explanation-text.ts";
import { askedCondition } from "../explain/place.ts";
import { assertOptions } from "../plain.ts";
import { planOf } from "../plan.ts";
import type { Language, Ruled } from "../rule.ts";
import { factsText, ruleWording } from "../rules/kinds.ts";
import { gatesText, pointsText, shippedRuleWords } from "../rules/words.ts";
import { enExplanation, enTable, enTerms } from "../words/en.ts";
import { viExplanation, viTable, viTerms } from "../words/vi.ts";
import {
  dayIn,
  type Message,
  message,
  numberIn,
  type Param,
  percentIn,
  said,
  say,
  tableOf,
  textIn,
  type Words,
  withColon,
} from "../words/words.ts";

/** What the table needs of a table of words. */
export type PrintWords = Pick<Words, "style" | "terms" | "named" | "rules" | "explanation" | "table">;

/** The words of the table in the languages that the library ships. */
export const shippedPrintWords: Readonly<Record<Language, PrintWords>> = {
  vi: { ...shippedRuleWords.vi, terms: viTerms, explanation: viExplanation, table: viTable },
  en: { ...shippedRuleWords.en, terms: enTerms, explanation: enExplanation, table: enTable },
};

/** The labels of columns and rows. */
type TableLabel = {
  [K in keyof Words["table"]]: K extends `label.${infer Label}` ? Label : never;
}[keyof Words["table"]];

/** How the table is laid out. */
export interface CriteriaTableOptions {
  /** Markdown instead of text of at most 100 columns. */
  readonly markdown?: boolean | undefined;
  /** The English titles beneath those of the language, where they are others. */
  readonly english?: boolean | undefined;
}

/**
 * Prints a criteria set as the table that is proof-read against the annex.
 *
 * Everything that the set says is in it: what a checker cannot know is found by a person who reads both.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param language `"vi"` or `"en"`, or the words of another language; what the set has only in Vietnamese stays Vietnamese.
 * @param options The layout.
 *
 * @returns The text, without a line break at its end.
 *
 * @throws TypeError if the set was not made by `readCriteriaSet`; RangeError if the language is not shipped.
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
  language: Language | PrintWords,
  options: CriteriaTableOptions = {},
): string {
  planOf(set, "criteriaTable");
  assertOptions(options, ["markdown", "english"], "criteriaTable");
  const words = tableOf(language, shippedPrintWords, "criteriaTable");
  const parts = printedParts(set, words, { english: options.english });
  return options.markdown === true ? markdownTable(parts) : textTable(parts);
}

/** The whole of a set: its parts in the order of an annex, without those that have no rows. */
export function printedParts(
  set: CriteriaSet,
  words: PrintWords,
  options: Pick<PrintingOptions, "english">,
): readonly PrintedPart[] {
  const printing = printingOf(set, words, options);
  const parts = [...headParts(printing), treePart(printing), ...annexParts(printing)];
  return parts.filter(({ rows }) => rows.length > 0);
}

/** The lists of a set that others refer to by id. */
type TitledList = "sources" | "groups" | "kinds" | "respondents";

/** What every part of the table is printed from. */
export interface Printing {
  readonly set: CriteriaSet;
  readonly words: PrintWords;
  /** A title; where asked for, with the English one beneath. */
  readonly both: (text: Text) => string;
  /** The title of what an id stands for in a list; the id itself where no set knows it. */
  readonly titleOf: (list: TitledList, id: string) => Text | string;
  /** A citation: the number of the document, and the place in it. */
  readonly cited: (citation: Citation) => Message;
}

/** How a set is printed, beside its language. */
interface PrintingOptions {
  /** Puts English titles beneath those of the language. */
  readonly english?: boolean | undefined;
  /** A set whose names prevail for what both know: of two sets that are compared a new name is told once. */
  readonly namesOf?: CriteriaSet | undefined;
}

/** A set with the words of a language. */
export function printingOf(
  set: CriteriaSet,
  words: PrintWords,
  { english, namesOf = set }: PrintingOptions = {},
): Printing {
  // Of what both sets know, the one that prevails comes last.
  const sets = [set, namesOf];
  const titles = (listOf: (of: CriteriaSet) => readonly { id: string; title: Text }[] | undefined) =>
    new Map(sets.flatMap((of) => (listOf(of) ?? []).map(({ id, title }) => [id, title])));
  const lists: Readonly<Record<TitledList, ReadonlyMap<string, Text>>> = {
    sources: titles(({ sources }) => sources),
    groups: titles(({ groups }) => groups),
    kinds: titles(({ kinds }) => kinds),
    respondents: titles(({ survey }) => survey?.respondents),
  };
  const documents = new Map(sets.flatMap(({ decisions }) => decisions.map(({ id, number }) => [id, number])));
  return {
    set,
    words,
    both: (text) => {
      const own = textIn(words, text);
      return english !== true || text.en === undefined || text.en === own ? own : `${own}\n${text.en}`;
    },
    titleOf: (list, id) => lists[list].get(id) ?? id,
    cited: ({ decision, at }) =>
      message("table.cited", { document: documents.get(decision) ?? decision, at }),
  };
}

/** A rule in words, each of its clauses on a line of its own. */
function ruleLines(words: PrintWords, of: Ruled): readonly string[] {
  const { colon, semicolon } = words.style;
  const [first = "", ...rest] = ruleWording(words, of).split(semicolon);
  const listed = rest.map((clause) => `– ${clause}`);
  const { kind } = of.rule;
  const head = kind === "choice" || kind === "checklist" ? first.indexOf(colon) : -1;
  return head < 0
    ? [first, ...listed]
    : [withColon(words, first.slice(0, head)), `– ${first.slice(head + colon.length)}`, ...listed];
}

/** The lines of a cell; what is undefined is not there. */
const stacked = (...lines: readonly (string | undefined)[]): string =>
  lines.filter((line) => line !== undefined).join("\n");

/** Rows of a label and its content; what is undefined is not there. */
const pairs = (
  words: PrintWords,
  rows: readonly (readonly [label: TableLabel, content: string | Message | undefined])[],
): readonly (readonly string[])[] =>
  rows.flatMap(([label, content]) => {
    if (content === undefined) return [];
    return [[labelIn(words, label), typeof content === "string" ? content : said(words, content)]];
  });

const labelIn = (words: PrintWords, label: TableLabel): string => say(words, `table.label.${label}`);

/** Columns by their labels and widths; the third tells figures. */
const columnsOf = (
  words: PrintWords,
  ...columns: readonly (readonly [label: TableLabel, width: number, right?: true])[]
): readonly PrintedColumn[] =>
  columns.map(([label, width, right]) => ({ title: labelIn(words, label), width, ...(right && { right }) }));

/** Two columns: what, and its content. */
const pairColumns = (words: PrintWords): readonly PrintedColumn[] =>
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

function treePart({ set, words, both, titleOf, cited }: Printing): PrintedPart {
  const cell = (item: Item): string => {
    const { id, number, rule, source, scoredBy, evidence, notApplicable, replaces, requires, citation } =
      item;
    const ruled = rule && { rule, maxPoints: item.maxPoints };
    const examples =
      ruled &&
      (item.examples ?? []).map(({ facts, points }) => ({
        facts: factsText(words, ruled, facts),
        gives: pointsText(words, points),
      }));
    const by = scoredBy === "appraiser" ? message("table.appraiser") : undefined;
    return stacked(
      ...(ruled === undefined ? [] : ruleLines(words, ruled)),
      ...(examples ?? []).map((example) => say(words, "table.example", example)),
      source && say(words, "table.ofSource", { source: titleOf("sources", source), by }),
      evidence && say(words, "table.evidence", { need: message(`table.evidence.${evidence}`) }),
      notApplicable &&
        say(words, "table.mayNotApply", { consequence: message(`terms.consequence.${notApplicable}`) }),
      id === number ? undefined : say(words, "table.ownId", { id }),
      replaces && say(words, "table.replaces", { items: replaces }),
      requires && gatesText(words, requires),
      citation && say(words, "table.basis", { basis: cited(citation) }),
    );
  };
  const rowsOf = (item: Item): string[][] => [
    [item.number, both(item.title), numberIn(words, item.maxPoints), cell(item)],
    ...(item.items ?? []).flatMap(rowsOf),
  ];
  return {
    id: "tree",
    title: say(words, "table.heading.tree"),
    columns: columnsOf(words, ["number", 8], ["title", 34], ["points", 6, true], ["rule", 46]),
    rows: [...set.items.flatMap(rowsOf), ["", labelIn(words, "total"), numberIn(words, set.maxPoints), ""]],
  };
}

function setPart({ set, words, both }: Printing): PrintedPart {
  const { editionNote, framework, period, totals } = set;
  const levels = set.levels.map((level, at) => {
    const count = totals.counts?.[at];
    return count === undefined ? textIn(words, level) : say(words, "table.levelCount", { level, count });
  });
  const changes =
    editionNote &&
    stacked(
      say(words, "table.edition", {
        what: message(`table.edition.${editionNote.kind}`),
        from: editionNote.from,
      }),
      ...editionNote.changes.map(both),
    );
  const rows = pairs(words, [
    ["set", both(set.title)],
    ["issuer", both(set.issuer)],
    ["id", set.id],
    ["edition", String(set.edition)],
    ["changes", changes],
    ["status", message(`table.status.${set.status}`)],
    ["level", set.level],
    ["period", message("table.period", period)],
    ["framework", framework && message("table.framework", framework)],
    ["kind", set.isFramework ? message("table.label.isFramework") : undefined],
    ["levels", stacked(...levels)],
    ["leaves", totals.leaves === undefined ? undefined : numberIn(words, String(totals.leaves))],
    ["maximum", numberIn(words, set.maxPoints)],
  ]);
  return { id: "set", title: say(words, "table.heading.set"), columns: pairColumns(words), rows };
}

const decisionsPart = ({ set, words, both }: Printing): PrintedPart => ({
  id: "decisions",
  title: say(words, "table.heading.decisions"),
  columns: columnsOf(words, ["id", 12], ["document", 18], ["day", 10], ["content", 54]),
  rows: set.decisions.map(({ id, number, date, issuer, title, source }) => [
    id,
    number,
    dayIn(words, date),
    stacked(both(issuer), title && both(title), source),
  ]),
});

const sourcesPart = ({ set, words, both }: Printing): PrintedPart => ({
  id: "sources",
  title: say(words, "table.heading.sources"),
  columns: columnsOf(words, ["id", 14], ["name", 38], ["kind", 28], ["points", 6, true], ["leaves", 6, true]),
  rows: set.sources.map(({ id, title, kind, maxPoints, leaves }) => [
    id,
    both(title),
    say(words, `table.source.${kind}`),
    numberIn(words, maxPoints ?? ""),
    numberIn(words, String(leaves ?? "")),
  ]),
});

const groupsPart = ({ set, words, both }: Printing): PrintedPart => ({
  id: "groups",
  keys: 2,
  title: say(words, "table.heading.groups"),
  columns: columnsOf(words, ["kind", 16], ["id", 20], ["name", 60]),
  rows: [
    ...set.groups.map(({ id, title }) => [labelIn(words, "group"), id, both(title)]),
    ...set.kinds.map(({ id, title }) => [labelIn(words, "unitKind"), id, both(title)]),
  ],
});

function surveyParts({ set, words, both, titleOf }: Printing): readonly PrintedPart[] {
  const { survey } = set;
  if (survey === undefined) return [];
  return [
    {
      id: "survey",
      title: say(words, "table.heading.survey"),
      columns: pairColumns(words),
      rows: pairs(words, [
        ["combine", message(`terms.combine.${survey.combine}`)],
        ["emptyGroup", message(`table.emptyGroup.${survey.emptyGroup}`)],
        ["belowLeast", message(`table.belowLeast.${survey.belowLeast}`)],
        ["notHeld", message(`table.notHeld.${survey.notHeld}`)],
      ]),
    },
    {
      id: "respondents",
      title: say(words, "table.heading.respondents"),
      columns: columnsOf(words, ["id", 24], ["name", 60], ["weight", 10, true]),
      rows: survey.respondents.map(({ id, title, weight = "" }) => [
        id,
        both(title),
        numberIn(words, weight),
      ]),
    },
    {
      id: "scales",
      keys: 2,
      title: say(words, "table.heading.scales"),
      columns: columnsOf(words, ["scale", 24], ["id", 20], ["name", 36], ["percent", 14]),
      rows: survey.scales.flatMap(({ id: scale, options }) =>
        options.map(({ id, title, percent }) => [
          scale,
          id,
          both(title),
          percent === undefined ? labelIn(words, "noOpinion") : percentIn(words, percent),
        ]),
      ),
    },
    ...survey.questionnaires.map(({ id: form, title, judges, respondents, leastForms, questions }) => ({
      id: `questionnaire ${form}`,
      title: say(words, "table.questionnaire", { title, id: form }),
      notes: [
        say(words, "table.judges", { groups: judges.map((id) => titleOf("groups", id)) }),
        say(words, "table.respondents", { group: titleOf("respondents", respondents) }),
        say(words, "table.leastForms", { forms: leastForms }),
      ],
      columns: columnsOf(words, ["id", 20], ["question", 48], ["scale", 16], ["item", 10]),
      rows: questions.map(({ id, text, scale, item }) => [id, both(text), scale, item]),
    })),
  ];
}

function linesPart({ set, words, both, cited }: Printing, kind: "bonus" | "penalty"): PrintedPart {
  const { lines, cap } = set[kind];
  return {
    id: kind,
    title: say(words, `table.heading.${kind}`),
    notes: cap === undefined ? [] : [say(words, "table.capAll", { cap })],
    columns: columnsOf(words, ["number", 8], ["name", 34], ["cap", 7, true], ["rule", 45]),
    rows: lines.map(({ id, number, title, cap: own = "", rule, citation }) => [
      number,
      both(title),
      numberIn(words, own),
      stacked(
        ...ruleLines(words, { rule, line: kind }),
        id === number ? undefined : say(words, "table.ownId", { id }),
        citation && say(words, "table.basis", { basis: cited(citation) }),
      ),
    ]),
  };
}

function policiesPart({ set, words, titleOf }: Printing): PrintedPart {
  const { policies, ranking } = set;
  const { places, mode, items } = policies.rounding;
  const breakers = ranking.tieBreakers.map(({ by, id, exact: isExact }) => {
    const exact = isExact ? message("table.exact") : undefined;
    return by === "item"
      ? say(words, "table.breakerItem", { item: id, exact })
      : say(words, "table.breakerSource", { source: titleOf("sources", id), exact });
  });
  const { notApplicable } = policies;
  return {
    id: "policies",
    title: say(words, "table.heading.policies"),
    columns: pairColumns(words),
    rows: pairs(words, [
      [
        "rounding",
        message("table.rounding", {
          places,
          mode: message(`table.mode.${mode}`),
          when: message(items ? "table.eachItem" : "table.once"),
        }),
      ],
      ["notApplicable", notApplicable && message(`terms.consequence.${notApplicable}`)],
      ["unanswered", message(`table.unanswered.${policies.unanswered}`)],
      ["silence", message(`table.silence.${policies.silence}`)],
      ["missing", message(`table.missing.${policies.missing}`)],
      ["late", chargeMessage(policies.late)],
      ["openFindings", message(`table.openFindings.${policies.openFindings}`)],
      ["limits", limitsMessage(set)],
      ["ranking", message(`table.rankedOn.${ranking.on}`)],
      ["ties", message(`table.ties.${ranking.ties}`)],
      ["tieBreakers", breakers.length === 0 ? undefined : stacked(...breakers)],
    ]),
  };
}

function limitsMessage({
  policies: {
    limits: { min, max },
  },
}: CriteriaSet): Message {
  if (min === undefined && max === undefined) return message("table.label.noLimit");
  const [low, high] = [min, max].map(
    (limit): Param =>
      limit === undefined ? message("table.label.noLimit") : message("table.limit", { limit }),
  );
  return message("table.limits", { min: low ?? "", max: high ?? "" });
}

const gradesPart = ({ set, words, both }: Printing): PrintedPart => ({
  id: "grades",
  title: say(words, "table.heading.grades"),
  columns: columnsOf(words, ["id", 14], ["grade", 24], ["content", 58]),
  rows: set.grades.map(({ id, title, from, below, requires = [], quota }) => [
    id,
    both(title),
    stacked(
      said(words, gradeBounds(from, below)),
      ...requires.map((condition) =>
        say(words, "table.gradeCondition", {
          condition: asksMessage(askedCondition(planOf(set, "criteriaTable"), condition)),
        }),
      ),
      quota && say(words, "table.gradeQuota", quota),
    ),
  ]),
});

function gradeBounds(from: string | undefined, below: string | undefined): Message {
  if (from !== undefined && below !== undefined) return message("explanation.gradeRange", { from, below });
  if (from !== undefined) return message("explanation.gradeFrom", { from });
  return below === undefined ? message("table.label.rest") : message("explanation.gradeBelow", { below });
}

const calendarPart = ({ set, words, both, cited }: Printing): PrintedPart => ({
  id: "calendar",
  title: say(words, "table.heading.calendar"),
  columns: columnsOf(words, ["id", 18], ["day", 22], ["content", 56]),
  rows: set.calendar.map(({ id, title, before, by = "", citation }) => [
    id,
    before === undefined
      ? say(words, "explanation.by", { date: by })
      : say(words, "explanation.before", { date: before }),
    stacked(both(title), citation && say(words, "table.basis", { basis: cited(citation) })),
  ]),
});

const exemptionsPart = ({ set, words, titleOf, cited }: Printing): PrintedPart => ({
  id: "exemptions",
  title: say(words, "table.heading.exemptions"),
  columns: columnsOf(words, ["unitKind", 36], ["items", 34], ["citation", 26]),
  rows: set.exemptions.map(({ kind, items, citation }) => [
    said(words, titleOf("kinds", kind)),
    items.join(", "),
    citation === undefined ? "" : said(words, cited(citation)),
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
const markdownTable = (parts: readonly PrintedPart[]): string => parts.map(markdownPart).join("\n\n");

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
