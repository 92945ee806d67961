/**
 * Random criteria sets and rounds, as raw JSON, for the laws of the whole chain. Drawn through fast-check's `gen`, so
 * that a failing case shrinks and replays from its seed.
 */
import fc from "fast-check";

/** Draws an integer from 0 to below n. */
export type Draw = (n: number) => number;

/** A raw value under test: plain JSON. */
// biome-ignore lint/suspicious/noExplicitAny: tests take raw JSON apart freely.
export type Raw = any;

/** An arbitrary that draws a set with a round of it. */
export const anySetAndRound = (options: SetOptions = {}): fc.Arbitrary<{ set: Raw; round: Raw }> =>
  fc.gen().map((g) => {
    const draw: Draw = (n) => g(fc.nat, { max: n - 1 });
    const set = randomSet(draw, options);
    return inPeriod(draw, { set, round: randomRound(draw, set, options) });
  });

/** An arbitrary that draws a set of published figures with a round of it: `summary`, what does not apply, own maxima. */
export const anySummaryAndRound = (): fc.Arbitrary<{ set: Raw; round: Raw }> =>
  fc.gen().map((g) => {
    const draw: Draw = (n) => g(fc.nat, { max: n - 1 });
    return inPeriod(draw, randomSummary(draw));
  });

/** Periods with their first and last days: a year, a span of years, halves, quarters and months. */
const periods = [
  ["2026", "2026-01-01", "2026-12-31"],
  ["2025-2026", "2025-01-01", "2026-12-31"],
  ["2026-h1", "2026-01-01", "2026-06-30"],
  ["2026-h2", "2026-07-01", "2026-12-31"],
  ["2026-q1", "2026-01-01", "2026-03-31"],
  ["2027-q3", "2027-07-01", "2027-09-30"],
  ["2026-04", "2026-04-01", "2026-04-30"],
  ["2028-02", "2028-02-01", "2028-02-29"],
] as const;

/** A day of the random rounds of 2026, as far from the end of the period of a set as it is from that of 2026. */
export const dayIn = ({ period }: Raw, day: string): string =>
  new Date(Date.parse(day) + Date.parse(period.to) - Date.parse("2026-12-31")).toISOString().slice(0, 10);

/** A set and a round of the year 2026 moved to another period, every day with it; now and then of a second edition. */
function inPeriod(draw: Draw, { set, round }: { set: Raw; round: Raw }): { set: Raw; round: Raw } {
  const [name, from, to] = pick(draw, periods);
  const period = { from, to };
  const moved = (value: Raw): Raw => {
    if (typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value)) return dayIn({ period }, value);
    if (Array.isArray(value)) return value.map(moved);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, moved(it)]));
  };
  const id = `hoa-lam/department/${name}`;
  const kind = pick(draw, ["first", "first", "issued", "corrected"]);
  const edition = kind === "first" ? 1 : 2;
  const changes = [title("Sửa đổi, bổ sung")];
  const editionNote = edition === 1 ? {} : { editionNote: { kind, from: pick(draw, [from, to]), changes } };
  return {
    set: { ...moved(set), id, edition, ...editionNote, period },
    round: { ...moved(round), set: id, edition },
  };
}

/** What was published of some units: points, percentages, points out of a maximum of the unit's own, and what does not apply. */
function randomSummary(draw: Draw): { set: Raw; round: Raw } {
  const leaf = (number: string): Raw => ({
    ...{ number, title: title(`Cột ${number}`), maxPoints: quarter(4 + draw(200)) },
    citation: { decision: "kq", at: `cột ${number}` },
    source: pick(draw, ["t", "t2"]),
    rule: draw(4) === 0 ? { kind: "percent", of: title("Kết quả") } : { kind: "direct", step: "0.01" },
    ...(draw(2) ? { notApplicable: pick(draw, ["rescale", "rescale-source", "full", "zero"]) } : {}),
  });
  const sumOf = (of: readonly Raw[]): string =>
    quarter(of.reduce((sum, { maxPoints }) => sum + Number(maxPoints) * 4, 0));
  const domain = (number: string): Raw => {
    const items = [leaf(`${number}.1`), leaf(`${number}.2`)];
    return {
      ...leaf(number),
      rule: undefined,
      source: undefined,
      notApplicable: undefined,
      maxPoints: sumOf(items),
      items,
    };
  };
  const items: Raw[] = Array.from({ length: 1 + draw(3) }, (_, at) => (draw(2) ? leaf : domain)(`${at + 1}`));
  const leaves = leavesOf(items);
  const set = {
    ...{ format: 1, id: "hoa-lam/department/2026", edition: 1, status: "summary" },
    title: title("Kết quả đã công bố (ngẫu nhiên)"),
    issuer: title("UBND tỉnh Hoa Lâm (hư cấu)"),
    level: "department",
    period: { from: "2026-01-01", to: "2026-12-31" },
    decisions: [{ id: "kq", number: "1/QĐ-UBND", date: "2026-12-30", issuer: title("UBND tỉnh Hoa Lâm") }],
    levels: [title("Lĩnh vực"), title("Tiêu chí")],
    maxPoints: sumOf(leaves),
    sources: ["t", "t2"]
      .map((id) => ({ id, own: leaves.filter(({ source }) => source === id) }))
      .filter(({ own }) => own.length > 0)
      .map(({ id, own }) => ({ id, kind: "statistic", title: title(`Nguồn ${id}`), maxPoints: sumOf(own) })),
    groups: ["g", "h"].map((id) => ({ id, title: title(`Nhóm ${id}`) })),
    items,
    policies: {
      rounding: {
        places: draw(4),
        mode: pick(draw, ["half-up", "half-even", "down", "up"]),
        items: draw(3) === 0,
      },
      ...{ notApplicable: "rescale", missing: "unanswered", late: { kind: "flag" }, limits: {} },
    },
    grades: [
      { id: "tot", title: title("Tốt"), from: "50" },
      { id: "yeu", title: title("Yếu") },
    ],
    ranking: {
      on: pick(draw, ["published", "exact"]),
      ties: pick(draw, ["skip", "dense"]),
      tieBreakers: draw(2) ? [{ by: "item", id: "1" }] : [],
    },
    exemptions: [],
  };
  const units = Array.from({ length: 2 + draw(4) }, (_, at) => ({
    ...{ id: `u${at}`, name: title(`Đơn vị ${at}`), group: draw(4) === 0 ? "h" : "g", kinds: [] },
  }));
  const figure = ({ rule, maxPoints, notApplicable }: Raw): Raw => {
    if (notApplicable !== undefined && draw(4) === 0) return { notApplicable: { reason: "Không công bố" } };
    if (rule.kind === "percent") return { facts: randomPercent(draw) };
    const own = draw(3) === 0 ? 1 + draw(Number(maxPoints) * 4) : undefined;
    const points = quarter(draw((own ?? Number(maxPoints) * 4) + 1));
    return { facts: { points }, ...(own === undefined ? {} : { maxPoints: quarter(own) }) };
  };
  const statistics = units.flatMap(({ id: unit }) =>
    leaves.flatMap((it) => (draw(12) === 0 ? [] : [{ unit, item: it.number, ...figure(it) }])),
  );
  const head = {
    format: 1,
    set: set.id,
    edition: 1,
    title: title("Đã công bố (ngẫu nhiên)"),
    status: "illustrative",
  };
  const round = { ...head, units, selfAssessments: [], ledger: [], statistics };
  return { set: JSON.parse(JSON.stringify(set)), round };
}

/** What a law needs to hold still. */
export interface SetOptions {
  readonly policies?: Raw;
  readonly ranking?: Raw;
  readonly kinds?: readonly string[];
  readonly units?: number;
  readonly bonus?: boolean;
}

const pick = <T>(draw: Draw, list: readonly T[]): T => list[draw(list.length)] as T;
const quarter = (n: number): string => {
  const text = `${Math.trunc(n / 4)}.${["00", "25", "50", "75"][n % 4]}`;
  return text.replace(/\.?0+$/, "");
};
const title = (vi: string): Raw => ({ vi });

/** The kinds whose points depend on one unit alone. */
export const ownKinds: readonly string[] = [
  "choice",
  "checklist",
  "ratio",
  "percent",
  "bands",
  "count",
  "deduction",
  "direct",
  "stretched",
];

const ruleNames = [...ownKinds, "relative"];

function randomRule(draw: Draw, kind: string, quarters: number): Raw {
  const max = quarter(quarters);
  switch (kind) {
    case "choice":
      return {
        kind,
        options: [
          ["a", max],
          ["b", quarter(draw(quarters))],
          ["c", "0"],
        ].map(([id, points]) => ({ id, title: title(`Mức ${id}`), points })),
      };
    case "checklist": {
      const first = 1 + draw(Math.max(1, quarters - 1));
      const parts = [{ id: "p", title: title("Phần một"), points: quarter(Math.min(first, quarters)) }];
      if (first < quarters)
        parts.push({ id: "q", title: title("Phần hai"), points: quarter(quarters - first) });
      return { kind, parts };
    }
    case "ratio":
      return {
        kind,
        numerator: title("Đúng hạn"),
        denominator: title("Tổng số"),
        ...(draw(2) ? { zeroBelow: String(50 + draw(30)) } : {}),
        ...(draw(2) ? { fullFrom: String(85 + draw(15)) } : {}),
        ...(draw(3) === 0 ? { cap: true } : {}),
        empty: pick(draw, ["full", "zero", "not-applicable"]),
      };
    case "percent":
      return {
        kind,
        of: title("Mức độ"),
        ...(draw(2) ? { zeroBelow: "40" } : {}),
        ...(draw(2) ? { fullFrom: "95" } : {}),
      };
    case "bands": {
      const of = pick(draw, ["percent", "ratio", "number"]);
      const middle = quarter(draw(quarters));
      if (of === "number")
        return {
          kind,
          of,
          what: title("Số ngày"),
          better: "lower",
          bands: [
            { upTo: "10", points: max },
            { above: "10", upTo: "20.5", points: middle },
            { above: "20.5", points: "0" },
          ],
        };
      return {
        kind,
        of,
        ...(of === "ratio"
          ? {
              numerator: title("Đạt"),
              denominator: title("Tổng số"),
              empty: pick(draw, ["full", "zero", "not-applicable"]),
            }
          : { what: title("Tỷ lệ") }),
        ...(draw(2) ? { percentPlaces: draw(3) } : {}),
        bands: [
          { from: "90", points: max },
          { from: "70", below: "90", ...(draw(2) ? { share: true } : { points: middle }) },
          { below: "70", points: "0" },
        ],
      };
    }
    case "count":
      return { kind, what: title("Sáng kiến"), each: "0.25" };
    case "deduction":
      return {
        kind,
        breaches: [
          { id: "nhe", title: title("Nhẹ"), points: "0.1" },
          { id: "nang", title: title("Nặng"), points: quarter(1 + draw(Math.max(1, quarters - 1))) },
        ],
        ...randomFloor(draw, quarters),
      };
    case "direct":
      return { kind, step: "0.25", ...randomFloor(draw, quarters) };
    case "stretched": {
      const of = pick(draw, ["ratio", "percent", "number"]);
      const cap = of !== "number" && draw(3) === 0;
      // Of a share the ends may lie above the whole, unless it is capped; of a number below 0.
      const low = of === "number" ? draw(40) - 20 : draw(70);
      const high = low + 1 + draw(cap ? 100 - low : 60);
      const [zeroAt, fullAt] = draw(3) > 0 ? [low, high] : [high, low];
      return {
        kind,
        of,
        ...(of === "ratio"
          ? {
              numerator: title("Hoàn thành"),
              denominator: title("Được giao"),
              empty: pick(draw, ["full", "zero", "not-applicable"]),
            }
          : { what: title("Kết quả") }),
        zeroAt: `${zeroAt}`,
        fullAt: `${fullAt}`,
        ...(cap ? { cap } : {}),
      };
    }
    case "relative":
      return {
        kind,
        ...(draw(2)
          ? { of: "count", what: title("Kết quả") }
          : { of: "ratio", numerator: title("Đạt"), denominator: title("Tổng số") }),
        clauses: [
          { when: "below-target", percent: "50" },
          { when: "at-target", percent: "50" },
          { when: "leader", percent: "100" },
          { when: "between", percent: "50", upTo: "100" },
        ],
        withoutTarget: "best",
      };
    default:
      return { kind };
  }
}

/** Now and then a floor, below 0 or above it. */
function randomFloor(draw: Draw, quarters: number): Raw {
  const floor = draw(3);
  if (floor === 0) return { floor: `-${quarter(1 + draw(4))}` };
  return floor === 1 && quarters > 2 ? { floor: "0.25" } : {};
}

/** Facts that a rule accepts. */
export function randomFacts(draw: Draw, rule: Raw, maxQuarters: number): Raw {
  switch (rule.kind) {
    case "choice":
      return { choice: pick(draw, rule.options as Raw[]).id };
    case "checklist":
      return { parts: (rule.parts as Raw[]).filter(() => draw(2) === 1).map(({ id }) => id) };
    case "ratio":
      return randomCounts(draw, rule.cap === true);
    case "bands":
      if (rule.of === "ratio") return randomCounts(draw, false);
      if (rule.of === "number") return { value: draw(2) ? String(draw(30)) : `${draw(30)}.5` };
      return randomPercent(draw);
    case "percent":
      return randomPercent(draw);
    case "stretched": {
      const above = rule.cap === true || Number(rule.zeroAt) > 100 || Number(rule.fullAt) > 100;
      if (rule.of === "ratio") return randomCounts(draw, above);
      if (rule.of === "number") return { value: `${draw(80) - 30}${draw(2) ? ".25" : ""}` };
      return above && draw(3) === 0 ? { percent: `${100 + draw(40)}.5` } : randomPercent(draw);
    }
    case "count":
      return { count: draw(maxQuarters + 4) };
    case "deduction":
      return { breaches: (rule.breaches as Raw[]).map(({ id }) => ({ breach: id, count: draw(4) })) };
    case "direct": {
      const least = Number(rule.floor ?? 0) * 4;
      return { points: signed(least + draw(maxQuarters - least + 1)) };
    }
    default:
      return rule.of === "ratio" ? { numerator: draw(9), denominator: 8 + draw(4) } : { count: draw(9) };
  }
}

const signed = (quarters: number): string => (quarters < 0 ? `-${quarter(-quarters)}` : quarter(quarters));

function randomCounts(draw: Draw, above: boolean): Raw {
  const denominator = draw(40);
  if (denominator === 0) return { numerator: 0, denominator };
  return { numerator: draw(denominator + (above ? 9 : 1)), denominator };
}

const randomPercent = (draw: Draw): Raw => ({
  percent: draw(3) === 0 ? String(draw(101)) : `${draw(100)}.${draw(10)}`,
});

/** A set as raw JSON: one to three domains, leaves of every kind and source. */
export function randomSet(draw: Draw, options: SetOptions = {}): Raw {
  const kinds = options.kinds ?? ruleNames;
  const survey = draw(3) > 0;
  let total = 0;
  const leafTotals = { a: 0, s: 0, t: 0 };
  const counts = [0, 0, 0];
  const leaf = (number: string, level: number): Raw => {
    const quarters = 1 + draw(12);
    const source = pick(
      draw,
      survey ? (["a", "a", "a", "s", "t"] as const) : (["a", "a", "a", "t"] as const),
    );
    const kind =
      source === "s"
        ? "survey"
        : pick(draw, source === "t" ? kinds.filter((it) => it !== "relative") : kinds);
    const rule = randomRule(draw, kind, quarters);
    total += quarters;
    leafTotals[source] += quarters;
    counts[level] = (counts[level] ?? 0) + 1;
    const appraisal = source === "a";
    return {
      number,
      title: title(`Nội dung ${number}`),
      maxPoints: quarter(quarters),
      source,
      rule,
      ...(appraisal && draw(8) === 0
        ? { scoredBy: "appraiser" }
        : appraisal
          ? { evidence: pick(draw, ["required", "or-explanation", "none"]) }
          : {}),
      ...(rule.empty === "not-applicable" || (appraisal && draw(3) === 0)
        ? { notApplicable: pick(draw, ["rescale", "rescale-source", "full", "zero", true]) }
        : {}),
    };
  };
  const quartersOf = (items: Raw[]): number => items.reduce((sum, it) => sum + Number(it.maxPoints) * 4, 0);
  const node = (number: string, level: number): Raw => {
    counts[level] = (counts[level] ?? 0) + 1;
    const items = Array.from({ length: 1 + draw(3) }, (_, at) =>
      level === 0 && draw(2) === 0 ? node(`${number}.${at + 1}`, 1) : leaf(`${number}.${at + 1}`, level + 1),
    );
    return { number, title: title(`Mục ${number}`), maxPoints: quarter(quartersOf(items)), items };
  };
  const items = Array.from({ length: 1 + draw(3) }, (_, at) => node(String(at + 1), 0));
  if (draw(2) === 0) drawGates(draw, items);
  const leaves = leavesOf(items);
  const surveyLeaves = leaves.filter(({ source }) => source === "s");
  const sources = [
    { id: "a", kind: "appraisal", title: title("Thẩm định") },
    { id: "s", kind: "survey", title: title("Điều tra xã hội học") },
    { id: "t", kind: "statistic", title: title("Số liệu") },
  ].filter(({ id }) => leafTotals[id as "a"] > 0);
  return {
    format: 1,
    id: "hoa-lam/department/2026",
    edition: 1,
    status: "illustrative",
    title: title("Bộ tiêu chí ngẫu nhiên (minh họa)"),
    issuer: title("UBND tỉnh Hoa Lâm (hư cấu)"),
    level: "department",
    period: { from: "2026-01-01", to: "2026-12-31" },
    levels: [title("Lĩnh vực"), title("Tiêu chí"), title("Tiêu chí thành phần")],
    maxPoints: quarter(total),
    sources: sources.map((it) => ({ ...it, maxPoints: quarter(leafTotals[it.id as "a"]) })),
    groups: [
      { id: "g", title: title("Nhóm một") },
      { id: "h", title: title("Nhóm hai") },
    ],
    kinds: [{ id: "nho", title: title("Đơn vị nhỏ") }],
    items,
    ...(surveyLeaves.length === 0 ? {} : { survey: randomSurvey(draw, surveyLeaves) }),
    ...(options.bonus === false
      ? {}
      : {
          bonus: {
            ...(draw(2) ? { cap: "1.5" } : {}),
            lines: [
              {
                id: "thuong",
                number: "9.1",
                title: title("Sáng kiến"),
                rule: { kind: "count", what: title("Sáng kiến"), each: "0.3" },
                ...(draw(2) ? { cap: "1" } : {}),
              },
            ],
          },
          penalty: {
            ...(draw(2) ? { cap: "1" } : {}),
            lines: [
              { id: "phat", number: "9.2", title: title("Vi phạm"), rule: { kind: "direct", step: "0.25" } },
            ],
          },
        }),
    policies: {
      rounding: {
        places: draw(4),
        mode: pick(draw, ["half-up", "half-even", "down", "up"]),
        items: draw(3) === 0,
      },
      unanswered: "zero",
      silence: pick(draw, ["accept", "accept", "pending"]),
      missing: pick(draw, ["unranked", "unanswered"]),
      notApplicable: pick(draw, ["rescale", "rescale-source", "full", "zero"]),
      late: pick(draw, [
        { kind: "flag" },
        { kind: "flat", points: "0.5" },
        { kind: "per-day", points: "0.1", cap: "0.35" },
        { kind: "refuse" },
      ]),
      limits: pick(draw, [{ max: "100", min: "0" }, {}, { min: "0" }, { max: "100" }]),
      ...options.policies,
    },
    grades: [
      { id: "tot", title: title("Tốt"), from: "80", ...randomConditions(draw, items, options) },
      { id: "kha", title: title("Khá"), from: "50", ...randomConditions(draw, items, options) },
      { id: "yeu", title: title("Yếu") },
    ],
    ranking: {
      on: pick(draw, ["published", "exact"]),
      ties: pick(draw, ["skip", "dense"]),
      tieBreakers: draw(2) ? [{ by: "item", id: "1", exact: draw(2) === 1 }] : [],
      ...options.ranking,
    },
    calendar: [{ id: "self-assessment", title: title("Nộp báo cáo tự đánh giá"), before: "2026-12-22" }],
    exemptions: leaves
      .filter((it) => it.notApplicable !== undefined && draw(4) === 0)
      .slice(0, 1)
      .map((it) => ({ kind: "nho", items: [it.number] })),
  };
}

/** Now and then what a grade asks beside the index, and how many units should have it. */
function randomConditions(draw: Draw, items: readonly Raw[], { bonus }: SetOptions): Raw {
  const bound = (): Raw => (draw(2) ? { from: String(draw(101)) } : { above: String(draw(100)) });
  const all: Raw[] = [
    { item: pick(draw, items).number, ...bound() },
    { item: pick(draw, leavesOf(items)).number, ...bound() },
    { source: pick(draw, leavesOf(items)).source, ...bound() },
    { unused: bonus === false || draw(2) === 0 ? "late" : "phat" },
  ];
  const asked = all.filter(() => draw(4) === 0);
  return {
    ...(asked.length === 0 ? {} : { requires: asked }),
    ...(draw(3) === 0 ? { quota: { percent: String(1 + draw(60)) } } : {}),
  };
}

/** Gates that ask only items that come before, or only items that come after, so that none wait for each other. */
function drawGates(draw: Draw, items: readonly Raw[]): void {
  const all: Raw[] = [];
  const walk = (it: Raw): void => {
    all.push(it);
    it.items?.forEach(walk);
  };
  items.forEach(walk);
  const positions = new Map(leavesOf(items).map((leaf, at) => [leaf, at]));
  const at = (it: Raw): readonly number[] => leavesOf([it]).map((leaf) => positions.get(leaf) ?? 0);
  const isApart = (one: Raw, other: Raw): boolean => Math.max(...at(one)) < Math.min(...at(other));
  const isOwn = (it: Raw): boolean => leavesOf([it]).every(({ rule }) => rule.kind !== "relative");
  const isForward = draw(2) === 0;
  for (const holder of all.filter((it) => isOwn(it) && draw(4) === 0)) {
    const others = all.filter((it) => isOwn(it) && (isForward ? isApart(it, holder) : isApart(holder, it)));
    if (others.length === 0) continue;
    const asked = new Set(Array.from({ length: 1 + draw(2) }, () => pick(draw, others).number as string));
    holder.requires = [...asked].map((item) => ({
      item,
      ...(draw(2) ? { from: String(draw(101)) } : { above: String(draw(100)) }),
    }));
  }
}

function randomSurvey(draw: Draw, leaves: readonly Raw[]): Raw {
  const questions = leaves.flatMap((it, at) => [
    { id: `q${at}`, text: title(`Câu ${at}`), scale: "s", item: it.number },
    ...(draw(3) === 0 ? [{ id: `r${at}`, text: title(`Câu thêm ${at}`), scale: "s", item: it.number }] : []),
  ]);
  const both = draw(3) > 0;
  const form = (id: string, respondents: string): Raw => ({
    id,
    title: title(`Phiếu ${id}`),
    respondents,
    judges: ["g", "h"],
    leastForms: 1 + draw(3),
    questions,
  });
  return {
    respondents: [
      { id: "lanh-dao", title: title("Lãnh đạo"), weight: "60" },
      ...(both ? [{ id: "nguoi-dan", title: title("Người dân"), weight: "40" }] : []),
    ],
    combine: pick(draw, ["weights", "pooled"]),
    emptyGroup: pick(draw, ["pending", "redistribute"]),
    belowLeast: pick(draw, ["pending", "zero"]),
    notHeld: pick(draw, ["rescale", "zero", "pending"]),
    scales: [
      {
        id: "s",
        options: [
          { id: "a", title: title("Rất tốt"), percent: "100" },
          { id: "b", title: title("Tốt"), percent: "60" },
          { id: "c", title: title("Trung bình"), percent: "20" },
          { id: "d", title: title("Kém"), percent: "0" },
          { id: "e", title: title("Không có ý kiến") },
        ],
      },
    ],
    questionnaires: [form("f1", "lanh-dao"), ...(both ? [form("f2", "nguoi-dan")] : [])],
  };
}

/** The leaves of raw items, in the order of the set. */
export const leavesOf = (items: readonly Raw[]): Raw[] =>
  items.flatMap((it) => (it.items === undefined ? [it] : leavesOf(it.items)));

const proof = [{ number: "12/BC", issuer: "Đơn vị", date: "2026-11-30" }];

/** True where the unit has claimed something on the item of an entry, in its self-assessment or in an explanation. */
const claims = ({ unit, item }: Raw, selfAssessments: readonly Raw[], ledger: readonly Raw[]): boolean =>
  selfAssessments.some((it) => it.unit === unit && it.answers.some((answer: Raw) => answer.item === item)) ||
  ledger.some(
    (it) =>
      it.kind === "explain" &&
      it.unit === unit &&
      it.item === item &&
      (it.facts ?? it.points ?? it.notApplicable) !== undefined,
  );

/** The members of the council who decide at the end, beside its chair. */
const voters: readonly string[] = ["uy-vien-1", "uy-vien-2"];

/** Votes of the chair and the members, one of whom may be absent. */
function randomVotes(draw: Draw, all: readonly string[], points: () => string): Raw {
  const away = all.length > 1 && draw(3) === 0 ? pick(draw, all) : undefined;
  const votes = all.filter((by) => by !== away).map((by) => ({ by, points: points() }));
  return { votes: draw(2) ? votes : votes.reverse(), ...(away === undefined ? {} : { absent: [away] }) };
}

/** Now and then a unit replaces one or two of its group: within the period, before it or only afterwards. */
function drawMerger(draw: Draw, { group }: Raw, before: readonly Raw[]): Raw {
  const former = before.filter((it) => it.group === group);
  if (before.length < 2 || former.length === 0 || draw(8) > 0) return {};
  const replaces = new Set([pick(draw, former), pick(draw, former)]);
  const since = (): string => pick(draw, ["2026-07-01", "2025-07-01", "2027-01-01"]);
  return { replaces: [...replaces].map(({ id }) => ({ unit: id, since: since() })) };
}

/** A round of a raw set, as raw JSON, without errors. */
function randomRound(draw: Draw, set: Raw, options: SetOptions = {}): Raw {
  const leaves = leavesOf(set.items);
  const { places } = set.policies.rounding;
  const count = options.units ?? 2 + draw(4);
  const units = Array.from({ length: count }, (_, at) => ({
    id: `u${at}`,
    name: title(`Đơn vị ${at}`),
    group: draw(4) === 0 ? "h" : "g",
    kinds: draw(4) === 0 ? ["nho"] : [],
  })).map((unit, at, all) => ({ ...unit, ...drawMerger(draw, unit, all.slice(0, at)) }));
  const ledger: Raw[] = [];
  const selfAssessments: Raw[] = [];
  const statistics: Raw[] = [];
  const targets: Raw[] = [];
  const counts: Raw[] = [];
  const heldFor = (group: string): boolean => !surveyNotHeld.some((it) => it.group === group);
  const surveyNotHeld =
    set.survey !== undefined && draw(6) === 0 ? [{ group: "h", reason: "Không tổ chức" }] : [];
  // Now and then the second member judges one domain alone.
  const field: string | undefined = draw(2) ? pick(draw, set.items as Raw[]).number : undefined;
  const votersOn = (item: string): readonly string[] =>
    ["chu-tich", ...voters].filter(
      (id) => id !== "uy-vien-2" || field === undefined || item === field || item.startsWith(`${field}.`),
    );
  // With a final act no return may be open, and what comes later is a correction.
  const closed = draw(3) === 0;
  for (const { id: unit, group } of units) {
    const answers: Raw[] = [];
    for (const leaf of leaves) {
      const quarters = Number(leaf.maxPoints) * 4;
      if (leaf.source === "t") {
        statistics.push({ unit, item: leaf.number, facts: randomFacts(draw, leaf.rule, quarters) });
        continue;
      }
      if (leaf.source !== "a") continue;
      const answered = leaf.scoredBy !== "appraiser" && draw(8) > 0;
      const claimsAway = answered && leaf.notApplicable !== undefined && draw(3) === 0;
      if (answered) {
        const evidence = draw(6) > 0 ? proof : [];
        answers.push(
          claimsAway
            ? { item: leaf.number, notApplicable: { reason: "Không phát sinh" } }
            : { item: leaf.number, facts: randomFacts(draw, leaf.rule, quarters), evidence },
        );
      }
      if (leaf.rule.kind === "relative" && draw(2))
        targets.push({
          unit,
          item: leaf.number,
          facts:
            leaf.rule.of === "ratio"
              ? { numerator: 1 + draw(8), denominator: 8 + draw(4) }
              : { count: 1 + draw(8) },
        });
      const own: Raw = { unit, item: leaf.number, reason: "Theo hồ sơ" };
      const council = (stage: string, date: string, what: Raw): Raw => ({
        ...own,
        stage,
        by: "chu-tich",
        date,
        ...what,
      });
      const isRelative = leaf.rule.kind === "relative";
      const points = (): string =>
        leaf.rule.kind === "direct" || places > 1
          ? quarter(draw(quarters + 1))
          : String(draw(Math.trunc(quarters / 4) + 1));
      const value = (): Raw =>
        !isRelative && draw(3) === 0
          ? { points: points() }
          : { facts: randomFacts(draw, leaf.rule, quarters) };
      /** What the final council decides: a value, or the votes of its members. */
      const decision = (): Raw =>
        isRelative || draw(3) > 0 ? value() : randomVotes(draw, votersOn(leaf.number), points);
      // The first appraisal gives a leaf back, or speaks; the unit may then explain, with or without a proposal.
      const first = draw(4) > 0 ? undefined : pick(draw, ["return", "uphold", "adjust"]);
      let explained = false;
      if (first !== undefined) {
        ledger.push(council("first", "2027-01-10", { kind: first, ...(first === "adjust" ? value() : {}) }));
        if (draw(2)) {
          const proposal =
            draw(4) === 0
              ? {}
              : leaf.notApplicable !== undefined && draw(4) === 0
                ? { notApplicable: { reason: "Không phát sinh" } }
                : value();
          explained = Object.keys(proposal).length > 0;
          ledger.push({
            ...own,
            stage: "first",
            by: "unit",
            date: "2027-01-12",
            kind: "explain",
            ...proposal,
          });
        }
      }
      const mustDecide = first === "return" && closed;
      const decided =
        mustDecide || (claimsAway || leaf.scoredBy === "appraiser" ? draw(10) > 0 : draw(3) === 0);
      if (decided) {
        const choice = draw(5);
        const what =
          leaf.notApplicable !== undefined && choice === 0
            ? { kind: "not-applicable" }
            : (answered || explained) && choice === 1
              ? { kind: "accept" }
              : choice === 2
                ? { kind: "uphold" }
                : { kind: "adjust", ...decision() };
        ledger.push(council("final", "2027-01-20", what));
      }
      if (closed && draw(8) === 0)
        ledger.push(
          council("correction", "2027-02-10", {
            kind: "adjust",
            ...decision(),
            decision: { number: "7/QĐ-UBND", date: "2027-02-09" },
          }),
        );
    }
    for (const line of [...(set.bonus?.lines ?? []), ...(set.penalty?.lines ?? [])]) {
      if (draw(3) > 0) continue;
      const facts = line.rule.kind === "count" ? { count: draw(8) } : { points: quarter(draw(8)) };
      const given = draw(4) > 0 ? { facts } : randomVotes(draw, votersOn(line.id), () => String(draw(3)));
      ledger.push({
        unit,
        item: line.id,
        stage: "final",
        by: "chu-tich",
        date: "2027-01-20",
        reason: "Theo hồ sơ",
        kind: "adjust",
        ...given,
      });
    }
    if (draw(10) > 0)
      selfAssessments.push({
        unit,
        submitted: draw(5) === 0 ? `2026-12-2${2 + draw(8)}` : "2026-12-15",
        answers,
      });
    for (const form of set.survey?.questionnaires ?? []) {
      if (!heldFor(group) || draw(12) === 0) continue;
      const forms = 2 + draw(20);
      const questions = form.questions.map(({ id }: Raw) => {
        let left = forms;
        const options = ["a", "b", "c", "d", "e"].flatMap((option) => {
          const chosen = draw(left + 1);
          left -= chosen;
          return chosen === 0 ? [] : [{ option, count: chosen }];
        });
        return { question: id, options };
      });
      const answered = questions.map((it: Raw) =>
        it.options.reduce((sum: number, { count: so }: Raw) => sum + so, 0),
      );
      const valid = Math.max(0, ...answered);
      if (valid > 0)
        counts.push({
          unit,
          questionnaire: form.id,
          forms: valid,
          invalid: [],
          questions: questions.filter((it: Raw) => it.options.length > 0),
        });
    }
  }
  return {
    format: 1,
    set: set.id,
    edition: set.edition,
    title: title("Đợt ngẫu nhiên (minh họa)"),
    status: "illustrative",
    units,
    councils: [
      {
        id: "hoi-dong",
        title: title("Hội đồng thẩm định"),
        units: units.map(({ id }) => id),
        roles: [
          {
            id: "chu-tich",
            title: title("Chủ tịch Hội đồng"),
            holders: [],
            decides: ["first", "second", "final", "correction"],
          },
          ...voters.map((id) => ({
            id,
            title: title(`Ủy viên ${id}`),
            holders: [],
            decides: ["final", "correction"],
            ...(id === "uy-vien-2" && field !== undefined ? { items: [field] } : {}),
          })),
        ],
      },
    ],
    selfAssessments,
    ledger: ledger.map((entry) =>
      entry.kind === "accept" && !claims(entry, selfAssessments, ledger)
        ? { ...entry, kind: "uphold" }
        : entry,
    ),
    acts: closed ? [{ stage: "final", council: "hoi-dong", number: "5/QĐ-UBND", date: "2027-01-25" }] : [],
    tally: { batches: ["b1"], counts },
    surveyNotHeld,
    statistics,
    targets,
  };
}
