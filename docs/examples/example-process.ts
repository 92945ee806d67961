/**
 * The part of the example that shows the whole process: councils with their acts and editions, one item from self-score
 * to correction, items that do not apply, lateness, bonus and penalty, findings, targets of relative items, the survey,
 * a merger, inspections and targets. Everything printed is computed here and now.
 */
import {
  type Assessment,
  assess,
  type CriteriaSet,
  type ExplainedPart,
  explain,
  explanationText,
  historyText,
  type Item,
  issueText,
  itemHistory,
  mergeTallies,
  type Round,
  readCriteriaSet,
  readRound,
  resultEditions,
  type SurveyResponse,
  tallyAsync,
} from "par-index";
import { compare, differenceText } from "par-index/audit";
import {
  checkInspections,
  checkTargets,
  inspectionText,
  readInspectionPlan,
  readTargetPlan,
  sampleSize,
  targetsText,
} from "par-index/process";
import { heading, load, name, say, table, viDecimal, wrapped } from "./print.ts";

/** A round with its set and its result. */
export interface Assessed {
  readonly set: CriteriaSet;
  readonly round: Round;
  readonly result: Assessment;
}

const nameOf = (round: Round, unit: string): string =>
  name(round.units.find(({ id }) => id === unit)?.name) || unit;
const told = ({ set, round }: Assessed, unit: string, what: ExplainedPart): void =>
  say(`${explanationText(explain(set, round, unit, what), "vi")}\n`);

/** Prints the process of both rounds. */
export async function processOfRounds(departments: Assessed, communes: Assessed): Promise<void> {
  councilsOf([departments.round, communes.round]);
  oneItem(departments, "hoa-lam-so-cong-thuong", "7.2.2");
  notApplicable([departments, communes]);
  lateness(departments);
  say(heading("Điểm thưởng, điểm trừ qua Hội đồng, có mức trần"));
  for (const line of ["9.1.1", "cap:9.1.1", "cap:bonus"]) told(departments, "hoa-lam-so-tai-chinh", { line });
  told(departments, "hoa-lam-so-xay-dung", { line: "9.2.2" });
  say(heading("Kết quả kiểm tra đứng sau một điều chỉnh"));
  told(departments, "hoa-lam-so-xay-dung", "3.4.1");
  say(heading("Tiêu chí so sánh theo chỉ tiêu được giao"));
  told(departments, "hoa-lam-so-cong-thuong", "8.2.2");
  await survey(departments, communes);
  merger(communes);
}

// ── Councils, acts, editions ───────────────────────────────────────────────────────────────────────────────────────

function councilsOf(rounds: readonly Round[]): void {
  say(heading("Các Hội đồng, quyết định kết thúc từng bước, các lần công bố"));
  const rows = rounds.flatMap((round) =>
    round.councils.map(({ id, title, units }) => [
      name(title),
      String(units.length),
      ...(["first", "second", "final"] as const).map(
        (stage) => round.acts.find((act) => act.council === id && act.stage === stage)?.number ?? "còn mở",
      ),
    ]),
  );
  say(
    table(
      [
        { title: "Hội đồng", width: 36 },
        { title: "Đơn vị", width: 6, figures: true },
        { title: "Lần 1", width: 11 },
        { title: "Lần 2", width: 11 },
        { title: "Công bố", width: 11 },
      ],
      rows,
    ),
  );
  const [first] = rounds[0]?.councils ?? [];
  const roles = first?.roles.map(({ title, holders }) => `${name(title)} (${holders.length})`);
  say(wrapped(`  ${name(first?.title)}: ${roles?.join(", ")}.`));
  for (const round of rounds)
    for (const { council, edition, kind, number, date, until, units } of resultEditions(round))
      say(
        wrapped(
          `  ${name(round.councils.find(({ id }) => id === council)?.title)}, lần công bố ${edition} (${kind === "final" ? "kết quả thẩm định" : "đính chính"}): ${number} ngày ${date}, tính lại bằng until: "${until}"${units.length > 0 ? `; thay đổi ở: ${units.map((unit) => nameOf(round, unit)).join(", ")}` : ""}.`,
        ),
      );
}

function oneItem({ set, round }: Assessed, unit: string, item: string): void {
  say(heading("Lịch sử một tiêu chí, từ tự chấm đến đính chính"));
  say(historyText(itemHistory(set, round, unit, item), "vi"));
}

// ── Not applicable ─────────────────────────────────────────────────────────────────────────────────────────────────

const consequences = {
  rescale: "điểm tối đa giảm",
  "rescale-source": "quy đổi trong nguồn",
  full: "điểm tối đa",
  zero: "0 điểm",
} as const;
const deciders: Readonly<Record<string, string>> = {
  council: "Hội đồng",
  register: "danh mục",
  "survey-not-held": "không khảo sát",
};

function notApplicable(rounds: readonly Assessed[]): void {
  say(heading("Không áp dụng: ai quyết định, hệ quả, và cả hai con số"));
  const rows: string[][] = [];
  for (const { set, round, result } of rounds) {
    const leaves = leavesOf(set.items);
    const seen = new Set<string>();
    for (const { unit, items, points, maxPoints, index } of result.scores) {
      for (const { item, state, reason } of items) {
        const leaf = leaves.get(item);
        const consequence = leaf?.notApplicable;
        // One line for each consequence and decider.
        if (state !== "not-applicable" || consequence === undefined || seen.has(`${reason} ${consequence}`))
          continue;
        seen.add(`${reason} ${consequence}`);
        const numbers = `${points ?? "–"}/${maxPoints}`;
        rows.push([
          nameOf(round, unit),
          item,
          deciders[reason ?? ""] ?? "",
          consequences[consequence],
          viDecimal(numbers).replace(".", ","),
          viDecimal(index),
        ]);
      }
    }
  }
  say(
    table(
      [
        { title: "Đơn vị", width: 36 },
        { title: "Mục", width: 6 },
        { title: "Quyết định", width: 10 },
        { title: "Hệ quả", width: 19 },
        { title: "Điểm", width: 12, figures: true },
        { title: "Chỉ số", width: 6, figures: true },
      ],
      rows,
    ),
  );
  const [departments, communes] = rounds;
  if (departments === undefined || communes === undefined) return;
  say("");
  told(departments, "hoa-lam-thanh-tra-tinh", "8.2.1");
  told(communes, "hoa-lam-xa-tan-khe", { line: "conversion:appraisal" });
  told(communes, "hoa-lam-xa-nam-khao", "3.5");
}

const leavesOf = (items: readonly Item[]): ReadonlyMap<string, Item> =>
  new Map(
    items.flatMap((item) =>
      item.items === undefined ? [[item.id, item] as const] : [...leavesOf(item.items)],
    ),
  );

// ── Lateness ───────────────────────────────────────────────────────────────────────────────────────────────────────

function lateness(departments: Assessed): void {
  const { set, round, result } = departments;
  say(heading("Hạn nộp, gia hạn, trừ điểm nộp chậm"));
  for (const { title, before, by } of set.calendar)
    say(`  ${name(title)}: ${before === undefined ? `chậm nhất ngày ${by}` : `trước ngày ${before}`}.`);
  for (const { unit, by, reason } of round.extensions)
    say(wrapped(`  Gia hạn cho ${nameOf(round, unit)} chậm nhất ngày ${by}: ${reason}`));
  say("");
  for (const { unit, lines } of result.scores)
    if (lines.some(({ kind }) => kind === "late")) told(departments, unit, { line: "late" });
}

// ── Survey ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Twenty forms of a further batch, one at a time, as a file or a web form would give them. */
async function* furtherForms(set: CriteriaSet, unit: string): AsyncGenerator<SurveyResponse> {
  const questions = set.survey?.questionnaires.find(({ id }) => id === "citizens")?.questions ?? [];
  for (let form = 0; form < 20; form++)
    yield {
      unit,
      questionnaire: "citizens",
      answers: questions.map(({ id }, at) => ({
        question: id,
        option: ["a", "b", "c"][(form + at) % 3] ?? "e",
      })),
    };
}

async function survey(departments: Assessed, communes: Assessed): Promise<void> {
  const { set, round } = departments;
  const unit = "hoa-lam-so-ngoai-vu";
  say(heading("Điều tra xã hội học"));
  say(`Cỡ mẫu theo công thức SIPAS cho 12.000 hồ sơ, sai số 5 %: ${sampleSize(12_000)} phiếu.\n`);
  told(departments, "hoa-lam-so-cong-thuong", "3.6.1");
  say("Dưới số phiếu tối thiểu: chờ.");
  told(departments, unit, "3.6.1");
  const batch = await tallyAsync(set, furtherForms(set, unit), { batch: "2027-01-citizens" });
  const more = { ...round, tally: mergeTallies(round.tally, batch) };
  say("Sau khi cộng thêm đợt phiếu 2027-01-citizens (20 phiếu, đọc lần lượt từng phiếu):");
  say(explanationText(explain(set, more, unit, "3.6.1"), "vi"));
  const { index } = assess(set, more).scores.find((it) => it.unit === unit) ?? {};
  say(`Chỉ số của ${nameOf(round, unit)}: ${viDecimal(index)} %.\n`);
  say("Không tổ chức khảo sát cho cả một nhóm: tiêu chí khảo sát ra khỏi điểm tối đa.");
  told(communes, "hoa-lam-xa-muong-lam", "7.1");
}

// ── Reorganisation ─────────────────────────────────────────────────────────────────────────────────────────────────

function merger(communes: Assessed): void {
  const then = readCriteriaSet(load("hoa-lam-communes-2024.set.json"));
  const former = readRound(then, load("hoa-lam-communes-2024.json"));
  const { set: now, round } = communes;
  say(heading("Sắp xếp đơn vị hành chính từ ngày 01/7/2025: kết quả năm 2024 theo bộ tiêu chí năm 2024"));
  for (const { unit, index } of assess(then, former).scores) {
    const successor = round.units.find(({ replaces }) => replaces?.some((it) => it.unit === unit));
    say(`  ${nameOf(former, unit)}: ${viDecimal(index)} %, nay là ${name(successor?.name)}.`);
  }
  const compared = (before: string, after: string): void => {
    const sides = [
      { set: then, round: former, unit: before },
      { set: now, round, unit: after },
    ] as const;
    const lines = differenceText(compare(...sides), "vi").split("\n");
    const shown = lines.slice(0, 8).map(wrapped).join("\n");
    say(`\n${shown}${lines.length > 8 ? `\n- … và ${lines.length - 8} phần khác` : ""}`);
  };
  compared("hoa-lam-phuong-lam-giang", "hoa-lam-phuong-lam-giang");
  compared("hoa-lam-phuong-hoa-dong", "hoa-lam-phuong-hoa-dong");
  compared("hoa-lam-thi-tran-hoa-lam", "hoa-lam-phuong-hoa-dong");
  compared("hoa-lam-xa-hoa-dong-cu", "hoa-lam-phuong-hoa-dong");
}

// ── Inspections and targets ────────────────────────────────────────────────────────────────────────────────────────

/** Prints the year's inspections and targets. */
export function inspectionsAndTargets(round: Round): void {
  say(heading("Kiểm tra cải cách hành chính và chỉ tiêu"));
  const plan = readInspectionPlan(load("hoa-lam-inspection-plan-2026.json"));
  const visits = load("hoa-lam-inspection-visits-2026.json");
  const units = round.units.map((unit) => ({ ...unit, kind: "department" }));
  const report = checkInspections(plan, visits, { units });
  const [planned, ...lines] = inspectionText(report, "vi", { units }).split("\n");
  say(`${planned}`);
  for (const line of lines) say(wrapped(`  ${line}`));
  say(wrapped(issueText(report.issues, "vi")));
  const targets = readTargetPlan(load("hoa-lam-targets-2026.json"));
  const reached = checkTargets(targets, load("hoa-lam-target-results-2026.json"));
  const [head, ...told] = targetsText(reached, "vi", { units: round.units }).split("\n");
  say(`\n${head}`);
  for (const line of told) say(wrapped(`  ${line}`));
  const { issues } = reached;
  if (issues.length > 0) say(wrapped(issueText(issues, "vi")));
}
