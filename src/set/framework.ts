/**
 * Frameworks (khung): a higher body fixes the items and their maxima down to some level, and those who fill it divide
 * them further (Hà Nội's 2940/QĐ-UBND: the city fixes each criterion, the district its sub-criteria). The check proves
 * that a set fills its framework: every item of the framework, with its maximum, and nothing beside.
 */

import type { CriteriaSet, Item } from "../criteria-set.ts";
import { type Issue, inFileOrder, report as newReport, type Path, type Report } from "../issue.ts";
import { assertCriteriaSet } from "./criteria-brand.ts";

/**
 * Checks that a set fills a framework.
 *
 * @param framework The framework, a set with `isFramework`.
 * @param set The set that fills it; its `framework` names the framework's id and edition.
 *
 * @returns The issues, with paths into the set, in its order; empty where the set fills the framework.
 *
 * @throws TypeError if one of them was not made by `readCriteriaSet`.
 *
 * @example
 * ```ts
 * import { checkFramework } from "par-index/check";
 * import { criteriaSet } from "par-index/criteria";
 * const set = criteriaSet("hoa-lam/department/2026");
 * checkFramework(set, set).map(({ code }) => code); // => [ 'framework-not-one' ]
 * ```
 */
export function checkFramework(framework: CriteriaSet, set: CriteriaSet): readonly Issue[] {
  assertCriteriaSet(framework, "checkFramework");
  assertCriteriaSet(set, "checkFramework");
  const report = newReport();
  if (!framework.isFramework) {
    report("framework-not-one", [], { found: framework.id });
    return Object.freeze(report.issues);
  }
  const expected = `${framework.id}, ${framework.edition}`;
  const found = set.framework === undefined ? "–" : `${set.framework.set}, ${set.framework.edition}`;
  if (found !== expected) report("framework-other", ["framework"], { found, expected });
  checkItems(framework.items, set.items, ["items"], report);
  return inFileOrder(set, report.issues);
}

/** Items of one level, matched by their numbers; below the framework's leaves everything is free. */
function checkItems(fixed: readonly Item[], given: readonly Item[], path: Path, report: Report): void {
  given.forEach((item, at) => {
    const place = [...path, at];
    const about = { item: item.number };
    const model = fixed.find(({ number }) => number === item.number);
    if (model === undefined) {
      report("framework-item-added", place, { found: item.number }, about);
      return;
    }
    if (item.maxPoints !== model.maxPoints) {
      const facts = { found: item.maxPoints, expected: model.maxPoints };
      report("framework-maximum-differs", [...place, "maxPoints"], facts, about);
    }
    if (item.title.vi !== model.title.vi) {
      const facts = { found: item.title.vi, expected: model.title.vi };
      report("framework-title-differs", [...place, "title", "vi"], facts, about);
    }
    if (model.items !== undefined) checkItems(model.items, item.items ?? [], [...place, "items"], report);
  });
  for (const model of fixed) {
    if (given.some(({ number }) => number === model.number)) continue;
    report("framework-item-missing", path, { expected: model.number, title: model.title.vi });
  }
}
