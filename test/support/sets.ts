// Small criteria sets as raw JSON, for every test that needs one: a fresh copy each time, so that a test may change it.
import { readFileSync } from "node:fs";

/** The text of the small illustrative set. */
export const smallSetText = (): string => readFileSync(new URL("./small-set.json", import.meta.url), "utf8");

/** A raw JSON object: tests reach into it and change what they want. */
export type Raw = { [key: string]: Raw } & { [index: number]: Raw };

/**
 * The small illustrative set: 2 domains, 9 leaves (choice, ratio twice, checklist, count, survey twice, percent,
 * bands), 2 respondent groups, 2 unit groups, bonus, penalty, grades, calendar and an exemption; 20 points.
 */
export const smallSet = (): Raw => JSON.parse(smallSetText());
