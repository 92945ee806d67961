/**
 * The head of the table of a criteria set: what it is, what it rests on, the sources of its points, the groups of units.
 */
import type { Column, TablePart } from "./table-layout.ts";
import type { Printing } from "./table-printing.ts";

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
