// A small round of the small set as raw JSON, without any issue, and what tests need to break it in one place.

import type { CriteriaSet } from "../../src/criteria-set.ts";
import type { Issue } from "../../src/issue.ts";
import { checkRound } from "../../src/round/read.ts";
import { readCriteriaSet } from "../../src/set/check.ts";
import { smallSet } from "./sets.ts";

/** A raw JSON value: tests reach into it and change what they want. */
// biome-ignore lint/suspicious/noExplicitAny: tests take raw JSON apart freely.
export type Raw = any;

/** The small set as read, after a change to its file. */
export function readSet(change: (set: Raw) => void = () => {}): CriteriaSet {
  const set: Raw = smallSet();
  change(set);
  return readCriteriaSet(set);
}

/** The small set, unchanged. */
export const set = readSet();

const document = (number: string, date: string) => ({ number, issuer: "Sở Nội vụ tỉnh Hoa Lâm", date });

/** Answers of a unit on every leaf that it scores. */
export const answers = (): Raw[] => [
  { item: "1.1.1", facts: { choice: "dung-han" }, evidence: [document("12/KH-SO", "2026-01-20")] },
  {
    item: "1.1.2",
    facts: { numerator: 17, denominator: 20 },
    points: "2.55",
    evidence: [document("88/BC-SO", "2026-12-10")],
  },
  {
    item: "1.2",
    facts: { parts: ["dung-han", "du-noi-dung"] },
    explanation: "Bốn báo cáo quý, gửi trước hạn",
  },
  { item: "1.3", facts: { count: 1 }, evidence: [document("45/QD-SO", "2026-08-01")] },
  {
    item: "2.1",
    facts: { numerator: 1184, denominator: 1200 },
    evidence: [
      document("90/BC-SO", "2026-12-15"),
      { ...document("91/BC-SO", "2026-12-15"), section: "II", page: "4" },
    ],
  },
];

const assessment = (unit: string): Raw => ({
  unit,
  submitted: "2026-12-20",
  approved: { role: "Giám đốc", date: "2026-12-19" },
  answers: answers(),
});

const forms = (unit: string, questionnaire: string): Raw => ({
  unit,
  questionnaire,
  forms: 5,
  invalid: [{ code: "empty-form", count: 1 }],
  questions: [
    {
      question: "q1",
      options: [
        { option: "rat-tot", count: 3 },
        { option: "khong-y-kien", count: 2 },
      ],
    },
    { question: "q2", options: [{ option: "tot", count: 4 }] },
  ],
});

/** An entry of the working group at the first stage on item 1.1.2 of so-a, changed as a test wants. */
export const entry = (change: Raw = {}): Raw => ({
  kind: "uphold",
  unit: "hoa-lam/so-a",
  item: "1.1.2",
  stage: "first",
  by: "to-cong-tac",
  date: "2027-01-10",
  ...change,
});

/** The whole process on one item: returned, explained, adjusted at the second stage. */
export const process = (): Raw[] => [
  entry({ kind: "return", item: "2.1", reason: "Số hồ sơ không khớp phần mềm một cửa", findings: ["kt-01"] }),
  entry({
    kind: "explain",
    item: "2.1",
    by: "unit",
    date: "2027-01-15",
    reason: "Đã đối chiếu lại với phần mềm",
    facts: { numerator: 1180, denominator: 1200 },
  }),
  entry({ kind: "accept", item: "2.1", stage: "second", by: "chu-tich", date: "2027-01-25" }),
];

/** The round: three units in two groups, one council, the whole process on one item, everything consistent. */
export const smallRound = (): Raw => ({
  format: 1,
  set: "hoa-lam/department/2026",
  edition: 1,
  title: { vi: "Đợt đánh giá minh họa năm 2026" },
  status: "illustrative",
  units: [
    { id: "hoa-lam/so-a", name: { vi: "Sở A" }, group: "chung" },
    {
      id: "hoa-lam/so-b",
      name: { vi: "Sở B" },
      group: "chung",
      replaces: [{ unit: "hoa-lam/so-cu", since: "2025-07-01" }],
    },
    { id: "hoa-lam/ban-c", name: { vi: "Ban C" }, group: "dac-thu", kinds: ["khong-thu-tuc"] },
  ],
  councils: [
    {
      id: "hoi-dong",
      title: { vi: "Hội đồng thẩm định tỉnh Hoa Lâm" },
      units: ["hoa-lam/so-b", "hoa-lam/so-a", "hoa-lam/ban-c"],
      roles: [
        {
          id: "chu-tich",
          title: { vi: "Chủ tịch Hội đồng" },
          holders: ["Chủ tịch UBND tỉnh"],
          decides: ["second", "final", "correction", "first"],
        },
        { id: "to-cong-tac", title: { vi: "Tổ công tác" }, decides: ["first"] },
        { id: "thu-ky", title: { vi: "Thư ký" }, decides: [] },
      ],
    },
  ],
  selfAssessments: [assessment("hoa-lam/so-b"), assessment("hoa-lam/so-a")],
  ledger: [
    ...process(),
    entry({ kind: "adjust", item: "thuong-1", facts: { count: 1 }, reason: "Mô hình được nhân rộng" }),
  ],
  acts: [
    { stage: "final", council: "hoi-dong", number: "30/QD-HD", date: "2027-02-10" },
    { stage: "first", council: "hoi-dong", number: "10/QD-HD", date: "2027-01-12" },
    { stage: "second", council: "hoi-dong", number: "20/QD-HD", date: "2027-01-30" },
  ],
  tally: {
    batches: ["lo-2", "lo-1"],
    counts: [
      forms("hoa-lam/so-b", "phieu-xa"),
      forms("hoa-lam/so-a", "phieu-xa"),
      forms("hoa-lam/so-a", "phieu-dai-bieu"),
      forms("hoa-lam/so-b", "phieu-dai-bieu"),
      forms("hoa-lam/ban-c", "phieu-dai-bieu"),
      forms("hoa-lam/ban-c", "phieu-xa"),
    ],
  },
  statistics: [
    { unit: "hoa-lam/so-b", item: "2.2", facts: { percent: "62.50" }, reference: "Công báo thống kê" },
    { unit: "hoa-lam/so-a", item: "2.2", facts: { percent: "50" } },
    { unit: "hoa-lam/ban-c", item: "2.2", facts: { percent: "90" } },
  ],
  findings: [
    {
      id: "kt-01",
      unit: "hoa-lam/so-a",
      item: "2.1",
      what: "16 hồ sơ quá hạn",
      by: "Đoàn kiểm tra số 1",
      date: "2026-09-01",
      remedied: "2026-10-01",
    },
  ],
  extensions: [
    { unit: "hoa-lam/so-b", deadline: "self-assessment", by: "2026-12-24", reason: "Sắp xếp lại tổ chức" },
  ],
});

/** A small round without counts and figures of the unit of the special group. */
export function withoutSpecial(round: Raw): Raw {
  round.tally.counts.splice(4);
  round.statistics.pop();
  return round;
}

/** The small round with all that an index of so-a and so-b needs. */
export function completeRound(change: (round: Raw) => void = () => {}): Raw {
  const round = smallRound();
  const units = ["hoa-lam/so-a", "hoa-lam/so-b", "hoa-lam/ban-c"];
  round.tally.counts = units.flatMap((unit) => [
    fullForms(unit, "phieu-xa"),
    fullForms(unit, "phieu-dai-bieu"),
  ]);
  for (const unit of units.slice(0, 2))
    round.ledger.push(
      entry({ kind: "adjust", unit, item: "2.3", points: "0", reason: "Không có minh chứng" }),
    );
  change(round);
  return round;
}

const fullForms = (unit: string, questionnaire: string): Raw => ({
  unit,
  questionnaire,
  forms: 30,
  questions: [
    { question: "q1", options: [{ option: "rat-tot", count: 30 }] },
    { question: "q2", options: [{ option: "tot", count: 30 }] },
  ],
});

/** How a test changes the small round: values by their place ("units.1.group"; undefined removes), or a function. */
export type Change = Readonly<Record<string, unknown>> | ((round: Raw) => void);

/** The small round after a change. */
export function changedRound(change: Change): Raw {
  const round = smallRound();
  if (typeof change === "function") change(round);
  else for (const [place, value] of Object.entries(change)) put(round, place.split("."), value);
  return round;
}

function put(holder: Raw, [step = "", ...rest]: readonly string[], value: unknown): void {
  if (rest.length > 0) put(holder[step], rest, value);
  else if (value === undefined) delete holder[step];
  else holder[step] = value;
}

/** The issues of the small round after a change. */
export const issuesAfter = (change: Change, of: CriteriaSet = set): readonly Issue[] =>
  checkRound(of, changedRound(change));

/** Codes and places of issues, one text each: what a test compares. */
export const places = (issues: readonly Issue[]): string[] =>
  issues.map(({ code, path }) => `${code} ${path.join(".")}`);

/** The set whose item 1.3 compares the units of a group by their number of initiatives. */
export const comparedSet = () =>
  readSet((raw: Raw) => {
    const leaf = raw.items[0].items[2];
    leaf.rule = {
      kind: "relative",
      of: "count",
      what: { vi: "sáng kiến" },
      clauses: [
        { when: "leader", percent: "100" },
        { when: "between", percent: "50", upTo: "100" },
        { when: "at-target", percent: "50" },
        { when: "below-target", percent: "50" },
      ],
      withoutTarget: "best",
    };
    delete leaf.examples;
  });
