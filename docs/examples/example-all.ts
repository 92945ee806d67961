/**
 * Everything that the example has: `npm run example -- --all`. First three published tables, then two rounds of a
 * fictional province through all stages. Everything printed is computed here and now from the data files beside this one.
 */
import {
  type Assessment,
  assess,
  type CriteriaSet,
  explain,
  explanationText,
  issueText,
  itemHistory,
  type Ranking,
  type Round,
  readRound,
  type UnrankedReason,
} from "par-index";
import { auditTable, compare, differenceText, gains, gainsText } from "par-index/audit";
import { criteriaSet } from "par-index/criteria";
import { inspectionsAndTargets, processOfRounds } from "./example-process.ts";
import { heading, load, name, say, table, viDecimal, wrapped } from "./print.ts";

// ── 1. Three published tables ──────────────────────────────────────────────────────────────────────────────────────

function publishedTable(id: string): void {
  const set = criteriaSet(id);
  const published = load(`published/${id}.1.table.json`);
  const result = assess(set, load(`published/${id}.1.json`));
  const audit = auditTable(set, published);
  say(heading(name(published.title)));
  say(wrapped(`Nguồn: ${published.source}.`));
  const [ranking] = result.rankings;
  const printed = new Map<string, { name: string; total: string; place: number }>(
    published.rows.map((row: { unit: string; name: string; total: string; place: number }) => [
      row.unit,
      row,
    ]),
  );
  const score = new Map(result.scores.map((it) => [it.unit, it]));
  const columns = [
    { title: "Hạng", width: 4, figures: true },
    { title: "Đơn vị", width: 34 },
    ...set.sources.map(({ title }) => ({ title: name(title), width: 14, figures: true })),
    { title: "Tính lại", width: 8, figures: true },
    { title: "Công bố", width: 8, figures: true },
    { title: "Lệch", width: 6, figures: true },
  ];
  const differences = new Map(audit.figures.map(({ unit, difference }) => [unit, difference]));
  say(
    table(
      columns,
      (ranking?.places ?? []).map(({ place, unit, index }) => [
        String(place),
        printed.get(unit)?.name ?? unit,
        ...(score.get(unit)?.sources ?? []).map(({ points }) => viDecimal(points)),
        viDecimal(index),
        viDecimal(printed.get(unit)?.total),
        differences.get(unit) === "0" ? "" : viDecimal(differences.get(unit)),
      ]),
    ),
  );
  const samePlaces = (ranking?.places ?? []).filter(
    ({ place, unit }) => printed.get(unit)?.place === place,
  ).length;
  say(`Thứ hạng tính lại trùng công bố: ${samePlaces}/${printed.size}.`);
  const [mean] = audit.means;
  if (mean !== undefined)
    say(
      `Trung bình tính từ tổng đã công bố: ${viDecimal(mean.ofPrinted)}; công bố: ${viDecimal(mean.printed)}.`,
    );
  else
    say(
      `Trung bình tính từ các điểm thành phần: ${viDecimal(ranking?.mean)} (bảng không công bố trung bình).`,
    );
  const apart = audit.figures.filter(({ difference }) => difference !== "0");
  if (apart.length > 0) {
    say(
      `\n${apart.length} tổng điểm khác tổng của hai điểm thành phần đã làm tròn; mỗi tổng nằm trong khoảng cho phép:`,
    );
    say(
      table(
        [
          { title: "Đơn vị", width: 34 },
          { title: "Cộng hai phần", width: 13, figures: true },
          { title: "Khoảng mà việc làm tròn cho phép", width: 32 },
          { title: "Công bố", width: 8, figures: true },
        ],
        apart.map((row) => [
          printed.get(row.unit)?.name ?? "",
          viDecimal(row.computed),
          `${row.lowIncluded ? "[" : "("}${viDecimal(row.low)}; ${viDecimal(row.high)}${row.highIncluded ? "]" : ")"} → ${viDecimal(row.least)} … ${viDecimal(row.most)}`,
          viDecimal(row.printed),
        ]),
      ),
    );
  }
  say(
    audit.issues.length === 0
      ? "Kiểm tra bảng: không thấy điều gì không nhất quán."
      : issueText(audit.issues, "vi"),
  );
}

for (const id of ["moha/ministry/2023", "moha/province/2012", "binh-duong/district/2017"]) publishedTable(id);

// ── 2. The fictional province ──────────────────────────────────────────────────────────────────────────────────────

const reasons: Readonly<Record<UnrankedReason, string>> = {
  "no-self-assessment": "không gửi báo cáo tự đánh giá",
  late: "gửi báo cáo quá hạn, không được nhận",
  provisional: "còn nội dung chưa quyết định",
  refused: "còn tiêu chí chưa kê khai",
  "not-applicable": "không có tiêu chí nào áp dụng",
  exempt: "không xếp hạng (chấm điểm riêng)",
  replaced: "đã có đơn vị khác thay thế",
  "not-yet": "chỉ thay thế đơn vị cũ từ sau kỳ đánh giá",
  error: "dữ liệu có lỗi",
};

/** What decided between two units of one printed index. */
const decider = (set: CriteriaSet, id: string | undefined): string =>
  id === undefined
    ? "chỉ số chính xác"
    : (set.sources.find((it) => it.id === id)?.title.vi ?? `điểm mục ${id}`).toLowerCase();

function rankingTable(set: CriteriaSet, round: Round, result: Assessment, ranking: Ranking): void {
  const unitName = new Map(round.units.map((it) => [it.id, name(it.name)]));
  const score = new Map(result.scores.map((it) => [it.unit, it]));
  const grade = new Map(set.grades.map(({ id, title }) => [id, name(title)]));
  const group = set.groups.find(({ id }) => id === ranking.group);
  say(
    `\nNhóm “${name(group?.title)}”: trung bình ${viDecimal(ranking.mean ?? "–")} % của ${ranking.meanOf} đơn vị${ranking.complete ? "" : "; bảng chưa đầy đủ"}`,
  );
  say(
    table(
      [
        { title: "Hạng", width: 4, figures: true },
        { title: "Đơn vị", width: 40 },
        { title: "Tự chấm", width: 8, figures: true },
        ...set.sources.map(({ kind }) => ({
          title: { appraisal: "T.định", survey: "ĐTXHH", statistic: "S.liệu" }[kind],
          width: 6,
          figures: true,
        })),
        { title: "Chỉ số", width: 6, figures: true },
        { title: "Xếp loại", width: 10 },
      ],
      ranking.places.map(({ place, unit, index, grade: id }) => [
        String(place),
        unitName.get(unit) ?? unit,
        viDecimal(score.get(unit)?.claimed),
        ...(score.get(unit)?.sources ?? []).map(({ points }) => viDecimal(points ?? "–")),
        viDecimal(index),
        grade.get(id ?? "") ?? "",
      ]),
    ),
  );
  const tied = ranking.places.filter(({ tied }) => tied);
  if (tied.length > 0)
    say(`Đồng hạng: ${tied.map(({ place, unit }) => `${unitName.get(unit)} (${place})`).join(", ")}.`);
  for (const { unit, decidedBy, index } of ranking.places)
    if (decidedBy)
      say(
        wrapped(
          `  ${unitName.get(unit)}: cùng chỉ số ${viDecimal(index)}, phân định bằng ${decider(set, decidedBy.id)}: ${viDecimal(decidedBy.value)}.`,
        ),
      );
  for (const { unit, reason, index } of ranking.unranked) {
    const bounds = score.get(unit)?.bounds;
    const open = score
      .get(unit)
      ?.open.map(({ item }) => item)
      .join(", ");
    const detail = bounds
      ? ` (từ ${viDecimal(bounds.low)} đến ${viDecimal(bounds.high)} %; còn mở: ${open})`
      : index
        ? ` (chỉ số ${viDecimal(index)} %)`
        : "";
    say(wrapped(`  Không có hạng: ${unitName.get(unit)}: ${reasons[reason]}${detail}.`));
  }
}

function fictionalRound(id: string, file: string): { set: CriteriaSet; round: Round; result: Assessment } {
  const set = criteriaSet(id);
  const round = readRound(set, load(file));
  const result = assess(set, round);
  say(heading(name(round.title)));
  say(
    wrapped(
      `Bộ tiêu chí: ${name(set.title)} (${set.id}, lần ban hành ${set.edition}). Dữ liệu minh họa, đơn vị hư cấu.`,
    ),
  );
  for (const ranking of result.rankings) rankingTable(set, round, result, ranking);
  say(`\n${result.issues.length} lưu ý khi đọc dữ liệu:`);
  say(wrapped(issueText(result.issues, "vi")));
  return { set, round, result };
}

const departments = fictionalRound("hoa-lam/department/2026", "hoa-lam-departments-2026.json");
const communes = fictionalRound("hoa-lam/commune/2026", "hoa-lam-communes-2026.json");

// ── 3. One unit through the stages ─────────────────────────────────────────────────────────────────────────────────

const { set, round, result } = departments;
const corrected = round.ledger.find(({ stage }) => stage === "correction");
const unit = corrected?.unit ?? round.units[0]?.id ?? "";
const unitTitle = name(round.units.find(({ id }) => id === unit)?.name);
say(heading(`${unitTitle}: qua từng bước`));
const stageNames = {
  self: "Tự đánh giá",
  first: "Thẩm định lần 1",
  second: "Thẩm định lần 2",
  final: "Kết quả công bố",
  correction: "Sau đính chính",
} as const;
say(
  table(
    [
      { title: "Thời điểm", width: 20 },
      { title: "Trạng thái", width: 12 },
      { title: "Chỉ số", width: 8, figures: true },
      { title: "Khoảng", width: 16 },
      { title: "Hạng", width: 5, figures: true },
    ],
    (["self", "first", "second", "final", "correction"] as const).map((until) => {
      const at = assess(set, round, { until });
      const score = at.scores.find((it) => it.unit === unit);
      const place = at.rankings.flatMap(({ places }) => places).find((it) => it.unit === unit);
      return [
        stageNames[until],
        score?.state === "complete" ? "đầy đủ" : "còn mở",
        viDecimal(score?.index),
        score?.bounds ? `${viDecimal(score.bounds.low)} – ${viDecimal(score.bounds.high)}` : "",
        place === undefined ? "" : String(place.place),
      ];
    }),
  ),
);
if (corrected !== undefined) {
  say(`\nĐính chính theo ${corrected.decision?.number} ngày ${corrected.decision?.date}: thay đổi từng điểm`);
  say(wrapped(differenceText(compare({ set, round, unit, until: "final" }, { set, round, unit }), "vi")));
  const { entries } = itemHistory(set, round, unit, corrected.item);
  say(
    `\nLịch sử tiêu chí ${corrected.item}: ${entries.length} bước, từ tự chấm đến quyết định cuối cùng (xem giải thích bên dưới).`,
  );
}

say(heading(`${unitTitle}: giải thích`));
say(explanationText(explain(set, round, unit), "vi", { depth: 2 }));
if (corrected !== undefined) say(`\n${explanationText(explain(set, round, unit, corrected.item), "vi")}`);
say(`\n${explanationText(explain(set, round, unit, "place"), "vi")}`);
say(heading("The same in English"));
say(explanationText(explain(set, round, unit), "en", { depth: 1 }));
if (corrected !== undefined) say(`\n${explanationText(explain(set, round, unit, corrected.item), "en")}`);

say(heading(`${unitTitle}: còn thiếu gì để lên loại trên`));
const own = result.scores.find((it) => it.unit === unit);
const better = set.grades[Math.max(0, set.grades.findIndex(({ id }) => id === own?.grade) - 1)];
say(
  gainsText(gains(set, round, unit, { grade: better?.id ?? "" }), "vi")
    .split("\n")
    .slice(0, 14)
    .map(wrapped)
    .join("\n"),
);

// ── 4. The process, and the year around it ─────────────────────────────────────────────────────────────────────────

await processOfRounds(departments, communes);
inspectionsAndTargets(round);
say(
  `\n${communes.result.scores.length + result.scores.length} bảng điểm, ${communes.result.rankings.length + result.rankings.length} bảng xếp hạng.`,
);
