/**
 * The main job on three screens: `npm run example`. A published table recomputed, a fictional round ranked, one score and
 * one item explained, and the page of results written to a file. `npm run example -- --all` shows everything.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import {
  assess,
  compareRankings,
  explain,
  explanationText,
  movementText,
  rank,
  readCriteriaSet,
  readRound,
} from "par-index";
import { auditTable } from "par-index/audit";
import { criteriaSet } from "par-index/criteria";
import { annexHtml, reportHtml } from "par-index/report";
import { heading, load, name, say, table, viDecimal, wrapped } from "./print.ts";

if (process.argv.includes("--all")) {
  await import("./example-all.ts");
  process.exit();
}

say(heading("Bảng đã công bố, tính lại"));
for (const id of ["moha/ministry/2023", "moha/province/2012", "binh-duong/district/2017"]) {
  const published = load(`published/${id}.1.table.json`);
  const [ranking] = assess(criteriaSet(id), load(`published/${id}.1.json`)).rankings;
  const printed = new Map(
    published.rows.map((row: { unit: string; place: number }) => [row.unit, row.place]),
  );
  const same = (ranking?.places ?? []).filter(({ unit, place }) => printed.get(unit) === place).length;
  const faults = auditTable(criteriaSet(id), published).issues.length;
  say(
    wrapped(
      `${name(published.title)}: thứ hạng trùng ${same}/${printed.size}, ${faults} điều không nhất quán.`,
    ),
  );
}

const set = criteriaSet("hoa-lam/department/2026");
const round = readRound(set, load("hoa-lam-departments-2026.json"));
const { rankings, scores, issues } = assess(set, round);
const unitName = new Map(round.units.map((unit) => [unit.id, name(unit.name)]));
const grade = new Map(set.grades.map(({ id, title }) => [id, name(title)]));

say(heading(name(round.title)));
for (const { group, places, unranked, mean, meanOf, approved } of rankings.slice(0, 1)) {
  const title = name(set.groups.find(({ id }) => id === group)?.title);
  say(
    wrapped(
      `Nhóm “${title}”: trung bình ${viDecimal(mean)} % của ${meanOf} đơn vị; ${issues.length} lưu ý khi đọc dữ liệu; ${approved ? "đã phê duyệt" : "chưa phê duyệt"}`,
    ),
  );
  say();
  const columns = [
    { title: "Hạng", width: 4, figures: true },
    { title: "Đơn vị", width: 44 },
    { title: "Tự chấm", width: 7, figures: true },
    { title: "Chỉ số", width: 7, figures: true },
    { title: "Xếp loại", width: 10 },
  ];
  const claimed = new Map(scores.map((score) => [score.unit, score.claimed]));
  const rows = places.map(({ place, unit, index, grade: id }) => [
    ...[String(place), unitName.get(unit) ?? unit, viDecimal(claimed.get(unit))],
    ...[viDecimal(index), grade.get(id ?? "") ?? ""],
  ]);
  say(table(columns, rows));
  say(wrapped(`Không có hạng: ${unranked.map(({ unit }) => unitName.get(unit)).join("; ")}.`));
}

const [corrected] = round.ledger.filter(({ stage }) => stage === "correction");
const unit = corrected?.unit ?? "";
say(heading(`${unitName.get(unit)}: vì sao có Chỉ số này`));
say(explanationText(explain(set, round, unit), "vi", { depth: 1 }));
say(`\n${explanationText(explain(set, round, unit, corrected?.item), "vi")}`);

const communes = criteriaSet("hoa-lam/commune/2026");
const register = readRound(communes, load("hoa-lam-communes-2026.json"));
const now = assess(communes, register);
const then = assess(
  readCriteriaSet(load("hoa-lam-communes-2024.set.json")),
  load("hoa-lam-communes-2024.json"),
);
const [group] = rank(communes, now.scores, { by: { item: "3" } });
const [first] = group?.places ?? [];
const [movement] = compareRankings(then.rankings, now.rankings, { units: register.units });
say(heading("Xã, phường: theo lĩnh vực, và so với năm 2024"));
const best = name(register.units.find(({ id }) => id === first?.unit)?.name);
say(`Lĩnh vực 3 (${name(communes.items[2]?.title)}): hạng 1 là ${best}, ${viDecimal(first?.index)} %`);
if (movement !== undefined)
  say(movementText(movement, "vi", { units: register.units }).split("\n").slice(0, 2).join("\n"));

const folder = "reports/example";
mkdirSync(folder, { recursive: true });
const before = assess(set, round, { until: "final" });
writeFileSync(`${folder}/ket-qua.html`, reportHtml(set, round, { before }));
writeFileSync(`${folder}/bo-tieu-chi.html`, annexHtml(set, "vi"));
say(heading("Đã ghi"));
say(`${folder}/ket-qua.html       trang kết quả và phiếu điểm, mở bằng trình duyệt, in trên A4`);
say(`${folder}/bo-tieu-chi.html   bộ tiêu chí theo mẫu phụ lục, để rà soát`);
say("npm run example -- --all            toàn bộ ví dụ: các bước, so sánh, kiểm tra, kế hoạch");
