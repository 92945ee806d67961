/**
 * The grades of a criteria file: best first, each from its bound up to the next better one, and together covering every
 * index that the limits allow (design 3.9). Where the order is wrong, bounds are not compared.
 */

import type { Report } from "../issue.ts";
import { compare, decimal } from "../number.ts";
import type { CriteriaFile } from "./criteria-schema.ts";
import type { Draft } from "./draft.ts";

type File = NonNullable<Draft<CriteriaFile>>;
type Limits = NonNullable<NonNullable<File["policies"]>["limits"]>;
type Grades = NonNullable<File["grades"]>;

/** Checks the grades against each other and against the limits of the index. */
export function checkGrades(file: File, report: Report): void {
  const { grades } = file;
  const limits = file.policies?.limits;
  if (grades === undefined || !checkOrder(grades, report)) return;
  const most = limits?.max === undefined ? undefined : decimal(limits.max);
  grades.forEach((grade, at) => {
    const better = grades[at - 1];
    const title = grade?.title?.vi ?? grade?.id ?? "";
    const tooHigh = (from: string | undefined): boolean =>
      from !== undefined && most !== undefined && compare(decimal(from), most) > 0;
    if (grade?.from !== undefined && tooHigh(grade.from)) {
      report("grade-above-limit", ["grades", at, "from"], {
        found: grade.from,
        expected: `≤ ${limits?.max}`,
        title,
      });
    }
    // A bound above every index is the mistake, not the bound that should meet it.
    if (grade?.below === undefined || better?.from === undefined || tooHigh(better.from)) return;
    if (grade.below !== better.from) {
      report("grade-gap", ["grades", at, "below"], { found: grade.below, expected: better.from, title });
    }
  });
  if (limits !== undefined) checkCover(grades, limits, report);
}

function checkOrder(grades: Grades, report: Report): boolean {
  let sound = true;
  grades.forEach((grade, at) => {
    if (grade === undefined) return;
    const title = grade.title?.vi ?? grade.id ?? "";
    const better = grades[at - 1]?.from;
    if (!("from" in grade) && at < grades.length - 1) {
      sound = false;
      report("grade-without-bound", ["grades", at], { title });
    }
    if (grade.from === undefined || better === undefined || compare(decimal(grade.from), decimal(better)) < 0)
      return;
    sound = false;
    report("grade-out-of-order", ["grades", at, "from"], {
      found: grade.from,
      expected: `< ${better}`,
      title,
    });
  });
  return sound;
}

/** The best grade has no end below the upper limit, the last none above the lower one. */
function checkCover(grades: Grades, { max, min }: Limits, report: Report): void {
  const first = grades[0];
  const last = grades[grades.length - 1];
  if (first?.below !== undefined && (max === undefined || compare(decimal(first.below), decimal(max)) <= 0)) {
    const facts = {
      found: first.below,
      expected: max === undefined ? "∞" : `> ${max}`,
      title: first.title?.vi ?? "",
    };
    report("grades-do-not-cover", ["grades", 0, "below"], facts);
  }
  if (last?.from !== undefined && (min === undefined || compare(decimal(last.from), decimal(min)) > 0)) {
    const facts = {
      found: last.from,
      expected: min === undefined ? "−∞" : `≤ ${min}`,
      title: last.title?.vi ?? "",
    };
    report("grades-do-not-cover", ["grades", grades.length - 1, "from"], facts);
  }
}
