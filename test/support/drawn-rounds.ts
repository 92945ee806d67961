/**
 * What the laws of `rankIntervals` are held against: small rounds of given points, random rounds in which no draw can
 * vary anything, and a set with its round without one leaf, as if the decision had never had it.
 */
import fc from "fast-check";
import { assess } from "../../src/assess.ts";
import { type RankIntervalsOptions, rankIntervals, type UnitInterval } from "../../src/audit/intervals.ts";
import { readCriteriaSet } from "../../src/set/check.ts";
import { anySetAndRound, leavesOf, type Raw } from "./random-round.ts";

const title = (vi: string): Raw => ({ vi });

/** A leaf of a small set: a domain of its own, of points that a third party gives or of a survey. */
interface LeafSketch {
  readonly max: string;
  readonly survey?: boolean;
}

/** A small set and what each unit has on its leaves: points, or how many forms of 100 chose 100 % (the others 0 %). */
interface RoundSketch {
  readonly leaves: readonly LeafSketch[];
  readonly rounding: Raw;
  readonly ranking?: Raw;
  readonly limits?: Raw;
  readonly units: Readonly<Record<string, { readonly gets: readonly string[]; readonly penalty?: string }>>;
}

/** The raw set and round of a sketch. */
export function sketched({ leaves, rounding, ranking = {}, limits = {}, units }: RoundSketch): {
  set: Raw;
  round: Raw;
} {
  const total = (own: readonly LeafSketch[]): string =>
    String(own.reduce((sum, { max }) => sum + Math.round(Number(max) * 100), 0) / 100);
  const number = (at: number): string => String(at + 1);
  const surveyed = leaves.flatMap(({ survey }, at) => (survey ? [number(at)] : []));
  const sources = [
    { id: "t", kind: "statistic", title: title("Số liệu"), of: leaves.filter(({ survey }) => !survey) },
    { id: "s", kind: "survey", title: title("Khảo sát"), of: leaves.filter(({ survey }) => survey) },
  ].filter(({ of }) => of.length > 0);
  const ids = Object.keys(units);
  const set = {
    format: 1,
    id: "hoa-lam/department/2026",
    edition: 1,
    status: "illustrative",
    title: title("Bộ tiêu chí minh họa"),
    issuer: title("UBND tỉnh Hoa Lâm (hư cấu)"),
    level: "department",
    period: { from: "2026-01-01", to: "2026-12-31" },
    levels: [title("Lĩnh vực"), title("Tiêu chí")],
    maxPoints: total(leaves),
    sources: sources.map(({ of, ...it }) => ({ ...it, maxPoints: total(of) })),
    groups: [{ id: "g", title: title("Nhóm") }],
    kinds: [],
    items: leaves.map(({ max, survey }, at) => ({
      number: number(at),
      title: title(`Lĩnh vực ${number(at)}`),
      maxPoints: max,
      items: [
        {
          number: `${number(at)}.1`,
          title: title(`Tiêu chí ${number(at)}.1`),
          maxPoints: max,
          source: survey ? "s" : "t",
          rule: survey ? { kind: "survey" } : { kind: "direct", step: "0.0001" },
        },
      ],
    })),
    ...(surveyed.length === 0
      ? {}
      : {
          survey: {
            respondents: [{ id: "dan", title: title("Người dân"), weight: "1" }],
            combine: "weights",
            emptyGroup: "pending",
            belowLeast: "pending",
            notHeld: "pending",
            scales: [
              {
                id: "k",
                options: [
                  { id: "co", title: title("Có"), percent: "100" },
                  { id: "khong", title: title("Không"), percent: "0" },
                ],
              },
            ],
            questionnaires: [
              {
                id: "p",
                title: title("Phiếu"),
                respondents: "dan",
                judges: ["g"],
                leastForms: 1,
                questions: surveyed.map((it) => ({
                  id: `q${it}`,
                  text: title(`Câu ${it}`),
                  scale: "k",
                  item: `${it}.1`,
                })),
              },
            ],
          },
        }),
    penalty: {
      lines: [{ id: "phat", number: "9", title: title("Vi phạm"), rule: { kind: "direct", step: "0.25" } }],
    },
    policies: {
      rounding: { items: false, ...rounding },
      unanswered: "zero",
      silence: "accept",
      missing: "unranked",
      notApplicable: "rescale",
      late: { kind: "flag" },
      limits,
    },
    grades: [],
    ranking: { on: "published", ties: "skip", tieBreakers: [], ...ranking },
    calendar: [],
    exemptions: [],
  };
  const round = {
    format: 1,
    set: set.id,
    edition: 1,
    title: title("Đợt minh họa"),
    status: "illustrative",
    units: ids.map((id) => ({ id, name: title(`Đơn vị ${id}`), group: "g", kinds: [] })),
    councils: [
      {
        id: "hoi-dong",
        title: title("Hội đồng"),
        units: ids,
        roles: [{ id: "chu-tich", title: title("Chủ tịch"), holders: [], decides: ["final"] }],
      },
    ],
    ledger: Object.entries(units).flatMap(([unit, { penalty }]) =>
      penalty === undefined
        ? []
        : {
            kind: "adjust",
            unit,
            item: "phat",
            stage: "final",
            by: "chu-tich",
            date: "2027-01-20",
            reason: "Theo hồ sơ",
            facts: { points: penalty },
          },
    ),
    tally: {
      batches: surveyed.length === 0 ? [] : ["lo-1"],
      counts:
        surveyed.length === 0
          ? []
          : Object.entries(units).map(([unit, { gets }]) => ({
              unit,
              questionnaire: "p",
              forms: 100,
              invalid: [],
              questions: surveyed.map((it) => {
                const yes = Number(gets[Number(it) - 1]);
                const options = [
                  { option: "co", count: yes },
                  { option: "khong", count: 100 - yes },
                ];
                return { question: `q${it}`, options: options.filter(({ count }) => count > 0) };
              }),
            })),
    },
    statistics: Object.entries(units).flatMap(([unit, { gets }]) =>
      leaves.flatMap(({ survey }, at) =>
        survey ? [] : { unit, item: `${number(at)}.1`, facts: { points: gets[at] } },
      ),
    ),
  };
  return { set, round };
}

/**
 * A random set and round in which no draw can vary anything: whoever is asked a question answers alike, so that every
 * share is certain. Its tie-breakers are any items and sources.
 */
export const anyCertainRound = fc
  .tuple(anySetAndRound({ units: 6 }), fc.infiniteStream(fc.nat()))
  .map(([{ set, round }, numbers]) => {
    const draw = (n: number): number => (numbers.next().value as number) % n;
    for (const { unit, questions } of round.tally.counts)
      for (const it of questions) {
        const count = it.options.reduce((sum: number, option: Raw) => sum + option.count, 0);
        it.options = [{ option: "abcd"[(unit.length + it.question.length + unit.charCodeAt(1)) % 4], count }];
      }
    return { set: withBreakers(set, draw), round };
  });

/** A random set and round whose tie-breakers are any items and sources. */
export const anyRound = fc
  .tuple(anySetAndRound({ units: 5 }), fc.infiniteStream(fc.nat()))
  .map(([{ set, round }, numbers]) => ({
    set: withBreakers(set, (n) => (numbers.next().value as number) % n),
    round,
  }));

function withBreakers(set: Raw, draw: (n: number) => number): Raw {
  const items = itemsOf(set.items).map(({ number }) => ({ by: "item", id: number }));
  const all = [...items, ...set.sources.map(({ id }: Raw) => ({ by: "source", id }))];
  const chosen = Array.from({ length: draw(3) }, () => all[draw(all.length)]);
  const tieBreakers = [...new Set(chosen)].map((it) => ({ ...it, exact: draw(2) === 1 }));
  return { ...set, ranking: { ...set.ranking, tieBreakers } };
}

const itemsOf = (items: readonly Raw[]): Raw[] =>
  items.flatMap((it) => [it, ...(it.items === undefined ? [] : itemsOf(it.items))]);

const inQuarters = (text: string): number => Math.round(Number(text) * 4);
const less = (whole: string, part: string): string => String((inQuarters(whole) - inQuarters(part)) / 4);

/** A raw set and round as if the decision had never had a leaf; undefined where it is the only one. */
export function withoutLeaf(set: Raw, round: Raw, leaf: Raw): { set: Raw; round: Raw } | undefined {
  if (leavesOf(set.items).length === 1) return undefined;
  const { number, maxPoints, source } = leaf;
  const pruned = (items: readonly Raw[]): Raw[] =>
    items.flatMap((it) => {
      if (it.number === number) return [];
      if (it.items === undefined || !number.startsWith(`${it.number}.`)) return [structuredClone(it)];
      const items = pruned(it.items);
      return items.length === 0 ? [] : [{ ...it, maxPoints: less(it.maxPoints, maxPoints), items }];
    });
  const items = pruned(set.items);
  const known = new Set(itemsOf(items).map((it) => it.number));
  // A gate whose item is gone is open.
  for (const it of itemsOf(items)) {
    const kept = (it.requires ?? []).filter((gate: Raw) => known.has(gate.item));
    if (kept.length > 0) it.requires = kept;
    else delete it.requires;
  }
  const sources = set.sources
    .map((it: Raw) => (it.id === source ? { ...it, maxPoints: less(it.maxPoints, maxPoints) } : it))
    .filter((it: Raw) => inQuarters(it.maxPoints) > 0);
  const forms = (set.survey?.questionnaires ?? [])
    .map((it: Raw) => ({ ...it, questions: it.questions.filter(({ item }: Raw) => item !== number) }))
    .filter((it: Raw) => it.questions.length > 0);
  const asked = new Map<string, Set<string>>(
    forms.map((it: Raw) => [it.id, new Set(it.questions.map(({ id }: Raw) => id))]),
  );
  const { survey, ...rest } = set;
  const others = (list: readonly Raw[] = []): Raw[] => list.filter(({ item }) => item !== number);
  const stays = ({ by, id }: Raw): boolean =>
    by === "item" ? known.has(id) : sources.some((it: Raw) => it.id === id);
  return {
    set: {
      ...rest,
      ...(forms.length === 0 ? {} : { survey: { ...survey, questionnaires: forms } }),
      maxPoints: less(set.maxPoints, maxPoints),
      items,
      sources,
      // No place depends on a grade, and their conditions may name what is gone.
      grades: set.grades.map(({ requires: _, ...grade }: Raw) => grade),
      ranking: { ...set.ranking, tieBreakers: set.ranking.tieBreakers.filter(stays) },
      exemptions: set.exemptions
        .map((it: Raw) => ({ ...it, items: it.items.filter((id: string) => known.has(id)) }))
        .filter((it: Raw) => it.items.length > 0),
    },
    round: {
      ...round,
      councils: (round.councils ?? []).map((council: Raw) => ({
        ...council,
        roles: council.roles.flatMap((role: Raw) => {
          if (role.items === undefined) return [role];
          const kept = role.items.filter((id: string) => known.has(id) || !/^\d/.test(id));
          return kept.length === 0 ? [] : [{ ...role, items: kept }];
        }),
      })),
      selfAssessments: round.selfAssessments.map((it: Raw) => ({ ...it, answers: others(it.answers) })),
      ledger: others(round.ledger),
      statistics: others(round.statistics),
      targets: others(round.targets),
      surveyNotHeld: forms.length === 0 ? [] : round.surveyNotHeld,
      tally: {
        ...round.tally,
        counts: round.tally.counts
          .filter((it: Raw) => asked.has(it.questionnaire))
          .map((it: Raw) => ({
            ...it,
            questions: it.questions.filter(({ question }: Raw) => asked.get(it.questionnaire)?.has(question)),
          })),
      },
    },
  };
}

/** The intervals of all units of a raw set and round. */
export const unitsOf = (
  raw: { set: Raw; round: Raw },
  options: RankIntervalsOptions,
): readonly UnitInterval[] =>
  rankIntervals(readCriteriaSet(raw.set), raw.round, options).groups.flatMap(({ units }) => units);

/** Unit and place, as the ranking of a raw set and round has them. */
export const ranked = (raw: { set: Raw; round: Raw }): readonly { unit: string; place: number }[] =>
  assess(readCriteriaSet(raw.set), raw.round).rankings.flatMap(({ places }) =>
    places.map(({ unit, place }) => ({ unit, place })),
  );
