// node read-form.mjs 2026.1.json round.json UNIT form.xlsx DAY ROLE: puts a filled-in form into the round.
import { readFileSync, writeFileSync } from "node:fs";
import { issueSentence } from "par-index";
import { checkSelfAssessmentRows, parseCriteriaSet, readSelfAssessmentRows } from "par-index/check";
import { readSheet } from "read-excel-file/node";

const [setFile, roundFile, unit, formFile, day, role] = process.argv.slice(2);
const set = parseCriteriaSet(readFileSync(setFile, "utf8"));
const round = JSON.parse(readFileSync(roundFile, "utf8"));
const rows = await readSheet(formFile);
const options = { unit, submitted: day, approved: { role, date: day } };
const issues = checkSelfAssessmentRows(set, rows, options);
for (const issue of issues) console.log(`${formFile}: ${issueSentence(issue, "vi")}`);
if (issues.some((issue) => issue.severity === "error")) {
  process.exitCode = 1;
} else {
  const others = round.selfAssessments.filter((it) => it.unit !== unit);
  round.selfAssessments = [...others, readSelfAssessmentRows(set, rows, options)];
  writeFileSync(roundFile, `${JSON.stringify(round, null, 2)}\n`);
  console.log(`${formFile}: đã đưa vào ${roundFile}`);
}
