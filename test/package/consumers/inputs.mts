// Compiled, never run: what a program writes (a form filled in, a round put together), and what does not compile.
import {
  assess,
  blankSelfAssessment,
  type EntryInput,
  explain,
  indexes,
  type Round,
  type RoundInput,
  readRound,
  readSelfAssessment,
  type SelfAssessment,
  type SelfAssessmentInput,
  type Until,
} from "par-index";
import { seal } from "par-index/audit";
import { criteriaSet } from "par-index/criteria";

const set = criteriaSet("hoa-lam/department/2026");
const document = { number: "90/BC-SB", issuer: "Sở B", date: "2026-12-15" };

export function filledIn(copied: boolean): SelfAssessment {
  const blank = blankSelfAssessment(set, "hoa-lam/so-b");
  const form = copied ? structuredClone(blank) : blank;
  for (const { item, asks, facts, evidence } of form.answers) {
    if (item === "1.1.2" && asks.choices === undefined) {
      facts.numerator = 45;
      facts.denominator = 50;
      evidence.push(document);
    }
  }
  form.submitted = "2026-12-20";
  form.approved = { role: "Giám đốc", date: "2026-12-19" };
  const written: SelfAssessmentInput = form;
  return readSelfAssessment(set, written);
}
declare function structuredClone<T>(value: T): T;

const entry: EntryInput = {
  ...{ unit: "hoa-lam/so-b", item: "1.1.2", stage: "first", by: "member", date: "2027-01-10" },
  kind: "adjust",
  points: 1.2,
  reason: "Thiếu tài liệu",
};
const round: RoundInput = {
  format: 1,
  set: set.id,
  edition: set.edition,
  title: { vi: "Đợt minh họa" },
  status: "illustrative",
  units: [{ id: "hoa-lam/so-b", name: { vi: "Sở B" }, group: "general" }],
  ledger: [],
};
round.ledger?.push(entry);
round.selfAssessments = [blankSelfAssessment(set, "hoa-lam/so-b")];

const until: Until = "2027-01-31";
export const given = (parsed: ReturnType<typeof JSON.parse>, read: Round): readonly unknown[] => [
  assess(set, round),
  assess(set, read, { until }),
  assess(set, parsed, { until: "final" }),
  assess(set, { ...read, ledger: [...read.ledger, entry] }),
  indexes(set, round, { until: "self" }),
  explain(set, round, "hoa-lam/so-b", { item: "1.1.2", until: "first" }),
  seal(set, round, { unit: "hoa-lam/so-b" }),
  readRound(set, parsed),
];

// @ts-expect-error a text is no round
assess(set, "x");
// @ts-expect-error nor is a list
assess(set, []);
// @ts-expect-error no stage
assess(set, round, { until: "finale" });
// @ts-expect-error a misspelt option
assess(set, round, { untill: "final" });
// @ts-expect-error the options are an object
assess(set, round, "final");
// @ts-expect-error a misspelt list
assess(set, { ...round, units: [], selfAssessment: [] });
// @ts-expect-error an answer without its item
round.selfAssessments = [{ unit: "hoa-lam/so-b", answers: [{ facts: { count: 1 } }] }];
// @ts-expect-error a misspelt fact
blankSelfAssessment(set, "hoa-lam/so-b").answers[0].facts.numerador = 45;
// @ts-expect-error what was read is not written to
readRound(set, round).ledger.push(entry);
