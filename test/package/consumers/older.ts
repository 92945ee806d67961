// Compiled, never run: a program of an older project, whose compiler does not read `exports`.
import { assess, type CriteriaSet, type Round } from "par-index";
import { seal } from "par-index/audit";
import { criteriaTable } from "par-index/check";
import { criteriaSet } from "par-index/criteria";
import { sampleSize } from "par-index/process";
import { reportHtml } from "par-index/report";

const set: CriteriaSet = criteriaSet("moha/ministry/2023");
export const told = (round: Round): string =>
  [
    String(assess(set, round).scores.length),
    seal(set, round, { unit: "bo-tu-phap" }).digest,
    criteriaTable(set, "vi"),
    String(sampleSize(100)),
    reportHtml(set, round),
  ].join("");
